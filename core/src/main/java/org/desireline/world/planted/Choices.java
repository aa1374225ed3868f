package org.desireline.world.planted;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.desireline.world.planted.Pick.Kind;
import org.desireline.world.planted.Pick.Option;

/**
 * What people of a planted organisation chose, and the weights by which they did: the truth of every figure about
 * choices.
 *
 * <p>Weights are told in three units: of a taste (per standard deviation over all items), of what can be read off a
 * record (per unit of the rank score, and per unit of minus the logarithm of the hours), and of a typical menu (per
 * pooled standard deviation within menus). People's own weights of importance spread around the plan's; what one logit
 * over all of them tends to lies nearer to 0 than their mean and is not told here, for it depends on the menus: it is
 * measured by fitting, on many seeds.
 */
public final class Choices {

    private final Plan plan;
    private final List<Double> importance;
    private final List<Pick> picks;

    Choices(Plan plan, List<Double> importance, List<Pick> picks) {
        this.plan = plan;
        this.importance = List.copyOf(importance);
        this.picks = List.copyOf(picks);
    }

    /** The choices of a kind among at least two things, in the order of time. */
    public List<Pick> picks(Kind kind) {
        return picks.stream().filter(pick -> pick.kind() == kind).toList();
    }

    /**
     * The pooled standard deviation of an attribute within the menus of a kind: the root of the squares of all
     * deviations from their menu's mean over the number of alternatives less one for each menu; 0 without a menu.
     */
    public double within(Kind kind, ToDoubleFunction<Option> attribute) {
        double squares = 0;
        long free = 0;
        for (Pick pick : picks(kind)) {
            double mean = pick.menu().stream().mapToDouble(attribute).average().orElse(0);
            squares += pick.menu().stream().mapToDouble(attribute).map(x -> (x - mean) * (x - mean)).sum();
            free += pick.menu().size() - 1;
        }
        return free == 0 ? 0 : StrictMath.sqrt(squares / free);
    }

    /** The mean over people of their own weight of importance, by the rank score. */
    public double importance() {
        return importance.stream().mapToDouble(Double::doubleValue).average().orElse(0) / Scale.IMPORTANCE_SD;
    }

    /** The weight of ease, by minus the logarithm of the hours. */
    public double ease() {
        return plan.taste().fast() / Arrivals.SIZE_SIGMA;
    }

    /** The mean weight of importance, by a typical difference within the menus of a kind. */
    public double importanceEffect(Kind kind) {
        return importance() * within(kind, Option::importance);
    }

    /** The weight of ease, by a typical difference within the menus of a kind. */
    public double easeEffect(Kind kind) {
        return ease() * within(kind, Option::ease);
    }

    /**
     * The log-odds of an item of one class over one of another that is alike but for it, averaged over people.
     *
     * @param one its rank, 0 the most important
     * @param other the other's rank
     */
    public double worth(int one, int other) {
        return importance() * (Scale.importance(one) - Scale.importance(other));
    }

    /** First starts about which the declared exception from the order had something to say. */
    public long occasions() {
        return picks.stream().filter(pick -> pick.kind() == Kind.FIRST_START && pick.excepted()).count();
    }

    /** Those of them in which it was kept. */
    public long kept() {
        Tradeoff rule = plan.tradeoff();
        return rule == null ? 0 : picks.stream().filter(pick -> pick.kind() == Kind.FIRST_START && pick.excepted()
                && pick.choice().rank() == rule.prefer()).count();
    }

    /** Those of them in which it was broken. */
    public long broken() {
        return occasions() - kept();
    }
}
