package org.desireline.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;

/** What could be begun in process logs, each question answered by reading all cases again. */
final class QueueOracle {

    private static final long DAY = 24L * 3_600_000;

    /** An instance of an activity that could be begun; the number tells it from others of its case. */
    record Instance(Film film, int number, String activity, long from, long to) {}

    /** Somebody begins an instance; it is null where none had been scheduled. */
    record Begin(Film film, String actor, long at, String activity, Instance instance) {}

    private final Archive archive;
    private final List<Instance> instances = new ArrayList<>();
    private final List<Begin> begins = new ArrayList<>();

    QueueOracle(Archive archive) {
        this.archive = archive;
        archive.films.forEach(this::read);
        begins.removeIf(begin -> instances.stream().noneMatch(one -> one.activity().equals(begin.activity())));
        begins.sort(Comparator.comparingLong(Begin::at));
    }

    private static String name(Event event) {
        return event.attributes().getOrDefault(Field.ACTIVITY, Past.activity(event));
    }

    private void read(Film film) {
        List<Event> events = film.past.events.stream().filter(event -> film.past.at(event) <= archive.asOf
                && !Past.activity(event).isEmpty()).toList();
        List<Event> waiting = new ArrayList<>();
        List<Event> underWay = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Event event : events) {
            long at = film.past.at(event);
            Event first = waiting.stream().filter(one -> Past.activity(one).equals(Past.activity(event))).findFirst()
                    .orElse(null);
            if (event.verb() == Verb.scheduled) {
                waiting.add(event);
                known.add(Past.activity(event));
            } else if (event.verb() == Verb.started) {
                underWay.add(event);
                if (!"resume".equals(event.attributes().get(Field.LIFECYCLE))) {
                    Instance begun = first == null ? null : leave(film, waiting, first, at);
                    boolean again = !known.add(Past.activity(event)) && begun == null;
                    if (film.past.byPerson(event) && !again) {
                        begins.add(new Begin(film, event.actor().id(), at, name(event), begun));
                    }
                }
            } else if (event.verb() == Verb.stopped) {
                Event ended = Past.ended(underWay, event);
                underWay.remove(ended);
                if (ended == null && first != null) {
                    leave(film, waiting, first, at);
                }
            }
        }
        while (!waiting.isEmpty()) {
            leave(film, waiting, waiting.get(0), film.past.finished(archive.asOf) ? film.end : Long.MAX_VALUE);
        }
    }

    private Instance leave(Film film, List<Event> waiting, Event first, long at) {
        waiting.remove(first);
        long until = film.past.finished(archive.asOf) ? Math.min(at, film.end) : at;
        Instance instance = new Instance(film, instances.size(), name(first), film.past.at(first), until);
        instances.add(instance);
        return instance;
    }

    /** In order of time. */
    List<Begin> begins() {
        return begins;
    }

    /** What was scheduled and not begun just before, of activities that somebody was at in the ninety days before. */
    List<Instance> menu(String actor, long at) {
        Set<String> lately = new HashSet<>();
        for (Film film : archive.films) {
            for (Event event : film.past.events) {
                long when = film.past.at(event);
                boolean works = event.verb() == Verb.started || event.verb() == Verb.stopped;
                if (works && film.past.byPerson(event) && event.actor().id().equals(actor) && when < at
                        && when >= at - 90 * DAY) {
                    lately.add(name(event));
                }
            }
        }
        return instances.stream()
                .filter(one -> one.from() < at && one.to() >= at && lately.contains(one.activity())).toList();
    }
}
