package org.desireline.app.source.jira;

import java.io.IOException;
import java.io.InputStream;
import org.desireline.app.source.files.Beginning;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Document;
import org.desireline.app.source.files.DocumentReader;
import org.desireline.app.source.files.JsonDocuments;
import org.desireline.journal.Trouble.Severity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Issues of Jira as REST JSON: one, a page of a search, an array, or one a line. */
public final class JiraReader implements DocumentReader {

    private final Delivery delivery;
    private final JiraEvents events;
    private long issues;

    /** A reader of one import. */
    public JiraReader(Delivery delivery) {
        this.delivery = delivery;
        this.events = new JiraEvents(delivery.tokens(), delivery.events(), delivery.troubles());
    }

    @Override
    public String name() {
        return "jira";
    }

    @Override
    public String reads() {
        return "Jira's REST JSON (an issue, a page of a search, or one issue a line)";
    }

    /** Jira's answers have no mark of their own: whatever is JSON and of no other kind is tried. */
    @Override
    public boolean understands(Beginning beginning) {
        return beginning.isJson();
    }

    @Override
    public long read(Document document, InputStream in) throws IOException {
        issues = 0;
        if (new Beginning(document.pointer(), new byte[] {'{'}).isJsonLines()) {
            JsonDocuments.lines(document.pointer(), in,
                    (node, pointer) -> element(node, node.path("names"), document, pointer), this::fail);
        } else {
            whole(document, in);
        }
        return issues;
    }

    @Override
    public void finish() {
        events.finish();
    }

    private void fail(String pointer, String what) {
        delivery.trouble(Severity.ERROR, pointer, what, 1);
    }

    private void whole(Document document, InputStream in) {
        try {
            JsonNode root = JsonDocuments.mapper().readTree(in);
            JsonNode list = root.isArray() ? root : root.path("issues");
            if (IssueReader.isIssue(root)) {
                issue(root, root.path("names"), document, document.pointer());
            } else if (list.isArray()) {
                int i = 0;
                for (JsonNode node : list) {
                    element(node, root.path("names"), document, document.pointer() + "[" + i++ + "]");
                }
            } else if (root.has("errorMessages")) {
                fail(document.pointer(), "is an error answer of Jira, not an export; left out");
            } else {
                fail(document.pointer(), "is JSON, but neither an issue nor a page of a search; left out. Perhaps it"
                        + " was fetched from another address");
            }
        } catch (JacksonException malformed) {
            fail(document.pointer(), JsonDocuments.malformed(malformed, true));
        }
    }

    private void element(JsonNode node, JsonNode names, Document document, String pointer) {
        if (IssueReader.isIssue(node)) {
            issue(node, names, document, pointer);
        } else {
            fail(pointer, "is not an issue; left out");
        }
    }

    private void issue(JsonNode node, JsonNode fieldNames, Document document, String pointer) {
        IssueReader reader = new IssueReader(fieldNames, (key, what) ->
                delivery.trouble(Severity.WARNING, pointer + " " + key, what, 1),
                (account, called) -> delivery.called("jira:" + account, called));
        events.issue(reader.read(node), pointer, document.newestMillis());
        issues++;
    }
}
