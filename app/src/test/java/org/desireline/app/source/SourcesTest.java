package org.desireline.app.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.desireline.app.Repository;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which source reads what lies at a path. */
class SourcesTest {

    @TempDir
    private Path folder;

    private static String name(Path path) {
        return Sources.of(path, account -> account, (account, called) -> { }).name();
    }

    @Test
    void whatIsARepositoryItselfIsReadByGitAndAllElseAsFiles() throws IOException, GitAPIException {
        Path work = folder.resolve("work");
        Repository.in(work).close();
        Path export = Files.createDirectories(work.resolve("export"));
        Path issues = Files.writeString(work.resolve("issues.json"), "[]");
        assertThat(name(work)).isEqualTo("git");
        assertThat(name(work.resolve(".git"))).isEqualTo("git");
        assertThat(name(export)).isEqualTo("files");
        assertThat(name(issues)).isEqualTo("files");
        assertThat(name(folder)).isEqualTo("files");
        assertThat(name(folder.resolve("nothing"))).isEqualTo("files");
    }
}
