package org.desireline.instrument.ownership;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.ownership.Ownership.Kind;
import org.desireline.part.AreaWeek;
import org.desireline.part.Frame;
import org.jspecify.annotations.Nullable;

/** Turns the tally into a reading: whether it is enough, the areas that are judged, and the flags. */
final class Statement {

    static final double HOUR_MILLIS = 3_600_000.0;

    private static final double LEAST_KNOWN = 0.8;

    private final Ownership.Count count;
    private final Frame frame;
    private final Dimension dimension;
    private final List<String> names;
    private final SortedMap<Integer, Area> areas;
    /** Whether a charter declares teams, and any item to be one's. */
    private final boolean teams;
    /** Whether a repository says of any commit who was declared. */
    private final boolean told;

    /** Codes of the teams of whom members are declared, or seen to act. */
    private final BitSet heard = new BitSet();

    private final List<Reading> needed;

    /**
     * Makes it.
     *
     * @param needed the closed reading of the ledger
     */
    Statement(Ownership.Count count, Frame frame, List<Reading> needed) {
        this.count = count;
        this.frame = frame;
        this.needed = needed;
        this.dimension = Dimension.values()[count.dimension];
        this.names = frame.classes().names(dimension);
        this.areas = Area.of(count);
        heard.or(count.heard);
        frame.charter().intent().versions().forEach(version -> version.teams().stream()
                .filter(team -> !team.members().isEmpty()).forEach(team -> heard.set(team.team())));
        this.teams = areas.values().stream().anyMatch(area -> area.items() > area.nobodys());
        this.told = areas.values().stream().anyMatch(area -> IntStream.range(0, AreaWeek.Told.values().length)
                .anyMatch(each -> each != AreaWeek.Told.NONE.ordinal() && area.sum(Kind.DECLARED, each) > 0));
    }

    Reading reading() {
        Reading.Refusal refusal = refusal();
        if (refusal != null) {
            return new Reading("ownership", refusal, count.parts, 0, Map.of(), List.of(), List.of(), List.of());
        }
        List<Area> named = areas.values().stream().filter(area -> area.code < frame.classes().named(dimension))
                .toList();
        List<Area> judged = named.stream().filter(area -> area.lack() == null).toList();
        List<Area> laden = named.stream().filter(Area::hasItems).toList();
        boolean ownersKnown = teams && areas.values().stream().anyMatch(area -> area.sum(Kind.OWNERLESS, 0) > 0);
        Claims claims = new Claims(laden, areas.values(), weeks(), ownersKnown, teams, heard);
        Loads loads = new Loads(judged.stream().filter(area -> teams && area.owner() != Ownership.NO_TEAM).toList(),
                dimension, names, needed);
        List<Line> lines = new ArrayList<>();
        for (Area area : named) {
            lines.addAll(new AreaLines(area, names.get(area.code), dimension, count, frame, teams, heard, claims, loads)
                    .lines());
        }
        Map<String, Long> dropped = new TreeMap<>();
        if (count.outside > 0) {
            dropped.put("outsideWindow", count.outside);
        }
        return new Reading("ownership", null, count.parts, count.used, dropped, flags(named, judged), lines, List.of());
    }

    /** Every week from the first of which anything is known to the last. */
    private int[] weeks() {
        return IntStream.range(Math.max(0, count.weeks.nextSetBit(0)), count.weeks.length()).toArray();
    }

    private Reading.@Nullable Refusal refusal() {
        long items = areas.values().stream().mapToLong(Area::items).sum();
        if (items == 0) {
            return new Reading.Refusal("no item was there in whole weeks of the window", "a longer window");
        }
        if (!teams && !told) {
            return new Reading.Refusal("nobody is declared to own anything",
                    "a charter whose teams own areas, or a repository with CODEOWNERS, OWNERS or MAINTAINERS.md");
        }
        long unknown = areas.values().stream().filter(area -> area.code == names.size() - 1).mapToLong(Area::items)
                .sum();
        double known = 1 - (double) unknown / items;
        if (known < LEAST_KNOWN) {
            return new Reading.Refusal(String.format(Locale.ROOT, "the %s of only %.0f %% of the items is known",
                    dimension.label(), Math.floor(100 * known)), "one for 80 % of them");
        }
        Set<Integer> people = new HashSet<>();
        areas.values().forEach(area -> people.addAll(area.people().keySet()));
        if (people.size() < Area.FEWEST_PEOPLE) {
            return new Reading.Refusal("fewer than 5 people left touches in whole weeks of the window",
                    "5 people who leave traces, so a longer window or more of what they do");
        }
        boolean any = areas.values().stream()
                .anyMatch(area -> area.code < frame.classes().named(dimension)
                        && (area.lack() == null || (teams && area.hasItems())));
        return any ? null : new Reading.Refusal("no " + dimension.label() + " has " + Area.FEWEST_ITEMS
                + " items and " + Area.FEWEST_TOUCHES + " touches in whole weeks of the window", "a longer window");
    }

    private List<String> flags(List<Area> named, List<Area> judged) {
        List<String> flags = new ArrayList<>();
        if (named.size() > judged.size()) {
            flags.add(String.format(Locale.ROOT, "%d of %d %s are not judged: of each %d items, and for who acts"
                    + " %d touches, are needed", named.size() - judged.size(), named.size(), dimension.plural(),
                    Area.FEWEST_ITEMS, Area.FEWEST_TOUCHES));
        }
        List<String> unheard = named.stream().map(Area::owner)
                .filter(owner -> owner != Ownership.NO_TEAM && !heard.get(owner)).distinct()
                .map(owner -> frame.classes().names(Dimension.TEAM).get(owner)).sorted().toList();
        if (!unheard.isEmpty()) {
            flags.add("of " + String.join(", ", unheard) + " no members are declared: whether they take care of what is"
                    + " theirs is not told");
        }
        if (!teams) {
            flags.add("no charter declares whose areas are: what is said of owners is what the repository declares, and"
                    + " nothing is said of teams");
        }
        long all = 0;
        long unclear = 0;
        for (Area area : areas.values()) {
            for (int each = 0; each < AreaWeek.Told.values().length; each++) {
                all += area.sum(Kind.DECLARED, each);
            }
            unclear += area.sum(Kind.DECLARED, AreaWeek.Told.UNCLEAR.ordinal());
        }
        if (unclear > 0) {
            flags.add(String.format(Locale.ROOT, "of %.0f %% of the commits it cannot be told whether a declared owner"
                    + " made them: owners are declared by names that git does not know", Math.ceil(100.0 * unclear
                    / all)));
        }
        return flags;
    }
}
