package org.desireline.instrument.resistance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Trap;
import org.desireline.part.Frame;
import org.desireline.part.TeamWeek;
import org.desireline.part.TraceDensity;
import org.jspecify.annotations.Nullable;

/** Makes the reading. */
final class Statement {

    private static final double LEAST_KAPPA = 0.2;
    private static final double LEAST_MU = 0.8;
    private static final double MOST_UNLIKE = 1.5;
    private static final int FEWEST_PARTS = 2;
    /** Streams of random numbers: like for like, and as it is. */
    private static final long LIKE_FOR_LIKE = 1;
    private static final long AS_IT_IS = 2;

    private final Resistance.Sums sums;
    private final Frame frame;
    private final SortedMap<Way, Path> important = new TreeMap<>();
    /** By dimension, the paths of every class. */
    private final Map<Dimension, SortedMap<Way, Path>> paths = new LinkedHashMap<>();
    private final List<String> flags = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    Statement(Resistance.Sums sums, Frame frame) {
        this.sums = sums;
        this.frame = frame;
        for (int dimension : sums.dimensions) {
            paths.put(Dimension.values()[dimension], new TreeMap<>());
        }
        sums.sums.forEach((key, sum) -> {
            Way way = Way.of(Kind.way(key));
            (way.rank() == Way.IMPORTANT ? important : paths.getOrDefault(way.dimension(), important))
                    .computeIfAbsent(way, Path::new).add(key, sum);
        });
    }

    Reading reading() {
        Set<Way> judged = important.keySet().stream().filter(this::isJudged)
                .collect(Collectors.toCollection(TreeSet::new));
        Reading.Refusal refusal = refusal(judged);
        if (refusal != null) {
            return new Reading("resistance", refusal, sums.traces, 0, Map.of(), List.of(), List.of(), List.of());
        }
        boolean visible = frame.facts().kappa() >= LEAST_KAPPA;
        List<Excess.Party> parties = Arrays.stream(Excess.Party.values())
                .filter(party -> visible || !party.isActivity()).toList();
        Excess excess = new Excess(important, judged, parties);
        important.forEach((way, path) -> new PartLines(path, frame, sums.longest, lines).all(parties, excess,
                judged.contains(way)));
        Dimension first = paths.keySet().iterator().next();
        SortedMap<Way, Path> map = paths.getOrDefault(first, new TreeMap<>());
        map(map, visible, first);
        unjudged(judged);
        return new Reading("resistance", null, sums.traces, sums.used, Map.of("notOpenInWindow",
                sums.traces - sums.used), flags, lines, List.of());
    }

    private boolean isJudged(Way way) {
        Path path = important.get(way);
        return path != null && way.part() < frame.classes().named(way.dimension())
                && path.items() >= Path.FEWEST_ITEMS && path.people() >= Path.FEWEST_PEOPLE
                && Path.sum(path.waiting()) >= Path.FEWEST_HOURS * Path.HOUR_MILLIS;
    }

    private Reading.@Nullable Refusal refusal(Set<Way> judged) {
        if (frame.classes().ranked() < 2) {
            return new Reading.Refusal("no order of priorities is known", "a charter, or a priority on every item");
        }
        if (frame.facts().mu() < LEAST_MU) {
            return new Reading.Refusal(String.format(Locale.ROOT, "the rank of only %.0f %% of the items is known (μ)",
                    Math.floor(100 * frame.facts().mu())),
                    "a charter, or an order of priorities, that covers four fifths of the items");
        }
        if (paths.isEmpty()) {
            return new Reading.Refusal("nothing tells one part of the organisation from another",
                    "a charter that names teams or areas, or components on the items");
        }
        boolean some = paths.keySet().stream().anyMatch(dimension ->
                judged.stream().filter(way -> way.dimension() == dimension).count() >= FEWEST_PARTS);
        return some ? null : new Reading.Refusal("no two parts have " + Path.FEWEST_ITEMS + " important items, "
                + (int) Path.FEWEST_HOURS + " hours of their waiting and " + Path.FEWEST_PEOPLE + " people in the"
                + " window", "a longer window");
    }

