package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.desireline.instrument.contest.Contest;
import org.desireline.instrument.ledger.Ledger;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.part.Assembly;
import org.desireline.part.PlantedOrganisations;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each trap leaves its mark where it was set, and none where it was not; where one is met, nothing is shown. */
class TrapTest {

    private static final int WEEKS = 20;
    private static final long SEED = 3;

    @ParameterizedTest
    @CsvSource({
        "push, LOGGED, PUSH", "late-labels, LOGGED, LATE_LABELS", "hidden-block, LOGGED, HIDDEN_OBSTACLES",
        "trace-density, TRACED, TRACE_DENSITY"
    })
    void aTrapIsMetWhereItWasSet(String plan, Tier tier, Trap trap) {
        List<Reading> readings = readings(plan, tier);
        assertThat(met(readings)).contains(trap);
        assertThat(readings.stream().flatMap(reading -> reading.lines().stream())
                .filter(line -> (line.id().startsWith("contest/priority/pullIndex") && trap != Trap.TRACE_DENSITY)
                        || line.id().endsWith("displacement/ratio"))
                .map(Line::estimate).filter(estimate -> estimate != null).map(Estimate::strength))
                .isNotEmpty().doesNotContain(Strength.SHOWS);
    }

    @ParameterizedTest
    @CsvSource({"aligned, LOGGED", "displaced, TRACED", "inverted, LOGGED"})
    void noTrapIsMetWhereNoneWasSet(String plan, Tier tier) {
        List<Reading> readings = readings(plan, tier);
        assertThat(met(readings)).isEmpty();
        assertThat(readings.stream().flatMap(reading -> reading.lines().stream())
                .filter(line -> line.id().equals("contest/priority/pullIndex"))).hasSize(1);
    }

    private static List<Trap> met(List<Reading> readings) {
        return readings.stream().flatMap(reading -> Trap.met(reading).stream()).toList();
    }

    private static List<Reading> readings(String plan, Tier tier) {
        Assembly assembly = PlantedOrganisations.of(Plan.of(plan), tier, Flaws.NONE, SEED, WEEKS).assembly();
        List<Reading> readings = new ArrayList<>();
        Contest contest = new Contest();
        Contest.Score score = contest.zero(assembly.frame());
        assembly.choices(0, 1, choice -> contest.add(score, choice));
        readings.add(done(contest.close(score, assembly.frame(), List.of())));
        Ledger ledger = new Ledger();
        Ledger.Book book = ledger.zero(assembly.frame());
        assembly.traces(0, 1, trace -> ledger.add(book, trace));
        readings.add(done(ledger.close(book, assembly.frame(), readings)));
        return readings;
    }

    private static Reading done(Instrument.Next<?> next) {
        return switch (next) {
            case Instrument.Next.Done<?> done -> done.reading();
            case Instrument.Next.Again<?> again -> throw new AssertionError("It goes round again: " + again);
        };
    }
}
