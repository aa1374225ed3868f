package org.desireline.charter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.desireline.charter.Intent.Condition;
import org.desireline.time.WorkWeek;
import org.jspecify.annotations.Nullable;

/**
 * A charter as it was written: every entry with its place, names not yet resolved, expressions not yet compiled.
 *
 * @param place where its first day is written
 * @param organization whose it is, or empty
 * @param from the first day it says it is in force
 * @param assumed whether it is a supposition about the past and not a declaration
 * @param zone the zone in which its days begin and end
 * @param week the calendar, or null where none is declared
 * @param priorities the order: the first wins
 * @param tradeoffs rules that overrule the order, the first that applies decides
 * @param teams the teams
 * @param roles the roles
 * @param decisions who may decide what
 * @param incentives what is rewarded
 * @param commitments what was promised
 * @param path the declared way of working
 * @param pressures when time is short
 * @param statuses what statuses stand for
 * @param gates limits that figures are to keep
 * @param minGroup the smallest group about which anything is shown, never below {@link #SMALLEST_GROUP}
 */
public record Declared(
        Place place,
        String organization,
        LocalDate from,
        boolean assumed,
        ZoneId zone,
        @Nullable WorkWeek week,
        List<Priority> priorities,
        List<Tradeoff> tradeoffs,
        List<Team> teams,
        List<Role> roles,
        List<DecisionRight> decisions,
        List<Incentive> incentives,
        List<Commitment> commitments,
        List<Rule> path,
        List<Pressure> pressures,
        List<StatusWord> statuses,
        List<Gate> gates,
        int minGroup) {

    /** Nothing is ever shown about fewer people than this. */
    public static final int SMALLEST_GROUP = 5;

    /**
     * A class of work that was declared important.
     *
     * @param id its id
     * @param name its name, or empty
     * @param owner a team or role, or null
     * @param share intended share of attention, or null
     * @param includes what belongs to it
     */
    public record Priority(
            Word id, String name, @Nullable Word owner, @Nullable Share share, Includes includes, Place place) {}

    /**
     * What belongs to a priority: an item belongs where any of these says so.
     *
     * @param where an expression, or null
     */
    public record Includes(
            List<Word> labels,
            List<Word> components,
            List<Word> epics,
            List<Word> types,
            List<Word> projects,
            List<Word> paths,
            List<Word> fixVersions,
            @Nullable Word where) {

        public Includes {
            labels = List.copyOf(labels);
            components = List.copyOf(components);
            epics = List.copyOf(epics);
            types = List.copyOf(types);
            projects = List.copyOf(projects);
            paths = List.copyOf(paths);
            fixVersions = List.copyOf(fixVersions);
        }

        /** Whether nothing can belong. */
        public boolean isEmpty() {
            return labels.isEmpty() && components.isEmpty() && epics.isEmpty() && types.isEmpty() && projects.isEmpty()
                    && paths.isEmpty() && fixVersions.isEmpty() && where == null;
        }
    }

    /**
     * "One even over the others, when".
     *
     * @param prefer id of the priority that wins
     * @param over ids of those that yield
     * @param when always, calm, pressure, or a kind of pressure
     * @param from first day, or null
     * @param to last day, or null
     */
    public record Tradeoff(
            Word prefer, List<Word> over, Word when, @Nullable LocalDate from, @Nullable LocalDate to, Place place) {

        public Tradeoff {
            over = List.copyOf(over);
        }

        /** The condition. */
        public Condition condition() {
            return switch (when.text()) {
                case ALWAYS -> Condition.ALWAYS;
                case CALM -> Condition.CALM;
                default -> Condition.PRESSURE;
            };
        }

        /** The kind of pressure that the rule is about, or empty. */
        public String kind() {
            return CONDITIONS.contains(when.text()) ? "" : when.text();
        }
    }

    /** The words for the conditions of a tradeoff that name no kind of pressure. */
    public static final List<String> CONDITIONS = List.of("always", "calm", "pressure");
    private static final String ALWAYS = "always";
    private static final String CALM = "calm";

    /**
     * A team.
     *
     * @param id its id
     * @param name its name, or empty
     * @param isPublic whether its name may be shown as an owner
     * @param members names of people; they never leave the charter
     * @param owns areas it answers for
     * @param capacity what it can do, or null
     * @param wipLimit how much it may have under way, or null
     */
    public record Team(
            Word id,
            String name,
            boolean isPublic,
            List<Word> members,
            List<Area> owns,
            @Nullable Capacity capacity,
            @Nullable Integer wipLimit,
            Place place) {

        public Team {
            members = List.copyOf(members);
            owns = List.copyOf(owns);
        }
    }

    /**
     * A role and the people who have it; like those of a team, their names never leave the charter.
     *
     * @param level how much the wishes of those who have it count, or null for as much as everybody's
     */
    public record Role(Word id, boolean isPublic, @Nullable Integer level, List<Word> members, Place place) {

        public Role {
            members = List.copyOf(members);
        }
    }

    /**
     * Who may decide what.
     *
     * @param right what
     * @param decides roles or teams
     * @param where which items need this decision, or null where that is not said
     */
    public record DecisionRight(Word right, List<Word> decides, @Nullable Word where, Place place) {

        public DecisionRight {
            decides = List.copyOf(decides);
        }
    }

    /**
     * Something that is rewarded.
     *
     * @param event the event or phase that is rewarded
     * @param where which items count, or null for all
     * @param strength how strongly, in a unit of the writer's choice
     * @param options what people can choose between; empty for the item types
     */
    public record Incentive(
            Word id,
            Word event,
            @Nullable Word where,
            double strength,
            String note,
            List<Option> options,
            Place place) {

        public Incentive {
            options = List.copyOf(options);
        }
    }

    /** Something people can choose, told apart by an expression. */
    public record Option(Word id, Word where) {}

    /**
     * A promise.
     *
     * @param what what was promised
     * @param owner a team or role, or null
     * @param decided when it was promised
     * @param due its last day
     * @param items keys of items that show whether it is kept
     * @param where which items show it, or null
     */
    public record Commitment(
            Word id,
            String what,
            @Nullable Word owner,
            LocalDate decided,
            LocalDate due,
            List<Word> items,
            @Nullable Word where,
            Place place) {

        public Commitment {
            items = List.copyOf(items);
        }
    }

    /** A rule of the path. */
    public record Rule(PathRule rule, Place place) {}

    /**
     * A time of pressure: by days, or as long as an item is open that an expression holds for.
     *
     * @param kind its kind; one kind may be said several times
     * @param from first day, or null
     * @param to last day, or null
     * @param where the expression, or null
     */
    public record Pressure(
            Word kind, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Word where, Place place) {}

    /**
     * What a status stands for.
     *
     * @param scope {@code source/project}, or empty for all
     */
    public record StatusWord(String scope, Word status, Phase phase) {}

    public Declared {
        priorities = List.copyOf(priorities);
        tradeoffs = List.copyOf(tradeoffs);
        teams = List.copyOf(teams);
        roles = List.copyOf(roles);
        decisions = List.copyOf(decisions);
        incentives = List.copyOf(incentives);
        commitments = List.copyOf(commitments);
        path = List.copyOf(path);
        pressures = List.copyOf(pressures);
        statuses = List.copyOf(statuses);
        gates = List.copyOf(gates);
        if (minGroup < SMALLEST_GROUP) {
            throw new IllegalArgumentException("The smallest group is " + SMALLEST_GROUP + " people, not " + minGroup
                    + ".");
        }
    }

    /** The calendar; the usual one where none is declared. */
    public WorkWeek weekOrAssumed() {
        return week == null ? WorkWeek.assumed(zone) : week;
    }

    /** The kinds of pressure, each once. */
    public List<String> kinds() {
        return List.copyOf(new TreeSet<>(pressures.stream().map(pressure -> pressure.kind().text()).toList()));
    }

    /** Ids of teams and roles: who can own and decide. */
    public List<String> parties() {
        TreeSet<String> parties = new TreeSet<>();
        teams.forEach(team -> parties.add(team.id().text()));
        roles.forEach(role -> parties.add(role.id().text()));
        return List.copyOf(parties);
    }
}
