package org.desireline.instrument.ledger;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.desireline.charter.Intent;
import org.desireline.instrument.Card;
import org.desireline.instrument.CellTally;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Top;
import org.desireline.part.Account;
import org.desireline.part.Frame;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;

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

        /** Whether more than one version of the charter was in force in the window. */
        final boolean byVersion;
        /** Ordinals of the dimensions with classes that are told apart, and the whole. */
        final int[] dimensions;
        final CellTally sums = new CellTally(Posting.WHO_BITS);
        final HashMap<Long, Top> longest = new HashMap<>();
        final Top waits = new Top();
        long traces;
        long used;

        Book(boolean byVersion, int[] dimensions) {
            this.byVersion = byVersion;
            this.dimensions = dimensions;
        }
    }

    /** The period of a version of the charter, -1 for the time before the first, as far as it lies in the window. */
    static int periodOf(int version) {
        return WINDOW + 2 + version;
    }

    /** The version a period stands for. */
    static int versionOf(int period) {
        return period - WINDOW - 2;
    }

    @Override
    public Card card() {
        return new Card(
                "ledger",
                "Where did the hours of each class of work go, by the party that was awaited and by what it was"
                        + " doing?",
                "on-calendar hours",
                "Every instant of an item's life is posted to exactly one account: the party that would have to"
                        + " act next."
                        + " Hours accrue in the window from all items alive, finished or not. Shares carry a"
                        + " delete-one-cluster jackknife interval; clusters are last owners, and 64 random groups"
                        + " of items"
                        + " that never had one. Where recorded work covers a fifth of working time, an owner's hours"
                        + " are split by what the owner was doing, judged by the order and the tradeoff rules in force"
                        + " at each instant: at work on something higher (outranked), on the same class (contention),"
                        + " on something lower begun after the item had become available (displacedNew) or under way"
                        + " before (displacedInflight), on something of no rank (busyUnranked), on one of several"
                        + " (busyAmbiguous), or on nothing visible (silent). Members of a team in whose queue an item"
                        + " lies count in equal parts. Each busy account lies between what is posted and that plus what"
                        + " is silent. D = displacedNew / (displacedNew + outranked).",
                List.of("Quenouille (1956), Notes on bias in estimation",
                        "Tukey (1958), Bias and confidence in not quite large samples",
                        "Kott (2001), The delete-a-group jackknife",
                        "Little (1961), A proof for the queuing formula L = λW",
                        "Lashkevich, Milani, Chapela-Campa, Suvorau and Dumas (2023), Why am I waiting?",
                        "Modig and Åhlström (2012), This is Lean (flow efficiency)"),
                "O(s) in stretches of items; memory in classes × accounts × clusters",
                List.of("contest"),
                "5 items and 5 actors in a row; a change log for owners. For the second level: κ of 20 %, μ of 80 %,"
                        + " 5 owners, none above half. For D also what the pull index needs",
                "An account is named the largest when it is not, outside its interval; displacedNew is shown in an"
                        + " organisation that always takes the highest, but finishes what it has begun",
                List.of("An hour in the owner's hands may be work or waiting unless work is logged",
                        "Without a declared calendar, one working week is assumed for everybody",
                        "Blocking that nobody recorded is booked on the owner",
                        "What an owner does without leaving a trace is silent; silent never means idle"));
    }

    @Override
    public List<Class<? extends Trace>> grains() {
        return List.of(Trace.class);
    }

    @Override
    public Book zero(Frame frame) {
        Intent intent = frame.charter().intent();
        return new Book(intent.versionAt(frame.window().span().fromMillis())
                != intent.versionAt(frame.window().span().toMillis() - 1), Bookkeeper.dimensions(frame));
    }

    @Override
    public void add(Book book, Trace trace) {
        Bookkeeper.everything(book, trace);
        if (trace.container()) {
            return;
        }
        book.traces++;
        if (trace.endMillis() > trace.createdMillis()) {
            book.used++;
        }
        new Bookkeeper(book, trace).post();
        waits(book, trace);
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
        return new Next.Done<>(new Statement(book, frame, needed).reading());
    }
}
