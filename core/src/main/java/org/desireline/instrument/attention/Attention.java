package org.desireline.instrument.attention;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Tally;
import org.desireline.instrument.Top;
import org.desireline.part.ActorWeek;
import org.desireline.part.Frame;
import org.desireline.part.Part;
import org.desireline.part.Stretch;
import org.desireline.part.TeamWeek;
import org.desireline.part.Trace;

/**
 * Counts touches and recorded hours by class and week, and follows items through what they had to pass.
 *
 * <p>Question: what got attention, was that as it was intended, and did it repeat? Unit: shares of the touches of a
 * week, their mean over the weeks of the window. Method: see the card and {@link Shares}, {@link Pairs} and {@link
 * Passage}. Cost: O(classes) a week of an actor, O(stretches × dimensions) an item; memory in classes × (weeks +
 * people) and 40 bytes for each class an item was in. Law: the shares of a dimension add up to one. Blind spot: work
 * that leaves no trace.
 */
public final class Attention implements Instrument<Part, Attention.Count> {

    /** What is added up by week and by person. */
    enum Kind {
        /** Signs of work, logs and starts. */
        TOUCHES,
        /** The same without those on items that make pressure. */
        CALM,
        /** Recorded work, in milliseconds. */
        MILLIS
    }

    /** What is counted of items. */
    enum Items {
        /** Came in during whole weeks of the window. */
        ARRIVED,
        /** Done in the window. */
        FINISHED,
        /** Episodes in review of items done in the window. */
        REVIEWS,
        /** Episodes awaiting a decision of items done in the window. */
        APPROVALS,
        /** Under observation at some time in the window. */
        OPEN,
        /** Recorded work in the window: orders evidence only. */
        WORKED
    }

    static final int WHO_BITS = 28;
    static final int WEEK_BITS = 14;
    static final int CLASS_BITS = 5;
    static final int DIMENSION_BITS = 4;
    static final int TEAM_BITS = 5;
    /** The team that stands for the whole organisation; class codes of teams are lower. */
    static final int WHOLE = (1 << TEAM_BITS) - 1;

    private static final long DAY_MILLIS = 86_400_000L;
    private static final long WEEK_MILLIS = 7 * DAY_MILLIS;
    /** Midnight before Monday noon, 5 January 1970, so that a week is told whatever the zone. */
    private static final long FIRST_MILLIS = 4 * DAY_MILLIS - WEEK_MILLIS / 2;
    private static final int FIRST_WEEK = 1 << (WEEK_BITS - 1);
    private static final int PRIORITY = Dimension.PRIORITY.ordinal();

    /** The tally. */
    public static final class Count implements Serializable {

        private static final long serialVersionUID = 1L;

        final int[] dimensions;
        final long fromMillis;
        final long toMillis;
        final ZoneId zone;
        /** The class of actors who belong to no declared team, or -1 where no team was declared. */
        final int noTeam;
        final Tally weekly = new Tally();
        final Tally people = new Tally();
        final Tally items = new Tally();
        final TreeMap<Integer, Long> mondays = new TreeMap<>();
        final TreeMap<Integer, TeamWeek.Regime> regimes = new TreeMap<>();
        final HashMap<Integer, BitSet> actors = new HashMap<>();
        final HashMap<Integer, Top> evidence = new HashMap<>();
        final Courses courses = new Courses();
        long parts;
        long used;
        long outside;

        Count(int[] dimensions, Frame frame) {
            this.dimensions = dimensions;
            this.fromMillis = frame.window().span().fromMillis();
            this.toMillis = frame.window().span().toMillis();
            this.zone = frame.charter().week().zone();
            this.noTeam = frame.charter().intent().teams().isEmpty() ? -1
                    : frame.classes().names(Dimension.TEAM).size() - 1;
        }
    }

    /** Packs a class of a dimension, within a team. */
    static int cell(Kind kind, int team, int dimension, int code) {
        return ((kind.ordinal() << TEAM_BITS | team) << DIMENSION_BITS | dimension) << CLASS_BITS | code;
    }

    /** Packs a class of a dimension, of what is counted of items. */
    static int cell(Items items, int dimension, int code) {
        return (items.ordinal() << DIMENSION_BITS | dimension) << CLASS_BITS | code;
    }

    private static long key(int cell, int who) {
        if (who < 0 || who >= 1 << WHO_BITS) {
            throw new IllegalArgumentException("No number of an actor or cluster: " + who + ".");
        }
        return (long) cell << WHO_BITS | who;
    }

