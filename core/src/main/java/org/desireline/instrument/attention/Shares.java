package org.desireline.instrument.attention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.charter.Intent;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.instrument.attention.Attention.Items;
import org.desireline.instrument.attention.Attention.Kind;
import org.desireline.number.Contrast;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Holm;
import org.desireline.number.Interval;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.number.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * The shares of attention of one dimension: by all touches, without those on items that make pressure, by recorded
 * hours; beside them the share of what came in, and what was intended.
 *
 * <p>What is told without incidents tells by subtraction what was done about incidents; so it is told only of classes
 * on whose incidents, too, five people or more worked, none above half.
 */
final class Shares {

    /** To show a departure from a share takes half a year. */
    static final int WEEKS_TO_SHOW = 26;

    private static final double ALPHA = 0.05;

    private final Digest digest;
    private final Dimension dimension;
    private final int d;
    private final List<String> names;
    private final Weekly touches;
    private final Weekly calm;
    private final Weekly hours;
    private final boolean hasHours;
    private final boolean hasPressure;
    private final TreeSet<Integer> calmTold = new TreeSet<>();

    /**
     * How attention to a class compares with its intended share.
     *
     * @param code class code
     * @param intended the mean of the shares that were in force
     * @param above in how many of the weeks attention was above it, as a series of 0 and 1
     * @param all the mean difference by all touches
     * @param calm the same without items that make pressure, or null where nothing makes any or it is not known
     * @param hours the same by recorded hours, or null where they are not known
     */
    private record Departure(int code, double intended, double[] above, Contrast all, @Nullable Contrast calm,
            @Nullable Contrast hours) {}

    Shares(Digest digest, Dimension dimension) {
        this.digest = digest;
        this.dimension = dimension;
        this.d = dimension.ordinal();
        this.names = digest.frame.classes().names(dimension);
        this.touches = digest.weekly(Kind.TOUCHES, Attention.WHOLE, d);
        this.calm = digest.weekly(Kind.CALM, Attention.WHOLE, d);
        this.hours = digest.weekly(Kind.MILLIS, Attention.WHOLE, d);
        this.hasHours = digest.frame.facts().kappa() >= Digest.LEAST_KAPPA && hours.size() >= Digest.FEWEST_WEEKS;
        this.hasPressure = calm.size() >= Digest.FEWEST_WEEKS
                && touches.codes().stream().anyMatch(code -> touches.sum(code) != calm.sum(code));
        if (hasPressure) {
            calmTold();
        }
    }

    void all() {
        for (int code : touches.codes()) {
            share(code, "touches", touches, touchSupport(code));
            if (calmTold.contains(code)) {
                share(code, "touches/calm", calm, calmSupport(code));
            }
        }
        for (int code : hasHours ? hours.codes() : List.<Integer>of()) {
            share(code, "hours", hours, hoursSupport(code));
        }
        arrivals();
        if (dimension == Dimension.PRIORITY) {
            departures();
        }
    }

    /** Settles of which classes it is told what they got without items that make pressure; never of all but one. */
    private void calmTold() {
        List<Integer> codes = touches.codes();
        for (int code : codes) {
            Map<Integer, Long> own = digest.people(Kind.CALM, Attention.WHOLE, d, code);
            Map<Integer, Long> rest = pressed(code);
            if ((own.isEmpty() || Digest.isSound(own)) && (rest.isEmpty() || Digest.isSound(rest))) {
                calmTold.add(code);
            }
        }
        if (calmTold.size() == codes.size() - 1) {
            calmTold.stream().min(Comparator.<Integer>comparingLong(calm::sum)
                    .thenComparing(Comparator.naturalOrder())).ifPresent(calmTold::remove);
        }
        if (calmTold.size() < codes.size()) {
            digest.flags.add("without items that make pressure, nothing is told of " + (codes.size() - calmTold.size())
                    + " of " + codes.size() + " " + dimension.plural()
                    + ": too few people stand behind the difference");
        }
    }

    /** By actor, the touches on items that make pressure. */
    private Map<Integer, Long> pressed(int code) {
        TreeMap<Integer, Long> rest = new TreeMap<>(digest.people(Kind.TOUCHES, Attention.WHOLE, d, code));
        digest.people(Kind.CALM, Attention.WHOLE, d, code).forEach((who, n) -> rest.merge(who, -n, Long::sum));
        rest.values().removeIf(n -> n == 0);
        return rest;
    }

