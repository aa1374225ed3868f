package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.desireline.charter.Charter;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.instrument.contest.Contest;
import org.desireline.journal.Field;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.part.Chronicle;
import org.desireline.part.Decree;
import org.desireline.part.Decree.Act;
import org.desireline.part.Decree.Group;
import org.desireline.part.Decree.Mark;
import org.desireline.part.Decree.Squeeze;
import org.desireline.part.Decree.Tradeoff;
import org.desireline.part.Organisation;
import org.desireline.publish.Publisher;
import org.desireline.publish.Sample;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;
import org.junit.jupiter.api.Test;

/**
 * Contests worked out by hand. Every occasion is a day of one person: the items of that day lie on the desk from 08:00,
 * one is begun at 09:00 and done at 10:00, the others are dropped at 11:00. 1 June 2026 is a Monday.
 */
class ContestStoriesTest {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final long START = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();
    private static final List<String> PEOPLE = List.of("bob", "cal", "dee", "eve", "fay");
    private static final long EVER = Long.MAX_VALUE;
    private static final String PAIR = "contest/priority/safety/over/growth/";

    private final Chronicle chronicle = new Chronicle();
    private List<Tradeoff> tradeoffs = List.of();
    private List<Squeeze> squeezes = List.of();
    private int items;

    @Test
    void anInversionIsWorkedOutByHand() {
        // Of twenty days each, five people begin safety on 8, 6, 5, 4 and 2 and growth on all others: 25 and 75.
        days(8, 6, 5, 4, 2);
        Reading reading = reading("safety", "growth");
        // Between two classes of one item each, worth is ln(25/75). Leaving one person out moves it by
        // -S/(H - H_g), S = 3, 1, 0, -1, -3 starts above the mean of 5, H = 100/4 · 3/4 = 18.75, H_g a fifth of it: the
        // variance is 4/5 · 20/15², and t(4) is 2.776445 at 97.5 %.
        double half = 2.776445105 * Math.sqrt(0.8 * 20 / 225);
        Estimate worth = estimate(reading, PAIR + "worth");
        assertThat(worth.value()).isCloseTo(-Math.log(3), within(1e-9));
        assertThat(worth.low()).isCloseTo(-Math.log(3) - half, within(1e-8));
        Estimate inversion = estimate(reading, PAIR + "inversion");
        assertThat(inversion.value()).isCloseTo(3, within(1e-9));
        assertThat(inversion.high()).isCloseTo(3 * Math.exp(half), within(1e-7));
        assertThat(inversion.strength()).isEqualTo(Strength.SHOWS);
        assertThat(estimate(reading, PAIR + "occasions").value()).isEqualTo(100);
        assertThat(estimate(reading, PAIR + "neverChosen").value()).isZero();
        // One start of two is expected to be inverted on each day: 1 - 75/50.
        assertThat(estimate(reading, "contest/priority/pullIndex").value()).isCloseTo(-0.5, within(1e-9));
        // If both were worth alike, H were 25; the error is 0.26667 to 0.23094 of what it would be without clusters.
        double error = 0.2 * Math.sqrt(0.8 * 20 / 225) / Math.sqrt(1 / 18.75);
        assertThat(estimate(reading, "contest/priority/power").value())
                .isCloseTo(error * (2.131846786 + 0.940964577), within(1e-6));
    }

    @Test
    void tooFewChoicesAreRefusedInWordsAndTheOrderIsStillTold() {
        for (int person = 0; person < 5; person++) {
            for (int day = 0; day < 8; day++) {
                occasion(PEOPLE.get(person), day, day % 4 == 0 ? "safety" : "growth", "safety", "growth");
            }
        }
        Reading reading = reading("safety", "growth");
        assertThat(reading.measured()).isTrue();
        assertThat(reading.flags()).anyMatch(flag -> flag.startsWith("worth: Not enough evidence: only 40 choices"
                + " between priorities by 5 people in ") && flag.contains("; needs 100 choices"));
        assertThat(reading.lines()).extracting(Line::id).contains(PAIR + "occasions", PAIR + "wins")
                .noneMatch(id -> id.endsWith("/worth") || id.endsWith("/power"));
    }

