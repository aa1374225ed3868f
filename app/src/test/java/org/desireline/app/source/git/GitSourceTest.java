package org.desireline.app.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.desireline.app.Repository;
import org.desireline.app.git.GitFolder;
import org.desireline.app.source.files.Footprint;
import org.desireline.journal.SourceException;
import org.desireline.journal.Verb;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commits of a repository are read, and what happens where there are none to read. */
class GitSourceTest {

    @TempDir
    private Path folder;
    private Path work;

    @BeforeEach
    void aRepositoryWithTwoBranches() throws GitAPIException, IOException {
        work = folder.resolve("work");
        try (Repository made = Repository.in(work)) {
            made.commit("Ada", "ada@x.example", "2026-02-01T10:00:00Z", "2026-02-05T10:00:00Z", "RB-1: begin");
            made.git().branchCreate().setName("side").call();
            made.commit("Ada", "ada@x.example", "2026-02-02T10:00:00Z", "RB-2 on main");
            made.git().checkout().setName("side").call();
            made.commit("Bob", "bob@x.example", "2026-02-03T10:00:00Z", "RB-3 on the side");
            made.git().checkout().setName("main").call();
            made.git().merge().include(made.git().getRepository().resolve("side")).setCommit(true)
                    .setFastForward(FastForwardMode.NO_FF).setMessage("Merge RB-9")
                    .setStrategy(org.eclipse.jgit.merge.MergeStrategy.OURS).call();
            made.git().checkout().setName("side").call();
            made.commit("Bob", "bob@x.example", "2026-02-04T10:00:00Z", "RB-4 on the side alone");
            made.commit("Bob", "bob@x.example", "2026-02-04T11:00:00Z", "no key");
            made.git().checkout().setName("main").call();
        }
    }

    private static List<String> read(Path path) {
        List<String> read = new ArrayList<>();
        new GitSource(path, account -> "@" + account, (account, name) -> { }).read(event -> {
            if (event.subject().id().startsWith("key:") && event.verb() == Verb.committed) {
                read.add(Instant.ofEpochMilli(event.atMillis()) + " " + event.subject().id() + " " + event.actor().id()
                        + " " + event.origin().pointer().replaceFirst("![0-9a-f]{40}$", "!hash"));
            }
        }, trouble -> read.add("! " + trouble.where() + " " + trouble.what() + " " + trouble.count()));
        read.sort(null);
        return read;
    }

    private static final List<String> ALL = List.of(
            "! work commits on branches that did not come to the main one: no item of the repository itself 2",
            "! work commits that name no item: not counted as work on any 1",
            "! work merges: not counted as work 1",
            "2026-02-01T10:00:00Z key:RB-1 @git:ada@x.example work!hash",
            "2026-02-02T10:00:00Z key:RB-2 @git:ada@x.example work!hash",
            "2026-02-03T10:00:00Z key:RB-3 @git:bob@x.example work!hash",
            "2026-02-04T10:00:00Z key:RB-4 @git:bob@x.example work!hash");

    @Test
    void everyCommitOfEveryBranchIsReadOnce() {
        assertThat(read(work)).isEqualTo(ALL);
        assertThat(read(work.resolve(".git"))).isEqualTo(ALL);
    }

    @Test
    void aBareCloneIsTheSame() throws GitAPIException {
        Path bare = folder.resolve("elsewhere/work.git");
        Git.cloneRepository().setURI(work.toUri().toString()).setDirectory(bare.toFile()).setBare(true)
                .setCloneAllBranches(true).call().close();
        assertThat(read(bare)).isEqualTo(ALL);
    }

    @Test
    void withoutABranchWhatIsCheckedOutIsRead() throws IOException {
        String side = Files.readString(work.resolve(".git/refs/heads/side"));
        Files.writeString(work.resolve(".git/HEAD"), side);
        Files.delete(work.resolve(".git/refs/heads/side"));
        Files.delete(work.resolve(".git/refs/heads/main"));
        assertThat(read(work)).hasSize(4).noneMatch(line -> line.contains("RB-2"));
    }

    @Test
    void aLinkedWorkTreeIsReadAsTheRepositoryItBelongsTo() throws IOException {
        Path own = Files.createDirectories(work.resolve(".git/worktrees/other"));
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/side\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Path linked = Files.createDirectories(folder.resolve("other"));
        Files.writeString(linked.resolve(".git"), "gitdir: " + own + "\n");
        assertThat(read(linked)).hasSize(7).anyMatch(line -> line.contains("RB-2") && line.contains("other!hash"));
        assertThat(Footprint.of(linked).stamp()).isEqualTo(Footprint.of(work).stamp());
    }

    @Test
    void nothingIsWrittenIntoIt() throws IOException {
        Map<String, String> before = files();
        read(work);
        assertThat(files()).isEqualTo(before);
    }

