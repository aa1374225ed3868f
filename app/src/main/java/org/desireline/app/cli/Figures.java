package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.desireline.instrument.Line;
import org.desireline.journal.Trouble;
import org.desireline.number.Estimate;
import org.desireline.number.Unit;
import org.desireline.publish.Head;
import org.desireline.publish.Published;

/** Published figures as cells of a table: withheld ones as a dash, those that are not there as a dot. */
record Figures(Published published) {

    private static final String WITHHELD = "–";

    /** Working hours, whole. */
    String hours(String id) {
        return cell(id, estimate -> whole(estimate.value()));
    }

    /** A share in whole per cent; one that is not nought never reads as nought. */
    String share(String id) {
        return cell(id, estimate -> share(estimate.value()));
    }

    /** A share with its interval. */
    String interval(String id) {
        return cell(id, estimate -> share(estimate.value()) + Page.format(" (%.0f–%.0f)",
                Math.floor(100 * estimate.low()), Math.ceil(100 * estimate.high())));
    }

    /** The least and the most that a share may be under other settings. */
    String range(String id) {
        return cell(id, estimate -> Page.format("%.0f–%.0f %%", Math.floor(100 * estimate.sensitivityLow()),
                Math.ceil(100 * estimate.sensitivityHigh())));
    }

    /** Log-odds as the odds of the first against the second, with their interval. */
    String odds(String id) {
        return cell(id, estimate -> Page.format("%s (%s–%s)", odds(estimate.value()), odds(estimate.low()),
                odds(estimate.high())));
    }

    private static String odds(double logOdds) {
        double odds = StrictMath.exp(logOdds);
        return odds >= 1000 ? ">999" : Page.format(odds >= 100 ? "%.0f" : odds >= 10 ? "%.1f" : "%.2f", odds);
    }

    /** A count. */
    String count(String id) {
        return cell(id, estimate -> Page.format("%,.0f", estimate.value()));
    }

    /** A plain number to one place, with its interval. */
    String number(String id) {
        return cell(id, estimate -> Page.format("%.1f (%.1f–%.1f)", estimate.value(), estimate.low(),
                estimate.high()));
    }

    /** A place in an order, with its interval. */
    String place(String id) {
        return cell(id, estimate -> Page.format("%.0f (%.0f–%.0f)", estimate.value(), estimate.low(),
                estimate.high()));
    }

    /** Working hours, whole, with their interval. */
    String hoursInterval(String id) {
        return cell(id, estimate -> Page.format("%s (%s–%s)", whole(estimate.value()), whole(estimate.low()),
                whole(estimate.high())));
    }

    /** How many people a figure rests on. */
    String people(String id) {
        return cell(id, estimate -> Page.format("%d", estimate.actors()));
    }

    /** A difference of shares in percentage points, with its interval. */
    String points(String id) {
        return cell(id, estimate -> Page.format("%+.0f (%+.0f to %+.0f)", 100 * estimate.value(),
                100 * estimate.low(), 100 * estimate.high()));
    }

    private interface Wording {
        String of(Estimate estimate);
    }

    private String cell(String id, Wording wording) {
        Optional<Line> line = published.line(id);
        if (line.isEmpty()) {
            return Sheet.NOTHING;
        }
        Estimate estimate = line.get().estimate();
        return estimate == null ? WITHHELD : wording.of(estimate);
    }

    private static String resistance(Estimate estimate) {
        return estimate.unit() == Unit.SHARE ? "more than five points above what it is elsewhere"
                : "where it is said to be, in four draws of five";
    }

