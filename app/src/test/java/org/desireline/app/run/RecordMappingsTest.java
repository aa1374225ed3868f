package org.desireline.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.app.Repository;
import org.desireline.app.store.FolderWorkspace;
import org.desireline.app.store.Workspace;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping named beside a repository is gone by, remembered, and replaced. */
class RecordMappingsTest {

    private static final String RISKS = "files: \"risks/*.yaml\"\nkey: id\nstatus: state\ndue: due\n";

    @TempDir
    private Path folder;
    private Path work;
    private Path home;

    @BeforeEach
    void aRepositoryOfRisks() throws GitAPIException, IOException {
        work = folder.resolve("work");
        home = folder.resolve("home");
        try (Repository made = Repository.in(work)) {
            Files.createDirectories(work.resolve("risks"));
            Files.writeString(work.resolve("risks/a.yaml"), "id: 7\nstate: open\ndue: Q1\n");
            made.commit("Ada", "ada@x.example", "2026-01-02T10:00:00Z", "one");
        }
    }

    private Path mapping(String text) throws IOException {
        Path file = folder.resolve("risks.records.yaml");
        Files.writeString(file, text);
        return file;
    }

    private Intake.Report take(Path... paths) {
        return Intake.run(home, List.of(paths), false, line -> { });
    }

    private Set<String> told() {
        Set<String> told = new TreeSet<>();
        try (Workspace workspace = FolderWorkspace.in(home, line -> { })) {
            workspace.events(event -> {
                if (event.subject().id().startsWith("record:")) {
                    told.add(event.subject().id().replaceFirst("record:[0-9a-f]{12}:", "") + " " + event.verb() + " "
                            + event.attributes().getOrDefault("due", ""));
                }
            });
        }
        return told;
    }

    @Test
    void aMappingBesideARepositoryIsGoneByAndRemembered() throws GitAPIException, IOException {
        take(work);
        assertThat(told()).isEmpty();
        assertThat(take(mapping(RISKS)).taken()).singleElement().satisfies(taken ->
                assertThat(taken.unchanged()).isFalse());
        assertThat(told()).containsExactly("risks:7 created ");
        assertThat(take(work).taken()).singleElement().satisfies(taken -> assertThat(taken.unchanged()).isTrue());
        try (Repository made = new Repository(org.eclipse.jgit.api.Git.open(work.toFile()))) {
            Files.writeString(work.resolve("risks/b.yaml"), "id: 8\nstate: open\n");
            made.commit("Ada", "ada@x.example", "2026-01-03T10:00:00Z", "two");
        }
        take(work);
        assertThat(told()).containsExactly("risks:7 created ", "risks:8 created ");
    }

    @Test
    void aMappingThatChangesTakesThePlaceOfWhatItSaidBefore() throws IOException {
        take(work, mapping(RISKS));
        assertThat(told()).containsExactly("risks:7 created ");
        Files.writeString(folder.resolve("days.yaml"), "Q1: 2026-03-31\n");
        take(mapping(RISKS + "calendar: days.yaml\nname: perils\n"));
        assertThat(told()).containsExactly("perils:7 created ", "perils:7 dueSet 2026-03-31");
        assertThat(Files.readString(home.resolve("records.yaml"))).contains("\"days.yaml\": |2\n  Q1: 2026-03-31\n");
    }

    @Test
    void aMappingThatCannotBeUsedIsRefusedWithItsPlace() throws IOException {
        Path bad = mapping("files: a.md\nstauts: x\n");
        assertThatThrownBy(() -> take(work, bad)).isInstanceOf(BadInput.class)
                .hasMessageStartingWith("risks.records.yaml:2:9: 'stauts'");
        assertThatThrownBy(() -> take(work, folder.resolve("no.records.yaml"))).isInstanceOf(BadInput.class)
                .hasMessageStartingWith("There is no mapping");
        Files.writeString(bad, "#".repeat(1 << 19));
        assertThatThrownBy(() -> take(work, bad)).isInstanceOf(BadInput.class).hasMessageContaining("larger");
    }
}
