package org.desireline.instrument.choice;

import java.io.Serializable;
import java.util.Comparator;
import org.desireline.part.Choice;

/**
 * A choice as the model keeps it: what lay on the menu, as numbers. Of a long menu only what was drawn is kept.
 *
 * @param family ordinal of the family
 * @param actor number of the actor, as a cluster label only
 * @param atMillis when
 * @param item number of the chosen item
 * @param key the name people know it by
 * @param origin where the choice was read
 * @param pushed whether somebody else had just assigned it
 * @param byTouch whether only a trace of work tells of it
 * @param team class of the chosen item's team
 * @param lying how many items lay on the menu under the rules
 * @param chosen column of the chosen item
 * @param classes class of priority by column, just then
 * @param scores by column, the share of the other ranks that its rank of a day before stands above; not a number where
 * it has none
 * @param scoresThen the same of its rank just then
 * @param held bits of {@link Choice#held} by column
 * @param draws by column, in which draws it is kept, as bits
 * @param chances by column, how likely it was to be kept
 * @param traits by trait that the parts tell, then by column
 * @param ageDays age by column
 */
record Decision(
        int family,
        int actor,
        long atMillis,
        int item,
        String key,
        String origin,
        boolean pushed,
        boolean byTouch,
        int team,
        int lying,
        int chosen,
        byte[] classes,
        float[] scores,
        float[] scoresThen,
        byte[] held,
        byte[] draws,
        float[] chances,
        float[][] traits,
        int[] ageDays)
        implements Serializable {

    /** The order in which sums are taken, whatever came first. */
    static final Comparator<Decision> ORDER = Comparator.comparingLong(Decision::atMillis)
            .thenComparingInt(Decision::item).thenComparingInt(Decision::actor);

    /** Number of columns kept. */
    int size() {
        return held.length;
    }

    /** Whether a column is on the menu under a setting: kept in its draw, admitted, and of known rank. */
    boolean holds(int column, Setting setting) {
        return (draws[column] >>> setting.draw() & 1) == 1 && setting.admits(held[column])
                && !Float.isNaN(score(column, setting));
    }

    /** How high a column's rank stood under a setting, from 0 to 1. */
    float score(int column, Setting setting) {
        return setting == Setting.JUST_THEN ? scoresThen[column] : scores[column];
    }

    /** Whether the menu is used whole. */
    boolean isWhole() {
        return lying <= Sample.WHOLE;
    }

    /** The value of a trait of a column under a setting. */
    double value(Trait trait, int column, Setting setting) {
        return switch (trait) {
            case PRIORITY -> score(column, setting);
            case BEGUN -> (held[column] & Choice.BEGUN) == 0 ? 0 : 1;
            case DUE, HAS_DUE, AGE, SIZE, FAMILIARITY, FRICTION, FAILURE, REQUESTER ->
                    traits[trait.ordinal() - Trait.DUE.ordinal()][column];
        };
    }
}
