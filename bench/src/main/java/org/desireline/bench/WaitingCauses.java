package org.desireline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.desireline.part.ActivityLog;
import org.desireline.part.CauseSweep;
import org.desireline.part.CauseSweep.Cause;
import org.desireline.part.CauseSweep.Reading;
import org.desireline.part.Habits;
import org.desireline.time.Spans;
import org.desireline.time.WorkWeek;

/**
 * Logs of activities by the five causes of waiting-time decomposition, in the reference's reading and in others that
 * differ from it in one thing each; and what the reference's reading takes, from the file to the sums, cold and warm.
 *
 * <p>Arguments: files of comma-separated values with case, activity, resource, start and end.
 */
public final class WaitingCauses {

    private static final long DAY = 24L * 3_600_000;
    private static final int RUNS = 11;
    private static final double SECOND_NANOS = 1e9;
    private static final double HOUR_MILLIS = 3.6e6;

    private WaitingCauses() {}

    /** Runs and prints. */
    public static void main(String[] files) throws IOException {
        for (String file : files) {
            long start = System.nanoTime();
            ActivityLog log = read(file);
            long[] first = new CauseSweep(log).totals(reference(log));
            double cold = (System.nanoTime() - start) / SECOND_NANOS;
            double whole = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
            IO.println(String.format(Locale.ROOT, "%n%s: %d activities, %d transitions, %d ms of waiting",
                    Path.of(file).getFileName(), log.size(), log.transitions(), Arrays.stream(first).sum()));
            IO.println(line("hours", Arrays.stream(Cause.values()).map(Enum::name).toArray()));
            compare(log);
            double[] warm = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                start = System.nanoTime();
                ActivityLog again = read(file);
                if (!Arrays.equals(first, new CauseSweep(again).totals(reference(again)))) {
                    throw new IllegalStateException("Another run gave other figures.");
                }
                warm[run] = (System.nanoTime() - start) / SECOND_NANOS;
            }
            Arrays.sort(warm);
            IO.println(String.format(Locale.ROOT,
                    "seconds from the file to the sums: first %.3f, median of %d more %.3f", cold, RUNS,
                    warm[RUNS / 2]));
            IO.println(String.format(Locale.ROOT, "CPU seconds of the process up to the first sums: %.2f", whole));
        }
    }

    private static ActivityLog read(String file) throws IOException {
        return ActivityLog.parse(Files.readAllLines(Path.of(file), StandardCharsets.UTF_8));
    }

    /** With the calendars that the log itself shows; the reference lets a day end a millisecond before midnight. */
    private static Reading reference(ActivityLog log) {
        Habits habits = new Habits(log);
        return Reading.reference(resource -> habits.of(resource, DAY - 1));
    }

    private static void compare(ActivityLog log) {
        CauseSweep sweep = new CauseSweep(log);
        Reading theirs = reference(log);
        Habits habits = new Habits(log);
        Spans week = WorkWeek.assumed(ZoneOffset.UTC).expand(log.firstMillis(), log.lastMillis());
        print(sweep, "the reference's", theirs);
        print(sweep, "without batches", theirs.withoutBatches());
        print(sweep, "one thing at a time", theirs.oneAtATime());
        print(sweep, "calendar first", theirs.withCalendarFirst());
        print(sweep, "Mon-Fri 9-17 for all", Reading.reference(resource -> week));
        print(sweep, "all of the product's",
                Reading.reference(resource -> week).withoutBatches().oneAtATime().withCalendarFirst());
        long[][] crossed = sweep.crossed(theirs, theirs.withoutBatches());
        for (Cause cause : List.of(Cause.BATCHING, Cause.CONTENTION)) {
            IO.println(line("their " + cause + " by ours", hours(crossed[cause.ordinal()])));
        }
        long[][] whole = sweep.crossed(theirs, Reading.reference(habits::of));
        IO.println(String.format(Locale.ROOT, "unavailable because days end a millisecond early: %d ms",
                whole[Cause.UNAVAILABILITY.ordinal()][Cause.EXTRANEOUS.ordinal()]));
    }

    private static void print(CauseSweep sweep, String name, Reading reading) {
        IO.println(line(name, hours(sweep.totals(reading))));
    }

    private static Object[] hours(long[] millis) {
        return Arrays.stream(millis).mapToObj(one -> String.format(Locale.ROOT, "%,.1f", one / HOUR_MILLIS)).toArray();
    }

    private static String line(String name, Object[] cells) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-24s", name));
        for (Object cell : cells) {
            text.append(String.format(Locale.ROOT, " %15s", cell));
        }
        return text.toString();
    }
}
