package org.desireline.instrument.resistance;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.desireline.instrument.Support;
import org.desireline.number.RatioJackknife;
import org.desireline.part.Account;
import org.desireline.part.Doing;
import org.jspecify.annotations.Nullable;

/** What the tally holds of one path. */
final class Path {

    static final double HOUR_MILLIS = 3_600_000.0;
    static final int FEWEST_ITEMS = 8;
    static final int FEWEST_PEOPLE = 5;
    static final double FEWEST_HOURS = 20;

    private static final double HALF = 0.5;
    private static final int POOL_SHIFT = 10;

    final Way way;
    /** On-calendar milliseconds by account, then by cluster. */
    private final Map<Integer, SortedMap<Integer, Long>> accounts = new TreeMap<>();
    /** Member-milliseconds by doing and size of the party, then by cluster, and by member. */
    private final Map<Integer, SortedMap<Integer, Long>> doings = new TreeMap<>();
    private final Map<Integer, SortedMap<Integer, Long>> doers = new TreeMap<>();
    /** Milliseconds by class of size, then by cluster. */
    final Map<Integer, SortedMap<Integer, Long>> touch = new TreeMap<>();
    final Map<Integer, SortedMap<Integer, Long>> wait = new TreeMap<>();
    final long[] itemsBySize = new long[Sizes.CLASSES];
    private final Map<Integer, Long> labour = new TreeMap<>();
    private final Set<Integer> actors = new HashSet<>();

    Path(Way way) {
        this.way = way;
    }

    /** Adds a sum of the tally. */
    void add(long key, long sum) {
        int code = Kind.code(key);
        int who = Kind.who(key);
        int pooled = code << POOL_SHIFT | Kind.pool(key);
        switch (Kind.of(key)) {
            case ACCOUNT -> add(accounts, code, who, sum);
            case DOING -> add(doings, pooled, who, sum);
            case DOER -> add(doers, pooled, who, sum);
            case TOUCH -> add(touch, code, who, sum);
            case WAIT -> add(wait, code, who, sum);
            case ITEMS -> itemsBySize[code] += sum;
            case LABOUR -> labour.merge(who, sum, Long::sum);
            case ACTORS -> actors.add(who);
        }
    }

    private static void add(Map<Integer, SortedMap<Integer, Long>> sums, int code, int who, long sum) {
        if (sum > 0) {
            sums.computeIfAbsent(code, none -> new TreeMap<>()).merge(who, sum, Long::sum);
        }
    }

    long items() {
        long items = 0;
        for (long some : itemsBySize) {
            items += some;
        }
        return items;
    }

    int people() {
        return actors.size();
    }

    /** Milliseconds of an account by cluster. */
    SortedMap<Integer, Double> account(Account account) {
        TreeMap<Integer, Double> millis = new TreeMap<>();
        accounts.getOrDefault(account.ordinal(), new TreeMap<>()).forEach((who, sum) -> millis.put(who, (double) sum));
        return millis;
    }

    /** Milliseconds of a doing by cluster, each member of a party counted as its part. */
    SortedMap<Integer, Double> doing(Doing doing) {
        return shared(doings, doing);
    }

    /** The same by member. */
    SortedMap<Integer, Double> doers(Doing doing) {
        return shared(doers, doing);
    }

    private static SortedMap<Integer, Double> shared(Map<Integer, SortedMap<Integer, Long>> pooled, Doing doing) {
        TreeMap<Integer, Double> millis = new TreeMap<>();
        pooled.forEach((code, byWho) -> {
            if (code >> POOL_SHIFT == doing.ordinal()) {
                int pool = code & ((1 << POOL_SHIFT) - 1);
                byWho.forEach((who, sum) -> millis.merge(who, (double) sum / pool, Double::sum));
            }
        });
        return millis;
    }

    /** Milliseconds without recorded work by cluster. */
    SortedMap<Integer, Double> waiting() {
        return summed(wait);
    }

    /** Milliseconds of recorded work by cluster. */
    SortedMap<Integer, Double> touched() {
        return summed(touch);
    }

    private static SortedMap<Integer, Double> summed(Map<Integer, SortedMap<Integer, Long>> bySize) {
        TreeMap<Integer, Double> all = new TreeMap<>();
        bySize.values().forEach(byWho -> byWho.forEach((who, sum) -> all.merge(who, (double) sum, Double::sum)));
        return all;
    }

    static double sum(Map<Integer, Double> millis) {
        return millis.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What is known of a path only from its shape: who had to do with its items. */
    Support structure(String cell, List<String> tables) {
        return new Support(Support.Basis.STRUCTURE, items(), people(), 0, cell, tables);
    }

    /** What tells how much people worked. */
    Support labour(String cell, List<String> tables) {
        double all = labour.values().stream().mapToLong(Long::longValue).sum();
        double largest = labour.isEmpty() ? 0 : Collections.max(labour.values()) / all;
        return new Support(Support.Basis.ACTIVITY, items(), labour.size(), largest, cell, tables);
    }

    /** Why the path's resistance is not measured, or null. */
    @Nullable String lack() {
        return items() < FEWEST_ITEMS ? "fewer than " + FEWEST_ITEMS + " items in the window"
                : sum(touched()) < FEWEST_HOURS * HOUR_MILLIS
                ? "fewer than " + (int) FEWEST_HOURS + " hours of recorded work in the window" : null;
    }

    /** Whether what people worked may be told of it. */
    boolean isTold() {
        Support support = labour("", List.of());
        return support.actors() >= FEWEST_PEOPLE && people() >= FEWEST_PEOPLE && support.largestShare() <= HALF;
    }

    /** A ratio of sums by cluster; null where fewer than five stand behind it, or one of them makes up all of it. */
    static @Nullable RatioJackknife ratio(Map<Integer, Double> numerators, Map<Integer, Double> denominators) {
        TreeMap<Integer, Double> all = new TreeMap<>(denominators);
        numerators.keySet().forEach(who -> all.putIfAbsent(who, 0.0));
        long behind = denominators.values().stream().filter(millis -> millis > 0).count();
        if (behind < FEWEST_PEOPLE) {
            return null;
        }
        double[] a = all.keySet().stream().mapToDouble(who -> numerators.getOrDefault(who, 0.0)).toArray();
        double[] b = all.values().stream().mapToDouble(Double::doubleValue).toArray();
        return RatioJackknife.of(a, b);
    }
}
