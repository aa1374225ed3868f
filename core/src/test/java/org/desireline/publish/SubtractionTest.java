package org.desireline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Instruments;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.number.Unit;
import org.desireline.part.Offices;
import org.desireline.part.Organisation;
import org.desireline.part.PlantedOrganisations;
import org.desireline.part.Workshops;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What no instrument tells by subtraction. Nobody tells the attacker which figures add up to which: sums that hold in
 * many organisations are learnt from the figures before anything was withheld, and then solved for what was.
 */
class SubtractionTest {

    private static final int ORGANISATIONS = 18;
    /** Share of the organisations in which a sum must hold before it is taken for a rule. */
    private static final double MOSTLY = 0.9;
    private static final int LEAST_OFTEN = 2;
    private static final List<String> PLANS =
            List.of("quiet", "orphan-area", "displaced", "aligned", "fast-seeking");
    private static final double HAIR = 1e-9;
    private static final String SIZE = "#n";
    private static final String COUNT = "#k";
    private static final Set<Unit> ADDITIVE = Set.of(Unit.HOURS, Unit.ITEMS, Unit.CHOICES);

    private static final List<List<Reading>> READINGS = new ArrayList<>();
    private static final List<Published> PUBLISHED = new ArrayList<>();

    @BeforeAll
    static void measure() {
        READINGS.addAll(IntStream.range(0, ORGANISATIONS).parallel().mapToObj(SubtractionTest::organisation)
                .map(SubtractionTest::readings).toList());
        READINGS.forEach(readings -> PUBLISHED.add(Publisher.publish(Sample.head(), readings, List.of())));
    }

    private static Organisation organisation(int seed) {
        return switch (seed % 3) {
            case 0 -> Workshops.large(seed);
            case 1 -> Offices.random(seed);
            default -> PlantedOrganisations.declared(Plan.of(PLANS.get(seed / 3 % PLANS.size())), Tier.LOGGED,
                    Flaws.USUAL, seed, 6 + seed % 3);
        };
    }

    private static List<Reading> readings(Organisation organisation) {
        List<Reading> readings = new ArrayList<>();
        for (Instrument<?, ?> instrument : Instruments.all()) {
            readings.add(Fold.of(instrument).unmerged(organisation.assembly()));
        }
        return readings;
    }

    @Test
    void whatIsWithheldCannotBeHadBySubtraction() {
        Map<Sum, Integer> rules = Sum.rules(READINGS);
        assertThat(rules.keySet().stream().map(Sum::instrument).distinct()).as("what adds up")
                .contains("ledger", "commitment");
        List<String> bared = new ArrayList<>();
        for (int i = 0; i < ORGANISATIONS; i++) {
            bared.addAll(bared("organisation " + i, rules.keySet(), READINGS.get(i), PUBLISHED.get(i)));
        }
        assertThat(bared).isEmpty();
    }

    /** The attacker is not blind: with the hiding of further cells undone, it finds what they were hidden for. */
    @Test
    void whatNothingElseIsHiddenForIsFound() {
        Map<Sum, Integer> rules = Sum.rules(READINGS);
        List<String> bared = new ArrayList<>();
        for (int i = 0; i < ORGANISATIONS; i++) {
            List<Reading> careless = READINGS.get(i).stream().map(reading -> reading.withLines(reading.lines().stream()
                    .map(line -> line.support().actors() < Publisher.SMALLEST_GROUP ? line.withhold("few") : line)
                    .toList())).toList();
            bared.addAll(bared("organisation " + i, rules.keySet(), READINGS.get(i),
                    new Published(Sample.head(), careless, List.of(), List.of())));
        }
        assertThat(bared).hasSizeGreaterThan(3);
    }

