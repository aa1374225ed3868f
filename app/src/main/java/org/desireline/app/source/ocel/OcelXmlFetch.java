package org.desireline.app.source.ocel;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.desireline.app.source.files.XmlDocuments;

/**
 * Brings an object-centric log in XML into memory, an event or object at a time. A document with a type declaration is
 * refused, entities of its own are not known, and nothing else is ever opened.
 */
final class OcelXmlFetch {

    private static final int MOST_DEPTH = 20;
    /** An event or object has no more elements below it. */
    private static final int MOST_PARTS = 1_000_000;

    private final OcelLog log;
    private int parts;

    private OcelXmlFetch(OcelLog log) {
        this.log = log;
    }

    /** An element with all below it. */
    private record Part(String name, Map<String, String> attributes, List<Part> parts, StringBuilder text) {

        String get(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }

        List<Part> under(String name) {
            return parts.stream().filter(part -> part.name.equals(name)).flatMap(part -> part.parts.stream()).toList();
        }
    }

    /** The document is refused; the message says why, as the end of a sentence. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /**
     * Reads a document of version 2.0 or 1.0.
     *
     * @throws Refused where it declares a type of document, or is nested deeper than any log
     */
    static void read(InputStream in, OcelLog log) throws XMLStreamException, Refused {
        XmlDocuments.<Refused>read(in, new OcelXmlFetch(log)::document);
    }

    private void document(XMLStreamReader reader) throws XMLStreamException, Refused {
        List<String> path = new ArrayList<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw declared();
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = reader.getLocalName();
                    String parent = path.size() == 2 && path.getFirst().equals("log") ? path.get(1) : "";
                    if (parent.equals("events") && name.equals("event")) {
                        parts = 0;
                        happening(part(reader, path.size()));
                    } else if (parent.equals("objects") && name.equals("object")) {
                        parts = 0;
                        thing(part(reader, path.size()));
                    } else {
                        deeper(path.size());
                        path.add(name);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                default -> { }
            }
        }
    }

    private static Refused declared() {
        return new Refused("declares a type of document, which no log does; left out");
    }

    private static void deeper(int depth) throws Refused {
        if (depth > MOST_DEPTH) {
            throw new Refused("is nested deeper than " + MOST_DEPTH + " levels; left out");
        }
    }

    /** The element that has just begun, to its end. */
    private Part part(XMLStreamReader reader, int depth) throws XMLStreamException, Refused {
        deeper(depth);
        if (++parts > MOST_PARTS) {
            throw new Refused("has an event or object of more than a million elements; left out");
        }
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), log.bounded(reader.getAttributeValue(i)));
        }
        Part part = new Part(reader.getLocalName(), attributes, new ArrayList<>(), new StringBuilder());
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> part.parts.add(part(reader, depth + 1));
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return part;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (part.text.length() <= OcelLog.MOST_TEXT) {
                        part.text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD -> throw declared();
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Refused("refers to an entity of its own; left out");
                default -> { }
            }
        }
    }

    private void happening(Part event) {
        if (event.attributes.isEmpty()) {
            Map<String, String> attributes = new TreeMap<>();
            List<OcelLog.Relation> relations = new ArrayList<>();
            for (Part list : event.parts) {
                for (Part entry : list.parts) {
                    if (list.get("key").equals("omap")) {
                        relations.add(new OcelLog.Relation(log.word(entry.get("value")), ""));
                    } else if (list.get("key").equals("vmap")) {
                        attributes.put(log.word(entry.get("key")), entry.get("value"));
                    }
                }
            }
            log.happening(former(event, "id"), former(event, "activity"), former(event, "timestamp"), attributes,
                    relations);
            return;
        }
        Map<String, String> attributes = new TreeMap<>();
        for (Part attribute : event.under("attributes")) {
            attributes.put(log.word(attribute.get("name")), log.bounded(attribute.text.toString()));
        }
        log.happening(event.get("id"), event.get("type"), event.get("time"), attributes, relations(event));
    }

    private void thing(Part object) {
        List<OcelLog.Value> values = new ArrayList<>();
        if (object.attributes.isEmpty()) {
            for (Part list : object.parts) {
                if (list.get("key").equals("ovmap")) {
                    list.parts.forEach(entry -> values.add(new OcelLog.Value(log.word(entry.get("key")), "",
                            log.word(entry.get("value")))));
                }
            }
            log.thing(former(object, "id"), former(object, "type"), values, List.of());
            return;
        }
        for (Part attribute : object.under("attributes")) {
            values.add(new OcelLog.Value(log.word(attribute.get("name")), log.word(attribute.get("time")),
                    log.word(log.bounded(attribute.text.toString()))));
        }
        log.thing(object.get("id"), object.get("type"), values, relations(object));
    }

    /** Relations are called so, or, by an earlier draft of the format, objects. */
    private List<OcelLog.Relation> relations(Part part) {
        return part.under("objects").stream().map(relation -> new OcelLog.Relation(
                log.word(relation.get("object-id")), log.word(relation.get("qualifier")))).toList();
    }

    /** A value of version 1.0: an element of any type with key and value. */
    private static String former(Part part, String key) {
        return part.parts.stream().filter(each -> each.get("key").replaceFirst("^ocel:", "").equals(key))
                .map(each -> each.get("value")).findFirst().orElse("");
    }
}
