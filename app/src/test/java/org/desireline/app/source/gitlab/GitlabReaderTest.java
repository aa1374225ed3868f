package org.desireline.app.source.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.desireline.app.EventTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hand-made pages of GitLab and the table of the events they hold. */
class GitlabReaderTest {

    @TempDir
    private Path folder;

    @Test
    void thePagesOfAProjectGiveTheEventsOfTheirTable() throws IOException {
        assertThat(EventTable.of(resource("pages")).text()).isEqualTo(Files.readString(resource("pages.txt")));
    }

    @Test
    void theOrderOfDocumentsChangesNothing() throws IOException {
        Path back = Files.createDirectories(folder.resolve("back"));
        List<Path> pages;
        try (Stream<Path> files = Files.list(resource("pages"))) {
            pages = files.sorted().toList();
        }
        for (int i = 0; i < pages.size(); i++) {
            Files.copy(pages.get(i), back.resolve((char) ('z' - i) + ".json"));
        }
        assertThat(EventTable.of(back).rows(false)).isEqualTo(EventTable.of(resource("pages")).rows(false));
    }

    @Test
    void noWordThatAPersonWroteIsHandedOnAndNoneIsTakenForGitlabs() {
        List<String> rows = EventTable.of(resource("pages")).rows(true);
        assertThat(String.join("\n", rows)).doesNotContain("sticks", "wish", "why this", "Ada Oak", "a gate");
        assertThat(rows).filteredOn(row -> row.contains("verdict=approved")).hasSize(1);
    }

    @Test
    void valuesOfWrongTypesAreTroublesOrNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.json"), """
                [{"iid":1,"id":[],"created_at":"2026-03-02T08:00:00Z","author":"ada","labels":{},"assignees":[1,null],
                  "state":7,"web_url":"javascript:alert(1)","references":{"full":"../../etc#1"},"milestone":"x"},
                 {"iid":"x","created_at":1}, 7, {"resource_type":"Issue","resource_id":-1,"iid":2},
                 {"noteable_type":"Issue","noteable_id":3,"body":{"a":1},"system":true}]
                """);
        List<String> rows = EventTable.of(file).rows(false);
        assertThat(rows).filteredOn(row -> row.startsWith("created")).singleElement()
                .satisfies(row -> assertThat(row).contains("gitlab:local:#1").doesNotContain("..", "alert"));
        assertThat(rows).anyMatch(row -> row.contains("left out"));
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(GitlabReaderTest.class.getResource("/gitlab/" + name), name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }
}
