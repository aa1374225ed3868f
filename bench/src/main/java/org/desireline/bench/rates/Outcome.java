package org.desireline.bench.rates;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.desireline.finding.Sentence;
import org.desireline.instrument.Trap;
import org.desireline.number.Strength;

/**
 * What became of one seed of a setting.
 *
 * @param kappa trace coverage
 * @param told by quantity
 * @param flags the traps whose marks were met
 * @param claims by instrument that measured anything, the lines on which something is suggested or shown
 * @param refused instruments that refused
 * @param warnings by instrument, all of its flags
 * @param sought what was planted one by one, and what was said of each
 * @param sentence what can be said
 * @param millis how long it took
 */
record Outcome(
        long seed, double kappa, Map<Quantity, Told> told, List<Trap> flags,
        Map<String, Map<String, Strength>> claims, Set<String> refused, Map<String, List<String>> warnings,
        Map<Sought.Kind, Sought> sought, Sentence sentence, long millis) {

    Told told(Quantity quantity) {
        Told found = told.get(quantity);
        if (found == null) {
            throw new IllegalStateException("Nothing was looked up for " + quantity.label() + ".");
        }
        return found;
    }

    Sought sought(Sought.Kind kind) {
        return sought.getOrDefault(kind, new Sought(0, 0, 0, 0));
    }

    boolean isFlagged(Trap trap) {
        return flags.contains(trap);
    }

    /** Whether an instrument has a flag that begins so. */
    boolean isWarned(String instrument, String beginning) {
        return warnings.getOrDefault(instrument, List.of()).stream().anyMatch(flag -> flag.startsWith(beginning));
    }

    /** Whether an instrument there is in this build came to a reading or to a refusal. */
    boolean knows(String instrument) {
        return isMeasured(instrument) || refused.contains(instrument);
    }

    boolean isMeasured(String instrument) {
        return claims.containsKey(instrument);
    }

    /** Whether an instrument suggests or shows anything on a line of such an id. */
    boolean claims(String instrument, Pattern line) {
        return claims.getOrDefault(instrument, Map.of()).keySet().stream().anyMatch(id -> line.matcher(id).matches());
    }

    /** Whether an instrument shows anything on a line of such an id. */
    boolean shows(String instrument, Pattern line) {
        return claims.getOrDefault(instrument, Map.of()).entrySet().stream().anyMatch(claim ->
                claim.getValue() == Strength.SHOWS && line.matcher(claim.getKey()).matches());
    }
}
