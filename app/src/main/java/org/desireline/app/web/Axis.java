package org.desireline.app.web;

import java.util.List;
import java.util.Locale;

/**
 * The scale on which the intervals of a column are drawn.
 *
 * @param from its left end
 * @param to its right end
 * @param reference the value that means nothing either way, or one outside the scale for none
 * @param left what its left end is called
 * @param middle what its middle is called
 * @param right what its right end is called
 */
record Axis(double from, double to, double reference, String left, String middle, String right) {

    /** Shares, from nothing to the whole. */
    static final Axis SHARE = new Axis(0, 1, 0.5, "0", "50\u00a0%", "100");

    /** Shares of which a half is nothing special. */
    static final Axis PART = new Axis(0, 1, 2, "0", "50\u00a0%", "100");

    /** An index from the order reversed to the order followed. */
    static final Axis INDEX = new Axis(-1, 1, 0, "\u22121", "0", "1");

    /** Differences of shares. */
    static final Axis POINTS = new Axis(-1, 1, 0, "\u2212100", "0", "100");

    /** Log-odds, evenly to both sides, wide enough for what is drawn but not for what is hardly bounded. */
    static Axis odds(List<Double> ends) {
        double widest = ends.stream().mapToDouble(Math::abs).max().orElse(1);
        int times = widest <= StrictMath.log(4) ? 4 : widest <= StrictMath.log(10) ? 10
                : widest <= StrictMath.log(30) ? 30 : 100;
        return new Axis(-StrictMath.log(times), StrictMath.log(times), 0, "1:" + times, "1", times + ":1");
    }

    /** From nought to a round number that holds all that is drawn. */
    static Axis upTo(double longest) {
        double step = StrictMath.pow(10, Math.floor(StrictMath.log10(Math.max(longest, 1))));
        double end = step * Math.ceil(longest / step);
        return new Axis(0, end, -1, "0", "", String.format(Locale.ROOT, "%.0f", end));
    }

    /** A place on the scale, in per cent of its length; what lies beyond an end is drawn at the end. */
    String place(double value) {
        double at = Math.clamp((value - from) / (to - from), 0, 1);
        return String.format(Locale.ROOT, "%.2f%%", 100 * at);
    }

    boolean hasReference() {
        return reference > from && reference < to;
    }
}
