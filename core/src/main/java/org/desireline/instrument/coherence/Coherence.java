package org.desireline.instrument.coherence;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.MenuCases;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Tally;
import org.desireline.instrument.Top;
import org.desireline.number.ExactSum;
import org.desireline.part.ActorWeek;
import org.desireline.part.Choice;
import org.desireline.part.Frame;
import org.desireline.part.Meeting;
import org.desireline.part.Part;

/**
 * Sets how busy teams are beside whether they pull the same way.
 *
 * <p>Question: does everybody keep moving, and together? Unit: recorded work over capacity, team by team; pairs of
 * priorities of which two teams start the same one first, or opposite ones. Method: see the card and {@link Activity},
 * {@link Side} and {@link Directions}. Cost: O(menu) a choice, O(classes) a week of an actor; memory in teams × pairs
 * of classes × people. Law: what is the same, opposite and undecided adds up to what two teams can be compared in.
 * Blind spot: teams between whose work priorities never compete.
 */
public final class Coherence implements Instrument<Part, Coherence.Count> {

    /** By which rules a menu is made. */
    enum View {
        /** Containers, blocked and parked items are on no menu: the one by which figures are told. */
        RULES(Choice.UNFIT),
        /** Every unstarted, open item of the owner is on the menu. */
        OPEN_DESK(0),
        /** By the rules, and only starts that nobody had assigned within the last 15 minutes. */
        PULLED(Choice.UNFIT);

        private final int barred;

        View(int barred) {
            this.barred = barred;
        }
    }

    /** What a sum counts. */
    enum Kind { MET, WON }

    /** The tally. */
    public static final class Count implements Serializable {

        private static final long serialVersionUID = 1L;

        final int named;
        /** Choices by view, team, pair of classes and actor. */
        final Tally choices = new Tally();
        /** By the same, how many the first would have won by blind draws, and by all but the actor, their variance. */
        final TreeMap<Long, ExactSum> expected = new TreeMap<>();
        final TreeMap<Long, ExactSum> spread = new TreeMap<>();
        final HashMap<Long, Top> evidence = new HashMap<>();
        /** By team and then week: recorded work on calendar, and working hours of the members at work, in millis. */
        final TreeMap<Integer, TreeMap<Long, long[]>> weeks = new TreeMap<>();
        /** By team and then actor: recorded work on calendar. */
        final TreeMap<Integer, TreeMap<Integer, Long>> people = new TreeMap<>();
        /** Weeks in which anybody left a trace. */
        final TreeMap<Long, Long> mondays = new TreeMap<>();
        long parts;
        long used;
        long outside;

        Count(Frame frame) {
            named = frame.classes().named(Dimension.PRIORITY);
        }
    }

    private static final int WHO_BITS = 28;
    private static final int CODE_BITS = 5;

    @Override
    public Card card() {
        return new Card(
                "coherence",
                "Everybody keeps moving; but do all move the same way?",
                "recorded work over capacity, team by team; pairs of priorities of which two teams start the same, or"
                        + " opposite ones, first",
                "Activity: recorded work on calendar of a team's members over what the charter declares that it can do"
                        + " in a week, or else over the working hours of those members who left a trace; the mean over"
                        + " weeks with a bootstrap interval over blocks of four weeks. It is never averaged over teams."
                        + " Direction: of two priorities, which one a team's people start where both lie ready on one"
                        + " desk, counted as contest counts wins. It is decided in a team where the interval of its"
                        + " wins, the wider of Wilson's and a delete-one-person jackknife's, excludes a half, and their"
                        + " surplus over blind draws from the same menus excludes 0 on the same side. Two teams are"
                        + " compared in the pairs that each of them met ten times: how many have the same winner, how"
                        + " many opposite ones, how many are undecided. Opposite directions are claimed by the largest"
                        + " of the four one-sided p, adjusted by Holm over all pairs of teams and of priorities;"
                        + " shown only where other menus and pulled starts lean the same way and contest met no trap.",
                List.of("Wilson (1927), Probable inference, the law of succession, and statistical inference",
                        "Tukey (1958), Bias and confidence in not quite large samples",
                        "Berger (1982), Multiparameter hypothesis testing and acceptance sampling",
                        "Holm (1979), A simple sequentially rejective multiple test procedure",
                        "Künsch (1989), The jackknife and the bootstrap for general stationary observations",
                        "Politis and Romano (1992), A circular block-resampling procedure for stationary data"),
                "O(menu) a choice and O(classes) a week of an actor; memory in teams × pairs of classes × people",
                List.of("contest"),
                "A charter that declares the members of teams. For activity 8 whole weeks, 5 people of the team and κ"
                        + " of 20 %; for direction two teams that each met a pair of priorities 10 times, by 5 people"
                        + " as evenly as 4 would, none above half",
                "Two teams are said to pull in opposite directions where they start the same priorities first",
                List.of("Where priorities seldom compete on one desk, nothing tells which way a team pulls",
                        "Two teams may be right to differ: their charters, or what lies before them, may ask for it",
                        "Work that leaves no record makes a team look less active; a capacity taken from the calendar"
                                + " is an upper bound, for nobody records a whole day",
                        "Whoever belongs to several teams counts for the first that is declared",
                        "Items that could not be started for reasons nobody recorded"));
    }

