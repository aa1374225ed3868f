package org.desireline.instrument.commitment;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Tally;
import org.desireline.instrument.Top;
import org.desireline.part.Frame;
import org.desireline.part.Declared;
import org.desireline.part.Promise;
import org.desireline.part.Whole;
import org.desireline.time.WorkWeek;

/**
 * Follows promises to their end.
 *
 * <p>Question: is what is promised done by its day, and what becomes of the rest? Unit: shares of promises; days.
 * Method: exact shares with Wilson's interval and that of a delete-one-cluster jackknife over owners, the wider at each
 * end; ages by Kaplan and Meier, withdrawal by Aalen and Johansen. Cost: O(slices) a promise; memory in distinct ages.
 * Laws: a promise is kept, withdrawn or open; what is kept by the first day is kept by a later one. Blind spot: what
 * was promised and never written down.
 */
public final class Commitment implements Instrument<Promise, Commitment.Count> {

    /** What is counted, by owner. */
    enum Kind {
        /** Promises whose first day has passed. */
        DUE,
        /** Of them, those of which the end of the item shows whether they were kept. */
        PROVABLE,
        /** Of these, those kept by the first day. */
        KEPT,
        /** Of all, those never moved back. */
        UNMOVED,
        /** Provable promises whose last day has passed as well. */
        DUE_AT_LAST,
        /** Of them, those kept by it. */
        KEPT_AT_LAST,
        /** Provable promises whose last day has passed for so long that they could have gone quiet. */
        SETTLED,
        /** Of them, those that went quiet. */
        QUIET,
        /** Working hours that these have stood since their last day, in milliseconds. */
        QUIET_MILLIS,
        /** Times a day was moved back. */
        PUSHES,
        /** Of them, those recorded only after the old day had passed. */
        LATE_PUSHES,
        /** Promises whose day was moved back. */
        PUSHED,
        /** Actors with any event on items of {@link #DUE}. */
        ACTOR
    }

    /** What an age is that of, and how it ended. */
    enum Age {
        /** From the first day until it was kept. */
        SLIP_KEPT,
        /** From the first day until it was withdrawn, or now. */
        SLIP_OPEN,
        /** From when it was made until the first action. */
        ACTED,
        /** From when it was made until it was withdrawn without any, or now. */
        IDLE,
        /** From when it was made until it was kept. */
        DONE,
        /** From when it was made until it was withdrawn. */
        WITHDRAWN,
        /** From when it was made until now. */
        OPEN
    }

    /** The fewest promises that are said anything about. */
    static final int LEAST = 15;
    static final long DAY_MILLIS = 24L * 3_600_000;
    static final int WHO_BITS = 24;
    static final int KIND_BITS = 4;
    static final int CLASS_BITS = 5;
    static final int AGE_BITS = 33;
    /** Marks a cluster of items that nobody owned. */
    static final int UNOWNED = 1 << (WHO_BITS - 1);
    /** Where the clusters of commitments begin that a team owns. */
    static final int TEAMS = UNOWNED | Promise.GROUPS;
    /** Added to ages in seconds, for some are negative. */
    static final long AGE_SHIFT = 1L << (AGE_BITS - 1);
    private static final long SECOND_MILLIS = 1000;

    /** The tally. */
    public static final class Count implements Serializable {

        private static final long serialVersionUID = 1L;

        final long asOfMillis;
        /** The working week, as it is written, and its zone. */
        final String week;
        final ZoneId zone;
        final Slice[] slices;
        final Tally sums = new Tally();
        final Tally ages = new Tally();
        final HashMap<Long, Top> evidence = new HashMap<>();
        final TreeMap<String, Long> dropped = new TreeMap<>();
        /** Promises of wholes, of which a table tells how much was delivered. */
        final Wholes wholes = new Wholes();
        /** Records that are declared for a period. */
        final Declarations declarations = new Declarations();
        long parts;
        long due;
        /** Promises of releases among them. */
        long releases;
        /** Promises made so long ago that they could be followed for a year. */
        long year;

        Count(Frame frame, Slice[] slices) {
            this.asOfMillis = frame.asOfMillis();
            this.week = frame.charter().week().text();
            this.zone = frame.charter().week().zone();
            this.slices = slices;
        }
    }

    /** Packs a cell: a class of a slice and what is counted. */
    static long cell(Kind kind, Slice slice, int code) {
        return ((long) slice.ordinal() << CLASS_BITS | code) << KIND_BITS | kind.ordinal();
    }

    /** Packs a cell of ages. */
    static long cell(Age age, Slice slice, int code) {
        return ((long) slice.ordinal() << CLASS_BITS | code) << KIND_BITS | age.ordinal();
    }

