package org.desireline.instrument.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Charter;
import org.desireline.charter.Intent;
import org.desireline.charter.Membership;
import org.desireline.charter.Sides;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Strength;
import org.desireline.part.Assembler;
import org.desireline.part.Assembly;
import org.desireline.part.Beside;
import org.desireline.part.Organisation;
import org.desireline.part.Organisations;
import org.junit.jupiter.api.Test;

/** What charters say otherwise, beside counts made by hand from random charters. */
class AccordTest {

    private static Reading reading(long seed, Sides sides) {
        Organisation organisation = Organisations.random(seed);
        Charter charter = organisation.charter();
        Intent intent = new Intent(sides.all().isEmpty() ? List.of() : List.of(sides.all().getFirst().version()),
                sides.priorities(), sides.teams(), sides.areas(), sides.pressures()).with(sides);
        Assembly assembly = Assembler.assemble(organisation.journal(), new Charter(charter.week(), charter.statuses(),
                charter.priorities(), charter.bots(), charter.containerTypes(), charter.assumed(), intent,
                charter.timedScopes()), Membership.none(), organisation.window(), organisation.asOfMillis());
        return Fold.of(new Accord()).unmerged(assembly);
    }

    private static Line line(Reading reading, String id) {
        return reading.lines().stream().filter(line -> line.id().equals("intent/" + id)).findFirst().orElseThrow();
    }

    private static String count(Reading reading, String id) {
        Line line = line(reading, id);
        assertThat(line.estimate().strength()).isEqualTo(Strength.EXACT);
        return (long) line.estimate().value() + " of " + line.estimate().n();
    }

    @Test
    void everyCountIsThatMadeByHand() {
        for (long seed = 1; seed <= 60; seed++) {
            Sides sides = Beside.random(seed);
            Reading reading = reading(seed, sides);
            Sides.Side organisation = sides.all().getFirst();
            for (Sides.Side own : sides.own()) {
                String team = "team/" + sides.teams().get(own.team()) + "/";
                List<Integer> theirs = own.version().order();
                Set<Integer> both = new TreeSet<>(theirs);
                both.retainAll(organisation.version().order());
                long reversed = 0;
                for (int one : both) {
                    for (int other : both) {
                        reversed += organisation.rank(one) < organisation.rank(other)
                                && own.rank(one) > own.rank(other) ? 1 : 0;
                    }
                }
                int pairs = both.size() * (both.size() - 1) / 2;
                assertThat(count(reading, team + "orders/reversed")).as("seed %d", seed)
                        .isEqualTo(reversed + " of " + pairs);
                int named = organisation.version().order().size();
                assertThat(count(reading, team + "priorities/absent"))
                        .isEqualTo(named - both.size() + " of " + named);
                assertThat(count(reading, team + "priorities/own"))
                        .isEqualTo(theirs.size() - both.size() + " of " + theirs.size());
                assertThat(line(reading, team + "orders/reversed").evidence()).hasSize((int) reversed)
                        .allMatch(each -> each.events().size() == 4
                                && each.events().getFirst().startsWith("charter.yaml:")
                                && each.events().getLast().startsWith("teams/"));
            }
            TreeMap<Integer, Set<Integer>> claimed = new TreeMap<>();
            sides.all().forEach(side -> side.claims().forEach(claim -> claimed.computeIfAbsent(claim.area(),
                    none -> new HashSet<>()).add(claim.team())));
            if (claimed.isEmpty()) {
                assertThat(line(reading, "all/all/areas/claimedTwice").withheld()).isEqualTo(
                        "Not enough evidence: no team claims an area; needs 'owns' of a team.");
            } else {
                assertThat(count(reading, "all/all/areas/claimedTwice")).as("seed %d", seed).isEqualTo(
                        claimed.values().stream().filter(teams -> teams.size() > 1).count() + " of " + claimed.size());
            }
        }
    }

    @Test
    void withoutACharterOfATeamTheAreasStandAlone() {
        Sides all = Beside.random(3);
        Sides alone = new Sides(all.priorities(), all.teams(), all.areas(), all.pressures(), all.undated(),
                all.all().subList(0, 1));
        Reading reading = reading(1, alone);
        assertThat(line(reading, "all/all/orders/reversed").withheld()).isEqualTo(
                "Not enough evidence: no team has a charter of its own; needs teams/NAME.yaml.");
        assertThat(reading.lines()).extracting(Line::id).contains("intent/all/all/areas/claimedTwice")
                .noneMatch(id -> id.startsWith("intent/team/"));
    }

    @Test
    void withoutAnyCharterThereIsNothingToSay() {
        assertThat(reading(1, Sides.none()).refusal().sentence())
                .isEqualTo("Not enough evidence: no charter is in force; needs one: desireline init.");
    }
}
