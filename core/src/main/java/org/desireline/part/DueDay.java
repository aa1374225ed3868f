package org.desireline.part;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** The day something is due, as texts say it. */
final class DueDay {

    private static final int DAY_CHARS = 10;

    private DueDay() {}

    /**
     * When the day is over.
     *
     * @param text an ISO day, whatever follows it
     * @param zone whose day it is
     * @return {@link Life#NEVER} where the text does not begin with a day
     */
    static long end(String text, ZoneId zone) {
        if (text.length() < DAY_CHARS) {
            return Life.NEVER;
        }
        try {
            return LocalDate.parse(text.substring(0, DAY_CHARS)).plusDays(1).atStartOfDay(zone).toInstant()
                    .toEpochMilli();
        } catch (DateTimeParseException notADay) {
            return Life.NEVER;
        }
    }
}
