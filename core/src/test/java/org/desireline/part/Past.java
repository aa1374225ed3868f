package org.desireline.part;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.charter.Charter;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusWords;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Verb;

/**
 * The oracles' own way of telling what an item was like: every question is answered by reading all of its events again
 * from the first. Slow and obvious on purpose; shares nothing with what it is compared with.
 */
final class Past {

    static final String NOBODY = "";
    static final String NOT_KNOWN = "?";

    /** What an item was like at an instant. */
    static final class State {
        String status = "";
        String resolution = "";
        String sprint = "";
        boolean inQueue;
        long due = Long.MIN_VALUE;
        String owner = NOT_KNOWN;
        int cycle = 1;
        Phase phase = Phase.queued;
        long lastTouch;
        final Set<String> waitsFor = new HashSet<>();
        /** Activities under way, in the order in which they began. */
        final List<Event> underWay = new ArrayList<>();
        List<List<String>> values = new ArrayList<>();
        /** The kinds of pressure it makes while it is open; looked up by whoever knows what was declared. */
        Set<String> presses = Set.of();

        boolean over() {
            return phase == Phase.done || phase == Phase.dropped;
        }
    }

    final String item;
    final List<Event> events;
    final long created;
    final boolean full;
    /** The instants at which anything happened to it. */
    final Set<Long> instants = new HashSet<>();
    private final Charter charter;
    private final Set<Event> bulk;
    final String scope;

    private Past(String item, List<Event> events, Charter charter, Set<Event> bulk) {
        this.item = item;
        this.events = events;
        this.charter = charter;
        this.bulk = bulk;
        Event creation = events.stream().filter(event -> event.verb() == Verb.created).findFirst()
                .orElse(events.get(0));
        this.created = creation.atMillis();
        this.full = "full".equals(creation.attributes().get(Field.CHANGE_LOG));
        String project = "";
        for (Event event : events) {
            project = event.attributes().getOrDefault(Field.PROJECT, project);
            instants.add(at(event));
        }
        this.scope = item.substring(0, item.indexOf(':')) + "/" + project;
    }

    /**
     * The pasts of all items that existed at the as-of instant, in the order of their ids. Nothing happens to an item
     * before it was created: a creation comes first of all, even of what a wrong clock dated earlier.
     */
    static List<Past> all(Organisation organisation) {
        Set<Event> bulk = bulk(organisation);
        Map<String, List<Event>> byItem = new TreeMap<>();
        Set<EventId> seen = new HashSet<>();
        for (Event event : organisation.events()) {
            if (seen.add(event.id())) {
                byItem.computeIfAbsent(event.subject().id(), id -> new ArrayList<>()).add(event);
            }
        }
        List<Past> all = new ArrayList<>();
        byItem.forEach((item, events) -> {
            events.sort(Comparator.comparingLong(Event::atMillis).thenComparing(Event::id));
            events.stream().filter(event -> event.verb() == Verb.created).findFirst().ifPresent(creation -> {
                events.remove(creation);
                events.add(0, creation);
            });
            Past past = new Past(item, events, organisation.charter(), bulk);
            if (past.created < organisation.asOfMillis()) {
                all.add(past);
            }
        });
        return all;
    }

