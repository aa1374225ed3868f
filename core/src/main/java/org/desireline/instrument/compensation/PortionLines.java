package org.desireline.instrument.compensation;

import java.util.List;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.Strength;
import org.desireline.number.Unit;

/**
 * The lines of one part of recorded work: hours a week, share, and how few people do half of it.
 *
 * <p>Hours and share are judged by who did the part, not by who did the whole: of an evening's work it must not be told
 * how much it was where one person did most of it. How few do half of it, in bands, rests on everybody at work.
 *
 * @param about whose it is
 * @param prefix how the ids of the lines begin, label left out
 * @param label what the part is called
 * @param part the part, in words
 * @param whole what it is a part of, in words
 * @param table the additive table that the cell belongs to
 */
record PortionLines(Line.About about, String prefix, String label, String part, String whole, String table) {

    /** Of less than a hundredth it makes no odds how few did it. */
    private static final double LEAST_BAND = 0.01;
    private static final int SOME = 2;
    private static final int MANY = 5;

    private Support support(Portion portion) {
        String cell = prefix + label;
        return portion.partMillis() == 0
                ? new Support(Basis.STRUCTURE, portion.personWeeks(), portion.people(), 0, cell, List.of(table))
                : new Support(Basis.ACTIVITY, portion.personWeeks(), portion.doers(), portion.largest(), cell,
                        List.of(table));
    }

    /** A line for a part of which nothing is told, and why. */
    Line without(Portion portion, String reason) {
        return new Line(prefix + label + "Share", about, label + "Share", "window", null, part + ", of " + whole,
                support(portion), reason, List.of());
    }

    /**
     * The lines.
     *
     * @param lowest by how much less the part could be, as a share of it, were the data read otherwise
     */
    List<Line> lines(Portion portion, double lowest, Grade grade, Strength strength, List<Evidence> evidence) {
        Interval hours = portion.hours();
        Interval share = portion.interval();
        int actors = portion.partMillis() == 0 ? portion.people() : portion.doers();
        Support support = support(portion);
        String of = part + ", in " + portion.weeks() + " weeks with any of " + whole;
        Line amount = new Line(prefix + label, about, label, "window", new Estimate(hours.value(), hours.low(),
                hours.high(), Unit.HOURS, portion.weeks(), actors, grade, lowest * hours.value(), hours.value(),
                Strength.EXACT), "hours a week, the mean: " + of, support, null, evidence);
        Line part = new Line(prefix + label + "Share", about, label + "Share", "window", new Estimate(share.value(),
                share.low(), share.high(), Unit.SHARE, portion.personWeeks(), portion.people(), grade,
                lowest * share.value(), share.value(), strength), of, support, null, evidence);
        return portion.share() < LEAST_BAND ? List.of(amount, part) : List.of(amount, part, band(portion, grade));
    }

    private Line band(Portion portion, Grade grade) {
        int carriers = portion.carriers();
        int low = carriers < SOME ? 1 : carriers < MANY ? SOME : MANY;
        int high = carriers >= SOME && carriers < MANY ? MANY - 1 : low;
        String words = carriers < SOME ? "1 person does half of it" : carriers < MANY ? "2 to 4 people do half of it"
                : "5 people or more do half of it";
        return new Line(prefix + label + "Carriers", about, label + "Carriers", "window", new Estimate(low, low, high,
                Unit.INDEX, portion.personWeeks(), portion.people(), grade, low, low, Strength.EXACT), words + ": "
                + part, new Support(Basis.STRUCTURE, portion.personWeeks(), portion.people(), 0,
                prefix + label + "Carriers", List.of()), null, List.of());
    }
}
