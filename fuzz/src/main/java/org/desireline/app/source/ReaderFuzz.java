package org.desireline.app.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.desireline.app.source.csv.Columns;
import org.desireline.app.source.files.Beginning;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Document;
import org.desireline.app.source.files.DocumentReader;
import org.desireline.app.source.files.Instants;
import org.desireline.journal.Event;
import org.desireline.journal.Keys;
import org.desireline.journal.Ref;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble;

/**
 * Bytes as a document, for one reader of the catalogue: the one whose class the setting {@code desireline.reader}
 * names, such as {@code xes} for {@code XesReader}, or whichever understands them. Whatever it makes of them, it ends,
 * and its events can be true.
 */
public final class ReaderFuzz {

    private static final String READER = System.getProperty("desireline.reader", "");
    private static final String POINTER = System.getProperty("desireline.document", "document");
    private static final Set<String> LOGS = Set.of("xes", "csv", "jsonl");
    private static final long NEWEST_MILLIS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private ReaderFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Delivery delivery = new Delivery(account -> account, (account, called) -> { }, ReaderFuzz::event,
                ReaderFuzz::trouble);
        Beginning beginning = new Beginning(POINTER, bytes);
        List<DocumentReader> readers = Sources.readers(delivery, Columns.NONE);
        for (DocumentReader reader : readers) {
            boolean understands = reader.understands(beginning);
            String name = reader.getClass().getSimpleName().replace("Reader", "").toLowerCase(Locale.ROOT);
            if (READER.isEmpty() ? understands : READER.equals(name)) {
                read(reader, bytes);
                return;
            }
        }
        if (!READER.isEmpty()) {
            throw new IllegalStateException("There is no reader " + READER + " in the catalogue.");
        }
    }

    private static void read(DocumentReader reader, byte[] bytes) {
        ByteArrayInputStream content = new ByteArrayInputStream(bytes);
        try (BufferedInputStream in = new BufferedInputStream(content)) {
            long records = reader.read(new Document(POINTER, NEWEST_MILLIS, content), in);
            if (records < 0) {
                throw new IllegalStateException("A negative number of records: " + records + ".");
            }
            reader.finish();
        } catch (IOException | SourceException said) {
            // What cannot be read is said so.
        }
    }

    private static void event(Event event) {
        boolean hasPlace = event.subject().kind().equals(Ref.ITEM)
                && (Keys.isOnlyKey(event.subject().id()) || event.subject().id().indexOf(':') > 0);
        // A process log that was simulated may begin with 1970; it says so.
        long earliest = LOGS.contains(event.origin().source()) ? 0 : Instants.EARLIEST_MILLIS;
        if (!hasPlace || event.atMillis() < earliest || event.atMillis() > NEWEST_MILLIS) {
            throw new IllegalStateException("An event that cannot be true: " + event + ".");
        }
    }

    private static void trouble(Trouble trouble) {
        if (trouble.count() < 1 || trouble.what().isBlank() || trouble.where().isBlank()) {
            throw new IllegalStateException("A trouble that says nothing: " + trouble + ".");
        }
    }
}
