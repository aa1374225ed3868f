package org.desireline.instrument.resistance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.number.Contrast;
import org.desireline.number.Holm;
import org.desireline.number.Interval;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.desireline.part.Account;
import org.desireline.part.Doing;
import org.jspecify.annotations.Nullable;

/**
 * How much more of its waiting the important work of one part of the organisation spends on a party than that of the
 * others does.
 *
 * <p>Question: where does important work wait for somebody whom it does not wait for elsewhere? Unit: share of waiting
 * hours. Method: the party's share of the part's waiting less that of all other parts together; delete-one jackknife
 * over the clusters of both, t with the part's own clusters less one; tested against five points and, for what is only
 * suggested, against none, all parts, dimensions and parties by Holm. Sources: Tukey (1958); Holm (1979). Cost:
 * O(clusters) a pair. Blind spot: what all parts have in common.
 */
final class Excess {

    /** A difference of less is none that anybody would act on. */
    static final double MARGIN = 0.05;
    private static final double ALPHA = 0.05;
    private static final double FEWEST_EFFECTIVE = 4;

    /** Whom important work waited for, and what owners did meanwhile: what may stand out. */
    enum Party {
        nobody, ownerUnknown, reviewer, decider, otherItem, owner,
        /** The owner was at work on something as important, or more. */
        queue,
        /** The owner was at work on something less important, begun afterwards. */
        displacedNew;

        /** Whether it tells what people did. */
        boolean isActivity() {
            return this == queue || this == displacedNew;
        }

        /** Milliseconds by cluster. */
        SortedMap<Integer, Double> of(Path path) {
            return switch (this) {
                case nobody -> path.account(Account.nobody);
                case ownerUnknown -> path.account(Account.ownerUnknown);
                case reviewer -> path.account(Account.reviewer);
                case decider -> path.account(Account.decider);
                case otherItem -> path.account(Account.otherItem);
                case owner -> path.account(Account.owner);
                case queue -> both(path.doing(Doing.outranked), path.doing(Doing.contention));
                case displacedNew -> path.doing(Doing.displacedNew);
            };
        }

        /** Milliseconds by member, of what people did. */
        SortedMap<Integer, Double> doers(Path path) {
            return switch (this) {
                case queue -> both(path.doers(Doing.outranked), path.doers(Doing.contention));
                case displacedNew -> path.doers(Doing.displacedNew);
                case nobody, ownerUnknown, reviewer, decider, otherItem, owner -> new TreeMap<>();
            };
        }

        private static SortedMap<Integer, Double> both(SortedMap<Integer, Double> one, SortedMap<Integer, Double> two) {
            TreeMap<Integer, Double> all = new TreeMap<>(one);
            two.forEach((who, millis) -> all.merge(who, millis, Double::sum));
            return all;
        }
    }

    /**
     * What is known of a party in a part.
     *
     * @param share of what the part's important work waited
     * @param elsewhere the same of all other parts
     * @param contrast their difference, or null where too few clusters stand behind it
     * @param strength what may be claimed
     */
    record Standing(double share, Interval elsewhere, @Nullable Contrast contrast, Strength strength) {}

    private record Place(Way way, Party party) {}

    private final Map<Place, Standing> standings = new HashMap<>();

    /**
     * Compares the important work of all parts.
     *
     * @param important paths of important work, of every dimension
     * @param judged those of which enough is known
     * @param parties what may be told of them
     */
    Excess(SortedMap<Way, Path> important, Set<Way> judged, List<Party> parties) {
        List<Place> places = new ArrayList<>();
        for (Way way : new TreeSet<>(judged)) {
            for (Party party : parties) {
                Standing standing = standing(important, way, party);
                if (standing != null) {
                    Place place = new Place(way, party);
                    places.add(place);
                    standings.put(place, standing);
                }
            }
        }
        adjust(places);
    }

    @Nullable Standing of(Way way, Party party) {
        return standings.get(new Place(way, party));
    }

