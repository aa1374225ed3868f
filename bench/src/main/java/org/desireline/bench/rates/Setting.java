package org.desireline.bench.rates;

import java.util.List;
import java.util.Locale;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Planted;
import org.desireline.world.planted.Tier;

/** A world as it is recorded: what is looked at with many seeds. */
record Setting(Plan plan, Tier tier, Flaws flaws, int weeks) {

    private static Setting of(String plan, Tier tier) {
        return new Setting(Plan.of(plan), tier, Flaws.NONE, Planted.WEEKS);
    }

    private static Setting of(String plan, Tier tier, Flaws flaws) {
        return new Setting(Plan.of(plan), tier, flaws, Planted.WEEKS);
    }

    /** Every setting that has a mark, and those that show where a mark ends. */
    static List<Setting> all() {
        return List.of(
                of("obedient", Tier.LOGGED), of("aligned", Tier.LOGGED), of("displaced", Tier.LOGGED),
                of("fast-seeking", Tier.LOGGED), of("inverted", Tier.LOGGED), of("orphan-area", Tier.LOGGED),
                of("review-bottleneck", Tier.LOGGED), of("hidden-block", Tier.LOGGED), of("push", Tier.LOGGED),
                of("late-labels", Tier.LOGGED),
                of("obedient", Tier.TRACED), of("aligned", Tier.TRACED), of("displaced", Tier.TRACED),
                of("fast-seeking", Tier.TRACED), of("inverted", Tier.TRACED), of("orphan-area", Tier.TRACED),
                of("review-bottleneck", Tier.TRACED), of("trace-density", Tier.TRACED),
                of("displaced", Tier.ENDS),
                of("displaced", Tier.LOGGED, Flaws.STARVED), of("inverted", Tier.LOGGED, Flaws.STARVED),
                of("displaced", Tier.TRACED, Flaws.STARVED), of("displaced", Tier.PAUSED),
                of("displaced", Tier.LOGGED, Flaws.USUAL), of("displaced", Tier.TRACED, Flaws.USUAL));
    }

    /** World, tier and flaws in words. */
    String name() {
        String state = flaws.equals(Flaws.NONE) ? "" : flaws.equals(Flaws.STARVED) ? ", a tenth" : ", flawed";
        return plan.name() + ", T" + (tier.ordinal() + 1) + " " + tier.name().toLowerCase(Locale.ROOT) + state;
    }
}
