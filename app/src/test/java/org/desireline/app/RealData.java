package org.desireline.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real exports, which are not part of the repository: in a folder {@code shared} beside it or further up. */
public final class RealData {

    private static final System.Logger LOG = System.getLogger("RealData");

    private RealData() {}

    /** A file of the data, or a test that is skipped and says so. */
    public static Path file(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared").resolve("data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        String missing = "SKIPPED: no shared/data/" + name + " beside or above " + Path.of("").toAbsolutePath();
        LOG.log(System.Logger.Level.WARNING, missing);
        Assumptions.abort(missing);
        throw new IllegalStateException(missing);
    }
}
