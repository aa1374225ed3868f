package org.desireline.instrument.ownership;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Tally;
import org.desireline.instrument.Top;
import org.desireline.part.AreaStock;
import org.desireline.part.AreaWeek;
import org.desireline.part.Frame;
import org.desireline.part.Part;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;

/**
 * Sets who was declared to own each area beside who acts there.
 *
 * <p>Question: is the declared owner the one who acts, and does anybody? Unit: shares of the touches of an area, weeks,
 * hours of an item. Method: see the card, {@link Area} and {@link Claims}. Cost: O(1) a part, O(stretches) an item;
 * memory in areas × (people × teams + weeks). Law: the touches of an area are those of its teams and of nobody's. Blind
 * spot: work that leaves no trace.
 */
public final class Ownership implements Instrument<Part, Ownership.Count> {

    /** What is added up of an area. */
    enum Kind {
        /** Touches, by declared owner, team of whoever acted, and actor. */
        TOUCHES,
        /** Commits, by what a repository says of whoever made them, and actor. */
        DECLARED,
        /** Reviews that approved, by actor. */
        APPROVALS,
        /** Touches by the declared owner, by week. */
        OWN_WEEKS,
        /** Touches by anybody, by week. */
        ALL_WEEKS,
        /** Items that waited when a week ended, by week. */
        WAITING,
        /** Items that went from one team to another. */
        HAND_OVERS,
        /** Items that were there in the window, by declared owner. */
        ITEMS,
        /** Items that lay there for a while, by cluster. */
        LAIN,
        /** How long these lay there without an owner, in milliseconds, by cluster. */
        OWNERLESS
    }

    static final int WHO_BITS = 28;
    static final int CODE_BITS = 5;
    /** No team. */
    static final int NO_TEAM = (1 << CODE_BITS) - 1;

    private static final long WEEK_MILLIS = 7L * 86_400_000;
    private static final int FIRST_WEEK = 1 << 13;

    /** The tally. */
    public static final class Count implements Serializable {

        private static final long serialVersionUID = 1L;

        final int dimension;
        final Tally sums = new Tally();
        /** By area, who had anything to do with its items. */
        final TreeMap<Integer, BitSet> population = new TreeMap<>();
        /** By area, the items that lay longest without an owner. */
        final HashMap<Integer, Top> ownerless = new HashMap<>();
        /** By area, the items that lay there longest. */
        final HashMap<Integer, Top> lain = new HashMap<>();
        /** Codes of the teams of whom anybody ever left a touch, in the window or not. */
        final BitSet heard = new BitSet();
        /** Numbers of the weeks of the window of which anything is known. */
        final BitSet weeks = new BitSet();
        long parts;
        long used;
        long outside;

        Count(int dimension) {
            this.dimension = dimension;
        }
    }

    /** Packs what is added up of an area; the lowest bits are an actor, a cluster or a week. */
    static long key(Kind kind, int area, int owner, int team, int who) {
        if (who < 0 || who >= 1 << WHO_BITS) {
            throw new IllegalArgumentException("No number of an actor, cluster or week: " + who + ".");
        }
        long cell = (((long) kind.ordinal() << CODE_BITS | area) << CODE_BITS | packed(owner)) << CODE_BITS
                | packed(team);
        return cell << WHO_BITS | who;
    }

    private static int packed(int team) {
        return team < 0 ? NO_TEAM : team;
    }

    /** The number of the week that begins at an instant. */
    private static int week(long mondayMillis) {
        return FIRST_WEEK + (int) Math.floorDiv(mondayMillis, WEEK_MILLIS);
    }

    @Override
    public Card card() {
        return new Card(
                "ownership",
                "Who was declared to own what, and who acts there?",
                "shares of an area's touches and commits; weeks; hours of an item; bands of people",
                "Areas are those a charter declares, or components. Of the whole weeks of the window: the share of an"
                        + " area's touches by members of the team that its items were declared to belong to when they"
                        + " were touched (delete-one jackknife, actors as clusters), and the same of the largest other"
                        + " team; of commits, the share by whoever the repository declared to own what was changed,"
                        + " among those of whom that can be told. Claims, each by Holm over all areas: *orphan*, where"
                        + " items lie more than twice as long without an owner as in all other areas (jackknife over"
                        + " owners), or where nobody of the declared team left a touch for 28 days or longer, and"
                        + " longer than nine in ten of its own gaps, while three items or more waited; *absent*, where"
                        + " the declared team has less than 20 % and another at least 50 %; *contested*, where two"
                        + " teams have at least 30 % each and items change teams twice or more in ten; *overloaded*,"
                        + " where in more than half of an area's waiting hours its owners were at work on something of"
                        + " a higher or the same class, by the ledger. Beside them how"
                        + " evenly teams share an area (effective teams, entropy with the Miller–Madow correction;"
                        + " Herfindahl's index without bias), and in bands only how many people carry 80 % of it and"
                        + " whether one person gives 90 % of its approvals.",
                List.of("Tukey (1958), Bias and confidence in not quite large samples",
                        "Holm (1979), A simple sequentially rejective multiple test procedure",
                        "Miller (1955), Note on the bias of information estimates",
                        "Simpson (1949), Measurement of diversity"),
                "O(1) a week of an actor or an area; O(stretches) an item; memory in areas × (people × teams + weeks)",
                List.of("ledger"),
                "an area known for 80 % of the items, 5 people who act; of an area 15 items, and 60 touches but for"
                        + " orphan; for what is said of a team, members that a charter declares; for absent 6 weeks"
                        + " with touches; for sole approver 10 approvals; for the share of declared owners in a"
                        + " repository three of them, and 80 % of the commits of which it can be told; for overloaded"
                        + " what the ledger's second level needs",
                "An area is claimed to be orphaned, its owner absent or its ownership contested where whoever was"
                        + " declared takes care of it like all others; its owners to be overloaded where in half of the"
                        + " waiting or less they were at work on what comes first or as high",
                List.of("Work that leaves no trace; a touch may be a minute or a day",
                        "Whoever belongs to several teams counts for the first that is declared",
                        "Areas that were cut anew within the window count by the map in force at each touch",
                        "An owner on holiday looks like one who is gone; that is why 28 days are asked for",
                        "Silence is told by whole weeks; what lies between the weeks of the window is not seen",
                        "Where owners are declared by login, a commit by somebody whose login is not known is unclear",
                        "Where many areas share a component, or an item has several, it counts for the first",
                        "Overloaded is told of whoever its items lay with, mostly members of the declared team; of what"
                                + " these do for no item nothing is known"));
    }

