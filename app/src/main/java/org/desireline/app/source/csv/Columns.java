package org.desireline.app.source.csv;

import org.jspecify.annotations.Nullable;

/** What is known of the columns of tables from outside, and what was found out. */
public interface Columns {

    /** Knows nothing and keeps nothing. */
    Columns NONE = new Columns() {
        @Override
        public @Nullable Said said(String document) {
            return null;
        }

        @Override
        public void read(String document, @Nullable Mapping guessed, Mapping used) {
            // Nobody asks.
        }
    };

    /** What somebody said of the columns of a document. */
    interface Said {

        /** The columns by role. */
        Mapping mapping();

        /** Refuses an entry: what is wrong with it is said with its place. */
        RuntimeException wrong(String entry, String what);
    }

    /** What somebody said of the columns of a document, or null. */
    @Nullable Said said(String document);

    /** Hears what would have been guessed, null where nothing could, and what a document was read by. */
    void read(String document, @Nullable Mapping guessed, Mapping used);
}
