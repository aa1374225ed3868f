package org.desireline.app.ocel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * OCEL 2.0 as XML. Related objects stand in elements {@code object} with their type, as the published schema has it.
 * That schema also wants every attribute of an event declared, and the JDK's validator remembers what the last type
 * declared: so that one declares them all.
 */
final class XmlForm implements Form {

    private final BufferedWriter out;
    private boolean inEvents;

    XmlForm(Path file, Contents contents) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log>\n <object-types>\n");
        for (String type : contents.objectTypes()) {
            type("object-type", type, List.of());
        }
        out.write(" </object-types>\n <event-types>\n");
        Map<String, List<String>> types = contents.eventTypes();
        TreeSet<String> all = new TreeSet<>();
        types.values().forEach(all::addAll);
        int left = types.size();
        for (Map.Entry<String, List<String>> type : types.entrySet()) {
            type("event-type", type.getKey(), --left == 0 ? all : type.getValue());
        }
        out.write(" </event-types>\n <objects>\n");
    }

    private void type(String element, String name, Collection<String> attributes) throws IOException {
        out.write("  <" + element + " name=\"" + escaped(name) + "\"><attributes>");
        for (String attribute : attributes) {
            out.write("<attribute name=\"" + escaped(attribute) + "\" type=\"string\"/>");
        }
        out.write("</attributes></" + element + ">\n");
    }

    @Override
    public void object(String id, String type) throws IOException {
        out.write("  <object id=\"" + escaped(id) + "\" type=\"" + escaped(type) + "\"/>\n");
    }

    @Override
    public void event(Entry entry) throws IOException {
        begin();
        out.write("  <event id=\"" + entry.id() + "\" type=\"" + escaped(entry.type()) + "\" time=\"" + entry.time()
                + "\">\n   <attributes>");
        for (Map.Entry<String, String> attribute : entry.attributes().entrySet()) {
            out.write("<attribute name=\"" + escaped(attribute.getKey()) + "\">" + escaped(attribute.getValue())
                    + "</attribute>");
        }
        out.write("</attributes>\n   <objects>");
        for (Entry.Relation relation : entry.relations()) {
            out.write("<object object-id=\"" + escaped(relation.object()) + "\" qualifier=\""
                    + escaped(relation.qualifier()) + "\" type=\"" + escaped(relation.type()) + "\"/>");
        }
        out.write("</objects>\n  </event>\n");
    }

    private void begin() throws IOException {
        if (!inEvents) {
            inEvents = true;
            out.write(" </objects>\n <events>\n");
        }
    }

    @Override
    public void end() throws IOException {
        begin();
        out.write(" </events>\n</log>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
