package org.desireline.instrument.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.Top;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.part.Account;
import org.desireline.part.Frame;
import org.jspecify.annotations.Nullable;

/** Makes the lines of one row at the first level: by the party that was awaited. */
final class RowLines {

    static final double HOUR_MILLIS = 3_600_000.0;

    private static final int FEWEST_CLUSTERS = 5;

    private final Frame frame;
    private final Row row;
    private final Title title;
    private final List<Line> lines;
    private final Function<Account, @Nullable Top> longest;
    private final String prefix;
    private final Map<Integer, Map<Integer, Long>> liveOn;
    private final Map<Integer, Map<Integer, Long>> liveWall;
    private final Map<Integer, Map<Integer, Long>> waiting;

    RowLines(Frame frame, Row row, Title title, List<Line> lines, Function<Account, @Nullable Top> longest) {
        this.frame = frame;
        this.row = row;
        this.title = title;
        this.lines = lines;
        this.longest = longest;
        this.prefix = title.prefix();
        this.liveOn = Row.live(row.onMillis);
        this.liveWall = Row.live(row.wallMillis);
        this.waiting = Row.waiting(row.onMillis);
    }

    /** Makes all of them. */
    void all() {
        for (Account account : Account.values()) {
            account(account);
        }
        unassigned();
        whole("live", row.liveOnMillis(), "live hours on calendar");
        whole("waiting", Row.sum(waiting), "live hours on calendar without recorded work");
        whole("offHours", row.liveOffMillis(), "hours off calendar");
        whole("laterCycles", row.cycleMillis, "live hours on calendar after a reopening or a rejected review");
        efficiency("calendar", row.onMillis, liveOn, false);
        efficiency("calendarWithRework", row.onMillis, liveOn, true);
        efficiency("wall", row.wallMillis, liveWall, false);
        efficiency("wallWithRework", row.wallMillis, liveWall, true);
    }

