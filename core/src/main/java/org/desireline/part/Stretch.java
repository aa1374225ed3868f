package org.desireline.part;

import java.util.List;
import org.desireline.charter.Phase;
import org.desireline.number.Grade;

/**
 * A piece of an item's life in which nothing about it changed.
 *
 * @param fromMillis first instant
 * @param toMillis first instant after
 * @param phase where the item stood
 * @param cause why it did not move
 * @param waitNumber ordinal of the unbroken wait for the same party that the stretch belongs to
 * @param cycle 1 until the first reopening or rejected review, then counting up
 * @param grade how the wait is known
 * @param owned false where the item is known to have no owner, whoever is awaited
 * @param parked untouched for 180 days, with no owner, sprint or due date ahead
 * @param inWindow whether it lies inside the window of the run
 * @param onCalendarMillis how much of it the awaited party's calendar was on
 * @param version index of the charter's version in force, -1 before the first
 * @param classes class code by ordinal of the dimension
 * @param meanwhile what each member of the awaited party was doing, where it was the owner or the team in whose queue
 * the item lay; else empty
 */
public record Stretch(
        long fromMillis,
        long toMillis,
        Phase phase,
        Wait cause,
        int waitNumber,
        int cycle,
        Grade grade,
        boolean owned,
        boolean parked,
        boolean inWindow,
        long onCalendarMillis,
        int version,
        int[] classes,
        List<Meanwhile> meanwhile) {

    /** Length in milliseconds, wall clock. */
    public long millis() {
        return toMillis - fromMillis;
    }

    /** How much of it the awaited party's calendar was off. */
    public long offCalendarMillis() {
        return millis() - onCalendarMillis;
    }
}
