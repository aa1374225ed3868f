package org.desireline.app.source.git;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.app.source.files.Delivery;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The events of a commit on an item. The id of each is that of the commit, of what it is on, and of the place of the
 * person among those that the message names.
 */
final class CommitEvents {

    /** On {@code committed}: who brought it in, where that is another person. */
    static final String COMMITTER = "committer";

    private final String repository;
    private final Delivery delivery;

    /** Those of one repository, by its name as shown. */
    CommitEvents(String repository, Delivery delivery) {
        this.repository = repository;
        this.delivery = delivery;
    }

    /** Whoever is meant, or null where that is nobody or a server. */
    @Nullable Ref actor(Person person) {
        if (person.isNobody() || person.isServer()) {
            return null;
        }
        if (!person.called().isEmpty()) {
            delivery.called(person.account(), person.called());
        }
        return delivery.actor(person.account());
    }

    /**
     * That a commit was worked on, by each of its authors.
     *
     * @param on what stands for the item in the ids of events
     * @param besides what else is known of it
     */
    void work(ReadCommit commit, String on, Ref subject, Map<String, String> besides) {
        Map<String, String> attributes = new TreeMap<>(besides);
        attributes.put(Field.RECORDED, Long.toString(commit.recordedMillis()));
        if (!commit.paths().isEmpty()) {
            attributes.put(Field.PATH, String.join(String.valueOf(Field.SEPARATOR), commit.paths()));
        }
        Ref committer = actor(commit.committer());
        List<Link> links = committer == null ? List.of() : List.of(new Link(COMMITTER, committer));
        event(commit, on, commit.authoredMillis(), Verb.committed, subject, actor(commit.author()), links, attributes);
        for (int i = 0; i < commit.authors().size(); i++) {
            event(commit, on + ":author:" + i, commit.authoredMillis(), Verb.committed, subject,
                    actor(commit.authors().get(i)), List.of(),
                    Map.of(Field.RECORDED, Long.toString(commit.recordedMillis())));
        }
    }

    /** That others let it pass, by the time it came in. */
    void reviews(ReadCommit commit, String on, Ref subject) {
        for (int i = 0; i < commit.reviewers().size(); i++) {
            event(commit, on + ":review:" + i, commit.recordedMillis(), Verb.reviewed, subject,
                    actor(commit.reviewers().get(i)), List.of(), Map.of(Field.VERDICT, "approved"));
        }
    }

    /** That a merge brought work on an item to where it was wanted; no work itself. */
    void merged(ReadCommit merge, String on, Ref subject) {
        event(merge, on, merge.recordedMillis(), Verb.merged, subject, actor(merge.author()), List.of(), Map.of());
    }

    private void event(
            ReadCommit commit, String on, long at, Verb verb, Ref subject, @Nullable Ref actor, List<Link> links,
            Map<String, String> attributes) {
        delivery.event(new Event(EventId.of("git:" + commit.hash() + ":" + on), at, verb, subject, actor, links,
                attributes, new Origin("git", commit.recordedMillis(), repository + "!" + commit.hash(), -1)));
    }
}
