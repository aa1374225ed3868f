package org.desireline.charter;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.charter.Intent.Condition;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Finds tradeoff rules that cannot hold together: A over B, B over C, C over A in one and the same situation.
 *
 * <p>Between any two days on which a rule or a dated pressure begins or ends, the possible situations are calm, and
 * pressure of any set of kinds that contains the dated ones of those days. More kinds make more rules hold, so it is
 * enough to look at calm (where no dated pressure is on) and at pressure of all kinds that can be there at once. Cost:
 * O(d · p · r) in days, priorities and rules.
 */
final class TradeoffCheck {

    private final Declared declared;
    private final List<String> kinds;
    private final List<String> priorities;
    private final List<Edge> edges = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    /** A rule for two priorities. */
    record Edge(Declared.Tradeoff rule, Word over) {

        String from() {
            return rule.prefer().text();
        }

        String to() {
            return over.text();
        }
    }

    TradeoffCheck(Declared declared, List<String> kinds) {
        this.declared = declared;
        this.kinds = kinds;
        priorities = declared.priorities().stream().map(priority -> priority.id().text()).toList();
    }

    List<Mistake> mistakes() {
        declared.tradeoffs().forEach(this::rule);
        Set<Set<Edge>> told = new HashSet<>();
        for (LocalDate day : days()) {
            for (List<Edge> situation : situations(day)) {
                for (List<Edge> cycle : cycles(situation)) {
                    if (told.add(Set.copyOf(cycle))) {
                        tell(cycle);
                    }
                }
            }
        }
        return mistakes;
    }

    private void add(Severity severity, Place place, String what, String perhaps) {
        mistakes.add(Mistake.of(severity, place, what, perhaps));
    }

