package org.desireline.instrument.decision;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Tally;
import org.desireline.instrument.Top;
import org.desireline.part.Decision;
import org.desireline.part.Frame;

/**
 * Follows what comes up for decision.
 *
 * <p>Question: do those decide who were declared to, and what force does a decision take? Unit: shares of decisions;
 * days. Method: exact shares with the wider of two intervals; times by Kaplan and Meier, what is open censored. Cost:
 * constant a decision and right; memory in distinct times. Laws: what was decided and what is open add up to what came
 * up. Blind spot: what is decided without a trace in the place where it was asked.
 */
public final class DecisionForce implements Instrument<Decision, DecisionForce.Count> {

    /** What is counted, by decider. */
    enum Kind {
        /** What came up; by decider where it is decided. */
        CAME_UP,
        /** Of it, what is still open. */
        OPEN,
        /** What was decided by somebody who is known. */
        BY_PERSON,
        /** Of it, what somebody decided who was declared to. */
        BY_DECLARED,
        /** What was decided of which it is known when it came up. */
        TIMED,
        /** Of it, that in which one person at most took part. */
        ONE,
        /** Of it, that in which two to four took part. */
        FEW,
        /** Of it, that in which five or more took part. */
        MANY,
        /** Of it, that which was handed from one to another meanwhile. */
        HANDED_OVER,
        /** Of it, that on which work was recorded before it was decided. */
        ACTED,
        /** What was decided so long ago that it is known whether it came back. */
        FOLLOWED,
        /** Of it, what came up again. */
        CAME_BACK,
        /** Of it, what was decided again. */
        AGAIN,
        /** Actors with any event on items of {@link #CAME_UP}. */
        ACTOR
    }

    /** The fewest that anything is said about. */
    static final int LEAST = 15;
    /** How long a decision is followed. */
    static final int FOLLOW_DAYS = 60;
    static final long DAY_MILLIS = 24L * 3_600_000;
    static final int WHO_BITS = 24;
    static final int KIND_BITS = 4;
    static final int CLASS_BITS = 5;
    /** Marks a cluster of items of whose decision no person is known. */
    static final int NOBODY = 1 << (WHO_BITS - 1);
    /** Lowest bits of a packed time: in seconds, and whether it is decided. */
    static final int TIME_BITS = 33;
    private static final int GROUPS = 64;
    private static final long SECOND_MILLIS = 1000;

    /** The tally. */
    public static final class Count implements Serializable {

        private static final long serialVersionUID = 1L;

        final long asOfMillis;
        final Slice[] slices;
        final Tally sums = new Tally();
        final Tally times = new Tally();
        final HashMap<Long, Top> evidence = new HashMap<>();
        final TreeMap<String, Long> dropped = new TreeMap<>();
        long parts;
        long used;

        Count(long asOfMillis, Slice[] slices) {
            this.asOfMillis = asOfMillis;
            this.slices = slices;
        }
    }

    /** Packs a cell: a class of a slice and what is counted. */
    static long cell(Kind kind, Slice slice, int code) {
        return ((long) slice.ordinal() << CLASS_BITS | code) << KIND_BITS | kind.ordinal();
    }

    @Override
    public Card card() {
        return new Card(
                "decision",
                "Do those decide who were declared to, and what force does a decision take?",
                "shares of decisions; days",
                "A decision comes up when an item comes to stand where one is awaited, and is made when the item leaves"
                        + " that place or an event says so. Of those that came up in the window, for each declared"
                        + " right: the share that somebody made who was declared to at that instant, among those of"
                        + " whom a person is on record. For all, by right, and by whether time was short (due within"
                        + " five working days or overdue, or a week of declared pressure): days until decided, median"
                        + " and 85 %, by Kaplan and Meier, what is open censored; how many people left a trace on the"
                        + " item meanwhile, in bands; the share handed from one to another meanwhile; *decided"
                        + " elsewhere*, where work was committed, merged, logged or begun before the decision was"
                        + " recorded; and, of those made 60 days ago or more, the share that came up again and that was"
                        + " decided again within 60 days. Shares carry Wilson's interval and that of a"
                        + " delete-one-cluster jackknife over deciders, the wider at each end. No product is made of"
                        + " them.",
                List.of("Wilson (1927), Probable inference, the law of succession, and statistical inference",
                        "Tukey (1958), Bias and confidence in not quite large samples",
                        "Kaplan and Meier (1958), Nonparametric estimation from incomplete observations"),
                "constant a decision and right; memory in distinct times",
                List.of(),
                "15 decisions that came up in the window; for the share of a right three declared deciders who decided,"
                        + " five people who did, and none of them more than half; for a median or 85th percentile 15"
                        + " decisions, and that it and its interval are reached; for what came back 15 made 60 days"
                        + " ago",
                "A decision is said to have been made by somebody who had no right to it, though the charter in force"
                        + " gave it; or elsewhere, though nothing was done before it was made",
                List.of("What is decided in a meeting, and never moved or written down on the item",
                        "Whoever moves the item counts as whoever decided; a clerk who moves it for others does too",
                        "Work recorded before the decision may have been agreed to beforehand",
                        "Escalations are on no record",
                        "A right that does not say which items need it covers none and is never tested",
                        "The right is that of the item as it was when the decision came up"));
    }

    @Override
    public List<Class<? extends Decision>> grains() {
        return List.of(Decision.class);
    }

