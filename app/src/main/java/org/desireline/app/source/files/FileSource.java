package org.desireline.app.source.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.desireline.journal.Event;
import org.desireline.journal.Source;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/** A file, a folder or an archive, whose documents go each to the reader that understands it. */
public final class FileSource implements Source {

    private final Path path;
    private final UnaryOperator<String> tokens;
    private final BiConsumer<String, String> names;
    private final Function<Delivery, List<DocumentReader>> readers;

    /**
     * What lies at a path.
     *
     * @param tokens turns an account, with its source before a colon, into an opaque token
     * @param names hears an account and a name or an e-mail address of its owner
     * @param readers makes the readers of an import, in the order in which they are asked
     */
    public FileSource(
            Path path,
            UnaryOperator<String> tokens,
            BiConsumer<String, String> names,
            Function<Delivery, List<DocumentReader>> readers) {
        this.path = path;
        this.tokens = tokens;
        this.names = names;
        this.readers = readers;
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public void read(Consumer<Event> events, Consumer<Trouble> troubles) {
        Reading reading = new Reading(events, troubles);
        Documents.read(path, reading::document, reading::trouble);
        reading.finish();
    }

    /** One pass over the documents of a source. */
    private final class Reading {

        private final Consumer<Trouble> troubles;
        private final List<DocumentReader> all;
        private @Nullable Trouble firstFailure;
        private long records;

        Reading(Consumer<Event> events, Consumer<Trouble> troubles) {
            this.troubles = troubles;
            this.all = readers.apply(new Delivery(tokens, names, events, this::trouble));
        }

        private void trouble(Trouble trouble) {
            if (firstFailure == null && trouble.severity() == Severity.ERROR) {
                firstFailure = trouble;
            }
            troubles.accept(trouble);
        }

        private void fail(String pointer, String what) {
            trouble(new Trouble(Severity.ERROR, pointer, what, 1));
        }

        private void document(Document document) {
            try (InputStream in = new BufferedInputStream(document.content(), 2 * Beginning.MOST_BYTES)) {
                in.mark(Beginning.MOST_BYTES + 1);
                Beginning beginning = new Beginning(document.pointer(), in.readNBytes(Beginning.MOST_BYTES));
                in.reset();
                DocumentReader reader = all.stream().filter(each -> each.understands(beginning)).findFirst()
                        .orElse(null);
                if (reader != null) {
                    records += reader.read(document, in);
                } else {
                    strange(beginning);
                }
            } catch (IOException unreadable) {
                fail(document.pointer(), "cannot be read (" + unreadable.getMessage() + "); left out");
            }
        }

        private void strange(Beginning beginning) {
            String text = beginning.text();
            if (text.isEmpty()) {
                fail(beginning.pointer(), "is empty; left out");
            } else if (text.startsWith("<")) {
                fail(beginning.pointer(), "looks like a web page or an unknown kind of XML; left out. Perhaps a login"
                        + " page was saved in place of the export");
            } else {
                trouble(new Trouble(Severity.NOTE, beginning.pointer(), "is of no kind that is read; left out", 1));
            }
        }

        private void finish() {
            all.forEach(DocumentReader::finish);
            if (records == 0) {
                String first = firstFailure == null ? "It holds no record" : firstFailure.where() + ": "
                        + firstFailure.what();
                String kinds = all.stream().map(DocumentReader::reads).collect(Collectors.joining("; "));
                throw new SourceException(SourceException.Kind.NOT_UNDERSTOOD, path.toString(), false,
                        "Nothing in " + path + " could be read. " + first.replaceFirst("[.]$", "")
                                + ". Desireline reads " + kinds
                                + "; and git repositories. Each may be packed (gzip), or lie in a folder or a zip.");
            }
        }
    }
}
