package org.desireline.app.ocel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** OCEL 2.0 as JSON. */
final class JsonForm implements Form {

    private final JsonGenerator out;
    private boolean inEvents;

    JsonForm(Path file, Contents contents) throws IOException {
        out = JsonMapper.shared().createGenerator(Files.newOutputStream(file), JsonEncoding.UTF8);
        out.writeStartObject();
        out.writeArrayPropertyStart("objectTypes");
        contents.objectTypes().forEach(type -> type(type, List.of()));
        out.writeEndArray();
        out.writeArrayPropertyStart("eventTypes");
        contents.eventTypes().forEach(this::type);
        out.writeEndArray();
        out.writeArrayPropertyStart("objects");
    }

    private void type(String name, List<String> attributes) {
        out.writeStartObject();
        out.writeStringProperty("name", name);
        out.writeArrayPropertyStart("attributes");
        for (String attribute : attributes) {
            out.writeStartObject();
            out.writeStringProperty("name", attribute);
            out.writeStringProperty("type", "string");
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    @Override
    public void object(String id, String type) throws IOException {
        written(() -> {
            out.writeStartObject();
            out.writeStringProperty("id", id);
            out.writeStringProperty("type", type);
            out.writeArrayPropertyStart("attributes");
            out.writeEndArray();
            out.writeArrayPropertyStart("relationships");
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    @Override
    public void event(Entry entry) throws IOException {
        written(() -> {
            begin();
            out.writeStartObject();
            out.writeStringProperty("id", entry.id());
            out.writeStringProperty("type", entry.type());
            out.writeStringProperty("time", entry.time());
            out.writeArrayPropertyStart("attributes");
            for (Map.Entry<String, String> attribute : entry.attributes().entrySet()) {
                out.writeStartObject();
                out.writeStringProperty("name", attribute.getKey());
                out.writeStringProperty("value", attribute.getValue());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayPropertyStart("relationships");
            for (Entry.Relation relation : entry.relations()) {
                out.writeStartObject();
                out.writeStringProperty("objectId", relation.object());
                out.writeStringProperty("qualifier", relation.qualifier());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private void begin() {
        if (!inEvents) {
            inEvents = true;
            out.writeEndArray();
            out.writeArrayPropertyStart("events");
        }
    }

    @Override
    public void end() throws IOException {
        written(() -> {
            begin();
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void written(Runnable part) throws IOException {
        try {
            part.run();
        } catch (JacksonException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        written(out::close);
    }
}
