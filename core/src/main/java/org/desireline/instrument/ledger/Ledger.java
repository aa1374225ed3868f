package org.desireline.instrument.ledger;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Tally;
import org.desireline.instrument.Top;
import org.desireline.instrument.ledger.Posting.Kind;
import org.desireline.part.Frame;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;
import org.desireline.part.Wait;

/**
 * Posts every hour of every item's life to the party that was awaited.
 *
 * <p>Question: where did the on-calendar hours go, for each class of work? Unit: hours, and shares of them. Method:
 * accrual in a window by all items alive, finished or not, clipped to it; shares with a delete-one-cluster jackknife.
 * Cost: O(s) in stretches times the dimensions; memory in cells times clusters. Laws: METHODS, item, stock, double
 * entry. Blind spot: an hour in the owner's hands may be work or waiting; only recorded work tells.
 */
public final class Ledger implements Instrument<Trace, Ledger.Book> {

    /** The period that covers the whole of every life. */
    static final int ALL = 0;
    /** The period of the window. */
    static final int WINDOW = 1;

    /** The tally: sums of longs, and the longest waits. */
    public static final class Book implements Serializable {

        private static final long serialVersionUID = 1L;

        final Tally sums = new Tally();
        final HashMap<Long, Top> longest = new HashMap<>();
        final Top waits = new Top();
        long traces;
        long used;
    }

    @Override
    public Card card() {
        return new Card(
                "ledger",
                "Where did the hours of each class of work go, by the party that was awaited?",
                "on-calendar hours",
                "Every instant of an item's life is posted to exactly one account: the party that would have to"
                        + " act next."
                        + " Hours accrue in the window from all items alive, finished or not. Shares carry a"
                        + " delete-one-cluster jackknife interval; clusters are last owners, and 64 random groups"
                        + " of items"
                        + " that never had one.",
                List.of("Quenouille (1956), Notes on bias in estimation",
                        "Tukey (1958), Bias and confidence in not quite large samples",
                        "Kott (2001), The delete-a-group jackknife",
                        "Little (1961), A proof for the queuing formula L = λW"),
                "O(s) in stretches of items; memory in classes × accounts × clusters",
                List.of(),
                "5 items and 5 actors in a row; a change log for owners",
                "An account is named the largest when it is not, outside its interval",
                List.of("An hour in the owner's hands may be work or waiting unless work is logged",
                        "Without a declared calendar, one working week is assumed for everybody",
                        "Blocking that nobody recorded is booked on the owner"));
    }

    @Override
    public Class<Trace> grain() {
        return Trace.class;
    }

    @Override
    public Book zero(Frame frame) {
        return new Book();
    }

    @Override
    public void add(Book book, Trace trace) {
        everything(book, trace);
        if (trace.container()) {
            return;
        }
        book.traces++;
        if (trace.endMillis() > trace.createdMillis()) {
            book.used++;
        }
        post(book, trace, ALL);
        post(book, trace, WINDOW);
        stock(book, trace);
        waits(book, trace);
    }

    private static void post(Book book, Trace trace, int period) {
        BitSet rows = new BitSet();
        BitSet cells = new BitSet();
        Map<Long, Long> onMillis = new HashMap<>();
        for (Stretch stretch : trace.stretches()) {
            if (period == WINDOW && !stretch.inWindow()) {
                continue;
            }
            int account = Account.of(stretch).ordinal();
            int awaited = Account.of(stretch.cause(), stretch.cycle()).ordinal();
            for (int d = 0; d <= stretch.classes().length; d++) {
                long row = row(period, stretch, d);
                int who = trace.cluster();
                book.sums.add(Posting.key(Kind.ON_MILLIS, row, account, who), stretch.onCalendarMillis());
                book.sums.add(Posting.key(Kind.OFF_MILLIS, row, account, who), stretch.offCalendarMillis());
                book.sums.add(Posting.key(Kind.WALL_MILLIS, row, awaited, who), stretch.millis());
                if (stretch.cycle() > 1 && Account.of(account).isLive()) {
                    book.sums.add(Posting.key(Kind.CYCLE_MILLIS, row, 0, who), stretch.onCalendarMillis());
                }
                rows.set((int) row);
                cells.set((int) row << 5 | account);
                if (period == WINDOW) {
                    onMillis.merge(row << 5 | account, stretch.onCalendarMillis(), Long::sum);
                }
            }
        }
        rows.stream().forEach(row -> population(book, trace, row));
        labour(book, trace, period);
        cells.stream().forEach(cell -> book.sums.add(Posting.key(Kind.CELL_ITEMS, cell >> 5, cell & 31, 0), 1));
        onMillis.forEach((cell, millis) -> {
            if (millis > 0) {
                book.longest.computeIfAbsent(cell, key -> new Top())
                        .add(new Top.Case(millis, 0, trace.item(), trace.key(), trace.createdMillis(), "",
                                new ArrayList<>(List.of(millis))));
            }
        });
    }

