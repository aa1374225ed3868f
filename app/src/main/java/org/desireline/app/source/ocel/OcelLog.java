package org.desireline.app.source.ocel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object-centric log in memory, whatever form it had: objects with their values over time, and events that relate to
 * them. What could not be used is counted by what was wrong.
 *
 * <p>An id names one thing: of two that share it the one with the lesser text stays, so that the order does not count.
 */
final class OcelLog {

    /** No text of a log is longer; longer ones are left out, counted. */
    static final int MOST_TEXT = 1 << 20;

    /**
     * How something is related to an object.
     *
     * @param object the object's id
     * @param qualifier what it is to it; empty where the log does not say
     */
    record Relation(String object, String qualifier) implements Comparable<Relation> {

        @Override
        public int compareTo(Relation other) {
            int byObject = object.compareTo(other.object);
            return byObject != 0 ? byObject : qualifier.compareTo(other.qualifier);
        }
    }

    /**
     * A value of an object from some time on.
     *
     * @param name the attribute
     * @param time as written; empty for what it had from the first
     * @param value as written
     */
    record Value(String name, String time, String value) {}

    /**
     * An object.
     *
     * @param id its id
     * @param type its type
     * @param values its values, in the order of the log
     * @param relations to other objects
     */
    record Thing(String id, String type, List<Value> values, List<Relation> relations) {}

    /**
     * An event.
     *
     * @param id its id
     * @param type what happened
     * @param time as written
     * @param attributes its values
     * @param relations to objects
     * @param place its place among the events of the log, from 1
     */
    record Happening(
            String id, String type, String time, Map<String, String> attributes, List<Relation> relations,
            long place) {

        Happening {
            attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        }

        private String text() {
            return type + " " + time + " " + attributes + " " + relations;
        }
    }

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Map<String, Happening> happenings = new LinkedHashMap<>();
    private final Map<String, Long> problems = new TreeMap<>();
    private long places;

    /** The one copy of a text that comes often. */
    String word(String text) {
        return words.computeIfAbsent(text, same -> same);
    }

    /** Adds an object. */
    void thing(String id, String type, List<Value> values, List<Relation> relations) {
        if (id.isEmpty() || type.isEmpty()) {
            problem("objects have no id or no type; left out");
            return;
        }
        Thing thing = new Thing(word(id), word(type), List.copyOf(values), List.copyOf(relations));
        things.merge(thing.id(), thing, (one, other) -> {
            problem(one.equals(other) ? "objects are there twice; they count once"
                    : "objects share an id with another; one of them counts");
            return one.toString().compareTo(other.toString()) <= 0 ? one : other;
        });
    }

    /** Adds an event. */
    void happening(String id, String type, String time, Map<String, String> attributes, List<Relation> relations) {
        places++;
        if (id.isEmpty() || type.isEmpty()) {
            problem("events have no id or no type; left out");
            return;
        }
        Happening happening = new Happening(id, word(type), time, attributes, List.copyOf(relations), places);
        happenings.merge(id, happening, (one, other) -> {
            problem(one.text().equals(other.text()) ? "events are there twice; they count once"
                    : "events share an id with another; one of them counts");
            return one.text().compareTo(other.text()) <= 0 ? one : other;
        });
    }

    /** Counts something that could not be used as it stands; the end of a sentence, in the plural. */
    void problem(String what) {
        problems.merge(what, 1L, Long::sum);
    }

    /** The text of a value, cut to nothing where it is longer than any value is. */
    String bounded(String text) {
        if (text.length() <= MOST_TEXT) {
            return text;
        }
        problem("texts are longer than a million characters; left out");
        return "";
    }

    Map<String, Thing> things() {
        return Collections.unmodifiableMap(things);
    }

    Collection<Happening> happenings() {
        return Collections.unmodifiableCollection(happenings.values());
    }

    /** What was wrong, and how often. */
    Map<String, Long> problems() {
        return Collections.unmodifiableMap(problems);
    }

    /** How many events the log told of, usable or not. */
    long places() {
        return places;
    }

    /** Objects by type, in the order of their names. */
    Map<String, List<Thing>> byType() {
        Map<String, List<Thing>> byType = new TreeMap<>();
        things.values().forEach(thing -> byType.computeIfAbsent(thing.type(), none -> new ArrayList<>()).add(thing));
        return byType;
    }
}
