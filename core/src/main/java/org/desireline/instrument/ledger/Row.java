package org.desireline.instrument.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.part.Account;

/** The sums of one row of the ledger: a period, a dimension and a class. */
final class Row {

    /** A row that rests on fewer items or people is folded. */
    static final int FEWEST = 5;

    private static final double LARGEST_SHARE = 0.5;
    private static final int POOL_SHIFT = 10;

    /** On-calendar milliseconds by account and cluster. */
    final Map<Integer, Map<Integer, Long>> onMillis = new TreeMap<>();
    /** Wall-clock milliseconds by account and cluster, parked time under the party it waited for. */
    final Map<Integer, Map<Integer, Long>> wallMillis = new TreeMap<>();
    final Map<Integer, Long> offMillis = new TreeMap<>();
    /** Wall-clock milliseconds without an owner, by cluster. */
    final Map<Integer, Long> unassignedMillis = new TreeMap<>();
    final Map<Integer, Long> cellItems = new TreeMap<>();
    final Map<Integer, Long> stockItems = new TreeMap<>();
    /** Recorded work by account and actor. */
    final Map<Integer, Map<Integer, Long>> labour = new TreeMap<>();
    /** Member-milliseconds by doing and size of the party, then by member. */
    final Map<Integer, Map<Integer, Long>> doing = new TreeMap<>();
    /** The same by cluster. */
    final Map<Integer, Map<Integer, Long>> doingByCluster = new TreeMap<>();
    /** Member-milliseconds by displacing class and size of the party, then by member. */
    final Map<Integer, Map<Integer, Long>> displacedBy = new TreeMap<>();
    /** Member-milliseconds under way already with the shorter and the longer session gap, likewise. */
    final Map<Integer, Map<Integer, Long>> inflightShort = new TreeMap<>();
    final Map<Integer, Map<Integer, Long>> inflightLong = new TreeMap<>();
    final TreeSet<Integer> actors = new TreeSet<>();
    /** Whether recorded work was folded into the owner's hands. */
    boolean labourFolded;
    long cycleMillis;
    long items;

    /** Adds a sum of the tally. */
    void add(long key, long sum) {
        int account = Posting.account(key);
        int who = Posting.who(key);
        switch (Posting.kind(key)) {
            case ON_MILLIS -> onMillis.computeIfAbsent(account, id -> new TreeMap<>()).merge(who, sum, Long::sum);
            case WALL_MILLIS -> wallMillis.computeIfAbsent(account, id -> new TreeMap<>()).merge(who, sum, Long::sum);
            case OFF_MILLIS -> offMillis.merge(account, sum, Long::sum);
            case UNASSIGNED_MILLIS -> unassignedMillis.merge(who, sum, Long::sum);
            case CYCLE_MILLIS -> cycleMillis += sum;
            case CELL_ITEMS -> cellItems.merge(account, sum, Long::sum);
            case STOCK_ITEMS -> stockItems.merge(account, sum, Long::sum);
            case ROW_ITEMS -> items += sum;
            case ROW_ACTORS -> actors.add(who);
            case LABOUR_MILLIS -> labour.computeIfAbsent(account, id -> new TreeMap<>()).merge(who, sum, Long::sum);
            case DOING_MILLIS -> pooled(doing, key, sum);
            case DOING_BY_CLUSTER -> pooled(doingByCluster, key, sum);
            case DISPLACED_BY -> pooled(displacedBy, key, sum);
            case INFLIGHT_SHORT -> pooled(inflightShort, key, sum);
            case INFLIGHT_LONG -> pooled(inflightLong, key, sum);
        }
    }

    private static void pooled(Map<Integer, Map<Integer, Long>> sums, long key, long sum) {
        sums.computeIfAbsent(Posting.account(key) << POOL_SHIFT | Posting.pool(key), id -> new TreeMap<>())
                .merge(Posting.who(key), sum, Long::sum);
    }

    /** Milliseconds by member or cluster, each member of a party counted as its part. */
    static Map<Integer, Double> shared(Map<Integer, Map<Integer, Long>> pooled, int account) {
        Map<Integer, Double> millis = new TreeMap<>();
        pooled.forEach((code, byWho) -> {
            if (code >> POOL_SHIFT == account) {
                int pool = code & ((1 << POOL_SHIFT) - 1);
                byWho.forEach((who, sum) -> millis.merge(who, (double) sum / pool, Double::sum));
            }
        });
        return millis;
    }

    /** Adds another row; an item that was in both classes counts in both. */
    void add(Row other) {
        merge(onMillis, other.onMillis);
        merge(wallMillis, other.wallMillis);
        other.offMillis.forEach((account, sum) -> offMillis.merge(account, sum, Long::sum));
        other.cellItems.forEach((account, sum) -> cellItems.merge(account, sum, Long::sum));
        other.stockItems.forEach((account, sum) -> stockItems.merge(account, sum, Long::sum));
        merge(labour, other.labour);
        merge(doing, other.doing);
        merge(doingByCluster, other.doingByCluster);
        merge(displacedBy, other.displacedBy);
        merge(inflightShort, other.inflightShort);
        merge(inflightLong, other.inflightLong);
        other.unassignedMillis.forEach((who, sum) -> unassignedMillis.merge(who, sum, Long::sum));
        actors.addAll(other.actors);
        cycleMillis += other.cycleMillis;
        items += other.items;
    }

