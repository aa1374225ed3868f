package org.desireline.instrument.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Trap;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.part.Account;
import org.desireline.part.Doing;
import org.desireline.part.Frame;
import org.desireline.part.TraceDensity;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lines of one row at the second level: what owners were doing while items waited for them.
 *
 * <p>For populations only. Each busy account lies between what is posted and that plus what is silent, because an owner
 * at work need not leave a trace; the line's range says so. Two gates: recorded work covers at least a fifth of working
 * time (κ), and the rank of four fifths of the items is known (μ).
 */
final class SecondLevel {

    /** Name of the table that the doings and the owner's account, which is their total, make up. */
    static final String SPLIT = "ownerSplit";

    private static final double LEAST_KAPPA = 0.2;
    private static final double LEAST_MU = 0.8;
    private static final int FEWEST_OWNERS = 5;
    private static final double HALF = 0.5;
    /**
     * D where people mostly follow an order and mostly finish what they have in hand, a little above what the planted
     * world "aligned" shows (0.14): the reference of the claim that something is displaced.
     */
    private static final double FOLLOWED = 0.15;
    private static final Set<Doing> BUSY = Set.of(Doing.outranked, Doing.contention, Doing.displacedNew,
            Doing.displacedInflight, Doing.busyUnranked, Doing.busyAmbiguous);
    private static final Set<String> DECLARED = Set.of("all", Dimension.PRIORITY.label(), Dimension.TEAM.label(),
            Dimension.AREA.label());

    private final Frame frame;
    private final @Nullable Reading contest;

    SecondLevel(Frame frame, List<Reading> needed) {
        this.frame = frame;
        this.contest = needed.stream().filter(reading -> reading.instrument().equals("contest")).findFirst()
                .orElse(null);
    }

    /** Why nothing can be said of what owners were doing, or null. */
    private Reading.@Nullable Refusal refusal() {
        if (frame.facts().kappa() < LEAST_KAPPA) {
            return new Reading.Refusal(String.format(Locale.ROOT,
                    "owner activity is invisible for %.0f %% of working time (κ = %.3f), so we can say how long work"
                            + " waited for its owner, but not why",
                    Math.floor(100 * (1 - frame.facts().kappa())), frame.facts().kappa()),
                    "work logs or linked commits that cover a fifth of working time");
        }
        if (frame.facts().mu() < LEAST_MU) {
            return new Reading.Refusal(String.format(Locale.ROOT,
                    "the rank of only %.0f %% of the items is known (μ)", 100 * frame.facts().mu()),
                    "a charter, or an order of priorities, that covers four fifths of the items");
        }
        return null;
    }

    /** Adds the lines of a row. */
    void row(Row row, Title title, List<Line> lines) {
        long waited = Row.sum(row.onMillis.getOrDefault(Account.owner.ordinal(), Map.of()));
        if (waited == 0 || !DECLARED.contains(title.kind()) || title.name().equals("everything")) {
            return;
        }
        Reading.Refusal refusal = refusal();
        if (refusal == null && row.labourFolded) {
            refusal = new Reading.Refusal("too few people recorded work, or one of them most of it", "more work logs");
        }
        if (refusal != null) {
            lines.add(refused(title, Doing.displacedNew + "/waitingShare", "waiting hours on calendar", row, refusal));
            if (hasRatio(title)) {
                lines.add(refused(title, RowSplit.OCCUPIED + "/waitingShare", RowSplit.OCCUPIED_OF, row, refusal));
                lines.add(refused(title, RowSplit.RATIO, RowSplit.D_OF, row, refusal));
            }
            return;
        }
        new RowSplit(row, title, lines).all();
    }

    /**
     * The highest priority can only be displaced, the lowest only be outranked: D, and how much owners were occupied
     * otherwise by what comes first or as high, is of rows that hold several.
     */
    private static boolean hasRatio(Title title) {
        return !title.kind().equals(Dimension.PRIORITY.label());
    }

    private static Line refused(Title title, String suffix, String of, Row row, Reading.Refusal refusal) {
        return new Line(title.prefix() + suffix, title.about(), suffix, title.period(), null, of,
                new Support(Support.Basis.STRUCTURE, row.items, row.actors.size(), 0, title.prefix() + suffix,
                        List.of()), refusal.sentence(), List.of());
    }

