package org.desireline.app.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.desireline.app.RealData;
import org.desireline.app.git.FileHistory;
import org.desireline.app.source.files.Delivery;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.junit.jupiter.api.Test;

/**
 * The enhancement proposals of Kubernetes up to July 2026, put together again from the changes of their fields that
 * somebody else derived: what was promised, and how often it was pushed back.
 */
class ProposalHistoryTest {

    private static final String DATA = "org-kubernetes/kep_field_history.csv.gz";
    private static final long AS_OF = Instant.parse("2026-07-24T23:57:50Z").toEpochMilli();
    private static final Pattern NUMBERED = Pattern.compile("keps/.*/0*([1-9][0-9]*)-[^/]*/kep[.]yaml");
    private static final List<String> STAGES = List.of("alpha", "beta", "stable");

    /** The columns of a line; names of authors have commas in quotes. */
    private static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))").matcher(line);
        while (matcher.find()) {
            columns.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return columns;
    }

    private static String text(String number, Map<String, String> fields) {
        StringBuilder text = new StringBuilder("kep-number: " + number + "\n");
        text.append("status: \"").append(fields.getOrDefault("status", "")).append("\"\nmilestone:\n");
        STAGES.forEach(stage -> text.append("  ").append(stage).append(": \"")
                .append(fields.getOrDefault(stage, "")).append("\"\n"));
        return text.toString();
    }

    private static List<Event> events(List<String> lines) {
        Map<String, Map<String, String>> files = new HashMap<>();
        Map<String, String> held = new HashMap<>();
        Map<String, String> blobs = new HashMap<>();
        Map<String, List<List<String>>> commits = new LinkedHashMap<>();
        lines.stream().skip(1).map(ProposalHistoryTest::columns).forEach(row ->
                commits.computeIfAbsent(row.get(0) + row.get(3), none -> new ArrayList<>()).add(row));
        List<FileHistory.Version> versions = new ArrayList<>();
        for (List<List<String>> rows : commits.values()) {
            String path = rows.getFirst().get(3);
            Matcher number = NUMBERED.matcher(path);
            if (number.matches()) {
                Map<String, String> fields = files.computeIfAbsent(path, none -> new TreeMap<>());
                rows.forEach(row -> fields.put(row.get(4), row.get(6)));
                String text = text(number.group(1), fields);
                String blob = Integer.toHexString(text.hashCode()) + "1";
                blobs.put(blob, text);
                String before = held.put(path, blob);
                versions.add(new FileHistory.Version(path, before == null ? "0" : before, blob,
                        rows.getFirst().get(0), Long.parseLong(rows.getFirst().get(1)) * 1000, "git:a", ""));
            }
        }
        versions.sort(Comparator.comparingLong(FileHistory.Version::atMillis));
        List<Event> events = new ArrayList<>();
        FileHistory history = Mappings.with(Map.of()).history(
                new Delivery(account -> account, (account, name) -> { }, events::add, trouble -> { }));
        assertThat(versions).allMatch(version -> history.wants(version.path()));
        history.read(new FileHistory.Told("enhancements", "0", versions, blobs::get));
        history.finish();
        return events;
    }

    private static long day(String iso) {
        return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(RealData.file(DATA)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** The events of each promise, by its proposal and stage. */
    private static Map<String, List<Event>> promises(List<String> lines) {
        Map<String, List<Event>> promises = new TreeMap<>();
        for (Event event : events(lines)) {
            if (event.verb() == Verb.dueSet || event.verb() == Verb.dueMoved) {
                promises.computeIfAbsent(event.subject().id().replaceFirst(".*:", "") + " "
                        + event.attributes().get(Field.TARGET), none -> new ArrayList<>()).add(event);
            }
        }
        return promises;
    }

    private static String due(Event event) {
        return event.attributes().getOrDefault(Field.DUE, "");
    }

    /** What was promised first is the first day that the data have for the stage, however the walk goes about it. */
    @Test
    void whatWasPromisedFirstIsWhatTheDataHaveFirst() throws IOException {
        List<String> lines = lines();
        Map<String, String> texts = ReadyFetch.texts();
        Calendar calendar = MappingText.read("kep", texts.get("kep.records.yaml"), texts::get).calendar();
        Map<String, String> first = new TreeMap<>();
        lines.stream().skip(1).map(ProposalHistoryTest::columns)
                .sorted(Comparator.comparingLong(row -> Long.parseLong(row.get(1)))).forEach(row -> {
            Matcher number = NUMBERED.matcher(row.get(3));
            LocalDate day = calendar.day(row.get(6));
            if (number.matches() && STAGES.contains(row.get(4)) && day != null) {
                first.putIfAbsent(number.group(1) + " " + row.get(4), day.toString());
            }
        });
        Map<String, String> told = new TreeMap<>();
        promises(lines).forEach((promise, events) -> told.put(promise, due(events.getFirst())));
        assertThat(told).isEqualTo(first).hasSizeGreaterThan(1_100);
    }

    /**
     * The figures to reproduce are of a walk by somebody else over the repository itself, with its test data and
     * proposals without a number: 308, 303 and 320 promises due, of which .705, .551 and .503 were never pushed back.
     */
    @Test
    void asManyWereNeverPushedBackAsSomebodyElseCounted() throws IOException {
        long late = 0;
        Map<String, long[]> kept = new TreeMap<>();
        for (List<Event> promise : promises(lines()).values()) {
            assertThat(promise.getFirst().verb()).isEqualTo(Verb.dueSet);
            assertThat(promise.subList(1, promise.size())).allMatch(event -> event.verb() == Verb.dueMoved);
            String first = due(promise.getFirst());
            if (promise.getFirst().atMillis() > day(first)) {
                late++;
            } else if (day(first) <= AS_OF) {
                long[] count = kept.computeIfAbsent(promise.getFirst().attributes().get(Field.TARGET),
                        none -> new long[2]);
                count[0]++;
                count[1] += promise.stream().noneMatch(event -> due(event).compareTo(first) > 0) ? 1 : 0;
            }
        }
        assertThat((double) late).isCloseTo(213, within(8.0));
        check(kept.get("alpha"), 308, 0.705);
        check(kept.get("beta"), 303, 0.551);
        check(kept.get("stable"), 320, 0.503);
    }

    private static void check(long[] kept, double due, double share) {
        assertThat((double) kept[0]).isCloseTo(due, withinPercentage(5));
        assertThat(kept[1] / (double) kept[0]).isCloseTo(share, within(0.01));
    }
}