    /** The number of the week that begins at an instant. */
    static int week(long mondayMillis) {
        long week = FIRST_WEEK + Math.floorDiv(mondayMillis - FIRST_MILLIS, WEEK_MILLIS);
        if (week < 0 || week >= 1 << WEEK_BITS) {
            throw new IllegalArgumentException("The week that begins at " + mondayMillis + " lies too far away.");
        }
        return (int) week;
    }

    @Override
    public Card card() {
        return new Card(
                "attention",
                "What got attention, was that what was intended, and did it repeat week after week? What was each class"
                        + " of work made to pass?",
                "shares of a week's touches and recorded hours; weeks; hours of an item",
                "Of each whole week of the window: which share of all touches (signs of work, logs, starts) went to"
                        + " each class; the mean over the weeks, with a bootstrap interval over blocks of four weeks,"
                        + " all teams in one. Again without items that make pressure, and for recorded hours where they"
                        + " cover a fifth of working time. Beside it, what share of the items came in. Where a charter"
                        + " intends a share: the mean difference, shown where its interval excludes 0 by every count,"
                        + " by Holm over all intended shares, over 26 weeks or more; and in how many weeks attention"
                        + " was above the share. For two priorities: in how many weeks the one got more touches; where"
                        + " their order changed in the window, whether attention followed it, by circular shifts. Of"
                        + " items: episodes of review and decision of each that was done, and the medians of waiting"
                        + " and elapsed hours until done, by Kaplan and Meier, unfinished items censored, those open at"
                        + " the window's start entering late.",
                List.of("Künsch (1989), The jackknife and the bootstrap for general stationary observations",
                        "Politis and Romano (1992), A circular block-resampling procedure for stationary data",
                        "Kaplan and Meier (1958), Nonparametric estimation from incomplete observations",
                        "Holm (1979), A simple sequentially rejective multiple test procedure",
                        "Tukey (1958), Bias and confidence in not quite large samples"),
                "O(classes) a week of an actor; O(stretches × dimensions) an item; memory in classes × (weeks +"
                        + " people), and 40 bytes for each class an item was in",
                List.of(),
                "8 whole weeks with touches of 5 people; to show a departure from a share, 26 weeks; for hours, κ of"
                        + " 20 %; for what is made of an order that changed, 40 weeks",
                "Attention is shown to depart from the intended share in an organisation whose attention follows it",
                List.of("Work that leaves no trace; where one class leaves more traces than another, touches lean to"
                                + " it",
                        "A touch may be a minute or a day",
                        "Attention follows what comes in and how large it is; no share alone says that too little went"
                                + " to a class",
                        "Where the declared order of two priorities never changed, nothing tells whether attention"
                                + " followed the order or would have gone there anyway",
                        "A dropped item counts as unfinished: how long it would have taken is not known",
                        "Reviews and decisions that have no status of their own"));
    }

    @Override
    public List<Class<? extends Part>> grains() {
        return List.of(ActorWeek.class, TeamWeek.class, Trace.class);
    }

    @Override
    public Count zero(Frame frame) {
        return new Count(Arrays.stream(Dimension.values())
                .filter(dimension -> dimension == Dimension.PRIORITY || frame.classes().named(dimension) > 0)
                .mapToInt(Dimension::ordinal).toArray(), frame);
    }

    @Override
    public void add(Count count, Part part) {
        count.parts++;
        switch (part) {
            case ActorWeek week -> add(count, week);
            case TeamWeek week -> add(count, week);
            case Trace trace -> add(count, trace);
            default -> throw Part.unasked(part);
        }
    }

    private static void add(Count count, ActorWeek own) {
        if (!own.inWindow()) {
            count.outside++;
            return;
        }
        count.used++;
        int week = week(own.weekMillis());
        count.mondays.put(week, own.weekMillis());
        int team = own.team() >= 0 ? own.team() : count.noTeam;
        for (int d : count.dimensions) {
            for (int code = 0; code < own.all().touches()[d].length; code++) {
                long touches = own.all().touches()[d][code];
                post(count, cell(Kind.TOUCHES, WHOLE, d, code), week, own.actor(), touches);
                post(count, cell(Kind.CALM, WHOLE, d, code), week, own.actor(), own.calm().touches()[d][code]);
                post(count, cell(Kind.MILLIS, WHOLE, d, code), week, own.actor(), own.all().millis()[d][code]);
                if (d == PRIORITY && team >= 0) {
                    post(count, cell(Kind.TOUCHES, team, d, code), week, own.actor(), touches);
                }
            }
        }
    }

    private static void post(Count count, int cell, int week, int actor, long amount) {
        if (amount > 0) {
            count.weekly.add((long) cell << WEEK_BITS | week, amount);
            count.people.add(key(cell, actor), amount);
        }
    }

