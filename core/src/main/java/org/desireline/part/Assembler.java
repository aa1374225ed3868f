package org.desireline.part;

import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.desireline.charter.Charter;
import org.desireline.charter.Dimension;
import org.desireline.charter.Membership;
import org.desireline.charter.Undertaking;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Journal;
import org.desireline.time.Spans;
import org.desireline.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * Makes parts out of a journal: the only place where items are joined with other items.
 *
 * <p>Cost: {@code n log n} in events; memory for the columns of {@link Lives}, {@link WorkRecords} and {@link
 * Timelines}; parts are built as they are asked for.
 */
public final class Assembler {

    private static final double FOCUS_SHARE = 0.6;
    private static final long WEEK_MILLIS = 7L * 24 * 3_600_000;
    /** 1970-01-01 was a Thursday: weeks counted from the epoch begin on Monday after this shift. */
    private static final long MONDAY_SHIFT_MILLIS = 3L * 24 * 3_600_000;

    private Assembler() {}

    /** Assembles a journal where nothing was declared. */
    public static Assembly assemble(Journal journal, Charter charter, Window window, long asOfMillis) {
        return assemble(journal, charter, Membership.none(), window, asOfMillis);
    }

    /**
     * Assembles a journal under a charter.
     *
     * @param membership which declared class each item belonged to
     * @param asOfMillis the instant up to which the data are read
     */
    public static Assembly assemble(
            Journal journal, Charter charter, Membership membership, Window window, long asOfMillis) {
        return assemble(journal, charter, membership, List.of(), window, asOfMillis);
    }

    /**
     * Assembles a journal under a charter, with what was committed to and decided.
     *
     * @param membership which declared class each item belonged to
     * @param declared commitments and decisions
     * @param asOfMillis the instant up to which the data are read
     */
    public static Assembly assemble(
            Journal journal, Charter charter, Membership membership, List<Undertaking> declared, Window window,
            long asOfMillis) {
        Undertakings undertakings = new Undertakings(declared);
        BitSet bots = bots(journal, charter);
        BitSet bulk = BulkEdits.find(journal, asOfMillis);
        Spans calendar = calendar(journal, charter, asOfMillis);
        ClassTable.Survey survey = new ClassTable.Survey(calendar, window);
        Attendance attendance = new Attendance(bots);
        long[] late = {0};
        read(journal, charter, bots, asOfMillis, null, bulk, (life, batch, from, to) -> {
            for (int row = from; row < to; row++) {
                attendance.add(batch.actor()[row], batch.atMillis()[row], asOfMillis);
            }
            if (life == null) {
                late[0]++;
            } else {
                survey.add(life);
            }
        });
        ClassTable classes = survey.table(charter, membership);
        Pools pools = new Pools(journal, charter.intent(), classes, bots);
        Lives lives = new Lives(asOfMillis);
        WorkRecords records = new WorkRecords();
        Schedules schedules = new Schedules();
        Pledges pledges = new Pledges();
        Decisions decisions = new Decisions();
        read(journal, charter, bots, asOfMillis, classes, bulk, (life, batch, from, to) -> {
            if (life != null) {
                records.record(lives.size(), life, pools);
                if (life.agenda != null) {
                    schedules.add(lives.size(), life.agenda, log(journal, life.item));
                }
                pledges.add(lives.size(), life);
                decisions.add(lives.size(), life);
                undertakings.add(life);
                lives.add(life);
                classes.count(life);
            }
        });
        lives.trim();
        Laws.checkDecisions(lives, decisions);
        records.settle(journal.actorCount());
        Assembly.Ground ground = new Assembly.Ground(journal, lives, records, new Desks(lives, classes),
                calendar,
                Orders.of(charter, classes, lives, membership, asOfMillis), pools, membership,
                schedules.settle(), pledges.settle(), decisions.settle(),
                new Rights(journal, charter.intent(), bots), undertakings);
        Frame frame = new Frame(charter, window, asOfMillis, classes,
                facts(lives, classes, calendar, attendance, bulk.cardinality(), late[0]));
        return Assembly.of(ground, frame, records.gaps(calendar).sessions());
    }

    /** The source and the log of an item. */
    private static String log(Journal journal, int item) {
        String id = journal.itemId(item);
        return id.substring(0, Math.max(0, id.lastIndexOf(':')));
    }

    /** Receives an item's life, null where it did not exist at the as-of instant, and the rows it was read from. */
    private interface Reader {
        void accept(@Nullable Life life, EventBatch batch, int from, int to);
    }

    private static void read(
            Journal journal, Charter charter, BitSet bots, long asOfMillis, @Nullable ClassTable classes, BitSet bulk,
            Reader reader) {
        int[] ordinal = {0};
        journal.read(batch -> {
            for (int from = 0; from < batch.size(); ) {
                int to = from + 1;
                while (to < batch.size() && batch.item()[to] == batch.item()[from]) {
                    to++;
                }
                reader.accept(LifeReader.read(journal, charter, bots, asOfMillis, classes, batch, from, to, bulk,
                        ordinal[0]), batch, from, to);
                ordinal[0] += to - from;
                from = to;
            }
        });
    }

    /** The working hours from a week before the first event to a week after the as-of instant. */
    private static Spans calendar(Journal journal, Charter charter, long asOfMillis) {
        long[] first = {asOfMillis};
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                first[0] = Math.min(first[0], batch.atMillis()[row]);
            }
        });
        return charter.week().expand(first[0] - WEEK_MILLIS, asOfMillis + WEEK_MILLIS);
    }

    private static Frame.Facts facts(
            Lives lives, ClassTable classes, Spans calendar, Attendance attendance, long bulkEdits, long late) {
        long containers = 0;
        long proven = 0;
        long ranked = 0;
        for (int life = 0; life < lives.size(); life++) {
            containers += lives.isContainer(life) ? 1 : 0;
            proven += lives.isProven(life) ? 1 : 0;
            int code = ClassTable.code(lives.classes(lives.lastStep(life)), Dimension.PRIORITY.ordinal());
            ranked += !lives.isContainer(life) && code < classes.ranked() ? 1 : 0;
        }
        return new Frame.Facts(lives.size() - containers, containers, proven, attendance.actors(), bulkEdits,
                (long) (attendance.onCalendarMillis(calendar) * FOCUS_SHARE), ranked, late, Frame.Work.NONE);
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
