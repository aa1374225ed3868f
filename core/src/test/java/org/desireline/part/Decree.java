package org.desireline.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.charter.Intent;
import org.desireline.charter.Membership;
import org.desireline.charter.Relation;
import org.desireline.charter.Sides;
import org.desireline.journal.Journal;

/**
 * What was declared in an organisation that never was, all by names. Whatever the oracles ask is answered by reading
 * the act in force from its first line; the codes that the program works with are made from the same acts, on the side.
 *
 * @param priorities names of all priorities: those of the newest act in its order, then earlier ones
 * @param teams names of all teams
 * @param areas names of all areas
 * @param pressures names of all kinds of pressure
 * @param acts by the instants from which they held
 */
public record Decree(
        List<String> priorities, List<String> teams, List<String> areas, List<String> pressures, List<Act> acts) {

    /** A charter as it held from an instant to the next one's. */
    public record Act(
            String name,
            long from,
            List<Group> order,
            List<Tradeoff> tradeoffs,
            List<Group> teams,
            Map<String, Set<String>> members,
            List<Group> areas,
            List<Squeeze> squeezes,
            Map<String, Double> levels,
            List<Permit> permits) {

        /** One that gives nobody a level or a right. */
        public Act(
                String name, long from, List<Group> order, List<Tradeoff> tradeoffs, List<Group> teams,
                Map<String, Set<String>> members, List<Group> areas, List<Squeeze> squeezes) {
            this(name, from, order, tradeoffs, teams, members, areas, squeezes, Map.of(), List.of());
        }

        /** The same with rights to decide. */
        public Act with(List<Permit> rights) {
            return new Act(name, from, order, tradeoffs, teams, members, areas, squeezes, levels, rights);
        }

        private boolean ranks(String priority) {
            return order.stream().anyMatch(group -> group.name().equals(priority));
        }

        private int place(String priority) {
            return order.stream().map(Group::name).toList().indexOf(priority);
        }
    }

    /** Items that have one of these marks. */
    public record Group(String name, List<Mark> any) {

        boolean holds(List<List<String>> values) {
            return any.stream().anyMatch(mark -> mark.is(values));
        }
    }

    /** A value of a field; an asterisk stands for anything. */
    public record Mark(Dimension field, String value) {

        boolean is(List<List<String>> values) {
            return value.equals("*") || values.get(field.ordinal()).contains(value);
        }
    }

    /** One even over the other: always, in calm, or under pressure of one kind, or of any where none is named. */
    public record Tradeoff(String prefer, String over, String when, String kind, long from, long to) {

        boolean applies(Set<String> active, long at) {
            boolean now = at >= from && at < to;
            return now && (when.equals("always") || (when.equals("calm") && active.isEmpty())
                    || (when.equals("pressure") && (kind.isEmpty() ? !active.isEmpty() : active.contains(kind))));
        }
    }

    /** Pressure between two instants, or while an item with one of these marks is open. */
    public record Squeeze(String kind, long from, long to, List<Mark> while_) {}

    /** Some may decide something about items that have one of these marks. */
    public record Permit(String right, Set<String> deciders, List<Mark> where) {}

    /** Nothing was declared. */
    public static Decree none() {
        return new Decree(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    boolean isDeclared() {
        return !acts.isEmpty();
    }

    /** The number of the act in force, or -1 before the first. */
    int indexAt(long at) {
        int index = -1;
        for (Act act : acts) {
            index += act.from() <= at ? 1 : 0;
        }
        return index;
    }

    /** The instants at which acts or dated pressures begin or end. */
    Set<Long> turns() {
        Set<Long> turns = new HashSet<>();
        for (Act act : acts) {
            turns.add(act.from());
            act.squeezes().forEach(squeeze -> turns.addAll(List.of(squeeze.from(), squeeze.to())));
        }
        return turns;
    }

    private static String first(List<Group> groups, List<List<String>> values) {
        for (Group group : groups) {
            if (group.holds(values)) {
                return group.name();
            }
        }
        return "";
    }

    private String priority(List<List<String>> values, long at) {
        return indexAt(at) < 0 ? "" : first(acts.get(indexAt(at)).order(), values);
    }

    String team(List<List<String>> values, long at) {
        return indexAt(at) < 0 ? "" : first(acts.get(indexAt(at)).teams(), values);
    }

    private String area(List<List<String>> values, long at) {
        return indexAt(at) < 0 ? "" : first(acts.get(indexAt(at)).areas(), values);
    }

    /** The values of a tracker with what was declared in their place. */
    List<List<String>> values(List<List<String>> tracked, long at) {
        List<List<String>> values = new ArrayList<>(tracked);
        if (isDeclared()) {
            put(values, Dimension.PRIORITY, priority(tracked, at));
            if (!teams.isEmpty()) {
                put(values, Dimension.TEAM, team(tracked, at));
            }
            if (!areas.isEmpty()) {
                put(values, Dimension.AREA, area(tracked, at));
            }
        }
        return values;
    }

    private static void put(List<List<String>> values, Dimension dimension, String name) {
        values.set(dimension.ordinal(), name.isEmpty() ? List.of() : List.of(name));
    }

    /** The members of a team, programs and strangers among them. */
    Set<String> members(String team, long at) {
        return indexAt(at) < 0 ? Set.of() : acts.get(indexAt(at)).members().getOrDefault(team, Set.of());
    }

    /** The kinds of pressure that an open item of these values makes. */
    Set<String> pressedBy(List<List<String>> values, long at) {
        Set<String> kinds = new HashSet<>();
        for (Squeeze squeeze : indexAt(at) < 0 ? List.<Squeeze>of() : acts.get(indexAt(at)).squeezes()) {
            if (squeeze.while_().stream().anyMatch(mark -> mark.is(values))) {
                kinds.add(squeeze.kind());
            }
        }
        return kinds;
    }

    /** The kinds of pressure that were declared for an instant. */
    Set<String> pressedOn(long at) {
        Set<String> kinds = new HashSet<>();
        for (Squeeze squeeze : indexAt(at) < 0 ? List.<Squeeze>of() : acts.get(indexAt(at)).squeezes()) {
            if (squeeze.while_().isEmpty() && squeeze.from() <= at && at < squeeze.to()) {
                kinds.add(squeeze.kind());
            }
        }
        return kinds;
    }

    /** The names of all rights, as they come up first. */
    public List<String> rights() {
        return acts.stream().flatMap(act -> act.permits().stream()).map(Permit::right).distinct().toList();
    }

    private List<Permit> permits(long at) {
        return indexAt(at) < 0 ? List.of() : acts.get(indexAt(at)).permits();
    }

    /** The rights that an item of these values falls under. */
    Set<String> asked(List<List<String>> values, long at) {
        Set<String> asked = new TreeSet<>();
        permits(at).stream().filter(permit -> permit.where().stream().anyMatch(mark -> mark.is(values)))
                .forEach(permit -> asked.add(permit.right()));
        return asked;
    }

    /** The rights that somebody holds. */
    Set<String> held(String person, long at) {
        Set<String> held = new TreeSet<>();
        permits(at).stream().filter(permit -> permit.deciders().contains(person))
                .forEach(permit -> held.add(permit.right()));
        return held;
    }

    /** How one priority stands to another at an instant, under the pressures there are. */
    Relation relation(String one, String other, Set<String> active, long at) {
        Act act = indexAt(at) < 0 ? null : acts.get(indexAt(at));
        if (act == null || !act.ranks(one) || !act.ranks(other)) {
            return Relation.UNKNOWN;
        }
        if (one.equals(other)) {
            return Relation.EQUAL;
        }
        Tradeoff tradeoff = tradeoff(act, one, other, active, at);
        if (tradeoff != null) {
            return tradeoff.prefer().equals(one) ? Relation.HIGHER : Relation.LOWER;
        }
        return act.place(one) < act.place(other) ? Relation.HIGHER : Relation.LOWER;
    }

    private static Tradeoff tradeoff(Act act, String one, String other, Set<String> active, long at) {
        for (Tradeoff tradeoff : act.tradeoffs()) {
            Set<String> both = new HashSet<>(List.of(tradeoff.prefer()));
            both.add(tradeoff.over());
            if (both.equals(new HashSet<>(java.util.Arrays.asList(one, other))) && tradeoff.applies(active, at)) {
                return tradeoff;
            }
        }
        return null;
    }

    /** What decides between two different priorities: a tradeoff by its place among all there are, or the order, -1. */
    int rule(String one, String other, Set<String> active, long at) {
        Act act = indexAt(at) < 0 ? null : acts.get(indexAt(at));
        Tradeoff found = act == null || !act.ranks(one) || !act.ranks(other) ? null
                : tradeoff(act, one, other, active, at);
        List<String> all = acts.stream().flatMap(each -> each.tradeoffs().stream()).map(Decree::terms).distinct()
                .toList();
        return found == null ? -1 : all.indexOf(terms(found));
    }

    private static String terms(Tradeoff tradeoff) {
        return tradeoff.prefer() + " over " + tradeoff.over() + " " + tradeoff.when() + " " + tradeoff.kind();
    }

    /** How much the wishes of somebody count at an instant. */
    double level(String person, long at) {
        return indexAt(at) < 0 ? 0 : acts.get(indexAt(at)).levels().getOrDefault(person, 0.0);
    }

    /** The same for the program, in codes. */
    Intent intent() {
        List<Intent.Version> versions = new ArrayList<>();
        for (Act act : acts) {
            versions.add(new Intent.Version(act.name(), act.from(), false,
                    act.order().stream().map(group -> priorities.indexOf(group.name())).toList(),
                    act.tradeoffs().stream().map(this::preference).toList(),
                    act.members().keySet().stream().sorted()
                            .map(team -> new Intent.Team(teams.indexOf(team), act.members().get(team))).toList(),
                    act.squeezes().stream().filter(squeeze -> squeeze.while_().isEmpty())
                            .map(squeeze -> new Intent.Period(pressures.indexOf(squeeze.kind()), squeeze.from(),
                                    squeeze.to())).toList(), Map.of(),
                    act.levels().entrySet().stream()
                            .map(level -> new Intent.Level(level.getValue(), Set.of(level.getKey()))).toList(),
                    act.permits().stream().map(permit -> new Intent.Right(rights().indexOf(permit.right()),
                            permit.deciders(), !permit.where().isEmpty())).toList()));
        }
        return new Intent(versions, priorities, teams, areas, pressures, rights()).with(acts.isEmpty() ? Sides.none()
                : Beside.random(acts.getFirst().from()));
    }

    private Intent.Preference preference(Tradeoff tradeoff) {
        Intent.Condition when = switch (tradeoff.when()) {
            case "always" -> Intent.Condition.ALWAYS;
            case "calm" -> Intent.Condition.CALM;
            default -> Intent.Condition.PRESSURE;
        };
        return new Intent.Preference(priorities.indexOf(tradeoff.prefer()), priorities.indexOf(tradeoff.over()), when,
                pressures.indexOf(tradeoff.kind()), tradeoff.from(), tradeoff.to());
    }

    /** Which items belonged to what, in codes: looked up wherever an item changes or an act begins. */
    Membership membership(Journal journal, List<Past> pasts) {
        Map<String, Past> byItem = new HashMap<>();
        pasts.forEach(past -> byItem.put(past.item, past));
        Membership.Builder builder = new Membership.Builder(journal.itemCount());
        for (int item = 0; isDeclared() && item < journal.itemCount(); item++) {
            Past past = byItem.get(journal.itemId(item));
            if (past == null) {
                continue;
            }
            TreeSet<Long> instants = new TreeSet<>(past.instants);
            acts.forEach(act -> instants.add(act.from()));
            for (long at : instants.tailSet(past.created)) {
                List<List<String>> values = past.at(at).values;
                int bits = pressedBy(values, at).stream().mapToInt(kind -> 1 << pressures.indexOf(kind)).sum();
                builder.add(item, at, priorities.indexOf(priority(values, at)), teams.indexOf(team(values, at)),
                        areas.indexOf(area(values, at)), bits,
                        asked(values, at).stream().mapToInt(right -> 1 << rights().indexOf(right)).sum());
            }
        }
        return builder.build();
    }
}
