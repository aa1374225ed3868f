package org.desireline.instrument.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
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
class OwnershipClaimsTest {

    private static final int SEEDS = 5;
    private static final int QUARTER = 13;
    private static final int SOON = 6;
    private static final int AREAS = 12;
    private static final String ORPHAN = "Lime";

    private static Organisation planted(String plan, long seed, int weeks) {
        return PlantedOrganisations.declared(Plan.of(plan), Tier.LOGGED, Flaws.NONE, seed, weeks);
    }

    /** The areas of which something is shown, by what it is. */
    private static Set<String> shown(Reading reading, String... labels) {
        TreeSet<String> areas = new TreeSet<>();
        for (Line line : reading.lines()) {
            if (List.of(labels).contains(line.label()) && line.estimate() != null
                    && line.estimate().strength() == Strength.SHOWS) {
                areas.add(line.about().id());
            }
        }
        return areas;
    }

    @Test
    void anOrphanedAreaIsFoundWithinSixWeeks() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Reading reading = Fold.of(new Ownership()).unmerged(planted("orphan-area", seed, SOON).assembly());
            assertThat(shown(reading, "orphanHours", "silentWeeks")).as("seed %d", seed).containsExactly(ORPHAN);
        }
    }

    @Test
    void nothingIsClaimedWhereAllIsAsDeclared() {
        long areas = 0;
        int claims = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Reading reading = Fold.of(new Ownership()).unmerged(planted("aligned", seed, QUARTER).assembly());
            assertThat(reading.measured()).as("seed %d", seed).isTrue();
            areas += reading.lines().stream().filter(line -> line.label().equals("agreement")
                    && line.estimate() != null && line.estimate().value() == 1).count();
            claims += shown(reading, "orphanHours", "silentWeeks", "absent", "contested").size();
        }
        assertThat(areas).as("areas that are judged and worked on by their owners").isEqualTo((long) AREAS * SEEDS);
        assertThat((long) claims).as("false claims, of %d areas", areas).isLessThanOrEqualTo(areas / 50);
    }

    @Test
    void anAreaThatItsTeamCeasedToCareForIsFoundByTheSilence() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Reading reading = Fold.of(new Ownership()).unmerged(planted("deserted-area", seed, QUARTER).assembly());
            assertThat(shown(reading, "silentWeeks")).as("seed %d", seed).containsExactly(ORPHAN);
        }
    }

    /** Parts are taken away one after another; what was refused once is never measured again, nor claimed. */
    @Test
    void takingDataAwayNeverTurnsARefusalIntoAClaim() {
        int refused = 0;
        for (long seed = 1; seed <= 2; seed++) {
            refused += taken(planted("orphan-area", seed, SOON).assembly(), new SplittableRandom(seed));
        }
        for (long seed = 0; seed < 40; seed++) {
            refused += taken(Organisations.random(seed).assembly(), new SplittableRandom(seed));
        }
        assertThat(refused).as("refusals met").isGreaterThan(40);
    }

    private static int taken(Assembly assembly, SplittableRandom random) {
        Ownership ownership = new Ownership();
        List<Part> parts = new ArrayList<>(Fold.of(ownership).parts(assembly));
        TreeSet<String> lacking = new TreeSet<>();
        int refusals = 0;
        while (!parts.isEmpty()) {
            Reading reading = closed(ownership, assembly, parts);
            // How much is known of areas is a share, and a share may grow as data go.
            if (refusals > 0 && reading.measured()) {
                assertThat(lacking).as("only a share can be met again").contains("a share");
            }
            if (!reading.measured()) {
                refusals++;
                assertThat(reading.lines()).isEmpty();
                lacking.add(reading.refusal().reason().contains("is known") ? "a share" : "an amount");
            }
            for (Line line : reading.lines()) {
                if (line.label().equals("overloaded")) {
                    assertThat(line.withheld()).as("no ledger was read").isEqualTo("the ledger was not read");
                } else if (line.withheld() != null) {
                    lacking.add(line.id());
                } else {
                    assertThat(lacking).doesNotContain(line.id());
                }
            }
            parts.removeIf(part -> random.nextInt(100) < 35);
        }
        Reading nothing = closed(ownership, assembly, List.of());
        assertThat(nothing.measured()).isFalse();
        return refusals;
    }

    private static Reading closed(Ownership ownership, Assembly assembly, List<Part> parts) {
        Ownership.Count count = ownership.zero(assembly.frame());
        parts.forEach(part -> ownership.add(count, part));
        return switch (ownership.close(count, assembly.frame(), List.of())) {
            case Instrument.Next.Done<Ownership.Count> done -> done.reading();
            case Instrument.Next.Again<Ownership.Count> again -> throw new AssertionError("one round is enough");
        };
    }
}