    /** The doings of one row. */
    private final class RowSplit {

        /** D and what it is made of: any two of the three tell the third. */
        private static final String RATIO = "displacement/ratio";
        /** displacedNew and its parts by the class that was worked on. */
        private static final String DISPLACED_BY = "displacedBy";
        /** outranked and contention together: any two of the three tell the third. */
        private static final String OCCUPIED = "occupied";
        private static final String OCCUPIED_OF = "waiting hours on calendar in which owners were at work on something"
                + " of a higher or the same class (outranked and contention)";
        private static final String D_OF =
                "displacedNew and outranked hours: of the time that owners worked on other ranks";

        private final Row row;
        private final Title title;
        private final List<Line> lines;
        private final String prefix;
        private final Map<Integer, Map<Integer, Long>> waiting;
        private final double silent;
        private final double inflightShort;
        private final double inflightLong;
        private final Map<Doing, Map<Integer, Double>> byOwner = new TreeMap<>();
        private final boolean ratioTold;

        RowSplit(Row row, Title title, List<Line> lines) {
            this.row = row;
            this.title = title;
            this.lines = lines;
            this.prefix = title.prefix();
            this.waiting = Row.waiting(row.onMillis);
            for (Doing doing : Doing.values()) {
                byOwner.put(doing, Row.shared(row.doing, doing.ordinal()));
            }
            this.silent = millis(Doing.silent);
            this.inflightShort = sum(Row.shared(row.inflightShort, 0));
            this.inflightLong = sum(Row.shared(row.inflightLong, 0));
            Map<Integer, Double> all = otherRanks();
            this.ratioTold = hasRatio(title) && !all.isEmpty() && lack(all) == null;
        }

        void all() {
            for (Doing doing : Doing.values()) {
                doing(doing);
            }
            occupied();
            displacedBy();
            ratio();
        }

        private Map<Integer, Double> owners(Doing doing) {
            return byOwner.getOrDefault(doing, Map.of());
        }

        private double millis(Doing doing) {
            return sum(owners(doing));
        }

