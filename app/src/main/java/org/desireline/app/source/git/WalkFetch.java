package org.desireline.app.source.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Commits as the library finds them, where there is no program {@code git} to ask; the same ones. */
final class WalkFetch {

    private final Repository repository;

    /** The history of a repository. */
    WalkFetch(Repository repository) {
        this.repository = repository;
    }

    /**
     * Delivers every commit that is reached from some, in any order.
     *
     * @throws IOException where something is missing or damaged: what was delivered is not all
     */
    void commits(List<String> tips, Consumer<GitCommit> sink) throws IOException {
        try (RevWalk walk = new RevWalk(repository); TreeWalk trees = new TreeWalk(repository)) {
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            for (String tip : tips) {
                walk.markStart(walk.parseCommit(ObjectId.fromString(tip)));
            }
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                RawCommit raw = RawCommit.of(commit.getRawBuffer());
                List<String> parents = Stream.of(commit.getParents()).map(RevCommit::name).toList();
                sink.accept(new GitCommit(commit.name(), parents, raw.author(), raw.committer(), raw.message(),
                        parents.size() > 1 ? List.of() : changes(walk, trees, commit)));
                commit.disposeBody();
            }
        }
    }

    private static List<GitCommit.Change> changes(RevWalk walk, TreeWalk trees, RevCommit commit) throws IOException {
        trees.reset();
        if (commit.getParentCount() == 0) {
            trees.addTree(new EmptyTreeIterator());
        } else {
            RevCommit parent = commit.getParent(0);
            walk.parseHeaders(parent);
            trees.addTree(parent.getTree());
        }
        trees.addTree(commit.getTree());
        List<GitCommit.Change> changes = new ArrayList<>();
        while (trees.next()) {
            byte[] path = trees.getRawPath();
            changes.add(new GitCommit.Change(new String(path, StandardCharsets.UTF_8),
                    trees.getObjectId(0).name(), trees.getObjectId(1).name()));
        }
        return changes;
    }
}
