package org.desireline.instrument.coherence;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.desireline.instrument.coherence.Coherence.Kind;
import org.desireline.instrument.coherence.Coherence.View;
import org.desireline.number.Contrast;
import org.desireline.number.ExactSum;
import org.desireline.number.Interval;
import org.desireline.number.Normal;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * Which of two priorities the people of one team start first, where both lie ready on one desk.
 *
 * <p>Question: which of the two wins? Unit: wins of the first out of occasions. Method: the share of wins against a
 * half, and the wins beyond what blind draws from the same menus give against 0, for a class that has most of the items
 * on every desk wins without being preferred. Each with a delete-one-person jackknife, t with the effective number of
 * people less one, and besides with what independent choices would give, the worse of the two. Cost: linear in people.
 * Blind spot: people of one team who pull apart; the jackknife's interval is wide then.
 *
 * @param team code of the team
 * @param met occasions, by actor
 * @param won those that the first class won, by actor
 * @param expected how many of them it would have won by blind draws, by actor
 * @param spread variance of that
 */
record Side(
        int team, SortedMap<Integer, Long> met, SortedMap<Integer, Long> won, SortedMap<Integer, Double> expected,
        double spread) {

    static final int FEWEST_OCCASIONS = 10;
    static final int FEWEST_PEOPLE = 5;
    static final double HALF = 0.5;
    /** As many people as would have made as many choices each. */
    private static final double LEAST_EVEN = 4;

    /** Of a team and pair under a view, or null where they never met. */
    static @Nullable Side of(Tables tables, View view, int team, Directions.Pair pair) {
        long all = Coherence.key(view, Kind.MET, team, pair.first(), pair.second(), 0);
        long wins = Coherence.key(view, Kind.WON, team, pair.first(), pair.second(), 0);
        SortedMap<Integer, Long> met = tables.sums(all);
        if (met.isEmpty()) {
            return null;
        }
        TreeMap<Integer, Double> expected = new TreeMap<>();
        met.keySet().forEach(who -> expected.put(who, tables.expected(wins | who)));
        return new Side(team, met, tables.sums(wins), expected, tables.spread(wins));
    }

    long occasions() {
        return sum(met);
    }

    long wins() {
        return sum(won);
    }

    static long sum(Map<Integer, Long> people) {
        return people.values().stream().mapToLong(Long::longValue).sum();
    }

    double largest() {
        return (double) met.values().stream().mapToLong(Long::longValue).max().orElse(0) / Math.max(1, occasions());
    }

    private double effective() {
        double squares = met.values().stream().mapToDouble(n -> (double) n * n).sum();
        return (double) occasions() * occasions() / squares;
    }

    /** Whether enough people stand behind it, evenly enough, for a direction to be told. */
    boolean isSound() {
        return occasions() >= FEWEST_OCCASIONS && met.size() >= FEWEST_PEOPLE && largest() <= HALF
                && effective() >= LEAST_EVEN;
    }

    private double[] denominators() {
        return met.values().stream().mapToDouble(Long::doubleValue).toArray();
    }

    private double[] wonBy() {
        return met.keySet().stream().mapToDouble(who -> won.getOrDefault(who, 0L)).toArray();
    }

    /** The share of wins less a half; of two people or more. */
    private Contrast raw() {
        RatioJackknife ratio = RatioJackknife.of(wonBy(), denominators());
        return new Contrast(ratio.interval().value() - HALF, ratio.standardError(), effective() - 1);
    }

    /** The share of wins beyond those of blind draws; of a sound side only. */
    private Contrast surplus() {
        double[] wins = wonBy();
        double[] blind = met.keySet().stream().mapToDouble(who -> expected.getOrDefault(who, 0.0)).toArray();
        for (int i = 0; i < wins.length; i++) {
            wins[i] -= blind[i];
        }
        RatioJackknife ratio = RatioJackknife.of(wins, denominators());
        return new Contrast(ratio.interval().value(), ratio.standardError(), effective() - 1);
    }

    /** How many more wins there are than blind draws give. */
    double excess() {
        ExactSum blind = new ExactSum();
        expected.values().forEach(blind::add);
        return wins() - blind.value();
    }

    /** The share of wins with its interval: the wider, at each end, of Wilson's and the jackknife's. */
    Interval interval() {
        Interval wilson = Wilson.interval(wins(), occasions());
        if (met.size() < 2) {
            return new Interval(wilson.value(), 0, 1);
        }
        Interval own = raw().interval();
        return new Interval(wilson.value(), Math.max(0, Math.min(wilson.low(), HALF + own.low())),
                Math.min(1, Math.max(wilson.high(), HALF + own.high())));
    }

    /** The share of wins as what can be set beside another team's. */
    Contrast share() {
        double value = (double) wins() / occasions();
        double independent = StrictMath.sqrt(Math.max(value * (1 - value), 1.0 / occasions()) / occasions());
        return new Contrast(value, Math.max(raw().standardError(), independent), effective() - 1);
    }

    /** 1 where the first wins, -1 where the second does, 0 where it is not decided. */
    int winner() {
        if (!isSound()) {
            return 0;
        }
        Interval wins = interval();
        Interval beyond = surplus().interval();
        double reach = Normal.reach() * StrictMath.sqrt(spread);
        boolean above = wins.low() > HALF && beyond.low() > 0 && excess() > reach;
        boolean below = wins.high() < HALF && beyond.high() < 0 && excess() < -reach;
        return above ? 1 : below ? -1 : 0;
    }

    /** The largest one-sided p against "the first does not win"; of a sound side only. */
    double pFirstWins() {
        return p(raw(), wins() - HALF * occasions(), StrictMath.sqrt((double) occasions()) / 2, surplus(), excess(),
                StrictMath.sqrt(spread));
    }

    /** The largest one-sided p against "the second does not win"; of a sound side only. */
    double pSecondWins() {
        return p(raw().opposite(), HALF * occasions() - wins(), StrictMath.sqrt((double) occasions()) / 2,
                surplus().opposite(), -excess(), StrictMath.sqrt(spread));
    }

    private static double p(
            Contrast raw, double wins, double error, Contrast surplus, double excess, double excessError) {
        return Math.max(Math.max(clustered(raw), Normal.below(-wins / error)),
                Math.max(clustered(surplus), Normal.below(-excess / excessError)));
    }

    /** Where people do not differ at all, the other test decides. */
    private static double clustered(Contrast contrast) {
        return contrast.standardError() > 0 ? contrast.pAbove() : contrast.estimate() > 0 ? 0 : 1;
    }
}
