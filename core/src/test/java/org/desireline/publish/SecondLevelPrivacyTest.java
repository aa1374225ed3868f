package org.desireline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.contest.Contest;
import org.desireline.instrument.ledger.Ledger;
import org.desireline.number.Estimate;
import org.desireline.part.Assembly;
import org.desireline.part.Doing;
import org.desireline.part.Workshops;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is published of the owners' doings does not tell what is withheld; over a hundred random organisations. */
class SecondLevelPrivacyTest {

    private static final int ORGANISATIONS = 100;
    private static final double HAIR = 1e-6;
    private static final Set<String> DIMENSIONS = Set.of("priority", "team", "area");

    private static final Map<Long, Published> PUBLISHED = new TreeMap<>();
    private static final Map<Long, Reading> TRUTH = new TreeMap<>();

    @BeforeAll
    static void publish() {
        List<List<Reading>> all = LongStream.range(0, ORGANISATIONS).parallel().mapToObj(seed -> {
            Assembly assembly = Workshops.large(seed).assembly();
            return List.of(Fold.of(new Contest()).unmerged(assembly), Fold.of(new Ledger()).unmerged(assembly));
        }).toList();
        for (long seed = 0; seed < ORGANISATIONS; seed++) {
            List<Reading> readings = all.get((int) seed);
            TRUTH.put(seed, readings.get(1));
            PUBLISHED.put(seed, Publisher.publish(Sample.head(), readings, List.of()));
        }
    }

    private static List<Line> lines(Published published) {
        return published.reading("ledger").orElseThrow().lines();
    }

    private static boolean isOfDoings(Line line) {
        for (Doing doing : Doing.values()) {
            if (line.id().contains("/" + doing + "/")) {
                return true;
            }
        }
        return line.id().endsWith("/displacement/ratio");
    }

    @Test
    void someFiguresAreShownAndSomeWithheld() {
        Map<Boolean, Integer> counts = new HashMap<>();
        PUBLISHED.values().forEach(published -> lines(published).stream()
                .filter(SecondLevelPrivacyTest::isOfDoings)
                .forEach(line -> counts.merge(line.withheld() == null, 1, Integer::sum)));
        assertThat(counts.get(true)).isGreaterThan(1_000);
        assertThat(counts.get(false)).isGreaterThan(1_000);
    }

    @Test
    void nothingRestsOnFewerThanFiveOwnersOrMostlyOnOne() {
        PUBLISHED.forEach((seed, published) -> lines(published).stream()
                .filter(line -> isOfDoings(line) && line.withheld() == null).forEach(line -> {
                    assertThat(line.support().basis()).as(line.id()).isEqualTo(Support.Basis.ACTIVITY);
                    assertThat(line.support().actors()).as(seed + " " + line.id()).isGreaterThanOrEqualTo(5);
                    assertThat(line.support().largestShare()).as(seed + " " + line.id()).isLessThanOrEqualTo(0.5);
                }));
    }

    @Test
    void noTableIsLeftWithOneHiddenCell() {
        PUBLISHED.forEach((seed, published) -> {
            Map<String, TreeSet<String>> shown = new TreeMap<>();
            Map<String, TreeSet<String>> hidden = new TreeMap<>();
            for (Line line : lines(published)) {
                for (String table : line.support().sums()) {
                    (line.withheld() == null ? shown : hidden).computeIfAbsent(table, id -> new TreeSet<>())
                            .add(line.support().cell());
                }
            }
            // Of a cell that is shown, the hours may be withheld for the sake of their range.
            hidden.forEach((table, cells) -> cells.removeAll(shown.getOrDefault(table, new TreeSet<>())));
            hidden.forEach((table, cells) -> assertThat(cells.size() == 1 && shown.containsKey(table))
                    .as("seed %d, %s: %s alone", seed, table, cells).isFalse());
        });
    }

    /** Whoever knows how the tables add up solves them as far as they can be solved: nothing withheld comes out. */
    @Test
    void whatIsWithheldCannotBeHadBySubtraction() {
        List<String> bared = new ArrayList<>();
        PUBLISHED.forEach((seed, published) -> new Attack(published, TRUTH.get(seed)).bared()
                .forEach(cell -> bared.add("seed " + seed + ": " + cell)));
        assertThat(bared).isEmpty();
    }

