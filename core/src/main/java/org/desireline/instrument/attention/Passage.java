package org.desireline.instrument.attention;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.instrument.attention.Attention.Items;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.KaplanMeier;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.desireline.number.Unit;

/**
 * What the items of each class of a dimension were made to pass: reviews, approvals, and waiting. Where no item at all
 * was ever seen in review, or before a decision, nothing is told of it: there may be no status to show it.
 */
final class Passage {

    private final Digest digest;
    private final Dimension dimension;
    private final int d;
    private int open;

    Passage(Digest digest, Dimension dimension) {
        this.digest = digest;
        this.dimension = dimension;
        this.d = dimension.ordinal();
    }

    void all() {
        List<String> names = digest.frame.classes().names(dimension);
        for (int code = 0; code < names.size(); code++) {
            String prefix = "attention/" + dimension.label() + "/" + Line.idPart(names.get(code)) + "/";
            Line.About about = new Line.About(dimension.label(), names.get(code));
            if (digest.items(Items.FINISHED, d, code) > 0) {
                finished(code, prefix, about);
            }
            if (digest.items(Items.OPEN, d, code) > 0) {
                median(code, prefix, about, "waitHours", digest.count.courses.waiting(d, code),
                        "items; median waiting hours on calendar from creation until done");
                median(code, prefix, about, "leadHours", digest.count.courses.elapsed(d, code),
                        "items; median hours by the wall clock from creation until done");
            }
        }
        if (open > 0) {
            digest.flags.add("of " + open + " medians of waiting and elapsed hours by " + dimension.label()
                    + " nothing is told: too few items were done for both ends of their intervals to be known");
        }
    }

    private void finished(int code, String prefix, Line.About about) {
        SortedMap<Integer, Long> items = digest.clusters(Items.FINISHED, d, code);
        long n = Digest.sum(items);
        long actors = digest.actors(Items.FINISHED, d, code);
        Support support = new Support(Basis.STRUCTURE, n, actors, 0, prefix + "finished",
                List.of("attention/" + dimension.label() + "/finished"));
        digest.add(prefix, about, "finished", Estimate.exact((double) n, Unit.ITEMS, n, actors, Grade.OBSERVED),
                "items done in the window", support, List.of());
        if (items.size() >= Digest.FEWEST_ACTORS && digest.isSeen(Items.REVIEWS)) {
            episodes(code, prefix, about, Items.REVIEWS, "reviews", "stays in review of an item that was done",
                    support);
        }
        if (items.size() >= Digest.FEWEST_ACTORS && digest.isSeen(Items.APPROVALS)) {
            episodes(code, prefix, about, Items.APPROVALS, "approvals", "stays before a decision of an item that was"
                    + " done", support);
        }
    }

    private void episodes(int code, String prefix, Line.About about, Items of, String label, String what,
            Support support) {
        SortedMap<Integer, Long> items = digest.clusters(Items.FINISHED, d, code);
        SortedMap<Integer, Long> episodes = digest.clusters(of, d, code);
        RatioJackknife ratio = RatioJackknife.of(
                items.keySet().stream().mapToDouble(who -> episodes.getOrDefault(who, 0L)).toArray(),
                items.values().stream().mapToDouble(Long::doubleValue).toArray());
        double value = ratio.interval().value();
        List<Evidence> evidence = digest.evidence(of, d, code, Long::doubleValue,
                "created; " + (of == Items.REVIEWS ? "%.0f stays in review" : "%.0f stays before a decision"));
        digest.add(prefix, about, label, new Estimate(value, Math.clamp(ratio.interval().low(), 0, value),
                Math.max(value, ratio.interval().high()), Unit.INDEX, support.items(), support.actors(), Grade.OBSERVED,
                value, value, Strength.EXACT), what + ", the mean", support, evidence);
    }

    private void median(int code, String prefix, Line.About about, String label, Courses.Observed seen, String of) {
        KaplanMeier.Quantile median = KaplanMeier.of(Arrays.stream(seen.entryMillis()).asDoubleStream().toArray(),
                Arrays.stream(seen.exitMillis()).asDoubleStream().toArray(), seen.done()).median();
        if (median.value().isEmpty() || median.low().isEmpty() || median.high().isEmpty()) {
            open++;
            return;
        }
        long n = digest.items(Items.OPEN, d, code);
        long actors = digest.actors(Items.OPEN, d, code);
        double value = median.value().getAsDouble() / Digest.HOUR_MILLIS;
        Grade grade = label.equals("waitHours") && digest.frame.charter().assumed() ? Grade.ASSUMED : Grade.OBSERVED;
        digest.add(prefix, about, label, new Estimate(value,
                median.low().getAsDouble() / Digest.HOUR_MILLIS, median.high().getAsDouble() / Digest.HOUR_MILLIS,
                Unit.HOURS, n, actors, grade, value, value, Strength.EXACT), of,
                new Support(Basis.STRUCTURE, n, actors, 0, prefix + "open",
                        List.of("attention/" + dimension.label() + "/open")), List.of());
    }
}
