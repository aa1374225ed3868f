package org.desireline.app.source.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.desireline.charter.StatusWords;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Trouble.Severity;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * How a process log, whatever its form, becomes events of the journal. Pure.
 *
 * <p>A case is an item. What is scheduled, begins and ends is told event by event; who is at work then, the journal's
 * reader finds out. A case is created with its first event and closed with its last, as process mining has it: which
 * events these are is known when the document was read to its end, and so these two are handed on then. Until then a
 * case takes a few numbers.
 *
 * <p>All events of a case have ids that begin alike and go on in the order of the log, beginnings of work before ends,
 * so that events of one instant keep that order wherever they are sorted.
 */
public final class ProcessLog {

    /** Stands for an activity that is one of too many, or too long to be one. */
    static final String OTHER_ACTIVITY = "(other)";

    /** The status of a case after its last event. */
    static final String CLOSED = "Case closed";

    private static final int MOST_ACTIVITIES = 1_000;
    private static final int MOST_CHARS = 120;
    private static final int RANK_BITS = 48;
    private static final long LAST_RANK = 9;
    private static final Pattern WORD = Pattern.compile("[\\p{L}_.\\- ]{1,40}");
    private static final Pattern NOBODY =
            Pattern.compile("(?i)|unknown|undefined|n/?a|none|null|nil|missing|nobody|unassigned|\\?|-");

    /**
     * An event of a log.
     *
     * @param atMillis when
     * @param activity what it tells of
     * @param lifecycle what it says of it
     * @param word the log's own word for that, empty where it has none
     * @param resource who did it, empty where nobody is named
     * @param instance which of several doings of the activity, empty where the log does not tell
     * @param index the number of the event in its case, from 1: says which event it is, whatever the document
     * @param record the number of the event in its document, from 1
     */
    public record Entry(
            long atMillis,
            String activity,
            Lifecycle lifecycle,
            String word,
            String resource,
            String instance,
            long index,
            long record) {}

    /** What a log tells of activities. */
    public enum Tells {
        /** When work begins and ends. */
        STARTS,
        /** Only what was done last. */
        COMPLETIONS,
        /** The status that a case has come to, as a tracker does. */
        STATUSES
    }

    /** A case of the log. */
    public static final class Case {

        private final String name;
        private final Ref item;
        private final long idHigh;
        private int[] attributes = {};
        private String offset = "";
        private long firstMillis = Long.MAX_VALUE;
        private long firstRecord;
        private long lastMillis = Long.MIN_VALUE;
        private long lastRecord;
        private long entries;

        private Case(String name, Ref item) {
            this.name = name;
            this.item = item;
            this.idHigh = EventId.of(item.id()).high();
        }

        /** How many events of it were met, usable or not. */
        public long next() {
            return ++entries;
        }

        /** Says in which offset the log writes an instant of it, such as {@code +0100}; the first counts. */
        public void writtenIn(String written) {
            offset = offset.isEmpty() ? written : offset;
        }
    }

    private final Delivery delivery;
    private final String source;
    private final String log;
    private final String pointer;
    private final Tells tells;
    private final boolean tellsStarts;
    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final CaseAttributes attributes = new CaseAttributes();
    private final Map<String, String> activities = new HashMap<>();
    private final Map<String, Ref> actors = new HashMap<>();
    private final Map<String, Boolean> words = new HashMap<>();
    private long strange;

    /**
     * The log in a document.
     *
     * @param source short name of the source
     * @param log what the log is called
     * @param pointer the document as shown
     */
    public ProcessLog(Delivery delivery, String source, String log, String pointer, Tells tells) {
        this.delivery = delivery;
        this.source = source;
        this.log = log;
        this.pointer = pointer;
        this.tells = tells;
        this.tellsStarts = tells == Tells.STARTS;
    }

    /** The case of a name, which is made when it is first asked for. */
    public Case of(String name) {
        return cases.computeIfAbsent(name, made -> new Case(made, Ref.item(source + ":" + log + ":" + made)));
    }

    /** Whether a case of a name was asked for. */
    public boolean knows(String name) {
        return cases.containsKey(name);
    }

    /** Takes what the log says of a case as a whole. */
    public void attribute(Case of, String name, String value) {
        of.attributes = attributes.put(of.attributes, name, value);
    }