    /** The range of a figure adds what is silent: it must not tell that where it is withheld. */
    @Test
    void noRangeTellsAFigureThatIsWithheld() {
        List<String> bared = new ArrayList<>();
        PUBLISHED.forEach((seed, published) -> {
            Map<String, Double> truth = new TreeMap<>();
            TRUTH.get(seed).lines().stream().filter(line -> line.estimate() != null)
                    .forEach(line -> truth.put(line.id(), line.estimate().value()));
            for (Line line : lines(published)) {
                Estimate estimate = line.estimate();
                double hours = truth.getOrDefault(line.id().replace("/waitingShare", "/hours"), 0.0);
                if (isOfDoings(line) && estimate != null && !line.id().endsWith("ratio")
                        && (line.id().endsWith("/hours") || estimate.sensitivityHigh() < 1)) {
                    double scale = hours / estimate.value();
                    double width = scale * (estimate.sensitivityHigh() - estimate.value());
                    String silent = line.id().substring(0, line.id().indexOf(line.label().split(" ", -1)[0]))
                            + "silent/hours";
                    boolean isHidden = published.line(silent).map(other -> other.withheld() != null).orElse(false);
                    if (isHidden && width >= truth.getOrDefault(silent, 0.0) - HAIR) {
                        bared.add("seed " + seed + ": " + line.id() + " tells " + silent);
                    }
                }
            }
        });
        assertThat(bared).isEmpty();
    }

    /** Otherwise the cases of two doings, held side by side, would tell what the owner of one item did. */
    @Test
    void theEvidenceIsTheSameForAllDoingsOfARow() {
        PUBLISHED.forEach((seed, published) -> {
            Map<String, Set<List<Evidence>>> byRow = new TreeMap<>();
            for (Line line : lines(published)) {
                if (isOfDoings(line) && line.withheld() == null && !line.label().contains(" by ")) {
                    byRow.computeIfAbsent(line.about() + line.period(), row -> new java.util.HashSet<>())
                            .add(line.evidence());
                }
            }
            byRow.forEach((row, evidence) -> assertThat(evidence).as("seed %d, %s", seed, row).hasSize(1));
        });
    }

    /** Solves the equations that readers know to hold. */
    private static final class Attack {

        private final Map<String, Line> lines = new TreeMap<>();
        private final Map<String, Double> known = new TreeMap<>();
        private final Map<String, Double> hours = new TreeMap<>();
        /** By row, in which the doings were refused. */
        private final Set<String> refused = new TreeSet<>();
        private final Map<String, Line.About> rows = new TreeMap<>();
        private final Map<String, String> periods = new TreeMap<>();
        private final List<String> bared = new ArrayList<>();
        private boolean changed = true;

        Attack(Published published, Reading truth) {
            truth.lines().stream().filter(line -> line.estimate() != null)
                    .forEach(line -> hours.put(line.id(), line.estimate().value()));
            for (Line line : SecondLevelPrivacyTest.lines(published)) {
                lines.put(line.id(), line);
                if (!line.period().equals("all")) {
                    String row = prefix(line.about(), line.period());
                    rows.put(row, line.about());
                    periods.put(row, line.period());
                    if (line.id().equals(row + "displacedNew/waitingShare")
                            && line.support().basis() == Support.Basis.STRUCTURE) {
                        refused.add(row);
                    }
                }
            }
        }

        private static String prefix(Line.About about, String period) {
            return "ledger/" + about.kind() + "/" + Line.idPart(about.id()) + "/"
                    + (period.equals("window") ? "" : period + "/");
        }

        /** A known figure, zero where there is no line, null where it is withheld or was refused. */
        private Double value(String row, String what) {
            Line line = lines.get(row + what + "/hours");
            if (known.containsKey(row + what)) {
                return known.get(row + what);
            }
            Line share = lines.get(row + what + "/waitingShare");
            Line waiting = lines.get(row + "waiting/hours");
            if (line != null && line.estimate() == null && share != null && share.estimate() != null
                    && waiting != null && waiting.estimate() != null) {
                return share.estimate().value() * waiting.estimate().value();
            }
            if (line != null) {
                return line.estimate() == null ? null : line.estimate().value();
            }
            return refused.contains(row) ? null : 0.0;
        }

