package org.desireline.bench.rates;

import java.util.List;
import java.util.Locale;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Neglect;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Planted;
import org.desireline.world.planted.Tier;

/** A world as it is recorded: what is looked at with many seeds. */
record Setting(Plan plan, Tier tier, Flaws flaws, int weeks) {

    /** Weeks in which fifteen people of the inverted world make 450 choices between classes: 431 in 26 (20 seeds). */
    private static final int WEEKS_OF_450 = 27;

    /** Weeks of a quarter. */
    static final int QUARTER = 13;

    /** Weeks, with the days of the last one, within which an orphaned area is to be found: not quite six. */
    private static final int SIX_WEEKS = 5;

    private static Setting of(String plan, Tier tier) {
        return new Setting(Plan.of(plan), tier, Flaws.NONE, Planted.WEEKS);
    }

    private static Setting of(String plan, Tier tier, Flaws flaws) {
        return new Setting(Plan.of(plan), tier, flaws, Planted.WEEKS);
    }

    private static Setting of(String plan, Tier tier, int weeks) {
        return new Setting(Plan.of(plan), tier, Flaws.NONE, weeks);
    }

    private static Setting settled(String plan, int teams, int members, int weeks) {
        return new Setting(Plan.of(plan).settled(teams, members), Tier.LOGGED, Flaws.NONE, weeks);
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
                of("displaced", Tier.LOGGED, Flaws.USUAL), of("displaced", Tier.TRACED, Flaws.USUAL),
                of("even-over", Tier.LOGGED), of("pooled", Tier.LOGGED), of("fast-seeking", Tier.LOGGED, Flaws.USUAL),
                settled("aligned", 1, 6, 52), settled("aligned", 3, 5, 26), settled("aligned", 8, 5, 26),
                settled("inverted", 1, 6, 52), settled("inverted", 3, 5, WEEKS_OF_450),
                settled("inverted", 8, 5, 26), settled("fast-seeking", 3, 5, 26), settled("fast-seeking", 8, 5, 26),
                of("quiet", Tier.LOGGED), of("quiet", Tier.TRACED), of("orphan-area", Tier.LOGGED, SIX_WEEKS),
                of("orphan-area", Tier.TRACED, SIX_WEEKS), of("deserted-area", Tier.LOGGED, QUARTER),
                of("deserted-area", Tier.TRACED, QUARTER), of("orphan-area", Tier.LOGGED, QUARTER),
                of("orphan-area", Tier.TRACED, QUARTER), of("aligned", Tier.LOGGED, QUARTER),
                of("aligned", Tier.TRACED, QUARTER));
    }

    /** The weeks that are looked at: those before them, in which the organisation settled, are on record too. */
    String window() {
        return plan.layout().warmUpWeeks() > 0 ? weeks + "w" : "all";
    }

    /** Whether it is there for what is said of promises and of areas only. */
    boolean isOfFollowThrough() {
        return !plan.neglect().equals(Neglect.NONE) || weeks == SIX_WEEKS || weeks == QUARTER;
    }

    /** Whether it is an organisation of the usual size. */
    boolean isUsual() {
        return plan.unsettled().equals(plan) && weeks == Planted.WEEKS;
    }

    /** World, size, tier and flaws in words. */
    String name() {
        String state = flaws.equals(Flaws.NONE) ? "" : flaws.equals(Flaws.STARVED) ? ", a tenth" : ", flawed";
        String size = plan.layout().warmUpWeeks() == 0 ? weeks == Planted.WEEKS ? "" : ", " + weeks + " weeks"
                : ", " + plan.layout().teams() + " × " + plan.layout().members() + " for " + weeks + " weeks";
        return plan.name() + size + ", T" + (tier.ordinal() + 1) + " " + tier.name().toLowerCase(Locale.ROOT) + state;
    }
}
