package org.desireline.instrument.choice;

import java.util.Arrays;
import org.desireline.number.Keyed;

/**
 * Which items of a long menu are kept, and how likely each was to be.
 *
 * <p>Question: how can a menu of hundreds be used without moving the coefficients? Method: menus of up to {@value
 * #WHOLE} items are used whole. Of longer ones each item is kept on its own, with a chance that is the same within a
 * class: the classes share {@value #KEPT} places by their numbers, and none has fewer than {@value #PLACES} while it
 * has items; the chosen item is always kept. The model then needs the offset −ln of the chance. What no rule admits
 * is kept apart, in {@value #OTHERS} places, for the settings that admit it. Two draws are made, from keyed random
 * numbers, so that what is kept depends on the item and the instant and on nothing else. Sources: McFadden, D.
 * (1978), "Modelling the choice of residential location"; Manski, C. F. and Lerman, S. R. (1977), "The estimation of
 * choice probabilities from choice based samples". Cost: O(menu). Law: a menu that is used whole has no offset.
 */
final class Sample {

    /** Up to so many items a menu is used whole. */
    static final int WHOLE = 30;
    /** How many are kept of a longer one. */
    private static final int KEPT = 20;
    /** Places that a class has at the least. */
    private static final int PLACES = 3;
    /** How many are kept of what the rules bar. */
    private static final int OTHERS = 10;
    /** Draws made of each menu. */
    static final int DRAWS = 2;

    private static final long SEED = 0x6465736972656cL;
    private static final Keyed KEYED = new Keyed(SEED);

    private Sample() {}

    /**
     * The chance of each column to be kept.
     *
     * @param classes class by column
     * @param admitted by column, whether the rules admit it
     */
    static double[] chances(int[] classes, boolean[] admitted) {
        int lying = 0;
        for (boolean each : admitted) {
            lying += each ? 1 : 0;
        }
        int most = Arrays.stream(classes).max().orElse(0) + 1;
        int[] count = new int[most];
        for (int i = 0; i < classes.length; i++) {
            count[classes[i]] += admitted[i] ? 1 : 0;
        }
        int barred = classes.length - lying;
        double[] chances = new double[classes.length];
        for (int i = 0; i < chances.length; i++) {
            if (admitted[i]) {
                double places = Math.max(PLACES, (double) KEPT * count[classes[i]] / lying);
                chances[i] = lying <= WHOLE ? 1 : Math.min(1, places / count[classes[i]]);
            } else {
                chances[i] = Math.min(1, (double) OTHERS / barred);
            }
        }
        return chances;
    }

    /**
     * In which draws each column is kept, as bits.
     *
     * @param chances by column
     * @param items number of the item by column
     * @param chosen column that is always kept
     */
    static byte[] draws(double[] chances, int[] items, int chosen, long atMillis) {
        byte[] draws = new byte[chances.length];
        for (int i = 0; i < draws.length; i++) {
            for (int draw = 0; draw < DRAWS; draw++) {
                boolean kept = i == chosen || chances[i] >= 1
                        || KEYED.uniform(draw, items[i], atMillis) < chances[i];
                draws[i] |= (byte) (kept ? 1 << draw : 0);
            }
        }
        return draws;
    }
}