    @Override
    public Card card() {
        return new Card(
                "commitment",
                "Is what is promised done by its day, and what becomes of the rest?",
                "shares of promises; days",
                "Of the promises whose first day lies in the window and has passed: the share kept by the day first"
                        + " given, and by the last; never moved back; how often moved back, and the share of that"
                        + " recorded only after the old day had passed; gone quiet, that is, neither kept, withdrawn,"
                        + " moved nor touched since the last day, which passed at least 14 days or a quarter of the"
                        + " lead time ago. Shares carry Wilson's interval and that of a delete-one-cluster jackknife"
                        + " over owners, the wider at each end; days beyond the first and days to the first action are"
                        + " medians by Kaplan and Meier; what was withdrawn within a year is by Aalen and Johansen,"
                        + " being done the other end. Promises are own due dates, releases with a day, sprints with an"
                        + " end, targets that records name, and commitments that are declared; what is written on its"
                        + " own day or later is a record and does not count. A commitment is kept when all items that"
                        + " it names are done, and all that its expression holds for are over, one of them done since."
                        + " Of promises of a whole, such as sprints in a table that tells what was"
                        + " planned and delivered: the share that delivered less, as much, more (Wilson), and exact"
                        + " counts of them and their parts. Of records that are declared for a period, whatever the"
                        + " window: exact counts of them, of those that name an owner, of those declared for the"
                        + " period before as well, and of what they ask of teams.",
                List.of("Wilson (1927), Probable inference, the law of succession, and statistical inference",
                        "Tukey (1958), Bias and confidence in not quite large samples",
                        "Kaplan and Meier (1958), Nonparametric estimation from incomplete observations",
                        "Aalen and Johansen (1978), An empirical transition matrix for non-homogeneous Markov chains"
                                + " based on censored observations"),
                "O(slices) a promise; memory in distinct ages",
                List.of(),
                "15 promises whose first day passed in the window; for what is withdrawn, 15 followed for a year; for"
                        + " a median or 85th percentile, that it and its interval are reached; of wholes 15, and a"
                        + " column that tells of five people or more",
                "A promise is said to have gone quiet though something was done or said of it",
                List.of("Promises that nobody wrote down",
                        "Done means that the item is done, not that it does what was meant",
                        "Of a release or sprint only the day that the export holds is known, not what it was when the"
                                + " item was put into it",
                        "Something smaller done by the day counts as kept",
                        "Whether a target that a record names was kept is on no record: only its days are told; so it"
                                + " is of a commitment that names no evidence",
                        "Where a source shows a due date only as it stands, it counts as the first one"));
    }

    @Override
    public List<Class<? extends Promise>> grains() {
        return List.of(Promise.class);
    }

    @Override
    public Count zero(Frame frame) {
        List<Slice> told = new ArrayList<>();
        for (Slice slice : Slice.values()) {
            if (slice.isTold(frame)) {
                told.add(slice);
            }
        }
        return new Count(frame, told.toArray(Slice[]::new));
    }

    @Override
    public void add(Count count, Promise promise) {
        count.parts++;
        Whole whole = promise.whole();
        if (whole != null) {
            whole(count, promise, whole);
            return;
        }
        Declared declared = promise.declared();
        if (declared != null) {
            count.declarations.add(promise, declared);
        }
        String lack = lack(promise, count.asOfMillis);
        if (!lack.isEmpty()) {
            count.dropped.merge(lack, 1L, Long::sum);
            return;
        }
        count.due++;
        count.releases += promise.kind() == Promise.Kind.RELEASE ? 1 : 0;
        count.year += count.asOfMillis - promise.declaredAtMillis() >= Balance.YEAR_DAYS * DAY_MILLIS ? 1 : 0;
        for (Slice slice : count.slices) {
            post(count, promise, slice, slice.code(promise));
            if (slice.hasAges()) {
                ages(count, promise, slice, slice.code(promise));
            }
        }
    }

    private static void whole(Count count, Promise promise, Whole whole) {
        if (whole.again() > 0) {
            count.dropped.merge("toldAgain", (long) whole.again(), Long::sum);
        }
        String lack = !whole.isTold() ? "untold" : !whole.isDated() ? "" : !promise.inWindow() ? "outsideWindow"
                : promise.firstDueMillis() > count.asOfMillis ? "notYetDue" : "";
        if (lack.isEmpty()) {
            count.wholes.add(promise, whole);
        } else {
            count.dropped.merge(lack, 1L, Long::sum);
        }
    }

    /** Why a promise does not count, or nothing. */
    private static String lack(Promise promise, long asOfMillis) {
        if (!promise.inWindow()) {
            return "outsideWindow";
        }
        if (!promise.sinceKnown()) {
            return "sinceUnknown";
        }
        if (!promise.isCommitment()) {
            return "record";
        }
        return promise.firstDueMillis() > asOfMillis ? "notYetDue" : "";
    }

