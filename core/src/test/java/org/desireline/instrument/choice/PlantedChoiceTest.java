package org.desireline.instrument.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Trap;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.part.PlantedOrganisations;
import org.desireline.world.planted.Choices;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Pick;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Planted;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What decides in planted worlds is found, on fixed seeds; where importance alone decides, nothing else is claimed. */
class PlantedChoiceTest {

    private static final int WEEKS = 26;
    private static final long SEED = 3;

    private static Reading reading(String plan, long seed) {
        return Fold.of(new ChoiceModel())
                .unmerged(PlantedOrganisations.of(Plan.of(plan), Tier.LOGGED, Flaws.NONE, seed, WEEKS).assembly());
    }

    private static List<Line> shown(Reading reading) {
        return reading.lines().stream().filter(line -> line.estimate() != null
                && line.estimate().strength() == Strength.SHOWS).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void easeThatDecidesExplainsMost(long seed) {
        Reading reading = reading("fast-seeking", seed);
        Estimate fast = Desk.estimate(reading, "firstStart/fast/nats");
        assertThat(reading.lines().stream().filter(line -> line.id().startsWith("choice/firstStart/")
                && line.id().endsWith("/nats") && !line.id().equals("choice/firstStart/fast/nats"))
                .map(Line::estimate)).isNotEmpty().allSatisfy(other -> assertThat(fast.low()).isGreaterThan(
                        other.high()));
        assertThat(Desk.estimate(reading, "firstStart/fastOverImportant").strength()).isEqualTo(Strength.SHOWS);
        assertThat(Desk.estimate(reading, "firstStart/size/effect").strength()).isEqualTo(Strength.SHOWS);
    }

    /** The truth is of the very choices that were made; what people have in common is estimated of them. */
    @ParameterizedTest
    @CsvSource({"fast-seeking, 1", "aligned, 1", "inverted, 1"})
    void theEffectsThatWerePlantedLieInTheirIntervals(String plan, long seed) {
        Planted planted = Planted.live(Plan.of(plan), seed, WEEKS);
        Choices truth = planted.choices(planted.span());
        Reading reading = reading(plan, seed);
        Estimate important = Desk.estimate(reading, "firstStart/priority/effect");
        assertThat(truth.importanceEffect(Pick.Kind.FIRST_START)).isBetween(important.low(), important.high());
        Estimate ease = Desk.estimate(reading, "firstStart/size/effect");
        assertThat(truth.easeEffect(Pick.Kind.FIRST_START)).isBetween(ease.low(), ease.high());
    }

    @ParameterizedTest
    @CsvSource({"aligned, 1", "aligned, 2", "displaced, 3"})
    void whereImportanceAloneDecidesNothingElseIsClaimed(String plan, long seed) {
        assertThat(shown(reading(plan, seed))).isNotEmpty().allSatisfy(line -> {
            boolean ofImportance = line.id().contains("/priority/") || line.id().contains("/important/");
            boolean behind = line.id().endsWith("/fastOverImportant") && line.estimate() != null
                    && line.estimate().high() < 0;
            assertThat(ofImportance || behind).as(line.id()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"push, PUSH", "late-labels, LATE_LABELS", "hidden-block, HIDDEN_OBSTACLES"})
    void whereATrapWasSetItIsMetAndNothingIsShown(String plan, Trap trap) {
        Reading reading = reading(plan, SEED);
        assertThat(Trap.met(reading)).contains(trap);
        assertThat(shown(reading).stream().map(Line::id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"aligned, 1", "fast-seeking, 1", "inverted, 1"})
    void noTrapIsMetWhereNoneWasSet(String plan, long seed) {
        assertThat(Trap.met(reading(plan, seed))).isEmpty();
    }
}