    @Test
    void twoThatNeverCompetedAreSaidSo() {
        for (int person = 0; person < 5; person++) {
            for (int day = 0; day < 20; day++) {
                String other = day < 10 ? "safety" : "upkeep";
                occasion(PEOPLE.get(person), day, day % (2 + person) == 0 ? other : "growth", other, "growth");
            }
        }
        Reading reading = reading("safety", "growth", "upkeep");
        Line never = line(reading, "contest/priority/safety/over/upkeep/occasions");
        assertThat(never.estimate().value()).isZero();
        assertThat(never.of()).endsWith("these two never competed");
        // They can be compared all the same, through growth, but no one tests what never happened.
        assertThat(reading.lines()).extracting(Line::id).contains(PAIR + "worth")
                .doesNotContain("contest/priority/safety/over/upkeep/worth");
    }

    @Test
    void whatWasNeverChosenHasNoFiniteWorthAndIsNotTested() {
        days(0, 0, 0, 0, 0);
        Reading reading = reading("safety", "growth");
        assertThat(estimate(reading, PAIR + "neverChosen").value()).isEqualTo(100);
        Estimate drawn = estimate(reading, PAIR + "inversion");
        assertThat(drawn.strength()).isEqualTo(Strength.CANNOT_TELL);
        assertThat(drawn.value()).isGreaterThan(50).isLessThan(1e9);
    }

    @Test
    void ofTwoBegunAtOnceNeitherIsFirst() {
        // On ten days each both are begun at 09:00 while upkeep lies there; on ten days one of the three is.
        for (int person = 0; person < 5; person++) {
            for (int day = 0; day < 10; day++) {
                List<String> keys = lay(PEOPLE.get(person), day, "safety", "growth", "upkeep");
                begin(PEOPLE.get(person), day, keys.get(0));
                begin(PEOPLE.get(person), day, keys.get(1));
                clear(day, keys);
            }
            for (int day = 10; day < 20; day++) {
                String chosen = List.of("safety", "growth", "upkeep", "growth", "safety").get(day % 5);
                occasion(PEOPLE.get(person), day, chosen, "safety", "growth", "upkeep");
            }
        }
        Reading reading = reading("safety", "growth", "upkeep");
        // Safety and growth stand alike in everything, so their difference is none, in whatever order they are read.
        assertThat(estimate(reading, PAIR + "worth").value()).isCloseTo(0, within(1e-9));
        // Each counts as one start: of 150, safety and growth were begun 70 times each. The likelihood of upkeep's
        // utility u, the others at 0: singles 50 ln-terms over 2 + e^u with 10 upkeep wins; pairs: first of three, then
        // one of two over 1 + e^u. Its derivative vanishes: 10 = 100 e^u/(2 + e^u) + 50 e^u/(1 + e^u).
        double u = -estimate(reading, "contest/priority/safety/over/upkeep/worth").value();
        double e = Math.exp(u);
        assertThat(100 * e / (2 + e) + 50 * e / (1 + e)).isCloseTo(10, within(1e-6));
    }

    @Test
    void eachTradeoffRuleIsKeptBrokenOrNeverTested() {
        tradeoffs = List.of(new Tradeoff("growth", "safety", "pressure", "freeze", Long.MIN_VALUE, EVER),
                new Tradeoff("upkeep", "safety", "always", "", Long.MIN_VALUE, EVER));
        // The last five of thirty days are a freeze: growth goes before safety then.
        squeezes = List.of(new Squeeze("freeze", START + 25 * DAY, START + 30 * DAY, List.of()));
        for (String who : PEOPLE) {
            for (int day = 0; day < 30; day++) {
                boolean growth = day < 25 ? day % 5 == 0 : day != 29;
                occasion(who, day, growth ? "growth" : "safety", "safety", "growth");
            }
        }
        occasion("bob", 31, "upkeep", "upkeep");
        Reading reading = reading("safety", "growth", "upkeep");
        String rule = "contest/tradeoff/growthEvenOversafety/pressure-freeze/";
        assertThat(estimate(reading, rule + "occasions").value()).isEqualTo(25);
        assertThat(estimate(reading, rule + "kept").value()).isEqualTo(0.8);
        assertThat(estimate(reading, rule + "broken").value()).isCloseTo(0.2, within(1e-12));
        assertThat(line(reading, rule + "broken").evidence()).hasSize(5);
        Line never = line(reading, "contest/tradeoff/upkeepEvenOversafety/always/occasions");
        assertThat(never.estimate().value()).isZero();
        assertThat(never.of()).endsWith("never tested");
        // Of all 150 occasions safety won 4/5 of 125 and a fifth of 25; the worth is that of the 125 only.
        assertThat(estimate(reading, PAIR + "wins").value()).isCloseTo(105 / 150.0, within(1e-12));
        assertThat(estimate(reading, PAIR + "withoutRule/wins").value()).isCloseTo(0.8, within(1e-12));
        assertThat(estimate(reading, PAIR + "worth").value()).isCloseTo(Math.log(4), within(1e-9));
        assertThat(reading.flags()).anyMatch(flag -> flag.startsWith("worth: left out are 25 choices"));
    }

