package org.desireline.app.charterfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.desireline.app.git.GitSettings;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which text of a charter was in force when. */
class VersionsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void leaveTheMachineAlone() {
        GitSettings.install();
    }

    private static String charter(String from, String label, String... more) {
        return "from: " + from + "\n" + String.join("\n", more) + (more.length > 0 ? "\n" : "")
                + "priorities: [{ id: safety, includes: { labels: [" + label + "] } }]\n";
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private RevCommit commit(Git git, String at) throws GitAPIException {
        PersonIdent who = new PersonIdent("somebody", "somebody@example.org", Instant.parse(at), ZoneOffset.UTC);
        git.add().addFilepattern(".").call();
        return git.commit().setMessage("A change").setAuthor(who).setCommitter(who).setSign(false).call();
    }

    /** Name, instant and label of each version. */
    private List<String> versions(String file) {
        Loaded loaded = CharterFiles.read(folder.resolve(file));
        assertThat(loaded.hasErrors()).as(loaded.text()).isFalse();
        return loaded.versions().stream().map(version -> version.name() + " "
                + Instant.ofEpochMilli(version.fromMillis()) + " "
                + version.declared().priorities().getFirst().includes().labels().getFirst()).toList();
    }

    private List<String> told(String file) {
        return CharterFiles.read(folder.resolve(file)).mistakes().stream().map(mistake -> mistake.text()
                .replace(folder + java.io.File.separator, "").replaceAll("@[0-9a-f]{7}", "@commit")
                .replaceAll("(?s)\n.*", "")).toList();
    }

    @Test
    void earlierVersionsLieInTheFolderBeside() throws IOException {
        write("charter.yaml", charter("2026-07-01", "now"));
        write("charters/old.yaml", charter("2026-01-01", "first", "timezone: Europe/Zurich"));
        write("charters/second.yml", charter("2026-04-01", "second"));
        write("charters/notes.txt", "not a charter");
        assertThat(versions("charter.yaml")).containsExactly("2026-01-01 2025-12-31T23:00:00Z first",
                "2026-04-01 2026-04-01T00:00:00Z second", "2026-07-01 2026-07-01T00:00:00Z now");
    }

    @Test
    void aVersionThatSaysTheSameIsMergedWithTheOneBefore() throws IOException {
        write("charter.yaml", "# other words\n" + charter("2026-07-01", "same"));
        write("charters/a.yaml", charter("2026-01-01", "same"));
        assertThat(versions("charter.yaml")).containsExactly("2026-01-01 2026-01-01T00:00:00Z same");
    }

    @Test
    void aLaterOrEqualVersionInTheFolderIsAnError() throws IOException {
        write("charter.yaml", charter("2026-07-01", "now"));
        write("charters/a.yaml", charter("2026-08-01", "later"));
        write("charters/b.yaml", charter("2026-07-01", "equal"));
        assertThat(told("charter.yaml")).containsExactly(
                "charters/a.yaml:1:1: this is in force from 2026-08-01, after charter.yaml, which is from"
                + " 2026-07-01: the"
                        + " folder is for earlier ones. Perhaps swap the two files.",
                "charters/b.yaml:1:1: this is in force from the same day as charter.yaml. Perhaps one of the two has a"
                        + " wrong `from:`.");
    }

    @Test
    void mistakesOfAllFilesAreToldAtOnce() throws IOException {
        write("charter.yaml", charter("2026-07-01", "now", "tradeofs: []"));
        write("charters/a.yaml", charter("2026-01-01", "first", "gate: []"));
        write("teams/apps.yaml", charter("2026-01-01", "first", "weak: x"));
        assertThat(told("charter.yaml")).containsExactly(
                "charter.yaml:2:1: unknown entry `tradeofs`. Perhaps you meant `tradeoffs:`.",
                "charters/a.yaml:2:1: unknown entry `gate`. Perhaps you meant `gates:`.",
                "teams/apps.yaml:1:1: warning: charter.yaml declares no team `apps`: the file is not used. Perhaps"
                        + " declare it: there are no teams yet.",
                "teams/apps.yaml:2:1: unknown entry `weak`. Perhaps you meant `week:`.");
    }

    @Test
    void aTeamHasACharterOfItsOwnThatMayNameWhatTheOrganisationDeclares() throws IOException {
        write("charter.yaml", charter("2026-07-01", "now", "timezone: Europe/Zurich", "teams: [{ id: apps }]",
                "pressure: [{ kind: freeze, from: 2026-09-20, to: 2026-10-01 }]"));
        write("teams/apps.yaml", """
                from: 2026-07-01
                priorities:
                  - { id: growth, owner: apps, includes: { labels: [growth] } }
                  - { id: safety, owner: aps, includes: { labels: [safety] } }
                tradeoffs: [{ prefer: safety, over: [growth], when: freeze }]
                """);
        Loaded loaded = CharterFiles.read(folder.resolve("charter.yaml"));
        assertThat(told("charter.yaml")).containsExactly("teams/apps.yaml:4:26: warning: there is no team or role"
                + " `aps`."
                + " Perhaps you meant `apps`.");
        assertThat(loaded.teams()).containsOnlyKeys("apps");
        assertThat(loaded.teams().get("apps").zone().getId()).isEqualTo("Europe/Zurich");
    }

    @Test
    void moreClassesThanCanBeToldApartAreAnErrorAtTheFirstTooMany() throws IOException {
        StringBuilder text = new StringBuilder("from: 2026-07-01\npriorities:\n");
        for (int i = 1; i <= 30; i++) {
            text.append("  - { id: p").append(i).append(", includes: { labels: [l").append(i).append("] } }\n");
        }
        write("charter.yaml", text.toString());
        assertThat(told("charter.yaml")).containsExactly("charter.yaml:27:5: this is one more than the 24 priorities"
                + " that"
                + " can be told apart over all versions. Perhaps join some of them.");
    }

    @Test
    void inGitAVersionIsInForceFromItsDayOrItsCommitWhicheverIsLater() throws IOException, GitAPIException {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            write("docs/charter.yaml", charter("2026-01-01", "first", "assumed: true"));
            commit(git, "2026-03-01T12:00:00Z");
            write("docs/charter.yaml", charter("2026-03-15", "second"));
            commit(git, "2026-03-10T12:00:00Z");
            write("docs/charter.yaml", charter("2026-03-15", "third"));
            commit(git, "2026-05-01T08:00:00Z");
            write("docs/charter.yaml", charter("2026-03-15", "fourth"));
            commit(git, "2026-05-01T18:00:00Z");
            write("README", "nothing of it");
            commit(git, "2026-06-01T18:00:00Z");
        }
        assertThat(versions("docs/charter.yaml")).containsExactly("2026-01-01 2026-01-01T00:00:00Z first",
                "2026-03-15 2026-03-15T00:00:00Z second", "2026-05-01 2026-05-01T08:00:00Z third",
                "2026-05-01.2 2026-05-01T18:00:00Z fourth");
        assertThat(told("docs/charter.yaml")).isEmpty();
    }

    @Test
    void aTextThatIsNotCommittedIsInForceFromItsDayAndSaidSo() throws IOException, GitAPIException {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            write("charter.yaml", charter("2026-01-01", "first"));
            assertThat(versions("charter.yaml")).containsExactly("2026-01-01 2026-01-01T00:00:00Z first");
            commit(git, "2026-01-05T12:00:00Z");
        }
        assertThat(versions("charter.yaml")).containsExactly("2026-01-05 2026-01-05T12:00:00Z first");
        write("charter.yaml", charter("2026-02-01", "changed"));
        assertThat(versions("charter.yaml")).containsExactly("2026-01-05 2026-01-05T12:00:00Z first",
                "2026-02-01 2026-02-01T00:00:00Z changed");
        assertThat(told("charter.yaml")).containsExactly("charter.yaml:1:1: note: changes to this file are not"
                + " committed:"
                + " they are taken to be in force from 2026-02-01.");
        // A change of what was committed, from the same day on, takes its place.
        write("charter.yaml", charter("2026-01-01", "changed"));
        assertThat(versions("charter.yaml")).containsExactly("2026-01-01 2026-01-01T00:00:00Z changed");
        write("charter.yaml", charter("2026-01-01", "first").replace("\n", "\r\n"));
        assertThat(told("charter.yaml")).as("other ends of lines are no change").isEmpty();
    }

    @Test
    void anOldTextThatCannotBeReadIsLeftOutWithItsCommitAndLine() throws IOException, GitAPIException {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            write("charter.yaml", charter("2026-01-01", "first"));
            commit(git, "2026-01-01T00:00:00Z");
            write("charter.yaml", charter("2026-02-01", "second", "tradeofs: []"));
            commit(git, "2026-02-01T00:00:00Z");
            write("charter.yaml", charter("2026-03-01", "third"));
            commit(git, "2026-03-01T00:00:00Z");
        }
        assertThat(versions("charter.yaml")).containsExactly("2026-01-01 2026-01-01T00:00:00Z first",
                "2026-03-01 2026-03-01T00:00:00Z third");
        assertThat(told("charter.yaml")).containsExactly("charter.yaml@commit:2:1: warning: this version is left out:"
                + " unknown entry `tradeofs`.");
    }

    @Test
    void ofEqualInstantsTheLaterCommitWinsAndClocksThatGoBackDoNoHarm() throws IOException, GitAPIException {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            write("charter.yaml", charter("2026-06-01", "first"));
            commit(git, "2026-01-01T00:00:00Z");
            write("charter.yaml", charter("2026-06-01", "second"));
            commit(git, "2026-01-02T00:00:00Z");
            write("charter.yaml", charter("2026-06-01", "third"));
            commit(git, "2026-08-01T00:00:00Z");
            write("charter.yaml", charter("2026-06-01", "fourth"));
            commit(git, "2026-07-01T00:00:00Z");
        }
        assertThat(versions("charter.yaml")).containsExactly("2026-06-01 2026-06-01T00:00:00Z second",
                "2026-08-01 2026-08-01T00:00:00Z fourth");
    }

    @Test
    void aChangeOnABranchCountsFromItsMerge() throws Exception {
        try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
            write("charter.yaml", charter("2026-01-01", "first"));
            commit(git, "2026-01-01T00:00:00Z");
            git.checkout().setCreateBranch(true).setName("change").call();
            write("charter.yaml", charter("2026-01-01", "second"));
            RevCommit change = commit(git, "2026-02-01T00:00:00Z");
            git.checkout().setName("main").call();
            git.merge().include(change).setFastForward(FastForwardMode.NO_FF).setCommit(false).call();
            commit(git, "2026-04-01T00:00:00Z");
        }
        assertThat(versions("charter.yaml")).containsExactly("2026-01-01 2026-01-01T00:00:00Z first",
                "2026-04-01 2026-04-01T00:00:00Z second");
    }

    @Test
    void aRenamedCharterBeginsAnewAndOneThatWasRemovedForAWhileGoesOn() throws IOException, GitAPIException {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            Path old = write("old.yaml", charter("2026-01-01", "first"));
            commit(git, "2026-01-01T00:00:00Z");
            Files.move(old, folder.resolve("charter.yaml"));
            git.rm().addFilepattern("old.yaml").call();
            commit(git, "2026-02-01T00:00:00Z");
            assertThat(versions("charter.yaml")).containsExactly("2026-02-01 2026-02-01T00:00:00Z first");
            git.rm().addFilepattern("charter.yaml").call();
            commit(git, "2026-03-01T00:00:00Z");
            write("charter.yaml", charter("2026-01-01", "second"));
            assertThat(told("charter.yaml")).containsExactly(
                    "charter.yaml:1:1: note: this file is not committed as it stands.");
            commit(git, "2026-04-01T00:00:00Z");
        }
        assertThat(versions("charter.yaml")).containsExactly("2026-02-01 2026-02-01T00:00:00Z first",
                "2026-04-01 2026-04-01T00:00:00Z second");
    }

    @Test
    void aWorkTreeWhoseGitFolderLiesElsewhereIsRead() throws IOException, GitAPIException {
        Path tree = Files.createDirectories(folder.resolve("sub"));
        Path elsewhere = folder.resolve("modules/sub");
        try (Git git = Git.init().setDirectory(tree.toFile()).setGitDir(elsewhere.toFile()).call()) {
            write("sub/charter.yaml", charter("2026-01-01", "first"));
            commit(git, "2026-02-01T00:00:00Z");
        }
        assertThat(Files.isRegularFile(tree.resolve(".git"))).isTrue();
        assertThat(versions("sub/charter.yaml")).containsExactly("2026-02-01 2026-02-01T00:00:00Z first");
    }

    @Test
    void aLinkedWorkTreeIsRead() throws IOException, GitAPIException {
        String head;
        try (Git git = Git.init().setDirectory(folder.resolve("main").toFile()).setInitialBranch("main").call()) {
            write("main/charter.yaml", charter("2026-01-01", "first"));
            head = commit(git, "2026-02-01T00:00:00Z").name();
        }
        Path own = Files.createDirectories(folder.resolve("main/.git/worktrees/other"));
        Files.writeString(own.resolve("HEAD"), head + "\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Files.writeString(own.resolve("gitdir"), folder.resolve("other/.git") + "\n");
        write("other/charter.yaml", charter("2026-01-01", "first"));
        write("other/.git", "gitdir: " + own + "\n");
        assertThat(versions("other/charter.yaml")).containsExactly("2026-02-01 2026-02-01T00:00:00Z first");
    }

    @Test
    void aFileInABareRepositoryHasNoHistory() throws IOException, GitAPIException {
        Git.init().setBare(true).setDirectory(folder.toFile()).call().close();
        write("charter.yaml", charter("2026-01-01", "first"));
        assertThat(versions("charter.yaml")).containsExactly("2026-01-01 2026-01-01T00:00:00Z first");
    }

    @Test
    void aBrokenRepositoryIsAWarning() throws IOException, GitAPIException {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            write("charter.yaml", charter("2026-01-01", "first"));
            commit(git, "2026-02-01T00:00:00Z");
        }
        try (Stream<Path> files = Files.walk(folder.resolve(".git/objects"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file.toFile().setWritable(true)).isTrue();
                Files.writeString(file, "broken");
            }
        }
        assertThat(versions("charter.yaml")).containsExactly("2026-01-01 2026-01-01T00:00:00Z first");
        assertThat(told("charter.yaml")).singleElement().asString().startsWith(
                "charter.yaml:1:1: warning: the history of this file in git cannot be read (");
    }

    @Test
    void nothingIsWrittenIntoARepositoryAndNothingOutOfOneIsRun() throws IOException, GitAPIException {
        Path ran = folder.resolve("ran");
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            write("charter.yaml", charter("2026-01-01", "first"));
            commit(git, "2026-02-01T00:00:00Z");
        }
        String touch = "touch '" + ran + "'";
        for (String hook : List.of("post-checkout", "pre-commit", "post-index-change", "reference-transaction")) {
            Path file = write(".git/hooks/" + hook, "#!/bin/sh\n" + touch + "\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        write(".git/config", "[core]\n\trepositoryformatversion = 0\n\tfsmonitor = " + touch + "\n\tsshCommand ="
                + " " + touch
                + "\n\tpager = " + touch + "\n[filter \"x\"]\n\tsmudge = " + touch + "\n\tclean = " + touch + "\n");
        write(".gitattributes", "*.yaml filter=x\n");
        write("charter.yaml", charter("2026-03-01", "changed"));
        Map<String, String> before = everyFile();
        assertThat(versions("charter.yaml")).hasSize(2);
        assertThat(everyFile()).isEqualTo(before);
        assertThat(ran).doesNotExist();
    }

    private Map<String, String> everyFile() throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                all.put(folder.relativize(file).toString(), Files.isRegularFile(file)
                        ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "");
            }
        }
        return all;
    }
}
