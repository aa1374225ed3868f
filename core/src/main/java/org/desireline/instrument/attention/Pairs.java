package org.desireline.instrument.attention;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.charter.Intent;
import org.desireline.charter.Relation;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.instrument.attention.Attention.Kind;
import org.desireline.number.CircularShift;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Unit;
import org.desireline.part.TeamWeek;

/**
 * In how many weeks one priority got more touches than another, and whether that followed their declared order where it
 * changed.
 *
 * <p>The order in force is that of the version when a week began, under pressure where the week was one of pressure. A
 * week of pressure of several kinds is of no known order where a tradeoff rule tells them apart. The p-value is that of
 * the weeks in which touches agreed with the order in force, over circular shifts of the order.
 */
final class Pairs {

    /** Below this a p of a twentieth could hardly be had. */
    private static final int FEWEST_WEEKS_TO_SHIFT = 40;
    private static final int PRIORITY = Dimension.PRIORITY.ordinal();

    private final Digest digest;
    private final Weekly touches;
    private final List<String> names;

    Pairs(Digest digest) {
        this.digest = digest;
        this.touches = digest.weekly(Kind.TOUCHES, Attention.WHOLE, PRIORITY);
        this.names = digest.frame.classes().names(Dimension.PRIORITY);
    }

    void all() {
        int ranked = digest.frame.classes().ranked();
        for (int first = 0; first < ranked; first++) {
            for (int second = first + 1; second < ranked; second++) {
                if (touches.sum(first) > 0 && touches.sum(second) > 0) {
                    pair(first, second);
                }
            }
        }
    }

    private void pair(int first, int second) {
        long[] ones = touches.of(first);
        long[] others = touches.of(second);
        int[] differ = IntStream.range(0, touches.size()).filter(i -> ones[i] != others[i]).toArray();
        if (differ.length < Digest.FEWEST_WEEKS) {
            return;
        }
        double[] more = Arrays.stream(differ).mapToDouble(i -> ones[i] > others[i] ? 1 : 0).toArray();
        Map<Integer, Long> firsts = digest.people(Kind.TOUCHES, Attention.WHOLE, PRIORITY, first);
        Map<Integer, Long> seconds = digest.people(Kind.TOUCHES, Attention.WHOLE, PRIORITY, second);
        String prefix = "attention/priority/" + Line.idPart(names.get(first)) + "/over/"
                + Line.idPart(names.get(second)) + "/";
        Line.About about = new Line.About("pair", names.get(first) + " over " + names.get(second));
        long actors = Math.min(firsts.size(), seconds.size());
        Support support = new Support(Basis.ACTIVITY, touches.sum(first) + touches.sum(second), actors,
                Math.max(Digest.largest(firsts), Digest.largest(seconds)), prefix, List.of());
        digest.add(prefix, about, "weeks", Shares.weeks(more, actors),
                "weeks in which the two got unequal numbers of touches", support, List.of());
        int[] inForce = IntStream.of(touches.weeks()).map(week -> order(first, second, week)).toArray();
        boolean changed = IntStream.of(inForce).filter(order -> order != 0).distinct().count() > 1;
        if (changed && inForce.length >= FEWEST_WEEKS_TO_SHIFT) {
            int[] lived = IntStream.range(0, ones.length).map(i -> Long.compare(ones[i], others[i])).toArray();
            double p = CircularShift.pValue(lived.length, shift -> agreeing(lived, inForce, shift));
            digest.add(prefix, about, "weeks/p", Estimate.exact(p, Unit.SHARE, lived.length, actors, Grade.OBSERVED),
                    "shifts of the declared order in time that touches would agree with in as many weeks; "
                            + agreeing(lived, inForce, 0) + " of " + lived.length + " weeks agreed", support,
                    List.of());
        }
    }

    private static long agreeing(int[] lived, int[] inForce, int shift) {
        return IntStream.range(0, lived.length)
                .filter(i -> lived[i] != 0 && lived[i] == inForce[(i + shift) % inForce.length]).count();
    }

    /** 1 where the first stands above the second in a week, −1 where below, 0 where that is not known. */
    private int order(int first, int second, int week) {
        long monday = digest.count.mondays.getOrDefault(week, Long.MIN_VALUE);
        Intent intent = digest.frame.charter().intent();
        Intent.Version version = intent.at(monday);
        if (version == null) {
            return 0;
        }
        boolean pressed = digest.count.regimes.get(week) == TeamWeek.Regime.PRESSURE;
        IntStream actives = pressed ? IntStream.range(0, intent.pressures().size()).map(kind -> 1 << kind)
                : IntStream.of(0);
        int[] orders = actives.map(active -> sign(version.relation(first, second, active, monday))).distinct()
                .toArray();
        return orders.length == 1 ? orders[0] : 0;
    }

    private static int sign(Relation relation) {
        return switch (relation) {
            case HIGHER -> 1;
            case LOWER -> -1;
            case EQUAL, UNKNOWN -> 0;
        };
    }
}
