package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.desireline.part.PlantedOrganisations;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Assembler and ledger against the walk minute by minute, on every planted world and every tier of its record. */
class PlantedOracleTest {

    private static final int WEEKS = 2;
    private static final long SEED = 5;

    static Stream<Arguments> records() {
        return Stream.concat(Plan.all().stream().flatMap(plan -> Stream.of(Tier.LOGGED, Tier.TRACED)
                        .map(tier -> Arguments.of(plan.name(), tier, Flaws.NONE))),
                Stream.of(Arguments.of("displaced", Tier.PAUSED, Flaws.NONE),
                        Arguments.of("displaced", Tier.ENDS, Flaws.NONE),
                        Arguments.of("displaced", Tier.LOGGED, Flaws.USUAL),
                        Arguments.of("displaced", Tier.TRACED, Flaws.USUAL),
                        Arguments.of("displaced", Tier.LOGGED, Flaws.STARVED)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsReadEqualsTheWalkMinuteByMinute(String plan, Tier tier, Flaws flaws) {
        Comparison comparison = Comparison.of(PlantedOrganisations.of(Plan.of(plan), tier, flaws, SEED, WEEKS));
        assertThat(comparison.differences()).isEqualTo(List.of());
        assertThat(comparison.met()).isNotEmpty();
    }
}
