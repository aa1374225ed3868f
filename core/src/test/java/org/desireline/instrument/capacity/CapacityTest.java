package org.desireline.instrument.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Strength;
import org.desireline.part.Organisations;
import org.desireline.part.PlantedOrganisations;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.Test;

/** What came over what was finished, of made-up weeks and of planted organisations. */
class CapacityTest {

    private static final int WEEKS = 26;

    private static SortedMap<Long, long[]> weeks(int weeks, long finished, long growth) {
        TreeMap<Long, long[]> series = new TreeMap<>();
        series.put(0L, new long[] {finished, 40, 0});
        for (int week = 1; week <= weeks; week++) {
            series.put((long) week, new long[] {finished, 40 + growth * week + week % 2, 1});
        }
        return series;
    }

    private static Line load(int weeks, long finished, long growth) {
        Load load = Load.of(Dimension.TEAM, "one", weeks(weeks, finished, growth), 6);
        return Load.lines(List.of(load)).getFirst();
    }

    @Test
    void whatCameIsWhatWasFinishedAndWhatTheStockGrewBy() {
        Line load = load(WEEKS, 10, 2);
        assertThat(load.estimate().value()).isCloseTo(1.2, within(1e-12));
        assertThat(load.estimate().strength()).isEqualTo(Strength.SHOWS);
        assertThat(load.estimate().n()).isEqualTo(260);
    }

    @Test
    void aStockInBalanceIsNoOverload() {
        Line load = load(WEEKS, 10, 0);
        assertThat(load.estimate().value()).isCloseTo(1, within(1e-12));
        assertThat(load.estimate().strength()).isEqualTo(Strength.CANNOT_TELL);
    }

    @Test
    void tooFewWeeksOrItemsAreNotJudged() {
        assertThat(load(7, 10, 2).withheld()).isEqualTo("fewer than 8 whole weeks");
        assertThat(load(WEEKS, 1, 2).withheld()).isEqualTo("fewer than 30 items finished in the window");
    }

    @Test
    void aTeamThatKeepsUpIsNotShownToFallBehind() {
        for (long seed = 1; seed <= 1; seed++) {
            Reading reading = Fold.of(new Capacity()).unmerged(PlantedOrganisations.declared(Plan.of("aligned")
                    .settled(4, 6), Tier.LOGGED, Flaws.NONE, seed, WEEKS).assembly());
            assertThat(reading.lines().stream().filter(line -> line.label().equals("load"))).hasSize(4)
                    .noneMatch(line -> line.estimate() != null && line.estimate().strength() == Strength.SHOWS);
        }
    }

    @Test
    void withoutWholeWeeksNothingIsSaid() {
        for (long seed = 1; seed <= 20; seed++) {
            Reading reading = Fold.of(new Capacity()).unmerged(Organisations.random(seed).assembly());
            if (reading.refusal() != null) {
                assertThat(reading.refusal().sentence()).startsWith("Not enough evidence: ");
                assertThat(reading.lines()).isEmpty();
            }
        }
    }
}