    @Test
    void whatFewPeopleDidUnderARuleIsHiddenAndSoIsWhatItCouldBeHadFrom() {
        tradeoffs = List.of(new Tradeoff("growth", "safety", "pressure", "freeze", Long.MIN_VALUE, EVER));
        squeezes = List.of(new Squeeze("freeze", START + 25 * DAY, START + 30 * DAY, List.of()));
        days(8, 6, 5, 4, 2);
        occasion("bob", 26, "safety", "safety", "growth");
        Reading reading = Publisher.publish(Sample.head("safety", "growth"), List.of(reading("safety", "growth")),
                List.of()).readings().get(0);
        assertThat(line(reading, "contest/tradeoff/growthEvenOversafety/pressure-freeze/kept").withheld()).isNotNull();
        assertThat(Stream.of(PAIR + "wins", PAIR + "withoutRule/wins").map(id -> line(reading, id).withheld())
                .filter(why -> why == null)).hasSize(1);
    }

    /** Twenty days of each person, on so many of which safety is begun and on the others growth. */
    private void days(int... safety) {
        for (int person = 0; person < PEOPLE.size(); person++) {
            for (int day = 0; day < 20; day++) {
                occasion(PEOPLE.get(person), day, day < safety[person] ? "safety" : "growth", "safety", "growth");
            }
        }
    }

    private void occasion(String who, int day, String chosen, String... menu) {
        List<String> keys = lay(who, day, menu);
        begin(who, day, keys.get(List.of(menu).indexOf(chosen)));
        clear(day, keys);
    }

    private List<String> lay(String who, int day, String... menu) {
        return Stream.of(menu).map(priority -> {
            String key = "t:d:i" + items++;
            chronicle.created(key, START + day * DAY + 7 * HOUR, "ada", Map.of(Field.LABEL, priority));
            chronicle.assigned(key, START + day * DAY + 8 * HOUR, "ada", who);
            return key;
        }).toList();
    }

    private void begin(String who, int day, String key) {
        chronicle.moved(key, START + day * DAY + 9 * HOUR, who, "Doing");
    }

    private void clear(int day, List<String> keys) {
        keys.forEach(key -> chronicle.moved(key, START + day * DAY + 11 * HOUR, "ada", "Dropped"));
    }

    private Reading reading(String... order) {
        Charter charter = new Charter(WorkWeek.assumed(ZoneOffset.UTC),
                new StatusMap(Map.of("t/ONE", Map.of("Open", Phase.queued, "Doing", Phase.working, "Dropped",
                        Phase.dropped))), List.of(), Set.of(), Set.of(), false);
        List<Group> groups = Stream.of(order)
                .map(name -> new Group(name, List.of(new Mark(Dimension.LABEL, name)))).toList();
        Act act = new Act("2026-06-01", START, groups, tradeoffs, List.of(), Map.of(), List.of(), squeezes);
        long asOf = START + 35 * DAY;
        Organisation organisation = new Organisation(0, 60_000, charter,
                Window.parse("all", START, asOf, ZoneOffset.UTC), asOf, chronicle.events(),
                new Decree(List.of(order), List.of(), List.of(), List.of("freeze"), List.of(act)));
        return Fold.of(new Contest()).unmerged(organisation.assembly());
    }

    private static Line line(Reading reading, String id) {
        return reading.lines().stream().filter(line -> line.id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among "
                        + reading.lines().stream().map(Line::id).toList() + " " + reading.flags() + " "
                        + reading.refusal()));
    }

    private static Estimate estimate(Reading reading, String id) {
        return line(reading, id).estimate();
    }
}
