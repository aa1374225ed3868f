package org.desireline.part;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.part.Decree.Act;
import org.desireline.part.Decree.Group;
import org.desireline.part.Decree.Mark;
import org.desireline.part.Decree.Squeeze;
import org.desireline.part.Decree.Tradeoff;

/** Makes random decrees: up to three acts that reorder, add and drop priorities, and change teams and pressures. */
final class Decrees {

    private static final long DAY = 24 * 3_600_000L;
    private static final List<String> PRIORITIES = List.of("safety", "billing", "growth", "reach", "upkeep");
    private static final List<String> TEAMS = List.of("north", "south", "east");
    private static final List<String> AREAS = List.of("shop", "stock");
    private static final List<String> PRESSURES = List.of("freeze", "audit");
    private static final List<String> RIGHTS = List.of("release", "scope", "budget");
    private static final List<String> STRANGERS = List.of("bot", "stranger");

    private final Random random;
    private final List<String> actors;
    private final long start;
    private final long end;
    private final long step;
    /** Whether every item is in some priority, so that figures may be shown. */
    private final boolean thorough;

    private Decrees(long seed, List<String> actors, long start, long end, long step, boolean thorough) {
        this.random = new Random(seed);
        this.actors = actors;
        this.start = start;
        this.end = end;
        this.step = step;
        this.thorough = thorough;
    }

    /** A decree for an organisation of these actors, with instants that are multiples of a step after its start. */
    static Decree random(long seed, List<String> actors, long start, long end, long step, boolean thorough) {
        return new Decrees(seed, actors, start, end, step, thorough).make();
    }

    private Decree make() {
        List<String> teams = chance(75) ? TEAMS.subList(0, 1 + random.nextInt(3)) : List.of();
        List<String> areas = chance(60) ? AREAS : List.of();
        TreeSet<Long> instants = new TreeSet<>();
        instants.add(chance(50) || thorough ? start - DAY : instant(0.6));
        for (int i = random.nextInt(3); i > 0; i--) {
            instants.add(Math.max(instants.first() + step, instant(1)));
        }
        List<Act> acts = new ArrayList<>();
        for (long from : instants) {
            acts.add(act("act-" + (acts.size() + 1), from, teams, areas));
        }
        Set<String> priorities = new LinkedHashSet<>();
        for (int i = acts.size() - 1; i >= 0; i--) {
            acts.get(i).order().forEach(group -> priorities.add(group.name()));
        }
        return new Decree(List.copyOf(priorities), teams, areas, PRESSURES, acts);
    }

    private Act act(String name, long from, List<String> teams, List<String> areas) {
        List<String> names = new ArrayList<>(PRIORITIES);
        Collections.shuffle(names, random);
        List<Group> order = new ArrayList<>();
        for (String priority : names.subList(0, 2 + random.nextInt(4))) {
            order.add(group(priority));
        }
        if (thorough || chance(30)) {
            String last = order.remove(order.size() - 1).name();
            order.add(new Group(last, List.of(new Mark(Dimension.TYPE, "*"))));
        }
        List<Tradeoff> tradeoffs = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            tradeoffs.add(tradeoff(order));
        }
        List<Squeeze> squeezes = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            squeezes.add(squeeze());
        }
        Map<String, Set<String>> members = new TreeMap<>();
        for (String team : teams) {
            Set<String> all = new TreeSet<>();
            actors.stream().filter(actor -> chance(40)).forEach(all::add);
            STRANGERS.stream().filter(stranger -> chance(25)).forEach(all::add);
            members.put(team, all);
        }
        members.keySet().removeIf(team -> chance(10));
        return new Act(name, from, order, tradeoffs, members.keySet().stream().map(this::team).toList(), members,
                areas.stream().map(this::group).toList(), squeezes, levels(from), permits(from));
    }

    /** The wishes of some count for more; decided apart from everything else. */
    private Map<String, Double> levels(long from) {
        Random apart = new Random(from);
        Map<String, Double> levels = new TreeMap<>();
        for (String actor : actors) {
            if (apart.nextInt(3) == 0) {
                levels.put(actor, 1.0 + apart.nextInt(3));
            }
        }
        return levels;
    }

    /** Some may decide; told apart from everything else. */
    private List<Decree.Permit> permits(long from) {
        Random apart = new Random(~from);
        List<Decree.Permit> permits = new ArrayList<>();
        for (String right : RIGHTS) {
            Set<String> deciders = new TreeSet<>();
            actors.stream().filter(actor -> apart.nextInt(2) == 0).forEach(deciders::add);
            STRANGERS.stream().filter(stranger -> apart.nextInt(4) == 0).forEach(deciders::add);
            List<Mark> where = new ArrayList<>();
            for (int i = apart.nextInt(4); i > 0; i--) {
                where.add(apart.nextBoolean() ? new Mark(Dimension.TYPE, List.of("Bug", "Task", "Story")
                        .get(apart.nextInt(3))) : new Mark(Dimension.PRIORITY, "*"));
            }
            if (apart.nextInt(5) > 0) {
                permits.add(new Decree.Permit(right, deciders, where));
            }
        }
        return permits;
    }

    private Group group(String name) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            marks.add(mark());
        }
        return new Group(name, marks);
    }

    private Group team(String name) {
        String queue = Organisations.QUEUES.get(random.nextInt(Organisations.QUEUES.size()));
        return new Group(name, List.of(new Mark(Dimension.TEAM, queue), mark()));
    }

    private Mark mark() {
        return switch (random.nextInt(4)) {
            case 0 -> new Mark(Dimension.TYPE, pick(List.of("Bug", "Task", "Story")));
            case 1 -> new Mark(Dimension.COMPONENT, pick(Organisations.PARTS));
            case 2 -> new Mark(Dimension.LABEL, pick(Organisations.PARTS));
            default -> new Mark(Dimension.PRIORITY, pick(Organisations.PRIORITIES));
        };
    }

    private Tradeoff tradeoff(List<Group> order) {
        String prefer = chance(90) ? pick(order).name() : pick(PRIORITIES);
        String over = pick(order).name();
        boolean limited = chance(30);
        long from = limited ? instant(1) : Long.MIN_VALUE;
        return new Tradeoff(prefer, over, pick(List.of("always", "pressure", "pressure", "calm")),
                chance(50) ? "" : pick(PRESSURES), from, limited ? from + random.nextInt(20) * DAY : Long.MAX_VALUE);
    }

    private Squeeze squeeze() {
        long from = instant(1);
        List<Mark> marks = chance(50) ? List.of() : List.of(mark());
        return new Squeeze(pick(PRESSURES), from, from + random.nextInt(12) * DAY, marks);
    }

    private long instant(double share) {
        long steps = (end - start) / step;
        return start + step * (long) (random.nextDouble() * share * steps);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
