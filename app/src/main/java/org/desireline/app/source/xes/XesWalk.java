package org.desireline.app.source.xes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.xes.XesTrace.XesEvent;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/** Walks from tag to tag of a log, and hands on each trace as it ends. */
final class XesWalk {

    /** The log is left out from here on; the message says why. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String why;

        Refused(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    private static final int MOST_DEPTH = 100;
    private static final int MOST_EVENTS = 2_000_000;
    private static final int MOST_ATTRIBUTES = 500;
    private static final int MOST_CHARS = 1_000;

    /** What an attribute says, by its key. */
    private enum Says { NAME, INSTANCE, TRANSITION, STATE, RESOURCE, TIME, OF_CASE }

    private final XMLStreamReader xml;
    private final Runnable tags;
    private final XesEvents events;
    private final Delivery delivery;
    private final String pointer;
    private final Map<String, Says> keys = new HashMap<>(Map.of(
            "concept:name", Says.NAME, "concept:instance", Says.INSTANCE, "lifecycle:transition", Says.TRANSITION,
            "lifecycle:state", Says.STATE, "org:resource", Says.RESOURCE, "time:timestamp", Says.TIME));
    /** Keys that together name an event without a name, by the log's first classifier. */
    private List<String> classifier = List.of();
    private final Map<String, String> classified = new HashMap<>();
    private int depth;
    private @Nullable XesTrace trace;
    private int traceDepth;
    private @Nullable XesEvent event;
    private int eventDepth;
    private long stray;

    /**
     * A walk through a log.
     *
     * @param tags hears of each tag
     */
    XesWalk(XMLStreamReader xml, Runnable tags, XesEvents events, Delivery delivery, String pointer) {
        this.xml = xml;
        this.tags = tags;
        this.events = events;
        this.delivery = delivery;
        this.pointer = pointer;
    }

    /** Walks to the end. */
    void walk() throws XMLStreamException, Refused {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Refused("declares or uses a document type or an entity; left out");
                    default -> { }
                }
            }
        } finally {
            if (stray > 0) {
                delivery.trouble(Severity.WARNING, pointer, "events outside of traces belong to no case; left out",
                        stray);
            }
        }
    }

    private void begin(String tag) throws Refused {
        tags.run();
        depth++;
        if (depth > MOST_DEPTH) {
            throw new Refused("is nested deeper than " + MOST_DEPTH + " levels; what comes before counts");
        }
        if (event != null) {
            if (depth == eventDepth + 1) {
                ofEvent(event);
            }
        } else if (trace != null) {
            if (tag.equals("event") && depth == traceDepth + 1) {
                event = new XesEvent();
                eventDepth = depth;
                classified.clear();
            } else if (depth == traceDepth + 1) {
                ofTrace(trace, tag);
            }
        } else if (depth == 2) {
            ofLog(tag);
        }
    }

    private void ofLog(String tag) {
        switch (tag) {
            case "trace" -> {
                trace = new XesTrace();
                traceDepth = depth;
            }
            case "event" -> stray++;
            case "extension" -> prefix(attribute("uri"), attribute("prefix"));
            case "classifier" -> {
                if (classifier.isEmpty()) {
                    classifier = words(attribute("keys"));
                }
            }
            case "string" -> {
                String name = attribute("value");
                if (keys.get(attribute("key")) == Says.NAME && XesReader.tells(name)) {
                    events.called(name.strip());
                }
            }
            default -> { }
        }
    }

    /** A log may give the standard's extensions prefixes of its own. */
    private void prefix(String uri, String prefix) {
        for (String known : List.of("concept", "lifecycle", "org", "time")) {
            if (uri.endsWith("/" + known + ".xesext") && !prefix.isEmpty() && !prefix.equals(known)) {
                for (String key : List.copyOf(keys.keySet())) {
                    if (key.startsWith(known + ":")) {
                        keys.put(prefix + key.substring(known.length()), keys.getOrDefault(key, Says.OF_CASE));
                    }
                }
            }
        }
    }

    /** The keys of a classifier: words, in apostrophes where they hold a blank. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            char first = text.charAt(at);
            int end = text.indexOf(first == '\'' ? '\'' : ' ', at + 1);
            end = end < 0 ? text.length() : end;
            String word = text.substring(first == '\'' ? at + 1 : at, end).strip();
            if (!word.isEmpty()) {
                words.add(word);
            }
            at = end + 1;
        }
        return words;
    }

    private void ofTrace(XesTrace of, String tag) {
        String key = attribute("key");
        if (keys.get(key) == Says.NAME) {
            of.name = cut(attribute("value"));
        } else if (isLiteral(tag) && of.attributes.size() < MOST_ATTRIBUTES && !keys.containsKey(key)) {
            of.attributes.put(cut(key), cut(attribute("value")));
        }
    }

    private static boolean isLiteral(String tag) {
        return tag.equals("string") || tag.equals("boolean") || tag.equals("int");
    }

    private void ofEvent(XesEvent of) {
        String key = attribute("key");
        Says says = keys.get(key);
        if (says == null) {
            says = key.startsWith("(case)") || key.startsWith("case:") ? Says.OF_CASE : null;
            if (classifier.contains(key)) {
                classified.put(key, cut(attribute("value")));
            }
        }
        if (says != null) {
            String value = cut(attribute("value"));
            switch (says) {
                case NAME -> of.activity = value.strip();
                case INSTANCE -> of.instance = value.strip();
                case TRANSITION -> of.transition = value.strip();
                case STATE -> of.transition = of.transition.isEmpty() ? value.strip() : of.transition;
                case RESOURCE -> of.resource = value.strip();
                case TIME -> of.time = value.strip();
                case OF_CASE -> ofCase(key, value);
            }
        }
    }

    private void ofCase(String key, String value) {
        XesTrace of = trace;
        if (of != null && of.attributes.size() < MOST_ATTRIBUTES) {
            of.attributes.putIfAbsent(cut(key.replaceFirst("^[(]?case[):]_?", "")), value);
        }
    }

    private void end() throws Refused {
        tags.run();
        XesTrace of = trace;
        if (event != null && depth == eventDepth) {
            if (of != null) {
                add(of, event);
            }
            event = null;
        } else if (of != null && depth == traceDepth) {
            trace = null;
            events.trace(of);
        }
        depth--;
    }

    private void add(XesTrace of, XesEvent one) throws Refused {
        if (one.activity.isEmpty() && !classified.isEmpty()) {
            one.activity = String.join("+", classifier.stream().map(key -> classified.getOrDefault(key, ""))
                    .filter(value -> !value.isEmpty()).toList());
        }
        if (of.events.size() == MOST_EVENTS) {
            throw new Refused("has a trace of more than " + MOST_EVENTS + " events; it and what comes after is left"
                    + " out");
        }
        of.events.add(one);
    }

    private String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String cut(String value) {
        return value.length() > MOST_CHARS ? value.substring(0, MOST_CHARS) : value;
    }
}
