package org.desireline.instrument.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Top;
import org.desireline.instrument.Trap;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.part.Account;
import org.desireline.part.Frame;
import org.desireline.part.TraceDensity;
import org.jspecify.annotations.Nullable;

/**
 * Turns the ledger's tally into lines.
 *
 * <p>One row at a time: its accounts in on-calendar hours (exact), their shares of the row's live on-calendar hours
 * (with an interval), the same shares wall clock, off-hours, the later cycles, and the stock of items at the as-of
 * instant.
 */
final class Statement {

    private static final double HOUR_MILLIS = 3_600_000.0;

    private final Ledger.Book book;
    private final Frame frame;
    private final TreeMap<Long, Row> rows = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<Long, Top> longest;
    private final List<Reading> needed;
    private @Nullable SecondLevel secondLevel;
    private long folded;

    /**
     * Makes it.
     *
     * @param needed the closed reading of the contest
     */
    Statement(Ledger.Book book, Frame frame, List<Reading> needed) {
        this.book = book;
        this.frame = frame;
        this.needed = needed;
        this.longest = new TreeMap<>(book.longest);
        book.sums.forEach((key, sum) -> rows.computeIfAbsent(Posting.row(key), id -> new Row()).add(key, sum));
    }

    Reading reading() {
        if (book.traces == 0) {
            return new Reading("ledger", new Reading.Refusal("there is no item", "a tracker export with items in it"),
                    0, 0, Map.of(), List.of(), List.of(), List.of());
        }
        foldSmallRows();
        secondLevel = new SecondLevel(frame, needed);
        rows.forEach(this::row);
        largestWaits();
        Map<String, Long> dropped = new TreeMap<>();
        dropped.put("createdAfterAsOf", frame.facts().lateItems());
        dropped.put("container", frame.facts().containers());
        dropped.put("createdAndDoneAtOnce", book.traces - book.used);
        return new Reading("ledger", null, book.traces, book.used, dropped, flags(), lines, List.of());
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (folded > 0) {
            flags.add(folded + " classes that rest on fewer than " + Row.FEWEST + " items or people are folded into"
                    + " \"other\"");
        }
        for (Dimension dimension : Dimension.values()) {
            long several = frame.classes().overlaps(dimension);
            if (several > 0) {
                flags.add(several + (several == 1 ? " item" : " items") + " had several " + dimension.plural()
                        + " at once; each counts for the first in the order of the table");
            }
        }
        if (frame.facts().work().hasSessions()) {
            uneven(flags);
        }
        Row whole = rows.get(Posting.row(Ledger.WINDOW, Posting.WHOLE, Posting.WORK));
        if (whole != null) {
            double live = whole.liveOnMillis();
            double unknown = Row.sum(whole.onMillis.getOrDefault(Account.ownerUnknown.ordinal(), Map.of()));
            if (live > 0 && unknown / live > 0.2) {
                flags.add(String.format(Locale.ROOT, "%.0f %% of the on-calendar hours have no recorded owner state:"
                        + " what is unowned lies between the share posted and that plus the unknown",
                                100 * unknown / live));
            }
        }
        return flags;
    }

    /** Classes whose work leaves more or fewer traces than other work of the same people. */
    private void uneven(List<String> flags) {
        List<String> names = frame.classes().names(Dimension.PRIORITY);
        for (TraceDensity density : frame.facts().work().densities()) {
            if (density.isUneven() && density.rank() < names.size()) {
                flags.add(Trap.TRACE_DENSITY.flag(String.format(Locale.ROOT, "signs of work on %s lie %.2f times as far"
                        + " apart as on other items of the same people (%.2f to %.2f, %d gaps); work that leaves fewer"
                        + " traces is seen less", names.get(density.rank()), density.ratio().value(),
                        density.ratio().low(), density.ratio().high(), density.gaps())));
            }
        }
    }

    /**
     * Folds rows that rest on too few items or people into "other", and the next smallest with them until "other" rests
     * on enough.
     */
    private void foldSmallRows() {
        TreeMap<Long, TreeMap<Long, Row>> tables = new TreeMap<>();
        rows.forEach((id, row) -> {
            if (Posting.dimension(id) != Posting.WHOLE) {
                tables.computeIfAbsent(id & ~31L, key -> new TreeMap<>()).put(id, row);
            }
        });
        tables.forEach((table, members) -> {
            if (Posting.period(table) <= Ledger.WINDOW) {
                fold(table, members, Set.of());
            }
        });
        foldVersions(tables.keySet());
        foldLabour();
    }

