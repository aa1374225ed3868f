package org.desireline.world.planted;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day promised of an item while it is lived: what was said of it when, and whether it was forgotten. */
final class Vow {

    /**
     * What somebody said of the day.
     *
     * @param day the day from then on, or null where it was taken back
     */
    record Saying(long atMillis, int person, @Nullable LocalDate day) {}

    /** The organisation's own zone: there its days end. */
    static final ZoneId ZONE = Staff.ZONES.getFirst();

    final Job job;
    final boolean isForgotten;
    final List<Saying> sayings = new ArrayList<>();
    /** When somebody spoke of the item without working on it. */
    final List<Long> remarks = new ArrayList<>();

    Vow(Job job, boolean isForgotten) {
        this.job = job;
        this.isForgotten = isForgotten;
    }

    /** The end of a day. */
    static long endMillis(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant().toEpochMilli();
    }
}
