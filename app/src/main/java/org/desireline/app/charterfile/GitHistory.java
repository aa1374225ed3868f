package org.desireline.app.charterfile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.desireline.app.git.GitSettings;
import org.desireline.charter.CharterCheck;
import org.desireline.charter.Declared;
import org.desireline.charter.Mistake;
import org.desireline.charter.Place;
import org.desireline.journal.Trouble.Severity;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a charter that git has: one for each commit, on the first line of parents, that changed the file at
 * its present path. A merge counts as of its own time, for that is when the change came to hold. Renames are not
 * followed. The repository is read, never written; nothing in it is run.
 */
final class GitHistory {

    private final Path charter;
    private final List<Mistake> mistakes;

    GitHistory(Path charter, List<Mistake> mistakes) {
        this.charter = charter;
        this.mistakes = mistakes;
    }

    /** A text of the file. */
    private record Text(@Nullable ObjectId blob, String commit, long committedMillis) {}

    /**
     * The versions, in any order.
     *
     * @param newest the file as it stands
     * @param content the same, as bytes
     */
    List<DeclaredVersion> versions(Declared newest, byte[] content) {
        DeclaredVersion asItStands =
                new DeclaredVersion("", CharterFiles.start(newest), newest, charter.toString());
        GitSettings.install();
        File file = charter.toAbsolutePath().normalize().toFile();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(file);
        if (builder.getGitDir() == null && builder.getWorkTree() == null) {
            return List.of(asItStands);
        }
        try (Repository repository = builder.setMustExist(true).build()) {
            if (repository.isBare()) {
                return List.of(asItStands);
            }
            return versions(repository, asItStands, content);
        } catch (RepositoryNotFoundException none) {
            return List.of(asItStands);
        } catch (IOException | RuntimeException unreadable) {
            mistakes.add(Mistake.of(Severity.WARNING, start(charter.toString()), "the history of this file in git"
                    + " cannot be read (" + unreadable.getMessage() + "): only the file itself is used", ""));
            return List.of(asItStands);
        }
    }

    private static Place start(String file) {
        return new Place(file, 1, 1);
    }

    private List<DeclaredVersion> versions(Repository repository, DeclaredVersion asItStands, byte[] content)
            throws IOException {
        Path top = repository.getWorkTree().toPath().toRealPath();
        Path real = charter.toRealPath();
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null || !real.startsWith(top)) {
            return List.of(asItStands);
        }
        String path = top.relativize(real).toString().replace(File.separatorChar, '/');
        List<Text> texts = texts(repository, head, path);
        List<DeclaredVersion> versions = new ArrayList<>();
        byte[] last = null;
        long committed = Long.MIN_VALUE;
        for (Text text : texts) {
            committed = Math.max(committed, text.committedMillis());
            last = text.blob() == null ? null : bytes(repository, text.blob());
            Declared declared = last == null ? null : declared(text, last);
            if (declared != null) {
                long start = CharterFiles.start(declared);
                replace(versions, new DeclaredVersion("", declared.assumed() ? start : Math.max(start, committed),
                        declared, charter + "@" + text.commit()));
            }
        }
        if (last == null) {
            if (!texts.isEmpty()) {
                note("this file is not committed as it stands");
            }
            replace(versions, asItStands);
        } else if (!same(last, content)) {
            note("changes to this file are not committed: they are taken to be in force from "
                    + asItStands.declared().from());
            replace(versions, asItStands);
        } else if (!versions.isEmpty()) {
            // The same text, with places that the reader can open.
            DeclaredVersion committedOne = versions.removeLast();
            versions.add(new DeclaredVersion("", committedOne.fromMillis(), asItStands.declared(),
                    committedOne.source()));
        }
        return versions;
    }

    /** A later text takes the place of every earlier one that would come into force with it or after it. */
    private static void replace(List<DeclaredVersion> versions, DeclaredVersion later) {
        versions.removeIf(earlier -> earlier.fromMillis() >= later.fromMillis());
        versions.add(later);
    }

    private void note(String what) {
        mistakes.add(Mistake.of(Severity.NOTE, start(charter.toString()), what, ""));
    }

    /** The texts the file had at its path, oldest first; a blob of null where it was not there. */
    private static List<Text> texts(Repository repository, ObjectId head, String path) throws IOException {
        List<Text> texts = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(head);
            ObjectId now = blob(repository, commit, path);
            while (true) {
                RevCommit parent = commit.getParentCount() == 0 ? null : commit.getParent(0);
                boolean known = parent != null && repository.getObjectDatabase().has(parent);
                ObjectId before = parent == null || !known ? null : blob(repository, walk.parseCommit(parent), path);
                if (!java.util.Objects.equals(now, before)) {
                    texts.add(new Text(now, commit.abbreviate(7).name(), commit.getCommitTime() * 1000L));
                }
                if (parent == null || !known) {
                    break;
                }
                now = before;
                commit = parent;
            }
        }
        return texts.reversed();
    }

    private static @Nullable ObjectId blob(Repository repository, RevCommit commit, String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, commit.getTree())) {
            boolean file = walk != null && (walk.getRawMode(0) & 0170000) == 0100000;
            return file ? walk.getObjectId(0) : null;
        }
    }

    private static byte[] bytes(Repository repository, ObjectId blob) throws IOException {
        ObjectLoader loader = repository.open(blob, Constants.OBJ_BLOB);
        try (var in = loader.openStream()) {
            return in.readNBytes(YamlTree.MOST_BYTES + 1);
        }
    }

    /** Whether two texts are the same but for the ends of their lines, which git may have changed. */
    private static boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other) || new String(one, java.nio.charset.StandardCharsets.UTF_8).replace("\r", "")
                .equals(new String(other, java.nio.charset.StandardCharsets.UTF_8).replace("\r", ""));
    }

    /** An old text; where it cannot be used, that is a warning, for nobody can mend it any more. */
    private @Nullable Declared declared(Text text, byte[] content) {
        String file = charter + "@" + text.commit();
        CharterReader.Read read = CharterReader.read(file, content, ZoneOffset.UTC);
        List<Mistake> found = new ArrayList<>(read.mistakes());
        Declared declared = read.declared();
        if (declared != null) {
            found.addAll(Expressions.mistakes(declared));
            if (read.whole()) {
                found.addAll(CharterCheck.of(declared));
            }
        }
        Mistake first = found.stream().filter(mistake -> mistake.severity() == Severity.ERROR).sorted().findFirst()
                .orElse(null);
        if (first != null) {
            mistakes.add(read.tree().shown(Mistake.of(Severity.WARNING, first.place(), "this version is left out: "
                    + first.what(), "")));
            return null;
        }
        return declared;
    }
}
