package org.desireline.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.desireline.app.source.Sources;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Journal;
import org.desireline.journal.MemoryJournal;
import org.desireline.journal.Trouble;

/**
 * A journal as lines of text, one an event, in the journal's order: verb, instant, item, actor, links, attributes; then
 * its troubles. A token is the account after an {@code @}, so that what never passed through the tokens stands out.
 *
 * @param journal what was read
 */
public record EventTable(Journal journal) {

    /** What lies at some paths, read by whichever sources understand it. */
    public static EventTable of(Path... paths) {
        MemoryJournal.Builder builder = new MemoryJournal.Builder();
        for (Path path : paths) {
            Sources.of(path, EventTable::token, (account, called) -> { }).read(builder::add, builder::add);
        }
        return new EventTable(builder.build());
    }

    private static String token(String account) {
        return "@" + account.substring(account.indexOf(':') + 1);
    }

    /** Events and troubles, without saying where an event was read. */
    public String text() {
        return String.join("\n", rows(false)) + "\n";
    }

    /** Events and troubles, each event with its place. */
    public List<String> rows(boolean withPlace) {
        List<String> rows = new ArrayList<>();
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                rows.add(row(batch, row) + (withPlace
                        ? " at " + journal.text(batch.pointer()[row]) + "#" + batch.record()[row] : ""));
            }
        });
        for (Trouble trouble : journal.troubles()) {
            rows.add("! " + trouble.severity().label() + " " + trouble.where() + " · " + trouble.what() + " · "
                    + trouble.count());
        }
        return rows;
    }

    private String row(EventBatch batch, int row) {
        List<String> parts = new ArrayList<>(List.of(
                batch.verbAt(row).name(),
                Instant.ofEpochMilli(batch.atMillis()[row]).toString(),
                journal.itemId(batch.item()[row]),
                batch.actor()[row] < 0 ? "-" : journal.actorToken(batch.actor()[row])));
        for (int i = batch.linkStart()[row]; i < batch.linkStart()[row + 1]; i++) {
            String qualifier = journal.text(batch.linkQualifier()[i]);
            int target = batch.linkTarget()[i];
            parts.add(qualifier + ">" + (qualifier.equals(Link.OWNER) ? journal.actorToken(target)
                    : target < 0 ? "?" : journal.itemId(target)));
        }
        TreeSet<String> attributes = new TreeSet<>();
        for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
            attributes.add(journal.text(batch.attributeName()[i]) + "="
                    + journal.text(batch.attributeValue()[i]).replace(Field.SEPARATOR, '|'));
        }
        parts.addAll(attributes);
        return String.join("  ", parts);
    }
}
