package org.desireline.app.source.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Turns commits into events. Pure: no IO, and people are tokens from the first moment.
 *
 * <p>A commit counts when it was written, not when it came into the history: work is what is asked for, and a rebase
 * dates a month of it to one minute. It counts once for each item that its message names. The id of an event is that of
 * the commit and of the key, for a commit's own name already stands for everything that came before it; the root of the
 * repository in it would make every event another one once a second root is merged, or where a clone is shallow.
 *
 * <p>Blind spots: an author's clock may be wrong; work that names no item; squashed work counts once, at the time of
 * the last of it or of the first, as the tool that squashed it saw fit.
 */
final class GitEvents {

    /**
     * Upper case, as trackers write keys: in lower case they are as often branches and versions. Its parts are bounded,
     * so that no message takes longer than its length allows for.
     */
    private static final Pattern KEY = Pattern.compile("(?<![A-Za-z0-9])[A-Z][A-Z0-9_]{1,99}-[0-9]{1,18}(?![0-9])");
    private static final long EARLIEST_MILLIS = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();
    private static final long GRACE_MILLIS = 2L * 24 * 3_600_000;

    private final String repository;
    private final long newestMillis;
    private final UnaryOperator<String> tokens;
    private final BiConsumer<String, String> names;
    private final List<Event> events = new ArrayList<>();
    private long merges;
    private long withoutKey;
    private long early;
    private long late;

    /**
     * A translator of one repository.
     *
     * @param repository its name as shown
     * @param newestMillis no commit in it can be later than this
     * @param tokens turns an account, with its source before a colon, into an opaque token
     * @param names hears an account and what its owner is called
     */
    GitEvents(String repository, long newestMillis, UnaryOperator<String> tokens, BiConsumer<String, String> names) {
        this.repository = repository;
        this.newestMillis = newestMillis;
        this.tokens = tokens;
        this.names = names;
    }

    /** Translates a commit. */
    void commit(GitCommit commit) {
        Set<String> keys = keys(commit.message());
        if (commit.merge()) {
            merges++;
        } else if (keys.isEmpty()) {
            withoutKey++;
        } else if (commit.authoredMillis() < EARLIEST_MILLIS) {
            early++;
        } else if (commit.authoredMillis() > commit.recordedMillis() + GRACE_MILLIS
                || commit.authoredMillis() > newestMillis) {
            late++;
        } else {
            Ref actor = actor(commit);
            for (String key : keys) {
                events.add(new Event(EventId.of("git:" + commit.hash() + ":" + key), commit.authoredMillis(),
                        Verb.committed, Ref.byKey(key), actor, List.of(),
                        Map.of(Field.RECORDED, Long.toString(commit.recordedMillis())),
                        new Origin("git", commit.recordedMillis(), repository + "!" + commit.hash(), -1)));
            }
        }
    }

    /** The keys in a message, each once. */
    static Set<String> keys(String message) {
        TreeSet<String> keys = new TreeSet<>();
        Matcher matcher = KEY.matcher(message);
        while (matcher.find()) {
            keys.add(matcher.group());
        }
        return keys;
    }

    /** Whoever wrote it: by address, else by name; the committer may be a server. */
    private @Nullable Ref actor(GitCommit commit) {
        String email = commit.email().strip().toLowerCase(Locale.ROOT);
        String name = commit.author().strip();
        if (email.isEmpty() && name.isEmpty()) {
            return null;
        }
        String account = "git:" + (email.isEmpty() ? name : email);
        if (!name.isEmpty()) {
            names.accept(account, name);
        }
        return Ref.actor(tokens.apply(account));
    }

    /** Hands everything on. */
    void finish(Consumer<Event> sink, Consumer<Trouble> troubles) {
        events.forEach(sink);
        tell(troubles, Severity.NOTE, "commits that name no item: not counted as work on any", withoutKey);
        tell(troubles, Severity.NOTE, "merges: not counted as work", merges);
        tell(troubles, Severity.WARNING, "commits dated before 1990: they do not count", early);
        tell(troubles, Severity.WARNING, "commits dated more than two days after they, or anything in the repository,"
                + " came there: they do not count", late);
    }

    private void tell(Consumer<Trouble> troubles, Severity severity, String what, long count) {
        if (count > 0) {
            troubles.accept(new Trouble(severity, repository, what, count));
        }
    }
}
