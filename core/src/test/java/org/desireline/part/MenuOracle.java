package org.desireline.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.journal.Event;
import org.desireline.journal.Link;
import org.desireline.journal.Verb;

/**
 * First starts and their menus done the slow way: for each start, every item of the organisation is asked whether it
 * lay ready on the same desk the millisecond before.
 */
public final class MenuOracle {

    private static final long MINUTE = 60_000L;
    private static final long DAY = 24 * 60 * MINUTE;

    private final Organisation organisation;
    private final MinuteOracle hours;
    private final List<Past> pasts;
    private final long asOf;

    /** Knows the classes from the hours. */
    public MenuOracle(Organisation organisation, MinuteOracle hours) {
        this.organisation = organisation;
        this.hours = hours;
        this.pasts = hours.pasts();
        this.asOf = organisation.asOfMillis();
    }

    /** Each choice as text, by the item that was started or finished without a start. */
    public Map<String, String> choices() {
        Map<String, String> choices = new TreeMap<>();
        for (Past past : pasts) {
            Event start = start(past);
            if (start != null) {
                choices.put(past.item, choice(past, start));
            } else if (past.full && !past.container(asOf) && past.at(asOf).phase == Phase.done
                    && past.at(past.created).phase != Phase.working) {
                choices.put(past.item, text("SKIPPED", "", past.end(asOf), false, List.of()));
            }
        }
        return choices;
    }

    /** The first move into work, or the first activity that began. */
    private Event start(Past past) {
        boolean born = past.events.stream().noneMatch(event -> (event.verb() == Verb.statusChanged
                || begins(event)) && past.at(event) <= past.created) && past.at(past.created).phase == Phase.working;
        if (born) {
            return null;
        }
        Past.State state = new Past.State();
        state.values = new ArrayList<>(past.at(past.created).values);
        for (Event event : past.events) {
            if (past.at(event) <= asOf) {
                past.apply(state, event);
                if ((event.verb() == Verb.statusChanged || begins(event)) && past.phase(state) == Phase.working) {
                    return event;
                }
            }
        }
        return null;
    }

    private static boolean begins(Event event) {
        return event.verb() == Verb.started && !Past.activity(event).isEmpty();
    }

    private String choice(Past past, Event start) {
        long at = past.at(start);
        boolean existed = past.created < at;
        String owner = existed ? past.at(at - 1).owner : Past.NOBODY;
        String actor = past.byPerson(start) ? start.actor().id() : owner.equals(Past.NOT_KNOWN) ? Past.NOBODY : owner;
        List<String> menu = new ArrayList<>();
        Set<String> priorities = new TreeSet<>();
        boolean chosen = false;
        for (Past other : pasts) {
            if (!actor.isEmpty() && ready(other, actor, at)) {
                menu.add(column(other, at) + (other == past ? " *" : ""));
                priorities.add(hours.classOf(Dimension.PRIORITY,
                        hours.state(other, at - 1).values.get(Dimension.PRIORITY.ordinal())));
                chosen |= other == past;
            }
        }
        return chosen ? text("STARTED", actor, at, pushed(past, actor, at), menu)
                        + standing(priorities, at - 1)
                : text("MISS", actor, at, false, List.of());
    }

    /** How the priorities on a menu stood to one another. */
    private String standing(Set<String> priorities, long at) {
        StringBuilder text = new StringBuilder(" in order");
        Set<String> pressures = hours.pressures(at);
        for (String one : priorities) {
            for (String other : priorities) {
                text.append(", ").append(one).append(' ').append(hours.relation(one, other, at, pressures)).append(' ')
                        .append(other);
            }
        }
        return text.toString();
    }

    /** Whether an item lay unstarted and open on somebody's desk just before. */
    private boolean ready(Past other, String actor, long at) {
        if (other.created >= at) {
            return false;
        }
        Event start = start(other);
        Past.State state = other.at(at - 1);
        boolean open = state.phase == Phase.backlog || state.phase == Phase.queued;
        return open && state.owner.equals(actor) && (start == null || other.at(start) >= at);
    }

    private String column(Past other, long at) {
        Past.State state = hours.state(other, at - 1);
        boolean blocked = pasts.stream().anyMatch(
                blocker -> blocker != other && state.waitsFor.contains(blocker.item) && blocker.open(at - 1));
        boolean stale = at - 1 - state.lastTouch >= 180 * DAY;
        StringBuilder column = new StringBuilder(other.container(asOf) ? "holds " : "");
        column.append(blocked ? "blocked " : "").append(stale ? "stale " : "");
        for (Dimension dimension : Dimension.values()) {
            column.append(hours.classOf(dimension, state.values.get(dimension.ordinal()))).append(' ');
        }
        return column.append(at - other.created).toString();
    }

    /** Whether the last to assign it, the instant of the start included, was another and did so just then. */
    private static boolean pushed(Past past, String actor, long at) {
        Event last = null;
        for (Event event : past.events) {
            if (past.at(event) <= at && !Past.target(event, Link.OWNER).isEmpty()) {
                last = event;
            }
        }
        return last != null && last.actor() != null && !last.actor().id().equals(actor)
                && at - past.at(last) <= 15 * MINUTE;
    }

    private String text(String outcome, String actor, long at, boolean pushed, List<String> menu) {
        boolean inWindow = organisation.window().span().fromMillis() <= at
                && at < organisation.window().span().toMillis();
        return outcome + " by " + actor + " at " + at + (inWindow ? " inside" : " outside") + (pushed ? " pushed" : "")
                + " of " + menu;
    }
}