    private void account(Account account) {
        int code = account.ordinal();
        long on = Row.sum(row.onMillis.getOrDefault(code, Map.of()));
        long items = row.cellItems.getOrDefault(code, 0L);
        if (items > 0) {
            line(account.name() + "/hours", account.name(), Estimate.exact(on / HOUR_MILLIS, Unit.HOURS, items,
                    row.actors.size(), calendarGrade(account)), "hours on calendar", account);
        }
        if (account.isLive() && on > 0) {
            share(account, row.onMillis, liveOn, "share", calendarGrade(account), "live hours on calendar");
            if (account.isWait()) {
                share(account, row.onMillis, waiting, "waitingShare", calendarGrade(account),
                        "waiting hours on calendar");
            }
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

    private void share(
            Account account,
            Map<Integer, Map<Integer, Long>> all,
            Map<Integer, Map<Integer, Long>> parts,
            String label,
            Grade grade,
            String of) {
        Map<Integer, Long> own = all.getOrDefault(account.ordinal(), Map.of());
        double value = (double) Row.sum(own) / Row.sum(parts);
        double[] ends = ends(doubles(own), parts, value);
        double unknown = account == Account.nobody
                ? (double) Row.sum(all.getOrDefault(Account.ownerUnknown.ordinal(), Map.of())) / Row.sum(parts) : 0;
        Estimate estimate = new Estimate(value, ends[0], ends[1], Unit.SHARE,
                row.cellItems.getOrDefault(account.ordinal(), 0L), row.actors.size(), grade, value, value,
                Strength.EXACT);
        line(account.name() + "/" + label, account.name() + " " + label,
                estimate.withSensitivity(value, Math.min(1, value + unknown)), of, account);
    }

    /** The share of open time without an owner, whoever was awaited. */
    private void unassigned() {
        long none = Row.sum(row.unassignedMillis);
        if (none > 0) {
            double value = (double) none / Row.sum(liveWall);
            double[] ends = ends(doubles(row.unassignedMillis), liveWall, value);
            double unknown = (double) Row.sum(row.wallMillis.getOrDefault(Account.ownerUnknown.ordinal(), Map.of()))
                    / Row.sum(liveWall);
            Support support = new Support(Support.Basis.STRUCTURE, row.items, row.actors.size(), 0,
                    prefix + "unassigned", List.of());
            lines.add(new Line(prefix + "unassigned/wallShare", title.about(), "unassigned wallShare", title.period(),
                    new Estimate(value, ends[0], ends[1], Unit.SHARE, row.items, row.actors.size(),
                            grade(Account.nobody), value, Math.min(1, value + unknown), Strength.EXACT),
                    "open hours, wall clock", support, null, List.of()));
        }
    }

    /**
     * Flow efficiency: recorded work over elapsed time. Its four forms differ by factors; each says which it is.
     */
    private void efficiency(
            String form, Map<Integer, Map<Integer, Long>> all, Map<Integer, Map<Integer, Long>> elapsed,
            boolean withRework) {
        TreeMap<Integer, Double> worked = new TreeMap<>();
        for (Account account : withRework ? List.of(Account.worked, Account.rework) : List.of(Account.worked)) {
            all.getOrDefault(account.ordinal(), Map.of()).forEach((who, millis) ->
                    worked.merge(who, (double) millis, Double::sum));
        }
        double sum = worked.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum == 0) {
            return;
        }
        double value = sum / Row.sum(elapsed);
        double[] ends = ends(worked, elapsed, value);
        Account account = Account.worked;
        long workers = withRework ? row.allWorkers() : row.workers(account);
        String cell = prefix + (withRework ? "workedWithRework" : account.name());
        Support support = new Support(Support.Basis.ACTIVITY, row.items, workers,
                withRework ? row.largestOfAllLabour() : row.largestLabour(account), cell,
                withRework ? List.of(prefix + "labour") : title.tables(account.name()));
        lines.add(new Line(prefix + "flowEfficiency/" + form, title.about(), "flowEfficiency/" + form, title.period(),
                new Estimate(value, ends[0], ends[1], Unit.SHARE, row.items, workers, calendarGrade(account), value,
                        value, Strength.EXACT),
                "recorded work" + (withRework ? ", rework included," : "") + " over elapsed "
                        + (form.startsWith("wall") ? "hours, wall clock" : "hours on calendar"), support, null,
                List.of()));
    }

    private static Map<Integer, Double> doubles(Map<Integer, Long> longs) {
        TreeMap<Integer, Double> doubles = new TreeMap<>();
        longs.forEach((who, millis) -> doubles.put(who, (double) millis));
        return doubles;
    }

    /** The interval of a share; all of 0 to 1 where too few clusters stand behind it. */
    static double[] ends(Map<Integer, Double> own, Map<Integer, Map<Integer, Long>> parts, double value) {
        TreeSet<Integer> clusters = new TreeSet<>();
        parts.values().forEach(byCluster -> byCluster.forEach((who, millis) -> {
            if (millis > 0) {
                clusters.add(who);
            }
        }));
        double[] a = new double[clusters.size()];
        double[] b = new double[clusters.size()];
        int g = 0;
        for (int who : clusters) {
            a[g] = own.getOrDefault(who, 0.0);
            for (Map<Integer, Long> byCluster : parts.values()) {
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
    private void whole(String label, long millis, String of) {
        if (millis > 0) {
            Support support = new Support(Support.Basis.STRUCTURE, row.items, row.actors.size(), 0, prefix + label,
                    title.tables(label, "hours"));
            lines.add(new Line(prefix + label + "/hours", title.about(), label, title.period(),
                    Estimate.exact(millis / HOUR_MILLIS, Unit.HOURS, row.items, row.actors.size(),
                            calendarGrade(Account.owner)), of, support, null, List.of()));
        }
    }

    private void line(String suffix, String label, Estimate estimate, String of, Account account) {
        boolean activity = account == Account.worked || account == Account.rework;
        String measure = suffix.substring(suffix.indexOf('/') + 1);
        List<String> tables = title.tables(account.name(), measure);
        if (activity) {
            tables.add(prefix + "labour");
        }
        if (account == Account.owner) {
            tables.add(prefix + SecondLevel.SPLIT);
        }
        if (title.isWhole()) {
            tables.add(Support.weeks(account));
        }
        Support support = new Support(
                activity ? Support.Basis.ACTIVITY : Support.Basis.STRUCTURE, row.items,
                activity ? row.workers(account) : row.actors.size(), activity ? row.largestLabour(account) : 0,
                prefix + account.name(), tables);
        lines.add(new Line(prefix + suffix, title.about(), label, title.period(), estimate, of, support, null,
                evidence(account, suffix)));
    }

    private List<Evidence> evidence(Account account, String suffix) {
        Top top = longest.apply(account);
        if (top == null || !title.period().equals("window")
                || !(suffix.endsWith("/hours") || suffix.endsWith("/share"))) {
            return List.of();
        }
        return top.cases().stream().map(item -> new Evidence(item.key(), day(item.atMillis()),
                String.format(Locale.ROOT, "created; %.1f h %s", item.weight() / HOUR_MILLIS, account.phrase()),
                List.of(), List.of())).toList();
    }

    private String day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(frame.charter().week().zone()).toLocalDate().toString();
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
        boolean activity = account == Account.worked || account == Account.rework;
        return proven && account != Account.otherItem ? activity ? frame.facts().work().grade() : Grade.OBSERVED
                : Grade.INFERRED;
    }
}
