package org.desireline.app.source.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.app.git.FileHistory;
import org.desireline.app.git.GitFolder;
import org.desireline.app.git.GitProcess;
import org.desireline.app.git.GitSettings;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Footprint;
import org.desireline.journal.Event;
import org.desireline.journal.Source;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** A git repository on disk: a work tree, its folder {@code .git}, or a bare one. Every commit of every branch. */
public final class GitSource implements Source {

    /** Larger than any list of names; what is longer counts as not there. */
    private static final int MOST_BYTES = 1 << 20;
    private static final List<String> MAIN = List.of("main", "master", "trunk", "develop");
    private static final Pattern HOME = Pattern.compile(
            "(?:[a-z+]{2,10}://(?:[^/@]*@)?[^/:@]+(?::[0-9]{1,5})?/|(?:[^/@:]+@)?[^/@:]{2,}:(?!/))"
                    + "([A-Za-z0-9][A-Za-z0-9._/-]{0,300}?)(?:[.]git)?/?");

    private final Path path;
    private final UnaryOperator<String> tokens;
    private final BiConsumer<String, String> names;
    private final Function<Delivery, FileHistory> records;
    private final @Nullable Path program;

    /**
     * The repository at a path, read by the program {@code git} where there is one, else by the library.
     *
     * @param tokens turns an account, with its source before a colon, into an opaque token
     * @param names hears an account and what its owner is called
     */
    public GitSource(Path path, UnaryOperator<String> tokens, BiConsumer<String, String> names) {
        this(path, tokens, names, delivery -> FileHistory.NONE);
    }

    /**
     * The same, with the history of some of its files.
     *
     * @param records makes, for a reading, whoever wants that history
     */
    public GitSource(
            Path path, UnaryOperator<String> tokens, BiConsumer<String, String> names,
            Function<Delivery, FileHistory> records) {
        this(path, tokens, names, records, GitProcess.program());
    }

    /** The same, by a program of one's choice, or by none. */
    public GitSource(
            Path path, UnaryOperator<String> tokens, BiConsumer<String, String> names,
            Function<Delivery, FileHistory> records, @Nullable Path program) {
        this.path = path;
        this.records = records;
        this.tokens = tokens;
        this.names = names;
        this.program = program;
    }

    @Override
    public String name() {
        return "git";
    }