        private static double sum(Map<Integer, Double> byWho) {
            return byWho.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        private void doing(Doing doing) {
            double millis = millis(doing);
            if (millis == 0) {
                return;
            }
            double[] range = range(doing, millis);
            Map<Integer, Double> owners = owners(doing);
            List<String> tables = tables(doing.name());
            tables.add(prefix + SPLIT);
            if (doing == Doing.displacedNew) {
                tables.add(prefix + DISPLACED_BY);
            }
            if (ratioTold && (doing == Doing.displacedNew || doing == Doing.outranked)) {
                tables.add(prefix + RATIO);
            }
            if (hasRatio(title) && (doing == Doing.outranked || doing == Doing.contention)) {
                tables.add(prefix + OCCUPIED);
            }
            Support support = new Support(Support.Basis.ACTIVITY, row.items, owners.size(), largest(owners),
                    prefix + doing.name(), tables, rangesOf(doing));
            Grade grade = grade(doing);
            lines.add(new Line(prefix + doing.name() + "/hours", title.about(), doing.name(), title.period(),
                    Estimate.exact(millis / RowLines.HOUR_MILLIS, Unit.HOURS, row.items, owners.size(), grade)
                            .withSensitivity(range[0] / RowLines.HOUR_MILLIS, range[1] / RowLines.HOUR_MILLIS),
                    "hours on calendar that items waited for their owner", support, null, evidence()));
            double whole = Row.sum(waiting);
            double value = millis / whole;
            double[] ends = RowLines.ends(Row.shared(row.doingByCluster, doing.ordinal()), waiting, value);
            lines.add(new Line(prefix + doing.name() + "/waitingShare", title.about(), doing.name() + " waitingShare",
                    title.period(),
                    new Estimate(value, ends[0], ends[1], Unit.SHARE, row.items, owners.size(), grade, value, value,
                            Strength.EXACT).withSensitivity(range[0] / whole, Math.min(1, range[1] / whole)),
                    "waiting hours on calendar", support, null, evidence()));
        }

        /** The cells that the range of a doing would tell. */
        private List<String> rangesOf(Doing doing) {
            return switch (doing) {
                case silent -> List.of();
                case displacedNew -> List.of(prefix + Doing.silent, prefix + Doing.displacedInflight);
                case displacedInflight -> List.of(prefix + Doing.silent, prefix + Doing.displacedNew);
                case outranked, contention, busyUnranked, busyAmbiguous -> List.of(prefix + Doing.silent);
            };
        }

        /** The tables of a column, without those of the accounts: the doings are a split of one of them. */
        private List<String> tables(String column) {
            List<String> tables = title.tables(column);
            tables.remove(prefix + "accounts");
            return tables;
        }

        /** What an account may be under other session gaps, and if all that is silent belonged to it. */
        private double[] range(Doing doing, double millis) {
            double displaced = millis(Doing.displacedNew) + millis(Doing.displacedInflight);
            double low = switch (doing) {
                case displacedNew -> Math.min(millis, displaced - Math.max(inflightShort, inflightLong));
                case displacedInflight -> Math.min(millis, Math.min(inflightShort, inflightLong));
                case outranked, contention, busyUnranked, busyAmbiguous -> millis;
                case silent -> 0;
            };
            double high = switch (doing) {
                case displacedNew -> Math.max(millis, displaced - Math.min(inflightShort, inflightLong));
                case displacedInflight -> Math.max(millis, Math.max(inflightShort, inflightLong));
                case outranked, contention, busyUnranked, busyAmbiguous, silent -> millis;
            };
            return new double[] {Math.max(0, low), BUSY.contains(doing) ? high + silent : high};
        }

        /** How much of the waiting owners were at work on what comes first or as high. */
        private void occupied() {
            Map<Integer, Double> owners = new TreeMap<>(owners(Doing.outranked));
            owners(Doing.contention).forEach((who, millis) -> owners.merge(who, millis, Double::sum));
            owners.values().removeIf(millis -> millis == 0);
            if (owners.isEmpty() || !hasRatio(title)) {
                return;
            }
            double whole = Row.sum(waiting);
            double value = sum(owners) / whole;
            Map<Integer, Double> byCluster = new TreeMap<>(Row.shared(row.doingByCluster, Doing.outranked.ordinal()));
            Row.shared(row.doingByCluster, Doing.contention.ordinal()).forEach((who, millis) ->
                    byCluster.merge(who, millis, Double::sum));
            double[] ends = RowLines.ends(byCluster, waiting, value);
            Estimate estimate = new Estimate(value, ends[0], ends[1], Unit.SHARE, row.items, owners.size(),
                    grade(Doing.outranked), value, value, Strength.EXACT)
                    .withSensitivity(value, Math.min(1, value + silent / whole));
            List<String> tables = tables(OCCUPIED);
            tables.add(prefix + OCCUPIED);
            lines.add(new Line(prefix + OCCUPIED + "/waitingShare", title.about(), OCCUPIED + " waitingShare",
                    title.period(), estimate, OCCUPIED_OF, new Support(Support.Basis.ACTIVITY, row.items,
                            owners.size(), largest(owners), prefix + OCCUPIED, tables,
                            List.of(prefix + Doing.silent)), null, evidence()));
        }

        /** The classes that were worked on instead. */
        private void displacedBy() {
            if (millis(Doing.displacedNew) == 0) {
                return;
            }
            List<String> names = frame.classes().names(Dimension.PRIORITY);
            for (int code = 0; code < names.size(); code++) {
                Map<Integer, Double> owners = Row.shared(row.displacedBy, code);
                double millis = sum(owners);
                if (millis > 0) {
                    String suffix = Doing.displacedNew + "/by/" + Line.idPart(names.get(code));
                    List<String> tables = tables(suffix);
                    tables.add(prefix + DISPLACED_BY);
                    Support support = new Support(Support.Basis.ACTIVITY, row.items, owners.size(), largest(owners),
                            prefix + suffix, tables);
                    lines.add(new Line(prefix + suffix + "/hours", title.about(), Doing.displacedNew + " by "
                            + names.get(code), title.period(),
                            Estimate.exact(millis / RowLines.HOUR_MILLIS, Unit.HOURS, row.items, owners.size(),
                                    grade(Doing.displacedNew)),
                            "hours on calendar displaced by work of that class, begun afterwards", support, null,
                            List.of()));
                }
            }
        }

        /** Milliseconds at work on another rank, by owner. */
        private Map<Integer, Double> otherRanks() {
            Map<Integer, Double> all = new TreeMap<>(owners(Doing.displacedNew));
            owners(Doing.outranked).forEach((who, millis) -> all.merge(who, millis, Double::sum));
            all.values().removeIf(millis -> millis == 0);
            return all;
        }

        /** D: of the time that owners worked on something of another rank, how much was on a lower one. */
        private void ratio() {
            Map<Integer, Double> displaced = owners(Doing.displacedNew);
            Map<Integer, Double> all = otherRanks();
            if (all.isEmpty() || !hasRatio(title)) {
                return;
            }
            Reading.Refusal refusal = lack(all);
            if (refusal != null) {
                lines.add(refused(title, RATIO, D_OF, row, refusal));
                return;
            }
            double[] a = new double[all.size()];
            double[] b = new double[all.size()];
            int g = 0;
            for (var owner : all.entrySet()) {
                a[g] = displaced.getOrDefault(owner.getKey(), 0.0);
                b[g++] = owner.getValue();
            }
            RatioJackknife ratio = RatioJackknife.of(a, b);
            double value = ratio.interval().value();
            double outranked = millis(Doing.outranked);
            double lower = millis(Doing.displacedNew) + millis(Doing.displacedInflight);
            double one = part(lower - inflightShort, outranked);
            double four = part(lower - inflightLong, outranked);
            Estimate estimate = new Estimate(value, Math.min(value, Math.max(0, ratio.interval().low())),
                    Math.max(value, Math.min(1, ratio.interval().high())), Unit.SHARE, row.items, all.size(),
                    grade(Doing.displacedNew), value, value, Strength.CANNOT_TELL)
                    .withSensitivity(Math.min(one, four), Math.max(one, four));
            lines.add(new Line(prefix + RATIO, title.about(), RATIO, title.period(),
                    estimate.withStrength(strength(estimate)), D_OF,
                    new Support(Support.Basis.ACTIVITY, row.items, all.size(), largest(all),
                            prefix + RATIO, List.of(prefix + RATIO),
                            List.of(prefix + Doing.displacedInflight)), null, evidence()));
        }

        /** The only claim: more is displaced than where an order is followed. */
        private Strength strength(Estimate estimate) {
            if (estimate.low() <= FOLLOWED) {
                return Strength.CANNOT_TELL;
            }
            boolean trapped = (contest != null && !Trap.met(contest).isEmpty())
                    || (frame.facts().work().hasSessions()
                            && frame.facts().work().densities().stream().anyMatch(TraceDensity::isUneven));
            return estimate.sensitivityLow() > FOLLOWED && !trapped ? Strength.SHOWS : Strength.SUGGESTS;
        }

        private static double part(double displaced, double outranked) {
            double whole = displaced + outranked;
            return whole > 0 ? Math.max(0, displaced) / whole : 0;
        }

        private Reading.@Nullable Refusal lack(Map<Integer, Double> all) {
            if (all.size() < FEWEST_OWNERS) {
                return new Reading.Refusal("fewer than " + FEWEST_OWNERS
                        + " owners worked on something of another rank while items waited", "more of them");
            }
            if (largest(all) > HALF) {
                return new Reading.Refusal("one owner makes up more than half of it", "work logs of more people");
            }
            if (contest == null || contest.refusal() != null) {
                return contest == null || contest.refusal() == null
                        ? new Reading.Refusal("no start of work was judged", "the contest instrument")
                        : contest.refusal();
            }
            return null;
        }

        private static double largest(Map<Integer, Double> byWho) {
            double all = sum(byWho);
            return all == 0 ? 0 : byWho.values().stream().mapToDouble(Double::doubleValue).max().orElse(0) / all;
        }

        private Grade grade(Doing doing) {
            Grade grade = doing == Doing.busyAmbiguous ? Grade.AMBIGUOUS : frame.facts().work().grade();
            return frame.charter().assumed() && grade.compareTo(Grade.ASSUMED) < 0 ? Grade.ASSUMED : grade;
        }

        /** What an owner did while one item waited is told for populations only, never item by item. */
        private List<Evidence> evidence() {
            List<Evidence> cases = new ArrayList<>();
            lines.stream().filter(line -> line.id().equals(prefix + Account.owner + "/hours")).findFirst()
                    .ifPresent(line -> cases.addAll(line.evidence()));
            return cases;
        }
    }
}
