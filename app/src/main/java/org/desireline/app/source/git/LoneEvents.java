package org.desireline.app.source.git;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.app.source.files.Delivery;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Turns the items of a repository into events: begun when the first of its commits was written, in progress until the
 * last one was, then awaiting review or merge, and over when it came to the main line. Who owned it nobody says.
 *
 * <p>Blind spots: what was written again before it came is dated by the last writing; a squashed commit has one time
 * only, and so no wait.
 */
final class LoneEvents {

    private static final String AT_WORK = "In progress";
    /** Its words say that it stands in review. */
    private static final String AWAITING = "Awaiting review or merge";
    private static final int ROOT_LENGTH = 12;

    private final String repository;
    private final String home;
    private final String root;
    private final CommitEvents commits;
    private final Areas areas;
    private final Ownership ownership;
    private final long newestMillis;
    private final long earliestMillis;
    private final Delivery delivery;
    private long untimely;

    /**
     * A translator of one repository's items.
     *
     * @param repository its name as shown
     * @param home where it lies on its server, empty where that is not known
     * @param root the first commit of its main line: what the repository is known by in every clone
     * @param commits makes the events of commits
     * @param areas the areas of its files
     * @param ownership who was declared to own them
     * @param earliestMillis nothing came to the main line before this
     * @param newestMillis nothing came to it after this
     * @param delivery takes the events
     */
    LoneEvents(
            String repository, String home, String root, CommitEvents commits, Areas areas, Ownership ownership,
            long earliestMillis, long newestMillis, Delivery delivery) {
        this.repository = repository;
        this.home = home;
        this.root = root.substring(0, Math.min(ROOT_LENGTH, root.length()));
        this.commits = commits;
        this.areas = areas;
        this.ownership = ownership;
        this.earliestMillis = earliestMillis;
        this.newestMillis = newestMillis;
        this.delivery = delivery;
    }

    /** Hands on the events of an item. */
    void item(LoneItems.Item item) {
        List<ReadCommit> work = item.commits().stream().filter(commit -> commit.wrong() == ReadCommit.Wrong.NOTHING)
                .sorted(Comparator.comparingLong(ReadCommit::authoredMillis).thenComparing(ReadCommit::hash)).toList();
        ReadCommit arrival = item.arrivals().stream().max(Comparator.comparingLong(ReadCommit::recordedMillis)
                .thenComparing(ReadCommit::hash)).orElseThrow();
        long done = arrival.recordedMillis();
        if (done < earliestMillis || done > newestMillis || work.isEmpty()) {
            untimely++;
            return;
        }
        long created = Math.min(done, work.getFirst().authoredMillis());
        long last = Math.min(done, work.getLast().authoredMillis());
        String over = item.type().equals("commits") ? "Done" : "Merged";
        Ref subject = Ref.item("git:" + root + ":" + item.id());
        Map<String, String> begun = new TreeMap<>(Map.of(Field.KEY, repository + item.key(), Field.PROJECT, repository,
                Field.TYPE, item.type(), Field.CHANGE_LOG, "none", Field.OWNER, Field.OWNER_UNKNOWN,
                Field.STATUS, created == done ? over : created == last ? AWAITING : AT_WORK));
        TreeSet<String> paths = new TreeSet<>();
        item.commits().forEach(commit -> paths.addAll(commit.paths()));
        begun.put(Field.COMPONENT, String.join(String.valueOf(Field.SEPARATOR), areas.of(paths)));
        if (!home.isEmpty() && item.type().equals("pull request")) {
            begun.put(Field.ALIAS, home + item.key());
        }
        if (!work.getFirst().offset().isEmpty()) {
            begun.put(Field.OFFSET, work.getFirst().offset());
        }
        Ref author = commits.actor(work.getFirst().author());
        event(subject, "created", created, Verb.created, author, begun, done, work.getFirst());
        if (created < last && last < done) {
            event(subject, "awaiting", last, Verb.statusChanged, null, Map.of(Field.STATUS, AWAITING), done,
                    work.getLast());
        }
        // What was squashed has one time: that it took no longer is not known, and so it does not count as merged.
        event(subject, "merged", done, arrival.isMerge() ? Verb.merged : Verb.done,
                arrival.isMerge() ? commits.actor(arrival.author()) : null, Map.of(Field.STATUS, over), done, arrival);
        work.forEach(commit -> work(subject, commit));
        item.arrivals().stream().filter(ReadCommit::isMerge).forEach(merge -> commits.reviews(merge, "own", subject));
    }

    private void work(Ref subject, ReadCommit commit) {
        Map<String, String> declared = ownership.isDeclared() && !commit.paths().isEmpty()
                ? Map.of(Field.DECLARED, ownership.told(commit.paths(), commit.authorEmail(), commit.authoredMillis()))
                : Map.of();
        commits.work(commit, "own", subject, declared);
        commits.reviews(commit, "own", subject);
    }

    /** The later of two texts of an event is that of the longer history. */
    private void event(
            Ref subject, String what, long at, Verb verb, @Nullable Ref actor, Map<String, String> attributes,
            long version, ReadCommit commit) {
        delivery.event(new Event(EventId.of(subject.id() + ":" + what), at, verb, subject, actor, List.of(),
                attributes, new Origin("git", version, repository + "!" + commit.hash(), -1)));
    }

    /** Items whose time cannot be true, or none of whose work has one that can. */
    long untimely() {
        return untimely;
    }
}
