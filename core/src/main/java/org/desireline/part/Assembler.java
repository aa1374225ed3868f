package org.desireline.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.desireline.charter.Charter;
import org.desireline.charter.Dimension;
import org.desireline.journal.Journal;
import org.desireline.time.Spans;
import org.desireline.time.Window;

/**
 * Makes parts out of a journal: the only place where items are joined with other items.
 *
 * <p>Cost: {@code n log n} in events; memory for one life an item, then parts are built as they are asked for.
 */
public final class Assembler {

    private static final double FOCUS_SHARE = 0.6;
    private static final long WEEK_MILLIS = 7L * 24 * 3_600_000;
    /** 1970-01-01 was a Thursday: weeks counted from the epoch begin on Monday after this shift. */
    private static final long MONDAY_SHIFT_MILLIS = 3L * 24 * 3_600_000;

    private Assembler() {}

    /**
     * Assembles a journal under a charter.
     *
     * @param asOfMillis the instant up to which the data are read
     */
    public static Assembly assemble(Journal journal, Charter charter, Window window, long asOfMillis) {
        BitSet bots = bots(journal, charter);
        BitSet bulk = BulkEdits.find(journal, asOfMillis);
        List<Life> lives = new ArrayList<>();
        int[] lifeOfItem = new int[journal.itemCount()];
        Arrays.fill(lifeOfItem, -1);
        long[] late = {0};
        Attendance attendance = new Attendance(bots);
        int[] ordinal = {0};
        journal.read(batch -> {
            for (int from = 0; from < batch.size(); ) {
                int to = from + 1;
                while (to < batch.size() && batch.item()[to] == batch.item()[from]) {
                    to++;
                }
                Life life = LifeReader.read(journal, charter, bots, asOfMillis, batch, from, to, bulk, ordinal[0]);
                for (int row = from; row < to; row++) {
                    attendance.add(batch.actor()[row], batch.atMillis()[row], asOfMillis);
                }
                if (life == null) {
                    late[0]++;
                } else {
                    lifeOfItem[life.item] = lives.size();
                    lives.add(life);
                }
                ordinal[0] += to - from;
                from = to;
            }
        });
        long first = lives.stream().mapToLong(Life::createdMillis).min().orElse(asOfMillis);
        Spans calendar = charter.week().expand(first - WEEK_MILLIS, asOfMillis + WEEK_MILLIS);
        ClassTable classes = ClassTable.of(lives, charter, calendar, window);
        Timelines timelines = new Timelines(lives);
        long afterEnd = timelines.segments.stream()
                .mapToLong(segment -> outside(lives.get(segment.life()), segment)).sum();
        long recorded = lives.stream().flatMap(life -> life.work.stream())
                .mapToLong(piece -> piece.toMillis() - piece.fromMillis()).sum();
        long work = timelines.segments.stream()
                .mapToLong(segment -> calendar.overlapMillis(segment.fromMillis(), segment.toMillis())).sum();
        Frame.Facts facts = new Frame.Facts(
                lives.stream().filter(life -> !life.container).count(),
                lives.stream().filter(life -> life.container).count(),
                lives.stream().filter(life -> life.proven).count(),
                attendance.actors(),
                bulk.cardinality(),
                work,
                (long) (attendance.onCalendarMillis(calendar) * FOCUS_SHARE),
                lives.stream().filter(life -> !life.container && ranked(life, classes)).count(),
                late[0],
                afterEnd,
                recorded - timelines.segments.stream()
                        .mapToLong(segment -> segment.toMillis() - segment.fromMillis()).sum());
        Frame frame = new Frame(charter, window, asOfMillis, classes, facts);
        return new Assembly(journal, frame, lives, lifeOfItem, timelines, calendar);
    }

    private static long outside(Life life, Timelines.Segment segment) {
        long inside = Math.max(0, Math.min(segment.toMillis(), life.endMillis)
                - Math.max(segment.fromMillis(), life.createdMillis()));
        return segment.toMillis() - segment.fromMillis() - inside;
    }

    private static boolean ranked(Life life, ClassTable classes) {
        Life.Step last = life.steps.get(life.steps.size() - 1);
        int code = classes.code(Dimension.PRIORITY, Life.values(last, Dimension.PRIORITY));
        return code < classes.named(Dimension.PRIORITY);
    }

    private static BitSet bots(Journal journal, Charter charter) {
        BitSet bots = new BitSet();
        for (int actor = 0; actor < journal.actorCount(); actor++) {
            if (charter.bots().contains(journal.actorToken(actor))) {
                bots.set(actor);
            }
        }
        return bots;
    }

    /** In which weeks each actor was active. */
    private static final class Attendance {

        private final BitSet bots;
        private final BitSet seen = new BitSet();
        private final TreeMap<Long, BitSet> weeks = new TreeMap<>();

        Attendance(BitSet bots) {
            this.bots = bots;
        }

        void add(int actor, long atMillis, long asOfMillis) {
            if (actor >= 0 && !bots.get(actor) && atMillis <= asOfMillis) {
                seen.set(actor);
                long week = Math.floorDiv(atMillis + MONDAY_SHIFT_MILLIS, WEEK_MILLIS);
                weeks.computeIfAbsent(week, key -> new BitSet()).set(actor);
            }
        }

        long actors() {
            return seen.cardinality();
        }

        long onCalendarMillis(Spans calendar) {
            long sum = 0;
            for (var week : weeks.entrySet()) {
                long from = week.getKey() * WEEK_MILLIS - MONDAY_SHIFT_MILLIS;
                sum += week.getValue().cardinality() * calendar.overlapMillis(from, from + WEEK_MILLIS);
            }
            return sum;
        }
    }
}
