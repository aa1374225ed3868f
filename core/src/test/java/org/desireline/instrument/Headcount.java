package org.desireline.instrument;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Unit;
import org.desireline.part.Frame;
import org.desireline.part.Trace;

/** A sound little instrument that counts items and hours under the ledger's name; each class inside breaks a law. */
class Headcount implements Instrument<Trace, Headcount.Count> {

    private static final double HOUR = 3_600_000.0;

    /** The tally. */
    static class Count implements Serializable {
        private static final long serialVersionUID = 1L;

        long items;
        long millis;
        double hours;
        String first = "";
        String last = "";
    }

    @Override
    public Card card() {
        return new Card("ledger", "How many items?", "items", "Counting", List.of(), "O(n)", List.of(), "one item",
                "none", List.of());
    }

    @Override
    public List<Class<? extends Trace>> grains() {
        return List.of(Trace.class);
    }

    @Override
    public Count zero(Frame frame) {
        return new Count();
    }

    @Override
    public void add(Count count, Trace trace) {
        count.items++;
        count.millis += trace.endMillis() - trace.createdMillis();
        count.hours += (trace.endMillis() - trace.createdMillis()) / (7 * HOUR);
        count.last = trace.key();
        count.first = count.first.isEmpty() || trace.key().compareTo(count.first) < 0 ? trace.key() : count.first;
    }

    @Override
    public Count merge(Count count, Count other) {
        count.items += other.items;
        count.millis += other.millis;
        count.hours += other.hours;
        count.last = other.last.isEmpty() ? count.last : other.last;
        boolean earlier = count.first.isEmpty() || (!other.first.isEmpty() && other.first.compareTo(count.first) < 0);
        count.first = earlier ? other.first : count.first;
        return count;
    }

    @Override
    public Next<Count> close(Count count, Frame frame, List<Reading> needed) {
        return new Next.Done<>(new Reading("ledger", null, count.items, count.items, Map.of(), List.of(), lines(count),
                List.of()));
    }

    List<Line> lines(Count count) {
        return List.of(line("ledger/items", (double) count.items, Unit.ITEMS, count.first),
                line("ledger/hours", count.millis / HOUR, Unit.HOURS, count.first));
    }

    static Line line(String id, double value, Unit unit, String item) {
        List<Evidence> evidence =
                item.isEmpty() ? List.of() : List.of(new Evidence(item, "2026-01-01", "seen", List.of(), List.of()));
        return new Line(id, new Line.About("all", "all"), "items", "all",
                Estimate.exact(value, unit, 1, 1, Grade.OBSERVED), "items",
                new Support(Support.Basis.STRUCTURE, 1, 1, 0, id, List.of()), null, evidence);
    }

    /** Merges into nothing. */
    static final class Forgetful extends Headcount {
        @Override
        public Count merge(Count count, Count other) {
            return new Count();
        }
    }

    /** Keeps the first tally only. */
    static final class OneSided extends Headcount {
        @Override
        public Count merge(Count count, Count other) {
            return count;
        }
    }

    /** Hands out the same tally each time. */
    static final class Shared extends Headcount {
        private final Count only = new Count();

        @Override
        public Count zero(Frame frame) {
            return only;
        }
    }

    /** Reads whatever came last. */
    static final class Moody extends Headcount {
        @Override
        List<Line> lines(Count count) {
            return List.of(line("ledger/items", (double) count.items, Unit.ITEMS, count.last));
        }
    }

    /** Adds rounded numbers, whose sum depends on the order. */
    static final class Floating extends Headcount {
        @Override
        List<Line> lines(Count count) {
            return List.of(line("ledger/hours", count.hours, Unit.HOURS, count.first));
        }
    }

    /** Has a tally that leaves its sums behind. */
    static final class Frail extends Headcount {

        /** Counts where serialisation does not look. */
        private static final class Light extends Count {
            private static final long serialVersionUID = 1L;
            private transient long seen;
        }

        @Override
        public Count zero(Frame frame) {
            return new Light();
        }

        @Override
        public void add(Count count, Trace trace) {
            super.add(count, trace);
            ((Light) count).seen++;
        }

        @Override
        List<Line> lines(Count count) {
            return List.of(line("ledger/items", (double) ((Light) count).seen, Unit.ITEMS, count.first));
        }
    }

    /** Names an item nobody has. */
    static final class Inventive extends Headcount {
        @Override
        List<Line> lines(Count count) {
            return List.of(line("ledger/items", (double) count.items, Unit.ITEMS, "NOWHERE-1"));
        }
    }

    /** Says everything twice. */
    static final class Repetitive extends Headcount {
        @Override
        List<Line> lines(Count count) {
            List<Line> lines = new ArrayList<>(super.lines(count));
            lines.addAll(super.lines(count));
            return lines;
        }
    }

    /** Counts in a unit of another instrument. */
    static final class Foreign extends Headcount {
        @Override
        List<Line> lines(Count count) {
            return List.of(line("ledger/items", (double) count.items, Unit.INDEX, count.first));
        }
    }
}
