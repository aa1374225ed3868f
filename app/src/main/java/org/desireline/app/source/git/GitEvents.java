package org.desireline.app.source.git;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.desireline.app.git.FileHistory;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Instants;
import org.desireline.journal.Field;
import org.desireline.journal.Ref;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Turns commits into events. Pure: no IO, and people are tokens from the first moment.
 *
 * <p>A commit counts when it was written, not when it came into the history: work is what is asked for, and a rebase
 * dates a month of it to one minute. It counts once for each item that its message names, and once for what it came to
 * the main line with, which is an item where there is no tracker (see {@link LoneItems}). The id of an event is that of
 * the commit and of the key, for a commit's own name already stands for everything that came before it.
 *
 * <p>Blind spots: an author's clock may be wrong; work that names no item; squashed work counts once, at the time of
 * the last of it or of the first, as the tool that squashed it saw fit.
 *
 * <p>Cost: memory in commits and in the paths they change.
 */
final class GitEvents {

    /** How many of the files that one commit changes are kept: more are a move or a copy of a tree. */
    static final int MOST_PATHS = 1_000;
    private static final long GRACE_MILLIS = 2L * 24 * 3_600_000;
    private static final String GONE = "0+";

    private final Frame frame;
    private final Delivery delivery;
    private final CommitEvents events;
    private final List<ReadCommit> commits = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Declaration> asked = new ArrayList<>();
    private final FileHistory records;
    private final Map<String, OwnersFile> files = new HashMap<>();
    private final Ownership ownership = new Ownership();
    private final Map<String, String> paths = new HashMap<>();
    private final Counts counts = new Counts();

    /**
     * What is known of a repository before its commits are read.
     *
     * @param repository its name as shown
     * @param home where it lies on its server, such as {@code owner/name}; empty where that is not known
     * @param tip the newest commit of its main line
     * @param newestMillis no commit in it can be later than this
     * @param mailmap who is whom
     */
    record Frame(String repository, String home, String tip, long newestMillis, Mailmap mailmap) {}

    /** A commit that changes a file that declares owners, or that somebody else asked for. */
    private record Declaration(int commit, String path, String before, String blob) {}

    /** Which commits come before which, by number, and how they came to the main line. */
    private record Shape(int[][] parents, History history) {}

    /** What is told at the end. */
    private static final class Counts {

        private long merges;
        private long withoutKey;
        private long early;
        private long late;
        private long cut;
        private long ownReviews;
    }

    /**
     * A translator of one repository.
     *
     * @param delivery takes what was read, at the end
     */
    GitEvents(Frame frame, Delivery delivery) {
        this(frame, delivery, FileHistory.NONE);
    }

    /**
     * The same, which tells somebody the history of files.
     *
     * @param records says which files it wants the history of
     */
    GitEvents(Frame frame, Delivery delivery, FileHistory records) {
        this.frame = frame;
        this.records = records;
        this.delivery = delivery;
        this.events = new CommitEvents(frame.repository(), delivery);
    }

    /** Hears of a commit; in any order, each once. */
    void commit(GitCommit commit) {
        for (GitCommit.Change change : commit.changes()) {
            if (OwnersFile.isOne(change.path())) {
                declarations.add(new Declaration(commits.size(), change.path(), change.before(), change.blob()));
            }
            if (records.wants(change.path())) {
                asked.add(new Declaration(commits.size(), change.path(), change.before(), change.blob()));
            }
        }
        GitIdent author = frame.mailmap().of(commit.author());
        GitIdent committer = frame.mailmap().of(commit.committer());
        ownership.author(commit.author().email(), author.email());
        Message message = Message.of(commit.message(), frame.home());
        Person who = Person.of(author);
        Set<String> known = new HashSet<>(Set.of(who.account()));
        List<Person> authors = others(message.authors(), known);
        int named = message.reviewers().size();
        List<Person> reviewers = others(message.reviewers(), known);
        counts.ownReviews += named - reviewers.size();
        Person other = Person.of(committer);
        boolean same = other.account().equals(who.account()) || other.isServer();
        commits.add(new ReadCommit(commit.hash(), commit.parents(), who, author.email(),
                same ? new Person("", "") : other, author.atMillis(), committer.atMillis(), author.offset(),
                message, authors, reviewers, paths(commit.changes()), wrong(author, committer)));
    }