    /** What is claimed on a figure, against which reference. */
    static String claim(Line line, Estimate estimate) {
        String place = line.id().startsWith("resistance/") ? resistance(estimate)
                : line.label().equals("overloaded") ? "above a half" : switch (estimate.unit()) {
            case INDEX -> "on one side of a half";
            case ODDS -> "on one side of even odds";
            case LOG_ODDS, NATS -> "on one side of 0";
            case SHARE, HOURS, PER_HOUR, DAYS, TIMES, CHOICES, ITEMS -> line.id().startsWith("ledger/")
                    ? "above 0.15, a little more than where an order is followed" : "on one side of 0";
        };
        String readings = line.id().startsWith("contest/") ? "every other menu rule"
                : "every other reading of the data";
        return switch (estimate.strength()) {
            case EXACT -> estimate.low() == estimate.high() ? "an exact count"
                    : "exact over these cases; the interval says how far it depends on whose they were";
            case SHOWS -> "shows: the interval lies " + place + ", and so does " + readings;
            case SUGGESTS -> "suggests: the interval lies " + place + "; but not " + readings
                    + ", or something else could make it look so";
            case CANNOT_TELL -> "cannot tell: the interval does not lie " + place + ", the cases are too few, or none"
                    + " is made of it";
        };
    }

    /** Troubles of one kind together, the worst first: how many, where one is, and what. */
    static List<String> kinds(List<Trouble> troubles) {
        TreeMap<String, Long> counts = new TreeMap<>();
        TreeMap<String, String> example = new TreeMap<>();
        for (Trouble trouble : troubles) {
            String kind = trouble.severity().ordinal() + trouble.what();
            counts.merge(kind, trouble.count(), Long::sum);
            example.putIfAbsent(kind, trouble.where());
        }
        return counts.entrySet().stream().map(kind -> Page.format("%,d× %s: %s", kind.getValue(),
                example.getOrDefault(kind.getKey(), ""), kind.getKey().substring(1))).toList();
    }

    /** What recorded work is made of, and what stood in for it, a sentence each. */
    static List<String> work(Head.Work work) {
        List<String> parts = new ArrayList<>();
        if (work.loggedHours() > 0) {
            parts.add(whole(work.loggedHours()) + " h logged");
        }
        if (work.statusHours() > 0) {
            parts.add(whole(work.statusHours()) + " h from working statuses");
        }
        if (work.sessionHours() > 0) {
            parts.add(Page.format("%s h from %,d signs of work (sessions: gap %.1f h, lead-in %.0f min)",
                    whole(work.sessionHours()), work.signs(), work.gapHours(), work.leadInMinutes()));
        }
        List<String> sentences = new ArrayList<>();
        if (!parts.isEmpty()) {
            sentences.add("recorded work: " + String.join(", ", parts));
        }
        if (work.repairedStarts() > 0) {
            sentences.add(Page.format("starts repaired: %,d items, %s h that may have been in their owners' hands; none"
                    + " of it counts as work", work.repairedStarts(), whole(work.repairedHours())));
        }
        return sentences;
    }

    /** What process logs tell of activities, as sentences; none where there is no such log. */
    static List<String> activities(Head.Activities all) {
        List<String> sentences = new ArrayList<>();
        if (all.queues() > 0 && all.queueHours() > 0) {
            sentences.add(Page.format("queue time: of %,d activities scheduled, %,d were begun; half of these lay for"
                    + " %s or less, all together %s h by the wall clock (exact, of this"
                    + " log)", all.scheduled(), all.queues(),
                    span(all.medianQueueHours()), whole(all.queueHours())));
        }
        if (all.works() > 0 && all.workHours() > 0) {
            sentences.add(Page.format("work time: %,d of %,d activities begun were ended; half of these took %s or"
                    + " less, all together %s h by the wall clock, programs' included (exact, of this log)",
                    all.works(), all.begun(),
                    span(all.medianWorkHours()), whole(all.workHours())));
        }
        return sentences;
    }

    private static String span(double hours) {
        return hours < 1 ? Page.format("%.1f minutes", 60 * hours)
                : hours < 72 ? Page.format("%.1f hours", hours) : Page.format("%.1f days", hours / 24);
    }

    /** A share in whole per cent. */
    static String share(double value) {
        return value > 0 && value < 0.005 ? "<1 %" : Page.format("%.0f %%", 100 * value);
    }

    /** Hours without a fraction, shortened where they are many. */
    static String whole(double hours) {
        return hours >= 1e6 ? Page.format("%.1fM", hours / 1e6)
                : hours >= 1e5 ? Page.format("%.0fk", hours / 1e3) : Page.format("%,.0f", hours);
    }
}
