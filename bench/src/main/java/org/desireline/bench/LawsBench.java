package org.desireline.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.desireline.instrument.Comparison;
import org.desireline.part.Organisations;

/**
 * Random organisations against the laws of the ledger and the minute by minute oracles, as many as are asked for.
 *
 * <p>Arguments: how many (10,000), and the first seed (1,000,000). Ends with 1 when any differs; the seeds are printed.
 */
public final class LawsBench {

    private LawsBench() {}

    /** Runs and prints. */
    public static void main(String[] arguments) {
        long count = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
        AtomicLong events = new AtomicLong();
        AtomicLong items = new AtomicLong();
        long start = System.nanoTime();
        List<String> failures = LongStream.range(first, first + count).parallel().boxed()
                .map(seed -> differences(seed, events, items)).filter(text -> !text.isEmpty()).toList();
        double seconds = (System.nanoTime() - start) / 1e9;
        failures.forEach(IO::println);
        IO.println(String.format(Locale.ROOT, "%d organisations from seed %d, %d items, %d events: %d fail, %.1f s%n",
                count, first, items.get(), events.get(), failures.size(), seconds));
        if (!failures.isEmpty()) {
            System.exit(1);
        }
    }

    private static String differences(long seed, AtomicLong events, AtomicLong items) {
        try {
            var organisation = Organisations.random(seed);
            events.addAndGet(organisation.events().size());
            items.addAndGet(organisation.events().stream().map(event -> event.subject()).distinct().count());
            List<String> differences = Comparison.of(organisation).differences();
            return differences.isEmpty() ? "" : differences.size() + " differences, first: " + differences.get(0);
        } catch (RuntimeException | AssertionError failed) {
            return "seed " + seed + ": " + failed;
        }
    }
}
