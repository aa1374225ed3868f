package org.desireline.instrument.commitment;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.instrument.Top;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.number.Wilson;
import org.desireline.part.Promise;
import org.desireline.part.Whole;

/**
 * What is added up of promises of wholes, such as sprints, of which a table tells how much was delivered: how many
 * delivered less than was planned, as much, more, and of how many parts they were.
 */
final class Wholes implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "commitment/promise/whole/";
    private static final Line.About ABOUT = new Line.About("promise", "whole");
    private static final int MOST_CASES = 10;
    private static final double THOUSAND = 1000;

    private long all;
    private long less;
    private long more;
    private long parts;
    private long withParts;
    private long undated;
    /** The most people that any row tells of: there are at least so many. */
    private long people;
    private final Top shortest = new Top();

    /** How many count. */
    long size() {
        return all;
    }

    /** Of these, how many of which no day is known. */
    long undated() {
        return undated;
    }

    void add(Promise promise, Whole whole) {
        all++;
        less += whole.difference() < 0 ? 1 : 0;
        more += whole.difference() > 0 ? 1 : 0;
        parts += whole.parts();
        withParts += whole.parts() > 0 ? 1 : 0;
        undated += whole.isDated() ? 0 : 1;
        people = Math.max(people, whole.people());
        if (whole.difference() < 0) {
            shortest.add(new Top.Case(whole.shortfall(), 0, promise.item(), promise.key(),
                    whole.isDated() ? promise.firstDueMillis() - 1 : promise.declaredAtMillis(), promise.origin(),
                    new ArrayList<>()));
        }
    }

    void add(Wholes other) {
        all += other.all;
        less += other.less;
        more += other.more;
        parts += other.parts;
        withParts += other.withParts;
        undated += other.undated;
        people = Math.max(people, other.people);
        shortest.add(other.shortest);
    }

    /** The lines, where there are enough. */
    List<Line> lines(ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        if (all < Commitment.LEAST) {
            return lines;
        }
        lines.add(line("due", exact(all), "promises of a whole, such as a sprint, of which a table tells what was"
                + " delivered", List.of()));
        lines.add(line("underDelivered", share(less), "promises of a whole; less was delivered than planned",
                shortest.cases().stream().limit(MOST_CASES).map(each -> new Evidence(each.key(),
                        Instant.ofEpochMilli(each.atMillis()).atZone(zone).toLocalDate().toString(),
                        String.format(Locale.ROOT, "%s less delivered than planned", amount(each.weight())),
                        List.of(each.origin()), List.of())).toList()));
        lines.add(line("asPlanned", share(all - less - more), "promises of a whole; as much was delivered as planned",
                List.of()));
        lines.add(line("overDelivered", share(more), "promises of a whole; more was delivered than planned",
                List.of()));
        if (parts > 0) {
            lines.add(line("parts", exact(parts), "parts of promises of a whole", List.of()));
            lines.add(line("withParts", exact(withParts), "promises of a whole of which any part is known",
                    List.of()));
        }
        return lines;
    }

    private static String amount(long thousandths) {
        String text = String.format(Locale.ROOT, "%.3f", thousandths / THOUSAND);
        return text.replaceFirst("[.]?0+$", "");
    }

    private Estimate exact(long count) {
        return Estimate.exact((double) count, Unit.ITEMS, count, people, Grade.OBSERVED);
    }

    private Estimate share(long some) {
        Interval interval = Wilson.interval(some, all);
        return new Estimate(interval.value(), interval.low(), interval.high(), Unit.SHARE, all, people, Grade.OBSERVED,
                interval.value(), interval.value(), Strength.EXACT);
    }

    private Line line(String label, Estimate estimate, String of, List<Evidence> evidence) {
        return new Line(PREFIX + label, ABOUT, label, "window", estimate, of,
                new Support(Basis.STRUCTURE, all, people, 0, PREFIX, List.of()), null, evidence);
    }
}
