package org.desireline.app.ocel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A form of the format, being written: objects first, then events. */
sealed interface Form extends AutoCloseable permits JsonForm, XmlForm, DatabaseForm {

    /** The form that a file's name asks for, or null where it asks for none. */
    static @Nullable Kind kind(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (name.matches(kind.names)) {
                return kind;
            }
        }
        return null;
    }

    /** The forms there are. */
    enum Kind {
        JSON(".*[.](jsonocel|json)"),
        XML(".*[.](xmlocel|xml)"),
        DATABASE(".*[.](sqlite|sqlite3|db)");

        private final String names;

        Kind(String names) {
            this.names = names;
        }

        /** Begins a file that is there and empty. */
        Form begin(Path file, Contents contents) throws IOException {
            return switch (this) {
                case JSON -> new JsonForm(file, contents);
                case XML -> new XmlForm(file, contents);
                case DATABASE -> new DatabaseForm(file, contents);
            };
        }
    }

    /** Writes an object. */
    void object(String id, String type) throws IOException;

    /** Writes an event; after the first there are no more objects. */
    void event(Entry entry) throws IOException;

    /** Ends the file. */
    void end() throws IOException;

    @Override
    void close() throws IOException;
}