    private void unjudged(Set<Way> judged) {
        for (Dimension dimension : paths.keySet()) {
            int named = frame.classes().named(dimension);
            long known = judged.stream().filter(way -> way.dimension() == dimension).count();
            if (known < named) {
                flags.add(String.format(Locale.ROOT, "%d of %d %s are not compared: of each %d important items, %.0f"
                        + " hours of their waiting and %d people are needed", named - known, named, dimension.plural(),
                        Path.FEWEST_ITEMS, Path.FEWEST_HOURS, Path.FEWEST_PEOPLE));
            }
        }
    }

    /** The lines of the paths of a dimension, and their ranks where they can be told. */
    private void map(SortedMap<Way, Path> all, boolean visible, Dimension dimension) {
        long[] items = new long[Sizes.CLASSES];
        all.values().forEach(path -> Arrays.setAll(items, size -> items[size] + path.itemsBySize[size]));
        Sizes sizes = new Sizes(items);
        SortedMap<Way, Ranking.Logarithm> alike = new TreeMap<>();
        SortedMap<Way, Ranking.Logarithm> asTheyAre = new TreeMap<>();
        double[] ones = new double[Sizes.CLASSES];
        Arrays.fill(ones, 1);
        all.forEach((way, path) -> {
            PathLines own = new PathLines(path, frame, lines);
            own.waiting(sums.important);
            if (visible) {
                Ranking.Logarithm plain = path.lack() == null
                        ? Ranking.logarithm(path, ones, sums.products.get(way.packed())) : null;
                Ranking.Logarithm like = plain == null ? null : Ranking.logarithm(path,
                        sizes.weights(path.itemsBySize), sums.products.get(way.packed()));
                own.resistance(plain, like);
                boolean ranked = plain != null && like != null && path.isTold()
                        && way.rank() < frame.classes().ranked() && way.part() < frame.classes().named(dimension);
                if (ranked) {
                    asTheyAre.put(way, plain);
                    alike.put(way, like);
                }
            }
        });
        if (!visible) {
            flags.add(String.format(Locale.ROOT, "no resistance is told: recorded work covers %.1f %% of working time"
                    + " (κ), and a fifth is needed", 100 * frame.facts().kappa()));
        } else if (alike.size() < Ranking.FEWEST_PATHS) {
            flags.add("paths are not ranked: " + alike.size() + " have enough work to be compared, and "
                    + Ranking.FEWEST_PATHS + " are needed");
        } else {
            String unlike = unlike(dimension);
            if (unlike == null) {
                ranks(all, alike, asTheyAre);
            } else {
                flags.add(unlike);
            }
        }
    }

    private void ranks(SortedMap<Way, Path> all, SortedMap<Way, Ranking.Logarithm> alike,
            SortedMap<Way, Ranking.Logarithm> asTheyAre) {
        Ranking ranking = Ranking.of(all, alike, LIKE_FOR_LIKE);
        List<Ranking.Place> places = ranking.places();
        List<Ranking.Place> others = Ranking.of(all, asTheyAre, AS_IT_IS).places();
        for (int i = 0; i < places.size(); i++) {
            Path path = ranking.paths().get(i);
            new PathLines(path, frame, lines).rank(places.get(i), Ranking.strength(places.get(i), others.get(i),
                    path.way.rank() < sums.important), places.size());
        }
        PathLines.association(ranking, lines);
    }

    /** Why paths leave traces too unlike to be ranked, or null. */
    private @Nullable String unlike(Dimension dimension) {
        if (frame.facts().work().hasSessions()
                && frame.facts().work().densities().stream().anyMatch(TraceDensity::isUneven)) {
            return Trap.TRACE_DENSITY.flag("work on some classes leaves more traces than on others, so paths are not"
                    + " ranked");
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Map.Entry<Integer, long[]> team : sums.coverage.entrySet()) {
            boolean counts = team.getKey() != TeamWeek.NONE && team.getValue()[1] > 0;
            if (dimension == Dimension.TEAM && counts) {
                double share = (double) team.getValue()[0] / team.getValue()[1];
                least = Math.min(least, share);
                most = Math.max(most, share);
            }
        }
        return most > MOST_UNLIKE * least ? String.format(Locale.ROOT, "paths are not ranked: recorded work covers"
                + " between %.0f and %.0f %% of the working time of teams, so what looks hard may only leave fewer"
                + " traces", 100 * least, 100 * most) : null;
    }
}
