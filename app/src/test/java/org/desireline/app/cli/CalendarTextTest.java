package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.desireline.publish.Deadline;
import org.junit.jupiter.api.Test;

/** Calendar files, held against the rules of RFC 5545 that they are under. */
class CalendarTextTest {

    private static final long AS_OF = Instant.parse("2026-08-30T12:34:56.789Z").toEpochMilli();

    private static Deadline deadline(String id, String what) {
        return new Deadline("abc-1@desireline", LocalDate.parse("2026-12-31"), id, what, !what.isEmpty());
    }

    @Test
    void anEventTakesTheWholeDayOnWhichSomethingIsDue() {
        assertThat(CalendarText.of(List.of(deadline("alerts-2", "Alert fatigue halved"), deadline("ALRT-12", "")),
                AS_OF)).isEqualTo(String.join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0",
                "PRODID:-//Desireline//Desireline//EN", "CALSCALE:GREGORIAN", "BEGIN:VEVENT", "UID:abc-1@desireline",
                "DTSTAMP:20260830T123456Z", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
                "SUMMARY:alerts-2: Alert fatigue halved", "TRANSP:TRANSPARENT", "END:VEVENT", "BEGIN:VEVENT",
                "UID:abc-1@desireline", "DTSTAMP:20260830T123456Z", "DTSTART;VALUE=DATE:20261231",
                "DTEND;VALUE=DATE:20270101", "SUMMARY:ALRT-12 is due", "TRANSP:TRANSPARENT", "END:VEVENT",
                "END:VCALENDAR", ""));
    }

    @Test
    void whatSeparatesIsEscapedAndWhatSteersIsMadeHarmless() {
        assertThat(CalendarText.escaped("a,b;c\\d\"e:f")).isEqualTo("a\\,b\\;c\\\\d\"e:f");
        assertThat(CalendarText.escaped("a\r\nEND:VEVENT\rb\nc\td")).isEqualTo("a\\nEND:VEVENT\\nb\\nc d");
        assertThat(CalendarText.escaped("a\u001b[31m\u202e\u0000\ud800")).isEqualTo("a\ufffd[31m\ufffd\ufffd\ufffd");
    }

    @Test
    void aLineIsFoldedAfterSeventyFiveOctetsAndNeverInsideACharacter() {
        String what = "漢字🎉é, ".repeat(2_000);
        String text = CalendarText.of(List.of(deadline("x", what)), AS_OF);
        List<String> lines = List.of(text.split("\r\n", -1));
        assertThat(lines).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text).doesNotContain("\ufffd").doesNotContainPattern("[^\r]\n").doesNotContainPattern("\r[^\n]");
        String unfolded = text.replace("\r\n ", "");
        assertThat(unfolded).contains("SUMMARY:x: " + CalendarText.escaped(what) + "\r\n");
        assertThat(lines).contains("BEGIN:VEVENT", "END:VEVENT");
    }

    @Test
    void theSameDaysGiveTheSameBytes() {
        List<Deadline> days = List.of(deadline("a", "b"), deadline("c", ""));
        assertThat(CalendarText.of(days, AS_OF)).isEqualTo(CalendarText.of(days, AS_OF));
    }
}