    @Override
    public List<Class<? extends Part>> grains() {
        return List.of(Choice.class, ActorWeek.class);
    }

    @Override
    public Count zero(Frame frame) {
        return new Count(frame);
    }

    /** Packs a key; the actor stands in the low bits. */
    static long key(View view, Kind kind, int team, int first, int second, int who) {
        if (who < 0 || who >= 1 << WHO_BITS) {
            throw new IllegalArgumentException("Too many actors for a key: " + who + ".");
        }
        long what = (long) view.ordinal() << 1 | kind.ordinal();
        return (((what << CODE_BITS | team) << CODE_BITS | first) << CODE_BITS | second) << WHO_BITS | who;
    }

    /** The actor of a key. */
    static int who(long key) {
        return (int) (key & ((1L << WHO_BITS) - 1));
    }

    @Override
    public void add(Count count, Part part) {
        count.parts++;
        switch (part) {
            case Choice choice -> add(count, choice);
            case ActorWeek week -> add(count, week);
            default -> throw Part.unasked(part);
        }
    }

    private static void add(Count count, Choice choice) {
        if (choice.family() != Choice.Family.FIRST_START || choice.team() < 0 || !choice.counts()) {
            return;
        }
        boolean met = false;
        for (View view : View.values()) {
            boolean fits = (choice.held()[choice.chosen()] & view.barred) == 0;
            if (!fits || (view == View.PULLED && choice.pushed())) {
                continue;
            }
            int[] menu = choice.without(view.barred);
            for (Meeting pair : Meeting.of(choice, menu, count.named)) {
                post(count, view, choice, menu, pair);
                met |= view == View.RULES;
            }
        }
        count.used += met ? 1 : 0;
    }

    private static void post(Count count, View view, Choice choice, int[] menu, Meeting pair) {
        long met = key(view, Kind.MET, choice.team(), pair.first(), pair.second(), choice.actor());
        long won = key(view, Kind.WON, choice.team(), pair.first(), pair.second(), choice.actor());
        count.choices.add(met, 1);
        count.choices.add(won, pair.firstWon() ? 1 : 0);
        double chance = pair.chance();
        count.expected.computeIfAbsent(won, none -> new ExactSum()).add(chance);
        long all = key(view, Kind.WON, choice.team(), pair.first(), pair.second(), 0);
        count.spread.computeIfAbsent(all, none -> new ExactSum()).add(chance * (1 - chance));
        if (view == View.RULES) {
            count.evidence.computeIfAbsent(all, none -> new Top()).add(MenuCases.of(choice, menu,
                    Dimension.PRIORITY.ordinal(), pair.firstWon() ? pair.seconds() : pair.firsts()));
        }
    }

    private static void add(Count count, ActorWeek own) {
        if (!own.inWindow()) {
            count.outside++;
            return;
        }
        count.used++;
        count.mondays.merge(own.weekMillis(), 1L, Long::sum);
        if (own.team() >= 0) {
            long worked = own.all().allMillis() - own.outsideMillis();
            post(count, own.team(), own.weekMillis(), worked, own.onCalendarMillis() - own.awayMillis());
            count.people.computeIfAbsent(own.team(), none -> new TreeMap<>()).merge(own.actor(), worked, Long::sum);
        }
    }

    private static void post(Count count, int team, long monday, long worked, long present) {
        long[] sums = count.weeks.computeIfAbsent(team, none -> new TreeMap<>())
                .computeIfAbsent(monday, none -> new long[2]);
        sums[0] += worked;
        sums[1] += present;
    }

    @Override
    public Count merge(Count count, Count other) {
        count.choices.add(other.choices);
        other.expected.forEach((key, sum) -> count.expected.computeIfAbsent(key, none -> new ExactSum()).add(sum));
        other.spread.forEach((key, sum) -> count.spread.computeIfAbsent(key, none -> new ExactSum()).add(sum));
        other.evidence.forEach((key, top) -> count.evidence.computeIfAbsent(key, none -> new Top()).add(top));
        other.weeks.forEach((team, weeks) -> weeks.forEach((monday, sums) ->
                post(count, team, monday, sums[0], sums[1])));
        other.people.forEach((team, people) -> people.forEach((who, millis) ->
                count.people.computeIfAbsent(team, none -> new TreeMap<>()).merge(who, millis, Long::sum)));
        other.mondays.forEach((monday, n) -> count.mondays.merge(monday, n, Long::sum));
        count.parts += other.parts;
        count.used += other.used;
        count.outside += other.outside;
        return count;
    }

    @Override
    public Next<Count> close(Count count, Frame frame, List<Reading> needed) {
        return new Next.Done<>(new Statement(count, frame, needed).reading());
    }
}
