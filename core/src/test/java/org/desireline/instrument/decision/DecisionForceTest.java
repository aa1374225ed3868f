package org.desireline.instrument.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.desireline.charter.Charter;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.desireline.number.Estimate;
import org.desireline.part.Assembly;
import org.desireline.part.Boards;
import org.desireline.part.Chronicle;
import org.desireline.part.Decision;
import org.desireline.part.Decree;
import org.desireline.part.Organisation;
import org.desireline.publish.Publisher;
import org.desireline.publish.Sample;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;
import org.junit.jupiter.api.Test;

/** Twenty releases that came up for decision, every figure worked out by hand. Day 0 is Monday, 5 January 2026. */
class DecisionForceTest {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final String ALL = "decision/all/all/";
    private static final String RELEASE = "decision/right/release/";
    private static final List<String> DECLARED = List.of("ada", "bob", "cal");
    private static final List<String> DECIDERS = List.of("ada", "bob", "cal", "flo", "gil");

    private final Chronicle chronicle = new Chronicle();

    private static long at(double day) {
        return START + Math.round(day * DAY);
    }

    private static Decree.Act act(String name, double day, List<Decree.Permit> permits) {
        return new Decree.Act(name, at(day), List.of(new Decree.Group("any", List.of(new Decree.Mark(
                Dimension.PRIORITY, "*")))), List.of(), List.of(), Map.of(), List.of(), List.of()).with(permits);
    }

    private static Decree.Permit release(List<String> deciders) {
        return new Decree.Permit("release", Set.copyOf(deciders), List.of(new Decree.Mark(Dimension.TYPE, "Release")));
    }

    private Organisation organisation(double asOf, Decree.Act... acts) {
        Charter charter = new Charter(WorkWeek.parse("Mon-Fri 09:00-17:00", ZoneOffset.UTC),
                new StatusMap(Map.of("t/ONE", Map.of("Open", Phase.queued, "Needs Decision", Phase.decision, "Done",
                        Phase.done))), List.of(), Set.of("robot"), Set.of(), false);
        return new Organisation(0, HOUR, charter, Window.parse("all", START, at(asOf), ZoneOffset.UTC), at(asOf),
                chronicle.events(), new Decree(List.of("any"), List.of(), List.of(), List.of(), List.of(acts)));
    }

    private Reading reading(double asOf, Decree.Act... acts) {
        return Fold.of(new DecisionForce()).unmerged(organisation(asOf, acts).assembly());
    }

