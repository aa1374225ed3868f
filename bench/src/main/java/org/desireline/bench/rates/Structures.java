package org.desireline.bench.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.finding.Finding;
import org.desireline.finding.Finding.Structure;
import org.desireline.number.Strength;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Local;
import org.desireline.world.planted.Neglect;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Planted;
import org.desireline.world.planted.Tier;

/**
 * Organisations in which one structure is missing, or two, the first of which costs important work about twice as many
 * hours as the second; and one whose trouble is none of structure. Hours over the aligned organisation of the same seed
 * (6 seeds, important work, 26 weeks): orphans 200 h 2,488, 800 h 9,365; ease 4,697; quiet 0.06 about 4,000, 0.1 5,721,
 * 0.25 about 14,000, 0.04 about 2,700; overload of one team 1.05 5,537, 1.15 8,994, 1.3 16,203.
 */
final class Structures {

    private static final double LEAST_RIGHT = 0.9;
    private static final double MOST_FALSE = 0.05;
    private static final Plan ALIGNED = Plan.of("aligned");
    private static final Plan EASE = ALIGNED.picking(0.2, 1.2);

    /** By name of the plan, what is to be named first. */
    private static final Map<String, Structure> FIRST = new TreeMap<>(Map.ofEntries(
            Map.entry("orphan-area", Structure.OWNERSHIP), Map.entry("slow-reviews", Structure.OWNERSHIP),
            Map.entry("fast-seeking", Structure.INCENTIVES), Map.entry("overload", Structure.CAPACITY),
            Map.entry("quiet", Structure.FOLLOW_THROUGH),
            Map.entry("orphans, then overload", Structure.OWNERSHIP),
            Map.entry("orphans, then ease", Structure.OWNERSHIP),
            Map.entry("orphans, then quiet", Structure.OWNERSHIP),
            Map.entry("overload, then ease", Structure.CAPACITY),
            Map.entry("quiet, then overload", Structure.FOLLOW_THROUGH),
            Map.entry("ease, then quiet", Structure.INCENTIVES)));

    /** The plans in which nothing is missing that a finding may show. */
    private static final Set<String> SOUND = Set.of("aligned", "aligned, with promises");

    private static final List<Plan> PLANS = List.of(
            ALIGNED.neglecting(new Neglect(0.15, 0, 0)).called("aligned, with promises"),
            ALIGNED.differing(new Local(1, ALIGNED.load(), 30, 1)).called("slow-reviews"),
            ALIGNED.differing(new Local(1, ALIGNED.load(), ALIGNED.reviewHours(), 3)).called("large-items"),
            ALIGNED.orphaning(1000).differing(new Local(1, 1.05, ALIGNED.reviewHours(), 1))
                    .called("orphans, then overload"),
            EASE.orphaning(800).called("orphans, then ease"),
            ALIGNED.orphaning(800).neglecting(new Neglect(0.15, 0.06, 0)).called("orphans, then quiet"),
            EASE.differing(new Local(1, 1.3, ALIGNED.reviewHours(), 1)).called("overload, then ease"),
            ALIGNED.neglecting(new Neglect(0.15, 0.25, 0)).differing(new Local(1, 1.1, ALIGNED.reviewHours(), 1))
                    .called("quiet, then overload"),
            EASE.neglecting(new Neglect(0.15, 0.04, 0)).called("ease, then quiet"));

    private Structures() {}

    /** Plans that are there for other marks as well, of which a record without flaws is a setting already. */
    private static final List<Plan> SHARED =
            List.of(ALIGNED, Plan.of("orphan-area"), Plan.of("fast-seeking"), Plan.of("quiet"));

    /** The settings that are there for what is named first: logged and traced, without flaws and with the usual. */
    static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (Tier tier : List.of(Tier.LOGGED, Tier.TRACED)) {
            for (Flaws flaws : List.of(Flaws.NONE, Flaws.USUAL)) {
                PLANS.forEach(plan -> settings.add(new Setting(plan, tier, flaws, Planted.WEEKS)));
                settings.add(new Setting(Plan.of("overload"), tier, flaws, Planted.WEEKS));
            }
            SHARED.forEach(plan -> settings.add(new Setting(plan, tier, Flaws.USUAL, Planted.WEEKS)));
        }
        return settings;
    }

    /** Whether a setting is there for what is named first only. */
    static boolean isOf(Setting setting) {
        return PLANS.contains(setting.plan()) || setting.plan().name().equals("overload");
    }

    /** Whether no structure is missing in an organisation. */
    static boolean isSound(Plan plan) {
        return !FIRST.containsKey(plan.name());
    }

    /** What is named first, and how strongly, of all seeds. */
    static Map<String, Long> named(Score score) {
        Map<String, Long> named = new TreeMap<>();
        score.outcomes().forEach(one -> named.merge(one.findings().isEmpty() ? "nothing"
                : one.findings().getFirst().structure().label() + " " + one.findings().getFirst().strength().label(),
                1L, Long::sum));
        return named;
    }

    static List<Mark> of(Score score) {
        Setting setting = score.setting();
        String plan = setting.plan().name();
        long seeds = score.outcomes().size();
        if (setting.flaws().equals(Flaws.STARVED) || setting.weeks() != Planted.WEEKS
                || setting.plan().layout().warmUpWeeks() > 0 || setting.tier() == Tier.ENDS) {
            return List.of();
        }
        List<Mark> marks = new ArrayList<>();
        Structure first = FIRST.get(plan);
        if (first != null) {
            marks.add(Mark.atLeast(setting.name(), first.label() + " named first", score.count(one ->
                    !one.findings().isEmpty() && one.findings().getFirst().structure() == first), seeds,
                    LEAST_RIGHT));
        }
        if (plan.equals("large-items")) {
            marks.add(Mark.atLeast(setting.name(), "no structure named first", score.count(one ->
                    one.findings().isEmpty() || one.findings().getFirst().structure() == Structure.NOT_EXPLAINED),
                    seeds, LEAST_RIGHT));
        }
        if (SOUND.contains(plan)) {
            marks.add(Mark.atMost(setting.name(), "a finding shows", score.count(one -> one.findings().stream()
                    .map(Finding::strength).anyMatch(strength -> strength == Strength.SHOWS)), seeds, MOST_FALSE));
        }
        return marks;
    }
}