        List<String> bared() {
            while (changed) {
                changed = false;
                for (String row : rows.keySet()) {
                    doings(row);
                }
                TreeSet<String> columns = new TreeSet<>();
                for (Line line : lines.values()) {
                    if (isOfDoings(line) && line.id().endsWith("/hours")) {
                        String row = prefix(line.about(), line.period());
                        columns.add(line.id().substring(row.length(), line.id().length() - "/hours".length()));
                    }
                }
                columns.forEach(this::column);
            }
            return bared;
        }

        private void doings(String row) {
            boolean hasDoings = DIMENSIONS.contains(rows.get(row).kind()) || rows.get(row).kind().equals("all");
            if (!hasDoings || !lines.containsKey(row + "owner/hours") || refused.contains(row)) {
                return;
            }
            List<String> cells = new ArrayList<>();
            for (Doing doing : Doing.values()) {
                cells.add(row + "|" + doing);
            }
            solve(row + "|owner", cells);
            List<String> by = lines.keySet().stream().filter(id -> id.startsWith(row + "displacedNew/by/"))
                    .map(id -> row + "|" + id.substring(row.length(), id.length() - "/hours".length())).toList();
            if (!by.isEmpty()) {
                solve(row + "|displacedNew", by);
            }
            Line ratio = lines.get(row + "displacement/ratio");
            if (ratio != null && ratio.estimate() != null && ratio.estimate().value() > 0) {
                double d = ratio.estimate().value();
                Double displaced = value(row, "displacedNew");
                Double outranked = value(row, "outranked");
                if (displaced != null && outranked == null) {
                    found(row + "outranked", displaced / d - displaced, displaced);
                } else if (displaced == null && outranked != null && d < 1) {
                    found(row + "displacedNew", outranked * d / (1 - d), outranked);
                }
            }
        }

        private void column(String column) {
            Map<String, List<String>> versions = new TreeMap<>();
            Map<String, List<String>> classes = new TreeMap<>();
            rows.forEach((row, about) -> {
                String period = periods.get(row);
                if (period.startsWith("version/")) {
                    versions.computeIfAbsent(prefix(about, "window"), id -> new ArrayList<>()).add(row + "|" + column);
                }
                if (DIMENSIONS.contains(about.kind())) {
                    classes.computeIfAbsent(about.kind() + " " + period, id -> new ArrayList<>())
                            .add(row + "|" + column);
                }
            });
            versions.forEach((row, cells) -> solveRows(row + "|" + column, cells));
            classes.forEach((key, cells) -> solveRows(prefix(new Line.About("all", "all"),
                    key.substring(key.indexOf(' ') + 1)) + "|" + column, cells));
        }

        /** Folding may have put hours elsewhere: rows add up to another only where their live hours do. */
        private void solveRows(String total, List<String> cells) {
            double live = cells.stream().mapToDouble(this::live).sum();
            if (cells.size() > 1 && Math.abs(live - live(total)) < HAIR) {
                solve(total, cells);
            }
        }

        private double live(String cell) {
            return hours.getOrDefault(cell.substring(0, cell.indexOf('|')) + "live/hours", 0.0);
        }

        private Double cell(String cell) {
            int bar = cell.indexOf('|');
            return value(cell.substring(0, bar), cell.substring(bar + 1));
        }

        private void solve(String total, List<String> cells) {
            List<String> unknown = new ArrayList<>();
            double rest = 0;
            double largest = 0;
            for (String cell : cells) {
                Double value = cell(cell);
                if (value == null) {
                    unknown.add(cell);
                } else {
                    rest += value;
                    largest = Math.max(largest, value);
                }
            }
            Double sum = cell(total);
            if (sum == null && unknown.isEmpty()) {
                found(total.replace("|", ""), rest, largest);
            } else if (sum != null && unknown.size() == 1) {
                found(unknown.get(0).replace("|", ""), sum - rest, sum);
            }
        }

        /** A figure that equals one that is shown for more people tells nothing new, and so does nought. */
        private void found(String cell, double figure, double shown) {
            boolean isNew = known.put(cell, figure) == null;
            if (isNew && Math.abs(figure) > HAIR && Math.abs(figure - shown) > HAIR) {
                bared.add(cell + " = " + figure);
            }
            changed |= isNew;
        }
    }
}
