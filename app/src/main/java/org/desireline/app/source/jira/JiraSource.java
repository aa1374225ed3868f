package org.desireline.app.source.jira;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.desireline.app.source.files.Document;
import org.desireline.app.source.files.Documents;
import org.desireline.journal.Event;
import org.desireline.journal.Source;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Jira export on disk: files, folders and archives of REST JSON, or of JSON Lines. */
public final class JiraSource implements Source {

    private static final int MOST_DEPTH = 200;
    private static final int LOOK_AHEAD = 4096;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH).maxStringLength(64 << 20).build())
            .build()).build();
    private final Path path;
    private final UnaryOperator<String> tokens;
    private final BiConsumer<String, String> names;

    /**
     * The export under a path.
     *
     * @param tokens turns an account, with its source before a colon, into an opaque token
     * @param names hears an account and a name or an e-mail address of its owner
     */
    public JiraSource(Path path, UnaryOperator<String> tokens, BiConsumer<String, String> names) {
        this.path = path;
        this.tokens = tokens;
        this.names = names;
    }

    @Override
    public String name() {
        return "jira";
    }

    @Override
    public void read(Consumer<Event> events, Consumer<Trouble> troubles) {
        Reading reading = new Reading(new JiraEvents(tokens, events, troubles), troubles);
        Documents.read(path, reading::document, trouble -> {
            reading.failures.add(trouble);
            troubles.accept(trouble);
        });
        reading.events.finish();
        if (reading.issues == 0) {
            String first = reading.failures.isEmpty() ? "It holds no issue"
                    : reading.failures.get(0).where() + ": " + reading.failures.get(0).what();
            throw new SourceException(SourceException.Kind.NOT_UNDERSTOOD, path.toString(), false,
                    "Nothing in " + path + " could be read as a Jira export. " + first
                            + ". Desireline reads Jira's REST JSON: an issue, a page of a search, a folder or a"
                            + " zip of them.");
        }
    }

    /** One pass over the documents of a source. */
    private final class Reading {

        private final JiraEvents events;
        private final Consumer<Trouble> troubles;
        private final List<Trouble> failures = new ArrayList<>();
        private long issues;

        Reading(JiraEvents events, Consumer<Trouble> troubles) {
            this.events = events;
            this.troubles = troubles;
        }

        void document(Document document) {
            try (InputStream in = new BufferedInputStream(document.content(), LOOK_AHEAD)) {
                String start = start(in);
                String lower = document.pointer().toLowerCase(Locale.ROOT);
                if (start.startsWith("<")) {
                    fail(document.pointer(), "looks like a web page, not JSON; left out. Perhaps a login page was saved"
                            + " in place of the export");
                } else if (start.isEmpty()) {
                    fail(document.pointer(), "is empty; left out");
                } else if (!start.startsWith("{") && !start.startsWith("[")) {
                    troubles.accept(new Trouble(Severity.NOTE, document.pointer(), "is not JSON; left out", 1));
                } else if (lower.contains(".jsonl") || lower.contains(".ndjson")) {
                    lines(document, in);
                } else {
                    whole(document, in);
                }
            } catch (IOException unreadable) {
                fail(document.pointer(), "cannot be read (" + unreadable.getMessage() + "); left out");
            }
        }

        private String start(InputStream in) throws IOException {
            in.mark(LOOK_AHEAD);
            byte[] head = in.readNBytes(LOOK_AHEAD / 2);
            in.reset();
            String text = new String(head, StandardCharsets.UTF_8).strip();
            return text.startsWith("\ufeff") ? text.substring(1).strip() : text;
        }

        private void fail(String pointer, String what) {
            Trouble trouble = new Trouble(Severity.ERROR, pointer, what, 1);
            failures.add(trouble);
            troubles.accept(trouble);
        }

        private void whole(Document document, InputStream in) {
            try {
                JsonNode root = mapper.readTree(in);
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
                    fail(document.pointer(),
                            "is neither an issue nor a page of a search; left out. Perhaps it was fetched"
                            + " from another address");
                }
            } catch (JacksonException malformed) {
                fail(document.pointer(), malformed(malformed, true));
            }
        }

        private void lines(Document document, InputStream in) throws IOException {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    JsonNode node = mapper.readTree(line);
                    element(node, node.path("names"), document, document.pointer() + ":" + number);
                } catch (JacksonException malformed) {
                    fail(document.pointer() + ":" + number, malformed(malformed, false));
                }
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
                    troubles.accept(new Trouble(Severity.WARNING, pointer + " " + key, what, 1)),
                    (account, called) -> names.accept("jira:" + account, called));
            events.issue(reader.read(node), pointer, document.newestMillis());
            issues++;
        }

        /** Where and what, without quoting the text: it may hold a person's words. */
        private String malformed(JacksonException malformed, boolean whole) {
            TokenStreamLocation at = malformed.getLocation();
            if (malformed.getCause() instanceof Documents.TooLarge tooLarge) {
                return "is left out: " + tooLarge.getMessage();
            }
            if (malformed instanceof StreamConstraintsException) {
                return "is nested deeper than " + MOST_DEPTH
                        + " levels or holds a text longer than any export's; left out";
            }
            String line = whole && at != null ? "line " + at.getLineNr() + ", " : "";
            return "is not valid JSON" + (at == null ? "" : " at " + line + "column " + at.getColumnNr())
                    + "; left out. Perhaps it was cut off";
        }
    }
}
