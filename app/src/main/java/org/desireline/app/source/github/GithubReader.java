package org.desireline.app.source.github;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.desireline.app.source.files.Beginning;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Document;
import org.desireline.app.source.files.DocumentReader;
import org.desireline.app.source.files.JsonDocuments;
import org.desireline.app.source.files.JsonRecords;
import org.desireline.app.source.forge.Forge;
import org.desireline.app.source.forge.ForgeEvents;
import org.desireline.app.source.forge.Place;
import org.desireline.journal.Trouble.Severity;
import tools.jackson.databind.JsonNode;

/** Issues and pull requests of GitHub: pages of its REST interface, lists of {@code gh}, and {@code archive.json}. */
public final class GithubReader implements DocumentReader {

    private static final String ARCHIVE = "E!vIA5L86J2I";
    private static final Set<String> LISTS = Set.of("issues", "pulls", "items");
    /** How gh spells the fields of an item; an interface that spells them so and numbers items is GitHub's. */
    private static final Set<String> OF_GH =
            Set.of("createdAt", "updatedAt", "closedAt", "mergedAt", "isDraft", "headRefName", "stateReason");

    /** Of these one is asked for beside them. */
    private static final Set<String> BESIDE = Set.of("title", "state", "url", "author", "body", "labels", "assignees");

    private final Delivery delivery;
    private final ForgeEvents events;
    private final Accounts accounts;

    /** A reader of one import. */
    public GithubReader(Delivery delivery) {
        this.delivery = delivery;
        this.events = new ForgeEvents(new Forge("github", "pull request", true), delivery);
        this.accounts = new Accounts(delivery::called);
    }

    @Override
    public String name() {
        return "github";
    }

    @Override
    public String reads() {
        return "GitHub's REST JSON, lists of gh, or archive.json (issues, pull requests, reviews, comments, events)";
    }

    @Override
    public boolean understands(Beginning beginning) {
        JsonRecords.First first = JsonRecords.first(beginning);
        boolean isArchive = ARCHIVE.equals(first.fields().get("magic"));
        // What refers to an item from elsewhere has no id.
        boolean isEntry = first.has("event", "actor", "created_at");
        boolean isSearch = first.has("total_count", "items");
        // gh sorts its fields: the number may come later than the beginning reaches.
        boolean isList = !first.has("key") && (first.has("number") || !first.whole())
                && first.fields().keySet().stream().anyMatch(OF_GH::contains)
                && BESIDE.stream().anyMatch(first.fields()::containsKey);
        return isArchive || first.has("node_id") || isEntry || isSearch || isList
                || isError(first.fields().keySet());
    }

    private static boolean isError(Set<String> fields) {
        return fields.contains("message") && fields.contains("documentation_url");
    }

    @Override
    public long read(Document document, InputStream in) throws IOException {
        GithubPages pages = new GithubPages(events, accounts, new Place(document.pointer(), document.newestMillis()));
        long[] counts = new long[2];
        JsonRecords.Sink sink = (record, list, around, pointer) -> {
            boolean isError = record.isObject() && isError(Set.copyOf(record.propertyNames()));
            if (isError) {
                fail(pointer, "is an error answer of GitHub, not a page; left out");
            } else {
                counts[pages.take(record, list, around) ? 0 : 1]++;
            }
        };
        if (new Beginning(document.pointer(), new byte[] {'{'}).isJsonLines()) {
            JsonDocuments.lines(document.pointer(), in, (node, pointer) -> {
                for (JsonNode each : node.isArray() ? node : Set.of(node)) {
                    sink.take(each, "", each, pointer);
                }
            }, this::fail);
        } else {
            JsonRecords.read(document.pointer(), in, LISTS, sink, this::fail);
        }
        long nobodys = pages.finish();
        if (nobodys > 0) {
            delivery.trouble(Severity.ERROR, document.pointer(), "do not say which item they belong to; left out."
                    + " Perhaps put its number into the name of the file: timeline-12.json", nobodys);
        }
        if (counts[1] > 0) {
            delivery.trouble(Severity.ERROR, document.pointer(),
                    "are no issue, pull request, review, comment, commit or event; left out", counts[1]);
        }
        return counts[0] - nobodys;
    }

    @Override
    public void finish() {
        events.finish();
    }

    private void fail(String pointer, String what) {
        delivery.trouble(Severity.ERROR, pointer, what, 1);
    }
}