    private static Line line(Reading reading, String id) {
        return reading.lines().stream().filter(line -> line.id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + reading.lines().stream().map(Line::id)
                        .toList() + " " + reading.flags() + " " + reading.refusal()));
    }

    private static Estimate estimate(Reading reading, String id) {
        Estimate estimate = line(reading, id).estimate();
        assertThat(estimate).as(id).isNotNull();
        return estimate;
    }

    private static String item(int number) {
        return "t:d:r" + (char) ('a' + number);
    }

    private void comes(int number, double day, String who) {
        chronicle.moved(item(number), at(day), who, "Needs Decision");
    }

    private void goes(int number, double day, String who) {
        chronicle.moved(item(number), at(day), who, "Done");
    }

    /** Each comes up on day 1; the first is decided a day later, the second after two days, the last after twenty. */
    private void twenty(List<String> deciders) {
        for (int i = 0; i < 20; i++) {
            chronicle.created(item(i), at(0), "boss", i < 14 ? Map.of(Field.TYPE, "Release")
                    : Map.of(Field.TYPE, "Release", Field.DUE, "2026-01-09"));
            String decider = deciders.get(i % deciders.size());
            comes(i, 1, i == 5 ? decider : "boss");
            goes(i, 2 + i, decider);
        }
        // Five people in all leave a trace on one of them while it waits.
        for (String who : List.of("x", "y", "z")) {
            chronicle.event(item(3), at(2), Verb.commented, who, Map.of());
        }
        for (int i = 6; i < 11; i++) {
            chronicle.logged(item(i), at(3), "dev", HOUR);
        }
        // Work that is recorded with the decision does not come before it, nor does a program's.
        chronicle.logged(item(11), at(13), "dev", HOUR);
        chronicle.event(item(11), at(3), Verb.committed, "robot", Map.of());
        for (int i = 12; i < 14; i++) {
            chronicle.assigned(item(i), at(0.5), "boss", "x");
            chronicle.assigned(item(i), at(4), "boss", "y");
        }
    }

    /** The first two come up again and are decided again two days later. */
    private void again() {
        for (int i = 0; i < 2; i++) {
            comes(i, 12 + i, "boss");
            goes(i, 14 + i, DECIDERS.get(i));
        }
    }

    @Test
    void whatBecameOfTwentyReleasesIsWorkedOutByHand() {
        twenty(DECIDERS);
        again();
        Reading reading = reading(200, act("one", 0, List.of(release(DECLARED))));
        assertThat(estimate(reading, ALL + "cameUp").value()).isEqualTo(22);
        assertThat(estimate(reading, ALL + "open").value()).isZero();
        // Four each by five people, three of them declared; the two that came back by two of these.
        assertThat(estimate(reading, RELEASE + "declaredShare").value()).isCloseTo(14 / 22.0, within(1e-12));
        assertThat(line(reading, RELEASE + "declaredShare").support().actors()).isEqualTo(5);
        assertThat(line(reading, RELEASE + "declaredShare").support().largestShare()).isCloseTo(5 / 22.0,
                within(1e-12));
        assertThat(line(reading, RELEASE + "declaredShare").evidence()).hasSize(8).first()
                .satisfies(each -> assertThat(each.because()).contains("20.0 d", "not declared to decide"));
        // Times are 1, 2 thrice, 3 to 20: after 9 days 11 of 22 are left, and so until 10.
        assertThat(estimate(reading, ALL + "elapsed").value()).isCloseTo(9.5, within(1e-9));
        // After 17 days 3 of 22 are left, less than 15 %; after 16 days 4.
        assertThat(reading.lines()).filteredOn(line -> line.id().equals(ALL + "elapsed85")).allSatisfy(line ->
                assertThat(line.estimate().value()).isEqualTo(17));
        assertThat(estimate(reading, ALL + "onePerson").value()).isCloseTo(1 / 22.0, within(1e-12));
        assertThat(estimate(reading, ALL + "twoToFour").value()).isCloseTo(20 / 22.0, within(1e-12));
        assertThat(estimate(reading, ALL + "fiveOrMore").value()).isCloseTo(1 / 22.0, within(1e-12));
        assertThat(estimate(reading, ALL + "handedOver").value()).isCloseTo(2 / 22.0, within(1e-12));
        assertThat(estimate(reading, ALL + "elsewhere").value()).isCloseTo(5 / 22.0, within(1e-12));
        assertThat(estimate(reading, ALL + "cameBack").value()).isCloseTo(2 / 22.0, within(1e-12));
        assertThat(estimate(reading, ALL + "decidedAgain").value()).isCloseTo(2 / 22.0, within(1e-12));
        assertThat(estimate(reading, "decision/time/short/cameUp").value()).isEqualTo(6);
        assertThat(estimate(reading, "decision/time/unknown/cameUp").value()).isEqualTo(16);
        assertThat(reading.lines()).noneMatch(line -> line.id().startsWith("decision/time/short/elapsed"));
    }

    @Test
    void whoMayDecideIsAskedOfTheCharterInForceThen() {
        twenty(DECIDERS);
        // From day 11.5 on ada and bob may no longer: what is decided on days 12 and 17, 13 and 18 is not theirs then.
        Reading reading = reading(200, act("one", 0, List.of(release(DECLARED))),
                act("two", 11.5, List.of(release(List.of("cal", "flo", "gil")))));
        // Before: items 0 to 9 by ada, bob, cal twice each; from then on: items 10 to 19 by cal, flo, gil twice each.
        assertThat(estimate(reading, RELEASE + "declaredShare").value()).isCloseTo(12 / 20.0, within(1e-12));
    }

    @Test
    void whatIsStillOpenCountsForHowLongItHasBeen() {
        twenty(DECIDERS);
        Reading reading = reading(18.5, act("one", 0, List.of(release(DECLARED))));
        assertThat(estimate(reading, ALL + "cameUp").value()).isEqualTo(20);
        assertThat(estimate(reading, ALL + "open").value()).isEqualTo(3);
        assertThat(estimate(reading, ALL + "elapsed").value()).isCloseTo(10.5, within(1e-9));
        assertThat(reading.lines()).noneMatch(line -> line.label().equals("cameBack"));
        assertThat(reading.flags()).anyMatch(flag -> flag.startsWith("decided again: Not enough evidence: only 0"));
        assertThat(line(reading, ALL + "elapsed").evidence()).first()
                .satisfies(each -> assertThat(each.because()).isEqualTo("came up; open for 17.5 d"));
    }

    @Test
    void rightsThatAreNeverTestedSaySo() {
        twenty(DECIDERS);
        List<Decree.Permit> permits = List.of(release(DECLARED),
                new Decree.Permit("scope", Set.of("ada"), List.of()),
                new Decree.Permit("budget", Set.of("ada"), List.of(new Decree.Mark(Dimension.TYPE, "Budget"))));
        assertThat(reading(200, act("one", 0, permits)).flags()).filteredOn(flag -> flag.startsWith("the right"))
                .containsExactly(
                "the right scope was never tested: it does not say which items need it (where)",
                "the right budget was never tested: no decision that falls under it came up in the window");
        // Nothing came up at all, and it is said all the same.
        Reading empty = new DecisionForceTest().reading(200, act("one", 0, permits));
        assertThat(empty.refusal()).isNotNull();
        assertThat(empty.refusal().reason()).isEqualTo("nothing on record came up for decision");
        assertThat(empty.flags()).hasSize(3);
    }

    @Test
    void ofFewDecidersNothingIsShown() {
        twenty(DECIDERS);
        Reading two = reading(200, act("one", 0, List.of(release(List.of("ada", "bob")))));
        assertThat(line(two, RELEASE + "declaredShare").withheld()).startsWith("fewer than 3 declared deciders");
        DecisionForceTest one = new DecisionForceTest();
        one.twenty(List.of("ada", "ada", "ada", "ada", "ada", "ada", "bob", "cal", "flo", "gil"));
        Reading most = one.reading(200, act("one", 0, List.of(release(DECLARED))));
        assertThat(estimate(most, RELEASE + "declaredShare").value()).isEqualTo(16 / 20.0);
        assertThat(Publisher.publish(Sample.head(), List.of(most), List.of()).line(RELEASE + "declaredShare")
                .orElseThrow().withheld()).isEqualTo("one person makes up more than half");
    }

    @Test
    void fewerThanFifteenAreRefused() {
        for (int i = 0; i < 14; i++) {
            chronicle.created(item(i), at(0), "boss", Map.of());
            comes(i, 1, "boss");
        }
        Reading reading = reading(200);
        assertThat(reading.refusal()).isNotNull();
        assertThat(reading.refusal().reason()).isEqualTo("only 14 decisions came up in the window");
        assertThat(reading.lines()).isEmpty();
    }

    /** Decisions are taken away one after another; what was refused or withheld once is never measured again. */
    @Test
    void takingDataAwayNeverTurnsARefusalIntoAFigure() {
        int refused = 0;
        twenty(DECIDERS);
        again();
        refused += taken(organisation(200, act("one", 0, List.of(release(DECLARED)))).assembly(), 0);
        for (long seed = 1; seed <= 40; seed++) {
            refused += taken(Boards.random(seed).assembly(), seed);
        }
        assertThat(refused).isGreaterThan(40);
    }

    private static int taken(Assembly assembly, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DecisionForce instrument = new DecisionForce();
        List<Decision> parts = new ArrayList<>(Fold.of(instrument).parts(assembly));
        TreeSet<String> lacking = new TreeSet<>();
        int refusals = 0;
        while (!parts.isEmpty()) {
            DecisionForce.Count count = instrument.zero(assembly.frame());
            parts.forEach(part -> instrument.add(count, part));
            Reading reading = switch (instrument.close(count, assembly.frame(), List.of())) {
                case Instrument.Next.Done<DecisionForce.Count> done -> done.reading();
                case Instrument.Next.Again<DecisionForce.Count> again -> throw new AssertionError("one round");
            };
            assertThat(refusals == 0 || !reading.measured()).as("seed %d", seed).isTrue();
            refusals += reading.measured() ? 0 : 1;
            for (Line line : reading.lines()) {
                assertThat(line.withheld() != null || !lacking.contains(line.id())).as(line.id()).isTrue();
                if (line.withheld() != null) {
                    lacking.add(line.id());
                }
            }
            parts.removeIf(part -> random.nextInt(100) < 35);
        }
        return refusals;
    }
}
