package org.desireline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The repository a test runs in, for the documents that are checked against the code. */
final class Repository {

    private Repository() {}

    /** The text of a file, named from the top of the repository; empty where there is none. */
    static String text(String name) {
        Path file = top().resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The nearest folder above that holds the launcher and the build. */
    private static Path top() {
        Path start = Path.of("").toAbsolutePath();
        Path at = start;
        while (at != null && !(Files.exists(at.resolve("desireline")) && Files.exists(at.resolve("pom.xml")))) {
            at = at.getParent();
        }
        assertThat(at).as("a folder above %s with the launcher and pom.xml", start).isNotNull();
        return at;
    }
}
