package org.desireline.instrument.ownership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.desireline.instrument.ownership.Ownership.Kind;
import org.desireline.number.RatioJackknife;
import org.jspecify.annotations.Nullable;

/** What the tally holds of one area. */
final class Area {

    /** What must be on record before an area is judged. */
    static final int FEWEST_ITEMS = 15;
    static final int FEWEST_TOUCHES = 60;
    static final int FEWEST_PEOPLE = 5;

    private static final double HALF = 0.5;
    private static final double CARRIED = 0.8;

    final int code;
    /** Touches by declared owner, then by team, then by actor. */
    private final TreeMap<Integer, TreeMap<Integer, TreeMap<Integer, Long>>> touches = new TreeMap<>();
    /** By kind, then by what stands in the place of the owner, then by actor, cluster or week. */
    private final TreeMap<Kind, TreeMap<Integer, TreeMap<Integer, Long>>> sums = new TreeMap<>();
    /** Everybody who had anything to do with it. */
    final Set<Integer> population = new HashSet<>();

    private Area(int code) {
        this.code = code;
    }

    /** The areas of which anything is on record, by code. */
    static SortedMap<Integer, Area> of(Ownership.Count count) {
        TreeMap<Integer, Area> areas = new TreeMap<>();
        int mask = (1 << Ownership.CODE_BITS) - 1;
        count.sums.forEach((key, sum) -> {
            int who = (int) (key & ((1L << Ownership.WHO_BITS) - 1));
            long cell = key >>> Ownership.WHO_BITS;
            int team = (int) cell & mask;
            int owner = (int) (cell >>> Ownership.CODE_BITS) & mask;
            Area area = areas.computeIfAbsent((int) (cell >>> (2 * Ownership.CODE_BITS)) & mask, Area::new);
            Kind kind = Kind.values()[(int) (cell >>> (3 * Ownership.CODE_BITS))];
            if (kind == Kind.TOUCHES) {
                area.touches.computeIfAbsent(owner, none -> new TreeMap<>())
                        .computeIfAbsent(team, none -> new TreeMap<>()).put(who, sum);
                area.population.add(who);
            }
            area.sums.computeIfAbsent(kind, none -> new TreeMap<>()).computeIfAbsent(owner, none -> new TreeMap<>())
                    .merge(who, sum, Long::sum);
        });
        count.population.forEach((code, people) -> {
            Area area = areas.computeIfAbsent(code, Area::new);
            people.stream().forEach(area.population::add);
        });
        return areas;
    }

    /** Sums of a kind by actor, cluster or week, of one owner or of what else stands in its place. */
    SortedMap<Integer, Long> of(Kind kind, int owner) {
        return sums.getOrDefault(kind, new TreeMap<>()).getOrDefault(owner, new TreeMap<>());
    }

    long sum(Kind kind, int owner) {
        return sum(of(kind, owner).values());
    }

    static long sum(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }

    long items() {
        return sums.getOrDefault(Kind.ITEMS, new TreeMap<>()).values().stream()
                .mapToLong(own -> sum(own.values())).sum();
    }

    /** Items that were declared to be no team's. */
    long nobodys() {
        return sum(Kind.ITEMS, Ownership.NO_TEAM);
    }

    /** Touches by actor. */
    SortedMap<Integer, Long> people() {
        return by((owner, team) -> true);
    }

    /** Touches by actor, of those that somebody of the declared team left. */
    SortedMap<Integer, Long> byOwner() {
        return by((owner, team) -> owner != Ownership.NO_TEAM && owner.equals(team));
    }

    /** Touches by actor, of those that somebody of a team left on what was declared to be another's or nobody's. */
    SortedMap<Integer, Long> byOther(int other) {
        return by((owner, team) -> team == other && !owner.equals(team));
    }

    /** Touches by actor, of those that somebody of a team left. */
    SortedMap<Integer, Long> byTeam(int which) {
        return by((owner, team) -> team == which);
    }

