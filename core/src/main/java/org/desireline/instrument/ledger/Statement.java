package org.desireline.instrument.ledger;

import java.time.Instant;
import java.util.ArrayList;
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
 * <p>One row at a time: its accounts in on-calendar hours (exact), their shares of the row's live on-calendar hours (with
 * an interval), the same shares wall clock, off-hours, the later cycles, and the stock of items at the as-of instant.
 */
final class Statement {

    private static final double HOUR_MILLIS = 3_600_000.0;
    private static final int FEWEST_CLUSTERS = 5;

    private final Ledger.Book book;
    private final Frame frame;
    private final TreeMap<Long, Row> rows = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();

    /** The sums of one row. */
    private static final class Row {
        final Map<Integer, Map<Integer, Long>> onMillis = new TreeMap<>();
        final Map<Integer, Map<Integer, Long>> wallMillis = new TreeMap<>();
        final Map<Integer, Long> offMillis = new TreeMap<>();
        final Map<Integer, Long> cellItems = new TreeMap<>();
        final Map<Integer, Long> stockItems = new TreeMap<>();
        long cycleMillis;
        long items;
        long actors;
        long labourMillis;
        long largestLabourMillis;
    }

    Statement(Ledger.Book book, Frame frame) {
        this.book = book;
        this.frame = frame;
        book.sums.forEach(this::sort);
    }

    private void sort(long key, long sum) {
        Row row = rows.computeIfAbsent(Posting.row(key), id -> new Row());
        int account = Posting.account(key);
        int who = Posting.who(key);
        switch (Posting.kind(key)) {
            case ON_MILLIS -> row.onMillis.computeIfAbsent(account, id -> new TreeMap<>()).merge(who, sum, Long::sum);
            case WALL_MILLIS ->
                    row.wallMillis.computeIfAbsent(account, id -> new TreeMap<>()).merge(who, sum, Long::sum);
            case OFF_MILLIS -> row.offMillis.merge(account, sum, Long::sum);
            case CYCLE_MILLIS -> row.cycleMillis += sum;
            case CELL_ITEMS -> row.cellItems.merge(account, sum, Long::sum);
            case STOCK_ITEMS -> row.stockItems.merge(account, sum, Long::sum);
            case ROW_ITEMS -> row.items += sum;
            case ROW_ACTORS -> row.actors++;
            case LABOUR_MILLIS -> {
                row.labourMillis += sum;
                row.largestLabourMillis = Math.max(row.largestLabourMillis, sum);
            }
        }
    }

    Reading reading() {
        if (book.traces == 0) {
            return new Reading("ledger", new Reading.Refusal("there is no item", "a tracker export with items in it"),
                    0, 0, Map.of(), List.of(), List.of(), List.of());
        }
        rows.forEach(this::row);
        largestWaits();
        Map<String, Long> dropped = new TreeMap<>();
        dropped.put("container", frame.facts().containers());
        dropped.put("createdAndDoneAtOnce", book.traces - book.used);
        return new Reading("ledger", null, book.traces, book.used, dropped, flags(), lines, List.of());
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>();
        Row whole = rows.get(Posting.row(Ledger.WINDOW, Posting.WHOLE, 0));
        if (whole != null) {
            double live = sum(live(whole.onMillis));
            double unknown = sum(whole.onMillis.getOrDefault(Account.ownerUnknown.ordinal(), Map.of()));
            if (live > 0 && unknown / live > 0.2) {
                flags.add(String.format(Locale.ROOT, "%.0f %% of the on-calendar hours have no recorded owner state:"
                        + " what is unowned lies between the share posted and that plus the unknown", 100 * unknown / live));
            }
        }
        return flags;
    }

    private void row(long id, Row row) {
        String period = Posting.period(id) == Ledger.WINDOW ? "window" : "all";
        int code = Posting.dimension(id);
        boolean whole = code == Posting.WHOLE;
        String kind = whole ? "all" : Dimension.values()[code].label();
        String name = whole ? "all" : frame.classes().names(Dimension.values()[code]).get(Posting.classCode(id));
        if (!whole && frame.classes().named(Dimension.values()[code]) == 0) {
            return;
        }
        Cells cells = new Cells(id, row, kind, name, period);
        for (Account account : Account.values()) {
            cells.account(account);
        }
        cells.offHours();
        cells.cycles();
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
            this.liveOn = live(row.onMillis);
            this.liveWall = live(row.wallMillis);
        }

        void account(Account account) {
            int code = account.ordinal();
            long on = sum(row.onMillis.getOrDefault(code, Map.of()));
            long items = row.cellItems.getOrDefault(code, 0L);
            if (items > 0) {
                line(account.name() + "/hours", account.name(), hours(on, account, items), "hours on calendar", account);
            }
            if (account.isLive() && on > 0) {
                share(account, row.onMillis, liveOn, "share", calendarGrade(account), "live hours on calendar");
            }
            if (account.isLive() && sum(row.wallMillis.getOrDefault(code, Map.of())) > 0) {
                share(account, row.wallMillis, liveWall, "wallShare", grade(account), "open hours, wall clock");
            }
            Long stock = row.stockItems.get(code);
            if (stock != null) {
                line(account.name() + "/stock", account.name(),
                        Estimate.exact(stock, Unit.ITEMS, stock, row.actors, grade(account)),
                        "items open at the end of the data", account);
            }
        }