    /** Edits of five items or more by one actor within a minute; every minute that starts at an edit is tried. */
    static Set<Event> bulk(Organisation organisation) {
        List<Event> edits = organisation.events().stream()
                .filter(event -> event.actor() != null && event.atMillis() <= organisation.asOfMillis())
                .filter(event -> event.verb() != Verb.created && event.verb() != Verb.commented
                        && event.verb() != Verb.logged)
                .toList();
        Set<Event> bulk = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Event first : edits) {
            List<Event> minute = edits.stream().filter(event -> event.actor().equals(first.actor())
                    && what(event).equals(what(first)) && event.atMillis() >= first.atMillis()
                    && event.atMillis() <= first.atMillis() + 60_000).toList();
            if (minute.stream().map(Event::subject).distinct().count() >= 5) {
                bulk.addAll(minute);
            }
        }
        return bulk;
    }

    private static String what(Event event) {
        return event.verb() + " " + event.attributes().keySet().stream().findFirst().orElse("");
    }

    /** When an event counts: never before its item exists. */
    long at(Event event) {
        return Math.max(created, event.atMillis());
    }

    /** Whether somebody and no program did it. */
    boolean byPerson(Event event) {
        return event.actor() != null && !charter.bots().contains(event.actor().id());
    }

    /** Whether it is part of an edit of many items at once. */
    boolean isBulk(Event event) {
        return bulk.contains(event);
    }

    /** What the item was like at an instant at which it existed. */
    State at(long millis) {
        State state = new State();
        state.lastTouch = created;
        for (Dimension ignored : Dimension.values()) {
            state.values.add(List.of());
        }
        Phase before = null;
        for (int i = 0; i < events.size() && at(events.get(i)) <= millis; i++) {
            apply(state, events.get(i));
            boolean lastOfInstant = i + 1 == events.size() || at(events.get(i + 1)) > at(events.get(i));
            if (lastOfInstant) {
                state.phase = phase(state);
                boolean wasOver = before == Phase.done || before == Phase.dropped;
                boolean rejected = before == Phase.review && (state.phase == Phase.backlog
                        || state.phase == Phase.queued || state.phase == Phase.working);
                if ((wasOver && !state.over()) || rejected) {
                    state.cycle++;
                }
                before = state.phase;
            }
        }
        return state;
    }

    /** The phase by status and resolution, whatever else happened in the same instant. */
    Phase phase(State state) {
        Phase said = said(state);
        return state.underWay.isEmpty() || said == Phase.done || said == Phase.dropped ? said : Phase.working;
    }

    private Phase said(State state) {
        if (state.status.isEmpty()) {
            return Phase.queued;
        }
        Phase phase = charter.statuses().phases().getOrDefault(scope, Map.of())
                .getOrDefault(state.status, Phase.queued);
        return phase == Phase.done && StatusWords.isDropped(state.resolution) ? Phase.dropped : phase;
    }

    void apply(State state, Event event) {
        Map<String, String> fields = event.attributes();
        state.status = fields.getOrDefault(Field.STATUS, state.status);
        state.resolution = fields.getOrDefault(Field.RESOLUTION, state.resolution);
        state.sprint = fields.getOrDefault(Field.SPRINT, state.sprint);
        state.inQueue = fields.containsKey(Field.TEAM) ? !fields.get(Field.TEAM).isEmpty() : state.inQueue;
        if (fields.containsKey(Field.DUE)) {
            state.due = due(fields.get(Field.DUE), charter.week().zone());
        }
        for (Dimension dimension : Dimension.values()) {
            String value = fields.get(dimension.field());
            if (value != null) {
                boolean several = dimension == Dimension.COMPONENT || dimension == Dimension.FIX_VERSION
                        || dimension == Dimension.LABEL;
                state.values.set(dimension.ordinal(), value.isEmpty() ? List.of()
                        : several ? List.of(value.split("\u001f", -1)) : List.of(value));
            }
        }
        if (event.verb() == Verb.started && !activity(event).isEmpty()) {
            state.underWay.add(event);
        } else if (event.verb() == Verb.stopped) {
            state.underWay.remove(ended(state.underWay, event));
        }
        String owner = target(event, Link.OWNER);
        if (!owner.isEmpty()) {
            state.owner = owner;
        } else if (event.verb() == Verb.stopped && !state.underWay.isEmpty()) {
            Event last = state.underWay.get(state.underWay.size() - 1);
            state.owner = last.actor() == null ? NOT_KNOWN : last.actor().id();
        } else if (event.verb() == Verb.unassigned || Field.OWNER_NONE.equals(fields.get(Field.OWNER))) {
            state.owner = NOBODY;
        } else if (Field.OWNER_UNKNOWN.equals(fields.get(Field.OWNER))) {
            state.owner = NOT_KNOWN;
        }
        if (event.verb() == Verb.linked) {
            state.waitsFor.add(target(event, Link.BLOCKED_BY));
        } else if (event.verb() == Verb.unlinked) {
            state.waitsFor.remove(target(event, Link.BLOCKED_BY));
        }
        boolean program = event.actor() != null && charter.bots().contains(event.actor().id());
        if (!program && !bulk.contains(event)) {
            state.lastTouch = at(event);
        }
    }

    /** The activity an event begins or ends, empty where none is named. */
    static String activity(Event event) {
        return event.attributes().getOrDefault(Field.INSTANCE, event.attributes().getOrDefault(Field.ACTIVITY, ""));
    }

    /** Which beginning of those under way an end belongs to: the actor's own first, else anybody's; null if none. */
    static Event ended(List<Event> underWay, Event end) {
        List<Event> same = underWay.stream()
                .filter(event -> !activity(end).isEmpty() && activity(event).equals(activity(end))).toList();
        return same.stream().filter(event -> Objects.equals(event.actor(), end.actor())).findFirst()
                .orElse(same.isEmpty() ? null : same.get(0));
    }

    static String target(Event event, String qualifier) {
        for (Link link : event.links()) {
            if (link.qualifier().equals(qualifier)) {
                return link.target().id();
            }
        }
        return "";
    }

    private static long due(String text, ZoneId zone) {
        try {
            LocalDate day = LocalDate.parse(text.substring(0, Math.min(10, text.length())));
            return day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        } catch (DateTimeParseException noDay) {
            return Long.MIN_VALUE;
        }
    }

    /** When the item was finished for good, or the as-of instant where it was not. */
    long end(long asOf) {
        long end = asOf;
        boolean over = false;
        for (Event event : events) {
            if (at(event) <= asOf) {
                boolean now = at(at(event)).over();
                end = now && !over ? at(event) : end;
                over = now;
            }
        }
        return over ? end : asOf;
    }

    /** Whether it ended up finished. */
    boolean finished(long asOf) {
        return at(asOf).over();
    }

    /** Whether it only holds other items, by what is known at the as-of instant. */
    boolean container(long asOf) {
        boolean children = events.stream().anyMatch(event -> event.verb() == Verb.created && at(event) <= asOf
                && !event.attributes().getOrDefault(Field.CHILDREN, "").isEmpty());
        List<String> type = at(asOf).values.get(Dimension.TYPE.ordinal());
        return children || (!type.isEmpty() && charter.containerTypes().contains(type.get(0)));
    }

    /** Whether it exists and is not finished at an instant. */
    boolean open(long millis) {
        return millis >= created && !at(millis).over();
    }
}
