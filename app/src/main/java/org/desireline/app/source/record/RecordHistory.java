package org.desireline.app.source.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.app.git.FileHistory;
import org.desireline.app.source.files.Delivery;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Walks the versions of the files that hold records, commit by commit, and says which record each is of.
 *
 * <p>A record is known by its key, wherever it lies; one without a key by its file. A file that begins in the commit
 * in which another ends, with the same text or the same title, holds the same record. Where two files have one key at
 * a time, both are versions of the record, and the later commit counts. A file whose key changes holds another record
 * from then on, unless it had none before. Cost: each version is read once; memory in versions.
 */
final class RecordHistory implements FileHistory {

    private static final int MOST_VERSIONS = 500_000;
    private static final int MOST_PATHS = 1_000_000;
    private static final int SHORT = 12;

    private final List<Mapping> mappings;
    private final Delivery delivery;
    private final Map<String, Boolean> wanted = new HashMap<>();
    private final Map<String, Item> byId = new TreeMap<>();
    private final Map<String, Item> byKey = new HashMap<>();
    private final Map<String, Item> byPath = new HashMap<>();
    private final Map<String, Parsed> parsed = new HashMap<>();
    private final Set<String> doubles = new HashSet<>();
    private @Nullable RecordEvents events;

    /** What a text says; null where it is no record, or cannot be read. */
    private record Parsed(@Nullable State state) {}

    /**
     * Of the records of one repository.
     *
     * @param mappings which files are records; the first that fits a file counts
     */
    RecordHistory(List<Mapping> mappings, Delivery delivery) {
        this.mappings = List.copyOf(mappings);
        this.delivery = delivery;
    }

    @Override
    public boolean wants(String path) {
        Boolean known = wanted.get(path);
        if (known == null) {
            known = mapping(path) != null;
            if (wanted.size() < MOST_PATHS) {
                wanted.put(path, known);
            }
        }
        return known;
    }

    private @Nullable Mapping mapping(String path) {
        for (Mapping mapping : mappings) {
            if (mapping.fits(path)) {
                return mapping;
            }
        }
        return null;
    }

    @Override
    public void read(Told told) {
        RecordEvents made = new RecordEvents(told.repository(), told.root(), delivery);
        events = made;
        List<Version> versions = told.versions();
        if (versions.size() > MOST_VERSIONS) {
            made.trouble(Severity.WARNING, "", 0, "many", "has more than " + MOST_VERSIONS
                    + " versions of records: the rest is left out");
            versions = versions.subList(0, MOST_VERSIONS);
        }
        for (int from = 0; from < versions.size(); ) {
            int to = from + 1;
            while (to < versions.size() && versions.get(to).commit().equals(versions.get(from).commit())) {
                to++;
            }
            commit(told, made, versions.subList(from, to));
            from = to;
        }
    }

    @Override
    public void finish() {
        if (events != null) {
            events.finish();
        }
    }

    private void commit(Told told, RecordEvents made, List<Version> changes) {
        Map<String, Version> ending = new TreeMap<>();
        changes.stream().filter(version -> !version.isThere()).forEach(version -> ending.put(version.path(), version));
        for (Version version : changes) {
            Mapping mapping = mapping(version.path());
            if (version.isThere() && mapping != null) {
                State state = state(told, made, mapping, version.path(), version.now());
                if (state != null) {
                    State before = version.wasThere()
                            ? state(told, made, mapping, version.path(), version.before()) : null;
                    version(made, mapping, version, state, before, ending);
                }
            }
        }
        ending.forEach((path, version) -> leave(made, byPath.remove(path), path, version));
    }

    private void version(
            RecordEvents made, Mapping mapping, Version version, State state, @Nullable State before,
            Map<String, Version> ending) {
        Item item = find(mapping, version, state, ending);
        boolean isNew = item == null;
        if (item == null) {
            item = begin(mapping, version, state);
        }
        if (!state.key().isEmpty()) {
            item.takeKey(state.key());
            byKey.put(mapping.name() + ":" + state.key(), item);
        }
        Item former = byPath.put(version.path(), item);
        item.paths().add(version.path());
        boolean twice = item.paths().stream()
                .anyMatch(path -> !path.equals(version.path()) && !ending.containsKey(path));
        if (twice && doubles.add(item.id() + " " + version.path())) {
            made.trouble(Severity.WARNING, version.path(), 0, "double " + item.id(),
                    "has the key of a record that another file holds: they count as one, and the later commit counts");
        }
        item.remember(mapping, state.title(), version.now());
        item.tick(version.atMillis());
        if (isNew) {
            made.created(item, version, state);
        } else {
            boolean comparable = before != null && former == item && before.key().equals(state.key());
            made.changed(item, version, state, comparable ? before : null);
        }
        if (former != item) {
            leave(made, former, version.path(), version);
        }
    }

    private @Nullable Item find(Mapping mapping, Version version, State state, Map<String, Version> ending) {
        String key = state.key();
        Item known = key.isEmpty() ? null : byKey.get(mapping.name() + ":" + key);
        if (known != null) {
            return known;
        }
        Item here = byPath.get(version.path());
        if (here != null && (key.isEmpty() || here.key().isEmpty())) {
            return here;
        }
        if (version.wasThere() && here != null) {
            return null;
        }
        for (String path : ending.keySet()) {
            Item ends = byPath.get(path);
            boolean isFree = ends != null && ending.keySet().containsAll(ends.paths());
            if (ends != null && isFree && (key.isEmpty() || ends.key().isEmpty())
                    && ends.isAgain(state.title(), version.now())
                    && ends.mapping().name().equals(mapping.name())) {
                return ends;
            }
        }
        Item again = key.isEmpty() ? byId.get(id(mapping, version.path())) : null;
        return again != null && again.isEnded() && again.key().isEmpty() ? again : null;
    }

    private static String id(Mapping mapping, String within) {
        return mapping.name() + ":" + within;
    }

    private Item begin(Mapping mapping, Version version, State state) {
        String within = state.key().isEmpty() ? version.path() : state.key();
        if (byId.containsKey(id(mapping, within))) {
            within += "@" + version.commit().substring(0, Math.min(SHORT, version.commit().length()));
        }
        Item item = new Item(within, mapping);
        byId.put(id(mapping, within), item);
        return item;
    }

    /** A file holds a record no more; where no other does, that is its end. */
    private static void leave(RecordEvents made, @Nullable Item item, String path, Version version) {
        if (item != null && item.paths().remove(path) && item.paths().isEmpty()) {
            item.tick(version.atMillis());
            made.ended(item, version);
        }
    }

    private @Nullable State state(Told told, RecordEvents made, Mapping mapping, String path, String blob) {
        String name = path + " " + blob;
        Parsed known = parsed.get(name);
        if (known == null) {
            known = new Parsed(parse(told, made, mapping, path, blob));
            parsed.put(name, known);
        }
        return known.state();
    }

    private static @Nullable State parse(Told told, RecordEvents made, Mapping mapping, String path, String blob) {
        String text = told.texts().apply(blob);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            List<Form> forms = mapping.forms().isEmpty() ? Form.guess(path, text) : mapping.forms();
            Fields fields = Form.read(forms, text);
            MarkdownForms.asked(text, mapping.asks()).forEach((team, times) ->
                    fields.add(State.ASKED, team + " " + times, 1));
            return State.of(mapping, path, fields);
        } catch (Unreadable bad) {
            made.trouble(Severity.WARNING, path, bad.line(), "unreadable " + path, bad.what()
                    + ": this version of the record is left out");
            return null;
        }
    }

}