    private void adjust(List<Place> places) {
        List<Place> tested = places.stream().filter(place -> contrast(place) != null).toList();
        double[] more = adjusted(tested, MARGIN);
        double[] any = adjusted(tested, 0);
        for (int i = 0; i < tested.size(); i++) {
            Place place = tested.get(i);
            Standing own = standings.get(place);
            if (own != null) {
                Strength strength = more[i] < ALPHA ? Strength.SHOWS
                        : any[i] < ALPHA ? Strength.SUGGESTS : Strength.CANNOT_TELL;
                standings.put(place, new Standing(own.share(), own.elsewhere(), own.contrast(), strength));
            }
        }
    }

    private @Nullable Contrast contrast(Place place) {
        Standing standing = standings.get(place);
        return standing == null ? null : standing.contrast();
    }

    /** That the difference is not above a margin, by Holm over all that are tested. */
    private double[] adjusted(List<Place> tested, double margin) {
        double[] p = tested.stream().mapToDouble(place -> {
            Contrast contrast = contrast(place);
            if (contrast == null) {
                throw new IllegalArgumentException("Nothing is known of " + place + ".");
            }
            return new Contrast(contrast.estimate() - margin, contrast.standardError(), contrast.degreesOfFreedom())
                    .pAbove();
        }).toArray();
        return p.length == 0 ? p : Holm.adjusted(p);
    }

    /** The share in all other parts; all of 0 to 1 where too few clusters stand behind it. */
    private static Interval rest(Map<Integer, Double> parts, Map<Integer, Double> waits) {
        double share = Path.sum(parts) / Path.sum(waits);
        RatioJackknife ratio = Path.ratio(parts, waits);
        return ratio == null ? new Interval(share, 0, 1) : ratio.interval();
    }

    private static @Nullable Standing standing(SortedMap<Way, Path> important, Way way, Party party) {
        Path own = important.get(way);
        if (own == null) {
            return null;
        }
        SortedMap<Integer, Double> ownWaits = own.waiting();
        SortedMap<Integer, Double> ownParts = party.of(own);
        SortedMap<Integer, Double> waits = new TreeMap<>();
        SortedMap<Integer, Double> parts = new TreeMap<>();
        important.forEach((other, path) -> {
            if (other.dimension() == way.dimension() && other.part() != way.part()) {
                path.waiting().forEach((who, millis) -> waits.merge(who, millis, Double::sum));
                party.of(path).forEach((who, millis) -> parts.merge(who, millis, Double::sum));
            }
        });
        double w = Path.sum(ownWaits);
        double a = Path.sum(ownParts);
        double w2 = Path.sum(waits);
        double a2 = Path.sum(parts);
        if (a == 0 || w2 == 0) {
            return null;
        }
        Set<Integer> clusters = new TreeSet<>(ownWaits.keySet());
        clusters.addAll(waits.keySet());
        double mean = 0;
        List<Double> without = new ArrayList<>();
        for (int who : new TreeSet<>(clusters)) {
            double inside = w - ownWaits.getOrDefault(who, 0.0);
            double outside = w2 - waits.getOrDefault(who, 0.0);
            if (inside <= 0 || outside <= 0) {
                return new Standing(a / w, rest(parts, waits), null, Strength.CANNOT_TELL);
            }
            double value = (a - ownParts.getOrDefault(who, 0.0)) / inside
                    - (a2 - parts.getOrDefault(who, 0.0)) / outside;
            without.add(value);
            mean += value / clusters.size();
        }
        double squares = 0;
        for (double value : without) {
            squares += (value - mean) * (value - mean);
        }
        double error = StrictMath.sqrt((without.size() - 1.0) / without.size() * squares);
        double sum = ownWaits.values().stream().mapToDouble(millis -> millis * millis).sum();
        long behind = ownWaits.values().stream().filter(millis -> millis > 0).count();
        boolean enough = behind >= Path.FEWEST_PEOPLE && w * w / sum >= FEWEST_EFFECTIVE;
        return new Standing(a / w, rest(parts, waits), enough ? new Contrast(a / w - a2 / w2, error, behind - 1) : null,
                Strength.CANNOT_TELL);
    }
}
