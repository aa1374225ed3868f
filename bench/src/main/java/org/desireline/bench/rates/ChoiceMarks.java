package org.desireline.bench.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.desireline.instrument.Trap;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;

/**
 * The marks about what wins and what decides: choices, contests and attention. An instrument that this build does not
 * have is not marked.
 */
final class ChoiceMarks {

    private static final double MOST_FALSE = 0.05;
    private static final double LEAST_COVERED = 0.91;
    private static final double LEAST_RELEASED = 0.8;
    private static final double LEAST_FLAGGED = 0.8;
    private static final double LEAST_LARGEST = 0.95;
    private static final double LEAST_FOUND = 0.8;
    private static final double LEAST_REFUSED = 0.99;
    private static final double EXACT = 0.01;
    private static final List<String> BY_THE_ORDER = List.of("obedient", "aligned", "displaced", "orphan-area",
            "review-bottleneck", "pooled");

    private final List<Mark> marks = new ArrayList<>();
    private final Score score;
    private final String name;
    private final String plan;
    private final long seeds;

    private ChoiceMarks(Score score) {
        this.score = score;
        this.name = score.setting().name();
        this.plan = score.setting().plan().name();
        this.seeds = score.outcomes().size();
    }

    static List<Mark> of(Score score) {
        ChoiceMarks marks = new ChoiceMarks(score);
        Trap trap = Marks.TRAPS.get(score.setting().plan().name());
        if (score.setting().flaws().equals(Flaws.STARVED)) {
            marks.silent();
        } else if (trap != null) {
            marks.trap(trap);
        } else if (score.setting().tier() != Tier.ENDS) {
            marks.choice();
            marks.contest();
            marks.wrong();
        }
        return marks.marks;
    }

    /** Of a tenth of a record nothing is claimed. */
    private void silent() {
        for (Wrong wrong : Wrong.all()) {
            if (score.knows(wrong.instrument())) {
                marks.add(Mark.atLeast(name, wrong.instrument() + " claims nothing",
                        score.count(one -> !one.claims(wrong.instrument(), Wrong.ANYTHING)), seeds, LEAST_REFUSED));
            }
        }
    }

    /** Where a trap is set it is named, and nothing is shown that it could make. */
    private void trap(Trap trap) {
        for (Wrong wrong : List.of(Wrong.CONTEST, Wrong.CHOICE)) {
            if (!score.knows(wrong.instrument()) || trap == Trap.TRACE_DENSITY) {
                continue;
            }
            marks.add(Mark.atLeast(name, wrong.instrument() + " flags '" + trap.label() + "' or refuses",
                    score.count(one -> one.isWarned(wrong.instrument(), trap.label() + ": ")
                            || !one.isMeasured(wrong.instrument())), seeds, LEAST_FLAGGED));
            Pattern lines = wrong.equals(Wrong.CHOICE) ? Pattern.compile("choice/.+/(effect|fastOverImportant)")
                    : wrong.line();
            marks.add(Mark.atMost(name, wrong.instrument() + " shows",
                    score.count(one -> one.shows(wrong.instrument(), lines)), seeds, 0));
        }
    }

    private void choice() {
        if (!score.knows("choice")) {
            return;
        }
        for (Quantity quantity : List.of(Quantity.IMPORTANCE, Quantity.SIZE)) {
            Score.Accuracy accuracy = score.accuracy(quantity);
            marks.add(Mark.atLeast(name, quantity.label() + "'s interval holds the truth", accuracy.covered(),
                    accuracy.released(), LEAST_COVERED));
            if (score.setting().isUsual()) {
                marks.add(Mark.atLeast(name, quantity.label() + " released", accuracy.released(), seeds,
                        LEAST_RELEASED));
            }
        }
        if (plan.equals("fast-seeking")) {
            marks.add(Mark.atLeast(name, "φ fast is the largest", score.largest(Quantity.FAST, Quantity.GROUPS),
                    score.accuracy(Quantity.FAST).released(), LEAST_LARGEST));
        }
    }

    private void contest() {
        if (!score.knows("contest")) {
            return;
        }
        for (int rank = 1; rank < Plan.CLASSES.size(); rank++) {
            Score.Accuracy worth = score.accuracy(Quantity.worth(rank - 1, rank));
            if (worth.released() > 0) {
                marks.add(Mark.atLeast(name, Quantity.worth(rank - 1, rank).label() + ": the interval holds the truth",
                        worth.covered(), worth.released(), LEAST_COVERED));
            }
        }
        boolean enough = score.setting().plan().layout().people() >= 15;
        if (plan.equals("inverted") && enough && score.accuracy(Quantity.worth(0, 1)).released() > 0) {
            marks.add(Mark.atLeast(name, "an inversion is found", score.count(Wrong.CONTEST::isClaimed), seeds,
                    LEAST_FOUND));
        }
        Score.Accuracy kept = score.accuracy(Quantity.KEPT);
        if (score.setting().plan().tradeoff() != null && kept.released() > 0) {
            marks.add(Mark.bias(name, "the share kept off by", kept, EXACT));
        }
    }

    /** People who go by the order alone are not said to go by anything else. */
    private void wrong() {
        if (!BY_THE_ORDER.contains(plan)) {
            return;
        }
        for (Wrong wrong : Wrong.all()) {
            if (score.knows(wrong.instrument())) {
                marks.add(Mark.atMost(name, wrong.instrument() + " claims what is not so",
                        score.count(wrong::isClaimed), seeds, MOST_FALSE));
            }
        }
        marks.add(Mark.atMost(name, "a report claims what is not so",
                score.count(one -> Wrong.all().stream().anyMatch(wrong -> wrong.isClaimed(one))), seeds, MOST_FALSE));
    }
}
