package org.desireline.watch;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desireline.charter.Gate;
import org.desireline.number.Estimate;
import org.desireline.number.Interval;
import org.desireline.number.Unit;
import org.jspecify.annotations.Nullable;

/** Verdicts in words. */
final class Wording {

    private static final MathContext DIGITS = new MathContext(10);

    private Wording() {}

    static String judged(Gate gate, Verdict.Figure figure, String where) {
        Estimate estimate = figure.estimate();
        String whole = estimate.low() == estimate.high() && isPoint(figure.range()) ? "it lies "
                : isWider(figure) ? "the whole range lies " : "the whole interval lies ";
        return figure(gate, figure) + " Limit: " + limit(gate, estimate.unit()) + "; " + whole + where + ".";
    }

    static String unknown(Gate gate, Verdict.@Nullable Figure figure, String reason) {
        String why = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1)
                + (reason.endsWith(".") ? "" : ".");
        return figure == null ? why : figure(gate, figure) + " " + why;
    }

    /** Why a figure on both sides of the limit decides nothing. */
    static String undecided(Gate gate, Verdict.Figure figure) {
        Estimate estimate = figure.estimate();
        return (isWider(figure) ? "the range " : "the interval ")
                + range(estimate.unit(), figure.range().low(), figure.range().high()) + " lies on both sides of the"
                + " limit, " + limit(gate, estimate.unit());
    }

    /** The limits, as they would be written. */
    static String limit(Gate gate, @Nullable Unit unit) {
        List<String> limits = new ArrayList<>();
        Double least = gate.atLeast();
        if (least != null) {
            limits.add("at least " + limit(least, gate.percent(), unit));
        }
        Double most = gate.atMost();
        if (most != null) {
            limits.add("at most " + limit(most, gate.percent(), unit));
        }
        return String.join(" and ", limits);
    }

    private static String limit(double value, boolean percent, @Nullable Unit unit) {
        boolean isShare = percent || unit == Unit.SHARE;
        BigDecimal exact = BigDecimal.valueOf(isShare ? 100 * value : value).round(DIGITS).stripTrailingZeros();
        return exact.toPlainString() + (isShare ? " %" : unit == Unit.HOURS ? " h" : "");
    }

    private static String figure(Gate gate, Verdict.Figure figure) {
        Estimate estimate = figure.estimate();
        boolean isWholeId = gate.line().startsWith(gate.reading() + "/");
        String subject = isWholeId ? "" : gate.about().equals("all") ? "All work, " : gate.about() + ", ";
        String of = estimate.unit() == Unit.SHARE ? " of " + figure.of() : "";
        String interval = estimate.low() == estimate.high() ? "an exact count"
                : "95 % interval " + range(estimate.unit(), estimate.low(), estimate.high());
        String other = isWider(figure) ? ", " + range(estimate.unit(), estimate.sensitivityLow(),
                estimate.sensitivityHigh()) + " under other settings" : "";
        String people = estimate.actors() == 0 ? "" : String.format(Locale.ROOT, ", %,d people", estimate.actors());
        return String.format(Locale.ROOT, "%s%s: %s%s (%s%s; n = %,d%s).", subject, gate.line(),
                number(estimate.unit(), estimate.value(), true), of, interval, other, estimate.n(), people);
    }

    private static boolean isPoint(Interval range) {
        return range.low() == range.high();
    }

    private static boolean isWider(Verdict.Figure figure) {
        return figure.range().low() < figure.estimate().low() || figure.range().high() > figure.estimate().high();
    }

    private static String range(Unit unit, double low, double high) {
        return number(unit, low, false) + " to " + number(unit, high, true);
    }

    private static String number(Unit unit, double value, boolean withUnit) {
        return switch (unit) {
            case HOURS -> String.format(Locale.ROOT, "%,.1f", value) + (withUnit ? " h" : "");
            case SHARE -> String.format(Locale.ROOT, "%.1f", 100 * value) + (withUnit ? " %" : "");
            case PER_HOUR -> String.format(Locale.ROOT, "%,.1f", value) + (withUnit ? " h for each hour" : "");
            case INDEX -> String.format(Locale.ROOT, "%.2f", value);
            case CHOICES -> String.format(Locale.ROOT, "%,.1f", value) + (withUnit ? " choices" : "");
            case ITEMS -> String.format(Locale.ROOT, "%,.0f", value) + (withUnit ? " items" : "");
            case DAYS -> String.format(Locale.ROOT, "%,.1f", value) + (withUnit ? " d" : "");
            case TIMES -> String.format(Locale.ROOT, "%,.0f", value)
                    + (withUnit ? value == 1 ? " time" : " times" : "");
            case ODDS -> String.format(Locale.ROOT, "%.2f", value) + (withUnit ? " to 1" : "");
            case LOG_ODDS -> String.format(Locale.ROOT, "%.2f", value) + (withUnit ? " log-odds" : "");
            case NATS -> String.format(Locale.ROOT, "%.4f", value) + (withUnit ? " nats" : "");
        };
    }
}
