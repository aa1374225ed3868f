package org.desireline.instrument.compensation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Top;
import org.desireline.part.ActorWeek;
import org.desireline.part.AreaWeek;
import org.desireline.part.Frame;
import org.desireline.part.Part;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;
import org.desireline.part.Wait;

/**
 * Adds up the work that is done outside the calendar, and that in areas by others than their owners.
 *
 * <p>Question: how much of what gets done rests on somebody stepping in? Unit: hours a week, and shares of recorded
 * work. Method: see the card, {@link Outside} and {@link Others}. Cost: O(segments) a week of an actor, for each of the
 * hours that the working week is moved by; O(stretches) an item; memory in teams × weeks × people and areas × weeks ×
 * people. Law: the hours of teams, and of nobody's, add up to those of the whole. Blind spot: whoever works outside the
 * calendar without leaving a trace.
 */
public final class Compensation implements Instrument<Part, Compensation.Count> {

    /** Whole hours by which a working week may lie elsewhere: every zone, and every shift. */
    static final int FIRST_MOVE = -11;
    static final int LAST_MOVE = 12;

    /** Two amounts, by week and then actor. */
    static final class Weekly implements Serializable {

        private static final long serialVersionUID = 1L;

        final TreeMap<Long, TreeMap<Integer, long[]>> weeks = new TreeMap<>();

        void add(long week, int who, long... amounts) {
            post(weeks.computeIfAbsent(week, none -> new TreeMap<>()), who, amounts);
        }

        void add(Weekly other) {
            other.weeks.forEach((week, people) -> people.forEach((who, amounts) -> add(week, who, amounts)));
        }
    }

    /** The tally. */
    public static final class Count implements Serializable {

        private static final long serialVersionUID = 1L;

        final int dimension;
        /** The class of actors who belong to no declared team. */
        final int noTeam;
        /** By team, then week, then actor: dated work, and what of it lies outside the calendar. */
        final TreeMap<Integer, Weekly> dated = new TreeMap<>();
        /** By team and then actor: what of dated work lies outside the calendar moved by each number of hours. */
        final TreeMap<Integer, TreeMap<Integer, long[]>> moved = new TreeMap<>();
        /** By area, then declared owner, then week, then actor: on-calendar work by the owner, and by others. */
        final TreeMap<Integer, TreeMap<Integer, Weekly>> areas = new TreeMap<>();
        /** By team, the weeks in which any of its members was at work. */
        final TreeMap<Integer, TreeSet<Long>> present = new TreeMap<>();
        final HashMap<Integer, Top> evidence = new HashMap<>();
        long undated;
        long all;
        long parts;
        long used;
        long outside;

        Count(int dimension, int noTeam) {
            this.dimension = dimension;
            this.noTeam = noTeam;
        }
    }

    @Override
    public Card card() {
        return new Card(
                "compensation",
                "How much of what gets done rests on somebody stepping in: outside the calendar, or for an area that is"
                        + " another's?",
                "hours a week, and shares of recorded work",
                "Outside the calendar: of recorded work that is dated within its day (work logs that do not begin at"
                        + " midnight, sessions; a working status counts on calendar only and tells nothing), what lies"
                        + " outside working hours: the mean over a team's weeks, with a bootstrap interval over blocks"
                        + " of four, and as a share of its dated work, the wider of delete-one-person and"
                        + " delete-one-week jackknives. The range goes down to what would still lie outside had each"
                        + " person's working week been moved, as a whole, by the hours that fit best: another time zone"
                        + " or shift is no compensation. For others: of recorded work in an area on calendar, what"
                        + " members of the team that was declared to own it did not do, in weeks in which anybody of"
                        + " that team was at work. Both in bands: how few people do half of it. Claimed, by Holm over"
                        + " all teams and areas: more than a twentieth outside the calendar, however it is moved; more"
                        + " than a fifth by others.",
                List.of("Tukey (1958), Bias and confidence in not quite large samples",
                        "Künsch (1989), The jackknife and the bootstrap for general stationary observations",
                        "Politis and Romano (1992), A circular block-resampling procedure for stationary data",
                        "Holm (1979), A simple sequentially rejective multiple test procedure"),
                "O(segments) a week of an actor and hour that the calendar is moved by; O(stretches) an item; memory in"
                        + " teams and areas × weeks × people",
                List.of(),
                "κ of 20 %, and of a team or area 8 whole weeks and 5 people. Outside the calendar: half of the"
                        + " recorded hours dated within their day, and a declared calendar where most of these are told"
                        + " from sessions. For others: teams that own areas, and their members",
                "A team is said to work outside its calendar, or an area to be carried by others, where work is done in"
                        + " working hours and by its owners",
                List.of("Work whose hours are told from commits or other signs of somebody in another time zone lies"
                                + " outside a calendar that is not theirs: the range says how much of it a moved"
                                + " calendar would explain, but only of people whose whole day lies elsewhere",
                        "Of a session, what lies outside the calendar counts within an hour of a sign only, and what"
                                + " lies inside counts whole: the share leans to be too low",
                        "A log written at night for work of the day lies at night",
                        "No holidays are known: work on one counts as within the calendar",
                        "Work that was handed to another team on purpose, and its reviews, look like stepping in",
                        "Whoever belongs to several teams counts for the first that is declared",
                        "An owner on holiday while others of the team work is not seen"));
    }

