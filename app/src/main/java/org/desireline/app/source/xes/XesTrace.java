package org.desireline.app.source.xes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trace as it stands in a log; texts are empty where nothing is said. */
final class XesTrace {

    String name = "";
    /** Literals of the trace itself, and of its events where these say that they are the case's. */
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<XesEvent> events = new ArrayList<>();

    /** An event of a trace. */
    static final class XesEvent {
        String activity = "";
        String instance = "";
        String transition = "";
        String resource = "";
        String time = "";
    }
}
