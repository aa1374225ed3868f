package org.desireline.app.source.git;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.desireline.app.git.GitFolder;
import org.desireline.app.git.GitSettings;
import org.desireline.app.source.files.Footprint;
import org.desireline.journal.Event;
import org.desireline.journal.Source;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** A git repository on disk: a work tree, its folder {@code .git}, or a bare one. Every commit of every branch. */
public final class GitSource implements Source {

    /** Tree and two parents, of hashes of either length, fit in it. */
    private static final int HEAD_BYTES = 256;

    private final Path path;
    private final UnaryOperator<String> tokens;
    private final BiConsumer<String, String> names;

    /**
     * The repository at a path.
     *
     * @param tokens turns an account, with its source before a colon, into an opaque token
     * @param names hears an account and what its owner is called
     */
    public GitSource(Path path, UnaryOperator<String> tokens, BiConsumer<String, String> names) {
        this.path = path;
        this.tokens = tokens;
        this.names = names;
    }

    @Override
    public String name() {
        return "git";
    }

    @Override
    public void read(Consumer<Event> events, Consumer<Trouble> troubles) {
        GitSettings.install();
        GitEvents translation = new GitEvents(shown(), Footprint.of(path).latestPlausibleMillis(), tokens, names);
        boolean shallow;
        try (Repository repository = open(); RevWalk walk = new RevWalk(repository)) {
            shallow = !repository.getObjectDatabase().getShallowCommits().isEmpty();
            for (ObjectId tip : tips(repository)) {
                walk.markStart(walk.parseCommit(tip));
            }
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                translation.commit(commit(commit));
                commit.disposeBody();
            }
        } catch (MissingObjectException missing) {
            throw broken("the object " + missing.getObjectId().name() + " is missing", missing);
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof SourceException ours) {
                throw ours;
            }
            throw broken("something in it is damaged, or of a kind that is not known", unreadable);
        }
        translation.finish(events, troubles);
        if (shallow) {
            troubles.accept(new Trouble(Severity.WARNING, shown(), "the clone is shallow: what was committed earlier is"
                    + " not in it. Perhaps fetch the rest: git fetch --unshallow", 1));
        }
    }

    /** What a message of git quotes may be a person's word, such as the name of a branch: it is not repeated. */
    private SourceException broken(String how, Exception cause) {
        SourceException failure = new SourceException(SourceException.Kind.UNREADABLE, path.toString(), false,
                "The repository " + path + " cannot be read to its end: " + how
                        + ". Perhaps look with git fsck, or clone it anew.");
        failure.initCause(cause);
        return failure;
    }

    private Repository open() throws IOException {
        Path folder = GitFolder.at(path);
        if (folder == null || !Files.isDirectory(folder)) {
            throw new SourceException(SourceException.Kind.NOT_UNDERSTOOD, path.toString(), false,
                    path + " is no git repository. Perhaps its folder .git was moved, or is a broken link to one.");
        }
        return new FileRepositoryBuilder().setGitDir(folder.toFile()).setMustExist(true).build();
    }

    /** The ends of all branches, or of what is checked out where there are none. */
    private List<ObjectId> tips(Repository repository) throws IOException {
        List<ObjectId> tips = new ArrayList<>();
        for (Ref branch : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
            add(tips, branch.getObjectId());
        }
        if (tips.isEmpty()) {
            add(tips, repository.resolve(Constants.HEAD));
        }
        if (tips.isEmpty()) {
            throw new SourceException(SourceException.Kind.NOT_UNDERSTOOD, path.toString(), false,
                    "The repository " + path + " has no commit yet. Perhaps another folder was meant.");
        }
        return tips;
    }

    private static void add(List<ObjectId> tips, @Nullable ObjectId tip) {
        if (tip != null) {
            tips.add(tip);
        }
    }

    private static GitCommit commit(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        return new GitCommit(commit.name(), author == null ? "" : author.getName(),
                author == null ? "" : author.getEmailAddress(),
                author == null ? 0 : author.getWhenAsInstant().toEpochMilli(), commit.getCommitTime() * 1000L,
                isMerge(commit.getRawBuffer()), commit.getFullMessage());
    }

    /** By what the commit says: where a shallow clone ends, the library takes its parents away. */
    private static boolean isMerge(byte[] commit) {
        return new String(commit, 0, Math.min(commit.length, HEAD_BYTES), StandardCharsets.US_ASCII).lines()
                .takeWhile(line -> !line.startsWith("author ")).filter(line -> line.startsWith("parent ")).count() > 1;
    }

    /** The name of the folder, as people call the repository. */
    private String shown() {
        Path here = path.toAbsolutePath().normalize();
        if (here.endsWith(Constants.DOT_GIT)) {
            here = here.getParent();
        }
        Path last = here == null ? null : here.getFileName();
        return last == null ? File.separator : last.toString().replaceFirst("(?<=.)[.]git$", "");
    }
}
