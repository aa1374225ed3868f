package org.desireline.instrument.resistance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Card;
import org.desireline.instrument.CellTally;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Top;
import org.desireline.number.ExactSum;
import org.desireline.part.Account;
import org.desireline.part.ActorWeek;
import org.desireline.part.Doing;
import org.desireline.part.Frame;
import org.desireline.part.Meanwhile;
import org.desireline.part.Part;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;

/**
 * Holds how long work waits against how long it is worked on, path by path.
 *
 * <p>Question: which work is easy here and which is hard, and what is it that makes it so? Unit: hours of waiting for
 * one hour of work; shares of waiting hours. Method: see the card, {@link Ranking} and {@link Excess}. Cost: O(s) in
 * stretches times dimensions; memory in paths × accounts × clusters. Law: the accounts of a path add up to it. Blind
 * spot: work that leaves no trace.
 */
public final class Resistance implements Instrument<Part, Resistance.Sums> {

    private static final int PRIORITY = Dimension.PRIORITY.ordinal();
    private static final double HOUR_MILLIS = 3_600_000.0;
    /** Team, area, and, where no area is declared, component. */
    private static final List<Dimension> PARTS = List.of(Dimension.TEAM, Dimension.AREA, Dimension.COMPONENT);

    /** The tally. */
    public static final class Sums implements Serializable {

        private static final long serialVersionUID = 1L;

        final int[] dimensions;
        /** How many classes, the first in the order, are the more important half. */
        final int important;
        final CellTally sums = new CellTally(Kind.WHO_BITS);
        /** By path, in hours: squares of waiting, squares of work, their products, one an item. */
        final TreeMap<Integer, ExactSum[]> products = new TreeMap<>();
        /** By path of important work and account, the items that waited longest. */
        final HashMap<Integer, Top> longest = new HashMap<>();
        /** By team, recorded work and working hours of its people, in milliseconds. */
        final TreeMap<Integer, long[]> coverage = new TreeMap<>();
        long traces;
        long used;

        Sums(int[] dimensions, int important) {
            this.dimensions = dimensions;
            this.important = important;
        }
    }

    @Override
    public Card card() {
        return new Card(
                "resistance",
                "Which work is easy here and which is hard, and whom does it wait for?",
                "hours of waiting for an hour of work; shares of waiting hours",
                "A path is a class of priority in a team, and in a declared area, or in a component where no area is"
                        + " declared. Its resistance is the on-calendar hours in the window without recorded work, over"
                        + " those with it; it is the sum of the resistances of the accounts that the hours are posted"
                        + " to. Interval of its logarithm: delete-one jackknife over clusters (last owners) or over"
                        + " items, the wider. Like for like: the same with items of each third of size counted as often"
                        + " as in the organisation. Paths are ranked by the latter: drawn towards what class and part"
                        + " make of them (empirical Bayes), 2,000 draws from what is left of doubt; hard is an"
                        + " important path that lies in the hardest third in four draws of five, easy one of the less"
                        + " important half in the easiest third, and it is shown in 19 of 20, also without the"
                        + " correction for size. Kendall's tau-b of importance and resistance over all paths, by the"
                        + " same draws. Beside the paths: of what the important work of a part waited, the share for"
                        + " each party, and for owners at work on something as important or more (queue) or on"
                        + " something less important begun afterwards (displacedNew), less the same share in all other"
                        + " parts; shown where it is more than five points above, suggested where it is above at all,"
                        + " by Holm over all parts and parties, t with the part's own clusters less one.",
                List.of("Paule and Mandel (1982), Consensus values and weighting factors",
                        "Morris (1983), Parametric empirical Bayes inference",
                        "Kendall (1945), The treatment of ties in ranking problems",
                        "Tukey (1958), Bias and confidence in not quite large samples",
                        "Holm (1979), A simple sequentially rejective multiple test procedure"),
                "O(stretches × dimensions) an item; memory in paths × accounts × clusters",
                List.of(),
                "an order that covers 80 % of the items; two parts, each with 8 items and 20 hours of waiting of"
                        + " important work and 5 people; for resistance κ of 20 %, and of a path 8 items and 20 hours"
                        + " of work by 5 people, none above half; for ranks 6 such paths, teams whose recorded work"
                        + " covers alike (ratio below 1.5) and classes that leave traces alike",
                "A path is called hard, or one party said to be awaited more in one part than elsewhere, where all"
                        + " parts are alike",
                List.of("Work that leaves no trace is counted as waiting",
                        "What all parts wait for alike stands out nowhere; see the ledger",
                        "Of an item still under way, only what was worked until now tells its size",
                        "Why a party is awaited: that is for what is known of its load, and of what it chose instead"));
    }

    @Override
    public List<Class<? extends Part>> grains() {
        return List.of(Trace.class, ActorWeek.class);
    }

    @Override
    public Sums zero(Frame frame) {
        List<Dimension> parts = new ArrayList<>(PARTS);
        parts.remove(frame.classes().named(Dimension.AREA) > 0 ? Dimension.COMPONENT : Dimension.AREA);
        return new Sums(parts.stream().filter(dimension -> frame.classes().named(dimension) > 0)
                .mapToInt(Dimension::ordinal).toArray(), (frame.classes().ranked() + 1) / 2);
    }

