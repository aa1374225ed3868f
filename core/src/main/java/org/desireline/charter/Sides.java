package org.desireline.charter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The charter of the organisation and those that teams have of their own, side by side. Data only: names are codes, and
 * what was written knows its place.
 *
 * <p>The codes are those of all sides together, and others than those of {@link Intent}.
 *
 * @param priorities names of priorities by code
 * @param teams names of teams by code
 * @param areas patterns of areas by code
 * @param pressures kinds of pressure by code
 * @param undated the kinds of pressure that there may be on any day
 * @param all the organisation's first; empty where none is in force
 */
public record Sides(
        List<String> priorities, List<String> teams, List<String> areas, List<String> pressures, Set<Integer> undated,
        List<Side> all) {

    /** How many kinds of pressure are tried in all combinations. */
    private static final int MOST_TRIED = 12;

    /**
     * What one charter says.
     *
     * @param team code of the team whose own it is, {@link Intent#NONE} of the organisation's
     * @param day its first day
     * @param version its order and tradeoff rules, in the codes of all sides
     * @param order where each priority of the order is written
     * @param preferences where each tradeoff rule of the version is written
     * @param claims who it says owns what
     * @param components the components that its priorities include
     */
    public record Side(
            int team, String day, Intent.Version version, List<Place> order, List<Place> preferences,
            List<Claim> claims, List<Word> components) {

        public Side {
            order = List.copyOf(order);
            preferences = List.copyOf(preferences);
            claims = List.copyOf(claims);
            components = List.copyOf(components);
            if (order.size() != version.order().size() || preferences.size() != version.preferences().size()) {
                throw new IllegalArgumentException("Not every entry of the charter of " + day + " has a place: "
                        + order.size() + " of " + version.order().size() + " priorities, " + preferences.size() + " of "
                        + version.preferences().size() + " rules.");
            }
        }

        /** Where a priority stands in the order, or -1. */
        public int rank(int priority) {
            return version.order().indexOf(priority);
        }
    }

    /** That a team owns an area, both by code. */
    public record Claim(int team, int area, Place place) {}

    public Sides {
        priorities = List.copyOf(priorities);
        teams = List.copyOf(teams);
        areas = List.copyOf(areas);
        pressures = List.copyOf(pressures);
        undated = Set.copyOf(undated);
        all = List.copyOf(all);
        if (!all.isEmpty() && all.get(0).team() != Intent.NONE) {
            throw new IllegalArgumentException("The organisation's charter comes first, not that of a team.");
        }
    }

    /** Nothing was declared. */
    public static Sides none() {
        return new Sides(List.of(), List.of(), List.of(), List.of(), Set.of(), List.of());
    }

    /** The charters that teams have of their own. */
    public List<Side> own() {
        return all.isEmpty() ? all : all.subList(1, all.size());
    }

    /**
     * Whether a team's tradeoff rule prefers what the organisation puts behind: on some day, in some situation in which
     * the rule decides between its two priorities, the order or a rule of the organisation puts the other one first.
     *
     * @param own the team's charter
     * @param rule the place of the rule among its preferences
     */
    public boolean contradicts(Side own, int rule) {
        Intent.Version organisation = all.get(0).version();
        Intent.Preference preference = own.version().preferences().get(rule);
        int prefer = preference.prefer();
        int over = preference.over();
        for (long at : turns(organisation, own.version())) {
            for (int active : situations(organisation, own.version(), preference, at)) {
                if (preference.equals(own.version().rule(prefer, over, active, at))
                        && organisation.relation(prefer, over, active, at) == Relation.LOWER) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A first instant of each stretch in which no rule and no dated pressure of either begins or ends. */
    private static Set<Long> turns(Intent.Version one, Intent.Version other) {
        long first = Math.max(one.fromMillis(), other.fromMillis());
        TreeSet<Long> turns = new TreeSet<>(List.of(first));
        for (Intent.Version version : List.of(one, other)) {
            version.preferences().forEach(each -> turns.addAll(List.of(each.fromMillis(), each.toMillis())));
            version.periods().forEach(each -> turns.addAll(List.of(each.fromMillis(), each.toMillis())));
        }
        turns.removeIf(at -> at < first || at == Long.MAX_VALUE);
        return turns;
    }

    /** The pressures there can be at an instant, as bits, as far as rules between two priorities tell them apart. */
    private List<Integer> situations(
            Intent.Version one, Intent.Version other, Intent.Preference preference, long atMillis) {
        int dated = 0;
        for (Intent.Version version : List.of(one, other)) {
            for (Intent.Period period : version.periods()) {
                boolean isNow = period.fromMillis() <= atMillis && atMillis < period.toMillis();
                dated |= isNow ? 1 << period.pressure() : 0;
            }
        }
        TreeSet<Integer> told = new TreeSet<>();
        for (Intent.Version version : List.of(one, other)) {
            version.preferences().stream().filter(each -> each.pressure() != Intent.NONE
                    && (each.prefer() == preference.prefer() || each.over() == preference.prefer())
                    && (each.prefer() == preference.over() || each.over() == preference.over()))
                    .forEach(each -> told.add(each.pressure()));
        }
        told.retainAll(undated);
        // One kind of which no rule speaks stands for all of them.
        undated.stream().filter(kind -> !told.contains(kind)).min(Integer::compare).ifPresent(told::add);
        List<Integer> situations = new ArrayList<>(List.of(dated));
        told.stream().limit(MOST_TRIED).forEach(kind -> new ArrayList<>(situations)
                .forEach(active -> situations.add(active | 1 << kind)));
        return situations;
    }
}
