package org.desireline.app.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.desireline.publish.Deadline;

/** Days by which something was promised, as a calendar file (RFC 5545): an event that takes the whole day for each. */
final class CalendarText {

    private static final int MOST_OCTETS = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    private CalendarText() {}

    /**
     * The file.
     *
     * @param deadlines at least one: a calendar without events is none
     * @param asOfMillis the instant up to which the data are read, with which every event is stamped
     */
    static String of(List<Deadline> deadlines, long asOfMillis) {
        CalendarText text = new CalendarText();
        text.line("BEGIN:VCALENDAR").line("VERSION:2.0").line("PRODID:-//Desireline//Desireline//EN")
                .line("CALSCALE:GREGORIAN");
        for (Deadline deadline : deadlines) {
            text.event(deadline, STAMP.format(Instant.ofEpochMilli(asOfMillis)));
        }
        return text.line("END:VCALENDAR").out.toString();
    }

    private void event(Deadline deadline, String stamp) {
        String summary = deadline.declared() ? deadline.id() + (deadline.what().isEmpty() ? "" : ": " + deadline.what())
                : deadline.id() + " is due";
        line("BEGIN:VEVENT").line("UID:" + deadline.uid()).line("DTSTAMP:" + stamp)
                .line("DTSTART;VALUE=DATE:" + deadline.day().format(DateTimeFormatter.BASIC_ISO_DATE))
                .line("DTEND;VALUE=DATE:" + deadline.day().plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE))
                .line("SUMMARY:" + escaped(summary)).line("TRANSP:TRANSPARENT").line("END:VEVENT");
    }

    /** A text as a value: what separates values is escaped, and what steers a terminal is made harmless. */
    static String escaped(String text) {
        String broken = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        return String.join("\\n", broken.lines().map(line -> Page.clean(line).replace("\\", "\\\\")
                .replace(";", "\\;").replace(",", "\\,")).toList());
    }

    /** A line, folded after 75 octets at the most, never inside a character. */
    private CalendarText line(String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            String letter = Character.toString(c);
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MOST_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(letter);
            octets += size;
            i += Character.charCount(c);
        }
        out.append("\r\n");
        return this;
    }
}
