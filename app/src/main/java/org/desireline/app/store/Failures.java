package org.desireline.app.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.desireline.journal.SourceException;
import org.desireline.journal.SourceException.Kind;

/** What to say when the store cannot be used. */
final class Failures {

    private Failures() {}

    static SourceException of(Path file, IOException failed) {
        String reason = reason(String.valueOf(failed.getMessage()));
        return new SourceException(Kind.UNREADABLE, file.toString(), true, "The workspace " + file.getParent()
                + " cannot be used (" + (reason.isEmpty() ? failed.getMessage() : reason) + "). Perhaps "
                + (reason.isEmpty() ? "name another with --home, or keep nothing with --throwaway."
                        : "free some space, or name another with --home."));
    }

    static SourceException of(Path file, SQLException failed) {
        String message = String.valueOf(failed.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (!reason(lower).isEmpty()) {
            return failure(file, true, "cannot be written: " + reason(lower)
                    + ". What was committed before is kept. Perhaps free some space and run the command again.");
        }
        if (lower.contains("not a valid duckdb database") || lower.contains("version number")) {
            return failure(file, false, "is no journal of this version of Desireline: its file format is not"
                    + " understood. Perhaps it was cut off, or written by another program or a newer version: move it"
                    + " away and import the exports again.");
        }
        if (lower.contains("permission denied") || lower.contains("read-only file system")
                || lower.contains("cannot open file") || lower.contains("cannot open directory")) {
            return failure(file, true, "cannot be opened (" + brief(message) + "). Perhaps its permissions are"
                    + " missing: name another workspace with --home, or keep nothing with --throwaway.");
        }
        if (lower.contains("out of memory")) {
            return failure(file, true, "needs more memory or room for temporary files than there is. Perhaps free some"
                    + " space on its disk.");
        }
        return failure(file, false, "cannot be used (" + brief(message) + "). Perhaps it is damaged: move it away and"
                + " import the exports again.");
    }

    static SourceException failure(Path file, boolean retryable, String what) {
        return new SourceException(Kind.UNREADABLE, file.toString(), retryable, file + " " + what);
    }

    private static String reason(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("disk is full")) {
            return "the disk is full";
        }
        return lower.contains("disk quota exceeded") || lower.contains("file too large")
                ? "the disk has no room left for it" : "";
    }

    private static String brief(String message) {
        return message.lines().findFirst().orElse("").replaceFirst("[.]?$", "");
    }
}
