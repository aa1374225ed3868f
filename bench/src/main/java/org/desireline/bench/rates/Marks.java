package org.desireline.bench.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desireline.instrument.Trap;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Tier;

/** The marks of METHODS 13.2 and of the must-shows, for the worlds there are; those about choices stand beside it. */
final class Marks {

    /** Kinds of sentences that claim something. */
    static final List<String> CLAIMS = List.of("order", "displaced", "path", "party");

    /** The sentences that say what was planted. */
    static final Map<String, List<String>> PLANTED = Map.of(
            "displaced", List.of("displaced", "order"), "fast-seeking", List.of("order", "displaced"),
            "inverted", List.of("displaced", "order"), "orphan-area", List.of("path"),
            "review-bottleneck", List.of("party"));

    /** The flag that each trap must raise. */
    static final Map<String, Trap> TRAPS = Map.of("hidden-block", Trap.HIDDEN_OBSTACLES, "push", Trap.PUSH,
            "late-labels", Trap.LATE_LABELS, "trace-density", Trap.TRACE_DENSITY);

    private static final Set<String> NO_PROBLEM = Set.of("obedient", "aligned", "pooled");
    private static final double LEAST_RELEASED = 0.8;
    private static final double LEAST_REFUSED = 0.99;
    private static final double LEAST_FLAGGED = 0.8;
    private static final double LEAST_SAID = 0.9;
    private static final double MOST_FALSE = 0.05;

    private final List<Mark> marks = new ArrayList<>();
    private final Score score;
    private final String name;
    private final String plan;
    private final long seeds;

    private Marks(Score score) {
        this.score = score;
        this.name = score.setting().name();
        this.plan = score.setting().plan().name();
        this.seeds = score.outcomes().size();
    }

    static List<Mark> of(Score score) {
        Marks marks = new Marks(score);
        if (score.setting().isUsual() && !score.setting().isOfFollowThrough()
                && score.setting().plan().tradeoff() == null) {
            marks.hours();
        }
        if (!score.setting().isOfFollowThrough()) {
            marks.marks.addAll(ChoiceMarks.of(score));
        }
        marks.marks.addAll(FollowMarks.of(score));
        return marks.marks;
    }

    private void hours() {
        if (score.setting().flaws().equals(Flaws.STARVED)) {
            starved();
        } else if (score.setting().flaws().equals(Flaws.NONE)) {
            switch (score.setting().tier()) {
                case LOGGED -> logged();
                case TRACED -> traced();
                case PAUSED -> { }
                case ENDS -> ends();
            }
        }
    }

    private void starved() {
        marks.add(Mark.atLeast(name, "D refused", score.count(one -> !one.told(Quantity.D).isReleased()), seeds,
                LEAST_REFUSED));
        marks.add(Mark.atLeast(name, "no claim is made", seeds - score.said(CLAIMS), seeds, LEAST_REFUSED));
    }

    private void ends() {
        marks.add(Mark.atLeast(name, "D and Π refused", score.count(one -> !one.told(Quantity.D).isReleased()
                && !one.told(Quantity.PULL).isReleased()), seeds, LEAST_REFUSED));
    }

    private void logged() {
        Trap trap = TRAPS.get(plan);
        if (trap != null && trap != Trap.TRACE_DENSITY) {
            trap(trap);
            return;
        }
        for (Quantity quantity : List.of(Quantity.WORKED, Quantity.UNOWNED, Quantity.REVIEW, Quantity.BLOCKED)) {
            marks.add(Mark.bias(name, quantity.label() + " off by", score.accuracy(quantity), 0.01));
        }
        order(0.02);
        sentence();
    }

    private void traced() {
        Trap trap = TRAPS.get(plan);
        if (trap != null) {
            trap(trap);
        } else {
            order(0.04);
            sentence();
        }
    }

    private void order(double mostBias) {
        Score.Accuracy displacement = score.accuracy(Quantity.D);
        marks.add(Mark.bias(name, "D off by", displacement, mostBias));
        if (!plan.equals("obedient")) {
            // A share that is truly 0 lies at the end of every interval that noise can move.
            marks.add(Mark.atLeast(name, "D's interval holds the truth", displacement.covered(),
                    displacement.released(), 0.92));
        }
        switch (plan) {
            case "obedient" -> obedient();
            case "aligned" -> marks.add(Mark.atMost(name, "D shows", displacement.shown(), seeds, MOST_FALSE));
            case "displaced" -> {
                marks.add(Mark.atLeast(name, "D claims", displacement.claimed(), seeds, 0.9));
                marks.add(Mark.atLeast(name, "D released", displacement.released(), seeds, LEAST_RELEASED));
            }
            case "inverted" -> marks.add(Mark.atLeast(name, "Π below 0",
                    score.count(one -> one.told(Quantity.PULL).isReleased() && !one.told(Quantity.PULL).isAbove(0)),
                    seeds, LEAST_REFUSED));
            default -> { }
        }
        marks.add(Mark.atLeast(name, "Π released", score.accuracy(Quantity.PULL).released(), seeds, LEAST_RELEASED));
    }

    private void obedient() {
        if (score.setting().tier() != Tier.LOGGED) {
            return;
        }
        marks.add(Mark.atLeast(name, "displacedNew at most 0.001",
                score.count(one -> !one.told(Quantity.DISPLACED_NEW).isAbove(0.001)), seeds, LEAST_REFUSED));
        marks.add(Mark.atLeast(name, "Π at least 0.99",
                score.count(one -> one.told(Quantity.PULL).isAbove(0.99 - 1e-9)), seeds, LEAST_REFUSED));
    }

    private void trap(Trap trap) {
        marks.add(Mark.atLeast(name, "flag '" + trap.label() + "'", score.count(one -> one.isFlagged(trap)), seeds,
                LEAST_FLAGGED));
        for (Quantity quantity : List.of(Quantity.D, Quantity.PULL)) {
            if (quantity.equals(Quantity.D) || trap != Trap.TRACE_DENSITY) {
                marks.add(Mark.atMost(name, quantity.label() + " shows", score.accuracy(quantity).shown(), seeds, 0));
            }
        }
    }

    private void sentence() {
        if (NO_PROBLEM.contains(plan)) {
            marks.add(Mark.atMost(name, "a claim is made", score.said(CLAIMS), seeds, MOST_FALSE));
        } else {
            marks.add(Mark.atLeast(name, "what was planted is said",
                    score.said(PLANTED.getOrDefault(plan, List.of())), seeds, LEAST_SAID));
        }
    }
}
