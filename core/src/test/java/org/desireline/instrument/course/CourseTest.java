package org.desireline.instrument.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.ledger.Ledger;
import org.desireline.part.Account;
import org.desireline.part.Assembly;
import org.desireline.part.Offices;
import org.desireline.part.Organisation;
import org.desireline.part.Organisations;
import org.desireline.part.PlantedOrganisations;
import org.desireline.part.Workshops;
import org.desireline.time.Span;
import org.desireline.time.WorkWeek;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Week by week, hours are those of the ledger. */
class CourseTest {

    private static Reading course(Assembly assembly) {
        return Fold.of(new Course()).unmerged(assembly);
    }

    private static Map<String, Double> byParty(Reading course) {
        Map<String, Double> sums = new TreeMap<>();
        course.lines().forEach(line -> sums.merge(line.label(), line.estimate().value(), Double::sum));
        return sums;
    }

    private static double hours(Reading ledger, Account account) {
        return ledger.lines().stream().filter(line -> line.id().equals("ledger/all/all/" + account.name() + "/hours"))
                .mapToDouble(line -> line.estimate().value()).sum();
    }

    private static void assertSame(Organisation organisation) {
        Reading course = course(organisation.assembly());
        if (course.refusal() != null) {
            return;
        }
        Reading ledger = Fold.of(new Ledger()).unmerged(organisation.assembly());
        Map<String, Double> sums = byParty(course);
        for (Account party : Account.values()) {
            double whole = party == Account.worked || party == Account.rework || !party.isLive() ? 0
                    : party == Account.owner ? hours(ledger, Account.owner) + hours(ledger, Account.worked)
                            + hours(ledger, Account.rework) : hours(ledger, party);
            assertThat(sums.getOrDefault(party.name(), 0.0)).as(party.name()).isCloseTo(whole, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theWeeksAddUpToTheLedger(long seed) {
        assertSame(Workshops.large(seed));
        assertSame(Offices.random(seed));
        assertSame(Organisations.random(seed));
    }

    @Test
    void everyWeekOfAPlantedYearIsTold() {
        Reading course = course(PlantedOrganisations.of(Plan.of("aligned"), Tier.LOGGED, Flaws.NONE, 1, 12).assembly());
        List<String> weeks = course.lines().stream().map(Line::period).distinct().toList();
        assertThat(weeks).hasSizeBetween(12, 13).isSorted();
        assertThat(weeks).allSatisfy(week -> assertThat(LocalDate.parse(week.substring("week/".length()))
                .getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY));
        assertThat(course.lines()).allSatisfy(line -> assertThat(line.evidence()).isNotEmpty());
    }

    private static Calendar calendar(String from, String to) {
        return Calendar.of(new Span(Instant.parse(from).toEpochMilli(), Instant.parse(to).toEpochMilli()),
                WorkWeek.assumed(ZoneOffset.UTC));
    }

    @Test
    void ofMoreThanTwoYearsQuartersAreTold() {
        Calendar quarters = calendar("2023-02-10T00:00:00Z", "2026-05-01T00:00:00Z");
        assertThat(quarters.unit()).isEqualTo("quarter");
        assertThat(quarters.size()).isEqualTo(14);
        assertThat(quarters.day(0)).isEqualTo("2023-01-01");
        assertThat(quarters.day(13)).isEqualTo("2026-04-01");
        assertThat(quarters.at(Instant.parse("2023-04-01T00:00:00Z").toEpochMilli())).isEqualTo(1);
        assertThat(quarters.at(Instant.parse("2023-03-31T23:59:59Z").toEpochMilli())).isZero();
    }

    @Test
    void theOuterWeeksAreClippedToTheWindow() {
        Calendar weeks = calendar("2026-03-04T00:00:00Z", "2026-03-18T00:00:00Z");
        assertThat(weeks.size()).isEqualTo(3);
        assertThat(weeks.day(0)).isEqualTo("2026-03-02");
        long begin = Instant.parse("2026-03-04T00:00:00Z").toEpochMilli();
        assertThat(weeks.workingMillis(begin, weeks.end(0))).isEqualTo(3 * 8 * 3_600_000L);
        assertThat(weeks.end(2)).isEqualTo(Instant.parse("2026-03-18T00:00:00Z").toEpochMilli());
    }
}