    @Override
    public List<Class<? extends Part>> grains() {
        return List.of(ActorWeek.class, AreaWeek.class, Trace.class);
    }

    @Override
    public Count zero(Frame frame) {
        return new Count((frame.charter().intent().areas().isEmpty() ? Dimension.COMPONENT : Dimension.AREA).ordinal(),
                frame.classes().names(Dimension.TEAM).size() - 1);
    }

    @Override
    public void add(Count count, Part part) {
        count.parts++;
        switch (part) {
            case ActorWeek week -> add(count, week);
            case AreaWeek week -> add(count, week);
            case Trace trace -> add(count, trace);
            default -> throw Part.unasked(part);
        }
    }

    private static void add(Count count, ActorWeek own) {
        if (!own.inWindow()) {
            count.outside++;
            return;
        }
        count.used++;
        if (own.team() >= 0) {
            count.present.computeIfAbsent(own.team(), none -> new TreeSet<>()).add(own.weekMillis());
        }
        long dated = own.dated().millis();
        count.all += own.all().allMillis();
        count.undated += own.all().allMillis() - dated;
        if (dated > 0) {
            int team = own.team() >= 0 ? own.team() : count.noTeam;
            count.dated.computeIfAbsent(team, none -> new Weekly()).add(own.weekMillis(), own.actor(), dated,
                    own.dated().outsideMillis(0));
            long[] moved = new long[LAST_MOVE - FIRST_MOVE + 1];
            Arrays.setAll(moved, move -> own.dated().outsideMillis(FIRST_MOVE + move));
            post(count.moved.computeIfAbsent(team, none -> new TreeMap<>()), own.actor(), moved);
        }
    }

    private static void add(Count count, AreaWeek own) {
        if (!own.inWindow() || own.owner() < 0 || own.onCalendarMillis() == 0) {
            return;
        }
        boolean byOwner = own.owner() == own.team();
        count.areas.computeIfAbsent(own.area(), none -> new TreeMap<>())
                .computeIfAbsent(own.owner(), none -> new Weekly()).add(own.weekMillis(), own.actor(),
                        byOwner ? own.onCalendarMillis() : 0, byOwner ? 0 : own.onCalendarMillis());
    }

    private static void add(Count count, Trace trace) {
        if (trace.container()) {
            return;
        }
        TreeMap<Integer, Long> worked = new TreeMap<>();
        for (Stretch stretch : trace.stretches()) {
            if (stretch.inWindow() && stretch.cause() == Wait.worked) {
                worked.merge(stretch.classes()[count.dimension], stretch.onCalendarMillis(), Long::sum);
            }
        }
        worked.forEach((area, millis) -> {
            if (millis > 0) {
                count.evidence.computeIfAbsent(area, none -> new Top()).add(new Top.Case(millis, 0, trace.item(),
                        trace.key(), trace.createdMillis(), "", new ArrayList<>()));
            }
        });
    }

    /** Adds amounts to those of an actor. */
    private static void post(Map<Integer, long[]> people, int who, long... amounts) {
        long[] sums = people.computeIfAbsent(who, none -> new long[amounts.length]);
        for (int i = 0; i < amounts.length; i++) {
            sums[i] += amounts[i];
        }
    }

    @Override
    public Count merge(Count count, Count other) {
        other.dated.forEach((team, weeks) -> count.dated.computeIfAbsent(team, none -> new Weekly()).add(weeks));
        other.moved.forEach((team, people) -> people.forEach((who, amounts) ->
                post(count.moved.computeIfAbsent(team, none -> new TreeMap<>()), who, amounts)));
        other.areas.forEach((area, owners) -> owners.forEach((owner, weeks) ->
                count.areas.computeIfAbsent(area, none -> new TreeMap<>())
                        .computeIfAbsent(owner, none -> new Weekly()).add(weeks)));
        other.present.forEach((team, weeks) ->
                count.present.computeIfAbsent(team, none -> new TreeSet<>()).addAll(weeks));
        other.evidence.forEach((area, top) -> count.evidence.computeIfAbsent(area, none -> new Top()).add(top));
        count.undated += other.undated;
        count.all += other.all;
        count.parts += other.parts;
        count.used += other.used;
        count.outside += other.outside;
        return count;
    }

    @Override
    public Next<Count> close(Count count, Frame frame, List<Reading> needed) {
        return new Next.Done<>(new Statement(count, frame).reading());
    }
}