    private String prefix(int code) {
        return "attention/" + dimension.label() + "/" + Line.idPart(names.get(code)) + "/";
    }

    private Line.About about(int code) {
        return new Line.About(dimension.label(), names.get(code));
    }

    private Support support(int code, String label, Map<Integer, Long> people, List<String> ranges) {
        List<String> tables = new ArrayList<>(List.of("attention/" + dimension.label() + "/" + label));
        if (dimension == Dimension.PRIORITY && label.equals("touches") && digest.count.noTeam >= 0) {
            tables.add(Teams.table(names.get(code)));
        }
        return new Support(Basis.ACTIVITY, label.equals("touches") ? touches.sum(code) : 1 + hours.sum(code),
                people.size(), Digest.largest(people), prefix(code) + label, tables, ranges);
    }

    private Support touchSupport(int code) {
        return support(code, "touches", digest.people(Kind.TOUCHES, Attention.WHOLE, d, code), List.of());
    }

    /** Of the cell of all touches, and as sound as the weakest of all, the calm and the rest. */
    private Support calmSupport(int code) {
        Support whole = touchSupport(code);
        long actors = whole.actors();
        double largest = whole.largestShare();
        for (Map<Integer, Long> some : List.of(digest.people(Kind.CALM, Attention.WHOLE, d, code), pressed(code))) {
            actors = some.isEmpty() ? actors : Math.min(actors, some.size());
            largest = Math.max(largest, Digest.largest(some));
        }
        return new Support(whole.basis(), whole.items(), actors, largest, whole.cell(), whole.sums());
    }

    private Support hoursSupport(int code) {
        return support(code, "hours", digest.people(Kind.MILLIS, Attention.WHOLE, d, code), List.of());
    }

    private void share(int code, String label, Weekly weekly, Support support) {
        boolean byHours = label.equals("hours");
        Interval mean = Weekly.mean(weekly.shares(code)).interval();
        double value = mean.value();
        Grade grade = byHours ? digest.frame.facts().work().grade() : Grade.OBSERVED;
        String of = switch (label) {
            case "hours" -> "recorded hours of a week, the mean of " + weekly.size() + " weeks";
            case "touches" -> "touches of a week, the mean of " + weekly.size() + " weeks";
            default -> "touches of a week on items that make no pressure, the mean of " + weekly.size() + " weeks";
        };
        digest.add(prefix(code), about(code), label,
                new Estimate(value, Math.clamp(mean.low(), 0, value), Math.clamp(mean.high(), value, 1), Unit.SHARE,
                        byHours ? weekly.size() : weekly.sum(code), support.actors(), grade, value, value,
                        Strength.EXACT), of, support, worked(code));
    }

    private List<Evidence> worked(int code) {
        return digest.evidence(Items.WORKED, d, code, millis -> millis / Digest.HOUR_MILLIS,
                "created; %.1f h of recorded work in the window");
    }

    private void arrivals() {
        long all = 0;
        for (int code = 0; code < names.size(); code++) {
            all += digest.items(Items.ARRIVED, d, code);
        }
        for (int code = 0; code < names.size(); code++) {
            long own = digest.items(Items.ARRIVED, d, code);
            if (own > 0) {
                long actors = digest.actors(Items.ARRIVED, d, code);
                digest.add(prefix(code), about(code), "arrivals",
                        Estimate.exact((double) own / all, Unit.SHARE, own, actors, Grade.OBSERVED),
                        "items that came in during whole weeks", new Support(Basis.STRUCTURE, own, actors, 0,
                                prefix(code) + "arrivals", List.of("attention/" + dimension.label() + "/arrivals")),
                        List.of());
            }
        }
    }

    /** The share intended for a priority in a week, or null. */
    private @Nullable Double intended(int code, int week) {
        Long monday = digest.count.mondays.get(week);
        Intent.Version version = monday == null ? null : digest.frame.charter().intent().at(monday);
        return version == null ? null : version.shares().get(code);
    }

    private double[] differences(Weekly weekly, int code) {
        double[] shares = weekly.shares(code);
        int[] places = weekly.places(week -> intended(code, week) != null);
        double[] differences = Weekly.at(shares, places);
        for (int i = 0; i < places.length; i++) {
            Double intended = intended(code, weekly.weeks()[places[i]]);
            differences[i] -= intended == null ? 0 : intended;
        }
        return differences;
    }