    private static void merge(Map<Integer, Map<Integer, Long>> sums, Map<Integer, Map<Integer, Long>> others) {
        others.forEach((account, byCluster) -> byCluster.forEach((who, sum) ->
                sums.computeIfAbsent(account, id -> new TreeMap<>()).merge(who, sum, Long::sum)));
    }

    boolean isSmall() {
        return items < FEWEST || actors.size() < FEWEST;
    }

    /** How many people were recorded at work on an account. */
    int workers(Account account) {
        return labour.getOrDefault(account.ordinal(), Map.of()).size();
    }

    /** The largest single person's share of the recorded work on an account. */
    double largestLabour(Account account) {
        Map<Integer, Long> byActor = labour.getOrDefault(account.ordinal(), Map.of());
        long all = sum(byActor);
        return all == 0 ? 0 : (double) byActor.values().stream().mapToLong(Long::longValue).max().orElse(0) / all;
    }

    /** How many people were recorded at work at all. */
    int allWorkers() {
        return allLabour().size();
    }

    /** The largest single person's share of all recorded work. */
    double largestOfAllLabour() {
        Map<Integer, Long> all = allLabour();
        return all.isEmpty() ? 0 : (double) all.values().stream().mapToLong(Long::longValue).max().orElse(0) / sum(all);
    }

    private Map<Integer, Long> allLabour() {
        Map<Integer, Long> all = new TreeMap<>();
        labour.values().forEach(byActor -> byActor.forEach((who, millis) -> all.merge(who, millis, Long::sum)));
        return all;
    }

    /** Whether too few people logged work on an account, or one most of it, for it to be told apart. */
    boolean hidesLabour() {
        return labour.keySet().stream().map(code -> Account.of(code.intValue()))
                .anyMatch(account -> workers(account) < FEWEST || largestLabour(account) > LARGEST_SHARE);
    }

    /** Leaves recorded work in the owner's hands. */
    void foldLabour() {
        for (Account account : new Account[] {Account.worked, Account.rework}) {
            move(onMillis, account);
            move(wallMillis, account);
            Long off = offMillis.remove(account.ordinal());
            if (off != null) {
                offMillis.merge(Account.owner.ordinal(), off, Long::sum);
            }
            Long items = cellItems.remove(account.ordinal());
            if (items != null) {
                cellItems.merge(Account.owner.ordinal(), items, Math::max);
            }
            Long stock = stockItems.remove(account.ordinal());
            if (stock != null) {
                stockItems.merge(Account.owner.ordinal(), stock, Long::sum);
            }
        }
        labour.clear();
        labourFolded = true;
    }

    private static void move(Map<Integer, Map<Integer, Long>> sums, Account account) {
        Map<Integer, Long> moved = sums.remove(account.ordinal());
        if (moved != null) {
            moved.forEach((who, sum) -> sums.computeIfAbsent(Account.owner.ordinal(), id -> new TreeMap<>())
                    .merge(who, sum, Long::sum));
        }
    }

    long liveOnMillis() {
        return sum(live(onMillis));
    }

    long liveOffMillis() {
        long sum = 0;
        for (Map.Entry<Integer, Long> entry : offMillis.entrySet()) {
            sum += Account.of(entry.getKey().intValue()).isLive() ? entry.getValue() : 0;
        }
        return sum;
    }

    /** The accounts of open life that somebody could move. */
    static Map<Integer, Map<Integer, Long>> live(Map<Integer, Map<Integer, Long>> byAccount) {
        Map<Integer, Map<Integer, Long>> live = new TreeMap<>();
        byAccount.forEach((account, byCluster) -> {
            if (Account.of(account.intValue()).isLive()) {
                live.put(account, byCluster);
            }
        });
        return live;
    }

    /** The accounts of open life in which an item waited. */
    static Map<Integer, Map<Integer, Long>> waiting(Map<Integer, Map<Integer, Long>> byAccount) {
        Map<Integer, Map<Integer, Long>> waiting = new TreeMap<>();
        byAccount.forEach((account, byCluster) -> {
            if (Account.of(account.intValue()).isWait()) {
                waiting.put(account, byCluster);
            }
        });
        return waiting;
    }

    static long sum(Map<Integer, ?> sums) {
        long sum = 0;
        for (Object value : sums.values()) {
            sum += value instanceof Map<?, ?> inner
                    ? inner.values().stream().mapToLong(entry -> (Long) entry).sum()
                    : (Long) value;
        }
        return sum;
    }
}
