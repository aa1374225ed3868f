package org.desireline.instrument.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Top;
import org.desireline.instrument.ledger.Posting.Kind;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.part.Frame;

/**
 * Turns the ledger's tally into lines.
 *
 * <p>One row at a time: its accounts in on-calendar hours (exact), their shares of the row's live on-calendar hours
 * (with an interval), the same shares wall clock, off-hours, the later cycles, and the stock of items at the as-of
 * instant.
 */
final class Statement {

    private static final double HOUR_MILLIS = 3_600_000.0;
    private static final int FEWEST_CLUSTERS = 5;

    private final Ledger.Book book;
    private final Frame frame;
    private final TreeMap<Long, Row> rows = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<Long, Top> longest;
    private long folded;

    Statement(Ledger.Book book, Frame frame) {
        this.book = book;
        this.frame = frame;
        this.longest = new TreeMap<>(book.longest);
        book.sums.forEach((key, sum) -> rows.computeIfAbsent(Posting.row(key), id -> new Row()).add(key, sum));
    }

    Reading reading() {
        if (book.traces == 0) {
            return new Reading("ledger", new Reading.Refusal("there is no item", "a tracker export with items in it"),
                    0, 0, Map.of(), List.of(), List.of(), List.of());
        }
        foldSmallRows();
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
            if (frame.classes().overlaps(dimension) > 0) {
                flags.add(frame.classes().overlaps(dimension) + " items had several " + dimension.plural()
                        + " at once; each counts for the first in the order of the table");
            }
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
            Dimension dimension = Dimension.values()[Posting.dimension(table)];
            long other = table | frame.classes().named(dimension);
            List<Long> bySize = new ArrayList<>(members.keySet());
            bySize.remove(other);
            bySize.sort(Comparator.<Long>comparingLong(id -> rows.getOrDefault(id, new Row()).items)
                    .thenComparing(Comparator.reverseOrder()));
            for (long id : bySize) {
                Row sink = rows.get(other);
                Row row = members.getOrDefault(id, new Row());
                if (row.isSmall() || (sink != null && sink.isSmall())) {
                    rows.computeIfAbsent(other, key -> new Row()).add(row);
                    rows.remove(id);
                    foldEvidence(id, other);
                    folded++;
                }
            }
        });
        foldLabour();
    }

    /** Recorded work is told apart in a whole table or not at all, so that no row's can be had by subtraction. */
    private void foldLabour() {
        TreeMap<Long, List<Row>> tables = new TreeMap<>();
        rows.forEach((id, row) -> tables.computeIfAbsent(id & ~31L, key -> new ArrayList<>()).add(row));
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
        String period = Posting.period(id) == Ledger.WINDOW ? "window" : "all";
        int code = Posting.dimension(id);
        boolean whole = code == Posting.WHOLE;
        String kind = whole ? "all" : Dimension.values()[code].label();
        String name = whole ? Posting.classCode(id) == Posting.WORK ? "all" : "everything"
                : frame.classes().names(Dimension.values()[code]).get(Posting.classCode(id));
        if (!whole && frame.classes().named(Dimension.values()[code]) == 0) {
            return;
        }
        Cells cells = new Cells(id, row, kind, name, period);
        for (Account account : Account.values()) {
            cells.account(account);
        }
        cells.unassigned();
        cells.whole("live", row.liveOnMillis(), "live hours on calendar");
        cells.whole("offHours", row.liveOffMillis(), "hours off calendar");
        cells.whole("laterCycles", row.cycleMillis, "live hours on calendar after a reopening or a rejected review");
    }

    /** Makes the lines of one row. */
    private final class Cells {

        private final long id;
        private final Row row;
        private final Line.About about;
        private final String period;
        private final String prefix;
        private final Map<Integer, Map<Integer, Long>> liveOn;
        private final Map<Integer, Map<Integer, Long>> liveWall;

        Cells(long id, Row row, String kind, String name, String period) {
            this.id = id;
            this.row = row;
            this.about = new Line.About(kind, name);
            this.period = period;
            this.prefix = "ledger/" + kind + "/" + Line.idPart(name) + "/" + (period.equals("all") ? "all/" : "");
            this.liveOn = Row.live(row.onMillis);
            this.liveWall = Row.live(row.wallMillis);
        }

        void account(Account account) {
            int code = account.ordinal();
            long on = Row.sum(row.onMillis.getOrDefault(code, Map.of()));
            long items = row.cellItems.getOrDefault(code, 0L);
            if (items > 0) {
                line(account.name() + "/hours", account.name(), hours(on, account, items), "hours on calendar",
                        account);
            }
            if (account.isLive() && on > 0) {
                share(account, row.onMillis, liveOn, "share", calendarGrade(account), "live hours on calendar");
            }
            if (account.isLive() && Row.sum(row.wallMillis.getOrDefault(code, Map.of())) > 0) {
                share(account, row.wallMillis, liveWall, "wallShare", grade(account), "open hours, wall clock");
            }
            Long stock = row.stockItems.get(code);
            if (stock != null) {
                line(account.name() + "/stock", account.name(),
                        Estimate.exact(stock, Unit.ITEMS, stock, row.actors.size(), grade(account)),
                        "items open at the end of the data", account);
            }
        }

        private Estimate hours(long millis, Account account, long items) {
            return Estimate.exact(millis / HOUR_MILLIS, Unit.HOURS, items, row.actors.size(), calendarGrade(account));
        }

        private void share(
                Account account,
                Map<Integer, Map<Integer, Long>> all,
                Map<Integer, Map<Integer, Long>> live,
                String label,
                Grade grade,
                String of) {
            Map<Integer, Long> own = all.getOrDefault(account.ordinal(), Map.of());
            double value = (double) Row.sum(own) / Row.sum(live);
            double[] ends = ends(own, live, value);
            double unknown = account == Account.nobody
                    ? (double) Row.sum(all.getOrDefault(Account.ownerUnknown.ordinal(), Map.of())) / Row.sum(live) : 0;
            Estimate estimate = new Estimate(value, ends[0], ends[1], Unit.SHARE,
                    row.cellItems.getOrDefault(account.ordinal(), 0L), row.actors.size(), grade, value, value,
                            Strength.EXACT);
            line(account.name() + "/" + label, account.name() + " " + label,
                    estimate.withSensitivity(value, Math.min(1, value + unknown)), of, account);
        }

        /** The share of open time without an owner, whoever was awaited. */
        void unassigned() {
            long none = Row.sum(row.unassignedMillis);
            if (none > 0) {
                double value = (double) none / Row.sum(liveWall);
                double[] ends = ends(row.unassignedMillis, liveWall, value);
                double unknown = (double) Row.sum(row.wallMillis.getOrDefault(Account.ownerUnknown.ordinal(), Map.of()))
                        / Row.sum(liveWall);
                Support support = new Support(Support.Basis.STRUCTURE, row.items, row.actors.size(), 0,
                        prefix + "unassigned", List.of());
                lines.add(new Line(prefix + "unassigned/wallShare", about, "unassigned wallShare", period,
                        new Estimate(value, ends[0], ends[1], Unit.SHARE, row.items, row.actors.size(),
                                grade(Account.nobody), value, Math.min(1, value + unknown), Strength.EXACT),
                        "open hours, wall clock", support, null, List.of()));
            }
        }

        /** The interval of a share; all of 0 to 1 where too few clusters stand behind it. */
        private double[] ends(Map<Integer, Long> own, Map<Integer, Map<Integer, Long>> live, double value) {
            TreeSet<Integer> clusters = new TreeSet<>();
            live.values().forEach(byCluster -> byCluster.forEach((who, millis) -> {
                if (millis > 0) {
                    clusters.add(who);
                }
            }));
            double[] a = new double[clusters.size()];
            double[] b = new double[clusters.size()];
            int g = 0;
            for (int who : clusters) {
                a[g] = own.getOrDefault(who, 0L);
                for (Map<Integer, Long> byCluster : live.values()) {
                    b[g] += byCluster.getOrDefault(who, 0L);
                }
                g++;
            }
            if (g < FEWEST_CLUSTERS) {
                return new double[] {0, 1};
            }
            RatioJackknife jackknife = RatioJackknife.of(a, b);
            return new double[] {
                Math.min(value, Math.max(0, jackknife.interval().low())),
                Math.max(value, Math.min(1, jackknife.interval().high()))
            };
        }

        /** An exact sum over the row. */
        void whole(String label, long millis, String of) {
            if (millis > 0) {
                Support support = new Support(Support.Basis.STRUCTURE, row.items, row.actors.size(), 0, prefix + label,
                        tables(label));
                lines.add(new Line(prefix + label + "/hours", about, label, period,
                        Estimate.exact(millis / HOUR_MILLIS, Unit.HOURS, row.items, row.actors.size(),
                                calendarGrade(Account.owner)), of, support, null, List.of()));
            }
        }

        private void line(String suffix, String label, Estimate estimate, String of, Account account) {
            boolean activity = account == Account.worked || account == Account.rework;
            Support support = new Support(
                    activity ? Support.Basis.ACTIVITY : Support.Basis.STRUCTURE, row.items,
                    activity ? row.workers(account) : row.actors.size(), activity ? row.largestLabour(account) : 0,
                    prefix + account.name(), tables(account.name()));
            lines.add(new Line(prefix + suffix, about, label, period, estimate, of, support, null,
                    evidence(account, suffix)));
        }

        /** The tables a cell belongs to: its row, and its column, which the cell of the whole is the total of. */
        private List<String> tables(String column) {
            List<String> tables = new ArrayList<>(List.of(prefix + "accounts"));
            for (Dimension dimension : Dimension.values()) {
                if (about.kind().equals("all") || about.kind().equals(dimension.label())) {
                    tables.add("ledger/" + dimension.label() + "/" + period + "/" + column);
                }
            }
            return tables;
        }

        private List<Evidence> evidence(Account account, String suffix) {
            Top top = longest.get(id << 5 | account.ordinal());
            if (top == null || !(suffix.endsWith("/hours") || suffix.endsWith("/share"))) {
                return List.of();
            }
            return top.cases().stream().map(item -> new Evidence(item.key(), day(item.atMillis()),
                    String.format(Locale.ROOT, "created; %.1f h %s", item.weight() / HOUR_MILLIS, account.phrase()),
                    List.of(), List.of())).toList();
        }

        private Grade calendarGrade(Account account) {
            Grade grade = grade(account);
            return frame.charter().assumed() && grade.compareTo(Grade.ASSUMED) < 0 ? Grade.ASSUMED : grade;
        }

        private Grade grade(Account account) {
            if (account == Account.ownerUnknown) {
                return Grade.AMBIGUOUS;
            }
            boolean proven = frame.facts().proven() >= 0.8 * (frame.facts().items() + frame.facts().containers());
            return proven && account != Account.otherItem ? Grade.OBSERVED : Grade.INFERRED;
        }
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
