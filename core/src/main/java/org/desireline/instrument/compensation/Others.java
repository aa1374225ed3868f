package org.desireline.instrument.compensation;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Work on calendar in one area whose owner was declared, and what of it others did.
 *
 * @param portion by week and person; weeks in which nobody of the declared team was at work are left out
 * @param owners codes of the teams that were declared, those of whom members are known
 * @param away weeks of people that were left out for that
 */
record Others(Portion portion, Set<Integer> owners, long away) {

    /** A fifth of an area may be done by others without its owners letting go of it. */
    static final double REFERENCE = 0.2;

    /**
     * Of an area.
     *
     * @param heard codes of the teams whose members are known
     */
    static Others of(Compensation.Count count, int area, BitSet heard) {
        Portion portion = new Portion();
        TreeSet<Integer> owners = new TreeSet<>();
        long[] away = new long[1];
        count.areas.getOrDefault(area, new TreeMap<>()).forEach((owner, own) -> {
            if (heard.get(owner)) {
                owners.add(owner);
                TreeSet<Long> present = count.present.getOrDefault(owner, new TreeSet<>());
                own.weeks.forEach((week, people) -> {
                    if (present.contains(week)) {
                        people.forEach((who, sums) -> portion.add(week, who, sums[1], sums[0] + sums[1]));
                    } else {
                        away[0] += people.size();
                    }
                });
            }
        });
        return new Others(portion, owners, away[0]);
    }

    /** The same of several areas. */
    static Portion together(Compensation.Count count, List<Integer> areas, BitSet heard) {
        Portion portion = new Portion();
        for (int area : areas) {
            count.areas.getOrDefault(area, new TreeMap<>()).forEach((owner, own) ->
                    own.weeks.forEach((week, people) -> {
                if (heard.get(owner) && count.present.getOrDefault(owner, new TreeSet<>()).contains(week)) {
                    people.forEach((who, sums) -> portion.add(week, who, sums[1], sums[0] + sums[1]));
                }
            }));
        }
        return portion;
    }
}
