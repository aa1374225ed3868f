package org.desireline.instrument.choice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.desireline.charter.Dimension;
import org.desireline.instrument.choice.Decisions.Outcome;
import org.desireline.instrument.choice.Scales.Column;
import org.desireline.part.Choice;
import org.desireline.part.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What decides which work is taken up, asked of one family of choices: whether it can be answered, and the models that
 * answer it under each setting.
 */
final class Question {

    private static final int FEWEST_PEOPLE = 5;
    private static final double FEWEST_EFFECTIVE = 4;
    private static final int CHOICES_A_TRAIT = 30;
    private static final int ATTRIBUTES = 7;
    private static final double MOST_MISSES = 0.1;
    private static final double LEAST_RANKED = 0.8;
    private static final double HALF = 0.5;
    /** Beyond it the columns of a model cannot be told apart. */
    private static final double WORST_CONDITION = 1e6;

    private final Decisions tally;
    private final Decisions.Settled settled;
    private final Frame frame;
    private final Choice.Family family;
    private final List<Decision> decisions;
    private final Design main;
    private final Marks marks;
    private final @Nullable String lack;
    private final @Nullable Scales scales;
    private final List<Column> columns = new ArrayList<>();
    private final @Nullable Fit fit;
    private final Map<Setting, Fit> others = new EnumMap<>(Setting.class);
    private final @Nullable Explained explained;

    Question(Decisions tally, Frame frame, Choice.Family family) {
        this.tally = tally;
        this.frame = frame;
        this.family = family;
        this.settled = tally.of(family);
        List<Decision> all = settled.decisions();
        this.marks = new Marks(settled);
        this.decisions = marks.areMostlyPushed() ? all.stream().filter(row -> !row.pushed()).toList() : all;
        this.main = Design.of(decisions, Setting.RULES);
        String missing = lack();
        Scales found = missing == null ? new Scales(main, asked()) : null;
        Fit fitted = found == null ? null : fitted(found);
        this.lack = missing == null && fitted == null
                ? "nothing that is known beforehand tells what lies on the menus apart" : missing;
        this.scales = found;
        this.fit = fitted;
        this.explained = fitted == null ? null : new Explained(main, columns);
        if (fitted != null) {
            settings();
            marks.passedOver(main, columns);
        }
    }

    private List<Trait> asked() {
        return Trait.ALL.stream().filter(trait -> switch (trait) {
            case PRIORITY -> tally.ranks() > 0;
            case BEGUN -> family == Choice.Family.SWITCH;
            case DUE, HAS_DUE, AGE, SIZE, FAMILIARITY, FRICTION, FAILURE, REQUESTER -> true;
        }).toList();
    }

    /**
     * How many choices are asked for: so many for priority, due date, age, size, familiarity, friction and failure,
     * and, where levels are declared, for the requester. What happens not to vary counts too, so that less data never
     * lowers the bar.
     */
    int needed() {
        boolean levels = frame.charter().intent().versions().stream().anyMatch(version -> !version.levels().isEmpty());
        return CHOICES_A_TRAIT * (ATTRIBUTES + (levels ? 1 : 0));
    }

    /** What keeps the question from being answered, or null. */
    private @Nullable String lack() {
        long starts = settled.starts();
        long misses = settled.outcomes(Outcome.menuMiss);
        long unranked = settled.outcomes(Outcome.unranked);
        long decided = settled.outcomes(Outcome.decided);
        if (frame.facts().proven() == 0) {
            return "without a change log no start of work is recorded";
        }
        if (starts == 0) {
            return "no such choice is recorded in the window";
        }
        if (isOfFew()) {
            return "fewer than " + FEWEST_PEOPLE + " people chose between two items or more";
        }
        if (main.size() < needed()) {
            return "only " + main.size() + " of " + starts + " choices in the window were between two items or more"
                    + (marks.areMostlyPushed() ? " and not handed out" : "") + ", and " + needed() + " are asked for";
        }
        if (main.largestShare() > HALF) {
            return "one person made more than half of the choices";
        }
        if (main.effectivePeople() < FEWEST_EFFECTIVE) {
            return "so few people made most of the choices that they count as fewer than four";
        }
        if (misses > MOST_MISSES * starts) {
            return misses + " of " + starts + " " + family.plural() + " were not on the menu they should have been on";
        }
        return tally.ranks() > 0 && decided < LEAST_RANKED * (decided + unranked)
                ? unranked + " of " + (decided + unranked) + " choices were of work without a known priority" : null;
    }

