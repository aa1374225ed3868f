package org.desireline.bench.rates;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.publish.Published;
import org.desireline.world.planted.Planted;
import org.desireline.world.planted.Promised;

/**
 * What was planted one by one, and what was said of each.
 *
 * @param planted how many there are to be found
 * @param found those of them that were named
 * @param others how many others there are
 * @param falsely those of them that were named all the same
 */
record Sought(long planted, long found, long others, long falsely) {

    /** What can be looked for. */
    enum Kind {
        /** Promises that were forgotten, among those whose day passed long enough ago to tell. */
        QUIET,
        /** Areas claimed to be orphaned for either reason. */
        ORPHAN,
        /** For their items lie without an owner. */
        OWNERLESS,
        /** For nobody of the declared team leaves a touch while items wait. */
        SILENT
    }

    private static final Pattern QUIET_LINES = Pattern.compile("commitment/.+/quiet");
    private static final long DAY_MILLIS = 24L * 3_600_000;
    private static final long LEAST_QUIET_MILLIS = 14 * DAY_MILLIS;
    private static final int QUIET_SHARE = 4;

    /** Everything that was looked for in one life. */
    static Map<Kind, Sought> all(Published published, Planted planted, Bias bias) {
        Map<Kind, Sought> all = new TreeMap<>();
        all.put(Kind.QUIET, quiet(published, planted, bias));
        all.put(Kind.ORPHAN, orphans(published, planted, bias, List.of("orphanHours", "silentWeeks")));
        all.put(Kind.OWNERLESS, orphans(published, planted, bias, List.of("orphanHours")));
        all.put(Kind.SILENT, orphans(published, planted, bias, List.of("silentWeeks")));
        return all;
    }

    /**
     * The promises that may have gone quiet: their last day passed two weeks or a quarter of their lead time ago. Cases
     * are listed ten a line, so they are gathered from all lines; what none lists counts as said falsely.
     */
    private static Sought quiet(Published published, Planted planted, Bias bias) {
        long asOf = published.head().asOfMillis();
        TreeSet<String> forgotten = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        for (Promised promised : planted.promised()) {
            long lead = promised.firstEndMillis() - promised.madeMillis();
            long grace = Math.max(LEAST_QUIET_MILLIS, lead / QUIET_SHARE);
            if (promised.lastEndMillis() + grace <= asOf) {
                (promised.isForgotten() ? forgotten : others).add("FT-" + promised.number());
            }
        }
        Set<String> named = new HashSet<>();
        long counted = 0;
        for (Line line : published.reading("commitment").map(reading -> reading.lines()).orElse(List.of())) {
            Estimate estimate = line.estimate();
            if (QUIET_LINES.matcher(line.id()).matches() && estimate != null) {
                line.evidence().stream().map(Evidence::item).forEach(named::add);
                counted = line.id().equals("commitment/all/all/quiet")
                        ? Math.round(estimate.value() * estimate.n()) : counted;
            }
        }
        Sought sought = of(forgotten, others, named, bias);
        return new Sought(sought.planted, sought.found, sought.others, sought.falsely
                + Math.max(0, counted - named.size()));
    }

    private static Sought orphans(Published published, Planted planted, Bias bias, List<String> labels) {
        TreeSet<String> orphaned = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        boolean any = planted.plan().orphanHours() > 0 || planted.plan().neglect().desertedWeeks() > 0;
        Set<String> named = new HashSet<>();
        for (String team : planted.people().stream().map(person -> person.team()).distinct().toList()) {
            for (String area : planted.areas(team)) {
                (any && area.equals(planted.lastArea()) ? orphaned : others).add(area);
                for (String label : labels) {
                    published.line("ownership/area/" + Line.idPart("component:" + area) + "/" + label)
                            .map(Line::estimate)
                            .filter(one -> one.strength() == Strength.SHOWS || one.strength() == Strength.SUGGESTS)
                            .ifPresent(one -> named.add(area));
                }
            }
        }
        return of(orphaned, others, named, bias);
    }

    private static Sought of(SortedSet<String> planted, SortedSet<String> others, Set<String> named, Bias bias) {
        long found = 0;
        long falsely = 0;
        int which = 0;
        for (String one : planted) {
            found += named.contains(one) && bias.hears(which++) ? 1 : 0;
        }
        for (String one : others) {
            falsely += named.contains(one) || bias.imagines(which++) ? 1 : 0;
        }
        return new Sought(planted.size(), found, others.size(), falsely);
    }

    Sought plus(Sought other) {
        return new Sought(planted + other.planted, found + other.found, others + other.others,
                falsely + other.falsely);
    }
}