    private interface Which {
        boolean counts(Integer owner, Integer team);
    }

    private SortedMap<Integer, Long> by(Which which) {
        TreeMap<Integer, Long> people = new TreeMap<>();
        touches.forEach((owner, teams) -> teams.forEach((team, actors) -> {
            if (which.counts(owner, team)) {
                actors.forEach((actor, n) -> people.merge(actor, n, Long::sum));
            }
        }));
        return people;
    }

    long touches() {
        return sum(people().values());
    }

    /** The declared owner of most items, or {@link Ownership#NO_TEAM} where most are nobody's. */
    int owner() {
        int best = Ownership.NO_TEAM;
        long most = nobodys();
        for (Map.Entry<Integer, TreeMap<Integer, Long>> each
                : sums.getOrDefault(Kind.ITEMS, new TreeMap<>()).entrySet()) {
            long own = sum(each.getValue().values());
            if (own > most) {
                most = own;
                best = each.getKey();
            }
        }
        return best;
    }

    /** Teams that left touches, those with the most first; nobody's team is none. */
    List<Integer> teams() {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        touches.values().forEach(teams -> teams.forEach((team, actors) -> {
            if (team != Ownership.NO_TEAM) {
                counts.merge(team, sum(actors.values()), Long::sum);
            }
        }));
        List<Integer> teams = new ArrayList<>(counts.keySet());
        teams.sort((a, b) -> Long.compare(counts.getOrDefault(b, 0L), counts.getOrDefault(a, 0L)));
        return teams;
    }

    /** The team that left the most touches on what was not declared to be its own, or null. */
    @Nullable Integer largestOther() {
        Integer best = null;
        for (int team : teams()) {
            long own = sum(byOther(team).values());
            if (own > 0 && (best == null || own > sum(byOther(best).values()))) {
                best = team;
            }
        }
        return best;
    }

    /** How many people whose touches together make up four fifths, counted from whoever left the most. */
    int carriers() {
        List<Long> counts = new ArrayList<>(people().values());
        counts.sort(Collections.reverseOrder());
        double all = sum(counts);
        long carried = 0;
        int people = 0;
        while (carried < CARRIED * all) {
            carried += counts.get(people++);
        }
        return people;
    }

    /** Whether enough lies there to judge whether anybody takes care of it; that may be because nobody touches it. */
    boolean hasItems() {
        return items() >= FEWEST_ITEMS;
    }

    /** Why nothing is said of who acts in the area, or null. */
    @Nullable String lack() {
        return items() < FEWEST_ITEMS ? "fewer than " + FEWEST_ITEMS + " items in the window"
                : touches() < FEWEST_TOUCHES ? "fewer than " + FEWEST_TOUCHES + " touches in the window" : null;
    }

    /** The largest share of one of some people, 0 where there are none. */
    static double largest(Map<Integer, Long> sums) {
        long all = sum(sums.values());
        return all == 0 ? 0 : (double) Collections.max(sums.values()) / all;
    }

    /** A ratio of sums by actor, numerators without denominators left out; null where one person makes up the whole. */
    static @Nullable RatioJackknife ratio(Map<Integer, Long> numerators, Map<Integer, Long> denominators) {
        double[] a = denominators.keySet().stream().mapToDouble(who -> numerators.getOrDefault(who, 0L)).toArray();
        double[] b = denominators.values().stream().mapToDouble(Long::doubleValue).toArray();
        return Arrays.stream(b).filter(n -> n > 0).count() < 2 ? null : RatioJackknife.of(a, b);
    }

    /** Whether enough people stand behind a ratio, evenly enough, for a claim to be made of it. */
    static boolean isSound(@Nullable RatioJackknife ratio) {
        return ratio != null && ratio.clusters() >= FEWEST_PEOPLE && ratio.effectiveClusters() >= FEWEST_PEOPLE - 1
                && ratio.largestShare() <= HALF;
    }
}
