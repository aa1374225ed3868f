package org.desireline.instrument.compensation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import org.desireline.part.Frame;
import org.desireline.part.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Dated work of some people, and what of it lies outside the calendar.
 *
 * @param portion by week and person
 * @param lowest what would lie outside had each person's week been moved by the hours that fit best, of what does
 */
record Outside(Portion portion, double lowest) {

    /** More of it than that is no slip over the end of a day. */
    static final double REFERENCE = 0.05;

    private static final double HALF = 0.5;

    /** Of some teams. */
    static Outside of(Compensation.Count count, Collection<Integer> teams) {
        Portion portion = new Portion();
        TreeMap<Integer, long[]> moved = new TreeMap<>();
        for (int team : teams) {
            count.dated.getOrDefault(team, new Compensation.Weekly()).weeks.forEach((week, people) ->
                    people.forEach((who, sums) -> portion.add(week, who, sums[1], sums[0])));
            count.moved.getOrDefault(team, new TreeMap<>()).forEach((who, sums) -> {
                long[] own = moved.computeIfAbsent(who, none -> new long[sums.length]);
                Arrays.setAll(own, move -> own[move] + sums[move]);
            });
        }
        long least = moved.values().stream().mapToLong(own -> Arrays.stream(own).min().orElse(0)).sum();
        return new Outside(portion, portion.partMillis() == 0 ? 1 : (double) least / portion.partMillis());
    }

    /** Whether most of what lies outside would lie inside if it were for another zone or shift. */
    boolean isMostlyMoved() {
        return portion.partMillis() > 0 && lowest < HALF;
    }

    /** Why nothing is told of work outside the calendar, or null. */
    static @Nullable String lack(Compensation.Count count, Frame frame) {
        if (count.all == 0) {
            return "no work is on record in whole weeks of the window";
        }
        long dated = count.all - count.undated;
        if (dated < HALF * count.all) {
            return String.format(Locale.ROOT, "of the recorded hours only %.0f %% are dated within their day: working"
                    + " statuses count on calendar only, and logs from midnight on tell no time",
                    Math.floor(100.0 * dated / count.all));
        }
        Frame.Work work = frame.facts().work();
        double sessions = work.of(Tier.SESSION).millis();
        if (frame.charter().assumed() && sessions > 0
                && sessions >= HALF * (sessions + work.of(Tier.LOGGED).millis())) {
            return "hours are told from signs of work, and no calendar is declared: work outside it cannot be told"
                    + " from work in another time zone";
        }
        return null;
    }
}
