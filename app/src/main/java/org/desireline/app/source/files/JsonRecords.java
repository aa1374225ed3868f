package org.desireline.app.source.files;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks the records of a JSON document one at a time: a record alone, arrays of records, arrays of such arrays, several
 * of these after one another, and lists of records inside an object. Memory: one record.
 */
public final class JsonRecords {

    /** Arrays may lie in arrays this deep. */
    private static final int MOST_NESTED = 3;

    /** Reads one value of several. */
    private static final ObjectReader ONE =
            JsonDocuments.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Set<String> lists;
    private final String pointer;
    private final Sink sink;
    private long records;

    /** Takes records. */
    @FunctionalInterface
    public interface Sink {

        /**
         * Takes a record.
         *
         * @param record the record, or whatever stands in its place
         * @param list the name of the list it stands in, empty where it stands in none
         * @param around what the object that holds the list said before it
         * @param pointer where it stands
         */
        void take(JsonNode record, String list, JsonNode around, String pointer);
    }

    private JsonRecords(Set<String> lists, String pointer, Sink sink) {
        this.lists = lists;
        this.pointer = pointer;
        this.sink = sink;
    }

    /**
     * Walks a document.
     *
     * @param pointer the document as shown
     * @param lists names of the arrays of an object that hold records; an object with none of them is a record
     * @param failures takes where something is no JSON, and what is wrong with it; what stands before it was handed on
     */
    public static void read(
            String pointer, InputStream in, Set<String> lists, Sink sink, BiConsumer<String, String> failures) {
        JsonRecords records = new JsonRecords(lists, pointer, sink);
        try (JsonParser parser = JsonDocuments.mapper().createParser(in)) {
            while (parser.nextToken() != null) {
                records.value(parser, 0, "", JsonNodeFactory.instance.objectNode());
            }
        } catch (JacksonException malformed) {
            String what = JsonDocuments.malformed(malformed, true);
            failures.accept(pointer, records.records == 0 ? what
                    : what.replace("left out", "what stands before it counts, the rest is left out"));
        }
    }

    private void value(JsonParser parser, int nested, String list, ObjectNode around) {
        if (parser.currentToken() == JsonToken.START_ARRAY && nested < MOST_NESTED) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, nested + 1, list, around);
            }
        } else if (parser.currentToken() == JsonToken.START_OBJECT && nested == 0) {
            whole(parser);
        } else {
            hand(tree(parser), list, around);
        }
    }

    /** An object that stands alone: a record, or what holds lists of them. */
    private void whole(JsonParser parser) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        boolean holds = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && lists.contains(name)) {
                holds = true;
                value(parser, 1, name, object);
            } else {
                object.set(name, tree(parser));
            }
        }
        if (!holds) {
            hand(object, "", JsonNodeFactory.instance.objectNode());
        }
    }

    private void hand(JsonNode record, String list, JsonNode around) {
        sink.take(record, list, around, pointer + "[" + records++ + "]");
    }

    private static JsonNode tree(JsonParser parser) {
        return ONE.readTree(parser);
    }

    /**
     * What the first object of a document says, as far as the beginning of the document reaches.
     *
     * @param fields a text, number or truth as text, and empty braces or brackets for what holds more, by name
     * @param whole whether the object ends there
     */
    public record First(Map<String, String> fields, boolean whole) {

        public First {
            fields = Map.copyOf(fields);
        }

        /** Whether it has all of some fields. */
        public boolean has(String... names) {
            return fields.keySet().containsAll(List.of(names));
        }
    }

    /** What the first object of a document says; nothing where no object comes first. */
    public static First first(Beginning beginning) {
        Map<String, String> fields = new HashMap<>();
        if (!beginning.isJson()) {
            return new First(fields, true);
        }
        try (JsonParser parser = JsonDocuments.mapper().createParser(beginning.text())) {
            JsonToken token = parser.nextToken();
            for (int nested = 0; token == JsonToken.START_ARRAY && nested < MOST_NESTED; nested++) {
                token = parser.nextToken();
            }
            while (token == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                boolean holds = value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY;
                fields.put(name, value == JsonToken.START_OBJECT ? "{}" : holds ? "[]" : parser.getString());
                if (holds) {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException cutOff) {
            return new First(fields, false);
        }
        return new First(fields, true);
    }
}