    @Override
    public Count zero(Frame frame) {
        List<Slice> told = new ArrayList<>(List.of(Slice.ALL, Slice.TIME));
        if (!frame.charter().intent().rights().isEmpty()) {
            told.add(Slice.RIGHT);
        }
        return new Count(frame.asOfMillis(), told.toArray(Slice[]::new));
    }

    @Override
    public void add(Count count, Decision decision) {
        count.parts++;
        if (!decision.inWindow()) {
            count.dropped.merge("outsideWindow", 1L, Long::sum);
            return;
        }
        count.used++;
        for (Slice slice : count.slices) {
            int codes = slice.codes(decision);
            for (int code = 0; codes >>> code != 0; code++) {
                if ((codes >>> code & 1) == 1) {
                    post(count, decision, slice, code);
                }
            }
        }
    }

    private static void post(Count count, Decision decision, Slice slice, int code) {
        boolean decided = decision.isDecided();
        boolean timed = decided && decision.isOpeningKnown();
        add(count, Kind.CAME_UP, slice, code, decision, true);
        add(count, Kind.OPEN, slice, code, decision, !decided);
        if (slice == Slice.RIGHT && decided && decision.decider() >= 0) {
            boolean declared = (decision.held() >>> code & 1) == 1;
            add(count, Kind.BY_PERSON, slice, code, decision, true);
            add(count, Kind.BY_DECLARED, slice, code, decision, declared);
            offer(count, Kind.BY_PERSON, slice, code, decision, !declared);
        }
        if (timed) {
            add(count, Kind.TIMED, slice, code, decision, true);
            add(count, Kind.ONE, slice, code, decision, decision.people() < 2);
            add(count, Kind.FEW, slice, code, decision, decision.people() >= 2 && decision.people() < 5);
            add(count, Kind.MANY, slice, code, decision, decision.people() >= 5);
            add(count, Kind.HANDED_OVER, slice, code, decision, decision.handOffs() > 0);
            boolean acted = decision.actedMillis() != Decision.NEVER;
            add(count, Kind.ACTED, slice, code, decision, acted);
            offer(count, Kind.ACTED, slice, code, decision, acted);
        }
        if (decided && count.asOfMillis - decision.decidedMillis() >= FOLLOW_DAYS * DAY_MILLIS) {
            add(count, Kind.FOLLOWED, slice, code, decision, true);
            add(count, Kind.CAME_BACK, slice, code, decision, isSoon(decision, decision.cameBackMillis()));
            add(count, Kind.AGAIN, slice, code, decision, isSoon(decision, decision.decidedAgainMillis()));
            offer(count, Kind.AGAIN, slice, code, decision, isSoon(decision, decision.decidedAgainMillis()));
        }
        if (decision.isOpeningKnown()) {
            offer(count, Kind.TIMED, slice, code, decision, true);
            time(count, slice, code, decision);
        }
        for (int actor : decision.actors()) {
            count.sums.add(cell(Kind.ACTOR, slice, code) << WHO_BITS | actor, 1);
        }
    }

    private static boolean isSoon(Decision decision, long atMillis) {
        return atMillis != Decision.NEVER && atMillis - decision.decidedMillis() <= FOLLOW_DAYS * DAY_MILLIS;
    }

    private static void add(Count count, Kind kind, Slice slice, int code, Decision decision, boolean counts) {
        if (decision.decider() >= NOBODY) {
            throw new IllegalArgumentException("Too many actors for a key: " + decision.decider() + ".");
        }
        int who = decision.decider() < 0 ? NOBODY | decision.item() % GROUPS : decision.decider();
        count.sums.add(cell(kind, slice, code) << WHO_BITS | who, counts ? 1 : 0);
    }

    /** How long it took, or has been open. */
    private static long millis(Count count, Decision decision) {
        return (decision.isDecided() ? decision.decidedMillis() : count.asOfMillis) - decision.openedMillis();
    }

    /** Keeps a decision as evidence, those that took longest first. */
    private static void offer(Count count, Kind kind, Slice slice, int code, Decision decision, boolean counts) {
        if (counts) {
            boolean known = decision.isOpeningKnown();
            count.evidence.computeIfAbsent(cell(kind, slice, code), key -> new Top()).add(new Top.Case(
                    known ? millis(count, decision) : 0, decision.number(), decision.item(), decision.key(),
                    known ? decision.openedMillis() : decision.decidedMillis(), decision.origin(),
                    new ArrayList<>(List.of(decision.isDecided() ? 1L : 0L, known ? 1L : 0L))));
        }
    }

    private static void time(Count count, Slice slice, int code, Decision decision) {
        long seconds = Math.clamp(Math.floorDiv(millis(count, decision), SECOND_MILLIS), 0,
                (1L << (TIME_BITS - 1)) - 1);
        long cell = (long) slice.ordinal() << CLASS_BITS | code;
        count.times.add(cell << TIME_BITS | seconds << 1 | (decision.isDecided() ? 1 : 0), 1);
    }

    @Override
    public Count merge(Count count, Count other) {
        count.sums.add(other.sums);
        count.times.add(other.times);
        other.evidence.forEach((cell, top) -> count.evidence.computeIfAbsent(cell, key -> new Top()).add(top));
        other.dropped.forEach((reason, number) -> count.dropped.merge(reason, number, Long::sum));
        count.parts += other.parts;
        count.used += other.used;
        return count;
    }

    @Override
    public Next<Count> close(Count count, Frame frame, List<Reading> needed) {
        return new Next.Done<>(new Statement(count, frame).reading());
    }
}