    /** Takes an event whose time can be true. */
    public void add(Case of, Entry entry) {
        if (entry.atMillis() < of.firstMillis
                || (entry.atMillis() == of.firstMillis && entry.record() < of.firstRecord)) {
            of.firstMillis = entry.atMillis();
            of.firstRecord = entry.record();
        }
        if (entry.atMillis() > of.lastMillis
                || (entry.atMillis() == of.lastMillis && entry.record() > of.lastRecord)) {
            of.lastMillis = entry.atMillis();
            of.lastRecord = entry.record();
        }
        Map<String, String> values = new HashMap<>();
        String activity = activity(entry.activity());
        values.put(Field.ACTIVITY, activity);
        if (!entry.word().isEmpty()
                && words.computeIfAbsent(entry.word(), word -> WORD.matcher(word).matches())) {
            values.put(Field.LIFECYCLE, entry.word());
        }
        if (tellsStarts && !entry.instance().isEmpty() && entry.instance().length() <= MOST_CHARS) {
            values.put(Field.INSTANCE, entry.instance());
        }
        Ref actor = actor(entry.resource());
        List<Link> links = List.of();
        Verb verb = verb(entry.lifecycle());
        switch (verb) {
            case statusChanged -> {
                values.put(Field.STATUS, activity);
                if (tells == Tells.COMPLETIONS) {
                    values.put(Field.STATUS_CATEGORY, StatusWords.ACTIVITY);
                }
            }
            case stopped -> values.put(Field.OWNER, Field.OWNER_NONE);
            case started, assigned -> {
                if (actor == null) {
                    values.put(Field.OWNER, Field.OWNER_UNKNOWN);
                } else {
                    links = List.of(new Link(Link.OWNER, actor));
                }
            }
            default -> { }
        }
        long rank = switch (verb) {
            case scheduled -> 0;
            case started -> 1;
            case assigned -> 3;
            default -> 2;
        };
        emit(of, rank << RANK_BITS | entry.index(), entry.atMillis(), verb, actor, links, values, 0, entry.record());
    }

    private Verb verb(Lifecycle lifecycle) {
        return switch (lifecycle) {
            case SCHEDULED -> Verb.scheduled;
            case ASSIGNED -> Verb.assigned;
            case STARTED -> Verb.started;
            case STOPPED -> Verb.stopped;
            case COMPLETED -> tellsStarts ? Verb.stopped : Verb.statusChanged;
            case OTHER -> Verb.fieldChanged;
        };
    }

    private String activity(String name) {
        String known = activities.get(name);
        if (known != null) {
            return known;
        }
        if (name.length() > MOST_CHARS || activities.size() >= MOST_ACTIVITIES) {
            strange++;
            return OTHER_ACTIVITY;
        }
        activities.put(name, name);
        return name;
    }

    private @Nullable Ref actor(String resource) {
        if (resource.isEmpty()) {
            return null;
        }
        Ref known = actors.get(resource);
        if (known == null && !NOBODY.matcher(resource.strip()).matches()) {
            String account = source + ":" + resource.strip();
            known = delivery.actor(account);
            actors.put(resource, known);
            if (resource.contains("@") || resource.strip().contains(" ")) {
                delivery.called(account, resource.strip());
            }
        }
        return known;
    }

    private void emit(
            Case of, long idLow, long at, Verb verb, @Nullable Ref actor, List<Link> links,
            Map<String, String> values, long version, long record) {
        delivery.event(new Event(new EventId(of.idHigh, idLow), at, verb, of.item, actor, links, values,
                new Origin(source, version, pointer, record)));
    }

    /** Hands on the beginnings and ends of all cases, and says what was read past. Answers how many cases there are. */
    public long finish() {
        List<Case> told = new ArrayList<>(cases.values());
        told.removeIf(each -> each.firstMillis == Long.MAX_VALUE);
        for (Case each : told) {
            TreeMap<String, String> first = new TreeMap<>();
            attributes.fields(each.attributes, first);
            first.put(Field.KEY, each.name);
            first.put(Field.PROJECT, log);
            first.put(Field.CHANGE_LOG, tellsStarts ? "full" : "partial");
            first.put(Field.OWNER, tellsStarts ? Field.OWNER_NONE : Field.OWNER_UNKNOWN);
            if (!each.offset.isEmpty()) {
                first.put(Field.OFFSET, each.offset);
            }
            emit(each, 0, each.firstMillis, Verb.created, null, List.of(), first, each.lastMillis, each.firstRecord);
            emit(each, LAST_RANK << RANK_BITS, each.lastMillis, Verb.done, null, List.of(),
                    Map.of(Field.STATUS, CLOSED, Field.STATUS_CATEGORY, "done"), each.lastMillis, each.lastRecord);
        }
        note(cases.size() - told.size(), "cases without an event that can be used: left out");
        note(attributes.untold(), "attributes of cases are read past: about a person, free text, a number, or with more"
                + " than " + CaseAttributes.MOST_VALUES + " values");
        if (strange > 0) {
            delivery.trouble(Severity.WARNING, pointer, "events of activities that are longer than " + MOST_CHARS
                    + " characters or beyond the first " + MOST_ACTIVITIES + ": counted as " + OTHER_ACTIVITY, strange);
        }
        return told.size();
    }

    private void note(long count, String what) {
        if (count > 0) {
            delivery.trouble(Severity.NOTE, pointer, what, count);
        }
    }
}
