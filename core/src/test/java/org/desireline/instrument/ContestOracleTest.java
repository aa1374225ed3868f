package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.desireline.charter.Intent;
import org.desireline.instrument.contest.Contest;
import org.desireline.part.Assembly;
import org.desireline.part.Organisations;
import org.desireline.part.PlantedOrganisations;
import org.desireline.part.Workshops;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contests against the slow and obvious. */
class ContestOracleTest {

    @Test
    void occasionsAndRulesAreThoseThatWereLookedAtOneByOne() {
        long occasions = 0;
        long tested = 0;
        long untested = 0;
        for (long seed = 1; seed <= 120; seed++) {
            Assembly assembly = (seed % 2 == 0 ? Workshops.large(seed) : Organisations.random(seed)).assembly();
            Reading reading = Fold.of(new Contest()).unmerged(assembly);
            ContestOracle oracle = new ContestOracle(assembly);
            for (Map.Entry<String, Long> pair : oracle.occasions().entrySet()) {
                for (Line line : lines(reading, pair.getKey() + "/occasions")) {
                    assertThat(line.estimate().value()).as("%s of seed %d", line.id(), seed)
                            .isEqualTo(pair.getValue().doubleValue());
                    occasions += pair.getValue();
                }
            }
            List<Intent.Rule> rules = assembly.frame().charter().intent().rules();
            List<Line> all = reading.lines().stream().filter(line -> line.id().startsWith("contest/tradeoff/")
                    && line.id().endsWith("/occasions")).toList();
            double said = all.stream().mapToDouble(line -> line.estimate().value()).sum();
            long counted = oracle.rules().values().stream().mapToLong(counts -> counts[0] + counts[1]).sum();
            assertThat(said).as("seed %d", seed).isEqualTo((double) counted);
            assertThat(all).hasSize((int) rules.stream().filter(rule -> rule.prefer() >= 0 && rule.over() >= 0
                    && rule.prefer() != rule.over()).count());
            double kept = reading.lines().stream().filter(line -> line.id().startsWith("contest/tradeoff/")
                    && line.id().endsWith("/kept")).mapToDouble(line -> line.estimate().value()
                            * line.estimate().n()).sum();
            assertThat(kept).as("seed %d", seed).isCloseTo((double) oracle.rules().values().stream()
                    .mapToLong(counts -> counts[0]).sum(), within(1e-6));
            tested += counted;
            untested += all.stream().filter(line -> line.estimate().value() == 0).count();
        }
        assertThat(occasions).isGreaterThan(300);
        assertThat(tested).isGreaterThan(30);
        assertThat(untested).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aligned", "inverted", "push"})
    void worthIsWhereTheLikelihoodIsHighest(String plan) {
        Assembly assembly = PlantedOrganisations.of(Plan.of(plan), Tier.LOGGED, Flaws.NONE, 5, 12).assembly();
        Reading reading = Fold.of(new Contest()).unmerged(assembly);
        double[] worth = new ContestOracle(assembly).worth();
        List<Line> lines = reading.lines().stream().filter(line -> line.id().startsWith("contest/priority/")
                && line.id().endsWith("/worth")).toList();
        assertThat(lines).hasSize(6).allSatisfy(line -> {
            String[] parts = line.id().split("/", -1);
            assertThat(line.estimate().value()).as(line.id()).isCloseTo(worth[Plan.CLASSES.indexOf(parts[2])]
                    - worth[Plan.CLASSES.indexOf(parts[4])], within(1e-7));
        });
    }

    private static List<Line> lines(Reading reading, String id) {
        return reading.lines().stream().filter(line -> line.id().equals(id)).toList();
    }
}
