package org.desireline.part;

import java.util.ArrayList;
import java.util.List;
import org.desireline.charter.Dimension;
import org.desireline.number.Interval;
import org.desireline.number.RatioJackknife;

/**
 * How far apart signs of work lie on one class of items, compared with those of the same people on other items.
 *
 * <p>Where work on some classes leaves more traces than work on others, sessions give those classes more than they had,
 * and what was displaced by them too: a class with twice the commits moves the odds of D by about a half (METHODS,
 * finding F3). Signs of one person on one item within a session lie apart by how often work leaves one, whatever the
 * item's size; so the sum of these gaps for a class is held against what it would be with the person's mean gap on all
 * other classes, with people as clusters. Cost: linear in signs.
 *
 * @param rank class code of the priority
 * @param ratio gaps over what they would be; below 1 the class leaves more traces than others
 * @param gaps how many gaps there are in the class
 */
public record TraceDensity(int rank, Interval ratio, long gaps) {

    private static final int CLASSES = 32;
    private static final int PRIORITY = Dimension.PRIORITY.ordinal();
    private static final int FEWEST_PEOPLE = 5;
    private static final int FEWEST_GAPS = 100;
    private static final double MOST_OF_ONE = 0.5;

    /** A twentieth more or less moves D by far less than its interval is wide. */
    private static final double EVEN = 0.95;

    /** Whether it differs from other classes by more than can be passed over. */
    public boolean isUneven() {
        return ratio.high() < EVEN || ratio.low() > 1 / EVEN;
    }

    /** Those of all classes that enough people left enough signs on. */
    static List<TraceDensity> of(Lives lives, WorkRecords records, Sessions sessions, int actors) {
        long[][] millis = new long[actors][];
        long[][] counts = new long[actors][];
        for (int who = 0; who < actors; who++) {
            millis[who] = new long[CLASSES];
            counts[who] = new long[CLASSES];
            for (int sign = records.firstSign(who) + 1; sign < records.firstSign(who + 1); sign++) {
                long gap = records.atMillis(sign) - records.atMillis(sign - 1);
                int life = records.life(sign);
                boolean goesOn = life == records.life(sign - 1) && gap > 0 && gap < sessions.gapMillis()
                        && !records.opens(sign) && !records.answers(sign) && !records.answers(sign - 1);
                if (goesOn) {
                    int step = Math.max(lives.firstStep(life), lives.stepAt(life, records.atMillis(sign)));
                    int rank = ClassTable.code(lives.classes(step), PRIORITY);
                    millis[who][rank] += gap;
                    counts[who][rank]++;
                }
            }
        }
        List<TraceDensity> all = new ArrayList<>();
        for (int rank = 0; rank < CLASSES; rank++) {
            add(rank, millis, counts, all);
        }
        return List.copyOf(all);
    }

    private static void add(int rank, long[][] millis, long[][] counts, List<TraceDensity> all) {
        List<double[]> people = new ArrayList<>();
        long gaps = 0;
        for (int who = 0; who < millis.length; who++) {
            long otherMillis = -millis[who][rank];
            long others = -counts[who][rank];
            for (int other = 0; other < CLASSES; other++) {
                otherMillis += millis[who][other];
                others += counts[who][other];
            }
            if (counts[who][rank] > 0 && others > 0) {
                gaps += counts[who][rank];
                people.add(new double[] {millis[who][rank],
                    (double) counts[who][rank] * ((double) otherMillis / others)});
            }
        }
        if (people.size() >= FEWEST_PEOPLE && gaps >= FEWEST_GAPS) {
            RatioJackknife ratio = RatioJackknife.of(people.stream().mapToDouble(one -> one[0]).toArray(),
                    people.stream().mapToDouble(one -> one[1]).toArray());
            if (ratio.largestShare() <= MOST_OF_ONE) {
                all.add(new TraceDensity(rank, ratio.interval(), gaps));
            }
        }
    }
}
