package org.desireline.bench;

import java.util.List;
import java.util.Locale;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.ledger.Ledger;
import org.desireline.part.Assembler;
import org.desireline.part.Assembly;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;

/**
 * What the ledger costs from 10^5 to 10^7 events: assembly and fold in nanoseconds an event on one thread, bytes an
 * event that stay resident, and the slope of time against size on logarithmic axes (1 is linear).
 *
 * <p>Argument: the largest number of events (10,000,000).
 */
public final class LedgerScale {

    private static final int WARM_UPS = 6;
    private static final int SMALLEST = 100_000;
    private static final int POINTS = 5;
    private static final int FULL_COLLECTIONS = 4;

    private LedgerScale() {}

    private record Point(int events, double assembleNanos, double ledgerNanos, double journalBytes, double allBytes) {}

    /** Runs and prints. */
    public static void main(String[] arguments) {
        int largest = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        for (int i = 0; i < WARM_UPS; i++) {
            measure(SMALLEST, i);
        }
        IO.println("    events  assembly ns/event  ledger ns/event  both ns/event  journal B/event  resident B/event");
        Point[] points = new Point[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double factor = Math.pow((double) largest / SMALLEST, (double) i / (POINTS - 1));
            points[i] = measure((int) Math.round(SMALLEST * factor), 42);
            Point point = points[i];
            IO.println(String.format(Locale.ROOT, "%10d  %17.0f  %15.0f  %13.0f  %15.1f  %16.1f", point.events(),
                    point.assembleNanos(), point.ledgerNanos(), point.assembleNanos() + point.ledgerNanos(),
                    point.journalBytes(), point.allBytes()));
        }
        IO.println(String.format(Locale.ROOT, "slope of log time against log events: assembly %.3f, ledger %.3f,"
                + " both %.3f", slope(points, 1, 0), slope(points, 0, 1), slope(points, 1, 1)));
    }

    private static Point measure(int events, long seed) {
        long empty = used();
        SyntheticJournal.Made made = SyntheticJournal.of(events, seed);
        long withJournal = used();
        Window window = Window.parse("52w", SyntheticJournal.START, SyntheticJournal.asOf(),
                WorkWeek.assumed(java.time.ZoneOffset.UTC).zone());
        long start = System.nanoTime();
        Assembly assembly = Assembler.assemble(made.journal(), SyntheticJournal.charter(), made.membership(), window,
                SyntheticJournal.asOf());
        long assembled = System.nanoTime() - start;
        long all = used();
        long folding = System.nanoTime();
        Ledger ledger = new Ledger();
        Ledger.Book book = ledger.zero(assembly.frame());
        assembly.traces(0, 1, trace -> ledger.add(book, trace));
        Instrument.Next<Ledger.Book> reading = ledger.close(book, assembly.frame(), List.of());
        long folded = System.nanoTime() - folding;
        if (!(reading instanceof Instrument.Next.Done<Ledger.Book> done) || done.reading().lines().isEmpty()) {
            throw new IllegalStateException("The ledger said nothing.");
        }
        int n = (int) made.journal().eventCount();
        // Both must still be reachable when the heap is measured.
        if (assembly.frame().facts().items() != n / SyntheticJournal.EVENTS_PER_ITEM) {
            throw new IllegalStateException("Items were lost: " + assembly.frame().facts().items() + " of " + n
                    + " events.");
        }
        return new Point(n, assembled / (double) n, folded / (double) n,
                (withJournal - empty) / (double) n, (all - empty) / (double) n);
    }

    /** What is reachable: the serial collector leaves garbage in its place except at every fourth full collection. */
    private static long used() {
        for (int i = 0; i < FULL_COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Least squares of log total time against log events. */
    private static double slope(Point[] points, double assembly, double ledger) {
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (Point point : points) {
            double x = Math.log(point.events());
            double y = Math.log(point.events()
                    * (assembly * point.assembleNanos() + ledger * point.ledgerNanos()));
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }
        int n = points.length;
        return (n * sxy - sx * sy) / (n * sxx - sx * sx);
    }
}
