package org.desireline.instrument.intent;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.part.Clause;
import org.desireline.part.Frame;

/**
 * Sets the charter of the organisation beside those that teams have of their own.
 *
 * <p>Question: do they say the same? Unit: entries of charters. Method: see the card. Cost: O(1) a clause; memory in
 * clauses that differ. Law: what differs is part of what was compared. Blind spot: what nobody wrote down.
 */
public final class Accord implements Instrument<Clause, Accord.Count> {

    static final String NAME = "intent";

    /**
     * A difference, as evidence.
     *
     * @param what what it is about
     * @param because how the charters differ
     * @param day first day of the charter
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
        /** Those that stand in a charter. */
        long written;
        final TreeSet<Difference> differences = new TreeSet<>();

        void add(Clauses other) {
            compared += other.compared;
            written += other.written;
            differences.addAll(other.differences);
        }
    }

    /** The tally. */
    public static final class Count implements Serializable {

        private static final long serialVersionUID = 1L;

        /** By team, and by kind of clause; the empty name is that of all. */
        final TreeMap<String, EnumMap<Clause.Kind, Clauses>> clauses = new TreeMap<>();
        long parts;

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
                "O(1) a clause; clauses are quadratic in the priorities of a charter, and linear in items",
                List.of(),
                "A charter; for order, rules and priorities that of a team besides; for areas one that a team claims",
                "Two charters are said to differ where they say the same",
                List.of("What a charter means but does not say, and what teams do all the same",
                        "Priorities of one meaning under two ids are two; two meanings under one id are one",
                        "Areas are one only where they are written alike: a glob that covers another is not seen",
                        "A team without a charter of its own is taken to go by the organisation's"));
    }

    @Override
    public List<Class<? extends Clause>> grains() {
        return List.of(Clause.class);
    }

    @Override
    public Count zero(Frame frame) {
        return new Count();
    }

    @Override
    public void add(Count count, Clause clause) {
        count.parts++;
        Clauses of = count.of(clause.team(), clause.kind());
        of.compared++;
        of.written += clause.places().isEmpty() ? 0 : 1;
        if (clause.differs()) {
            of.differences.add(new Difference(clause.what(), clause.because(), clause.day(),
                    String.join("\n", clause.places())));
        }
    }

    @Override
    public Count merge(Count count, Count other) {
        other.clauses.forEach((team, kinds) -> kinds.forEach((kind, clauses) -> count.of(team, kind).add(clauses)));
        count.parts += other.parts;
        return count;
    }

    @Override
    public Next<Count> close(Count count, Frame frame, List<Reading> needed) {
        if (frame.charter().intent().sides().all().isEmpty()) {
            return new Next.Done<>(new Reading(NAME, new Reading.Refusal("no charter is in force",
                    "one: desireline init"), count.parts, 0, Map.of(), List.of(), List.of(), List.of()));
        }
        return new Next.Done<>(new Reading(NAME, null, count.parts, count.parts, Map.of(), List.of(),
                new Differences(count, frame).lines(), List.of()));
    }
}