    private Map<String, String> files() throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(work)) {
            for (Path file : walk.toList()) {
                files.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.isDirectory(file)
                        + (Files.isDirectory(file) ? "" : Files.size(file)));
            }
        }
        return files;
    }

    @Test
    void nothingInItIsRunAndNoSettingOfItCounts() throws IOException {
        Path witness = folder.resolve("witness");
        Path hook = Files.createDirectories(work.resolve(".git/hooks")).resolve("post-checkout");
        Files.writeString(hook, "#!/bin/sh\ntouch " + witness + "\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        Files.writeString(work.resolve(".git/config"), "[core]\n\trepositoryformatversion = 0\n\tfsmonitor = touch "
                + witness + "\n[diff]\n\texternal = touch " + witness + "\n[i18n]\n\tlogOutputEncoding = utf-16\n");
        assertThat(read(work)).isEqualTo(ALL);
        assertThat(witness).doesNotExist();
    }

    @Test
    void aShallowCloneSaysSo() throws IOException {
        String tip = Files.readString(work.resolve(".git/refs/heads/main"));
        Files.delete(work.resolve(".git/refs/heads/side"));
        Files.writeString(work.resolve(".git/shallow"), tip);
        assertThat(read(work)).containsExactly(
                "! work merges on the main line that brought no commit: no item of the repository itself 1",
                "! work merges: not counted as work 1",
                "! work the clone is shallow: what was committed earlier is not in it. Perhaps fetch the rest:"
                        + " git fetch --unshallow 1");
    }

    @Test
    void aMissingOrDamagedObjectIsAFailureAndNothingIsDelivered() throws IOException {
        Path objects = work.resolve(".git/objects");
        String first;
        try (Git git = Git.open(work.toFile())) {
            first = git.getRepository().resolve("main~1").name();
        }
        Path object = objects.resolve(first.substring(0, 2)).resolve(first.substring(2));
        byte[] bytes = Files.readAllBytes(object);
        assertThat(object.toFile().setWritable(true)).isTrue();
        Files.write(object, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> read(work)).isInstanceOf(SourceException.class)
                .hasMessageContaining("cannot be read to its end").hasMessageContaining("Perhaps");
        Files.delete(object);
        List<String> delivered = new ArrayList<>();
        assertThatThrownBy(() -> new GitSource(work, account -> account, (account, name) -> { })
                .read(event -> delivered.add(event.toString()), trouble -> delivered.add(trouble.toString())))
                .isInstanceOf(SourceException.class).hasMessageContaining("the object " + first + " is missing");
        assertThat(delivered).isEmpty();
        Files.write(object, bytes);
        assertThat(read(work)).isEqualTo(ALL);
    }

    @Test
    void whatIsNoRepositoryOrHasNoCommitIsAFailure() throws GitAPIException, IOException {
        Path empty = folder.resolve("empty");
        Repository.in(empty).close();
        assertThatThrownBy(() -> read(empty)).isInstanceOf(SourceException.class).hasMessageContaining("no commit yet");
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve(".git"), "gitdir: /nowhere/at/all\n");
        assertThat(GitFolder.isAt(broken)).isTrue();
        assertThatThrownBy(() -> read(broken)).isInstanceOf(SourceException.class)
                .hasMessageContaining("is no git repository").hasMessageContaining("Perhaps");
        Path strange = Files.createDirectories(folder.resolve("strange"));
        Files.writeString(strange.resolve(".git"), "something else");
        assertThatThrownBy(() -> read(strange)).isInstanceOf(SourceException.class);
    }

    @Test
    void aFolderFurtherDownIsNoRepository() throws IOException {
        Path below = Files.createDirectories(work.resolve("export"));
        assertThat(GitFolder.isAt(below)).isFalse();
        assertThat(GitFolder.isAt(folder)).isFalse();
        assertThat(GitFolder.isAt(work.resolve("file.txt"))).isFalse();
        assertThat(GitFolder.isAt(work)).isTrue();
    }

    @Test
    void aRepositoryIsAnotherOneOnceABranchMoved() throws GitAPIException, IOException {
        Footprint before = Footprint.of(work);
        String content = Footprint.content(work);
        Files.writeString(work.resolve("not-committed.txt"), "x");
        assertThat(Footprint.of(work)).isEqualTo(before);
        try (Repository made = new Repository(Git.open(work.toFile()))) {
            made.commit("Ada", "ada@x.example", "2026-03-01T10:00:00Z", "RB-5");
        }
        assertThat(Footprint.of(work)).isNotEqualTo(before);
        assertThat(Footprint.content(work)).isNotEqualTo(content);
        TreeSet<String> keys = new TreeSet<>();
        read(work).forEach(line -> keys.add(line.replaceFirst(".* key:(\\S+) .*", "$1")));
        assertThat(keys).contains("RB-5");
    }
}