    private void rule(Declared.Tradeoff rule) {
        boolean known = known(rule.prefer());
        String kind = rule.kind();
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            TreeSet<String> conditions = new TreeSet<>(Declared.CONDITIONS);
            conditions.addAll(kinds);
            add(Severity.ERROR, rule.when().place(), "there is no pressure of the kind `" + kind + "`",
                    Nearest.perhaps(kind, conditions, "conditions"));
        } else if (rule.condition() == Condition.PRESSURE && kinds.isEmpty()) {
            add(Severity.WARNING, rule.when().place(), "this rule never applies: no pressure is declared",
                    "Perhaps declare when there is `pressure:`");
        }
        if (rule.from() != null && rule.to() != null && rule.to().isBefore(rule.from())) {
            add(Severity.ERROR, rule.place(), "this rule ends on " + rule.to() + ", before it begins on " + rule.from(),
                    "Perhaps swap the two days");
        }
        for (Word over : rule.over()) {
            if (known(over) && known) {
                if (over.text().equals(rule.prefer().text())) {
                    add(Severity.ERROR, over.place(), "`" + over + "` cannot be preferred over itself",
                            "Perhaps one of the two names is another one");
                } else {
                    edges.add(new Edge(rule, over));
                    againstOrder(rule, over);
                }
            }
        }
    }

    private boolean known(Word priority) {
        boolean known = priorities.contains(priority.text());
        if (!known) {
            add(Severity.ERROR, priority.place(), "there is no priority `" + priority + "`",
                    Nearest.perhaps(priority.text(), priorities, "priorities"));
        }
        return known;
    }

    private void againstOrder(Declared.Tradeoff rule, Word over) {
        boolean restates = priorities.indexOf(rule.prefer().text()) < priorities.indexOf(over.text());
        if (restates) {
            add(Severity.NOTE, over.place(), "the order already puts `" + rule.prefer() + "` before `" + over + "`",
                    "");
        } else if (rule.condition() == Condition.ALWAYS && rule.from() == null && rule.to() == null) {
            add(Severity.WARNING, over.place(), "this contradicts the order, which puts `" + over + "` before `"
                    + rule.prefer() + "`, and always overrules it", "Perhaps change the order instead");
        }
    }

    /** A first day of each stretch in which nothing begins or ends, and one day before them all. */
    private Set<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Declared.Tradeoff rule : declared.tradeoffs()) {
            bounds(rule.from(), rule.to(), days);
        }
        for (Declared.Pressure pressure : declared.pressures()) {
            bounds(pressure.from(), pressure.to(), days);
        }
        days.add(days.isEmpty() ? declared.from() : days.first().minusDays(1));
        return days;
    }

    private static void bounds(@Nullable LocalDate from, @Nullable LocalDate to, Set<LocalDate> days) {
        if (from != null) {
            days.add(from);
        }
        if (to != null) {
            days.add(to.plusDays(1));
        }
    }

    /** The rules that can hold together on a day: when calm, and under all pressure there can be. */
    private List<List<Edge>> situations(LocalDate day) {
        Set<String> dated = new HashSet<>();
        Set<String> possible = new HashSet<>(kinds);
        for (Declared.Pressure pressure : declared.pressures()) {
            if (isDated(pressure) && covers(pressure.from(), pressure.to(), day)) {
                dated.add(pressure.kind().text());
            }
        }
        for (String kind : kinds) {
            boolean byDayOnly = declared.pressures().stream().filter(one -> one.kind().text().equals(kind))
                    .allMatch(TradeoffCheck::isDated)
                    && declared.pressures().stream().anyMatch(one -> one.kind().text().equals(kind));
            if (byDayOnly && !dated.contains(kind)) {
                possible.remove(kind);
            }
        }
        List<Edge> calm = new ArrayList<>();
        List<Edge> pressed = new ArrayList<>();
        for (Edge edge : edges) {
            if (covers(edge.rule().from(), edge.rule().to(), day)) {
                Condition when = edge.rule().condition();
                String kind = edge.rule().kind();
                if (when != Condition.PRESSURE) {
                    calm.add(edge);
                }
                if (when == Condition.ALWAYS
                        || (when == Condition.PRESSURE && (kind.isEmpty() || possible.contains(kind)))) {
                    pressed.add(edge);
                }
            }
        }
        List<List<Edge>> situations = new ArrayList<>();
        if (dated.isEmpty()) {
            situations.add(calm);
        }
        if (!possible.isEmpty()) {
            situations.add(pressed);
        }
        return situations;
    }

    private static boolean isDated(Declared.Pressure pressure) {
        return pressure.from() != null || pressure.to() != null;
    }

    private static boolean covers(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** For each rule that is on a cycle, a shortest one through it. */
    private static List<List<Edge>> cycles(List<Edge> situation) {
        List<List<Edge>> cycles = new ArrayList<>();
        Set<Edge> covered = new HashSet<>();
        for (Edge edge : situation) {
            if (!covered.contains(edge)) {
                List<Edge> back = way(situation, edge.to(), edge.from());
                if (!back.isEmpty()) {
                    List<Edge> cycle = new ArrayList<>(List.of(edge));
                    cycle.addAll(back);
                    covered.addAll(cycle);
                    cycles.add(cycle);
                }
            }
        }
        return cycles;
    }

    /** A shortest way from one priority to another along rules, or none. */
    private static List<Edge> way(List<Edge> situation, String from, String to) {
        Map<String, Edge> arrived = new HashMap<>();
        ArrayDeque<String> next = new ArrayDeque<>(List.of(from));
        Set<String> seen = new LinkedHashSet<>(List.of(from));
        while (!next.isEmpty() && !seen.contains(to)) {
            String at = next.removeFirst();
            for (Edge edge : situation) {
                if (edge.from().equals(at) && seen.add(edge.to())) {
                    arrived.put(edge.to(), edge);
                    next.addLast(edge.to());
                }
            }
        }
        List<Edge> way = new ArrayList<>();
        for (Edge edge = arrived.get(to); edge != null; edge = arrived.get(edge.from())) {
            way.add(edge);
        }
        Collections.reverse(way);
        return way;
    }

    private void tell(List<Edge> cycle) {
        // Beginning with the rule that is written first, so that the words do not depend on the search.
        int first = 0;
        for (int i = 1; i < cycle.size(); i++) {
            if (cycle.get(i).over().place().compareTo(cycle.get(first).over().place()) < 0) {
                first = i;
            }
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            Edge edge = cycle.get((first + i) % cycle.size());
            Place place = edge.rule().place();
            words.add("`" + edge.from() + "` over `" + edge.to() + "` (" + edge.rule().when() + ", line " + place.line()
                    + ")");
        }
        Place place = cycle.get(first).rule().place();
        String all = String.join(", ", words);
        if (cycle.size() == 2) {
            add(Severity.ERROR, place, "two tradeoffs contradict each other: " + all,
                    "Perhaps one of them is meant for another condition");
        } else {
            add(Severity.ERROR, place, "tradeoffs go round in a circle: " + all,
                    "Perhaps remove one of them, or give it another condition");
        }
    }
}
