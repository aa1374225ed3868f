package org.desireline.bench.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.desireline.number.Estimate;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact facts of a few seeds; how often they hold is for {@link Rates} to measure. */
class RatesTest {

    private static Setting logged(String plan) {
        return setting(plan, Tier.LOGGED, Flaws.NONE);
    }

    private static Setting setting(String plan, Tier tier, Flaws flaws) {
        return Setting.all().stream().filter(one -> one.plan().name().equals(plan) && one.tier() == tier
                && one.flaws().equals(flaws)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"obedient", "displaced", "inverted", "orphan-area", "review-bottleneck"})
    void whatIsLoggedIsBookedAsItWasLived(String plan) {
        Outcome outcome = Trial.run(logged(plan), 3, Bias.NONE);
        for (Quantity quantity : List.of(Quantity.D, Quantity.WORKED, Quantity.UNOWNED, Quantity.REVIEW,
                Quantity.BLOCKED)) {
            Told told = outcome.told(quantity);
            Estimate estimate = told.estimate();
            if (quantity.equals(Quantity.D) && plan.equals("obedient")) {
                // Nothing was displaced: D is nought, or rests on too few owners to be told.
                assertThat(told.isAbove(0.001)).isFalse();
                continue;
            }
            assertThat(estimate).as("%s of %s", quantity.label(), plan).isNotNull();
            assertThat(estimate.value()).as("%s of %s", quantity.label(), plan).isCloseTo(told.truth(), within(0.01));
        }
        assertThat(outcome.sentence().kind()).isIn(plan.equals("obedient") ? List.of("clear")
                : Marks.PLANTED.getOrDefault(plan, List.of()));
    }

    @Test
    void ofATenthNothingIsClaimed() {
        Outcome outcome = Trial.run(setting("displaced", Tier.LOGGED, Flaws.STARVED), 3, Bias.NONE);
        assertThat(outcome.told(Quantity.D).isReleased()).isFalse();
        assertThat(outcome.sentence().kind()).isNotIn(Marks.CLAIMS);
    }

    @Test
    void theEndsAloneTellNothingOfStarts() {
        Outcome outcome = Trial.run(setting("displaced", Tier.ENDS, Flaws.NONE), 3, Bias.NONE);
        assertThat(outcome.told(Quantity.D).isReleased()).isFalse();
        assertThat(outcome.told(Quantity.PULL).isReleased()).isFalse();
        assertThat(outcome.told(Quantity.UNOWNED).isReleased()).isTrue();
    }

    @Test
    void aBiasedEstimatorFailsTheMarksThatAnHonestOnePasses() throws InterruptedException, ExecutionException {
        Score honest = Rates.measure(logged("displaced"), 4, Bias.NONE);
        Score biased = Rates.measure(logged("displaced"), 4, Bias.TENTH_ABOVE);
        assertThat(Marks.of(honest)).allMatch(Mark::passes);
        List<String> failed = Marks.of(biased).stream().filter(mark -> !mark.passes()).map(Mark::what).toList();
        assertThat(failed).contains("D off by", "nobody off by", "reviewer off by", "work of elapsed off by");
    }

    @Test
    void whatGoesQuietIsFoundAndAWrongSearchFails() throws InterruptedException, ExecutionException {
        Setting quiet = logged("quiet");
        Score honest = Rates.measure(quiet, 2, Bias.NONE);
        assertThat(Marks.of(honest)).hasSize(3).allMatch(Mark::passes);
        assertThat(Marks.of(Rates.measure(quiet, 1, Bias.TENTH_ABOVE))).filteredOn(mark -> !mark.passes())
                .extracting(Mark::what).containsExactly("other promises said to have gone quiet");
        assertThat(Marks.of(Rates.measure(quiet, 1, Bias.HALF_DEAF))).filteredOn(mark -> !mark.passes())
                .extracting(Mark::what).containsExactly("promises gone quiet that are found");
    }

    @Test
    void aDesertedAreaIsFoundAndNoOther() {
        Setting quarter = Setting.all().stream().filter(one -> one.plan().name().equals("deserted-area"))
                .findFirst().orElseThrow();
        Sought sought = Trial.run(quarter, 2, Bias.NONE).sought(Sought.Kind.SILENT);
        assertThat(sought).isEqualTo(new Sought(1, 1, 11, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"overload", "orphans, then overload"})
    void theStructureThatIsMissingIsNamedFirst(String plan) {
        Setting setting = Structures.settings().stream().filter(one -> one.plan().name().equals(plan)
                && one.tier() == Tier.LOGGED).findFirst().orElseThrow();
        Outcome outcome = Trial.run(setting, 1, Bias.NONE);
        Score score = new Score(setting, List.of(outcome));
        assertThat(Structures.of(score)).as("%s: %s", plan, outcome.findings()).isNotEmpty().allMatch(Mark::passes);
    }

    @Test
    void whereNothingIsMissingTheMarksOfWhatIsMissingFail() {
        Outcome aligned = Trial.run(logged("aligned"), 1, Bias.NONE);
        for (Setting setting : Structures.settings()) {
            Score score = new Score(setting, Collections.nCopies(20, aligned));
            assertThat(Structures.of(score)).as(setting.name()).hasSize(1)
                    .allMatch(mark -> mark.passes() == Structures.isSound(setting.plan()));
        }
    }

    @Test
    void aMarkPassesInsideTheIntervalOrOnItsGoodSide() {
        assertThat(Mark.atLeast("s", "w", 180, 200, 0.92).passes()).isTrue();
        assertThat(Mark.atLeast("s", "w", 170, 200, 0.92).passes()).isFalse();
        assertThat(Mark.atMost("s", "w", 12, 200, 0.05).passes()).isTrue();
        assertThat(Mark.atMost("s", "w", 20, 200, 0.05).passes()).isFalse();
        assertThat(Mark.atMost("s", "w", 0, 200, 0).passes()).isTrue();
        assertThat(Mark.atMost("s", "w", 5, 200, 0).passes()).isFalse();
    }
}
