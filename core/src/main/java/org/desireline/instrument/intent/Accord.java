package org.desireline.instrument.intent;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.part.ActorWeek;
import org.desireline.part.AreaStock;
import org.desireline.part.AreaWeek;
import org.desireline.part.Choice;
import org.desireline.part.Clause;
import org.desireline.part.Decision;
import org.desireline.part.Frame;
import org.desireline.part.Part;
import org.desireline.part.Promise;
import org.desireline.part.Stretch;
import org.desireline.part.TeamWeek;
import org.desireline.part.Trace;

/**
 * Sets the charter of the organisation beside those that teams have of their own.
 *
 * <p>Question: do they say the same? Unit: entries of charters. Method: see the card. Cost: O(1) a clause and a stretch;
 * memory in clauses that differ. Law: what differs is part of what was compared. Blind spot: what nobody wrote down.
 */
public final class Accord implements Instrument<Part, Accord.Count> {

    static final String NAME = "intent";

    /**
     * A difference, as evidence.
     *
     * @param what what it is about
     * @param because how the charters differ
     * @param day first day of the charter, or of the item
     * @param places where it is written
     */
    record Difference(String what, String because, String day, String places)
            implements Serializable, Comparable<Difference> {

        private static final long serialVersionUID = 1L;

        @Override
        public int compareTo(Difference other) {
            int byWhat = what.compareTo(other.what);
            return byWhat != 0 ? byWhat : (because + places).compareTo(other.because + other.places);
        }
    }

    /** Clauses of one kind. */
    static final class Clauses implements Serializable {

        private static final long serialVersionUID = 1L;

        long compared;
        final TreeSet<Difference> differences = new TreeSet<>();

        void add(Clauses other) {
            compared += other.compared;
            differences.addAll(other.differences);
        }
    }

    /** Items of one component. */
    static final class Component implements Serializable {

        private static final long serialVersionUID = 1L;

        long claimed;
        /** The one that was created first. */
        int first = Integer.MAX_VALUE;
        String key = "";
        String day = "";
    }

    /** The tally. */
    public static final class Count implements Serializable {

        private static final long serialVersionUID = 1L;

        final int components;
        final int areas;
        /** By team, and by kind of clause; the empty name is that of all. */
        final TreeMap<String, EnumMap<Clause.Kind, Clauses>> clauses = new TreeMap<>();
        final TreeMap<Integer, Component> byComponent = new TreeMap<>();
        long parts;
        long used;

        Count(int components, int areas) {
            this.components = components;
            this.areas = areas;
        }

        Clauses of(String team, Clause.Kind kind) {
            return clauses.computeIfAbsent(team, none -> new EnumMap<>(Clause.Kind.class))
                    .computeIfAbsent(kind, none -> new Clauses());
        }
    }

    @Override
    public Card card() {
        return new Card(
                NAME,
                "Do the charters of teams say what the organisation's charter says?",
                "entries of charters: m of n, exact",
                "The newest charter in force beside the teams' own (`teams/NAME.yaml`). Of the pairs of priorities that"
                        + " both declare, those that stand in another order. Of a team's tradeoff rules between two"
                        + " priorities of the organisation, those that prefer, on some day and in some situation in"
                        + " which they decide, what the organisation puts behind then, by its own rules or its order."
                        + " Priorities of the one that the other does not name. Areas that two teams claim, in"
                        + " whichever charter; components with items in the window of which none lies in an area that"
                        + " a team claims, or, where the data know no components, those that the organisation's"
                        + " priorities include.",
                List.of("Kendall (1938), A new measure of rank correlation: pairs in another order are what its τ"
                        + " counts"),
                "O(1) a clause and a stretch; pairs are quadratic in the priorities of a charter",
                List.of(),
                "A charter; for order, rules and priorities that of a team besides; for areas one that a team claims",
                "Two charters are said to differ where they say the same",
                List.of("What a charter means but does not say, and what teams do all the same",
                        "Priorities of one meaning under two ids are two; two meanings under one id are one",
                        "Areas are one only where they are written alike: a glob that covers another is not seen",
                        "A team without a charter of its own is taken to go by the organisation's"));
    }

    @Override
    public List<Class<? extends Part>> grains() {
        return List.of(Clause.class, Trace.class);
    }

    @Override
    public Count zero(Frame frame) {
        return new Count(frame.classes().named(Dimension.COMPONENT), frame.classes().named(Dimension.AREA));
    }

    @Override
    public void add(Count count, Part part) {
        count.parts++;
        switch (part) {
            case Clause clause -> add(count, clause);
            case Trace trace -> add(count, trace);
            case ActorWeek week -> throw new IllegalArgumentException("No actor's week was asked for: " + week.actor());
            case TeamWeek week -> throw new IllegalArgumentException("No team's week was asked for: " + week.team());
            case AreaWeek week -> throw new IllegalArgumentException("No area was asked for: " + week.area());
            case AreaStock stock -> throw new IllegalArgumentException("No area was asked for: " + stock.area());
            case Choice choice -> throw new IllegalArgumentException("No choice was asked for: " + choice.chosenKey());
            case Promise promise -> throw new IllegalArgumentException("No promise was asked for: " + promise.key());
            case Decision decision -> throw new IllegalArgumentException("No decision was asked for: "
                    + decision.key());
        }
    }

    private static void add(Count count, Clause clause) {
        count.used++;
        Clauses of = count.of(clause.team(), clause.kind());
        of.compared++;
        if (clause.differs()) {
            of.differences.add(new Difference(clause.what(), clause.because(), clause.day(),
                    String.join("\n", clause.places())));
        }
    }

    /** Counts an item for the component that it belonged to last in the window. */
    private static void add(Count count, Trace trace) {
        Stretch last = trace.stretches().stream().filter(Stretch::inWindow).reduce((one, other) -> other).orElse(null);
        if (trace.container() || last == null
                || last.classes()[Dimension.COMPONENT.ordinal()] >= count.components) {
            return;
        }
        count.used++;
        Component component = count.byComponent.computeIfAbsent(last.classes()[Dimension.COMPONENT.ordinal()],
                none -> new Component());
        component.claimed += last.classes()[Dimension.AREA.ordinal()] < count.areas ? 1 : 0;
        if (trace.item() < component.first) {
            component.first = trace.item();
            component.key = trace.key();
            component.day = Instant.ofEpochMilli(trace.createdMillis()).toString().substring(0, 10);
        }
    }

    @Override
    public Count merge(Count count, Count other) {
        other.clauses.forEach((team, kinds) -> kinds.forEach((kind, clauses) -> count.of(team, kind).add(clauses)));
        other.byComponent.forEach((code, theirs) -> {
            Component own = count.byComponent.computeIfAbsent(code, none -> new Component());
            own.claimed += theirs.claimed;
            if (theirs.first < own.first) {
                own.first = theirs.first;
                own.key = theirs.key;
                own.day = theirs.day;
            }
        });
        count.parts += other.parts;
        count.used += other.used;
        return count;
    }

    @Override
    public Next<Count> close(Count count, Frame frame, List<Reading> needed) {
        if (frame.charter().intent().sides().all().isEmpty()) {
            return new Next.Done<>(new Reading(NAME, new Reading.Refusal("no charter is in force",
                    "one: desireline init"), count.parts, 0, Map.of(), List.of(), List.of(), List.of()));
        }
        return new Next.Done<>(new Reading(NAME, null, count.parts, count.used, Map.of(), List.of(),
                new Differences(count, frame).lines(), List.of()));
    }
}
