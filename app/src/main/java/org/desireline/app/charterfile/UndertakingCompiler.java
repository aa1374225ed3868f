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
import org.desireline.charter.Intent;
import org.desireline.charter.Membership;
import org.desireline.charter.Nearest;
import org.desireline.charter.StatusMap;
import org.desireline.charter.Undertaking;
import org.desireline.charter.Word;
import org.desireline.journal.Field;
import org.desireline.journal.Histories;
import org.desireline.journal.Journal;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Resolves commitments and decisions against a journal: keys become item numbers, expressions the times at which they
 * hold for each item. Cost: one pass over the keys of items where any is named, one over the attributes of all events
 * where there is an expression.
 */
public final class UndertakingCompiler {

    /**
     * What was resolved.
     *
     * @param undertakings by kind, then by id
     * @param troubles what could not be, and what is worth knowing
     */
    public record Resolved(List<Undertaking> undertakings, List<Trouble> troubles) {

        public Resolved {
            undertakings = List.copyOf(undertakings);
            troubles = List.copyOf(troubles);
        }
    }

    /**
     * What the data are held against.
     *
     * @param intent what the charter declares, as codes
     * @param membership which area each item belonged to
     * @param statuses what statuses stand for
     * @param zone in which the days of what was written down begin and end
     * @param asOfMillis the instant up to which the data are read
     */
    public record Ground(Intent intent, Membership membership, StatusMap statuses, ZoneId zone, long asOfMillis) {}

    private static final int MOST_COMPARED = 20_000;

    private final Journal journal;
    private final Ground ground;
    private final List<List<Statement>> statements;
    private final Map<String, Integer> items = new HashMap<>();
    private final IdentityHashMap<Statement.Evidence, Matches> matches = new IdentityHashMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private final List<Trouble> troubles = new ArrayList<>();

    /** A time at which an expression holds for an item. */
    private record Hold(int item, long fromMillis, long toMillis) {}

    private UndertakingCompiler(Journal journal, Ground ground, List<List<Statement>> statements) {
        this.journal = journal;
        this.ground = ground;
        this.statements = statements;
    }

    /**
     * Resolves.
     *
     * @param versions of the charter, without errors; none where there is no charter
     * @param entries what was written down with {@code record}
     */
    public static Resolved resolve(
            List<DeclaredVersion> versions, List<RecordedEntry> entries, Journal journal, Ground ground) {
        return new UndertakingCompiler(journal, ground, Statements.of(versions, entries, ground.zone()).byId())
                .resolve();
    }

    private Resolved resolve() {
        keys();
        expressions();
        List<Undertaking> undertakings = new ArrayList<>();
        for (List<Statement> said : statements) {
            Undertaking made = undertaking(said);
            if (made != null) {
                undertakings.add(made);
            }
        }
        return new Resolved(undertakings, troubles.stream().sorted().toList());
    }

