package org.desireline.app.charterfile;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Area;
import org.desireline.charter.Membership;
import org.desireline.charter.Nearest;
import org.desireline.charter.StatusMap;
import org.desireline.charter.Word;
import org.desireline.journal.Field;
import org.desireline.journal.Histories;
import org.desireline.journal.Journal;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;

/** Makes the step function of every item: its classes after each change of its attributes and of the charter. */
final class MembershipMaker implements Histories.Visitor {

    private final List<DeclaredVersion> versions;
    private final List<VersionRules> rules;
    private final StatusMap statuses;
    private final Journal journal;
    private final long asOfMillis;
    private final Membership.Builder builder;
    private final List<String> used;
    private final boolean usesCustom;
    private final boolean usesSource;
    private final IdentityHashMap<Expression, long[]> untold = new IdentityHashMap<>();
    /** What the fields held that lists of the newest version name, several values joined. */
    private final Map<String, Set<String>> seen = new TreeMap<>();

    private int item = -1;
    private String source = "";
    private long createdMillis;
    private long lastMillis;
    private Map<String, String> last = Map.of();
    /** The version whose answer stands for the attributes as they were last, or -1. */
    private int answered = -1;
    private VersionRules.Answer answer = VersionRules.Answer.NONE;
    private boolean overlaps;
    private long overlapping;

    MembershipMaker(
            List<DeclaredVersion> versions, ClassCodes codes, StatusMap statuses, Journal journal, long asOfMillis) {
        this.versions = versions;
        this.statuses = statuses;
        this.journal = journal;
        this.asOfMillis = asOfMillis;
        rules = versions.stream().map(version -> new VersionRules(version.declared(), codes)).toList();
        builder = new Membership.Builder(journal.itemCount());
        TreeSet<String> fields = new TreeSet<>();
        TreeSet<String> variables = new TreeSet<>();
        rules.forEach(one -> {
            fields.addAll(one.fields());
            variables.addAll(one.variables());
        });
        used = List.copyOf(fields);
        rules.getLast().lists().stream().filter(names -> !names.words().isEmpty())
                .forEach(names -> seen.put(names.field(), new HashSet<>()));
        usesCustom = variables.contains("custom");
        usesSource = variables.contains("phase");
    }

    Membership make() {
        Histories.read(journal, asOfMillis, this);
        finish();
        return builder.build();
    }

    @Override
    public void step(int ofItem, long created, long atMillis, Map<String, String> attributes) {
        if (ofItem != item) {
            finish();
            item = ofItem;
            createdMillis = created;
            lastMillis = Long.MIN_VALUE;
            last = Map.of();
            answered = -1;
            overlaps = false;
            String id = usesSource ? journal.itemId(ofItem) : "";
            source = id.substring(0, Math.max(0, id.indexOf(':')));
        } else {
            comingIntoForce(atMillis);
        }
        remember(attributes);
        lastMillis = atMillis;
        emit(atMillis);
    }

    /** Steps for the versions that came into force after the last one and before an instant. */
    private void comingIntoForce(long beforeMillis) {
        for (DeclaredVersion version : versions) {
            if (version.fromMillis() > lastMillis && version.fromMillis() < beforeMillis) {
                emit(version.fromMillis());
            }
        }
    }

    private void finish() {
        if (item >= 0) {
            comingIntoForce(asOfMillis + 1);
            overlapping += overlaps ? 1 : 0;
        }
    }

    /** Keeps what rules look at; the attributes themselves are valid only during the call. */
    private void remember(Map<String, String> attributes) {
        boolean same = !last.isEmpty() && !usesCustom;
        for (int i = 0; i < used.size() && same; i++) {
            same = java.util.Objects.equals(last.get(used.get(i)), attributes.get(used.get(i)));
        }
        if (same) {
            return;
        }
        Map<String, String> kept = new HashMap<>();
        for (String field : used) {
            String value = attributes.get(field);
            if (value != null) {
                kept.put(field, value);
            }
        }
        if (usesCustom) {
            attributes.forEach((name, value) -> {
                if (name.startsWith(Field.CUSTOM)) {
                    kept.put(name, value);
                }
            });
        }
        last = kept;
        answered = -1;
    }

    private void emit(long atMillis) {
        int version = versions.size() - 1;
        while (version >= 0 && versions.get(version).fromMillis() > atMillis) {
            version--;
        }
        if (version < 0) {
            return;
        }
        if (answered != version) {
            ZoneId zone = versions.get(version).declared().zone();
            answer = rules.get(version).answer(last, source, createdMillis, statuses, zone);
            answered = version;
            for (Map.Entry<String, Set<String>> field : seen.entrySet()) {
                field.getValue().add(last.getOrDefault(field.getKey(), ""));
            }
        }
        builder.add(item, atMillis, answer.priority(), answer.team(), answer.area(), answer.pressures(),
                answer.rights());
        overlaps |= answer.overlaps();
        for (Expression expression : answer.untold()) {
            long[] count = untold.computeIfAbsent(expression, key -> new long[] {-1, 0});
            if (count[0] != item) {
                count[0] = item;
                count[1]++;
            }
        }
    }

    /** What is worth telling once all items are done. */
    List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        untold.forEach((expression, count) -> troubles.add(new Trouble(Severity.WARNING,
                expression.word().place().toString(), "for some items it cannot be told whether this expression holds,"
                + " because they lack what it compares or it is of another kind: it counts as false for them",
                count[1])));
        if (overlapping > 0) {
            troubles.add(new Trouble(Severity.NOTE, versions.getLast().declared().place().file(),
                    "items that several priorities include: each belongs to the first", overlapping));
        }
        unmet(troubles);
        paths(troubles);
        return troubles;
    }

    /** Values of the newest version that no item ever had while it was in force. */
    private void unmet(List<Trouble> troubles) {
        for (VersionRules.Names names : rules.getLast().lists()) {
            for (Word word : names.words()) {
                if (!names.met().contains(word.text())) {
                    TreeSet<String> known = new TreeSet<>();
                    seen.getOrDefault(names.field(), Set.of()).forEach(joined -> known.addAll(Field.split(joined)));
                    String nearest = Nearest.of(word.text(), known);
                    troubles.add(new Trouble(Severity.WARNING, word.place().toString(), "no item has the "
                            + names.field() + " '" + word.text() + "' since this charter is in force"
                            + (nearest.isEmpty() || nearest.equals(word.text()) ? ""
                            : ". Perhaps you meant '" + nearest + "'"), 1));
                }
            }
        }
    }

    private void paths(List<Trouble> troubles) {
        List<org.desireline.charter.Place> places = new ArrayList<>();
        versions.getLast().declared().priorities().forEach(priority ->
                priority.includes().paths().forEach(path -> places.add(path.place())));
        versions.getLast().declared().teams().forEach(team -> team.owns().stream()
                .filter(area -> area.kind() == Area.Kind.PATH).forEach(area -> places.add(area.place())));
        if (!places.isEmpty()) {
            troubles.add(new Trouble(Severity.NOTE, places.getFirst().toString(),
                    "paths match nothing yet: no source links items to changes", places.size()));
        }
    }
}
