package org.desireline.instrument.coherence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.desireline.instrument.coherence.Coherence.View;
import org.desireline.number.Holm;
import org.desireline.number.Strength;
import org.jspecify.annotations.Nullable;

/**
 * Whether two teams start the same priorities first: every pair of teams in every pair of priorities that both of them
 * met often enough, and what may be claimed of each.
 *
 * <p>That two teams pull in opposite directions is the claim that one prefers the first and the other the second: each
 * of the four tests behind that must hold, so its p is the largest of theirs (Berger 1982, "Multiparameter hypothesis
 * testing and acceptance sampling"), for the better of the two ways round. These are adjusted by Holm over all
 * comparisons that were made. Where both teams are indifferent, or one is, at most as many false claims pass as α says:
 * the two ways round exclude each other.
 */
final class Directions {

    private static final double ALPHA = 0.05;
    /** Beyond so many pairs only neighbours of the order are compared. */
    private static final int MOST_PAIRS = 15;

    /**
     * Two classes of priority.
     *
     * @param first the smaller code
     * @param second the larger one
     */
    record Pair(int first, int second) {}

    /**
     * Two teams in one pair of priorities.
     *
     * @param adjusted p that they are not opposite, adjusted for all comparisons
     */
    record Comparison(Pair pair, Side one, Side other, double adjusted, Strength strength) {

        boolean isOpposite() {
            return one.winner() * other.winner() < 0;
        }

        boolean isSame() {
            return one.winner() * other.winner() > 0;
        }
    }

    private final Tables tables;
    private final List<Pair> pairs;
    private final TreeMap<Integer, List<Side>> sides = new TreeMap<>();
    private final List<Comparison> comparisons = new ArrayList<>();

    /**
     * Compares.
     *
     * @param teams how many teams are declared
     * @param named how many priorities are
     * @param isTrapped whether something else could make starts look so
     */
    Directions(Tables tables, int teams, int named, boolean isTrapped) {
        this.tables = tables;
        this.pairs = pairs(teams, named);
        for (int i = 0; i < pairs.size(); i++) {
            List<Side> met = new ArrayList<>();
            for (int team = 0; team < teams; team++) {
                Side side = Side.of(tables, View.RULES, team, pairs.get(i));
                if (side != null) {
                    met.add(side);
                }
            }
            sides.put(i, met);
        }
        List<Comparison> plain = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            List<Side> sound = sound(i);
            for (int a = 0; a < sound.size(); a++) {
                for (int b = a + 1; b < sound.size(); b++) {
                    plain.add(new Comparison(pairs.get(i), sound.get(a), sound.get(b), 1, Strength.CANNOT_TELL));
                }
            }
        }
        double[] adjusted = Holm.adjusted(plain.stream().mapToDouble(Directions::p).toArray());
        for (int i = 0; i < adjusted.length; i++) {
            comparisons.add(claimed(plain.get(i), adjusted[i], isTrapped));
        }
    }

    /** The pairs that any team met: of many classes only neighbours. */
    private List<Pair> pairs(int teams, int named) {
        TreeSet<Integer> there = new TreeSet<>();
        List<Pair> all = new ArrayList<>();
        for (int first = 0; first < named; first++) {
            for (int second = first + 1; second < named; second++) {
                Pair pair = new Pair(first, second);
                if (IntStream.range(0, teams).anyMatch(team -> Side.of(tables, View.RULES, team, pair) != null)) {
                    all.add(pair);
                    there.addAll(List.of(first, second));
                }
            }
        }
        return all.size() <= MOST_PAIRS ? all
                : all.stream().filter(pair -> Integer.valueOf(pair.second()).equals(there.higher(pair.first())))
                        .toList();
    }

    private static double p(Comparison pair) {
        return Math.min(Math.max(pair.one().pFirstWins(), pair.other().pSecondWins()),
                Math.max(pair.one().pSecondWins(), pair.other().pFirstWins()));
    }

    private Comparison claimed(Comparison plain, double adjusted, boolean isTrapped) {
        Strength strength = !plain.isOpposite() || adjusted >= ALPHA ? Strength.CANNOT_TELL
                : !isTrapped && isAlike(plain, View.OPEN_DESK) && isAlike(plain, View.PULLED) ? Strength.SHOWS
                : Strength.SUGGESTS;
        return new Comparison(plain.pair(), plain.one(), plain.other(), adjusted, strength);
    }

    /** Whether both teams lean the same way by other menus too, as often as they must have met. */
    private boolean isAlike(Comparison plain, View view) {
        return leans(plain.pair(), plain.one(), view) && leans(plain.pair(), plain.other(), view);
    }

    private boolean leans(Pair pair, Side side, View view) {
        @Nullable Side other = Side.of(tables, view, side.team(), pair);
        return other != null && other.occasions() >= Side.FEWEST_OCCASIONS
                && side.winner() * (other.wins() - Side.HALF * other.occasions()) > 0
                && side.winner() * other.excess() > 0;
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** What teams did in a pair, by its place. */
    List<Side> sides(int pair) {
        return sides.getOrDefault(pair, List.of());
    }

    /** Those of them of which a direction can be told. */
    List<Side> sound(int pair) {
        return sides(pair).stream().filter(Side::isSound).toList();
    }

    /** Every comparison that was made. */
    List<Comparison> comparisons() {
        return comparisons;
    }

    /** The strongest claim among some comparisons; nothing is claimed where none is opposite. */
    static Strength strongest(List<Comparison> some) {
        return some.stream().map(Comparison::strength).min(Comparator.naturalOrder())
                .orElse(Strength.CANNOT_TELL);
    }
}
