package org.desireline.instrument.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.desireline.charter.Intent;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Strength;
import org.desireline.part.Assembly;
import org.desireline.part.Organisation;
import org.desireline.part.Organisations;
import org.desireline.part.Part;
import org.desireline.part.PlantedOrganisations;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.Test;

/** What is claimed of planted organisations on fixed seeds, and what is not once data are gone. */
class AttentionClaimsTest {

    private static final int WEEKS = 31;

    private static Organisation planted(long seed) {
        return PlantedOrganisations.of(Plan.of("aligned"), Tier.LOGGED, Flaws.NONE, seed, WEEKS);
    }

    private static Assembly under(Organisation organisation, Map<Integer, Double> shares) {
        return Declared.assembly(organisation, new Intent(
                List.of(Declared.version("one", Long.MIN_VALUE, List.of(0, 1, 2, 3), shares)), Plan.CLASSES, List.of(),
                List.of(), List.of()));
    }

    private static Map<Integer, Double> values(Reading reading, String label) {
        Map<Integer, Double> values = new TreeMap<>();
        for (Line line : reading.lines()) {
            int code = Plan.CLASSES.indexOf(line.about().id());
            if (line.id().startsWith("attention/priority/") && line.label().equals(label) && code >= 0) {
                values.put(code, line.estimate().value());
            }
        }
        return values;
    }

    private static long shown(Reading reading) {
        return reading.lines().stream().filter(line -> line.estimate() != null
                && line.estimate().strength() == Strength.SHOWS).count();
    }

    @Test
    void attentionFollowsWhatComesInWhereTheOrderIsMostlyFollowed() {
        Reading reading = Fold.of(new Attention()).unmerged(under(planted(11), Map.of()));
        Map<Integer, Double> arrivals = values(reading, "arrivals");
        assertThat(arrivals).hasSize(4);
        values(reading, "touches").forEach((code, share) ->
                assertThat(share).as(Plan.CLASSES.get(code)).isEqualTo(arrivals.get(code), within(0.06)));
        assertThat(values(reading, "hours")).hasSize(4);
        assertThat(values(reading, "leadHours").get(0)).as("the most important is done before the least")
                .isLessThan(values(reading, "leadHours").get(3));
        assertThat(values(reading, "reviews").get(0)).isGreaterThan(0.5);
    }

    @Test
    void aShareThatIsFarOffIsShownAndTheTrueOneIsNot() {
        Map<Integer, Double> truth = new TreeMap<>();
        int lives = 6;
        for (long seed = 101; seed < 101 + lives; seed++) {
            values(Fold.of(new Attention()).unmerged(under(planted(seed), Map.of())), "touches")
                    .forEach((code, share) -> truth.merge(code, share / lives, Double::sum));
        }
        int falseReports = 0;
        for (long seed = 1; seed <= 6; seed++) {
            Organisation organisation = planted(seed);
            falseReports += shown(Fold.of(new Attention()).unmerged(under(organisation, truth))) > 0 ? 1 : 0;
            Reading off = Fold.of(new Attention()).unmerged(under(organisation,
                    Map.of(0, truth.get(0) + 0.25, 3, truth.get(3) - 0.2)));
            assertThat(shown(off)).as("seed %d", seed).isEqualTo(2);
        }
        assertThat(falseReports).as("reports with a false claim, of 6").isZero();
    }

    /** Parts are taken away one after another; what was refused once is never measured again, nor claimed. */
    @Test
    void takingDataAwayNeverTurnsARefusalIntoAClaim() {
        for (long seed = 1; seed <= 3; seed++) {
            Assembly assembly = under(planted(seed), Map.of(0, 0.9));
            taken(new Attention(), assembly, new SplittableRandom(seed));
        }
        for (long seed = 0; seed < 40; seed++) {
            taken(new Attention(), Organisations.random(seed).assembly(), new SplittableRandom(seed));
        }
    }

    private static void taken(Attention attention, Assembly assembly, SplittableRandom random) {
        List<Part> parts = new ArrayList<>(Fold.of(attention).parts(assembly));
        boolean refused = false;
        while (!parts.isEmpty()) {
            Reading reading = closed(attention, assembly, parts);
            assertThat(reading.measured() && refused).isFalse();
            refused = !reading.measured();
            assertThat(refused && !reading.lines().isEmpty()).isFalse();
            parts.removeIf(part -> random.nextInt(100) < 35);
        }
        assertThat(closed(attention, assembly, List.of()).measured()).isFalse();
    }

    private static Reading closed(Attention attention, Assembly assembly, List<Part> parts) {
        Attention.Count count = attention.zero(assembly.frame());
        parts.forEach(part -> attention.add(count, part));
        return switch (attention.close(count, assembly.frame(), List.of())) {
            case Instrument.Next.Done<Attention.Count> done -> done.reading();
            case Instrument.Next.Again<Attention.Count> again -> throw new AssertionError("one round is enough");
        };
    }

    /** The same with events taken out of the record, whatever that does to who owns what. */
    @Test
    void anEmptierRecordIsNeverMoreSure() {
        int refused = 0;
        for (long seed = 0; seed < 120; seed++) {
            Organisation whole = Organisations.random(seed);
            SplittableRandom random = new SplittableRandom(seed);
            Organisation some = new Organisation(seed, whole.stepMillis(), whole.charter(), whole.window(),
                    whole.asOfMillis(), whole.events().stream().filter(event -> random.nextInt(3) > 0).toList(),
                    whole.decree());
            Reading full = Fold.of(new Attention()).unmerged(whole.assembly());
            if (!full.measured()) {
                refused++;
                Reading less = Fold.of(new Attention()).unmerged(some.assembly());
                assertThat(less.lines()).extracting(line -> line.estimate().strength()).as("organisation %d", seed)
                        .doesNotContain(Strength.SHOWS, Strength.SUGGESTS);
            }
        }
        assertThat(refused).isGreaterThan(50);
    }
}
