package org.desireline.bench.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A process log that never was, as XES and as CSV: cases of eight to fourteen activities out of twenty, by fifty
 * people, that begin a minute apart. The same number of events and seed give the same bytes.
 */
final class LogFiles {

    private static final Instant START = Instant.parse("2024-01-01T08:00:00Z");
    private static final int ACTIVITIES = 20;
    private static final int PEOPLE = 50;
    private static final int FEWEST = 8;
    private static final int MORE = 7;
    private static final int SECONDS_BETWEEN = 7_200;

    private LogFiles() {}

    private record Step(int activity, int person, Instant at) {}

    /** Takes a case at a time. */
    private interface Sink {
        void take(int number, List<Step> steps) throws IOException;
    }

    private static void cases(int events, long seed, Sink sink) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int written = 0;
        for (int number = 0; written < events; number++) {
            List<Step> steps = new ArrayList<>();
            Instant at = START.plusSeconds(60L * number);
            int length = Math.min(events - written, FEWEST + random.nextInt(MORE));
            for (int i = 0; i < length; i++) {
                int near = i * ACTIVITIES / (FEWEST + MORE) + random.nextInt(3);
                steps.add(new Step(1 + Math.min(ACTIVITIES - 1, near), random.nextInt(PEOPLE), at));
                at = at.plusMillis(1 + random.nextLong(2_000L * SECONDS_BETWEEN));
            }
            written += length;
            sink.take(number, steps);
        }
    }

    /** Writes comma-separated values: a row an event, those of a case one after another. */
    static Path csv(Path folder, int events, long seed) {
        return written(folder.resolve("log-" + events + ".csv"), out -> {
            out.write("case_id,activity,timestamp,resource\n");
            cases(events, seed, (number, steps) -> {
                for (Step step : steps) {
                    out.write(String.format(Locale.ROOT, "C%07d,Activity %02d,%s,Person %02d%n", number,
                            step.activity(), step.at(), step.person()).replace("\r", ""));
                }
            });
        });
    }

    /** Writes XES 2.0 with the extensions concept, time, organizational and lifecycle. */
    static Path xes(Path folder, int events, long seed) {
        return written(folder.resolve("log-" + events + ".xes"), out -> {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"2.0\">\n");
            cases(events, seed, (number, steps) -> {
                out.write(String.format(Locale.ROOT,
                        "  <trace>%n    <string key=\"concept:name\" value=\"C%07d\"/>%n", number));
                for (Step step : steps) {
                    out.write(String.format(Locale.ROOT, """
                            <event>
                              <string key="concept:name" value="Activity %02d"/>
                              <string key="org:resource" value="Person %02d"/>
                              <date key="time:timestamp" value="%s"/>
                              <string key="lifecycle:transition" value="complete"/>
                            </event>
                            """, step.activity(), step.person(), step.at()));
                }
                out.write("  </trace>\n");
            });
            out.write("</log>\n");
        });
    }

    private interface Content {
        void write(BufferedWriter out) throws IOException;
    }

    private static Path written(Path file, Content content) {
        if (Files.exists(file)) {
            return file;
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            content.write(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }
}
