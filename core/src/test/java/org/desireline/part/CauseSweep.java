package org.desireline.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.desireline.time.Span;
import org.desireline.time.Spans;

/**
 * The waiting before each activity of a log, by the five causes of waiting-time decomposition, out of the product's own
 * desks, segments and calendars. Every wait is cut wherever a state changes, and each slice goes to the first cause
 * that holds in it. What is left over is posted like the rest and not found by subtraction: that the causes of a wait
 * add up to its length is something to see.
 *
 * <p>A resource that is busy with what could have been started no later than the waiting work is contention; with what
 * came later, prioritisation: a queue that was jumped, whatever anybody declared to be important. Cost: {@code n log n}
 * to build; a wait costs its overlapping segments, and a binary search for each slice and layer.
 */
public final class CauseSweep {

    /** Why something waited; in the order in which the reference asks. */
    public enum Cause {
        /** It waited for others that it was then done together with. */
        BATCHING,
        /** Its resource was busy with what could have been started before. */
        CONTENTION,
        /** Its resource was busy with what could have been started only later. */
        PRIORITISATION,
        /** Its resource was off its calendar. */
        UNAVAILABILITY,
        /** None of these. */
        EXTRANEOUS
    }

    /**
     * A way to read the log.
     *
     * @param batches whether waiting for a batch to be complete is told apart
     * @param severalAtOnce whether a resource can be at several things at once, or only at the one begun last
     * @param calendarFirst whether the calendar is asked before what the resource was doing
     * @param calendar when a resource is at work
     */
    public record Reading(
            boolean batches, boolean severalAtOnce, boolean calendarFirst, Function<String, Spans> calendar) {

        /** As waiting-time-analysis 1.3.8 reads it. */
        public static Reading reference(Function<String, Spans> calendar) {
            return new Reading(true, true, false, calendar);
        }

        /** The same without an account of batches. */
        public Reading withoutBatches() {
            return new Reading(false, severalAtOnce, calendarFirst, calendar);
        }

        /** The same, every resource at one thing at a time. */
        public Reading oneAtATime() {
            return new Reading(batches, false, calendarFirst, calendar);
        }

        /** The same, what is off calendar being nobody's delay. */
        public Reading withCalendarFirst() {
            return new Reading(batches, severalAtOnce, true, calendar);
        }
    }

    /** A set of instants, or all others, in which a cause holds. */
    private record Layer(Cause cause, Spans spans, boolean inside) {}

    /** Receives slices. */
    private interface Sink {
        void accept(int row, Cause one, Cause other, long millis);
    }

    /** A reading, made ready. */
    private final class View {
        private final Reading reading;
        private final ShopFloor floor;
        private final Map<String, Spans> calendars = new HashMap<>();

        View(Reading reading) {
            this.reading = reading;
            this.floor = reading.severalAtOnce() ? crowded : single;
        }

        /** What may explain a wait, what is asked first standing first. */
        List<Layer> layers(int row, long fromMillis, long toMillis) {
            ActivityLog.Batch batch = reading.batches() ? batches.get(row) : null;
            long complete = batch == null ? fromMillis : batch.completeMillis();
            String resource = log.row(row).resource();
            Layer off = new Layer(Cause.UNAVAILABILITY,
                    calendars.computeIfAbsent(resource, name -> reading.calendar().apply(name)), false);
            List<Layer> layers = new ArrayList<>();
            if (reading.calendarFirst()) {
                layers.add(off);
            }
            if (batch != null) {
                layers.add(new Layer(Cause.BATCHING, Spans.union(List.of(new Span(fromMillis, complete))), true));
            }
            layers.add(new Layer(Cause.CONTENTION, floor.busy(resource, fromMillis, toMillis,
                    other -> isBefore(other, fromMillis, batch)), true));
            layers.add(new Layer(Cause.PRIORITISATION, floor.busy(resource, fromMillis, toMillis,
                    other -> !isBefore(other, fromMillis, batch)), true));
            if (!reading.calendarFirst()) {
                layers.add(off);
            }
            return layers;
        }

        /** A batch as a whole could be started when it was complete; within it each row counts for itself. */
        private boolean isBefore(int other, long enabledMillis, ActivityLog.Batch batch) {
            boolean together = batch == null || batch.equals(batches.get(other));
            return log.enabledMillis(other) <= (together ? enabledMillis : batch.completeMillis());
        }
    }

    private final ActivityLog log;
    private final Map<Integer, ActivityLog.Batch> batches;
    private final ShopFloor crowded;
    private final ShopFloor single;

    public CauseSweep(ActivityLog log) {
        this.log = log;
        this.batches = log.batches();
        this.crowded = new ShopFloor(log, true);
        this.single = new ShopFloor(log, false);
    }

    private void sweep(Reading one, Reading other, Sink sink) {
        View first = new View(one);
        View second = one.equals(other) ? first : new View(other);
        Desks.Desk waits = crowded.waits();
        for (int i = 0; i < waits.size(); i++) {
            int row = waits.life()[i];
            // What nothing came before was handed over by nobody.
            if (log.source(row) == ActivityLog.NONE) {
                continue;
            }
            long to = waits.toMillis()[i];
            List<Layer> layers = first.layers(row, waits.fromMillis()[i], to);
            List<Layer> others = second == first ? layers : second.layers(row, waits.fromMillis()[i], to);
            for (long at = waits.fromMillis()[i]; at < to; ) {
                long next = Math.min(to, Math.min(nextChange(layers, at), nextChange(others, at)));
                sink.accept(row, cause(layers, at), cause(others, at), next - at);
                at = next;
            }
        }
    }

    private static long nextChange(List<Layer> layers, long atMillis) {
        return layers.stream().mapToLong(layer -> layer.spans().nextChange(atMillis)).min().orElse(Long.MAX_VALUE);
    }

    private static Cause cause(List<Layer> layers, long atMillis) {
        for (Layer layer : layers) {
            if (layer.spans().contains(atMillis) == layer.inside()) {
                return layer.cause();
            }
        }
        return Cause.EXTRANEOUS;
    }

    /** Milliseconds of waiting by cause. */
    public long[] totals(Reading reading) {
        long[] millis = new long[Cause.values().length];
        sweep(reading, reading, (row, cause, same, length) -> millis[cause.ordinal()] += length);
        return millis;
    }

    /** Milliseconds of waiting by cause in one reading, and of each by cause in another. */
    public long[][] crossed(Reading one, Reading other) {
        long[][] millis = new long[Cause.values().length][Cause.values().length];
        sweep(one, other, (row, cause, instead, length) -> millis[cause.ordinal()][instead.ordinal()] += length);
        return millis;
    }

    /**
     * Milliseconds of waiting by cause, for each transition.
     *
     * @param name what a transition is called: by the activities and resources of its source and of its target
     */
    public Map<String, long[]> byTransition(Reading reading, Function<Transition, String> name) {
        Map<String, long[]> all = new TreeMap<>();
        String[] names = new String[log.size()];
        for (int row = 0; row < names.length; row++) {
            if (log.source(row) != ActivityLog.NONE) {
                ActivityLog.Row source = log.row(log.source(row));
                ActivityLog.Row target = log.row(row);
                names[row] = name.apply(new Transition(source.activity(), source.resource(), target.activity(),
                        target.resource()));
                all.computeIfAbsent(names[row], fresh -> new long[Cause.values().length]);
            }
        }
        sweep(reading, reading, (row, cause, same, length) -> all.get(names[row])[cause.ordinal()] += length);
        return all;
    }

    /** The hand-over of a case. */
    public record Transition(String source, String sourceResource, String target, String targetResource) {}
}