    private static void post(Count count, Promise promise, Slice slice, int code) {
        long lastDue = promise.lastDueMillis();
        long pushes = promise.revisions().stream().filter(Promise.Revision::isPush).count();
        long late = promise.revisions().stream().filter(each -> each.isPush() && each.isLate()).count();
        boolean provable = promise.provable();
        boolean settled = promise.isSettledBy(count.asOfMillis);
        boolean quiet = settled && promise.isSilent();
        add(count, Kind.DUE, slice, code, promise, 1);
        add(count, Kind.UNMOVED, slice, code, promise, pushes == 0 ? 1 : 0);
        if (provable) {
            add(count, Kind.PROVABLE, slice, code, promise, 1);
            add(count, Kind.KEPT, slice, code, promise, promise.isKeptBy(promise.firstDueMillis()) ? 1 : 0);
        }
        if (provable && lastDue <= count.asOfMillis) {
            add(count, Kind.DUE_AT_LAST, slice, code, promise, 1);
            add(count, Kind.KEPT_AT_LAST, slice, code, promise, promise.isKeptBy(lastDue) ? 1 : 0);
        }
        if (settled) {
            add(count, Kind.SETTLED, slice, code, promise, 1);
            add(count, Kind.QUIET, slice, code, promise, quiet ? 1 : 0);
        }
        if (pushes > 0) {
            add(count, Kind.PUSHES, slice, code, promise, pushes);
            add(count, Kind.LATE_PUSHES, slice, code, promise, late);
            add(count, Kind.PUSHED, slice, code, promise, 1);
            offer(count, cell(Kind.PUSHES, slice, code), promise, pushes, late);
        }
        if (quiet) {
            add(count, Kind.QUIET_MILLIS, slice, code, promise, WorkWeek.parse(count.week, count.zone)
                    .expand(lastDue, count.asOfMillis).millis());
            offer(count, cell(Kind.QUIET, slice, code), promise, count.asOfMillis - promise.lastSignMillis(), 0);
        }
        for (int actor : promise.actors()) {
            count.sums.add(cell(Kind.ACTOR, slice, code) << WHO_BITS | actor, 1);
        }
    }

    private static void add(Count count, Kind kind, Slice slice, int code, Promise promise, long amount) {
        if (promise.owner() >= UNOWNED) {
            throw new IllegalArgumentException("Too many actors for a key: " + promise.owner() + ".");
        }
        int who = promise.owner() < 0 ? UNOWNED | promise.group() : promise.owner();
        count.sums.add(cell(kind, slice, code) << WHO_BITS | who, amount);
    }

    /** Keeps a promise as evidence. */
    private static void offer(Count count, long cell, Promise promise, long weight, long late) {
        count.evidence.computeIfAbsent(cell, key -> new Top()).add(new Top.Case(weight, promise.number(),
                promise.item(), promise.key(), promise.declaredAtMillis(), promise.origin(),
                new ArrayList<>(List.of(promise.firstDueMillis(), promise.lastDueMillis(), promise.lastSignMillis(),
                        late))));
    }

    private static void ages(Count count, Promise promise, Slice slice, int code) {
        long kept = promise.keptMillis();
        long withdrawn = promise.withdrawnMillis();
        long over = kept != Promise.NEVER ? kept : withdrawn != Promise.NEVER ? withdrawn : count.asOfMillis;
        if (promise.provable()) {
            age(count, kept != Promise.NEVER ? Age.SLIP_KEPT : Age.SLIP_OPEN, slice, code,
                    over - promise.firstDueMillis());
        }
        long acted = promise.firstActionMillis();
        boolean idle = acted == Promise.NEVER || acted > over;
        age(count, idle ? Age.IDLE : Age.ACTED, slice, code, (idle ? over : acted) - promise.declaredAtMillis());
        age(count, kept != Promise.NEVER ? Age.DONE : withdrawn != Promise.NEVER ? Age.WITHDRAWN : Age.OPEN, slice,
                code, over - promise.declaredAtMillis());
    }

    private static void age(Count count, Age age, Slice slice, int code, long millis) {
        long seconds = Math.clamp(Math.floorDiv(millis, SECOND_MILLIS), 1 - AGE_SHIFT, AGE_SHIFT - 1);
        count.ages.add(cell(age, slice, code) << AGE_BITS | (seconds + AGE_SHIFT), 1);
    }

    @Override
    public Count merge(Count count, Count other) {
        count.sums.add(other.sums);
        count.ages.add(other.ages);
        other.evidence.forEach((cell, top) -> count.evidence.computeIfAbsent(cell, key -> new Top()).add(top));
        other.dropped.forEach((reason, number) -> count.dropped.merge(reason, number, Long::sum));
        count.wholes.add(other.wholes);
        count.declarations.add(other.declarations);
        count.parts += other.parts;
        count.due += other.due;
        count.releases += other.releases;
        count.year += other.year;
        return count;
    }

    @Override
    public Next<Count> close(Count count, Frame frame, List<Reading> needed) {
        return new Next.Done<>(new Balance(count, frame).reading());
    }
}
