package org.desireline.app.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.desireline.part.Account;
import org.desireline.publish.ItemPage;

/** Draws the days of an item: how many hours of each it waited for whom. */
final class Strips {

    private static final int LONGEST = 371;
    private static final double LEAST_HEIGHT = 8;
    private static final int MOST_TICKS = 4;
    private static final double DAYS_A_MONTH = 30.4;
    private static final int FEWEST_TICKED = 60;

    private Strips() {}

    /** The strip of an item; none where no hour of its life lay on calendar. */
    static Optional<Block.Strip> of(ItemPage item) {
        if (item.days().isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = LocalDate.parse(item.days().getLast().day());
        LocalDate first = LocalDate.parse(item.days().getFirst().day());
        LocalDate from = first.isBefore(last.minusDays(LONGEST - 1)) ? last.minusDays(LONGEST - 1) : first;
        double height = Math.max(LEAST_HEIGHT, item.days().stream()
                .mapToDouble(day -> day.hours().values().stream().mapToDouble(Double::doubleValue).sum()).max()
                .orElse(LEAST_HEIGHT));
        TreeMap<Account, StringBuilder> outlines = new TreeMap<>();
        for (ItemPage.Day day : item.days()) {
            int at = (int) ChronoUnit.DAYS.between(from, LocalDate.parse(day.day()));
            double below = 0;
            for (Map.Entry<Account, Double> hours : new TreeMap<>(day.hours()).entrySet()) {
                below += hours.getValue();
                if (at >= 0) {
                    outlines.computeIfAbsent(hours.getKey(), none -> new StringBuilder())
                            .append(String.format(Locale.ROOT, "M%d %.2fh1v%.2fh-1z", at, height - below,
                                    hours.getValue()));
                }
            }
        }
        int days = (int) ChronoUnit.DAYS.between(from, last) + 1;
        List<Block.Mark> marks = new ArrayList<>();
        outlines.forEach((account, outline) -> marks.add(new Block.Mark(outline.toString(), account.name())));
        return Optional.of(new Block.Strip(days, String.format(Locale.ROOT, "%.2f", height),
                description(from, last, outlines), marks, ticks(from, days)));
    }

    private static String description(LocalDate from, LocalDate last, Map<Account, StringBuilder> outlines) {
        List<String> parties = outlines.keySet().stream()
                .map(account -> account.phrase().replaceFirst(":.*", "")).toList();
        return "Day by day from " + from + " to " + last + ": " + String.join(", ", parties)
                + ". The states below tell when.";
    }

    /** Its first day and its last, and the first days of some months between where there is room. */
    private static List<Block.Tick> ticks(LocalDate from, int days) {
        List<Block.Tick> ticks = new ArrayList<>();
        ticks.add(new Block.Tick("0%", "from", from.toString()));
        int months = Math.max(1, (int) Math.ceil(days / DAYS_A_MONTH / MOST_TICKS));
        for (LocalDate at = from.withDayOfMonth(1).plusMonths(1); ChronoUnit.DAYS.between(from, at) < days
                && days > FEWEST_TICKED; at = at.plusMonths(months)) {
            double place = 100.0 * ChronoUnit.DAYS.between(from, at) / days;
            if (place >= 32 && place <= 68) {
                ticks.add(new Block.Tick(String.format(Locale.ROOT, "%.2f%%", place), "middle",
                        at.toString().substring(0, 7)));
            }
        }
        ticks.add(new Block.Tick("100%", "to", from.plusDays(days - 1L).toString()));
        return ticks;
    }
}
