package org.desireline.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    private static final long HOUR = 3_600_000L;
    private static final long FIRST = at("2008-03-20T13:14:15Z");
    private static final long AS_OF = at("2015-01-16T21:01:37.353Z");

    @Test
    void theUsualWindowIsTheLastFiftyTwoWholeWeeks() {
        Window window = Window.parse(Window.DEFAULT, FIRST, AS_OF, ZoneOffset.UTC);
        assertThat(window.from()).isEqualTo(LocalDate.of(2014, 1, 13));
        assertThat(window.to()).isEqualTo(LocalDate.of(2015, 1, 12));
        assertThat(window.span()).isEqualTo(new Span(at("2014-01-13T00:00:00Z"), at("2015-01-12T00:00:00Z")));
        assertThat(window.name()).isEqualTo("52w");
    }

    @ParameterizedTest
    @CsvSource({
        "26w, 26w, 2014-07-14, 2015-01-12", "1W, 1w, 2015-01-05, 2015-01-12", "2014Q1, 2014Q1, 2014-01-01, 2014-04-01",
        "2014q4, 2014Q4, 2014-10-01, 2015-01-01", "2014-02, 2014-02, 2014-02-01, 2014-03-01",
        "2014-12, 2014-12, 2014-12-01, 2015-01-01", "' 2012-02 ', 2012-02, 2012-02-01, 2012-03-01"
    })
    void weeksMonthsAndQuartersAreWhole(String text, String name, LocalDate from, LocalDate to) {
        assertThat(Window.parse(text, FIRST, AS_OF, ZoneOffset.UTC)).isEqualTo(new Window(name,
                new Span(from.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
                        to.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()), from, to));
    }

    @Test
    void everythingRunsFromTheFirstInstantToTheLastEventAndHoldsBoth() {
        Window all = Window.parse("ALL", FIRST, AS_OF, ZoneOffset.UTC);
        assertThat(all).isEqualTo(new Window("all", new Span(FIRST, AS_OF + 1),
                LocalDate.of(2008, 3, 20), LocalDate.of(2015, 1, 17)));
    }

    @Test
    void aWindowMayEndAtAsOfItself() {
        long monday = at("2015-01-12T00:00:00Z");
        assertThat(Window.parse("1w", FIRST, monday, ZoneOffset.UTC).span().toMillis()).isEqualTo(monday);
        assertThat(Window.parse("2014Q4", FIRST, at("2015-01-01T00:00:00Z"), ZoneOffset.UTC).to())
                .isEqualTo(LocalDate.of(2015, 1, 1));
    }

    @Test
    void weeksBeginOnTheMondayOfTheZone() {
        long sundayInLondonMondayInAuckland = at("2015-01-11T12:00:00Z");
        assertThat(Window.parse("1w", FIRST, sundayInLondonMondayInAuckland, ZoneOffset.UTC).to())
                .isEqualTo(LocalDate.of(2015, 1, 5));
        assertThat(Window.parse("1w", FIRST, sundayInLondonMondayInAuckland, ZoneId.of("Pacific/Auckland")).to())
                .isEqualTo(LocalDate.of(2015, 1, 12));
    }

    @ParameterizedTest
    @CsvSource({"Europe/Zurich, 2026-03-30T12:00:00Z, 167", "Europe/Zurich, 2026-10-27T12:00:00Z, 169",
        "America/New_York, 2026-03-10T12:00:00Z, 167", "America/New_York, 2026-11-03T12:00:00Z, 169",
        "UTC, 2026-03-30T12:00:00Z, 168"})
    void aWeekIsAsLongAsTheClocksMakeIt(String zone, Instant asOf, int hours) {
        assertThat(Window.parse("1w", FIRST, asOf.toEpochMilli(), ZoneId.of(zone)).span().millis())
                .isEqualTo(hours * HOUR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0w", "000w", "1000w", "52", "52 w", "-1w", "2014Q0", "2014Q5", "2014-00", "2014-13",
        "2014-1", "2014", "2014-01-01", "2014-01-01..2014-03-02", "everything"})
    void arbitraryDatesAreRefusedWithASuggestion(String text) {
        assertThatThrownBy(() -> Window.parse(text, FIRST, AS_OF, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'").hasMessageContaining("Perhaps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2015-01", "2015Q1", "2016-05"})
    void aWindowThatTheDataDoNotFillIsRefused(String text) {
        assertThatThrownBy(() -> Window.parse(text, FIRST, AS_OF, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text).hasMessageContaining("2015-01-16T21:01:37.353Z")
                .hasMessageContaining("Perhaps");
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    @Test
    void aPeriodThatEndsWithTheDataIsWhole() {
        long lastMilli = LocalDate.of(2024, 4, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - 1;
        assertThat(Window.parse("2024Q1", FIRST, lastMilli, ZoneOffset.UTC).to()).isEqualTo("2024-04-01");
        assertThat(Window.parse("4w", FIRST, lastMilli, ZoneOffset.UTC).from()).isEqualTo("2024-03-04");
    }
}