    /** People of whom nothing was said yet, each once. */
    private List<Person> others(List<GitIdent> named, Set<String> known) {
        List<Person> others = new ArrayList<>();
        for (GitIdent ident : named) {
            Person person = Person.of(frame.mailmap().of(ident));
            if (!person.isNobody() && known.add(person.account())) {
                others.add(person);
            }
        }
        return others;
    }

    private List<String> paths(List<GitCommit.Change> changes) {
        TreeSet<String> sorted = new TreeSet<>();
        for (GitCommit.Change change : changes) {
            sorted.add(change.path().replace(Field.SEPARATOR, '?'));
        }
        counts.cut += sorted.size() > MOST_PATHS ? 1 : 0;
        return sorted.stream().limit(MOST_PATHS).map(path -> paths.computeIfAbsent(path, same -> same)).toList();
    }

    private ReadCommit.Wrong wrong(GitIdent author, GitIdent committer) {
        if (author.atMillis() < Instants.EARLIEST_MILLIS) {
            return ReadCommit.Wrong.EARLY;
        }
        return author.atMillis() > committer.atMillis() + GRACE_MILLIS || author.atMillis() > frame.newestMillis()
                ? ReadCommit.Wrong.LATE : ReadCommit.Wrong.NOTHING;
    }

    /** The names of what files that declare owners held, besides those that were told, with a path of each. */
    Map<String, String> wanted() {
        Map<String, String> wanted = new HashMap<>();
        declarations.stream().filter(declaration -> !declaration.blob().matches(GONE))
                .forEach(declaration -> wanted.put(declaration.blob(), declaration.path()));
        return wanted;
    }

    /** Hears what such a file held. */
    void declared(String blob, OwnersFile file) {
        files.put(blob, file);
    }

    /**
     * Tells the history of files to whoever asked for it.
     *
     * @param texts gives what a file held, by the name of that; null where it is no text, or not there
     */
    void records(Function<String, @Nullable String> texts) {
        Shape shape = asked.isEmpty() ? null : shape();
        if (shape != null) {
            String root = commits.get(shape.history().line()[0]).hash();
            records.read(new FileHistory.Told(frame.repository(), root, versions(shape), texts));
        }
    }

    /** Hands everything on. */
    void finish() {
        commits.forEach(this::byKey);
        lone();
        records.finish();
        tell(Severity.NOTE, "commits that name no item: not counted as work on any", counts.withoutKey);
        tell(Severity.NOTE, "merges: not counted as work", counts.merges);
        tell(Severity.NOTE, "commits that change more than " + MOST_PATHS + " files: the first of them by name are"
                + " kept", counts.cut);
        tell(Severity.NOTE, "reviews that a commit names twice, or by who wrote it: not counted", counts.ownReviews);
        tell(Severity.WARNING, "commits dated before 1990: they do not count", counts.early);
        tell(Severity.WARNING, "commits dated more than two days after they, or anything in the repository,"
                + " came there: they do not count", counts.late);
    }

    /** On the items of trackers that a commit names. */
    private void byKey(ReadCommit commit) {
        Set<String> keys = commit.message().keys();
        if (commit.isMerge()) {
            counts.merges++;
        } else if (keys.isEmpty()) {
            counts.withoutKey++;
        }
        if (commit.wrong() == ReadCommit.Wrong.EARLY) {
            counts.early++;
        } else if (commit.wrong() == ReadCommit.Wrong.LATE) {
            counts.late++;
        } else {
            for (String key : new TreeSet<>(keys)) {
                Ref subject = Ref.byKey(key);
                if (commit.isMerge()) {
                    events.merged(commit, key, subject);
                } else {
                    events.work(commit, key, subject, Map.of());
                }
                events.reviews(commit, key, subject);
            }
        }
    }

