package org.desireline.part;

/**
 * What one actor was at in one week (process mining: a resource's week). Weeks in which the actor left no trace are
 * not delivered.
 *
 * @param actor number of the actor, as a cluster label only
 * @param team code of the declared team the actor belonged to when the week began, or {@link TeamWeek#NONE}
 * @param weekMillis when the week begins: a Monday's midnight in the charter's zone
 * @param inWindow whether the whole week lies inside the window
 * @param all everything that is on record
 * @param calm the same without work on items that make pressure, such as incidents
 * @param onCalendarMillis working hours of the week
 * @param awayMillis of these, absences that a source tells of
 * @param outsideMillis recorded work outside working hours
 * @param dated recorded work of which it is told when in the day it was
 */
public record ActorWeek(
        int actor,
        int team,
        long weekMillis,
        boolean inWindow,
        Effort all,
        Effort calm,
        long onCalendarMillis,
        long awayMillis,
        long outsideMillis,
        Dated dated)
        implements Part {

    /**
     * Recorded work of which it is told when in the day it was: what was logged, but for logs that begin at midnight to
     * the millisecond, which tell a day and no time; and sessions. Computed when it is asked for.
     */
    public interface Dated {

        /** All of it. */
        long millis();

        /**
         * What of it lies outside working hours, had the working week been moved by whole hours: 0 is the one in force,
         * others are those of other time zones and of other shifts.
         */
        long outsideMillis(int movedHours);
    }
}