    @Override
    public void add(Sums sums, Part part) {
        switch (part) {
            case Trace trace -> add(sums, trace);
            case ActorWeek week -> add(sums, week);
            default -> throw Part.unasked(part);
        }
    }

    private static void add(Sums sums, ActorWeek week) {
        if (week.inWindow()) {
            long[] own = sums.coverage.computeIfAbsent(week.team(), none -> new long[2]);
            own[0] += week.all().allMillis();
            own[1] += week.onCalendarMillis();
        }
    }

    private static void add(Sums sums, Trace trace) {
        sums.traces++;
        if (trace.container()) {
            return;
        }
        TreeMap<Integer, long[]> byWay = new TreeMap<>();
        Map<Integer, Long> waits = new HashMap<>();
        for (int i = 0; i < trace.stretches().size(); i++) {
            Stretch stretch = trace.stretches().get(i);
            if (!stretch.inWindow() || !Account.of(stretch).isLive()) {
                continue;
            }
            for (int way : ways(sums, stretch)) {
                post(sums, trace, i, way, byWay.computeIfAbsent(way, none -> new long[2]));
                if ((way & Way.IMPORTANT) == Way.IMPORTANT && Account.of(stretch).isWait()) {
                    waits.merge(way << 5 | Account.of(stretch).ordinal(), stretch.onCalendarMillis(), Long::sum);
                }
            }
        }
        sums.used += byWay.isEmpty() ? 0 : 1;
        byWay.forEach((way, own) -> item(sums, trace, way, own));
        waits.forEach((cell, millis) -> {
            if (millis > 0) {
                sums.longest.computeIfAbsent(cell, none -> new Top()).add(new Top.Case(millis, 0, trace.item(),
                        trace.key(), trace.createdMillis(), "", new ArrayList<>(List.of(millis))));
            }
        });
    }

    /** The paths that a stretch belongs to: by every dimension, its class, and important work if it is. */
    private static Set<Integer> ways(Sums sums, Stretch stretch) {
        Set<Integer> ways = new TreeSet<>();
        int rank = stretch.classes()[PRIORITY];
        for (int dimension : sums.dimensions) {
            ways.add(Way.pack(dimension, stretch.classes()[dimension], rank));
            if (rank < sums.important) {
                ways.add(Way.pack(dimension, stretch.classes()[dimension], Way.IMPORTANT));
            }
        }
        return ways;
    }

    private static void post(Sums sums, Trace trace, int index, int way, long[] own) {
        Stretch stretch = trace.stretches().get(index);
        Account account = Account.of(stretch);
        long on = stretch.onCalendarMillis();
        own[account.isWait() ? 0 : 1] += on;
        sums.sums.add(Kind.ACCOUNT.key(way, account.ordinal(), 0, trace.cluster()), on);
        for (Trace.Labour labour : trace.labours()) {
            if (labour.stretch() == index) {
                sums.sums.add(Kind.LABOUR.key(way, 0, 0, labour.actor()), labour.millis());
            }
        }
        for (Meanwhile member : stretch.meanwhile()) {
            for (Doing doing : Doing.values()) {
                long millis = member.millis(doing);
                if (millis > 0) {
                    sums.sums.add(Kind.DOING.key(way, doing.ordinal(), member.pool(), trace.cluster()), millis);
                    sums.sums.add(Kind.DOER.key(way, doing.ordinal(), member.pool(), member.actor()), millis);
                }
            }
        }
    }

    private static void item(Sums sums, Trace trace, int way, long[] own) {
        int size = Sizes.of(own[1]);
        sums.sums.add(Kind.WAIT.key(way, size, 0, trace.cluster()), own[0]);
        sums.sums.add(Kind.TOUCH.key(way, size, 0, trace.cluster()), own[1]);
        sums.sums.add(Kind.ITEMS.key(way, size, 0, 0), 1);
        Set<Integer> seen = new HashSet<>();
        for (int actor : trace.actors()) {
            if (seen.add(actor)) {
                sums.sums.add(Kind.ACTORS.key(way, 0, 0, actor), 1);
            }
        }
        double wait = own[0] / HOUR_MILLIS;
        double touch = own[1] / HOUR_MILLIS;
        ExactSum[] products = sums.products.computeIfAbsent(way, none ->
                new ExactSum[] {new ExactSum(), new ExactSum(), new ExactSum()});
        products[0].add(wait * wait);
        products[1].add(touch * touch);
        products[2].add(wait * touch);
    }

    @Override
    public Sums merge(Sums sums, Sums other) {
        sums.sums.add(other.sums);
        other.products.forEach((way, theirs) -> {
            ExactSum[] own = sums.products.computeIfAbsent(way, none ->
                    new ExactSum[] {new ExactSum(), new ExactSum(), new ExactSum()});
            for (int i = 0; i < own.length; i++) {
                own[i].add(theirs[i]);
            }
        });
        other.longest.forEach((cell, top) -> sums.longest.computeIfAbsent(cell, none -> new Top()).add(top));
        other.coverage.forEach((team, theirs) -> {
            long[] own = sums.coverage.computeIfAbsent(team, none -> new long[2]);
            own[0] += theirs[0];
            own[1] += theirs[1];
        });
        sums.traces += other.traces;
        sums.used += other.used;
        return sums;
    }

    @Override
    public Next<Sums> close(Sums sums, Frame frame, List<Reading> needed) {
        return new Next.Done<>(new Statement(sums, frame).reading());
    }
}
