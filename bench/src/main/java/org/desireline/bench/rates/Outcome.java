package org.desireline.bench.rates;

import java.util.List;
import java.util.Map;
import org.desireline.finding.Sentence;
import org.desireline.instrument.Trap;

/**
 * What became of one seed of a setting.
 *
 * @param kappa trace coverage
 * @param told by quantity
 * @param flags the traps whose marks were met
 * @param sentence what can be said
 * @param millis how long it took
 */
record Outcome(
        long seed, double kappa, Map<Quantity, Told> told, List<Trap> flags, Sentence sentence, long millis) {

    Told told(Quantity quantity) {
        Told found = told.get(quantity);
        if (found == null) {
            throw new IllegalStateException("Nothing was looked up for " + quantity + ".");
        }
        return found;
    }

    boolean isFlagged(Trap trap) {
        return flags.contains(trap);
    }
}
