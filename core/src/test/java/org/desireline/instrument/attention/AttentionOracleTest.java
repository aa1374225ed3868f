package org.desireline.instrument.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.part.Assembly;
import org.desireline.part.Organisation;
import org.desireline.part.Organisations;
import org.desireline.part.TouchOracle;
import org.junit.jupiter.api.Test;

/** Shares of touches against the slow and obvious, on random organisations; shares of a dimension add up to one. */
class AttentionOracleTest {

    private static final int ORGANISATIONS = 200;

    private static String differences(Organisation organisation, Map<String, Integer> met) {
        Assembly assembly = organisation.assembly();
        Map<Dimension, List<String>> named = new TreeMap<>();
        for (Dimension dimension : Dimension.values()) {
            named.put(dimension, assembly.frame().classes().names(dimension)
                    .subList(0, assembly.frame().classes().named(dimension)));
        }
        TouchOracle oracle = new TouchOracle(organisation, named);
        Reading reading = Fold.of(new Attention()).unmerged(assembly);
        boolean enough = oracle.people() >= 5 && oracle.weeks() >= 8;
        met.merge(enough ? "measured" : "refused", 1, Integer::sum);
        if (enough != reading.measured()) {
            return "seed " + organisation.seed() + ": " + oracle.people() + " people, " + oracle.weeks()
                    + " weeks, but " + reading.refusal();
        }
        StringBuilder differences = new StringBuilder();
        int touches = 0;
        for (Line line : reading.lines()) {
            String[] parts = line.id().split("/", 4);
            boolean calm = line.id().endsWith("/touches/calm");
            if (parts.length < 4 || !(calm || parts[3].equals("touches"))) {
                continue;
            }
            String row = parts[1] + "/" + parts[2];
            Double share = (calm ? oracle.calmShares() : oracle.shares()).getOrDefault(row, 0.0);
            boolean same = Math.abs(share - line.estimate().value()) < 1e-9
                    && (calm || (line.estimate().n() == oracle.touches().getOrDefault(row, 0L)
                    && line.support().actors() == oracle.peopleByRow().getOrDefault(row, 0)));
            touches += calm ? 0 : 1;
            met.merge(calm ? "calm" : "touches", 1, Integer::sum);
            if (!same) {
                differences.append(organisation.seed()).append(' ').append(line.id()).append(": ")
                        .append(line.estimate().value()).append(" is ").append(share).append('\n');
            }
        }
        long rows = enough ? oracle.shares().keySet().stream().filter(row ->
                !named.get(dimension(row)).isEmpty()).count() : 0;
        return touches == rows ? differences.toString() : differences + "rows " + touches + " of " + rows;
    }

    private static Dimension dimension(String row) {
        return Stream.of(Dimension.values()).filter(dimension -> row.startsWith(dimension.label() + "/")).findFirst()
                .orElseThrow();
    }

    @Test
    void sharesOfTouchesAreThoseOfTheEventsOneByOne() {
        Map<String, Integer> met = new TreeMap<>();
        for (long seed = 0; seed < ORGANISATIONS; seed++) {
            assertThat(differences(Organisations.random(seed), met)).as("organisation %d", seed).isEmpty();
        }
        for (long seed = 1; seed <= 8; seed++) {
            assertThat(differences(Organisations.large(seed, 2_500), met)).as("large %d", seed).isEmpty();
        }
        assertThat(met.get("measured")).as("%s", met).isGreaterThan(5);
        assertThat(met.get("refused")).isGreaterThan(100);
        assertThat(met.get("touches")).isGreaterThan(100);
        assertThat(met.get("calm")).as("%s", met).isNotNull();
    }

    @Test
    void sharesOfADimensionAddUpToOne() {
        LongStream.rangeClosed(1, 3).forEach(seed -> {
            Map<String, Double> sums = new TreeMap<>();
            for (Line line : Fold.of(new Attention()).unmerged(Organisations.large(seed, 2_000).assembly()).lines()) {
                boolean ofTeam = line.id().matches("attention/team/[^/]+/priority/.*");
                if (line.label().equals("arrivals") || (line.label().equals("touches") && !ofTeam)) {
                    sums.merge(line.about().kind() + " " + line.label(), line.estimate().value(), Double::sum);
                }
            }
            assertThat(sums).isNotEmpty();
            sums.forEach((what, sum) -> assertThat(sum).as("%s of %d", what, seed).isEqualTo(1, within(1e-9)));
        });
    }
}
