package org.desireline.instrument.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.instrument.Top;
import org.desireline.instrument.review.Review.Kind;
import org.desireline.number.ClusteredMedian;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.part.Frame;

/** Turns the tally of changes into lines, a class of work at a time. */
final class Summary {

    private static final int FEWEST = 5;
    private static final double LEAST_REVIEWED = 0.5;
    private static final double HOUR_SECONDS = 3_600.0;

    private final Review.Count count;
    private final Frame frame;
    private final Map<Long, Lengths> lengths = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    /** The observations of a cell, each with whom it belongs to. */
    private static final class Lengths {

        private final List<Long> seconds = new ArrayList<>();
        private final List<Integer> who = new ArrayList<>();

        private long n() {
            return seconds.size();
        }

        private long people() {
            return who.stream().distinct().count();
        }

        private Map<Integer, Long> byWho() {
            Map<Integer, Long> counts = new TreeMap<>();
            who.forEach(each -> counts.merge(each, 1L, Long::sum));
            return counts;
        }

        private Interval median() {
            return ClusteredMedian.of(seconds.stream().mapToLong(Long::longValue).toArray(),
                    who.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    Summary(Review.Count count, Frame frame) {
        this.count = count;
        this.frame = frame;
        count.sums.forEach((key, sum) -> {
            long cell = key >>> (Review.WHO_BITS + Review.SECONDS_BITS);
            Lengths own = lengths.computeIfAbsent(cell, id -> new Lengths());
            boolean isActor = (cell & ((1 << Review.KIND_BITS) - 1)) == Kind.ACTOR.ordinal();
            for (long i = 0; i < (isActor ? 1 : sum); i++) {
                own.seconds.add(key & ((1L << Review.SECONDS_BITS) - 1));
                own.who.add((int) (key >>> Review.SECONDS_BITS & ((1 << Review.WHO_BITS) - 1)));
            }
        });
    }

    Reading reading() {
        Lengths merged = of(Kind.MERGED, Review.WHOLE, 0);
        Map<String, Long> dropped = new TreeMap<>();
        if (count.parts > count.merged + count.byPrograms) {
            dropped.put("outsideWindow", count.parts - count.merged - count.byPrograms);
        }
        if (count.byPrograms > 0) {
            dropped.put("byPrograms", count.byPrograms);
        }
        String lack = count.parts == 0 ? "no change to a repository is known to have been merged"
                : merged.n() == 0 ? "no change by a person was merged in the window"
                : merged.n() < FEWEST || merged.people() < FEWEST
                        ? "fewer than " + FEWEST + " people had changes merged in the window" : null;
        if (lack != null) {
            return new Reading("review", new Reading.Refusal(lack, "a repository, or pull requests or merge requests"
                    + " with their reviews, or a longer window"), count.parts, 0, Map.of(), List.of(), List.of(),
                    List.of());
        }
        for (int dimension : count.dimensions) {
            List<String> classes = dimension == Review.WHOLE ? List.of("all")
                    : frame.classes().names(Dimension.values()[dimension]);
            for (int code = 0; code < classes.size(); code++) {
                String kind = dimension == Review.WHOLE ? "all" : Dimension.values()[dimension].label();
                row(dimension, code, new Line.About(kind, classes.get(code)));
            }
        }
        return new Reading("review", null, count.parts, count.merged, dropped, flags(), lines, List.of());
    }

    private Lengths of(Kind kind, int dimension, int code) {
        return lengths.getOrDefault(Review.cell(kind, dimension, code), new Lengths());
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>();
        long reviewed = of(Kind.REVIEWED, Review.WHOLE, 0).n();
        if (reviewed < LEAST_REVIEWED * count.merged) {
            flags.add(String.format(Locale.ROOT, "a review is on record for %.0f %% of the changes; absence of a record"
                    + " is not absence of a review", Math.floor(100.0 * reviewed / count.merged)));
        }
        if (count.reviewedLate >= FEWEST) {
            flags.add(count.reviewedLate + " changes had their first review after the merge; they count as reviewed");
        }
        return flags;
    }

    private void row(int dimension, int code, Line.About about) {
        Lengths merged = of(Kind.MERGED, dimension, code);
        Lengths reviewed = of(Kind.REVIEWED, dimension, code);
        if (merged.n() == 0) {
            return;
        }
        String prefix = "review/" + about.kind() + "/" + Line.idPart(about.id()) + "/";
        long actors = of(Kind.ACTOR, dimension, code).people();
        Support support = new Support(Basis.STRUCTURE, merged.n(), Math.min(actors, merged.people()), 0, prefix,
                tables(about, "merged"));
        add(about, prefix, "merged",
                Estimate.exact((double) merged.n(), Unit.ITEMS, merged.n(), actors, Grade.OBSERVED),
                "changes merged", support, evidence(Kind.MERGED, dimension, code, "merged"));
        add(about, prefix, "toMerge", hours(merged, actors), "changes merged; median, wall clock", support,
                evidence(Kind.MERGED, dimension, code, "merged"));
        if (reviewed.n() > 0) {
            Support few = new Support(Basis.STRUCTURE, reviewed.n(), Math.min(actors, reviewed.people()), 0,
                    prefix + "toFirstReview", tables(about, "reviewed"));
            add(about, prefix, "toFirstReview", hours(reviewed, actors), "changes merged that somebody other than their"
                    + " author reviewed; median, wall clock", few,
                    evidence(Kind.REVIEWED, dimension, code, "first reviewed by another"));
        }
        if (of(Kind.REVIEWED, Review.WHOLE, 0).n() >= LEAST_REVIEWED * count.merged) {
            unreviewed(about, prefix, dimension, code, actors);
        }
    }

    private void unreviewed(Line.About about, String prefix, int dimension, int code, long actors) {
        Lengths merged = of(Kind.MERGED, dimension, code);
        Map<Integer, Long> all = merged.byWho();
        Map<Integer, Long> without = new TreeMap<>(all);
        of(Kind.REVIEWED, dimension, code).byWho().forEach((who, n) -> without.merge(who, -n, Long::sum));
        long sum = without.values().stream().mapToLong(Long::longValue).sum();
        long largest = without.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long authors = without.values().stream().filter(n -> n > 0).count();
        double value = (double) sum / merged.n();
        Interval interval = all.size() < 2 ? new Interval(value, 0, 1)
                : RatioJackknife.of(without.values().stream().mapToDouble(Long::doubleValue).toArray(),
                        all.values().stream().mapToDouble(Long::doubleValue).toArray()).interval();
        Support support = sum == 0
                ? new Support(Basis.STRUCTURE, merged.n(), Math.min(actors, merged.people()), 0,
                        prefix + "unreviewed", tables(about, "unreviewed"))
                : new Support(Basis.ACTIVITY, merged.n(), authors, (double) largest / sum, prefix + "unreviewed",
                        tables(about, "unreviewed"));
        add(about, prefix, "unreviewed", new Estimate(value, Math.clamp(interval.low(), 0, value),
                Math.clamp(interval.high(), value, 1), Unit.SHARE, merged.n(), actors, Grade.OBSERVED, value, value,
                Strength.EXACT), "changes merged", support,
                evidence(Kind.ACTOR, dimension, code, "merged, and nobody but its author reviewed it; merged"));
    }

    /** A row and the whole of its dimension are parts of one table. */
    private static List<String> tables(Line.About about, String column) {
        List<String> tables = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            if (about.kind().equals("all") || about.kind().equals(dimension.label())) {
                tables.add("review/" + dimension.label() + "/" + column);
            }
        }
        return tables;
    }

    private static Estimate hours(Lengths own, long actors) {
        Interval median = own.median();
        double value = median.value() / HOUR_SECONDS;
        return new Estimate(value, Math.min(value, median.low() / HOUR_SECONDS),
                Math.max(value, median.high() / HOUR_SECONDS), Unit.HOURS, own.n(), actors, Grade.OBSERVED, value,
                value, Strength.EXACT);
    }

    private void add(
            Line.About about, String prefix, String label, Estimate estimate, String of, Support support,
            List<Evidence> evidence) {
        lines.add(new Line(prefix + label, about, label, "window", estimate, of, support, null, evidence));
    }

    private List<Evidence> evidence(Kind kind, int dimension, int code, String what) {
        Top top = count.evidence.get(Review.cell(kind, dimension, code));
        return top == null ? List.of() : top.cases().stream().map(each -> new Evidence(each.key(),
                Instant.ofEpochMilli(each.atMillis()).atZone(frame.charter().week().zone()).toLocalDate().toString(),
                String.format(Locale.ROOT, "%s %.1f h after it began", what, each.details().get(0) / HOUR_SECONDS),
                List.of(), List.of())).toList();
    }
}
