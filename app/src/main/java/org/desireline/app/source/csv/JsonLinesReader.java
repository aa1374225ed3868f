package org.desireline.app.source.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.desireline.app.source.files.Beginning;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Document;
import org.desireline.app.source.files.DocumentReader;
import org.desireline.app.source.files.JsonDocuments;
import org.desireline.journal.Trouble.Severity;
import tools.jackson.databind.JsonNode;

/** Flat objects of JSON, one a line: a table whose rows name their columns. */
public final class JsonLinesReader implements DocumentReader {

    private final Delivery delivery;
    private final Tables tables;

    /** What the first lines of a document hold. */
    private record Start(List<String> header, List<List<String>> rows) {}

    /**
     * A reader of one import.
     *
     * @param columns what is known of the columns
     */
    public JsonLinesReader(Delivery delivery, Columns columns) {
        this.delivery = delivery;
        this.tables = new Tables("jsonl", delivery, columns);
    }

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public String reads() {
        return "JSON Lines of flat objects like the rows of such a table";
    }

    /** Whether the first lines are flat objects whose names tell a table, and no issue of Jira's. */
    @Override
    public boolean understands(Beginning beginning) {
        if (!beginning.text().startsWith("{")) {
            return false;
        }
        Start start = start(beginning);
        boolean isIssue = start.header().contains("key") && start.header().contains("created");
        return !start.rows().isEmpty() && (tables.isSaid(beginning.pointer())
                || (!isIssue && MappingGuess.of(start.header(), start.rows()).problem() == null));
    }

    /** The whole lines of a beginning, as far as they are flat objects. */
    private static Start start(Beginning beginning) {
        String text = beginning.text();
        int end = beginning.bytes().length < Beginning.MOST_BYTES ? text.length() : text.lastIndexOf('\n');
        List<JsonNode> objects = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        try {
            JsonDocuments.lines("", new ByteArrayInputStream(
                    text.substring(0, Math.max(0, end)).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    (node, place) -> {
                        if (node.isObject() && node.properties().stream().noneMatch(each ->
                                each.getValue().isObject())) {
                            objects.add(node);
                            names.addAll(node.propertyNames());
                        }
                    }, (place, what) -> { });
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        List<String> header = List.copyOf(names);
        return new Start(header, objects.stream().map(node -> values(node, header)).toList());
    }

    private static List<String> values(JsonNode node, List<String> header) {
        return header.stream().map(name -> text(node.path(name))).toList();
    }

    private static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString("") : "";
    }

    @Override
    public long read(Document document, InputStream in) throws IOException {
        Start start = start(CsvReader.beginning(document, in));
        TableEvents events = tables.events(document, start.header(), start.rows());
        if (events == null) {
            return 0;
        }
        JsonDocuments.lines(document.pointer(), in, (node, place) -> {
            if (node.isObject()) {
                events.row(values(node, start.header()));
            } else {
                delivery.trouble(Severity.WARNING, document.pointer(), "a line is no object; left out", 1);
            }
        }, (place, what) -> delivery.trouble(Severity.ERROR, place, what, 1));
        return events.finish();
    }

    @Override
    public void finish() {
        // Nothing waits for other documents.
    }
}
