package org.desireline.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkWeekTest {

    private static final long HOUR = 3_600_000L;
    private static final long QUARTER = HOUR / 4;
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @Test
    void theAssumedWeekIsFortyHours() {
        WorkWeek week = WorkWeek.assumed(ZoneOffset.UTC);
        Spans spans = week.expand(at("2026-06-01T00:00:00Z"), at("2026-06-08T00:00:00Z"));
        assertThat(spans.size()).isEqualTo(5);
        assertThat(spans.millis()).isEqualTo(40 * HOUR);
        assertThat(spans.get(0)).isEqualTo(new Span(at("2026-06-01T09:00:00Z"), at("2026-06-01T17:00:00Z")));
        assertThat(week.text()).isEqualTo("Mon-Fri 09:00-17:00");
    }

    @Test
    void hoursAreCutToWhatWasAskedFor() {
        WorkWeek week = WorkWeek.assumed(ZoneOffset.UTC);
        assertThat(week.expand(at("2026-06-01T10:30:00Z"), at("2026-06-01T10:30:00.001Z")).millis()).isEqualTo(1);
        assertThat(week.expand(at("2026-06-01T16:00:00Z"), at("2026-06-02T10:00:00Z")).millis()).isEqualTo(2 * HOUR);
        assertThat(week.expand(at("2026-06-06T00:00:00Z"), at("2026-06-08T09:00:00Z")).millis()).isZero();
        assertThat(week.expand(at("2026-06-02T12:00:00Z"), at("2026-06-02T12:00:00Z")).size()).isZero();
        assertThat(week.expand(at("2026-06-03T12:00:00Z"), at("2026-06-02T12:00:00Z")).size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Zurich, 2026-03-28, 24", "Europe/Zurich, 2026-03-29, 23", "Europe/Zurich, 2026-10-25, 25",
        "America/New_York, 2026-03-08, 23", "America/New_York, 2026-11-01, 25", "America/New_York, 2026-11-02, 24",
        "UTC, 2026-03-29, 24"
    })
    void aWholeDayIsAsLongAsTheClocksMakeIt(String zone, LocalDate day, int hours) {
        ZoneId there = ZoneId.of(zone);
        WorkWeek always = WorkWeek.parse("Mon-Sun 00:00-00:00", there);
        long from = day.atStartOfDay(there).toInstant().toEpochMilli();
        long to = day.plusDays(1).atStartOfDay(there).toInstant().toEpochMilli();
        assertThat(always.expand(from, to).millis()).isEqualTo(to - from).isEqualTo(hours * HOUR);
        assertThat(always.expand(from - 72 * HOUR, to + 72 * HOUR).size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Zurich, 2026-03-29, 3", "Europe/Zurich, 2026-10-25, 5", "Europe/Zurich, 2026-06-01, 4",
        "America/New_York, 2026-03-08, 3", "America/New_York, 2026-11-01, 5"
    })
    void aNightShiftLosesOrGainsTheHourThatTheClocksSkipOrRepeat(String zone, LocalDate day, int hours) {
        ZoneId there = ZoneId.of(zone);
        long from = day.atStartOfDay(there).toInstant().toEpochMilli();
        assertThat(WorkWeek.parse("Mon-Sun 01:00-05:00", there).expand(from, from + 12 * HOUR).millis())
                .isEqualTo(hours * HOUR);
    }

    @Test
    void theShiftKeepsItsLocalHourWhenTheClocksChange() {
        WorkWeek week = WorkWeek.assumed(ZURICH);
        assertThat(week.expand(at("2026-03-27T00:00:00Z"), at("2026-03-28T00:00:00Z")).get(0))
                .isEqualTo(new Span(at("2026-03-27T08:00:00Z"), at("2026-03-27T16:00:00Z")));
        assertThat(week.expand(at("2026-03-30T00:00:00Z"), at("2026-03-31T00:00:00Z")).get(0))
                .isEqualTo(new Span(at("2026-03-30T07:00:00Z"), at("2026-03-30T15:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mon-Fri 18:00-00:00", "Mon-Fri 18:00-24:00"})
    void midnightClosesTheDayThatOpened(String text) {
        WorkWeek late = WorkWeek.parse(text, ZoneOffset.UTC);
        Spans spans = late.expand(at("2026-06-05T00:00:00Z"), at("2026-06-08T00:00:00Z"));
        assertThat(spans.size()).isEqualTo(1);
        assertThat(spans.get(0)).isEqualTo(new Span(at("2026-06-05T18:00:00Z"), at("2026-06-06T00:00:00Z")));
        assertThat(late.text()).isEqualTo("Mon-Fri 18:00-00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mon-Fri 09:00-17:00", "Tue-Tue 00:00-00:00", "Sat-Sun 22:15-00:00", "Wed-Sat 06:30-06:45"})
    void aWeekReadsBackFromItsText(String text) {
        assertThat(WorkWeek.parse(text, ZURICH).text()).isEqualTo(text);
        assertThat(WorkWeek.parse("  " + text.replace("-", " - ") + " ", ZURICH))
                .isEqualTo(WorkWeek.parse(text, ZURICH));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyQuarterOfAnHourAgreesWithTheClockOnTheWall(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (String zone : new String[] {"Europe/Zurich", "America/New_York"}) {
            for (int round = 0; round < 40; round++) {
                int first = random.nextInt(1, 8);
                int opens = random.nextInt(16, 80);
                int closes = random.nextInt(opens + 1, 97);
                WorkWeek week = new WorkWeek(ZoneId.of(zone), DayOfWeek.of(first),
                        DayOfWeek.of(random.nextInt(first, 8)), quarter(opens), quarter(closes));
                long from = at("2026-01-01T00:00:00Z") + random.nextInt(365 * 24 * 4) * QUARTER;
                long to = from + random.nextInt(1, 14 * 24 * 4) * QUARTER;
                long expected = 0;
                for (long at = from; at < to; at += QUARTER) {
                    expected += isOpen(week, at) ? QUARTER : 0;
                }
                assertThat(week.expand(from, to).millis()).as("seed %d, round %d: %s from %d to %d", seed, round, week,
                        from, to).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mon-Fri", "Mon-Fri 9-17", "Mo-Fr 09:00-17:00", "Mon-Fri 09:00-17:00 or so",
        "Mon-Fri 24:00-17:00", "Mon-Fri 17:00-09:00", "Mon-Fri 09:00-09:00"})
    void whatIsNoWeekIsRefusedWithASuggestion(String text) {
        assertThatThrownBy(() -> WorkWeek.parse(text, ZURICH)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Perhaps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "24:01", "09:60"})
    void whatIsNoTimeOfDayIsNamedWithItsSurroundings(String time) {
        assertThatThrownBy(() -> WorkWeek.parse("Mon-Fri 08:00-" + time, ZURICH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + time + "'").hasMessageContaining("'Mon-Fri 08:00-" + time + "'");
    }

    private static boolean isOpen(WorkWeek week, long atMillis) {
        ZonedDateTime there = Instant.ofEpochMilli(atMillis).atZone(week.zone());
        LocalTime time = there.toLocalTime();
        boolean beforeClosing = week.closes().equals(LocalTime.MIDNIGHT) || time.isBefore(week.closes());
        return there.getDayOfWeek().compareTo(week.first()) >= 0 && there.getDayOfWeek().compareTo(week.last()) <= 0
                && !time.isBefore(week.opens()) && beforeClosing;
    }

    private static LocalTime quarter(int quarters) {
        return LocalTime.MIDNIGHT.plusMinutes(15L * quarters);
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
