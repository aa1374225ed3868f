package org.desireline.app.source.ocel;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.app.source.files.JsonDocuments;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Brings an object-centric log in JSON into memory, an event or object at a time. */
final class OcelJsonFetch {

    /** Reads one value of several in a document. */
    private static final ObjectReader ONE = JsonDocuments.mapper().readerFor(JsonNode.class)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final OcelLog log;

    private OcelJsonFetch(OcelLog log) {
        this.log = log;
    }

    /** Reads a document of version 2.0 or 1.0. */
    static void read(InputStream in, OcelLog log) {
        new OcelJsonFetch(log).document(in);
    }

    private void document(InputStream in) {
        try (JsonParser parser = JsonDocuments.mapper().createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                log.problem("documents are no JSON object; left out");
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "events" -> elements(parser, node -> happening(node));
                    case "objects" -> elements(parser, node -> thing(node));
                    case "ocel:events" -> entries(parser, this::formerHappening);
                    case "ocel:objects" -> entries(parser, this::formerThing);
                    default -> parser.skipChildren();
                }
            }
        }
    }

    /** What takes an element of a list. */
    private interface Taker {

        void take(JsonNode node);
    }

    /** What takes an entry of an object. */
    private interface NamedTaker {

        void take(String name, JsonNode node);
    }

    private void elements(JsonParser parser, Taker taker) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            log.problem("lists of events or objects are no list; left out");
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode node = ONE.readValue(parser);
            if (node.isObject()) {
                taker.take(node);
            } else {
                log.problem("elements of a list are neither event nor object; left out");
            }
        }
    }

    private void entries(JsonParser parser, NamedTaker taker) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            log.problem("lists of events or objects are no list; left out");
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode node = ONE.readValue(parser);
            if (node.isObject()) {
                taker.take(name, node);
            } else {
                log.problem("elements of a list are neither event nor object; left out");
            }
        }
    }

    private void happening(JsonNode node) {
        Map<String, String> attributes = new TreeMap<>();
        for (JsonNode attribute : list(node, "attributes")) {
            attributes.put(log.word(text(attribute, "name")), text(attribute, "value"));
        }
        log.happening(text(node, "id"), text(node, "type"), text(node, "time"), attributes, relations(node));
    }

    private void thing(JsonNode node) {
        List<OcelLog.Value> values = new ArrayList<>();
        for (JsonNode attribute : list(node, "attributes")) {
            values.add(new OcelLog.Value(log.word(text(attribute, "name")), log.word(text(attribute, "time")),
                    log.word(text(attribute, "value"))));
        }
        log.thing(text(node, "id"), text(node, "type"), values, relations(node));
    }

    private List<OcelLog.Relation> relations(JsonNode node) {
        List<OcelLog.Relation> relations = new ArrayList<>();
        for (JsonNode relation : list(node, "relationships")) {
            relations.add(new OcelLog.Relation(log.word(text(relation, "objectId")),
                    log.word(text(relation, "qualifier"))));
        }
        return relations;
    }

    private void formerHappening(String id, JsonNode node) {
        List<OcelLog.Relation> relations = new ArrayList<>();
        JsonNode map = node.path("ocel:omap");
        if (!map.isArray() && !map.isMissingNode()) {
            log.problem("lists of an event or object are no list; left out");
        } else {
            for (JsonNode object : map) {
                relations.add(new OcelLog.Relation(log.word(scalar(object)), ""));
            }
        }
        log.happening(log.bounded(id), text(node, "ocel:activity"), text(node, "ocel:timestamp"),
                values(node.path("ocel:vmap")), relations);
    }

    private void formerThing(String id, JsonNode node) {
        List<OcelLog.Value> values = new ArrayList<>();
        values(node.path("ocel:ovmap")).forEach((name, value) ->
                values.add(new OcelLog.Value(name, "", log.word(value))));
        log.thing(log.bounded(id), text(node, "ocel:type"), values, List.of());
    }

    private Map<String, String> values(JsonNode map) {
        Map<String, String> values = new TreeMap<>();
        if (map.isObject()) {
            map.properties().forEach(entry -> values.put(log.word(log.bounded(entry.getKey())),
                    scalar(entry.getValue())));
        } else if (!map.isMissingNode()) {
            log.problem("lists of an event or object are no list; left out");
        }
        return values;
    }

    private Iterable<JsonNode> list(JsonNode node, String name) {
        JsonNode list = node.path(name);
        if (list.isArray()) {
            return list;
        }
        if (!list.isMissingNode() && !list.isNull()) {
            log.problem("lists of an event or object are no list; left out");
        }
        return List.of();
    }

    private String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isMissingNode() ? "" : scalar(value);
    }

    private String scalar(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            log.problem("values are lists or objects; left out");
            return "";
        }
        return log.bounded(value.asString());
    }
}
