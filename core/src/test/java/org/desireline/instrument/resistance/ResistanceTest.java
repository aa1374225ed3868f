package org.desireline.instrument.resistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.part.Account;
import org.desireline.part.Assembly;
import org.desireline.part.Organisations;
import org.desireline.part.PlantedOrganisations;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.Test;

/** Paths of planted organisations on fixed seeds: what they add up to, what stands out, and what does not. */
class ResistanceTest {

    private static final int WEEKS = 26;
    private static final double HOUR_MILLIS = 3_600_000.0;
    private static final Assembly ALIGNED = planted("aligned", 1);

    private static Assembly planted(String plan, long seed) {
        return PlantedOrganisations.declared(Plan.of(plan), Tier.LOGGED, Flaws.NONE, seed, WEEKS).assembly();
    }

    private static Reading read(Assembly assembly) {
        return Fold.of(new Resistance()).unmerged(assembly);
    }

    private static Map<String, Line> lines(Reading reading) {
        Map<String, Line> lines = new TreeMap<>();
        reading.lines().forEach(line -> lines.put(line.id(), line));
        return lines;
    }

    private static List<Line> claimed(Reading reading, String label) {
        List<Line> claimed = new ArrayList<>();
        for (Line line : reading.lines()) {
            Estimate estimate = line.estimate();
            if (line.id().endsWith("/" + label) && estimate != null && (estimate.strength() == Strength.SHOWS
                    || estimate.strength() == Strength.SUGGESTS)) {
                claimed.add(line);
            }
        }
        return claimed;
    }

    @Test
    void theAccountsOfAPathAddUpToIt() {
        Map<String, Line> lines = lines(read(ALIGNED));
        int paths = 0;
        for (Line line : lines.values()) {
            if (line.label().equals("ratio") && line.estimate() != null) {
                double sum = 0;
                for (Account account : Account.values()) {
                    Line part = lines.get(line.id() + "/" + account.name());
                    sum += part == null ? 0 : part.estimate().value();
                }
                assertThat(sum).as(line.id()).isCloseTo(line.estimate().value(), within(1e-9));
                paths++;
            }
        }
        assertThat(paths).isGreaterThanOrEqualTo(12);
    }

    @Test
    void aPathHoldsTheHoursOfItsItemsAndNoOthers() {
        Map<String, double[]> expected = new TreeMap<>();
        List<String> ranks = ALIGNED.frame().classes().names(Dimension.PRIORITY);
        List<String> teams = ALIGNED.frame().classes().names(Dimension.TEAM);
        for (Trace trace : Fold.of(new Resistance()).parts(ALIGNED).stream().filter(Trace.class::isInstance)
                .map(Trace.class::cast).toList()) {
            for (Stretch stretch : trace.stretches()) {
                if (!trace.container() && stretch.inWindow() && Account.of(stretch).isLive()) {
                    double[] own = expected.computeIfAbsent("resistance/team/"
                            + Line.idPart(teams.get(stretch.classes()[Dimension.TEAM.ordinal()])) + "/"
                            + Line.idPart(ranks.get(stretch.classes()[Dimension.PRIORITY.ordinal()])) + "/",
                            none -> new double[2]);
                    own[Account.of(stretch).isWait() ? 0 : 1] += stretch.onCalendarMillis() / HOUR_MILLIS;
                }
            }
        }
        Map<String, Line> lines = lines(read(ALIGNED));
        assertThat(expected).hasSizeGreaterThanOrEqualTo(16);
        expected.forEach((path, hours) -> {
            if (hours[0] > 0) {
                assertThat(lines.get(path + "waiting").estimate().value()).as(path)
                        .isCloseTo(hours[0], within(1e-6));
            }
            Line ratio = lines.get(path + "ratio");
            if (ratio != null && ratio.estimate() != null) {
                assertThat(ratio.estimate().value()).as(path).isCloseTo(hours[0] / hours[1], within(1e-9));
            }
        });
    }

    @Test
    void whatNobodyOwnsStandsOutWhereItLies() {
        for (long seed = 1; seed <= 2; seed++) {
            Reading reading = read(planted("orphan-area", seed));
            Set<String> shown = new TreeSet<>();
            claimed(reading, "excess").stream().filter(line -> line.estimate().strength() == Strength.SHOWS)
                    .forEach(line -> shown.add(line.id()));
            assertThat(shown).as("seed %d", seed).contains("resistance/area/Lime/important/nobody/excess")
                    .noneMatch(id -> id.contains("/area/") && !id.contains("/area/Lime/"));
        }
    }

    @Test
    void nothingStandsOutWhereAllPartsAreAlike() {
        for (long seed = 1; seed <= 2; seed++) {
            Reading reading = read(planted("aligned", seed));
            assertThat(claimed(reading, "excess").stream()
                    .filter(line -> line.estimate().strength() == Strength.SHOWS)).as("seed %d", seed).isEmpty();
            assertThat(claimed(reading, "rank")).as("seed %d", seed)
                    .noneMatch(line -> line.id().contains("/Blocker/") || line.id().contains("/Critical/"));
        }
    }

    @Test
    void theMoreImportantIsTheHarderWhereTheOrderIsInverted() {
        assertThat(lines(read(planted("inverted", 1))).get("resistance/all/all/association").estimate().low())
                .isPositive();
        assertThat(lines(read(ALIGNED)).get("resistance/all/all/association").estimate().high()).isNegative();
    }

    @Test
    void withoutAnOrderNothingIsSaid() {
        for (long seed = 1; seed <= 20; seed++) {
            Reading reading = read(Organisations.random(seed).assembly());
            if (reading.refusal() != null) {
                assertThat(reading.lines()).isEmpty();
                assertThat(reading.refusal().sentence()).startsWith("Not enough evidence: ");
            } else {
                assertThat(reading.lines()).isNotEmpty();
            }
        }
    }

    @Test
    void sizesGrowWithWorkByTheRootOfTwo() {
        assertThat(Sizes.of(0)).isEqualTo(Sizes.NONE);
        int last = 0;
        for (long minutes = 1; minutes < 100_000; minutes = minutes * 3 / 2 + 1) {
            int size = Sizes.of(minutes * 60_000);
            assertThat(size).isBetween(last, Sizes.CLASSES - 1);
            last = size;
        }
        assertThat(Sizes.of(60_000L * 60) - Sizes.of(60_000L * 30)).isEqualTo(2);
    }

    @Test
    void aPathWithTheMixOfTheOrganisationIsLeftAsItIs() {
        long[] all = new long[Sizes.CLASSES];
        long[] own = new long[Sizes.CLASSES];
        for (int size = 0; size < Sizes.CLASSES; size++) {
            all[size] = 3L * (1L + size);
            own[size] = 1L + size;
        }
        for (double weight : new Sizes(all).weights(own)) {
            assertThat(weight).isCloseTo(1, within(1e-12));
        }
    }
}
