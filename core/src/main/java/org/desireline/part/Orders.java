package org.desireline.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.desireline.charter.Charter;
import org.desireline.charter.Intent;
import org.desireline.charter.Membership;
import org.desireline.charter.Relation;
import org.desireline.time.Span;
import org.desireline.time.Spans;

/**
 * How classes of work stood to one another, over time: a few tables, and which of them was in force when.
 *
 * <p>A table changes where a version comes into force, where a tradeoff rule begins or ends, and, if a rule depends on
 * pressure, where pressure does. Cost: O(b k²) in such instants and classes.
 */
final class Orders {

    private static final int CLASSES = 32;

    private final long[] fromMillis;
    private final int[] table;
    private final List<Table> tables;
    private final Spans pressed;

    /**
     * How every class stands to every other.
     *
     * @param relations by the first class, then by the second
     * @param rules the tradeoff rule that decides, as an index among all rules; -1 where the order alone does
     */
    private record Table(List<Relation> relations, List<Integer> rules) {}

    private Orders(long[] fromMillis, int[] table, List<Table> tables, Spans pressed) {
        this.fromMillis = fromMillis;
        this.table = table;
        this.tables = tables;
        this.pressed = pressed;
    }

    static Orders of(Charter charter, ClassTable classes, Lives lives, Membership membership, long asOfMillis) {
        if (!charter.intent().isDeclared()) {
            return new Orders(new long[] {Long.MIN_VALUE}, new int[] {0},
                    List.of(new Table(List.of(byRank(classes.ranked())), Collections.nCopies(CLASSES * CLASSES, -1))),
                    Spans.none());
        }
        return new Maker(charter.intent(), pressures(charter.intent(), lives, membership, asOfMillis)).orders();
    }

    /** The tracker's own order: the first name wins; where it is not known, nothing can be compared. */
    private static Relation[] byRank(int ranked) {
        Relation[] relations = new Relation[CLASSES * CLASSES];
        for (int one = 0; one < CLASSES; one++) {
            for (int other = 0; other < CLASSES; other++) {
                relations[one * CLASSES + other] = one >= ranked || other >= ranked ? Relation.UNKNOWN
                        : one == other ? Relation.EQUAL : one < other ? Relation.HIGHER : Relation.LOWER;
            }
        }
        return relations;
    }

    /** When there was pressure of each kind: declared by date, or because an item of the kind was open. */
    private static List<Spans> pressures(Intent intent, Lives lives, Membership membership, long asOfMillis) {
        List<List<Span>> spans = new ArrayList<>();
        intent.pressures().forEach(kind -> spans.add(new ArrayList<>()));
        for (int v = 0; v < intent.versions().size(); v++) {
            Intent.Version version = intent.versions().get(v);
            long until = v + 1 < intent.versions().size() ? intent.versions().get(v + 1).fromMillis() : Long.MAX_VALUE;
            for (Intent.Period period : version.periods()) {
                long from = Math.max(period.fromMillis(), version.fromMillis());
                if (from < Math.min(period.toMillis(), until)) {
                    spans.get(period.pressure()).add(new Span(from, Math.min(period.toMillis(), until)));
                }
            }
        }
        for (int life = 0; life < lives.size(); life++) {
            int item = lives.item(life);
            for (int row = membership.first(item); row < membership.first(item + 1); row++) {
                if (membership.pressures(row) != 0) {
                    long until = row + 1 < membership.first(item + 1) ? membership.atMillis(row + 1) : asOfMillis;
                    addOpen(spans, lives, life, membership.pressures(row), membership.atMillis(row), until);
                }
            }
        }
        return spans.stream().map(list -> list.isEmpty() ? Spans.none() : Spans.union(list)).toList();
    }

    private static void addOpen(List<List<Span>> spans, Lives lives, int life, int bits, long from, long to) {
        for (int step = lives.firstStep(life); step <= lives.lastStep(life); step++) {
            long start = Math.max(from, lives.atMillis(step));
            long end = Math.min(to, lives.untilMillis(life, step));
            if (!lives.phase(step).isOver() && start < end) {
                for (int kind = 0; kind < spans.size(); kind++) {
                    if ((bits >>> kind & 1) == 1) {
                        spans.get(kind).add(new Span(start, end));
                    }
                }
            }
        }
    }