    /** Fits the columns, two of them made one wherever they cannot be told apart. */
    private @Nullable Fit fitted(Scales found) {
        while (true) {
            List<Column> now = found.columns();
            if (now.stream().noneMatch(Column::isReason)) {
                return null;
            }
            Fit fitted = Fit.of(main, now);
            if (fitted.condition() <= WORST_CONDITION || !found.joinClosest()) {
                columns.addAll(now);
                return fitted;
            }
        }
    }

    private void settings() {
        for (Setting setting : Setting.values()) {
            if (setting == Setting.RULES || (setting == Setting.OTHER_DRAW && isWhole())) {
                continue;
            }
            Design other = Design.of(decisions, setting);
            boolean enough = other.people() >= FEWEST_PEOPLE && other.size() >= needed()
                    && other.largestShare() <= HALF && other.effectivePeople() >= FEWEST_EFFECTIVE;
            if (enough) {
                others.put(setting, Fit.of(other, columns));
            }
        }
    }

    private boolean isWhole() {
        return main.decisions().stream().allMatch(Decision::isWhole);
    }

    /** Whether so few people stand behind it that not even counts of it may be told. */
    boolean isOfFew() {
        return main.people() < FEWEST_PEOPLE;
    }

    /** The name of the family in line ids. */
    String label() {
        return family.label();
    }

    Choice.Family family() {
        return family;
    }

    /** What became of the choices of the family. */
    Decisions.Settled settled() {
        return settled;
    }

    /** Whether priorities stand in an order. */
    boolean isOrdered() {
        return tally.ranks() > 0;
    }

    Frame frame() {
        return frame;
    }

    Design main() {
        return main;
    }

    Marks marks() {
        return marks;
    }

    /** Why it cannot be answered, or null where it is. */
    @Nullable String lacking() {
        return lack;
    }

    /** The columns of the model; none where there is none. */
    List<Column> columns() {
        return columns;
    }

    /** The column that is a trait alone, or -1. */
    int column(Trait trait) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).is(trait)) {
                return i;
            }
        }
        return -1;
    }

    /** The main model; only where nothing is lacking. */
    Fit fit() {
        return present(fit);
    }

    /** The scales of the main model; only where nothing is lacking. */
    Scales scales() {
        return present(scales);
    }

    /** What explains the choices; only where nothing is lacking. */
    Explained explained() {
        return present(explained);
    }

    private <T> T present(@Nullable T asked) {
        if (asked == null) {
            throw new IllegalStateException("There is no model of " + label() + ": " + lack + ".");
        }
        return asked;
    }

    /** The coefficient of a column under every setting that could be fitted. */
    List<Double> range(int column) {
        List<Double> range = new ArrayList<>(List.of(fit().beta(column)));
        others.values().forEach(other -> range.add(other.beta(column)));
        return range;
    }

    /** The number of priorities that stand in an order. */
    int ranks() {
        return frame.classes().named(Dimension.PRIORITY);
    }

    /** People below whom nothing is told. */
    static int fewestPeople() {
        return FEWEST_PEOPLE;
    }

    /** Whether a design can carry a model of these columns, for a part of the choices. */
    boolean carries(Design design) {
        return design.people() >= FEWEST_PEOPLE && design.largestShare() <= HALF
                && design.effectivePeople() >= FEWEST_EFFECTIVE
                && design.size() >= CHOICES_A_TRAIT * columns.size();
    }
}