    /**
     * Folds the rows of a table that are small, or must be folded because they are small in another version, and, until
     * "other" rests on enough, the next smallest.
     */
    private Set<Integer> fold(long table, Map<Long, Row> members, Set<Integer> also) {
        TreeSet<Integer> gone = new TreeSet<>();
        Dimension dimension = Dimension.values()[Posting.dimension(table)];
        long other = table | frame.classes().named(dimension);
        List<Long> bySize = new ArrayList<>(members.keySet());
        bySize.remove(other);
        bySize.sort(Comparator.<Long>comparingLong(id -> rows.getOrDefault(id, new Row()).items)
                .thenComparing(Comparator.reverseOrder()));
        for (long id : bySize) {
            Row sink = rows.get(other);
            Row row = members.getOrDefault(id, new Row());
            if (row.isSmall() || also.contains(Posting.classCode(id)) || (sink != null && sink.isSmall())) {
                rows.computeIfAbsent(other, key -> new Row()).add(row);
                rows.remove(id);
                foldEvidence(id, other);
                gone.add(Posting.classCode(id));
                folded += Posting.period(id) <= Ledger.WINDOW ? 1 : 0;
            }
        }
        return gone;
    }

    /** A class that is small in one version is folded in all of them: else the others and the window would tell. */
    private void foldVersions(Set<Long> tables) {
        TreeMap<Integer, TreeSet<Integer>> gone = new TreeMap<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (long table : tables) {
                if (Posting.period(table) > Ledger.WINDOW) {
                    TreeSet<Integer> classes = gone.computeIfAbsent(Posting.dimension(table), key -> new TreeSet<>());
                    TreeMap<Long, Row> left = new TreeMap<>(rows.subMap(table, table + 32));
                    changed |= classes.addAll(fold(table, left, classes));
                }
            }
        }
    }

    /**
     * Recorded work is told apart in a whole table or not at all, so that no row's can be had by subtraction. The
     * tables of the versions are one with the window's, which is their total.
     */
    private void foldLabour() {
        TreeMap<Long, List<Row>> tables = new TreeMap<>();
        rows.forEach((id, row) -> tables.computeIfAbsent(Posting.row(
                Math.min(Posting.period(id), Ledger.WINDOW), Posting.dimension(id), 0),
                key -> new ArrayList<>()).add(row));
        tables.values().stream().filter(table -> table.stream().anyMatch(Row::hidesLabour))
                .forEach(table -> table.forEach(Row::foldLabour));
    }

    private void foldEvidence(long id, long other) {
        for (Account account : Account.values()) {
            Top top = longest.remove(id << 5 | account.ordinal());
            if (top != null) {
                Top both = new Top();
                both.add(top);
                both.add(longest.getOrDefault(other << 5 | account.ordinal(), new Top()));
                longest.put(other << 5 | account.ordinal(), both);
            }
        }
    }

    private void row(long id, Row row) {
        int code = Posting.dimension(id);
        boolean whole = code == Posting.WHOLE;
        if (!whole && frame.classes().named(Dimension.values()[code]) == 0) {
            return;
        }
        String kind = whole ? "all" : Dimension.values()[code].label();
        String name = whole ? Posting.classCode(id) == Posting.WORK ? "all" : "everything"
                : frame.classes().names(Dimension.values()[code]).get(Posting.classCode(id));
        Title title = new Title(kind, name, period(Posting.period(id)));
        new RowLines(frame, row, title, lines, account -> longest.get(id << 5 | account.ordinal())).all();
        if (secondLevel != null && Posting.period(id) != Ledger.ALL) {
            secondLevel.row(row, title, lines);
        }
    }

    /** Name of a period: that of the window, all there is, or a version of the charter inside the window. */
    private String period(int period) {
        if (period == Ledger.ALL) {
            return "all";
        }
        if (period == Ledger.WINDOW) {
            return "window";
        }
        int version = Ledger.versionOf(period);
        return "version/" + (version < 0 ? "before" : frame.charter().intent().versions().get(version).name());
    }

    private void largestWaits() {
        List<Top.Case> cases = book.waits.cases();
        if (cases.isEmpty()) {
            return;
        }
        Row whole = rows.get(Posting.row(Ledger.WINDOW, Posting.WHOLE, Posting.WORK));
        long actors = whole == null ? 0 : whole.actors.size();
        List<String> priorities = frame.classes().names(Dimension.PRIORITY);
        List<Evidence> evidence = cases.stream().map(wait -> {
            Account account = Account.of(wait.details().get(0).intValue());
            return new Evidence(wait.key(), day(wait.atMillis()),
                    String.format(Locale.ROOT, "%.1f h %s", wait.weight() / HOUR_MILLIS, account.phrase()),
                    List.of(), List.of("awaited: " + account.name(), "until: " + day(wait.details().get(1)),
                            "priority: " + priorities.get(wait.details().get(2).intValue())));
        }).toList();
        double longest = cases.get(0).weight() / HOUR_MILLIS;
        lines.add(new Line("ledger/all/all/largestWaits", new Line.About("all", "all"), "largestWaits", "window",
                Estimate.exact(longest, Unit.HOURS, cases.size(), actors,
                        frame.charter().assumed() ? Grade.ASSUMED : Grade.OBSERVED),
                "hours on calendar of the longest unbroken wait",
                new Support(Support.Basis.STRUCTURE, cases.size(), actors, 0, "ledger/largestWaits", List.of()),
                null, evidence));
    }

    private String day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(frame.charter().week().zone()).toLocalDate().toString();
    }
}
