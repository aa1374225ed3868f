package org.desireline.app.charterfile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.desireline.charter.Place;
import org.desireline.charter.Undertaking;
import org.desireline.charter.Word;
import org.jspecify.annotations.Nullable;

/**
 * What was said once about a commitment or a decision: that it was made, that its day or its evidence is another now,
 * or that it is taken back.
 *
 * @param atMillis from when it holds
 * @param dueMillis the end of the day it gives, {@link Undertaking#TAKEN_BACK}, {@link Undertaking#NO_DAY}, or null
 *     where it leaves the day as it was
 * @param what its words, or empty where it says none
 * @param owner who owns it, or null where it names nobody
 * @param inMeeting whether it counts from the day of a meeting
 * @param evidence which items show it, or null where it leaves that as it was
 */
record Statement(
        Undertaking.Kind kind,
        String id,
        long atMillis,
        @Nullable Long dueMillis,
        String what,
        @Nullable String owner,
        boolean inMeeting,
        @Nullable Evidence evidence,
        Place place) {

    /**
     * The items that show what becomes of it.
     *
     * @param items by key
     * @param where an expression, or null
     * @param version the charter whose words the expression is in, or null where there is none
     */
    record Evidence(List<Word> items, @Nullable Word where, @Nullable DeclaredVersion version) {

        Evidence {
            items = List.copyOf(items);
        }

        /** Whether it names anything. */
        boolean isAny() {
            return !items.isEmpty() || where != null;
        }
    }

    /** The first instant of a day. */
    static long start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** The end of a day. */
    static long end(LocalDate day, ZoneId zone) {
        return start(day.plusDays(1), zone);
    }
}
