package org.desireline.app.store;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.desireline.journal.Event;
import org.desireline.journal.Journal;
import org.desireline.journal.Source;
import org.jspecify.annotations.Nullable;

/**
 * Port: what is remembered between two commands. Everything it does may throw {@link
 * org.desireline.journal.SourceException}.
 */
public interface Workspace extends AutoCloseable {

    /** The events. */
    String JOURNAL = "journal.duckdb";
    /** The guesses, for the reader to edit. */
    String GUESSES = "guess.yaml";
    /** The guesses as they were before the reader's edits. */
    String LAST_GUESSES = "guess.last";
    /** Who is who, for the reader to edit. */
    String PEOPLE = "people.yaml";
    /** What the columns of tables say, as they were guessed and as they were read. */
    String COLUMNS = "columns.last";
    /** The mappings of records that were named, for the reader to edit. */
    String RECORDS = "records.yaml";
    /** What was committed to, as it was written down. */
    String COMMITMENTS = "commitments.yaml";
    /** What was decided, as it was written down. */
    String DECISIONS = "decisions.yaml";
    /** By which mappings each repository was read. */
    String LAST_RECORDS = "records.last";

    /**
     * What appending did.
     *
     * @param export the export as it was read
     * @param added events that were not there before
     * @param troubles troubles met, counted
     */
    record Appended(Imported export, long added, long troubles) {}

    /** Whether anything outlives this process. */
    boolean keeps();

    /** The secret of the tokens: made on first use. */
    byte[] secret();

    /** Where a text is kept, as the reader would open it; empty where nothing is kept. */
    String place(String name);

    /** A text, or null where there is none. */
    @Nullable String text(String name);

    /** Keeps a text, whole or not at all, for nobody but its owner. */
    void keep(String name, String text);

    /** The exports that were read, by path. */
    List<Imported> imported();

    /**
     * Appends what a source delivers; what is there already is not added again. The export's former troubles go.
     *
     * @param outdated documents of which everything that was appended before goes as the first of what is delivered
     *     now comes; may grow while the source delivers, until it delivers of them
     * @param progress hears how many events were delivered so far
     */
    Appended append(Imported export, Source source, Set<String> outdated, LongConsumer progress);

    /** Appends, and nothing goes. */
    default Appended append(Imported export, Source source, LongConsumer progress) {
        return append(export, source, Set.of(), progress);
    }

    /**
     * Everything appended so far, in whatever order.
     *
     * @param people gives for each actor's token the one that stands for the person
     */
    Journal journal(UnaryOperator<String> people);

    /** Everything appended so far as it was delivered, of copies the one that counts; by instant, then by id. */
    void events(Consumer<Event> sink);

    /** Keeps versions of a charter; one that is known by day, name and hash is not kept twice. */
    void keepCharters(List<KeptCharter> charters);

    /** The versions kept, by day, then name, then hash. */
    List<KeptCharter> charters();

    /** Lets go of whatever is held open; what is asked next takes it up again. */
    void release();

    @Override
    default void close() {
        release();
    }
}
