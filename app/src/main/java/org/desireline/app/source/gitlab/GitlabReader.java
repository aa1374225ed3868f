package org.desireline.app.source.gitlab;

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

/** Issues and merge requests of GitLab: pages of its REST interface, with notes, approvals and resource events. */
public final class GitlabReader implements DocumentReader {

    private final Delivery delivery;
    private final ForgeEvents events;
    private final GitlabPages pages;

    /** A reader of one import. */
    public GitlabReader(Delivery delivery) {
        this.delivery = delivery;
        this.events = new ForgeEvents(new Forge("gitlab", "merge request", false), delivery);
        this.pages = new GitlabPages(events, delivery::called);
    }

    @Override
    public String name() {
        return "gitlab";
    }

    @Override
    public String reads() {
        return "GitLab's REST JSON (issues, merge requests, notes, approvals, resource events)";
    }

    @Override
    public boolean understands(Beginning beginning) {
        JsonRecords.First first = JsonRecords.first(beginning);
        return (first.has("iid") && !first.has("key")) || first.has("resource_type", "resource_id")
                || first.has("noteable_type", "noteable_id") || isError(first.fields().keySet());
    }

    private static boolean isError(Set<String> fields) {
        return fields.equals(Set.of("message"));
    }

    @Override
    public long read(Document document, InputStream in) throws IOException {
        Place place = new Place(document.pointer(), document.newestMillis());
        long[] counts = new long[2];
        JsonRecords.Sink sink = (record, list, around, pointer) -> {
            if (record.isObject() && isError(Set.copyOf(record.propertyNames()))) {
                fail(pointer, "is an error answer of GitLab, not a page; left out");
            } else {
                counts[pages.take(record, place) ? 0 : 1]++;
            }
        };
        if (new Beginning(document.pointer(), new byte[] {'{'}).isJsonLines()) {
            JsonDocuments.lines(document.pointer(), in, (node, pointer) -> {
                for (JsonNode each : node.isArray() ? node : Set.of(node)) {
                    sink.take(each, "", each, pointer);
                }
            }, this::fail);
        } else {
            JsonRecords.read(document.pointer(), in, Set.of(), sink, this::fail);
        }
        if (counts[1] > 0) {
            delivery.trouble(Severity.ERROR, document.pointer(),
                    "are no issue, merge request, note, approval or resource event; left out", counts[1]);
        }
        return counts[0];
    }

    @Override
    public void finish() {
        long nobodys = pages.finish();
        if (nobodys > 0) {
            delivery.trouble(Severity.ERROR, "gitlab", "notes or events of issues or merge requests whose own page is"
                    + " not here; left out. Perhaps import all pages of a project as one folder", nobodys);
        }
        if (pages.untimed() > 0) {
            delivery.trouble(Severity.NOTE, "gitlab", "approvals without a time: they do not count, but for what the"
                    + " notes say of them", pages.untimed());
        }
        events.finish();
    }

    private void fail(String pointer, String what) {
        delivery.trouble(Severity.ERROR, pointer, what, 1);
    }
}
