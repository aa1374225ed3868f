package org.desireline.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desireline.world.Change.What;

/**
 * The first starts of a world, each with what lay on the same desk at that moment, replayed from the record alone by a
 * plain scan over all items: slow, obvious, and sharing no code with the simulation.
 *
 * @param all every first start, in order of time
 */
record Starts(List<Start> all) {

    /**
     * One first start.
     *
     * @param chosen rank of the chosen item, 0 for the highest priority
     * @param menu ranks of the items that could have been started, the chosen one among them
     */
    record Start(long atMillis, int person, int chosen, List<Integer> menu) {

        int best() {
            return menu.stream().mapToInt(Integer::intValue).min().orElseThrow();
        }

        boolean mixed() {
            return menu.stream().distinct().count() > 1;
        }

        boolean inversion() {
            return chosen != best();
        }

        /** The chance that a draw from the menu with equal chances is an inversion. */
        double expected() {
            return menu.stream().filter(rank -> rank != best()).count() / (double) menu.size();
        }
    }

    private record Moment(WorkItem item, Change change) {
    }

    private static final class Standing {
        int owner = World.NOBODY;
        int rank;
        boolean untouched = true;
    }

    static Starts of(World world) {
        List<Moment> moments = new ArrayList<>();
        Map<WorkItem, Standing> standings = new HashMap<>();
        for (WorkItem item : world.items()) {
            Standing standing = new Standing();
            standing.rank = Riverbank.PRIORITIES.indexOf(item.priority());
            standings.put(item, standing);
            item.changes().forEach(change -> moments.add(new Moment(item, change)));
        }
        moments.sort(Comparator.comparingLong(moment -> moment.change().atMillis()));
        List<Start> starts = new ArrayList<>();
        for (Moment moment : moments) {
            Standing standing = standings.get(moment.item());
            switch (moment.change().what()) {
                case What.Assignee to -> standing.owner = to.to();
                case What.Priority to -> standing.rank = Riverbank.PRIORITIES.indexOf(to.to());
                case What.Status move -> {
                    if (standing.untouched && move.to().equals("In Progress")) {
                        starts.add(start(moment.change(), standing, standings));
                    }
                    standing.untouched = false;
                }
                case What.Due promise -> { }
                case What.Comment remark -> { }
                case What.WorkLog log -> { }
                case What.Commit commit -> { }
                case What.Blocks link -> { }
                case What.BlockedBy link -> { }
            }
        }
        return new Starts(List.copyOf(starts));
    }

    private static Start start(Change change, Standing chosen, Map<WorkItem, Standing> standings) {
        List<Integer> menu = standings.values().stream()
                .filter(other -> other.untouched && other.owner == change.actor())
                .map(other -> other.rank)
                .sorted()
                .toList();
        return new Start(change.atMillis(), change.actor(), chosen.rank, menu);
    }

    /** The starts with at least two priorities to choose from, in {@code [fromMillis, toMillis)}. */
    Starts contested(long fromMillis, long toMillis) {
        return new Starts(all.stream()
                .filter(start -> start.mixed() && start.atMillis() >= fromMillis && start.atMillis() < toMillis)
                .toList());
    }

    /** One minus the inversions per expected inversion: 1 always the best, 0 as if drawn by lot. */
    double pullIndex() {
        return 1 - all.stream().filter(Start::inversion).count() / all.stream().mapToDouble(Start::expected).sum();
    }

    Starts without(int person) {
        return new Starts(all.stream().filter(start -> start.person() != person).toList());
    }

    Map<Integer, Integer> perPerson() {
        Map<Integer, Integer> counts = new HashMap<>();
        all.forEach(start -> counts.merge(start.person(), 1, Integer::sum));
        return counts;
    }
}
