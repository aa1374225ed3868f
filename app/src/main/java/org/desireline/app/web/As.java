package org.desireline.app.web;

import java.util.Locale;
import org.desireline.number.Unit;

/** How a number is written to be read; its exact digits stand beside it in the page. */
enum As {
    /** A share as whole per cent; one that is not nought never reads as nought. */
    share,
    /** A share to a tenth of a per cent, likewise. */
    fineShare,
    /** A difference of shares, signed, in whole per cent. */
    points,
    /** Hours without a fraction, shortened where they are many. */
    hours,
    /** Hours to a tenth. */
    fineHours,
    /** A whole number with its thousands set apart. */
    count,
    /** The odds behind log-odds. */
    odds,
    /** A number to two places. */
    ratio,
    /** A number to one place. */
    mean,
    /** A number to three places. */
    fine,
    /** Whole days, signed. */
    slip;

    private static final double MOST_ODDS = 1000;

    /** The way that suits a unit. */
    static As of(Unit unit) {
        return switch (unit) {
            case HOURS -> hours;
            case SHARE -> share;
            case INDEX, ODDS -> ratio;
            case CHOICES, ITEMS, TIMES -> count;
            case DAYS, PER_HOUR -> mean;
            case LOG_ODDS -> odds;
            case NATS -> fine;
        };
    }

    /** Writes a number. */
    String write(double value) {
        return minus(switch (this) {
            case share -> value > 0 && value < 0.005 ? "<1\u00a0%" : format("%.0f\u00a0%%", 100 * value);
            case fineShare -> value > 0 && value < 0.0005 ? "<0.1\u00a0%" : format("%.1f\u00a0%%", 100 * value);
            case points -> format("%+.0f", 100 * value);
            case hours -> value >= 1e6 ? format("%.1fM", value / 1e6)
                    : value >= 1e5 ? format("%.0fk", value / 1e3) : format("%,.0f", value);
            case fineHours, mean -> format("%,.1f", value);
            case count -> format("%,.0f", value);
            case odds -> odds(StrictMath.exp(value));
            case ratio -> format("%.2f", value);
            case fine -> format("%.3f", value);
            case slip -> format("%+,.0f", value);
        });
    }

    /** Writes an end of an interval, beside a value that has its unit. */
    String writeEnd(double value) {
        return write(value).replace("\u00a0%", "");
    }

    private static String odds(double odds) {
        return odds >= MOST_ODDS ? ">999" : format(odds >= 100 ? "%.0f" : odds >= 10 ? "%.1f" : "%.2f", odds);
    }

    /** Puts a minus sign where there is a hyphen, and none before nought. */
    private static String minus(String number) {
        return number.matches("-[0.,]+(\u00a0%)?") ? number.substring(1) : number.replace('-', '\u2212');
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
