package org.desireline.world.planted;

import java.util.List;
import org.desireline.world.Taste;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation is like before it begins to live. Hours are working hours unless said otherwise.
 *
 * @param name what the plan is called
 * @param taste by what its people pick the next piece of work; weights are per typical difference between items
 * @param stay how much more the item in hand attracts than the same item would from the desk, in log-odds
 * @param spread standard deviation of people's own weight of importance around the taste's
 * @param load work that arrives, as a share of the work that can be done
 * @param assignHours mean time until an item has an owner
 * @param orphanHours the same for the items of the last area, elapsed hours; 0 where that area is like the others
 * @param reviewHours mean time from the request of a review to its answer
 * @param hiddenShare share of the most important items that cannot be started at first, for a reason nobody records;
 * less with each class, down to none of the least important
 * @param pushedShare share of the items that wait for a dispatcher, who hands the most important one to whoever is free
 * @param relabelledShare share of the items whose priority is only set when somebody starts them
 * @param density how many times as dense the commits on the most important items are as on the least important
 * @param layout how large it is, and how work reaches its people
 * @param tradeoff a declared exception from the order, or null without one
 * @param neglect what is promised, and what is left lying
 * @param local in what one team differs from the others
 */
public record Plan(
        String name, Taste taste, double stay, double spread, double load, double assignHours, double orphanHours,
        double reviewHours, double hiddenShare, double pushedShare, double relabelledShare, double density,
        Layout layout, @Nullable Tradeoff tradeoff, Neglect neglect, Local local) {

    /** The classes, the most important first. */
    public static final List<String> CLASSES = List.of("Blocker", "Critical", "Major", "Minor");

    /** The weights that stand for always taking the most important. */
    private static final double ALWAYS = 3000;

    /** The weight of importance at which three tenths of the time lost to other ranks is lost to lower ones. */
    private static final double DISPLACED = 0.50;

    /**
     * Weeks after which as much work lies about as later on: measured over 20 seeds of the aligned world, 4.4 open
     * items a person after 12 weeks, 4.9 after 20, and from 24 weeks to 52 between 4.7 and 5.3 without a trend.
     */
    private static final int WARM_UP_WEEKS = 26;

    /** Of every seven items one is promised for a day: some three hundred in half a year. */
    private static final double PROMISED = 0.15;

    /** Not quite six weeks: the record ends on a Friday. */
    private static final int DESERTED_WEEKS = 5;

    /** More than can be done: the backlog grows by a fifth of what is finished. */
    private static final double OVERLOAD = 1.2;

    /** A team of the organisation's own zone. */
    private static final int APART = 2;

    /** On three days of five. */
    private static final double EVENINGS = 0.6;

    /** "Major even over Critical", in three weeks of every six. */
    private static final Tradeoff EVEN_OVER = new Tradeoff(2, 1, 0.6, 6, 3);

    private static final Plan ALIGNED = new Plan("aligned", new Taste(1.2, 0), 1, 0.2, 0.8, 4, 0, 8, 0, 0, 0, 1,
            Layout.FOUR_BY_SIX, null, Neglect.NONE, Local.NONE);

    private static final Plan TRAP = ALIGNED.picking(0.8, 0);

    private static final List<Plan> ALL = List.of(
            ALIGNED.picking(ALWAYS, 0).alike().called("obedient"),
            ALIGNED,
            ALIGNED.picking(DISPLACED, 0).called("displaced"),
            ALIGNED.picking(0.2, 1.2).called("fast-seeking"),
            ALIGNED.picking(-0.8, 0.3).called("inverted"),
            departing("orphan-area", ALIGNED.taste, 200, 8, 0, 0, 0, 1),
            departing("review-bottleneck", ALIGNED.taste, 0, 30, 0, 0, 0, 1),
            departing("hidden-block", TRAP.taste, 0, 8, 0.6, 0, 0, 1),
            departing("push", TRAP.taste, 0, 8, 0, 0.5, 0, 1),
            departing("late-labels", TRAP.taste, 0, 8, 0, 0, 0.4, 1),
            departing("trace-density", new Taste(DISPLACED, 0), 0, 8, 0, 0, 0, 2),
            ALIGNED.pooling(0.5).called("pooled"),
            ALIGNED.excepting(EVEN_OVER).called("even-over"),
            ALIGNED.neglecting(new Neglect(PROMISED, 0.1, 0)).called("quiet"),
            ALIGNED.neglecting(new Neglect(0, 0, DESERTED_WEEKS)).called("deserted-area"),
            ALIGNED.differing(new Local(1, OVERLOAD, ALIGNED.reviewHours, 1)).called("overload"),
            ALIGNED.differing(new Local(APART, ALIGNED.load, ALIGNED.reviewHours, 1,
                    new Taste(-ALIGNED.taste.important(), 0), 0)).called("opposed"),
            ALIGNED.differing(new Local(APART, ALIGNED.load, ALIGNED.reviewHours, 1, null, EVENINGS))
                    .called("evenings"));

    private static Plan departing(String name, Taste taste, double orphanHours, double reviewHours, double hiddenShare,
            double pushedShare, double relabelledShare, double density) {
        return new Plan(name, taste, ALIGNED.stay, ALIGNED.spread, ALIGNED.load, ALIGNED.assignHours, orphanHours,
                reviewHours, hiddenShare, pushedShare, relabelledShare, density, ALIGNED.layout, null, Neglect.NONE,
                Local.NONE);
    }

    /** Every plan, those with a problem to find, those without, and those that set a trap. */
    public static List<Plan> all() {
        return ALL;
    }

    /** The plan of that name. */
    public static Plan of(String name) {
        return ALL.stream().filter(plan -> plan.name.equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no world called '" + name
                        + "'. There are: " + String.join(", ", ALL.stream().map(Plan::name).toList()) + "."));
    }

    /** What was planted, in words. */
    public String problem() {
        return switch (name) {
            case "obedient" -> "no problem: everybody always takes the most important thing there is.";
            case "aligned" -> "no problem: the order is mostly followed, and what is in hand is mostly finished.";
            case "displaced" -> "the order is known and weakly followed: what is less important is begun while what is"
                    + " more important waits.";
            case "fast-seeking" -> "people take what is quickly done, and hardly look at its importance.";
            case "inverted" -> "the more important, the later: what is declared last is started first.";
            case "orphan-area" -> "the order is followed, but what comes in for one area waits for days until somebody"
                    + " owns it.";
            case "review-bottleneck" -> "the order is followed, but every review takes days to be answered.";
            case "hidden-block" -> "a trap: much of the most important work cannot be started at first, and nobody"
                    + " records why.";
            case "push" -> "a trap: half of the work is handed out by a dispatcher and started at once.";
            case "late-labels" -> "a trap: much of the work is called important only when somebody begins it.";
            case "trace-density" -> "a trap: work on what is important leaves twice as many traces.";
            case "pooled" -> "no problem: the order is mostly followed, and half of the work is handed to nobody but"
                    + " waits until somebody of the team takes it.";
            case "even-over" -> "the order is mostly followed, but what was declared for times of freeze is kept in"
                    + " three of five occasions only.";
            case "quiet" -> "the order is mostly followed, but of what is promised for a day a tenth is forgotten.";
            case "deserted-area" -> "the order is mostly followed, but for some weeks nobody of its team does anything"
                    + " for one area, while items keep coming in.";
            case "overload" -> "the order is mostly followed, but one team gets a fifth more work than it can do.";
            case "opposed" -> "one team begins what is declared last, while all others mostly follow the order.";
            case "evenings" -> "the order is mostly followed, but one team stays on for two hours on three days of"
                    + " five.";
            default -> throw new IllegalStateException("Nobody said what is planted in " + name + ".");
        };
    }

    /** The same with another taste. */
    public Plan picking(double important, double fast) {
        return with(name, new Taste(important, fast), spread, layout, tradeoff);
    }

    /** The same of another size, and lived until as much work lies about as later on before its weeks begin. */
    public Plan settled(int teams, int members) {
        return with(name, taste, spread, new Layout(teams, members, WARM_UP_WEEKS, layout.pooledShare()), tradeoff);
    }

    /** The same with four teams of six who begin with empty desks. */
    public Plan unsettled() {
        Layout usual = Layout.FOUR_BY_SIX;
        return with(name, taste, spread, new Layout(usual.teams(), usual.members(), usual.warmUpWeeks(),
                layout.pooledShare()), tradeoff);
    }

    /** The same with a share of the items that wait to be taken by somebody of the team. */
    public Plan pooling(double share) {
        return with(name, taste, spread,
                new Layout(layout.teams(), layout.members(), layout.warmUpWeeks(), share), tradeoff);
    }

    /** The same with a declared exception from the order. */
    public Plan excepting(Tradeoff rule) {
        return with(name, taste, spread, layout, rule);
    }

    /** The same with what is promised and left lying. */
    public Plan neglecting(Neglect other) {
        return new Plan(name, taste, stay, spread, load, assignHours, orphanHours, reviewHours, hiddenShare,
                pushedShare, relabelledShare, density, layout, tradeoff, other, local);
    }

    /** The same with one team that differs from the others. */
    public Plan differing(Local other) {
        return new Plan(name, taste, stay, spread, load, assignHours, orphanHours, reviewHours, hiddenShare,
                pushedShare, relabelledShare, density, layout, tradeoff, neglect, other);
    }

    /** The same with what comes in for the last area waiting for an owner. */
    public Plan orphaning(double hours) {
        return new Plan(name, taste, stay, spread, load, assignHours, hours, reviewHours, hiddenShare, pushedShare,
                relabelledShare, density, layout, tradeoff, neglect, local);
    }

    /** Work that arrives at a team, as a share of what it can do. */
    double loadOf(int team) {
        return team == local.team() ? local.load() : load;
    }

    /** Mean time until a review is answered in a team. */
    double reviewHoursOf(int team) {
        return team == local.team() ? local.reviewHours() : reviewHours;
    }

    /** By what the people of a team pick. */
    Taste tasteOf(int team) {
        Taste own = local.taste();
        return team == local.team() && own != null ? own : taste;
    }

    /** On which share of the days the people of a team stay on. */
    double eveningsOf(int team) {
        return team == local.team() ? local.evenings() : 0;
    }

    /** How many times as large as usual the items of a team are. */
    double sizeOf(int team) {
        return team == local.team() ? local.size() : 1;
    }

    private Plan alike() {
        return with(name, taste, 0, layout, tradeoff);
    }

    /** The same under another name. */
    public Plan called(String other) {
        return with(other, taste, spread, layout, tradeoff);
    }

    private Plan with(
            String another, Taste others, double othersSpread, Layout otherwise, @Nullable Tradeoff exception) {
        return new Plan(another, others, stay, othersSpread, load, assignHours, orphanHours, reviewHours, hiddenShare,
                pushedShare, relabelledShare, density, otherwise, exception, neglect, local);
    }
}
