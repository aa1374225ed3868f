package org.desireline.app.ocel;

import java.util.List;
import java.util.Map;

/**
 * An event of an object-centric log.
 *
 * @param id its id
 * @param type what happened
 * @param time when, in UTC as ISO 8601 has it
 * @param attributes its values by name, all of which its type declares
 * @param relations to objects
 */
record Entry(String id, String type, String time, Map<String, String> attributes, List<Relation> relations) {

    /**
     * How an event is related to an object.
     *
     * @param object the object's id
     * @param type the object's type
     * @param qualifier what it is to the event
     */
    record Relation(String object, String type, String qualifier) {}

    Entry {
        relations = List.copyOf(relations);
    }
}
