package org.desireline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real logs and what other programs made of them, in a folder {@code shared} beside the repository or further up. */
final class RealLogs {

    private static final System.Logger LOG = System.getLogger("RealLogs");

    private RealLogs() {}

    /** A file below the folder, or a test that is skipped and says so. */
    static Path file(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        String missing = "SKIPPED: no shared/" + name + " beside or above " + Path.of("").toAbsolutePath();
        LOG.log(System.Logger.Level.WARNING, missing);
        Assumptions.abort(missing);
        throw new IllegalStateException(missing);
    }
}