    /** Every item's whole life, containers included, so that nothing of the tracker's time is left out of the books. */
    private static void everything(Book book, Trace trace) {
        long row = Posting.row(ALL, Posting.WHOLE, Posting.EVERYTHING);
        for (Stretch stretch : trace.stretches()) {
            int awaited = Account.of(stretch.cause(), stretch.cycle()).ordinal();
            book.sums.add(Posting.key(Kind.WALL_MILLIS, row, awaited, trace.cluster()), stretch.millis());
            // Recorded work is left out, so that the share does not tell what few people logged on work nobody owned.
            if (!stretch.owned() && stretch.cause() != Wait.closedGap && stretch.cause() != Wait.worked) {
                book.sums.add(Posting.key(Kind.UNASSIGNED_MILLIS, row, 0, trace.cluster()), stretch.millis());
            }
        }
        if (!trace.stretches().isEmpty()) {
            population(book, trace, (int) row);
        }
    }

    private static void population(Book book, Trace trace, int row) {
        book.sums.add(Posting.key(Kind.ROW_ITEMS, row, 0, 0), 1);
        for (int actor : trace.actors()) {
            book.sums.add(Posting.key(Kind.ROW_ACTORS, row, 0, actor), 1);
        }
    }

    /** Who worked, posted to the account and the row of the very stretch. */
    private static void labour(Book book, Trace trace, int period) {
        for (Trace.Labour labour : trace.labours()) {
            Stretch stretch = trace.stretches().get(labour.stretch());
            if (period == WINDOW && !stretch.inWindow()) {
                continue;
            }
            for (int d = 0; d <= stretch.classes().length; d++) {
                book.sums.add(Posting.key(Kind.LABOUR_MILLIS, row(period, stretch, d),
                        Account.of(stretch).ordinal(), labour.actor()), labour.millis());
            }
        }
    }

    private static long row(int period, Stretch stretch, int dimension) {
        return dimension == stretch.classes().length
                ? Posting.row(period, Posting.WHOLE, Posting.WORK)
                : Posting.row(period, dimension, stretch.classes()[dimension]);
    }

    private static void stock(Book book, Trace trace) {
        if (trace.over() || trace.stretches().isEmpty()) {
            return;
        }
        Stretch last = trace.stretches().get(trace.stretches().size() - 1);
        for (int d = 0; d <= last.classes().length; d++) {
            book.sums.add(Posting.key(Kind.STOCK_ITEMS, row(WINDOW, last, d), Account.of(last).ordinal(), 0), 1);
        }
    }

    /** Unbroken waits for one party inside the window, parked time left out, by on-calendar length. */
    private static void waits(Book book, Trace trace) {
        List<Stretch> stretches = trace.stretches();
        for (int from = 0; from < stretches.size(); ) {
            int to = from;
            long millis = 0;
            long start = Long.MIN_VALUE;
            long end = Long.MIN_VALUE;
            Stretch first = stretches.get(from);
            for (; to < stretches.size() && stretches.get(to).waitNumber() == first.waitNumber(); to++) {
                Stretch stretch = stretches.get(to);
                if (stretch.inWindow() && !stretch.parked()) {
                    millis += stretch.onCalendarMillis();
                    start = start == Long.MIN_VALUE ? stretch.fromMillis() : start;
                    end = stretch.toMillis();
                }
            }
            Account account = Account.of(first.cause(), first.cycle());
            boolean isWait = account != Account.closedGap && account != Account.worked && account != Account.rework;
            if (isWait && millis > 0) {
                int priority = stretches.get(to - 1).classes()[0];
                book.waits.add(new Top.Case(millis, priority, trace.item(), trace.key(), start, "",
                        new ArrayList<>(List.of((long) account.ordinal(), end, (long) priority))));
            }
            from = to;
        }
    }

    @Override
    public Book merge(Book book, Book other) {
        book.sums.add(other.sums);
        other.longest.forEach((cell, top) -> book.longest.computeIfAbsent(cell, key -> new Top()).add(top));
        book.waits.add(other.waits);
        book.traces += other.traces;
        book.used += other.used;
        return book;
    }

    @Override
    public Next<Book> close(Book book, Frame frame, List<Reading> needed) {
        return new Next.Done<>(new Statement(book, frame).reading());
    }
}
