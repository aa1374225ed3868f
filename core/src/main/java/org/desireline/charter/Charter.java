package org.desireline.charter;

import java.util.List;
import java.util.Set;
import org.desireline.time.WorkWeek;

/**
 * The rules in force: the calendar, the meaning of statuses, the declared order, and who is no person.
 *
 * @param week the organisation's calendar
 * @param statuses what statuses stand for
 * @param priorities the tracker's priority names, most important first
 * @param bots tokens of actors that are programs
 * @param containerTypes item types that only hold other items
 * @param assumed whether all this was guessed and not declared
 * @param intent what was declared, version by version
 * @param timedScopes scopes whose items stand in working statuses only while they are worked on
 */
public record Charter(
        WorkWeek week,
        StatusMap statuses,
        List<String> priorities,
        Set<String> bots,
        Set<String> containerTypes,
        boolean assumed,
        Intent intent,
        Set<String> timedScopes) {

    /** The rules where nobody declared an order. */
    public Charter(
            WorkWeek week,
            StatusMap statuses,
            List<String> priorities,
            Set<String> bots,
            Set<String> containerTypes,
            boolean assumed) {
        this(week, statuses, priorities, bots, containerTypes, assumed, Intent.none(), Set.of());
    }

    public Charter {
        priorities = List.copyOf(priorities);
        bots = Set.copyOf(bots);
        containerTypes = Set.copyOf(containerTypes);
        timedScopes = Set.copyOf(timedScopes);
    }
}