    /** Makes the tables of declared orders. */
    private static final class Maker {

        private final Intent intent;
        private final List<Spans> pressures;
        private final TreeSet<Long> instants = new TreeSet<>();
        private final List<Table> tables = new ArrayList<>();
        private final Map<Table, Integer> known = new HashMap<>();

        Maker(Intent intent, List<Spans> pressures) {
            this.intent = intent;
            this.pressures = pressures;
            instants.add(Long.MIN_VALUE);
            boolean depends = false;
            for (Intent.Version version : intent.versions()) {
                instants.add(version.fromMillis());
                for (Intent.Preference rule : version.preferences()) {
                    instants.add(rule.fromMillis());
                    instants.add(rule.toMillis());
                    depends |= rule.when() != Intent.Condition.ALWAYS;
                }
            }
            if (depends) {
                for (Spans spans : pressures) {
                    for (int i = 0; i < spans.size(); i++) {
                        instants.add(spans.get(i).fromMillis());
                        instants.add(spans.get(i).toMillis());
                    }
                }
            }
        }

        Orders orders() {
            Columns.Longs from = new Columns.Longs();
            List<Integer> which = new ArrayList<>();
            for (long at : instants) {
                int table = table(at);
                if (which.isEmpty() || which.get(which.size() - 1) != table) {
                    from.add(at);
                    which.add(table);
                }
            }
            List<Span> pressed = new ArrayList<>();
            pressures.forEach(spans -> IntStream.range(0, spans.size()).forEach(i -> pressed.add(spans.get(i))));
            return new Orders(from.trimmed(), which.stream().mapToInt(Integer::intValue).toArray(), tables,
                    pressed.isEmpty() ? Spans.none() : Spans.union(pressed));
        }

        private int table(long at) {
            int active = 0;
            for (int kind = 0; kind < pressures.size(); kind++) {
                active |= pressures.get(kind).contains(at) ? 1 << kind : 0;
            }
            Intent.Version version = intent.at(at);
            Relation[] relations = new Relation[CLASSES * CLASSES];
            Integer[] rules = new Integer[CLASSES * CLASSES];
            for (int one = 0; one < CLASSES; one++) {
                for (int other = 0; other < CLASSES; other++) {
                    Intent.Preference rule = version == null ? null : version.rule(one, other, active, at);
                    relations[one * CLASSES + other] = version == null ? Relation.UNKNOWN
                            : version.relation(one, other, active, at);
                    rules[one * CLASSES + other] = rule == null ? -1 : intent.ruleOf(rule);
                }
            }
            return known.computeIfAbsent(new Table(List.of(relations), List.of(rules)), fresh -> {
                tables.add(fresh);
                return tables.size() - 1;
            });
        }
    }

    /** The table in force at an instant. */
    int tableAt(long atMillis) {
        return table[rowAt(atMillis)];
    }

    /** The first instant after the given one at which another table comes into force, or the end of time. */
    long nextChange(long atMillis) {
        int row = rowAt(atMillis) + 1;
        return row < fromMillis.length ? fromMillis[row] : Long.MAX_VALUE;
    }

    private int rowAt(long atMillis) {
        int found = Arrays.binarySearch(fromMillis, atMillis);
        return found >= 0 ? found : -found - 2;
    }

    /** How work of one class stands to work of another in a table. */
    Relation relation(int tableNumber, int one, int other) {
        return tables.get(tableNumber).relations().get(one * CLASSES + other);
    }

    /** The tradeoff rule that decides between two classes in a table, or -1 where the order alone does. */
    int rule(int tableNumber, int one, int other) {
        return tables.get(tableNumber).rules().get(one * CLASSES + other);
    }

    /** All times of pressure of any kind. */
    Spans pressed() {
        return pressed;
    }
}
