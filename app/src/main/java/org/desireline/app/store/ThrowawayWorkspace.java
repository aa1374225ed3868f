package org.desireline.app.store;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.desireline.journal.Event;
import org.desireline.journal.Journal;
import org.desireline.journal.MemoryJournal;
import org.desireline.journal.Source;
import org.jspecify.annotations.Nullable;

/** A workspace that writes nothing and is gone with its process. */
public final class ThrowawayWorkspace implements Workspace {

    static final int SECRET_BYTES = 32;
    /** By day, then name, then hash. */
    static final Comparator<KeptCharter> IN_ORDER = Comparator.comparing(KeptCharter::fromDay)
            .thenComparing(KeptCharter::name).thenComparing(KeptCharter::sha256).thenComparing(KeptCharter::text);

    private final byte[] secret = new byte[SECRET_BYTES];
    private final Map<String, String> texts = new HashMap<>();
    private final TreeMap<String, Imported> exports = new TreeMap<>();
    private final TreeSet<KeptCharter> charters = new TreeSet<>(IN_ORDER);
    private final MemoryJournal.Builder events = new MemoryJournal.Builder();

    /** A workspace with a secret of its own. */
    public ThrowawayWorkspace() {
        new SecureRandom().nextBytes(secret);
    }

    @Override
    public boolean keeps() {
        return false;
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public String place(String name) {
        return "";
    }

    @Override
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    @Override
    public void keep(String name, String text) {
        texts.put(name, text);
    }

    @Override
    public List<Imported> imported() {
        return List.copyOf(exports.values());
    }

    @Override
    public Appended append(Imported export, Source source, Set<String> outdated, LongConsumer progress) {
        long[] count = {0, Long.MIN_VALUE, 0};
        Set<String> gone = new HashSet<>();
        source.read(event -> {
            outdated.stream().filter(gone::add).toList().forEach(events::forget);
            count[1] = Math.max(count[1], event.atMillis());
            events.add(event);
            progress.accept(++count[0]);
        }, trouble -> {
            count[2] += trouble.count();
            events.add(trouble);
        });
        Imported read = export.read(count[0], count[1]);
        exports.put(read.path().toString(), read);
        return new Appended(read, count[0], count[2]);
    }

    @Override
    public Journal journal(UnaryOperator<String> people) {
        return events.build(people);
    }

    @Override
    public void events(Consumer<Event> sink) {
        events.each(sink);
    }

    @Override
    public void keepCharters(List<KeptCharter> more) {
        charters.addAll(more);
    }

    @Override
    public List<KeptCharter> charters() {
        return new ArrayList<>(charters);
    }

    @Override
    public void release() {
        // Nothing is held open.
    }
}
