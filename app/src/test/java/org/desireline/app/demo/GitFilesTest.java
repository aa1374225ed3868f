package org.desireline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.app.source.git.GitSource;
import org.desireline.journal.Keys;
import org.desireline.world.Change;
import org.desireline.world.Change.What;
import org.desireline.world.Riverbank;
import org.desireline.world.WorkItem;
import org.desireline.world.World;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world's commits, written as a repository and read back. */
public class GitFilesTest {

    @TempDir
    private Path folder;

    /** The same world, in which everybody also commits an hour after moving an item, and twice where it is done. */
    public static World committing(World world) {
        List<WorkItem> items = new ArrayList<>();
        for (WorkItem item : world.items()) {
            List<Change> changes = new ArrayList<>();
            for (Change change : item.changes()) {
                changes.add(change);
                if (change.what() instanceof What.Status move) {
                    changes.add(new Change(change.atMillis(), change.actor(), new What.Commit("on to " + move.to())));
                    if (move.resolution() != null) {
                        changes.add(new Change(change.atMillis(), change.actor(), new What.Commit("tidy\n\nparent x")));
                    }
                }
            }
            items.add(new WorkItem(item.number(), item.project(), item.createdMillis(), item.type(), item.priority(),
                    item.component(), item.labels(), item.creator(),
                    item.estimateSeconds(), changes));
        }
        return new World(world.name(), world.startMillis(), world.endMillis(), world.people(), items);
    }

    private static List<String> planted(World world) {
        List<String> planted = new ArrayList<>();
        for (WorkItem item : world.items()) {
            for (Change change : item.changes()) {
                if (change.what() instanceof What.Commit) {
                    planted.add("key:" + item.project() + "-" + item.number() + " "
                            + change.atMillis() / 1000 * 1000 + " git:"
                            + world.people().get(change.actor()).account() + "@riverbank.example");
                }
            }
        }
        planted.sort(null);
        return planted;
    }

    private static List<String> read(Path repository) {
        List<String> read = new ArrayList<>();
        new GitSource(repository, account -> account, (account, name) -> { }).read(event -> {
            if (Keys.isOnlyKey(event.subject().id())) {
                read.add(event.subject().id() + " " + event.atMillis() + " " + event.actor().id());
            }
        }, trouble -> read.add(trouble.toString()));
        read.sort(null);
        return read;
    }

    private static String head(Path repository) throws IOException {
        try (Git git = Git.open(repository.toFile())) {
            assertThat(git.getRepository().getFullBranch()).isEqualTo("refs/heads/main");
            return git.getRepository().resolve("main").name();
        }
    }

    @Test
    void whatIsReadBackIsWhatTheWorldCommitted() throws IOException {
        World world = committing(Riverbank.make(3, 12));
        Path repository = folder.resolve("riverbank.git");
        int written = GitFiles.write(world, repository);
        assertThat(written).isGreaterThan(100);
        List<String> planted = planted(world);
        assertThat(planted).hasSize(written);
        assertThat(read(repository)).isEqualTo(planted);
        try (var files = Files.walk(repository.resolve("objects"))) {
            assertThat(files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum())
                    .isLessThan(written * 6_000L);
        }
    }

    @Test
    void everyCommitChangesAFileOfItsItemAndFollowsTheOneBefore() throws IOException {
        World world = committing(Riverbank.make(3, 6));
        Path folderOf = folder.resolve("repository");
        GitFiles.write(world, folderOf);
        Set<String> names = new TreeSet<>();
        world.people().forEach(person -> names.add(person.name()));
        try (Git git = Git.open(folderOf.toFile()); RevWalk walk = new RevWalk(git.getRepository())) {
            walk.markStart(walk.parseCommit(git.getRepository().resolve("main")));
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                assertThat(names).contains(commit.getAuthorIdent().getName());
                if (commit.getParentCount() == 1) {
                    RevCommit parent = walk.parseCommit(commit.getParent(0));
                    assertThat(parent.getCommitTime()).isLessThanOrEqualTo(commit.getCommitTime());
                    String key = commit.getShortMessage().replaceFirst(":.*", "");
                    assertThat(changed(git.getRepository(), parent, commit)).singleElement().asString()
                            .endsWith("/" + key + ".txt");
                }
            }
        }
    }

    private static List<String> changed(Repository repository, RevCommit before, RevCommit after) throws IOException {
        List<String> changed = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.setRecursive(true);
            walk.setFilter(org.eclipse.jgit.treewalk.filter.TreeFilter.ANY_DIFF);
            walk.addTree(before.getTree());
            walk.addTree(after.getTree());
            while (walk.next()) {
                changed.add(walk.getPathString());
            }
        }
        return changed;
    }

    @Test
    void theSameWorldGivesTheSameHashesAndAnotherOneTakesItsPlace() throws IOException {
        World world = committing(Riverbank.make(3, 8));
        GitFiles.write(world, folder.resolve("one"));
        GitFiles.write(world, folder.resolve("two"));
        String head = head(folder.resolve("one"));
        assertThat(head(folder.resolve("two"))).isEqualTo(head);
        World other = committing(Riverbank.make(4, 8));
        GitFiles.write(other, folder.resolve("two"));
        assertThat(read(folder.resolve("two"))).isEqualTo(planted(other));
        GitFiles.write(world, folder.resolve("two"));
        assertThat(head(folder.resolve("two"))).isEqualTo(head);
    }

    @Test
    void aWorldWithoutCommitsGivesARepositoryWithoutAny() throws IOException {
        World world = Riverbank.make(3, 4);
        World none = new World(world.name(), world.startMillis(), world.endMillis(), world.people(), List.of());
        assertThat(GitFiles.write(none, folder.resolve("none"))).isZero();
        assertThatThrownBy(() -> read(folder.resolve("none"))).hasMessageContaining("no commit yet");
    }
}
