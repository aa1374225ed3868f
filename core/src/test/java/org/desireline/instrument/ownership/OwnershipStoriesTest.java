package org.desireline.instrument.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.charter.Charter;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.part.Chronicle;
import org.desireline.part.Decree;
import org.desireline.part.Organisation;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;
import org.junit.jupiter.api.Test;

/**
 * Two teams of five, to whom one area each is declared, twelve weeks long, every figure worked out by hand. The window
 * begins on Monday, 5 January 2026.
 */
class OwnershipStoriesTest {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;
    private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final int WEEKS = 12;
    private static final int ITEMS = 20;
    private static final List<String> NORTH = List.of("ada", "bob", "cal", "dee", "eve");
    private static final List<String> SOUTH = List.of("flo", "gil", "hal", "ivy", "jon");
    private static final String BILLING = "ownership/area/billing/";

    private final Chronicle chronicle = new Chronicle();

    private static Decree.Group group(String name, String component) {
        return new Decree.Group(name, List.of(new Decree.Mark(Dimension.COMPONENT, component)));
    }

    private static final Decree DECREE = new Decree(List.of("any"), List.of("north", "south"),
            List.of("billing", "shop"), List.of(), List.of(new Decree.Act("one", START - WEEK,
                    List.of(new Decree.Group("any", List.of(new Decree.Mark(Dimension.PRIORITY, "*")))), List.of(),
                    List.of(group("north", "billing"), group("south", "shop")),
                    Map.of("north", Set.copyOf(NORTH), "south", Set.copyOf(SOUTH)),
                    List.of(group("billing", "billing"), group("shop", "shop")), List.of())));

    private Reading reading(Decree decree) {
        Charter charter = new Charter(WorkWeek.parse("Mon-Fri 09:00-17:00", ZoneOffset.UTC),
                new StatusMap(Map.of("t/ONE", Map.of("Open", Phase.queued, "In Progress", Phase.working, "Done",
                        Phase.done))), List.of(), Set.of("robot"), Set.of(), false);
        long asOf = START + WEEKS * WEEK;
        return Fold.of(new Ownership()).unmerged(new Organisation(0, HOUR, charter,
                Window.parse(WEEKS + "w", START, asOf, ZoneOffset.UTC), asOf, chronicle.events(), decree).assembly());
    }

    private Reading reading() {
        return reading(DECREE);
    }

