package org.desireline.journal;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something wrong with the data: counted, located, shown; never fatal and never dropped.
 *
 * @param severity how much it matters
 * @param where the place: file, entry, line and column as far as known
 * @param what what is wrong and what was done about it
 * @param count how often
 */
public record Trouble(Severity severity, String where, String what, long count) implements Comparable<Trouble> {

    /** How much a trouble matters. */
    public enum Severity {
        /** A record or file could not be used. */
        ERROR,
        /** A record was used after a repair that is stated. */
        WARNING,
        /** Worth knowing; nothing was changed. */
        NOTE;

        /** The name used in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int compareTo(Trouble other) {
        return Comparator.comparing(Trouble::severity).thenComparing(Trouble::where).thenComparing(Trouble::what)
                .thenComparingLong(Trouble::count).compare(this, other);
    }
}