    /** The items that are named, by the keys they have or had. */
    private void keys() {
        Set<String> wanted = new HashSet<>();
        statements.forEach(said -> said.forEach(each -> {
            if (each.evidence() != null) {
                each.evidence().items().forEach(item -> wanted.add(item.text()));
            }
        }));
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, Integer> former = new HashMap<>();
        TreeSet<String> all = new TreeSet<>();
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
                    String name = journal.text(batch.attributeName()[i]);
                    boolean isKey = name.equals(Field.KEY);
                    if (isKey || name.equals(Field.ALIAS)) {
                        String key = journal.text(batch.attributeValue()[i]);
                        all.add(key);
                        if (wanted.contains(key)) {
                            (isKey ? items : former).putIfAbsent(key, batch.item()[row]);
                        }
                    }
                }
            }
        });
        former.forEach(items::putIfAbsent);
        statements.forEach(said -> said.stream().filter(each -> each.evidence() != null)
                .forEach(each -> each.evidence().items().forEach(item -> unknown(item, all))));
    }

    private void unknown(Word item, Set<String> all) {
        if (items.containsKey(item.text()) || !unknown.add(item.text())) {
            return;
        }
        String project = item.text().replaceFirst("[0-9]+$", "");
        String nearest = Nearest.of(item.text(), all.stream().filter(key -> key.startsWith(project)
                || key.length() == item.text().length()).limit(MOST_COMPARED).toList());
        troubles.add(new Trouble(Severity.WARNING, item.place().toString(), "no item has the key '" + item.text()
                + "': what it is to show is not kept before there is one" + (nearest.isEmpty() ? ""
                : ". Perhaps you meant '" + nearest + "'"), 1));
    }

    /** Asks each expression of each item after each change. */
    private void expressions() {
        for (List<Statement> said : statements) {
            for (Statement each : said) {
                Statement.Evidence evidence = each.evidence();
                Expression expression = evidence == null || evidence.where() == null ? null
                        : Expression.compile(evidence.where(), new ArrayList<>());
                if (evidence != null && expression != null) {
                    matches.put(evidence, new Matches(evidence, expression));
                }
            }
        }
        if (matches.isEmpty()) {
            return;
        }
        Histories.read(journal, ground.asOfMillis(), (item, created, at, attributes) ->
                matches.values().forEach(each -> each.step(item, created, at, attributes)));
        matches.values().forEach(Matches::finish);
    }

    private @Nullable Undertaking undertaking(List<Statement> said) {
        List<Undertaking.Day> days = new ArrayList<>();
        List<Undertaking.Link> links = new ArrayList<>();
        String what = "";
        int team = Intent.NONE;
        Statement first = null;
        Statement.Evidence evidence = null;
        long since = 0;
        boolean any = false;
        for (Statement each : said) {
            Long due = each.dueMillis();
            if (due != null) {
                day(days, each.atMillis(), due);
            }
            if (days.isEmpty()) {
                continue;
            }
            first = first == null ? each : first;
            what = each.what().isEmpty() ? what : each.what();
            team = team == Intent.NONE && each.owner() != null ? ground.intent().teams().indexOf(each.owner()) : team;
            if (each.evidence() != null) {
                link(links, evidence, since, each.atMillis());
                evidence = each.evidence();
                since = each.atMillis();
                any |= evidence.isAny();
            }
        }
        link(links, evidence, since, Long.MAX_VALUE);
        return first == null || days.isEmpty() ? null
                : new Undertaking(first.id(), what, first.kind(), first.inMeeting(), team, days, any, links,
                        first.place().toString());
    }

    /** Sets the day; what was said first of one instant gives way. */
    private static void day(List<Undertaking.Day> days, long at, long due) {
        if (!days.isEmpty() && days.getLast().atMillis() >= at) {
            days.removeLast();
        }
        if (!days.isEmpty() || due != Undertaking.TAKEN_BACK) {
            days.add(new Undertaking.Day(at, due));
        }
    }

    private void link(List<Undertaking.Link> links, Statement.@Nullable Evidence evidence, long from, long to) {
        if (evidence == null || from >= to) {
            return;
        }
        for (Word key : evidence.items()) {
            links.add(new Undertaking.Link(items.getOrDefault(key.text(), Undertaking.UNKNOWN_ITEM), from, to, true));
        }
        Matches matching = matches.get(evidence);
        for (Hold hold : matching == null ? List.<Hold>of() : matching.holds) {
            if (hold.fromMillis() < to && hold.toMillis() > from) {
                links.add(new Undertaking.Link(hold.item(), Math.max(from, hold.fromMillis()),
                        Math.min(to, hold.toMillis()), false));
            }
        }
    }

    /** When an expression held for which item. */
    private final class Matches {

        private final Remembered remembered;
        private final ZoneId zone;
        private final Set<String> fields = new TreeSet<>(Set.of(Field.TEAM));
        private final boolean custom;
        private final List<Hold> holds = new ArrayList<>();
        private int item = -1;
        private long since = Long.MAX_VALUE;
        private long untold;
        private int untoldItem = -1;

        Matches(Statement.Evidence evidence, Expression expression) {
            remembered = new Remembered(expression);
            zone = evidence.version() == null ? ground.zone() : evidence.version().declared().zone();
            expression.variables().forEach(variable -> fields.addAll(Attributes.fieldsOf(variable)));
            custom = expression.variables().contains("custom");
        }

        void step(int ofItem, long created, long atMillis, Map<String, String> attributes) {
            if (ofItem != item) {
                close(Long.MAX_VALUE);
                item = ofItem;
            }
            Map<String, String> kept = new TreeMap<>();
            attributes.forEach((name, value) -> {
                if (fields.contains(name) || (custom && name.startsWith(Field.CUSTOM))) {
                    kept.put(name, value);
                }
            });
            String id = journal.itemId(ofItem);
            int area = ground.membership().area(ground.membership().stepAt(ofItem, atMillis));
            Boolean holds = remembered.holds(new Attributes(kept, id.substring(0, Math.max(0, id.indexOf(':'))),
                    created, area < 0 ? "" : ground.intent().areas().get(area), ground.statuses(), zone));
            if (holds == null && untoldItem != ofItem) {
                untoldItem = ofItem;
                untold++;
            }
            if (Boolean.TRUE.equals(holds)) {
                since = Math.min(since, atMillis);
            } else {
                close(atMillis);
            }
        }

        private void close(long atMillis) {
            if (since < atMillis) {
                holds.add(new Hold(item, since, atMillis));
            }
            since = Long.MAX_VALUE;
        }

        void finish() {
            close(Long.MAX_VALUE);
            String where = remembered.expression().word().place().toString();
            if (untold > 0) {
                troubles.add(new Trouble(Severity.WARNING, where, "for some items it cannot be told whether this"
                        + " expression holds, because they lack what it compares or it is of another kind: it counts as"
                        + " false for them", untold));
            }
            if (holds.isEmpty()) {
                troubles.add(new Trouble(Severity.WARNING, where, "this expression held for no item: what it is to show"
                        + " is not kept before it does", 1));
            }
        }
    }
}