    private static List<String> bared(String where, Set<Sum> rules, List<Reading> readings, Published published) {
        List<String> bared = new ArrayList<>();
        Map<String, Double> truth = Sum.figures(readings);
        Map<String, Double> known = Sum.figures(published.readings());
        published.readings().stream().flatMap(reading -> reading.lines().stream())
                .filter(line -> Publisher.BY_RANGE.equals(line.withheld()))
                .forEach(line -> known.put(line.id(), truth.get(line.id())));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Reading reading : readings) {
                for (Sum.Found sum : Sum.in(reading)) {
                    if (rules.contains(sum.sum()) && sum.holds(truth)) {
                        String told = sum.told(known);
                        if (told != null) {
                            double figure = truth.get(told);
                            boolean isNew = sum.ids().stream().noneMatch(id -> !id.equals(told)
                                    && Math.abs(truth.get(id) - figure) <= HAIR * Math.max(1, figure));
                            known.put(told, figure);
                            changed = true;
                            if (isNew && Math.abs(figure) > HAIR) {
                                bared.add(where + ": " + told + " = " + figure + " by " + sum.sum());
                            }
                        }
                    }
                }
            }
        }
        return bared;
    }

    /**
     * Figures of one kind that add up to one.
     *
     * @param instrument whose they are
     * @param kind the dimension over whose classes they add up, or "row" where they are of one class
     * @param total the end of the id of the sum
     * @param parts the end of the ids of what is added, a star for what differs
     */
    private record Sum(String instrument, String kind, String total, String parts) {

        /** A sum where it was met: the ids of its figures. */
        private record Found(Sum sum, String total, List<String> parts) {

            List<String> ids() {
                List<String> ids = new ArrayList<>(parts);
                ids.add(total);
                return ids;
            }

            boolean holds(Map<String, Double> truth) {
                double sum = parts.stream().mapToDouble(truth::get).sum();
                double whole = truth.get(total);
                return Math.abs(sum - whole) <= HAIR * Math.max(1, Math.abs(whole));
            }

            /** The one figure that the others tell, or null. */
            private String told(Map<String, Double> known) {
                List<String> unknown = ids().stream().filter(id -> !known.containsKey(id)).toList();
                return unknown.size() == 1 ? unknown.getFirst() : null;
            }
        }

        static Map<String, Double> figures(List<Reading> readings) {
            Map<String, Double> figures = new HashMap<>();
            readings.forEach(reading -> reading.lines().stream().filter(line -> line.estimate() != null)
                    .forEach(line -> figures.putAll(of(line.id(), line.estimate()))));
            return figures;
        }

        /** What a figure tells that may add up: itself, what it rests on, and of what is shared out the count. */
        private static Map<String, Double> of(String id, Estimate estimate) {
            Map<String, Double> figures = new TreeMap<>();
            if (ADDITIVE.contains(estimate.unit())) {
                figures.put(id, estimate.value());
            }
            figures.put(id + SIZE, (double) estimate.n());
            double count = estimate.value() * estimate.n();
            if (estimate.unit() == Unit.SHARE && Math.abs(count - Math.rint(count)) < 1e-6) {
                figures.put(id + COUNT, Math.rint(count));
            }
            return figures;
        }

        /** The sums that hold nearly everywhere where they are met, and how often they were. */
        static Map<Sum, Integer> rules(List<List<Reading>> organisations) {
            Map<Sum, int[]> counts = new HashMap<>();
            for (List<Reading> readings : organisations) {
                Map<String, Double> truth = figures(readings);
                for (Reading reading : readings) {
                    for (Found found : in(reading)) {
                        int[] count = counts.computeIfAbsent(found.sum(), sum -> new int[2]);
                        count[0]++;
                        count[1] += found.holds(truth) ? 1 : 0;
                    }
                }
            }
            Map<Sum, Integer> rules = new HashMap<>();
            counts.forEach((sum, count) -> {
                if (count[1] >= LEAST_OFTEN && count[1] >= MOSTLY * count[0]) {
                    rules.put(sum, count[1]);
                }
            });
            return rules;
        }

        /** All that could be sums in a reading of which nothing is withheld. */
        static List<Found> in(Reading reading) {
            Map<String, Set<String>> byRow = new TreeMap<>();
            Map<String, Map<String, Set<String>>> byColumn = new TreeMap<>();
            for (Line line : reading.lines()) {
                String row = reading.instrument() + "/" + line.about().kind() + "/" + Line.idPart(line.about().id())
                        + "/";
                if (line.estimate() != null && line.id().startsWith(row)) {
                    for (String id : of(line.id(), line.estimate()).keySet()) {
                        String tail = id.substring(row.length());
                        byRow.computeIfAbsent(row, any -> new TreeSet<>()).add(tail);
                        byColumn.computeIfAbsent(tail, any -> new TreeMap<>())
                                .computeIfAbsent(line.about().kind(), any -> new TreeSet<>()).add(id);
                    }
                }
            }
            List<Found> found = new ArrayList<>();
            byColumn.forEach((tail, kinds) -> {
                Set<String> whole = kinds.getOrDefault("all", Set.of());
                kinds.forEach((kind, ids) -> {
                    if (whole.size() == 1 && !kind.equals("all") && ids.size() > 1) {
                        found.add(new Found(new Sum(reading.instrument(), kind, tail, tail), whole.iterator().next(),
                                List.copyOf(ids)));
                    }
                });
            });
            byRow.forEach((row, tails) -> rows(reading.instrument(), row, tails, found));
            return found;
        }

        private static void rows(String instrument, String row, Set<String> tails, List<Found> found) {
            Map<String, Set<String>> groups = new TreeMap<>();
            for (String tail : tails) {
                String[] path = tail.split("/", -1);
                for (int i = 0; i < path.length; i++) {
                    String[] star = path.clone();
                    star[i] = i == path.length - 1 ? "*" + kind(path[i]) : "*";
                    groups.computeIfAbsent(String.join("/", star), any -> new TreeSet<>()).add(tail);
                }
            }
            groups.forEach((star, members) -> {
                for (String total : tails) {
                    List<String> parts = members.stream().filter(tail -> !tail.equals(total)).toList();
                    if (parts.size() > 1 && kind(total).equals(kind(star))) {
                        found.add(new Found(new Sum(instrument, "row", total, star), row + total,
                                parts.stream().map(tail -> row + tail).toList()));
                    }
                }
            });
        }

        private static String kind(String tail) {
            return tail.indexOf('#') < 0 ? "" : tail.substring(tail.indexOf('#'));
        }
    }
}
