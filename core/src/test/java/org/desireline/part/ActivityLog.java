package org.desireline.part;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A log of activities with start and end, and since when each could have been started: since the end of the latest one
 * before it in its case that is not concurrent with it. Two activities are concurrent that follow one another in both
 * directions, neither direction prevailing, and do not alternate as a loop does (Heuristics Miner, thresholds of 0.9).
 *
 * <p>Rows stand in the order of their ends. Cost: {@code n log n}, and the square of the length of each case.
 */
public final class ActivityLog {

    /** No row. */
    static final int NONE = -1;

    /** Nobody is named. */
    static final String NOBODY = "";

    /** Of two directions of a pair, how much one may outweigh the other in tenths, and still not prevail. */
    private static final int TENTHS = 9;

    private static final List<String> CASE = List.of("case_id", "case:concept:name");
    private static final List<String> ACTIVITY = List.of("Activity", "concept:name");
    private static final List<String> RESOURCE = List.of("Resource", "org:resource");
    private static final List<String> START = List.of("start_time", "start_timestamp");
    private static final List<String> END = List.of("end_time", "time:timestamp");

    /**
     * Somebody did something for a case.
     *
     * @param resource who, empty where nobody is named
     */
    record Row(String caseId, String activity, String resource, long startMillis, long endMillis) {}

    private final List<Row> rows;
    private final int[] activity;
    private final boolean[][] concurrent;
    private final long[] enabled;
    private final int[] source;

    private ActivityLog(List<Row> rows) {
        this.rows = List.copyOf(rows);
        this.activity = new int[rows.size()];
        this.enabled = new long[rows.size()];
        this.source = new int[rows.size()];
        Map<String, Integer> codes = new HashMap<>();
        Map<String, List<Integer>> cases = new TreeMap<>();
        for (int i = 0; i < activity.length; i++) {
            activity[i] = codes.computeIfAbsent(rows.get(i).activity(), name -> codes.size());
            cases.computeIfAbsent(rows.get(i).caseId(), name -> new ArrayList<>()).add(i);
        }
        this.concurrent = concurrent(cases.values(), codes.size());
        for (List<Integer> one : cases.values()) {
            for (int at = 0; at < one.size(); at++) {
                enable(one, at);
            }
        }
    }