    @Override
    public List<Class<? extends Part>> grains() {
        return List.of(AreaWeek.class, AreaStock.class, Trace.class);
    }

    @Override
    public Count zero(Frame frame) {
        return new Count((frame.charter().intent().areas().isEmpty() ? Dimension.COMPONENT : Dimension.AREA).ordinal());
    }

    @Override
    public void add(Count count, Part part) {
        count.parts++;
        switch (part) {
            case AreaWeek week -> add(count, week);
            case AreaStock stock -> add(count, stock);
            case Trace trace -> add(count, trace);
            default -> throw Part.unasked(part);
        }
    }

    private static void add(Count count, AreaWeek own) {
        if (own.touches() == 0) {
            return;
        }
        if (own.team() >= 0) {
            count.heard.set(own.team());
        }
        if (!own.inWindow()) {
            count.outside++;
            return;
        }
        count.used++;
        int week = week(own.weekMillis());
        count.weeks.set(week);
        post(count, key(Kind.TOUCHES, own.area(), own.owner(), own.team(), own.actor()), own.touches());
        post(count, key(Kind.ALL_WEEKS, own.area(), 0, 0, week), own.touches());
        if (own.owner() >= 0 && own.owner() == own.team()) {
            post(count, key(Kind.OWN_WEEKS, own.area(), 0, 0, week), own.touches());
        }
        for (int told = 0; told < own.declared().length; told++) {
            post(count, key(Kind.DECLARED, own.area(), told, 0, own.actor()), own.declared()[told]);
        }
        post(count, key(Kind.APPROVALS, own.area(), 0, 0, own.actor()), own.approvals());
    }

    private static void add(Count count, AreaStock stock) {
        if (!stock.inWindow()) {
            count.outside++;
            return;
        }
        count.used++;
        int week = week(stock.weekMillis());
        count.weeks.set(week);
        post(count, key(Kind.WAITING, stock.area(), 0, 0, week), stock.waiting());
        post(count, key(Kind.ITEMS, stock.area(), stock.owner(), 0, 0), stock.items());
        post(count, key(Kind.HAND_OVERS, stock.area(), 0, 0, 0), stock.handOvers());
    }

    private static void add(Count count, Trace trace) {
        if (trace.container()) {
            return;
        }
        TreeMap<Integer, long[]> areas = new TreeMap<>();
        for (Stretch stretch : trace.stretches()) {
            if (stretch.inWindow() && !stretch.phase().isOver() && !stretch.parked()) {
                long[] own = areas.computeIfAbsent(stretch.classes()[count.dimension], area -> new long[2]);
                own[0] += stretch.millis();
                own[1] += stretch.owned() ? 0 : stretch.millis();
            }
        }
        areas.forEach((area, own) -> {
            count.used++;
            post(count, key(Kind.LAIN, area, 0, 0, trace.cluster()), 1);
            post(count, key(Kind.OWNERLESS, area, 0, 0, trace.cluster()), own[1]);
            BitSet people = count.population.computeIfAbsent(area, none -> new BitSet());
            Arrays.stream(trace.actors()).forEach(people::set);
            offer(count.lain, area, trace, own[0]);
            offer(count.ownerless, area, trace, own[1]);
        });
    }

    private static void post(Count count, long key, long amount) {
        if (amount > 0) {
            count.sums.add(key, amount);
        }
    }

    private static void offer(Map<Integer, Top> tops, int area, Trace trace, long millis) {
        if (millis > 0) {
            tops.computeIfAbsent(area, none -> new Top()).add(new Top.Case(millis, 0, trace.item(), trace.key(),
                    trace.createdMillis(), "", new ArrayList<>()));
        }
    }

    @Override
    public Count merge(Count count, Count other) {
        count.sums.add(other.sums);
        other.population.forEach((area, people) ->
                count.population.computeIfAbsent(area, none -> new BitSet()).or(people));
        other.ownerless.forEach((area, top) -> count.ownerless.computeIfAbsent(area, none -> new Top()).add(top));
        other.lain.forEach((area, top) -> count.lain.computeIfAbsent(area, none -> new Top()).add(top));
        count.weeks.or(other.weeks);
        count.heard.or(other.heard);
        count.parts += other.parts;
        count.used += other.used;
        count.outside += other.outside;
        return count;
    }

    @Override
    public Next<Count> close(Count count, Frame frame, List<Reading> needed) {
        return new Next.Done<>(new Statement(count, frame, needed).reading());
    }
}
