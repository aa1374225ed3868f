package org.desireline.app.cli;

import java.util.List;
import java.util.Map;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.part.Account;
import org.desireline.publish.ItemPage;

/** The pages that {@code show} prints: an item's own story, or the evidence behind a line. */
final class ShowPage {

    private static final int MOST_DAYS = 40;

    private final Page page;
    private final int limit;

    ShowPage(boolean colour, int limit) {
        this.page = new Page(colour);
        this.limit = limit;
    }

    /** An item's life. */
    String item(ItemPage item) {
        page.title(Page.clean(item.key()) + (item.over() ? " · finished" : " · open"));
        if (item.container()) {
            page.wrap("It only holds other items: it has no ledger of its own.", 0);
        }
        item.classes().forEach((dimension, value) -> {
            if (!value.equals("none")) {
                page.line(Page.format("  %-12s%s", dimension, Page.clean(value)));
            }
        });
        page.title("What happened");
        for (ItemPage.Happening event : item.happenings()) {
            page.hang(event.day() + "  " + event.what(), 0, 12);
            page.line(page.paint(Ink.QUIET, " ".repeat(12) + "in " + Page.fit(event.pointer(), 64)));
        }
        page.title("States, and who was awaited");
        page.line(page.paint(Ink.QUIET, Page.format("%-12s%-12s%-10s%-27s%9s%9s", "from", "to", "phase", "account",
                "on cal.", "off")));
        for (ItemPage.State state : item.states()) {
            page.line(Page.format("%-12s%-12s%-10s%-27s%7.1f h%7.1f h", state.from(), state.to(), state.phase(),
                    Page.fit(phrase(state.account()), 26), state.hours().onCalendar(), state.hours().offCalendar()));
        }
        totals(item);
        days(item.days());
        return page.toString();
    }

    private static String phrase(Account account) {
        return account.phrase().replaceFirst(":.*", "");
    }

    private void totals(ItemPage item) {
        double on = 0;
        double off = 0;
        for (ItemPage.Hours hours : item.totals().values()) {
            on += hours.onCalendar();
            off += hours.offCalendar();
        }
        page.line(page.paint(Ink.TITLE, Page.format("%-61s%7.1f h%7.1f h", "its whole life, posted once", on, off)));
    }

    private void days(List<ItemPage.Day> days) {
        page.title("Hours on calendar, by day");
        int from = Math.max(0, days.size() - MOST_DAYS);
        if (from > 0) {
            page.line(page.paint(Ink.QUIET, Page.format("the last %d of %,d working days", MOST_DAYS, days.size())));
        }
        for (int i = from; i < days.size(); ) {
            int to = i + 1;
            while (to < days.size() && days.get(to).hours().equals(days.get(i).hours())) {
                to++;
            }
            StringBuilder line = new StringBuilder(days.get(i).day());
            line.append(to - i > 1 ? Page.format(" … %s (%d days, each)", days.get(to - 1).day(), to - i) : "");
            for (Map.Entry<Account, Double> hours : days.get(i).hours().entrySet()) {
                line.append(Page.format("  %.1f h %s", hours.getValue(), phrase(hours.getKey())));
            }
            page.hang(line.toString(), 0, 4);
            i = to;
        }
    }

    /** The figures whose ids begin alike. */
    String lines(String prefix, List<Line> lines) {
        page.title(Page.fit(prefix, 70));
        for (Line line : lines) {
            Estimate estimate = line.estimate();
            page.line(Page.fit(line.id(), Page.WIDTH));
            page.hang(estimate == null ? "withheld: " + line.withheld()
                    : number(estimate, estimate.value()) + interval(estimate) + Page.format(", n = %,d",
                            estimate.n()), 4, 6);
        }
        return page.toString();
    }

    /** What stands behind a figure. */
    String line(Line line) {
        page.title(Page.fit(line.id(), 70));
        page.line("about    " + Page.clean(line.about().kind() + ": " + line.about().id()));
        page.hang("measure  " + line.label() + ", of " + line.of(), 0, 9);
        page.line("period   " + line.period());
        Estimate estimate = line.estimate();
        if (estimate == null) {
            page.wrap("Withheld: " + line.withheld() + ".", 0);
            return page.toString();
        }
        page.line("value    " + page.paint(Ink.SAY, number(estimate, estimate.value())) + interval(estimate));
        if (estimate.sensitivityLow() != estimate.sensitivityHigh()) {
            page.line("range    " + number(estimate, estimate.sensitivityLow()) + " to "
                    + number(estimate, estimate.sensitivityHigh()) + " over the other settings");
        }
        page.line(Page.format("rests on n = %,d%s; grade: %s", estimate.n(), estimate.actors() == 0
                ? ", of what was declared" : Page.format(", %,d people", estimate.actors()), estimate.grade().label()));
        page.hang("claim    " + Figures.claim(line, estimate), 0, 9);
        if (line.evidence().isEmpty()) {
            page.line(page.paint(Ink.QUIET, "no cases are kept for this line"));
            return page.toString();
        }
        page.title("Evidence: the strongest " + Math.min(limit, line.evidence().size()));
        for (Evidence evidence : line.evidence().subList(0, Math.min(limit, line.evidence().size()))) {
            page.hang(Page.format("%-12s %s  %s", Page.clean(evidence.item()), evidence.day(), evidence.because()),
                    0, 4);
            evidence.events().forEach(event -> page.line("    " + page.paint(Ink.QUIET, "in " + Page.fit(event, 72))));
            if (!evidence.details().isEmpty()) {
                page.wrap(Ink.QUIET, String.join(" · ", evidence.details()), 4);
            }
        }
        return page.toString();
    }

    private static String interval(Estimate estimate) {
        return estimate.strength() == Strength.EXACT && estimate.low() == estimate.high() ? " (an exact count)"
                : "  (95 % interval " + number(estimate, estimate.low()) + " to " + number(estimate, estimate.high())
                        + ")";
    }

    private static String number(Estimate estimate, double value) {
        return switch (estimate.unit()) {
            case HOURS -> Page.format("%,.1f h", value);
            case SHARE -> Page.format("%.1f %%", 100 * value);
            case PER_HOUR -> Page.format("%,.1f h for each hour", value);
            case INDEX -> Page.format("%.3f", value);
            case CHOICES -> Page.format("%,.1f choices", value);
            case ITEMS -> Page.format("%,.0f items", value);
            case DAYS -> Page.format("%,.1f d", value);
            case TIMES -> Page.format("%,.0f %s", value, value == 1 ? "time" : "times");
            case ODDS -> Page.format("%.2f to 1", value);
            case LOG_ODDS -> Page.format("%.3f, odds of %.2f to 1", value, StrictMath.exp(value));
            case NATS -> Page.format("%.4f nats", value);
        };
    }
}
