package org.desireline.instrument.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Strength;
import org.desireline.number.Student;
import org.desireline.number.Unit;
import org.desireline.part.Assembly;
import org.desireline.part.Part;
import org.desireline.part.PlantedOrganisations;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.Test;

/** Overloaded owners: what is claimed of what a ledger might have said. */
class LoadsTest {

    private static final Assembly ASSEMBLY = PlantedOrganisations.declared(Plan.of("orphan-area"), Tier.LOGGED,
            Flaws.NONE, 1, 6).assembly();
    private static final List<String> AREAS = ASSEMBLY.frame().classes().names(Dimension.AREA).subList(0,
            ASSEMBLY.frame().classes().named(Dimension.AREA));

    private static Reading closed(Reading ledger) {
        Ownership ownership = new Ownership();
        List<Part> parts = new ArrayList<>(Fold.of(ownership).parts(ASSEMBLY));
        Ownership.Count count = ownership.zero(ASSEMBLY.frame());
        parts.forEach(part -> ownership.add(count, part));
        return switch (ownership.close(count, ASSEMBLY.frame(), List.of(ledger))) {
            case Instrument.Next.Done<Ownership.Count> done -> done.reading();
            case Instrument.Next.Again<Ownership.Count> again -> throw new AssertionError("one round is enough");
        };
    }

    /** What a ledger says of some areas; of the others it says nothing. */
    private static Reading ledger(Map<String, Line> lines) {
        return new Reading("ledger", null, 1, 1, Map.of(), List.of(), List.copyOf(lines.values()), List.of());
    }

    private static void say(Map<String, Line> lines, String area, double value, double half, double least) {
        String cell = "ledger/area/" + Line.idPart(area) + "/occupied";
        lines.put(area, new Line(cell + "/waitingShare", new Line.About("area", area), "occupied waitingShare",
                "window", new Estimate(value, Math.max(0, value - half), Math.min(1, value + half), Unit.SHARE, 40, 6,
                        Grade.OBSERVED, least, 1, Strength.EXACT), "waiting hours on calendar",
                new Support(Support.Basis.ACTIVITY, 40, 6, 0.3, cell, List.of("table")), null, List.of()));
    }

    private static Line overloaded(Reading reading, String area) {
        return reading.lines().stream().filter(line -> line.id().equals("ownership/area/" + Line.idPart(area)
                + "/overloaded")).findFirst().orElseThrow();
    }

    private static Strength claim(Reading reading, String area) {
        return overloaded(reading, area).estimate().strength();
    }

    /** An interval of 10 points and a share of 80 % leave no doubt, however many areas there are; 60 % leave some. */
    @Test
    void aClaimLiesAboveAHalfInItsIntervalItsRangeAndOverAllAreas() {
        Map<String, Line> lines = new HashMap<>();
        say(lines, AREAS.get(0), 0.8, 0.1, 0.8);
        say(lines, AREAS.get(1), 0.8, 0.1, 0.45);
        say(lines, AREAS.get(2), 0.62, 0.11, 0.62);
        say(lines, AREAS.get(3), 0.62, 0.13, 0.62);
        say(lines, AREAS.get(4), 0.3, 0.1, 0.3);
        Reading reading = closed(ledger(lines));
        assertThat(claim(reading, AREAS.get(0))).isEqualTo(Strength.SHOWS);
        assertThat(claim(reading, AREAS.get(1))).as("another reading of the data").isEqualTo(Strength.SUGGESTS);
        assertThat(claim(reading, AREAS.get(2))).as("not over all areas").isEqualTo(Strength.SUGGESTS);
        assertThat(claim(reading, AREAS.get(3))).isEqualTo(Strength.CANNOT_TELL);
        assertThat(claim(reading, AREAS.get(4))).isEqualTo(Strength.CANNOT_TELL);
        assertThat(overloaded(reading, AREAS.get(5)).withheld()).startsWith("no hour is on record");
        // By hand: 2.776 standard errors of t with four degrees of freedom make 10 points, 30 points are 8.3 of them.
        assertThat(1 - Student.below(0.3 / (0.1 / 2.7764451), 4)).isCloseTo(0.00057, within(1e-5));
    }

    /** What the least degrees of freedom give is never smaller than what more of them would. */
    @Test
    void fewDegreesOfFreedomAreTheCautiousGuess() {
        for (double half = 0.05; half < 0.3; half += 0.05) {
            double four = 1 - Student.below(0.3 / (half / Student.reach(4)), 4);
            for (double more = 5; more < 200; more *= 2) {
                assertThat(four).isGreaterThanOrEqualTo(1 - Student.below(0.3 / (half / Student.reach(more)), more)
                        - 1e-12);
            }
        }
    }

    @Test
    void whatTheLedgerCannotTellIsNotClaimed() {
        Reading.Refusal refusal = new Reading.Refusal("owner activity is invisible", "work logs");
        Reading refused = closed(new Reading("ledger", refusal, 0, 0, Map.of(), List.of(), List.of(), List.of()));
        assertThat(overloaded(refused, AREAS.get(0)).withheld()).isEqualTo(refusal.sentence());
        Map<String, Line> lines = new HashMap<>();
        say(lines, AREAS.get(0), 0.9, 0.05, 0.9);
        lines.replaceAll((area, line) -> line.withhold(refusal.sentence()));
        assertThat(overloaded(closed(ledger(lines)), AREAS.get(0)).withheld()).isEqualTo(refusal.sentence());
    }
}
