package org.desireline.instrument.attention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Top;
import org.desireline.instrument.Trap;
import org.desireline.instrument.attention.Attention.Items;
import org.desireline.instrument.attention.Attention.Kind;
import org.desireline.number.Estimate;
import org.desireline.part.Frame;
import org.desireline.part.TraceDensity;
import org.jspecify.annotations.Nullable;

/** Turns the tally into a reading: what the tally holds by class, whether it is enough, and the lines of each table. */
final class Digest {

    static final int FEWEST_ACTORS = 5;
    static final int FEWEST_WEEKS = 8;
    static final double HOUR_MILLIS = 3_600_000.0;
    static final double HALF = 0.5;
    /** Below this, recorded hours are too small a part of working time to stand for it. */
    static final double LEAST_KAPPA = 0.2;

    final Attention.Count count;
    final Frame frame;
    final List<Line> lines = new ArrayList<>();
    final List<String> flags = new ArrayList<>();
    private final Map<Integer, SortedMap<Integer, Long>> byWeek = new HashMap<>();
    private final Map<Integer, SortedMap<Integer, Long>> byActor = new HashMap<>();
    private final Map<Integer, SortedMap<Integer, Long>> byCluster = new HashMap<>();

    Digest(Attention.Count count, Frame frame) {
        this.count = count;
        this.frame = frame;
        count.weekly.forEach((key, sum) -> put(byWeek, key, Attention.WEEK_BITS, sum));
        count.people.forEach((key, sum) -> put(byActor, key, Attention.WHO_BITS, sum));
        count.items.forEach((key, sum) -> put(byCluster, key, Attention.WHO_BITS, sum));
    }

    private static void put(Map<Integer, SortedMap<Integer, Long>> sums, long key, int bits, long sum) {
        sums.computeIfAbsent((int) (key >>> bits), cell -> new TreeMap<>()).put((int) (key & ((1L << bits) - 1)), sum);
    }

    Reading reading() {
        int priority = Dimension.PRIORITY.ordinal();
        int weeks = weekly(Kind.TOUCHES, Attention.WHOLE, priority).size();
        TreeMap<Integer, Long> everybody = new TreeMap<>();
        for (int code = 0; code < frame.classes().names(Dimension.PRIORITY).size(); code++) {
            people(Kind.TOUCHES, Attention.WHOLE, priority, code)
                    .forEach((who, touches) -> everybody.merge(who, touches, Long::sum));
        }
        String lack = count.used == 0 ? "no work is on record in whole weeks of the window"
                : everybody.size() < FEWEST_ACTORS ? "fewer than " + FEWEST_ACTORS
                        + " people left touches in whole weeks of the window"
                : weeks < FEWEST_WEEKS ? "only " + weeks + " whole weeks of the window have touches" : null;
        if (lack != null) {
            return new Reading("attention", new Reading.Refusal(lack, FEWEST_WEEKS + " whole weeks in which "
                    + FEWEST_ACTORS + " people leave traces on items, so a longer window or more of what they do"),
                    count.parts, 0, Map.of(), List.of(), List.of(), List.of());
        }
        hours();
        density();
        unseen();
        for (int d : count.dimensions) {
            Dimension dimension = Dimension.values()[d];
            if (frame.classes().named(dimension) > 0) {
                new Shares(this, dimension).all();
                new Passage(this, dimension).all();
            }
        }
        new Teams(this).all();
        new Pairs(this).all();
        return new Reading("attention", null, count.parts, count.used,
                count.outside == 0 ? Map.of() : Map.of("outsideWindow", count.outside), flags, lines, List.of());
    }

    /** Whether any item that was done in the window was ever in review, or before a decision. */
    boolean isSeen(Items items) {
        int priorities = frame.classes().names(Dimension.PRIORITY).size();
        return IntStream.range(0, priorities).anyMatch(code -> items(items, Dimension.PRIORITY.ordinal(), code) > 0);
    }