    /** A log of rows in any order. */
    static ActivityLog of(List<Row> rows) {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingLong(Row::endMillis).thenComparingLong(Row::startMillis)
                .thenComparing(Row::activity));
        return new ActivityLog(sorted);
    }

    /** Reads lines of values between commas under a line of names; instants without a zone are UTC. */
    public static ActivityLog parse(List<String> lines) {
        List<String> names = values(lines.get(0));
        int caseAt = column(names, CASE);
        int activityAt = column(names, ACTIVITY);
        int resourceAt = column(names, RESOURCE);
        int startAt = column(names, START);
        int endAt = column(names, END);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isBlank()) {
                List<String> values = values(line);
                rows.add(new Row(values.get(caseAt), values.get(activityAt), values.get(resourceAt),
                        millis(values.get(startAt)), millis(values.get(endAt))));
            }
        }
        return of(rows);
    }

    private static int column(List<String> names, List<String> wanted) {
        int found = wanted.stream().mapToInt(names::indexOf).filter(at -> at >= 0).findFirst().orElse(NONE);
        if (found == NONE) {
            throw new IllegalArgumentException("None of " + wanted + " is a column of " + names + ".");
        }
        return found;
    }

    private static long millis(String text) {
        String instant = text.replace(' ', 'T');
        boolean zoned = instant.indexOf('+') > 0 || instant.endsWith("Z") || instant.lastIndexOf('-') > 10;
        return zoned ? OffsetDateTime.parse(instant).toInstant().toEpochMilli()
                : LocalDateTime.parse(instant).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** The values of a line; those in quotes may hold commas. */
    static List<String> values(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            if (next == '"') {
                quoted = !quoted;
            } else if (next == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(next);
            }
        }
        values.add(value.toString());
        return values;
    }

    private boolean[][] concurrent(Iterable<List<Integer>> cases, int activities) {
        long[][] follows = new long[activities][activities];
        long[][] loops = new long[activities][activities];
        for (List<Integer> one : cases) {
            for (int at = 1; at < one.size(); at++) {
                int before = activity[one.get(at - 1)];
                int now = activity[one.get(at)];
                follows[before][now]++;
                if (at > 1 && activity[one.get(at - 2)] == now) {
                    loops[now][before]++;
                }
            }
        }
        boolean[][] found = new boolean[activities][activities];
        for (int a = 0; a < activities; a++) {
            for (int b = 0; b < activities; b++) {
                long there = follows[a][b];
                long back = follows[b][a];
                long around = isRepeated(follows[a][a]) || isRepeated(follows[b][b]) ? 0 : loops[a][b] + loops[b][a];
                found[a][b] = a != b && there > 0 && back > 0 && !isRepeated(around)
                        && 10 * Math.abs(there - back) < TENTHS * (there + back + 1);
            }
        }
        return found;
    }

    /** Whether something happened often enough to be a habit: of n and one more, n make up nine tenths. */
    private static boolean isRepeated(long count) {
        return 10 * count >= TENTHS * (count + 1);
    }

    private void enable(List<Integer> one, int at) {
        Row row = rows.get(one.get(at));
        long since = Long.MIN_VALUE;
        long first = Long.MAX_VALUE;
        for (int i : one) {
            Row other = rows.get(i);
            first = Math.min(first, Math.min(other.startMillis(), other.endMillis()));
            if (other.endMillis() < row.endMillis() && mayCause(i, one.get(at))) {
                since = Math.max(since, other.endMillis());
            }
        }
        int before = at - 1;
        while (before >= 0 && !mayCause(one.get(before), one.get(at))) {
            before--;
        }
        enabled[one.get(at)] = since == Long.MIN_VALUE ? first : since;
        source[one.get(at)] = before < 0 ? NONE : one.get(before);
    }

    private boolean mayCause(int before, int after) {
        return rows.get(before).endMillis() <= rows.get(after).startMillis()
                && !concurrent[activity[after]][activity[before]];
    }

    /** Number of rows. */
    public int size() {
        return rows.size();
    }

    /** When the first activity began. */
    public long firstMillis() {
        return rows.stream().mapToLong(Row::startMillis).min().orElse(0);
    }

    /** When the last activity ended. */
    public long lastMillis() {
        return rows.stream().mapToLong(Row::endMillis).max().orElse(0);
    }

    Row row(int index) {
        return rows.get(index);
    }

    /** Since when a row could have been started. */
    long enabledMillis(int index) {
        return enabled[index];
    }

    /** The row that handed the case over to this one, or {@link #NONE}. */
    int source(int index) {
        return source[index];
    }

    /** How many times a case was handed from one activity to the next. */
    public long transitions() {
        return Arrays.stream(source).filter(row -> row != NONE).count();
    }

    /**
     * Rows done together.
     *
     * @param first the row that began it
     * @param completeMillis when the last of them could have been started
     */
    record Batch(int first, long completeMillis) {}

    /**
     * The batches, by row: runs of one activity of one resource without a pause between, all of which lay ready when
     * the first of them began.
     */
    Map<Integer, Batch> batches() {
        Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).resource().equals(NOBODY)) {
                groups.computeIfAbsent(List.of(rows.get(i).resource(), rows.get(i).activity()),
                        key -> new ArrayList<>()).add(i);
            }
        }
        Map<Integer, Batch> batches = new HashMap<>();
        for (List<Integer> group : groups.values()) {
            group.sort(Comparator.comparingLong(row -> rows.get(row).startMillis()));
            for (int from = 0; from < group.size(); ) {
                int to = endOfBatch(group, from);
                if (to - from > 1) {
                    List<Integer> members = group.subList(from, to);
                    Batch batch = new Batch(members.get(0),
                            members.stream().mapToLong(row -> enabled[row]).max().orElseThrow());
                    members.forEach(row -> batches.put(row, batch));
                }
                from = to;
            }
        }
        return batches;
    }

    private int endOfBatch(List<Integer> group, int from) {
        long start = rows.get(group.get(from)).startMillis();
        long end = rows.get(group.get(from)).endMillis();
        int to = from + 1;
        while (to < group.size() && enabled[group.get(to)] <= start && rows.get(group.get(to)).startMillis() <= end) {
            end = Math.max(end, rows.get(group.get(to)).endMillis());
            to++;
        }
        return to;
    }
}
