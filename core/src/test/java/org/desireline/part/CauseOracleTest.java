package org.desireline.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.SharedData;
import org.desireline.part.CauseSweep.Cause;
import org.desireline.part.CauseSweep.Reading;
import org.desireline.time.Span;
import org.desireline.time.Spans;
import org.desireline.time.WorkWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sweep against what waiting-time-analysis 1.3.8 expects of its own hand-made logs, and against what it computed of
 * logs of thousands of activities: every cause of every transition, to the millisecond.
 */
class CauseOracleTest {

    private static final String LOGS = "data/waiting-time-oracle-kronos/";
    /** The reference lets a day end a millisecond before midnight. */
    private static final long DAY_ENDS = 24L * 3_600_000 - 1;
    private static final double HOUR = 3_600_000.0;
    private static final Cause[] CAUSES = Cause.values();
    private static final Pattern LENGTH = Pattern.compile("(\\d+) days(?: (\\d\\d):(\\d\\d):(\\d\\d))?");
    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\": (?:\"(.*)\"|([-+.\\w]+)),?");

    /** What the golden file holds of a log: its own figures, its sums, and one map a transition. */
    private static List<Map<String, String>> golden(String log) {
        List<Map<String, String>> objects = new ArrayList<>();
        boolean inside = false;
        for (String line : SharedData.lines("golden/wta_waiting_time.json")) {
            // The logs stand one level deep.
            inside = line.equals(" \"" + log + "\": {") || (inside && !line.equals(" },") && !line.equals(" }"));
            if (inside && line.endsWith("{")) {
                objects.add(new TreeMap<>());
            }
            Matcher member = MEMBER.matcher(line.strip());
            if (inside && member.matches()) {
                objects.get(objects.size() - 1).put(member.group(1),
                        member.group(2) == null ? member.group(3) : member.group(2));
            }
        }
        return objects;
    }

    private static long[] millis(Map<String, String> seconds) {
        return Arrays.stream(CAUSES).mapToLong(cause -> new BigDecimal(seconds.get(column(cause))).movePointRight(3)
                .setScale(0, RoundingMode.HALF_EVEN).longValueExact()).toArray();
    }

    private static String column(Cause cause) {
        return cause == Cause.PRIORITISATION ? "wt_prioritization" : "wt_" + cause.name().toLowerCase(Locale.ROOT);
    }

    private static ActivityLog log(String name) {
        return ActivityLog.parse(SharedData.lines(LOGS + name + ".csv"));
    }

    private static Reading discovered(ActivityLog log) {
        Habits habits = new Habits(log);
        return Reading.reference(resource -> habits.of(resource, DAY_ENDS));
    }

    /** The hand-made logs are read with declared calendars: ten hours a day, and a break that Marcus takes. */
    private static Reading declared() {
        Spans all = shift(10, 0, 20);
        Spans morning = shift(10, 0, 12);
        Spans afternoon = shift(12, 30, 20);
        List<Span> both = new ArrayList<>();
        for (Spans spans : List.of(morning, afternoon)) {
            for (int i = 0; i < spans.size(); i++) {
                both.add(spans.get(i));
            }
        }
        Spans broken = Spans.union(both);
        return Reading.reference(resource -> resource.equals("Marcus") ? broken : all);
    }

    private static Spans shift(int fromHour, int fromMinute, int toHour) {
        return new WorkWeek(ZoneOffset.UTC, DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(fromHour, fromMinute),
                LocalTime.of(toHour, 0)).expand(1_650_000_000_000L, 1_660_000_000_000L);
    }

    /** Compares every cause of every transition with a file of expected ones; returns how many were compared. */
    private static int cells(String name, Function<ActivityLog, Reading> reading) {
        ActivityLog log = log(name);
        Map<String, long[]> ours = new CauseSweep(log).byTransition(reading.apply(log), transition -> String.join(",",
                transition.source(), transition.sourceResource(), transition.target(), transition.targetResource()));
        List<String> lines = SharedData.lines(LOGS + name + "_expected.csv");
        List<String> names = ActivityLog.values(lines.get(0));
        Map<String, long[]> expected = new TreeMap<>();
        double frequency = 0;
        for (String line : lines.subList(1, lines.size())) {
            List<String> values = ActivityLog.values(line);
            expected.put(String.join(",", values.subList(0, 4)), Arrays.stream(CAUSES)
                    .mapToLong(cause -> length(values.get(names.indexOf(column(cause))))).toArray());
            frequency += Double.parseDouble(values.get(names.indexOf("frequency")));
        }
        assertThat(ours.keySet()).as(name).isEqualTo(expected.keySet());
        assertThat((double) log.transitions()).as("transitions of %s", name).isEqualTo(frequency);
        expected.forEach((transition, millis) ->
                assertThat(ours.get(transition)).as("%s %s", name, transition).containsExactly(millis));
        return expected.size() * CAUSES.length;
    }

    private static long length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        assertThat(matcher.matches()).as(text).isTrue();
        long hours = 24 * Long.parseLong(matcher.group(1));
        return matcher.group(2) == null ? 3_600_000 * hours : 3_600_000 * (hours + Long.parseLong(matcher.group(2)))
                + 60_000 * Long.parseLong(matcher.group(3)) + 1000 * Long.parseLong(matcher.group(4));
    }

    @Test
    void theEightyCellsOfTheFirstTwoLogsAreTheirs() {
        int cells = cells("manual_log_1", log -> declared().withoutBatches())
                + cells("manual_log_2", log -> declared().withoutBatches());
        assertThat(cells).isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manual_log_1", "manual_log_2", "manual_log_3", "manual_log_4", "manual_log_5"})
    void withTheirBatchesEveryCellIsTheirs(String name) {
        assertThat(cells(name, log -> declared())).isPositive();
    }

    @Test
    void withDiscoveredCalendarsEveryCellIsTheirs() {
        assertThat(cells("handoff-test", CauseOracleTest::discovered)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "manual_log_1, 5.25, 2.25 1.5 0.5 1",
        "manual_log_2, 6, 1.25 1.75 1 2",
        "manual_log_3, 21, 12 4.5 4.5 0",
        "manual_log_4, 39, 1.5 21.75 0 15.75",
        "manual_log_5, 27.5, 14.25 10.65 1.5 1.1",
    })
    void withoutAnAccountOfBatchesTheTotalIsTheSame(String name, double total, String causes) {
        long[] millis = new CauseSweep(log(name)).totals(declared().withoutBatches());
        assertThat(Arrays.stream(millis).sum() / HOUR).isEqualTo(total);
        assertThat(millis[Cause.BATCHING.ordinal()]).isZero();
        assertThat(Arrays.stream(millis).skip(1).mapToObj(one -> BigDecimal.valueOf(one / HOUR).stripTrailingZeros()
                .toPlainString())).containsExactly(causes.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Production", "PurchasingExample", "manual_log_5", "ping_pong_case", "ping_pong_case_fake",
        "double_ping_pong_case", "two_ping_pongs_case"})
    void whatTheReferenceComputedIsEqualInEveryCauseOfEveryTransition(String name) {
        ActivityLog log = log(name);
        List<Map<String, String>> golden = golden(name);
        assertThat(log.size()).isEqualTo(Integer.parseInt(golden.get(0).get("events")));
        assertThat(log.transitions()).isEqualTo(Long.parseLong(golden.get(0).get("transitions")));
        CauseSweep sweep = new CauseSweep(log);
        assertThat(sweep.totals(discovered(log))).containsExactly(millis(golden.get(1)));
        Map<String, long[]> expected = new TreeMap<>();
        for (Map<String, String> row : golden.subList(2, golden.size())) {
            long[] sums = expected.computeIfAbsent(
                    row.get("source_activity") + " > " + row.get("destination_activity"), fresh -> new long[5]);
            long[] millis = millis(row);
            Arrays.setAll(sums, cause -> sums[cause] + millis[cause]);
        }
        Map<String, long[]> ours = sweep.byTransition(discovered(log),
                transition -> transition.source() + " > " + transition.target());
        // Of the largest log the golden file holds the eighty transitions that waited longest.
        assertThat(expected).hasSize(Math.min(80, ours.size()));
        expected.forEach((transition, millis) ->
                assertThat(ours.get(transition)).as(transition).containsExactly(millis));
    }

    /** By log: of what they call batching, and of what they call contention, the milliseconds by our cause. */
    @ParameterizedTest
    @CsvSource({
        "manual_log_3, 0 13500000 0 0 0, 0 29700000 0 0 0",
        "manual_log_4, 0 0 8100000 0 24300000, 0 5400000 16200000 0 0",
        "manual_log_5, 0 8100000 5940000 0 2160000, 0 43200000 5400000 0 0",
        "Production, 0 20784960000 49523580000 412173300097 34210799903, 0 54794400000 3321900000 0 0",
        "PurchasingExample, 0 16833480000 20629500000 38553060394 24297959606, 0 98165340000 5172540000 0 0",
    })
    void allThatDiffersIsWaitingForBatchesAndWhatIsEarlierThanABatch(String name, String batching, String contention) {
        ActivityLog log = log(name);
        Reading theirs = name.startsWith("manual") ? declared() : discovered(log);
        long[][] crossed = new CauseSweep(log).crossed(theirs, theirs.withoutBatches());
        assertThat(crossed[Cause.BATCHING.ordinal()]).containsExactly(longs(batching));
        assertThat(crossed[Cause.CONTENTION.ordinal()]).containsExactly(longs(contention));
        for (Cause cause : List.of(Cause.PRIORITISATION, Cause.UNAVAILABILITY, Cause.EXTRANEOUS)) {
            long[] row = crossed[cause.ordinal()];
            assertThat(Arrays.stream(row).sum()).as("%s", cause).isEqualTo(row[cause.ordinal()]);
        }
    }

    private static long[] longs(String text) {
        return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