    private static void add(Count count, TeamWeek whole) {
        if (whole.team() != TeamWeek.WHOLE || !whole.inWindow()) {
            return;
        }
        int week = week(whole.weekMillis());
        count.mondays.put(week, whole.weekMillis());
        count.regimes.put(week, whole.regime());
        for (int d : count.dimensions) {
            for (int code = 0; code < whole.arrivals()[d].length; code++) {
                if (whole.arrivals()[d][code] > 0) {
                    count.items.add(key(cell(Items.ARRIVED, d, code), 0), whole.arrivals()[d][code]);
                }
            }
        }
    }

    private static void add(Count count, Trace trace) {
        if (trace.container() || trace.stretches().isEmpty()) {
            return;
        }
        Stretch last = trace.stretches().getLast();
        boolean finished = trace.done() && last.inWindow();
        boolean arrived = arrived(count, trace.createdMillis());
        int reviews = finished ? episodes(trace, Phase.review) : 0;
        int approvals = finished ? episodes(trace, Phase.decision) : 0;
        for (int d : count.dimensions) {
            if (arrived) {
                acted(count, cell(Items.ARRIVED, d, trace.stretches().getFirst().classes()[d]), trace);
            }
            if (finished) {
                int code = last.classes()[d];
                acted(count, cell(Items.FINISHED, d, code), trace);
                count.items.add(key(cell(Items.FINISHED, d, code), trace.cluster()), 1);
                count.items.add(key(cell(Items.REVIEWS, d, code), trace.cluster()), reviews);
                count.items.add(key(cell(Items.APPROVALS, d, code), trace.cluster()), approvals);
                offer(count, cell(Items.REVIEWS, d, code), trace, reviews);
                offer(count, cell(Items.APPROVALS, d, code), trace, approvals);
            }
            for (int code : count.courses.add(trace, d)) {
                acted(count, cell(Items.OPEN, d, code), trace);
                count.items.add(key(cell(Items.OPEN, d, code), 0), 1);
            }
        }
        worked(count, trace);
    }

    /** Whether an instant lies in a week that lies in the window as a whole. */
    private static boolean arrived(Count count, long atMillis) {
        LocalDate monday = Instant.ofEpochMilli(atMillis).atZone(count.zone).toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday.atStartOfDay(count.zone).toInstant().toEpochMilli() >= count.fromMillis
                && monday.plusWeeks(1).atStartOfDay(count.zone).toInstant().toEpochMilli() <= count.toMillis;
    }

    /** How often an item came into a phase. */
    private static int episodes(Trace trace, Phase phase) {
        List<Stretch> stretches = trace.stretches();
        return (int) IntStream.range(0, stretches.size()).filter(i -> stretches.get(i).phase() == phase
                && (i == 0 || stretches.get(i - 1).phase() != phase)).count();
    }

    private static void acted(Count count, int cell, Trace trace) {
        BitSet actors = count.actors.computeIfAbsent(cell, key -> new BitSet());
        for (int actor : trace.actors()) {
            actors.set(actor);
        }
    }

    /** Keeps an item as evidence of the attention that classes got: by the recorded work on it in the window. */
    private static void worked(Count count, Trace trace) {
        TreeMap<Integer, Long> millis = new TreeMap<>();
        for (Trace.Labour labour : trace.labours()) {
            Stretch stretch = trace.stretches().get(labour.stretch());
            if (stretch.inWindow()) {
                for (int d : count.dimensions) {
                    millis.merge(cell(Items.WORKED, d, stretch.classes()[d]), labour.millis(), Long::sum);
                }
            }
        }
        millis.forEach((cell, sum) -> offer(count, cell, trace, sum));
    }

    private static void offer(Count count, int cell, Trace trace, long weight) {
        if (weight > 0) {
            count.evidence.computeIfAbsent(cell, key -> new Top()).add(new Top.Case(weight, 0, trace.item(),
                    trace.key(), trace.createdMillis(), "", new ArrayList<>()));
        }
    }

    @Override
    public Count merge(Count count, Count other) {
        count.weekly.add(other.weekly);
        count.people.add(other.people);
        count.items.add(other.items);
        count.mondays.putAll(other.mondays);
        count.regimes.putAll(other.regimes);
        other.actors.forEach((cell, actors) -> count.actors.computeIfAbsent(cell, key -> new BitSet()).or(actors));
        other.evidence.forEach((cell, top) -> count.evidence.computeIfAbsent(cell, key -> new Top()).add(top));
        count.courses.add(other.courses);
        count.parts += other.parts;
        count.used += other.used;
        count.outside += other.outside;
        return count;
    }

    @Override
    public Next<Count> close(Count count, Frame frame, List<Reading> needed) {
        return new Next.Done<>(new Digest(count, frame).reading());
    }
}
