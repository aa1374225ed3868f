package org.desireline.charter;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was declared, version by version: the order of priorities, the tradeoff rules, the teams, the times of pressure,
 * who may decide what. Data only: names are codes, texts and expressions have been resolved.
 *
 * <p>A priority, team, area or kind of pressure keeps its code through all versions, so that hours of two versions can
 * be set beside each other.
 *
 * @param versions in the order in which they came into force; each holds until the next
 * @param priorities names of all priorities by code: those of the newest version in its order, then earlier ones
 * @param teams names of all teams by code
 * @param areas names of all areas by code
 * @param pressures kinds of pressure by code
 * @param rights names of rights to decide by code
 * @param sides the newest charter beside those that teams have of their own
 */
public record Intent(
        List<Version> versions,
        List<String> priorities,
        List<String> teams,
        List<String> areas,
        List<String> pressures,
        List<String> rights,
        Sides sides) {

    /** How many priorities, teams or areas may be told apart over all versions. */
    public static final int MOST_CLASSES = 24;
    /** How many kinds of pressure may be told apart: one bit each. */
    public static final int MOST_PRESSURES = 30;
    /** How many rights to decide may be told apart: one bit each. */
    public static final int MOST_RIGHTS = 30;
    /** The code of what belongs to no class. */
    public static final int NONE = -1;

    /**
     * A charter and the time from which it holds.
     *
     * @param name its first day, as it is shown
     * @param fromMillis when it came into force
     * @param assumed whether it is a supposition about the past and not a declaration
     * @param order codes of its priorities, the first wins
     * @param preferences tradeoff rules, the first that applies decides
     * @param teams its teams
     * @param periods times of pressure that were declared by date
     * @param shares intended shares of attention, from 0 to 1, by code of the priority, where one was declared
     * @param levels roles whose wishes carry weight
     * @param rights who may decide what
     */
    public record Version(
            String name,
            long fromMillis,
            boolean assumed,
            List<Integer> order,
            List<Preference> preferences,
            List<Team> teams,
            List<Period> periods,
            Map<Integer, Double> shares,
            List<Level> levels,
            List<Right> rights) {

        /** A version that intends no shares, gives no role a level and nobody a right. */
        public Version(
                String name, long fromMillis, boolean assumed, List<Integer> order, List<Preference> preferences,
                List<Team> teams, List<Period> periods) {
            this(name, fromMillis, assumed, order, preferences, teams, periods, Map.of(), List.of(), List.of());
        }

        public Version {
            order = List.copyOf(order);
            preferences = List.copyOf(preferences);
            teams = List.copyOf(teams);
            periods = List.copyOf(periods);
            shares = Map.copyOf(shares);
            levels = List.copyOf(levels);
            rights = List.copyOf(rights);
            if (new HashSet<>(order).size() != order.size()) {
                throw new IllegalArgumentException("A priority stands twice in the order " + order + ".");
            }
        }

        /**
         * How work of one class stands to work of another: by the first tradeoff rule that applies, else by the order.
         *
         * @param one code of the class that is compared, or {@link #NONE}
         * @param other code of the class that it is compared with, or {@link #NONE}
         * @param active the kinds of pressure there are just then, as bits
         * @param atMillis the instant
         */
        public Relation relation(int one, int other, int active, long atMillis) {
            if (!order.contains(one) || !order.contains(other)) {
                return Relation.UNKNOWN;
            }
            if (one == other) {
                return Relation.EQUAL;
            }
            Preference rule = rule(one, other, active, atMillis);
            boolean first = rule == null ? order.indexOf(one) < order.indexOf(other) : rule.prefer() == one;
            return first ? Relation.HIGHER : Relation.LOWER;
        }

        /** The tradeoff rule that decides between two classes at an instant, or null where the order alone does. */
        public @Nullable Preference rule(int one, int other, int active, long atMillis) {
            for (Preference rule : preferences) {
                boolean about = (rule.prefer() == one && rule.over() == other)
                        || (rule.prefer() == other && rule.over() == one);
                if (about && order.contains(one) && order.contains(other) && rule.holds(active, atMillis)) {
                    return rule;
                }
            }
            return null;
        }
    }

    /** When a tradeoff rule applies. */
    public enum Condition {
        ALWAYS,
        /** While there is pressure of the rule's kind, or of any kind where it names none. */
        PRESSURE,
        /** While there is no pressure of any kind. */
        CALM
    }

    /**
     * "One even over the other, when": a tradeoff rule for two classes.
     *
     * @param prefer code of the class that wins
     * @param over code of the class that yields
     * @param when the condition
     * @param pressure code of the kind of pressure it is about, or {@link #NONE} for any
     * @param fromMillis first instant at which the rule may apply
     * @param toMillis first instant after
     */
    public record Preference(int prefer, int over, Condition when, int pressure, long fromMillis, long toMillis) {

        /** A rule without a limit in time. */
        public Preference(int prefer, int over, Condition when, int pressure) {
            this(prefer, over, when, pressure, Long.MIN_VALUE, Long.MAX_VALUE);
        }

        /** Whether the rule applies. */
        public boolean holds(int active, long atMillis) {
            return fromMillis <= atMillis && atMillis < toMillis && switch (when) {
                case ALWAYS -> true;
                case CALM -> active == 0;
                case PRESSURE -> pressure == NONE ? active != 0 : (active >>> pressure & 1) == 1;
            };
        }
    }

    /**
     * A tradeoff rule as it was declared, whenever it was in force.
     *
     * @param prefer code of the class that wins
     * @param over code of the class that yields
     * @param when the condition
     * @param pressure code of the kind of pressure it is about, or {@link #NONE} for any
     */
    public record Rule(int prefer, int over, Condition when, int pressure) {

        /** The rule that a preference states for a time. */
        static Rule of(Preference preference) {
            return new Rule(preference.prefer(), preference.over(), preference.when(), preference.pressure());
        }
    }

    /**
     * People whose wishes have a declared weight.
     *
     * @param level the weight; 0 is that of everybody else
     * @param members tokens of those who have it
     */
    public record Level(double level, Set<String> members) {

        public Level {
            members = Set.copyOf(members);
            if (!Double.isFinite(level)) {
                throw new IllegalArgumentException("A level is a finite number, not " + level + ".");
            }
        }
    }

    /**
     * Who may decide something, as a version declares it.
     *
     * @param right its code
     * @param deciders tokens of those who may
     * @param isTold whether it is said which items need the decision
     */
    public record Right(int right, Set<String> deciders, boolean isTold) {

        public Right {
            deciders = Set.copyOf(deciders);
        }
    }

    /**
     * A team as a version declares it.
     *
     * @param team its code
     * @param members tokens of its members
     * @param capacity what it can do in a week, or null where that is not declared
     */
    public record Team(int team, Set<String> members, @Nullable Capacity capacity) {

        /** A team of which it is not declared how much it can do. */
        public Team(int team, Set<String> members) {
            this(team, members, null);
        }

        public Team {
            members = Set.copyOf(members);
        }
    }

    /**
     * A time of pressure declared by date.
     *
     * @param pressure code of its kind
     * @param fromMillis when it began
     * @param toMillis first instant after
     */
    public record Period(int pressure, long fromMillis, long toMillis) {}

    /** Nobody was given a right to decide. */
    public Intent(
            List<Version> versions, List<String> priorities, List<String> teams, List<String> areas,
            List<String> pressures) {
        this(versions, priorities, teams, areas, pressures, List.of());
    }

    /** No charter is set beside another. */
    public Intent(
            List<Version> versions, List<String> priorities, List<String> teams, List<String> areas,
            List<String> pressures, List<String> rights) {
        this(versions, priorities, teams, areas, pressures, rights, Sides.none());
    }

    public Intent {
        versions = List.copyOf(versions);
        priorities = List.copyOf(priorities);
        teams = List.copyOf(teams);
        areas = List.copyOf(areas);
        pressures = List.copyOf(pressures);
        rights = List.copyOf(rights);
        if (Math.max(priorities.size(), Math.max(teams.size(), areas.size())) > MOST_CLASSES) {
            throw new IllegalArgumentException("At most " + MOST_CLASSES + " priorities, teams or areas can be told"
                    + " apart, not " + priorities.size() + ", " + teams.size() + ", " + areas.size() + ".");
        }
        if (pressures.size() > MOST_PRESSURES) {
            throw new IllegalArgumentException("At most " + MOST_PRESSURES + " kinds of pressure, not "
                    + pressures.size() + ".");
        }
        if (rights.size() > MOST_RIGHTS) {
            throw new IllegalArgumentException("At most " + MOST_RIGHTS + " rights to decide, not " + rights.size()
                    + ".");
        }
        for (int i = 1; i < versions.size(); i++) {
            if (versions.get(i).fromMillis() <= versions.get(i - 1).fromMillis()) {
                throw new IllegalArgumentException("Versions must come into force one after the other: "
                        + versions.get(i - 1).name() + ", then " + versions.get(i).name() + ".");
            }
        }
    }

    /** Nothing was declared. */
    public static Intent none() {
        return new Intent(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** The same beside the charters that teams have of their own. */
    public Intent with(Sides beside) {
        return new Intent(versions, priorities, teams, areas, pressures, rights, beside);
    }

    /** Whether anything was declared. */
    public boolean isDeclared() {
        return !versions.isEmpty();
    }

    /** Every tradeoff rule of every version once, in the order in which they were declared. */
    public List<Rule> rules() {
        return versions.stream().flatMap(version -> version.preferences().stream()).map(Rule::of).distinct().toList();
    }

    /** The place of a preference's rule among {@link #rules}. */
    public int ruleOf(Preference preference) {
        return rules().indexOf(Rule.of(preference));
    }

    /** The index of the version in force at an instant, or -1 before the first. */
    public int versionAt(long atMillis) {
        int found = -1;
        while (found + 1 < versions.size() && versions.get(found + 1).fromMillis() <= atMillis) {
            found++;
        }
        return found;
    }

    /** What a team can do in a week by the version in force at an instant, or null where that is not declared. */
    public @Nullable Capacity capacity(int team, long atMillis) {
        Version version = at(atMillis);
        return version == null ? null : version.teams().stream().filter(each -> each.team() == team)
                .map(Team::capacity).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The version in force at an instant, or null before the first. */
    public @Nullable Version at(long atMillis) {
        int index = versionAt(atMillis);
        return index < 0 ? null : versions.get(index);
    }
}
