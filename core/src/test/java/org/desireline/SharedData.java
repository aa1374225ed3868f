package org.desireline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Logs and figures of others, which are not part of the repository: in a folder {@code shared} beside or above it. */
public final class SharedData {

    private static final System.Logger LOG = System.getLogger("SharedData");

    private SharedData() {}

    /** The lines of a file, unpacked where its name ends in gz; or a test that is skipped and says so. */
    public static List<String> lines(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared").resolve(name);
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file);
                        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
                    return new String(plain.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }
        String missing = "SKIPPED: no shared/" + name + " beside or above " + Path.of("").toAbsolutePath();
        LOG.log(System.Logger.Level.WARNING, missing);
        Assumptions.abort(missing);
        throw new IllegalStateException(missing);
    }
}