    private static Line line(Reading reading, String id) {
        return reading.lines().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() ->
                new AssertionError(id + " among " + reading.lines().stream().map(Line::id).toList() + reading.refusal()
                        + reading.flags()));
    }

    private static Estimate estimate(Reading reading, String id) {
        return line(reading, id).estimate();
    }

    private static String item(String component, int number) {
        return "t:d:" + component + "-" + number;
    }

    /** So many items of a component, each of one of these people from the first hour on. */
    private void own(String component, List<String> owners, int items) {
        for (int i = 0; i < items; i++) {
            chronicle.created(item(component, i), START + i * HOUR, "boss", Map.of(Field.COMPONENT, component));
            if (!owners.isEmpty()) {
                chronicle.assigned(item(component, i), START + i * HOUR, "boss", owners.get(i % owners.size()));
            }
        }
    }

    /** In some weeks everybody of a list remarks so often on items of a component. */
    private void touch(String component, List<String> people, int fromWeek, int toWeek, int times) {
        for (int week = fromWeek; week < toWeek; week++) {
            for (int who = 0; who < people.size(); who++) {
                for (int i = 0; i < times; i++) {
                    chronicle.event(item(component, (who + 5 * i) % ITEMS), START + week * WEEK + 2 * DAY
                            + who * HOUR + i * 60_000L, Verb.commented, people.get(who), Map.of());
                }
            }
        }
    }

    private void shop() {
        own("shop", SOUTH, ITEMS);
        touch("shop", SOUTH, 0, WEEKS, 2);
    }

    /** What nobody touches has few touches, and is all the more an orphan. */
    @Test
    void anAreaThatNobodyTouchesIsJudgedByWhatLiesThere() {
        own("billing", NORTH, ITEMS);
        own("shop", SOUTH, ITEMS);
        touch("shop", SOUTH, 0, WEEKS, 5);
        Reading reading = reading();
        assertThat(estimate(reading, BILLING + "silentWeeks").value()).isEqualTo(1);
        assertThat(estimate(reading, BILLING + "silentWeeks").strength()).isEqualTo(Strength.SHOWS);
        assertThat(line(reading, BILLING + "agreement").withheld()).isEqualTo("fewer than 60 touches in the window");
    }

    /** A charter may name teams and not their members: then nobody's silence is theirs. */
    @Test
    void ofATeamThatNobodyIsKnownToBelongToNeitherShareNorSilenceIsTold() {
        own("billing", NORTH, ITEMS);
        own("shop", SOUTH, ITEMS);
        touch("billing", NORTH, 0, 2, 5);
        touch("billing", NORTH, 8, WEEKS, 5);
        touch("shop", SOUTH, 0, WEEKS, 5);
        assertThat(estimate(reading(), BILLING + "silentWeeks").value()).isEqualTo(0.5);
        Decree.Act act = DECREE.acts().getFirst();
        Reading reading = reading(new Decree(DECREE.priorities(), DECREE.teams(), DECREE.areas(), List.of(),
                List.of(new Decree.Act(act.name(), act.from(), act.order(), act.tradeoffs(), act.teams(), Map.of(),
                        act.areas(), List.of()))));
        assertThat(reading.lines()).extracting(Line::label).doesNotContain("silentWeeks", "absent", "contested");
        assertThat(line(reading, BILLING + "agreement").withheld())
                .isEqualTo("no members of the declared team are known");
        assertThat(reading.flags()).anyMatch(flag -> flag.startsWith("of north, south no members are declared"));
    }

    @Test
    void whereTheDeclaredTeamActsNothingIsClaimed() {
        shop();
        own("billing", NORTH, ITEMS);
        touch("billing", NORTH, 0, WEEKS, 3);
        touch("billing", List.of("flo"), 0, WEEKS, 1);
        Reading reading = reading();
        Estimate agreement = estimate(reading, BILLING + "agreement");
        // Five people times three a week, beside one more by somebody of the other team.
        assertThat(agreement.value()).isEqualTo(15.0 / 16, within(1e-12));
        assertThat(agreement.n()).isEqualTo(16 * WEEKS);
        assertThat(agreement.actors()).isEqualTo(6);
        assertThat(line(reading, BILLING + "agreement").of()).endsWith(": north");
        assertThat(estimate(reading, BILLING + "otherTeam").value()).isEqualTo(1.0 / 16, within(1e-12));
        assertThat(estimate(reading, BILLING + "silentWeeks").value()).isZero();
        assertThat(estimate(reading, BILLING + "nobodys").value()).isZero();
        assertThat(estimate(reading, "ownership/area/shop/agreement").value()).isEqualTo(1);
        assertThat(reading.lines()).filteredOn(each -> each.estimate() != null)
                .extracting(each -> each.estimate().strength()).doesNotContain(Strength.SHOWS, Strength.SUGGESTS);
        assertThat(line(reading, BILLING + "overloaded").withheld()).contains("owner activity is invisible for 100 %");
        assertThat(line(reading, BILLING + "concentration").of()).startsWith("5 people or more");
    }

    /** On every working day everybody of a list logs so many hours from nine on, all on the first item they own. */
    private void log(String component, List<String> people, int hours) {
        for (int day = 0; day < 7 * WEEKS; day++) {
            for (int who = 0; who < people.size() && day % 7 < 5; who++) {
                chronicle.logged(item(component, who), START + day * DAY + 9 * HOUR, people.get(who), hours * HOUR);
            }
        }
    }

    @Test
    void ownersAreOverloadedWhoAreAtWorkOnTheSameClassWhileMostOfTheirItemsWait() {
        own("billing", NORTH, ITEMS);
        own("shop", SOUTH, ITEMS);
        log("billing", NORTH, 8);
        log("shop", SOUTH, 2);
        Reading reading = reading();
        // Of four items of each owner one is worked on all day; the three others wait for it.
        Estimate billing = estimate(reading, BILLING + "overloaded");
        assertThat(billing.value()).isEqualTo(1, within(1e-12));
        assertThat(billing.strength()).isEqualTo(Strength.SHOWS);
        // Two hours of eight the three others wait for one, but on the first day, when not all are there from nine on.
        Estimate shop = estimate(reading, "ownership/area/shop/overloaded");
        assertThat(shop.value()).isCloseTo(3 * 2.0 / (3 * 8 + 6), within(0.01));
        assertThat(shop.sensitivityHigh()).isEqualTo(1, within(1e-12));
        assertThat(shop.strength()).isEqualTo(Strength.CANNOT_TELL);
        Line line = line(reading, BILLING + "overloaded");
        assertThat(line.support().cell()).isEqualTo("ledger/area/billing/occupied");
        assertThat(line.support().sums()).contains("ledger/area/billing/occupied");
    }

    @Test
    void anOwnerIsAbsentWhereAnotherTeamDoesTheWork() {
        shop();
        own("billing", SOUTH, ITEMS);
        touch("billing", SOUTH, 0, WEEKS, 4);
        touch("billing", NORTH.subList(0, 2), 0, WEEKS, 1);
        Reading reading = reading();
        assertThat(estimate(reading, BILLING + "agreement").value()).isEqualTo(2.0 / 22, within(1e-12));
        Estimate absent = estimate(reading, BILLING + "absent");
        assertThat(absent.value()).isEqualTo(18.0 / 22, within(1e-12));
        assertThat(absent.strength()).isEqualTo(Strength.SHOWS);
        assertThat(line(reading, BILLING + "absent").of()).contains("by south").contains("north");
        assertThat(estimate(reading, "ownership/area/shop/agreement").value()).isEqualTo(1);
        // A holiday is not an absence: five weeks with touches are too few.
        OwnershipStoriesTest brief = new OwnershipStoriesTest();
        brief.shop();
        brief.own("billing", List.of(), ITEMS);
        brief.touch("billing", SOUTH, 0, 5, 4);
        assertThat(estimate(brief.reading(), BILLING + "absent").strength()).isEqualTo(Strength.CANNOT_TELL);
    }

    @Test
    void aTeamThatFallsSilentWhileItemsWaitLeavesAnOrphan() {
        shop();
        own("billing", NORTH, ITEMS);
        touch("billing", NORTH, 0, 6, 4);
        Reading reading = reading();
        Estimate silent = estimate(reading, BILLING + "silentWeeks");
        assertThat(silent.value()).isEqualTo(0.5, within(1e-12));
        assertThat(silent.strength()).isEqualTo(Strength.SHOWS);
        assertThat(estimate(reading, BILLING + "quietWeeks").value()).isZero();
        assertThat(estimate(reading, "ownership/area/shop/silentWeeks").strength()).isEqualTo(Strength.CANNOT_TELL);
    }

    @Test
    void whereNothingWaitsSilenceIsQuiet() {
        shop();
        own("billing", NORTH, ITEMS);
        touch("billing", NORTH, 0, 6, 4);
        for (int i = 0; i < ITEMS - 2; i++) {
            chronicle.moved(item("billing", i), START + 6 * WEEK - DAY + i * 120_000L, NORTH.get(i % 5), "Done");
        }
        Reading reading = reading();
        assertThat(estimate(reading, BILLING + "silentWeeks").value()).isZero();
        assertThat(estimate(reading, BILLING + "silentWeeks").strength()).isEqualTo(Strength.CANNOT_TELL);
        assertThat(estimate(reading, BILLING + "quietWeeks").value()).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void itemsThatNobodyHasForLongLeaveAnOrphanToo() {
        shop();
        own("billing", List.of(), ITEMS);
        for (int i = 0; i < ITEMS; i++) {
            chronicle.assigned(item("billing", i), START + i * HOUR + 4 * WEEK, "boss", NORTH.get(i % 5));
        }
        touch("billing", NORTH, 0, WEEKS, 2);
        Reading reading = reading();
        assertThat(estimate(reading, BILLING + "ownerlessHours").value()).isEqualTo(4 * 168, within(1e-9));
        assertThat(estimate(reading, BILLING + "ownerlessElsewhere").value()).isZero();
        assertThat(line(reading, BILLING + "ownerlessHours").evidence()).hasSize(ITEMS);
        assertThat(line(reading, BILLING + "ownerlessHours").evidence().get(0).because())
                .startsWith("without an owner for 672 h");
    }

    @Test
    void twoTeamsContestAnAreaWhereItemsGoToAndFro() {
        shop();
        own("billing", NORTH, ITEMS);
        touch("billing", NORTH, 0, WEEKS, 4);
        touch("billing", SOUTH, 0, WEEKS, 4);
        for (int i = 0; i < 4; i++) {
            chronicle.assigned(item("billing", i), START + 3 * WEEK + i * HOUR, "boss", SOUTH.get(i));
            chronicle.assigned(item("billing", i), START + 5 * WEEK + i * HOUR, "boss", NORTH.get(i));
        }
        Reading reading = reading();
        assertThat(estimate(reading, BILLING + "handOvers").value()).isEqualTo(4, within(1e-12));
        assertThat(estimate(reading, BILLING + "contested").value()).isEqualTo(0.5, within(1e-12));
        assertThat(estimate(reading, BILLING + "contested").strength())
                .isIn(Strength.SHOWS, Strength.SUGGESTS);
        // Two teams at one half each: the chance that two touches are of one team is a half, but for their own pairs.
        assertThat(estimate(reading, BILLING + "effectiveTeams").value()).isEqualTo(2, within(1e-12));
        assertThat(estimate(reading, BILLING + "teamConcentration").value())
                .isEqualTo((240.0 * 239 * 2) / (480.0 * 479), within(1e-12));
    }

    @Test
    void whatIsTooLittleIsSaid() {
        shop();
        own("billing", NORTH, 14);
        touch("billing", NORTH, 0, WEEKS, 1);
        Reading reading = reading();
        assertThat(line(reading, BILLING + "agreement").estimate()).isNull();
        assertThat(line(reading, BILLING + "agreement").withheld()).isEqualTo("fewer than 15 items in the window");
        assertThat(reading.lines()).filteredOn(each -> each.about().id().equals("billing")).hasSize(1);
        assertThat(reading.flags()).contains("1 of 2 areas are not judged: of each 15 items, and for who acts 60"
                + " touches, are needed");
        assertThat(reading(Decree.none()).refusal().sentence()).isEqualTo("Not enough evidence: nobody is declared to"
                + " own anything; needs a charter whose teams own areas, or a repository with CODEOWNERS, OWNERS or"
                + " MAINTAINERS.md.");
        own("elsewhere", NORTH, 9);
        assertThat(reading().refusal().reason()).isEqualTo("the area of only 79 % of the items is known");
    }

    @Test
    void bandsOfPeopleRestOnEverybodyWhoActs() {
        shop();
        own("billing", NORTH, ITEMS);
        // 48 touches, and 1, 1, 1 and ten approvals: two people make up four fifths of 61.
        touch("billing", NORTH.subList(0, 1), 0, WEEKS, 4);
        touch("billing", NORTH.subList(1, 4), 0, 1, 1);
        for (int i = 0; i < 10; i++) {
            chronicle.event(item("billing", i), START + 3 * WEEK + i * HOUR, Verb.reviewed, "bob",
                    Map.of(Field.VERDICT, "approved"));
        }
        Reading reading = reading();
        Line band = line(reading, BILLING + "concentration");
        assertThat(band.of()).startsWith("2 to 4 people");
        assertThat(band.estimate().value()).isEqualTo(2);
        assertThat(band.estimate().high()).isEqualTo(4);
        assertThat(band.support().basis()).isEqualTo(Support.Basis.STRUCTURE);
        assertThat(band.support().actors()).as("below five the publisher withholds it").isEqualTo(4);
        assertThat(line(reading, BILLING + "approvers").of()).startsWith("one approver");
        assertThat(line(reading, BILLING + "approvers").support().actors()).isEqualTo(4);
        assertThat(line(reading, BILLING + "agreement").support().largestShare()).isGreaterThan(0.5);
        assertThat(reading.lines()).noneMatch(each -> each.id().startsWith("ownership/area/shop/approvers"));
    }

    @Test
    void whatARepositoryDeclaresIsCountedAmongThoseOfWhomItCanBeTold() {
        own("tsdb", NORTH, ITEMS);
        TreeSet<String> everybody = new TreeSet<>(NORTH);
        everybody.addAll(SOUTH);
        int number = 0;
        for (String who : everybody) {
            for (int i = 0; i < 12; i++) {
                String told = i == 0 ? "unclear" : i == 1 ? "none" : NORTH.contains(who) ? "owner" : "other";
                chronicle.event(item("tsdb", number++ % ITEMS), START + i * WEEK + 2 * DAY + number * HOUR / 10,
                        Verb.committed, who, Map.of(Field.DECLARED, told));
            }
        }
        Reading reading = reading(Decree.none());
        String tsdb = "ownership/component/tsdb/";
        assertThat(estimate(reading, tsdb + "declaredShare").value()).isEqualTo(0.5, within(1e-12));
        assertThat(estimate(reading, tsdb + "declaredShare").n()).isEqualTo(100);
        assertThat(estimate(reading, tsdb + "declaredUnclear").value()).isEqualTo(10.0 / 120, within(1e-12));
        assertThat(estimate(reading, tsdb + "declaredNobody").value()).isEqualTo(10.0 / 120, within(1e-12));
        assertThat(reading.lines()).noneMatch(each -> each.label().equals("agreement"));
        assertThat(reading.flags()).anyMatch(flag -> flag.startsWith("no charter declares"))
                .anyMatch(flag -> flag.startsWith("of 9 % of the commits"));
    }
}
