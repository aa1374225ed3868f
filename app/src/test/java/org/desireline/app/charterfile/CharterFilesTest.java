package org.desireline.app.charterfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.desireline.charter.Mistake;
import org.desireline.journal.Trouble.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharterFilesTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    static String example() throws IOException {
        try (var in = CharterFilesTest.class.getResourceAsStream("/charter/riverbank.yaml")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void theExampleOfTheDesignIsReadWithoutAMistake() throws IOException {
        Loaded loaded = CharterFiles.read(write("charter.yaml", example()));
        assertThat(loaded.mistakes()).filteredOn(mistake -> mistake.severity() != Severity.NOTE)
                .extracting(Mistake::text).isEmpty();
        assertThat(loaded.versions()).singleElement().satisfies(version -> {
            assertThat(version.name()).isEqualTo("2026-07-01");
            assertThat(Instant.ofEpochMilli(version.fromMillis())).isEqualTo("2026-06-30T22:00:00Z");
            assertThat(version.declared().priorities()).hasSize(3);
            assertThat(version.declared().path()).hasSize(3);
        });
    }
}
