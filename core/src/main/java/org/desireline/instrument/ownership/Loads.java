package org.desireline.instrument.ownership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Contrast;
import org.desireline.number.Estimate;
import org.desireline.number.Holm;
import org.desireline.number.Strength;
import org.desireline.number.Student;
import org.jspecify.annotations.Nullable;

/**
 * How loaded the owners of areas are, as the ledger's second level tells it: the share of an area's waiting hours in
 * which its owners were at work on something of a higher or the same class.
 *
 * <p>Claimed is a share above a half, adjusted by Holm over all areas that are judged. A line of the ledger carries an
 * interval and not how many clusters it rests on; they are five or more, so that t with four degrees of freedom, its
 * error taken from the interval's own length, gives a p that is never too small once the interval excludes a half.
 */
final class Loads {

    /** What the ledger calls the share. */
    private static final String LINE = "/occupied/waitingShare";
    private static final double HALF = 0.5;
    private static final double ALPHA = 0.05;
    /** Of the fewest clusters behind an interval of the ledger. */
    private static final double LEAST_DEGREES = 4;

    private final Map<Integer, Load> loads = new TreeMap<>();

    /**
     * The load of an area's owners.
     *
     * @param line the ledger's line, or null where it has none
     * @param lack why there is no figure, or empty
     */
    record Load(@Nullable Line line, String lack, Strength strength) {}

    /**
     * Reads them.
     *
     * @param areas those that are judged and have a declared owner
     * @param names names of areas by code
     * @param needed the closed reading of the ledger
     */
    Loads(Collection<Area> areas, Dimension dimension, List<String> names, List<Reading> needed) {
        Reading ledger = needed.stream().filter(reading -> reading.instrument().equals("ledger")).findFirst()
                .orElse(null);
        for (Area area : areas) {
            loads.put(area.code, load(dimension, names.get(area.code), ledger));
        }
        List<Integer> order = List.copyOf(loads.keySet());
        List<Double> p = new ArrayList<>();
        order.forEach(code -> p.add(p(Objects.requireNonNull(loads.get(code)))));
        double[] adjusted = Holm.adjusted(p.stream().mapToDouble(Double::doubleValue).toArray());
        for (int i = 0; i < adjusted.length; i++) {
            Load load = Objects.requireNonNull(loads.get(order.get(i)));
            loads.put(order.get(i), new Load(load.line(), load.lack(), strength(load, adjusted[i])));
        }
    }

    @Nullable Load of(Area area) {
        return loads.get(area.code);
    }

    private static Load load(Dimension dimension, String name, @Nullable Reading ledger) {
        if (ledger == null || ledger.refusal() != null) {
            return lacking(ledger == null || ledger.refusal() == null ? "the ledger was not read"
                    : ledger.refusal().sentence());
        }
        if (dimension != Dimension.AREA) {
            return lacking("what owners were doing is told of declared areas only");
        }
        String id = "ledger/" + dimension.label() + "/" + Line.idPart(name) + LINE;
        Line line = ledger.lines().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
        if (line == null) {
            return lacking("no hour is on record in which its owners were at work on something of a higher or the same"
                    + " class while its items waited for them");
        }
        return line.estimate() == null ? lacking(Objects.requireNonNullElse(line.withheld(), "")) : new Load(line, "",
                Strength.CANNOT_TELL);
    }

    private static Load lacking(String why) {
        return new Load(null, why, Strength.CANNOT_TELL);
    }

    private static double p(Load load) {
        Estimate estimate = load.line() == null ? null : load.line().estimate();
        if (estimate == null) {
            return 1;
        }
        // Ends are cut at 0 and 1, so that the longer side is the half of an interval that was even.
        double half = Math.max(estimate.value() - estimate.low(), estimate.high() - estimate.value());
        return new Contrast(estimate.value() - HALF, half / Student.reach(LEAST_DEGREES), LEAST_DEGREES).pAbove();
    }

    private static Strength strength(Load load, double adjusted) {
        Estimate estimate = load.line() == null ? null : load.line().estimate();
        if (estimate == null || estimate.low() <= HALF) {
            return Strength.CANNOT_TELL;
        }
        return adjusted < ALPHA && estimate.sensitivityLow() > HALF ? Strength.SHOWS : Strength.SUGGESTS;
    }
}