    private void departures() {
        List<Departure> all = new ArrayList<>();
        for (int code = 0; code < digest.frame.classes().named(dimension); code++) {
            double[] differences = differences(touches, code);
            if (touches.sum(code) > 0 && Weekly.isEnough(differences)) {
                double[] above = differences.clone();
                double[] shares = Weekly.at(touches.shares(code), places(code));
                double intended = 0;
                for (int i = 0; i < above.length; i++) {
                    intended += (shares[i] - differences[i]) / above.length;
                    above[i] = differences[i] > 0 ? 1 : 0;
                }
                all.add(new Departure(code, intended, above, Weekly.mean(differences),
                        hasPressure ? meanOrNull(differences(calm, code)) : null,
                        hasHours ? meanOrNull(differences(hours, code)) : null));
            }
        }
        double[] adjusted = Holm.adjusted(all.stream().mapToDouble(departure -> departure.all.pEither()).toArray());
        for (int i = 0; i < adjusted.length; i++) {
            departure(all.get(i), adjusted[i]);
        }
    }

    private int[] places(int code) {
        return touches.places(week -> intended(code, week) != null);
    }

    private static @Nullable Contrast meanOrNull(double[] series) {
        return Weekly.isEnough(series) ? Weekly.mean(series) : null;
    }

    private void departure(Departure own, double adjusted) {
        int code = own.code;
        Map<Integer, Long> workers = digest.people(Kind.MILLIS, Attention.WHOLE, d, code);
        boolean hoursTold = own.hours != null && Digest.isSound(workers);
        Support support = support(code, "touches", digest.people(Kind.TOUCHES, Attention.WHOLE, d, code),
                hoursTold ? List.of(hoursSupport(code).cell()) : List.of());
        Support plain = touchSupport(code);
        String weeks = own.above.length + " weeks in which a share was intended";
        digest.add(prefix(code), about(code), "intended", Estimate.exact(own.intended, Unit.SHARE, touches.sum(code),
                plain.actors(), Grade.OBSERVED), "attention, as the charter intends it, the mean of " + weeks, plain,
                List.of());
        Interval mean = own.all.interval();
        Estimate estimate = new Estimate(mean.value(), mean.low(), mean.high(), Unit.SHARE, touches.sum(code),
                plain.actors(), Grade.OBSERVED, mean.value(), mean.value(), strength(own, adjusted));
        if (own.calm != null && calmTold.contains(code)) {
            estimate = estimate.withSensitivity(Math.min(estimate.sensitivityLow(), own.calm.estimate()),
                    Math.max(estimate.sensitivityHigh(), own.calm.estimate()));
        }
        if (own.hours != null && hoursTold) {
            estimate = estimate.withSensitivity(Math.min(estimate.sensitivityLow(), own.hours.estimate()),
                    Math.max(estimate.sensitivityHigh(), own.hours.estimate()));
        }
        digest.add(prefix(code), about(code), "againstIntended", estimate,
                "touches of a week above the intended share, below 0 under it, the mean of " + weeks, support,
                worked(code));
        digest.add(prefix(code), about(code), "weeksAbove", weeks(own.above, plain.actors()), weeks
                + ", with attention above it", plain, List.of());
    }

    /** In which part of some weeks something held; where it held in all or none, blocks count as trials. */
    static Estimate weeks(double[] held, long actors) {
        Interval interval = Weekly.mean(held).interval();
        double value = interval.value();
        if (value == 0 || value == 1) {
            long blocks = held.length / Weekly.BLOCK;
            interval = Wilson.interval(value == 0 ? 0 : blocks, blocks);
        }
        return new Estimate(value, Math.clamp(interval.low(), 0, value), Math.clamp(interval.high(), value, 1),
                Unit.SHARE, held.length, actors, Grade.OBSERVED, value, value, Strength.EXACT);
    }

    private Strength strength(Departure own, double adjusted) {
        if (!isAway(own.all)) {
            return Strength.CANNOT_TELL;
        }
        boolean alike = isAlike(own.all, own.calm) && isAlike(own.all, own.hours);
        boolean shown = alike && adjusted < ALPHA && own.above.length >= WEEKS_TO_SHOW && !digest.isUneven();
        return shown ? Strength.SHOWS : Strength.SUGGESTS;
    }

    private static boolean isAway(Contrast contrast) {
        return contrast.interval().low() > 0 || contrast.interval().high() < 0;
    }

    /** Whether another count, where it is known, departs to the same side. */
    private static boolean isAlike(Contrast all, @Nullable Contrast other) {
        return other == null || (isAway(other) && other.estimate() > 0 == all.estimate() > 0);
    }
}
