package org.desireline.app.charterfile;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.desireline.charter.Declared;
import org.desireline.charter.Undertaking;
import org.desireline.charter.Word;
import org.jspecify.annotations.Nullable;

/**
 * All that was said about commitments and decisions, in the order of time: by the versions of a charter, each compared
 * with the one before, and in what was written down with {@code record}.
 */
final class Statements {

    private final TreeMap<String, List<Statement>> all = new TreeMap<>();

    private Statements() {}

    /**
     * Collects them.
     *
     * @param versions of the charter, oldest first; none where there is no charter
     * @param entries what was written down
     * @param zone in which the days of what was written down begin and end
     */
    static Statements of(List<DeclaredVersion> versions, List<RecordedEntry> entries, ZoneId zone) {
        Statements statements = new Statements();
        Map<String, Declared.Commitment> before = Map.of();
        for (DeclaredVersion version : versions) {
            before = statements.version(version, before);
        }
        for (RecordedEntry entry : entries) {
            statements.recorded(entry, zone);
        }
        statements.all.values().forEach(each -> each.sort(Comparator.comparingLong(Statement::atMillis)));
        return statements;
    }

    /** Adds what a version says, and that it no longer says what the one before did; gives its commitments by id. */
    private Map<String, Declared.Commitment> version(
            DeclaredVersion version, Map<String, Declared.Commitment> before) {
        Map<String, Declared.Commitment> now = new HashMap<>();
        version.declared().commitments().forEach(each -> now.putIfAbsent(each.id().text(), each));
        now.forEach((id, commitment) -> declared(version, commitment, before.get(id)));
        before.forEach((id, commitment) -> {
            if (!now.containsKey(id)) {
                add(new Statement(Undertaking.Kind.COMMITMENT, id, version.fromMillis(), Undertaking.TAKEN_BACK, "",
                        null, false, null, commitment.place()));
            }
        });
        return now;
    }

    private void add(Statement statement) {
        all.computeIfAbsent(statement.kind() + " " + statement.id(), none -> new ArrayList<>()).add(statement);
    }

    /** What a version says of a commitment that the one before did not. */
    private void declared(
            DeclaredVersion version, Declared.Commitment now, Declared.@Nullable Commitment before) {
        ZoneId zone = version.declared().zone();
        boolean sameDay = before != null && before.due().equals(now.due());
        boolean sameEvidence = before != null && texts(before).equals(texts(now));
        boolean sameOwner = before != null && Objects.equals(text(before.owner()), text(now.owner()));
        if (sameDay && sameEvidence && sameOwner) {
            return;
        }
        add(new Statement(Undertaking.Kind.COMMITMENT, now.id().text(),
                Math.max(version.fromMillis(), Statement.start(now.decided(), zone)),
                sameDay ? null : (Long) Statement.end(now.due(), zone), now.what(), text(now.owner()), false,
                sameEvidence ? null : new Statement.Evidence(now.items(), now.where(), version), now.place()));
    }

    private static @Nullable String text(@Nullable Word word) {
        return word == null ? null : word.text();
    }

    private static List<String> texts(Declared.Commitment commitment) {
        List<String> texts = new ArrayList<>(commitment.items().stream().map(Word::text).sorted().toList());
        texts.add(commitment.where() == null ? "" : "where " + commitment.where().text());
        return texts;
    }

    private void recorded(RecordedEntry entry, ZoneId zone) {
        Long due = entry.withdrawn() ? (Long) Undertaking.TAKEN_BACK
                : entry.due() != null ? (Long) Statement.end(entry.due(), zone)
                : entry.kind() == Undertaking.Kind.DECISION ? (Long) Undertaking.NO_DAY : null;
        add(new Statement(entry.kind(), entry.id(), Statement.start(entry.on(), zone), due, entry.what(),
                entry.owner().isEmpty() ? null : entry.owner(), entry.meeting(), entry.items().isEmpty() ? null
                        : new Statement.Evidence(entry.items(), null, null), entry.place()));
    }

    /** What was said of each, in the order of kinds and ids. */
    List<List<Statement>> byId() {
        return List.copyOf(all.values());
    }
}