    @Override
    public void read(Consumer<Event> events, Consumer<Trouble> troubles) {
        GitSettings.install();
        Delivery delivery = new Delivery(tokens, names, events, troubles);
        GitEvents translation;
        boolean shallow;
        try (Repository repository = open()) {
            shallow = !repository.getObjectDatabase().getShallowCommits().isEmpty();
            translation = commits(repository, delivery);
            declarations(repository, translation);
            translation.records(blob -> unchecked(repository, blob));
        } catch (MissingObjectException missing) {
            throw broken("the object " + missing.getObjectId().name() + " is missing", missing);
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof SourceException ours) {
                throw ours;
            }
            throw broken("something in it is damaged, or of a kind that is not known", unreadable);
        }
        translation.finish();
        if (shallow) {
            troubles.accept(new Trouble(Severity.WARNING, GitFolder.shown(path),
                    "the clone is shallow: what was committed earlier is not in it. Perhaps fetch the rest:"
                            + " git fetch --unshallow", 1));
        }
    }

    /** Reads every commit once: by the program, and where that does not come to a good end, anew by the library. */
    private GitEvents commits(Repository repository, Delivery delivery) throws IOException {
        Map<String, ObjectId> branches = branches(repository);
        List<String> tips = branches.values().stream().map(ObjectId::name).distinct().toList();
        ObjectId main = main(repository, branches);
        GitEvents.Frame frame = new GitEvents.Frame(GitFolder.shown(path), home(repository), main.name(),
                Footprint.of(path).latestPlausibleMillis(), mailmap(repository, main));
        Path folder = GitFolder.common(repository.getDirectory().toPath());
        WalkFetch library = new WalkFetch(repository);
        if (program != null) {
            LogFetch log = new LogFetch(program, folder.resolve("objects"), folder.resolve("shallow"),
                    hash -> bytes(repository, hash));
            try {
                return translated(repository, sink -> log.commits(tips, sink),
                        new GitEvents(frame, delivery, records.apply(delivery)));
            } catch (IOException anotherWay) {
                // The library says better what is wrong, or can read it.
            }
        }
        return translated(repository, sink -> library.commits(tips, sink),
                new GitEvents(frame, delivery, records.apply(delivery)));
    }

    /** One of the two ways to have all commits. */
    @FunctionalInterface
    private interface Fetch {

        void commits(Consumer<GitCommit> sink) throws IOException;
    }

    /** Where a shallow clone ends, a commit names parents that are not there, and seems to have begun all files. */
    private static GitEvents translated(Repository repository, Fetch fetch, GitEvents translation) throws IOException {
        Set<String> ends = new HashSet<>();
        repository.getObjectDatabase().getShallowCommits().forEach(end -> ends.add(end.name()));
        List<GitCommit> last = new ArrayList<>();
        fetch.commits(commit -> {
            if (ends.contains(commit.hash())) {
                last.add(commit);
            } else {
                translation.commit(commit);
            }
        });
        for (GitCommit commit : last) {
            translation.commit(commit.atTheEnd(RawCommit.of(bytes(repository, commit.hash())).parents()));
        }
        return translation;
    }

    /** What git keeps of a commit. */
    static byte[] bytes(Repository repository, String hash) throws IOException {
        return repository.open(ObjectId.fromString(hash), Constants.OBJ_COMMIT).getBytes(MOST_BYTES << 8);
    }

    /** Reads what the files held that declare owners; what is too large declares nothing. */
    private static void declarations(Repository repository, GitEvents translation) throws IOException {
        for (Map.Entry<String, String> wanted : translation.wanted().entrySet()) {
            String text = text(repository, ObjectId.fromString(wanted.getKey()));
            translation.declared(wanted.getKey(), OwnersFile.of(wanted.getValue(), text));
        }
    }

    private static @Nullable String unchecked(Repository repository, String blob) {
        try {
            ObjectId id = ObjectId.fromString(blob);
            return repository.getObjectDatabase().has(id) ? text(repository, id) : null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
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

    /** The ends of all branches, or of what is checked out where there are none, by their names. */
    private Map<String, ObjectId> branches(Repository repository) throws IOException {
        TreeMap<String, ObjectId> tips = new TreeMap<>();
        for (Ref branch : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
            add(tips, branch.getName().substring(Constants.R_HEADS.length()), branch.getObjectId());
        }
        if (tips.isEmpty()) {
            add(tips, Constants.HEAD, repository.resolve(Constants.HEAD));
        }
        if (tips.isEmpty()) {
            throw new SourceException(SourceException.Kind.NOT_UNDERSTOOD, path.toString(), false,
                    "The repository " + path + " has no commit yet. Perhaps another folder was meant.");
        }
        return tips;
    }

    private static void add(Map<String, ObjectId> tips, String name, @Nullable ObjectId tip) {
        if (tip != null) {
            tips.put(name, tip);
        }
    }

    /** The end of the main branch: the one that is checked out, else the one that is called so. */
    private static ObjectId main(Repository repository, Map<String, ObjectId> branches) throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head != null && branches.containsValue(head)) {
            return head;
        }
        for (String name : MAIN) {
            ObjectId tip = branches.get(name);
            if (tip != null) {
                return tip;
            }
        }
        return branches.values().iterator().next();
    }

    private static Mailmap mailmap(Repository repository, ObjectId commit) throws IOException {
        ObjectId blob = repository.resolve(commit.name() + ":.mailmap");
        return blob == null ? Mailmap.NONE : new Mailmap(text(repository, blob));
    }

    private static String text(Repository repository, ObjectId blob) throws IOException {
        if (!repository.getObjectDatabase().has(blob)) {
            return "";
        }
        ObjectLoader loader = repository.open(blob);
        if (loader.getType() != Constants.OBJ_BLOB || loader.getSize() > MOST_BYTES) {
            return "";
        }
        byte[] bytes = loader.getCachedBytes(MOST_BYTES);
        return RawCommit.text(bytes, 0, bytes.length, "");
    }

    /** Where the repository lies on its server, as the address says that it was cloned from; nothing else of it. */
    private static String home(Repository repository) {
        String url = repository.getConfig().getString("remote", "origin", "url");
        Matcher matcher = HOME.matcher(url == null ? "" : url);
        return matcher.matches() && matcher.group(1).indexOf('/') > 0 ? matcher.group(1) : "";
    }
}