    /** How the commits follow one another; null where the main line ends in none that was read. */
    private @Nullable Shape shape() {
        Map<String, Integer> numbers = new HashMap<>();
        commits.forEach(commit -> numbers.put(commit.hash(), numbers.size()));
        int[][] parents = new int[commits.size()][];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = commits.get(i).parents().stream().mapToInt(hash -> numbers.getOrDefault(hash, -1)).toArray();
        }
        int tip = numbers.getOrDefault(frame.tip(), -1);
        return tip < 0 ? null : new Shape(parents, History.of(parents, tip));
    }

    /** On the items of the repository itself. */
    private void lone() {
        Shape shape = shape();
        if (shape == null) {
            return;
        }
        History history = shape.history();
        LoneItems items = new LoneItems(commits, history);
        Areas areas = new Areas();
        commits.forEach(commit -> areas.count(commit.paths()));
        areas.settle();
        declare(history);
        LoneEvents lone = new LoneEvents(frame.repository(), frame.home(),
                commits.get(history.line()[0]).hash(), events, areas,
                ownership, Instants.EARLIEST_MILLIS, frame.newestMillis(), delivery);
        items.all().stream().sorted(Comparator.comparing(LoneItems.Item::id)).forEach(lone::item);
        long elsewhere = 0;
        for (int i = 0; i < commits.size(); i++) {
            elsewhere += history.broughtBy(i) == History.NOWHERE ? 1 : 0;
        }
        tell(Severity.NOTE, "commits on branches that did not come to the main one: no item of the repository itself",
                elsewhere);
        tell(Severity.NOTE, "merges on the main line that brought no commit: no item of the repository itself",
                items.emptyMerges());
        tell(Severity.WARNING, "merges and commits of the main line whose times cannot be true: no item of the"
                + " repository itself", lone.untimely());
    }

    /** The versions that came to the main line, in the order in which they were committed. */
    private List<FileHistory.Version> versions(Shape shape) {
        int[] depths = History.depths(shape.parents());
        return asked.stream().filter(version -> shape.history().broughtBy(version.commit()) != History.NOWHERE)
                .filter(version -> isTimely(commits.get(version.commit()).recordedMillis()))
                .sorted(Comparator.comparingLong((Declaration each) -> commits.get(each.commit()).recordedMillis())
                        .thenComparingInt(each -> depths[each.commit()])
                        .thenComparing(each -> commits.get(each.commit()).hash()).thenComparing(Declaration::path))
                .map(each -> version(each, commits.get(each.commit()))).toList();
    }

    private boolean isTimely(long recordedMillis) {
        return recordedMillis >= Instants.EARLIEST_MILLIS && recordedMillis <= frame.newestMillis();
    }

    private static FileHistory.Version version(Declaration asked, ReadCommit commit) {
        Person author = commit.author();
        boolean nobody = author.isNobody() || author.isServer();
        return new FileHistory.Version(asked.path(), asked.before(), asked.blob(), commit.hash(),
                commit.recordedMillis(), nobody ? "" : author.account(), author.called());
    }

    /** A declaration holds from when it came to the main line. */
    private void declare(History history) {
        for (Declaration declaration : declarations) {
            int arrival = history.broughtBy(declaration.commit());
            OwnersFile file = declaration.blob().matches(GONE) ? null : files.get(declaration.blob());
            if (arrival != History.NOWHERE && (file != null || declaration.blob().matches(GONE))) {
                ownership.version(declaration.path(), commits.get(arrival).recordedMillis(),
                        commits.get(declaration.commit()).recordedMillis(), file);
            }
        }
        ownership.sort();
    }

    private void tell(Severity severity, String what, long count) {
        if (count > 0) {
            delivery.trouble(severity, frame.repository(), what, count);
        }
    }
}
