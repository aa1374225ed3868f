package org.desireline.instrument.capacity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.part.Account;
import org.desireline.part.AreaStock;
import org.desireline.part.Frame;
import org.desireline.part.Part;
import org.desireline.part.Stretch;
import org.desireline.part.TeamWeek;
import org.desireline.part.Trace;

/**
 * Holds what comes to a part of the organisation against what it finishes.
 *
 * <p>Question: does each team and area get done what comes to it? Unit: what came over what was finished. Method: see
 * the card. Cost: O(1) a week of a team or an area; memory in parts × weeks. Law: what came is what was finished and
 * what the stock grew by. Blind spot: a part that keeps up tells nothing of how much more it could do.
 */
public final class Capacity implements Instrument<Part, Capacity.Weeks> {

    /** What is known of one week of a part. */
    enum Kind { FINISHED, LIVE, IN_WINDOW }

    private static final int CODE_BITS = 5;
    private static final int CODE = (1 << CODE_BITS) - 1;
    private static final List<Dimension> PARTS = List.of(Dimension.TEAM, Dimension.AREA, Dimension.COMPONENT);

    /** The tally: by dimension and part, then by week, what is known of it by kind. */
    public static final class Weeks implements Serializable {

        private static final long serialVersionUID = 1L;

        final TreeMap<Integer, TreeMap<Long, long[]>> weeks = new TreeMap<>();
        /** By dimension and part, who had anything to do with what was open there in the window. */
        final TreeMap<Integer, BitSet> people = new TreeMap<>();
        long parts;
        long used;

        void add(Dimension dimension, int code, long monday, Kind kind, long count) {
            long[] own = weeks.computeIfAbsent(dimension.ordinal() << CODE_BITS | code, none -> new TreeMap<>())
                    .computeIfAbsent(monday, none -> new long[Kind.values().length]);
            own[kind.ordinal()] = kind == Kind.FINISHED || kind == Kind.LIVE ? own[kind.ordinal()] + count
                    : Math.max(own[kind.ordinal()], count);
        }
    }

    @Override
    public Card card() {
        return new Card(
                "capacity",
                "Does each team, and each area, get done what comes to it?",
                "what came over what was finished: 1 keeps up, above 1 falls behind",
                "Of the whole weeks of the window: items finished, and by how many the stock of open ones grew, those"
                        + " parked left out; together they are what came, less what was dropped or parked. Load is"
                        + " what came over what was finished. Interval: Student's t; the error of the growth is that of"
                        + " two weeks of the stock, each as far off as weeks lie about the stock's straight line, four"
                        + " weeks counted as one."
                        + " Where nothing was open before the window, its first third is left out, in which the stock"
                        + " builds up. Above 1.1 is shown by Holm over all teams, or over areas or components where no"
                        + " team is declared; suggested where the whole interval lies above it.",
                List.of("Little (1961), A proof for the queuing formula L = λW",
                        "Student (1908), The probable error of a mean",
                        "Holm (1979), A simple sequentially rejective multiple test procedure"),
                "O(1) a week of a team or an area; memory in parts × weeks",
                List.of(),
                "8 whole weeks, and of a part 30 finished items and 5 people",
                "A part that keeps up is claimed to fall behind",
                List.of("A part to which just as much comes as it can do has no rest for its ups and downs, and may be"
                                + " told to fall behind",
                        "A part that keeps up has a load of 1, however much more it could do: spare capacity is not"
                                + " seen",
                        "Items count alike, whatever their size",
                        "Where a tracker is filled over more than a third of the window, its stock grows without"
                                + " anybody falling behind"));
    }

    @Override
    public List<Class<? extends Part>> grains() {
        return List.of(TeamWeek.class, AreaStock.class, Trace.class);
    }

    @Override
    public Weeks zero(Frame frame) {
        return new Weeks();
    }

    @Override
    public void add(Weeks weeks, Part part) {
        weeks.parts++;
        switch (part) {
            case TeamWeek week -> add(weeks, week);
            case AreaStock stock -> add(weeks, stock);
            case Trace trace -> add(weeks, trace);
            default -> throw Part.unasked(part);
        }
    }

    private static void add(Weeks weeks, TeamWeek week) {
        weeks.used += week.inWindow() ? 1 : 0;
        if (week.team() == TeamWeek.WHOLE) {
            for (Dimension dimension : PARTS) {
                long[] finished = week.finished()[dimension.ordinal()];
                for (int code = 0; code < finished.length; code++) {
                    weeks.add(dimension, code, week.weekMillis(), Kind.FINISHED, finished[code]);
                    weeks.add(dimension, code, week.weekMillis(), Kind.IN_WINDOW, week.inWindow() ? 1 : 0);
                }
            }
        }
    }

    private static void add(Weeks weeks, AreaStock stock) {
        weeks.used += stock.inWindow() ? 1 : 0;
        weeks.add(stock.dimension(), stock.area(), stock.weekMillis(), Kind.LIVE, stock.open() - stock.parked());
        if (stock.owner() >= 0) {
            weeks.add(Dimension.TEAM, stock.owner(), stock.weekMillis(), Kind.LIVE, stock.open() - stock.parked());
        }
    }

    private static void add(Weeks weeks, Trace trace) {
        if (trace.container()) {
            return;
        }
        for (Stretch stretch : trace.stretches()) {
            if (stretch.inWindow() && Account.of(stretch).isLive()) {
                for (Dimension dimension : PARTS) {
                    BitSet people = weeks.people.computeIfAbsent(dimension.ordinal() << CODE_BITS
                            | stretch.classes()[dimension.ordinal()], none -> new BitSet());
                    Arrays.stream(trace.actors()).forEach(people::set);
                }
            }
        }
    }

    @Override
    public Weeks merge(Weeks weeks, Weeks other) {
        other.weeks.forEach((part, series) -> series.forEach((monday, theirs) -> {
            for (Kind kind : Kind.values()) {
                weeks.add(Dimension.values()[part >> CODE_BITS], part & CODE, monday, kind, theirs[kind.ordinal()]);
            }
        }));
        other.people.forEach((part, people) -> weeks.people.computeIfAbsent(part, none -> new BitSet()).or(people));
        weeks.parts += other.parts;
        weeks.used += other.used;
        return weeks;
    }

    @Override
    public Next<Weeks> close(Weeks weeks, Frame frame, List<Reading> needed) {
        List<Load> loads = new ArrayList<>();
        long longest = 0;
        Dimension dimension = PARTS.stream().filter(each -> frame.classes().named(each) > 0).findFirst()
                .orElse(Dimension.COMPONENT);
        for (int code = 0; code < frame.classes().named(dimension); code++) {
            int part = dimension.ordinal() << CODE_BITS | code;
            Load load = Load.of(dimension, frame.classes().names(dimension).get(code), weeks.weeks.get(part),
                    weeks.people.getOrDefault(part, new BitSet()).cardinality());
            if (load != null) {
                loads.add(load);
                longest = Math.max(longest, load.weeks());
            }
        }
        if (longest < Load.FEWEST_WEEKS) {
            return new Next.Done<>(new Reading("capacity", new Reading.Refusal(String.format(Locale.ROOT,
                    "the window has %d whole weeks in which the stock of a team, area or component is known", longest),
                    Load.FEWEST_WEEKS + " of them"), weeks.parts, 0, Map.of(), List.of(), List.of(), List.of()));
        }
        return new Next.Done<>(new Reading("capacity", null, weeks.parts, weeks.used, Map.of(), List.of(),
                Load.lines(loads), List.of()));
    }
}