    private void unseen() {
        List<String> unseen = new ArrayList<>();
        if (!isSeen(Items.REVIEWS)) {
            unseen.add("in review");
        }
        if (!isSeen(Items.APPROVALS)) {
            unseen.add("before a decision");
        }
        if (isSeen(Items.FINISHED) && !unseen.isEmpty()) {
            flags.add("no item that was done is on record " + String.join(" or ", unseen)
                    + ": absence of a record is not absence");
        }
    }

    private void hours() {
        double kappa = frame.facts().kappa();
        if (kappa < LEAST_KAPPA) {
            flags.add(String.format(Locale.ROOT, "recorded work covers %.1f %% of working time; below %.0f %%"
                    + " attention is told by touches, not by hours", Math.floor(1000 * kappa) / 10, 100 * LEAST_KAPPA));
        }
    }

    /** Whether work on some priorities leaves more traces than on others, so that touches lean to them. */
    boolean isUneven() {
        return frame.facts().work().densities().stream().anyMatch(TraceDensity::isUneven);
    }

    private void density() {
        boolean shares = frame.charter().intent().versions().stream().anyMatch(version -> !version.shares().isEmpty());
        if (shares && isUneven()) {
            flags.add(Trap.TRACE_DENSITY.flag("work on some priorities leaves more traces than on others, and touches"
                    + " lean to them; a departure from an intended share is suggested at most"));
        }
    }

    /** The weeks in which anything of a kind is on record in a dimension, within a team. */
    Weekly weekly(Kind kind, int team, int dimension) {
        TreeMap<Integer, SortedMap<Integer, Long>> byCode = new TreeMap<>();
        int classes = frame.classes().names(Dimension.values()[dimension]).size();
        for (int code = 0; code < classes; code++) {
            SortedMap<Integer, Long> own = byWeek.get(Attention.cell(kind, team, dimension, code));
            if (own != null) {
                byCode.put(code, own);
            }
        }
        return Weekly.of(byCode);
    }

    /** By actor, what is on record of a class. */
    SortedMap<Integer, Long> people(Kind kind, int team, int dimension, int code) {
        return byActor.getOrDefault(Attention.cell(kind, team, dimension, code), new TreeMap<>());
    }

    /** By cluster of items, what is counted of a class. */
    SortedMap<Integer, Long> clusters(Items items, int dimension, int code) {
        return byCluster.getOrDefault(Attention.cell(items, dimension, code), new TreeMap<>());
    }

    /** How many items are counted of a class. */
    long items(Items items, int dimension, int code) {
        return sum(clusters(items, dimension, code));
    }

    /** How many people had anything to do with the items of a class. */
    long actors(Items items, int dimension, int code) {
        var actors = count.actors.get(Attention.cell(items, dimension, code));
        return actors == null ? 0 : actors.cardinality();
    }

    static long sum(Map<Integer, Long> sums) {
        return sums.values().stream().mapToLong(Long::longValue).sum();
    }

    static double largest(Map<Integer, Long> sums) {
        long all = sum(sums);
        return all == 0 ? 0 : (double) sums.values().stream().mapToLong(Long::longValue).max().orElse(0) / all;
    }

    /** Whether five people or more stand behind a figure, none above half of it. */
    static boolean isSound(Map<Integer, Long> sums) {
        return sums.size() >= FEWEST_ACTORS && largest(sums) <= HALF;
    }

    void add(String prefix, Line.About about, String label, Estimate estimate, String of, Support support,
            List<Evidence> evidence) {
        lines.add(new Line(prefix + label, about, label, "window", estimate, of, support, null, evidence));
    }

    /** The items behind a line, each with what its weight says. */
    List<Evidence> evidence(Items items, int dimension, int code, ToDoubleFunction<Long> told, String what) {
        @Nullable Top top = count.evidence.get(Attention.cell(items, dimension, code));
        return top == null ? List.of() : top.cases().stream().map(each -> new Evidence(each.key(),
                Instant.ofEpochMilli(each.atMillis()).atZone(count.zone).toLocalDate().toString(),
                String.format(Locale.ROOT, what, told.applyAsDouble(each.weight())), List.of(), List.of())).toList();
    }
}