        private Estimate hours(long millis, Account account, long items) {
            return Estimate.exact(millis / HOUR_MILLIS, Unit.HOURS, items, row.actors, calendarGrade(account));
        }

        private void share(
                Account account,
                Map<Integer, Map<Integer, Long>> all,
                Map<Integer, Map<Integer, Long>> live,
                String label,
                Grade grade,
                String of) {
            Map<Integer, Long> own = all.getOrDefault(account.ordinal(), Map.of());
            double value = (double) sum(own) / sum(live);
            double[] ends = ends(own, live, value);
            double unknown = account == Account.nobody
                    ? (double) sum(all.getOrDefault(Account.ownerUnknown.ordinal(), Map.of())) / sum(live) : 0;
            Estimate estimate = new Estimate(value, ends[0], ends[1], Unit.SHARE,
                    row.cellItems.getOrDefault(account.ordinal(), 0L), row.actors, grade, value, value, Strength.EXACT);
            line(account.name() + "/" + label, account.name() + " " + label,
                    estimate.withSensitivity(value, Math.min(1, value + unknown)), of, account);
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

        void offHours() {
            long off = 0;
            long items = 0;
            for (Account account : Account.values()) {
                off += account.isLive() ? row.offMillis.getOrDefault(account.ordinal(), 0L) : 0;
                items = Math.max(items, row.cellItems.getOrDefault(account.ordinal(), 0L));
            }
            if (items > 0) {
                Support support = new Support(Support.Basis.STRUCTURE, row.items, row.actors, 0,
                        prefix + "offHours", List.of("ledger/" + about.kind() + "/" + period + "/offHours"));
                lines.add(new Line(prefix + "offHours/hours", about, "offHours", period,
                        Estimate.exact(off / HOUR_MILLIS, Unit.HOURS, row.items, row.actors, calendarGrade(Account.owner)),
                        "hours off calendar", support, null, List.of()));
            }
        }

        void cycles() {
            if (row.cycleMillis > 0) {
                Support support = new Support(Support.Basis.STRUCTURE, row.items, row.actors, 0, prefix + "cycles",
                        List.of("ledger/" + about.kind() + "/" + period + "/cycles"));
                lines.add(new Line(prefix + "laterCycles/hours", about, "laterCycles", period,
                        Estimate.exact(row.cycleMillis / HOUR_MILLIS, Unit.HOURS, row.items, row.actors,
                                calendarGrade(Account.owner)),
                        "live hours on calendar after a reopening or a rejected review", support, null, List.of()));
            }
        }

        private void line(String suffix, String label, Estimate estimate, String of, Account account) {
            boolean activity = account == Account.worked || account == Account.rework;
            double largest = activity && row.labourMillis > 0
                    ? (double) row.largestLabourMillis / row.labourMillis : 0;
            Support support = new Support(
                    activity ? Support.Basis.ACTIVITY : Support.Basis.STRUCTURE,
                    row.cellItems.getOrDefault(account.ordinal(), estimate.n()), row.actors, largest,
                    prefix + account.name(),
                    List.of("ledger/" + about.kind() + "/" + period + "/" + account.name(), prefix + "accounts"));
            lines.add(new Line(prefix + suffix, about, label, period, estimate, of, support, null,
                    evidence(account, suffix)));
        }

        private List<Evidence> evidence(Account account, String suffix) {
            Top top = book.longest.get(id << 5 | account.ordinal());
            if (top == null || !suffix.endsWith("/hours")) {
                return List.of();
            }
            return top.cases().stream().map(item -> new Evidence(item.key(), day(item.atMillis()),
                    String.format(Locale.ROOT, "%.1f h %s", item.weight() / HOUR_MILLIS, account.phrase()),
                    List.of())).toList();
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
        Row whole = rows.get(Posting.row(Ledger.WINDOW, Posting.WHOLE, 0));
        long actors = whole == null ? 0 : whole.actors;
        List<String> priorities = frame.classes().names(Dimension.PRIORITY);
        List<Evidence> evidence = cases.stream().map(wait -> {
            Account account = Account.of(wait.details().get(0).intValue());
            return new Evidence(wait.key(), day(wait.atMillis()),
                    String.format(Locale.ROOT, "%.1f h %s", wait.weight() / HOUR_MILLIS, account.phrase()),
                    List.of("awaited: " + account.name(), "until: " + day(wait.details().get(1)),
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

    private static Map<Integer, Map<Integer, Long>> live(Map<Integer, Map<Integer, Long>> byAccount) {
        Map<Integer, Map<Integer, Long>> live = new TreeMap<>();
        byAccount.forEach((account, byCluster) -> {
            if (Account.of(account.intValue()).isLive()) {
                live.put(account, byCluster);
            }
        });
        return live;
    }

    private static long sum(Map<Integer, ?> sums) {
        long sum = 0;
        for (Object value : sums.values()) {
            sum += value instanceof Map<?, ?> inner
                    ? inner.values().stream().mapToLong(entry -> (Long) entry).sum()
                    : (Long) value;
        }
        return sum;
    }
}
