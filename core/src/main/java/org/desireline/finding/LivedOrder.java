package org.desireline.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.publish.Published;

/**
 * The order of priorities as it was lived: what was started when work of both lay ready on the same desk.
 *
 * <p>Method. A <em>pair</em> of priorities is heard where its wins and its wins by chance are published and rest on ten
 * occasions or more. It is <em>decided</em> for the one that was started more often than a blind draw from the same
 * menus would have started it, where the 95 % interval of its wins lies wholly on that side; a blind draw and not one
 * half, since a priority that has most of the items on every desk would win most of the time without anybody preferring
 * it. A priority with at least one decided pair is <em>told</em>: those are ordered by pairs decided for them less
 * pairs decided against them (Copeland 1951), ties in the declared order. Every other one keeps its declared place
 * relative to its neighbours: it stands right behind the one that is declared before it.
 *
 * <p>Where the contests were refused, or no pair is decided, it is the declared order, and {@code lack} says why.
 * Blind spot: what is started first, not why; the intervals take choices as independent.
 *
 * @param ranks the priorities, the first as lived first
 * @param lack why there is no lived order, beginning "Not enough evidence for a lived order", or empty
 */
public record LivedOrder(List<Rank> ranks, String lack) {

    /** The fewest occasions on which a pair is heard. */
    static final int FEWEST_OCCASIONS = 10;
    private static final String LACK = "Not enough evidence for a lived order: ";

    /**
     * A priority in the lived order.
     *
     * @param name its name
     * @param over those that it was started before more often than by chance
     * @param under those that were started before it more often than by chance
     */
    public record Rank(String name, List<String> over, List<String> under) {

        public Rank {
            over = List.copyOf(over);
            under = List.copyOf(under);
        }

        /** Whether any pair tells where it stands; otherwise it keeps its declared place among its neighbours. */
        public boolean isTold() {
            return !over.isEmpty() || !under.isEmpty();
        }

        private int score() {
            return over.size() - under.size();
        }
    }

    public LivedOrder {
        ranks = List.copyOf(ranks);
    }

    /** The names, the first as lived first. */
    public List<String> names() {
        return ranks.stream().map(Rank::name).toList();
    }

    /** Whether the order rests on contests, at least for one pair. */
    public boolean isKnown() {
        return lack.isEmpty();
    }

    /** Derives it from what was published. */
    public static LivedOrder of(Published published) {
        List<String> declared = published.head().priorities();
        Optional<Reading> contest = published.reading("contest");
        Reading.Refusal refusal = contest.map(Reading::refusal).orElse(null);
        if (contest.isEmpty()) {
            return declared(declared, LACK + "no contest was read.");
        }
        if (refusal != null) {
            return declared(declared, LACK + refusal.reason() + "; needs " + refusal.needs() + ".");
        }
        List<Rank> ranks = declared.stream().map(name -> rank(name, declared, published)).toList();
        if (ranks.stream().noneMatch(Rank::isTold)) {
            return declared(declared, LACK + "no priority was started more often, or less often, than a blind draw"
                    + " from the same desks would have started it; needs a longer window.");
        }
        List<Rank> lived = new ArrayList<>(ranks.stream().filter(Rank::isTold)
                .sorted(Comparator.comparingInt(Rank::score).reversed()).toList());
        for (int i = 0; i < ranks.size(); i++) {
            if (!ranks.get(i).isTold()) {
                lived.add(i == 0 ? 0 : 1 + lived.indexOf(ranks.get(i - 1)), ranks.get(i));
            }
        }
        return new LivedOrder(lived, "");
    }

    private static LivedOrder declared(List<String> declared, String lack) {
        return new LivedOrder(declared.stream().map(name -> new Rank(name, List.of(), List.of())).toList(), lack);
    }

    private static Rank rank(String name, List<String> all, Published published) {
        List<String> over = new ArrayList<>();
        List<String> under = new ArrayList<>();
        for (String other : all) {
            if (!other.equals(name)) {
                int decided = decided(name, other, published) - decided(other, name, published);
                if (decided > 0) {
                    over.add(other);
                } else if (decided < 0) {
                    under.add(other);
                }
            }
        }
        return new Rank(name, over, under);
    }

    /** For whom the line of a pair decides: 1 for the first, -1 for the second, 0 for neither. */
    private static int decided(String first, String second, Published published) {
        String pair = "contest/priority/" + Line.idPart(first) + "/over/" + Line.idPart(second);
        Estimate wins = published.line(pair + "/wins").map(Line::estimate).orElse(null);
        Estimate chance = published.line(pair + "/winsByChance").map(Line::estimate).orElse(null);
        if (wins == null || chance == null || wins.n() < FEWEST_OCCASIONS) {
            return 0;
        }
        return wins.low() > chance.value() ? 1 : wins.high() < chance.value() ? -1 : 0;
    }
}
