package org.desireline.world.planted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.desireline.time.Span;
import org.desireline.time.Spans;

/**
 * What is true of a planted organisation within a span: where the working hours of its items went, read off the
 * simulation's own stages and sittings, instant by instant.
 *
 * <p>Working hours are those of the team's week; an item's hour is counted once, under what happened in it. Whether
 * work on something lower was under way when the item became available follows the definition of METHODS: a run of
 * sittings at one item with breaks below two hours is one episode.
 */
public final class Truth {

    /** Where an hour of an item went. */
    public enum Cause {
        WORKED, UNOWNED, REVIEW, BLOCKED, OUTRANKED, CONTENTION, DISPLACED_NEW, DISPLACED_INFLIGHT, SILENT
    }

    private static final long EPISODE_GAP_MILLIS = 2 * 3_600_000L;
    private static final double HALF = 0.5;

    private final long[][] onMillis = new long[Cause.values().length][Plan.CLASSES.size()];
    private final long[][] areaMillis;
    private long openMillis;
    private long sittingMillis;
    private double startsPassedOver;
    private double startsByChance;
    private long starts;

    /** By team, what its people sat at items, and of that, outside their own working week. */
    private final long[][] satMillis;

    private Truth(int areas, int teams) {
        areaMillis = new long[Cause.values().length][areas];
        satMillis = new long[teams][2];
    }

    static Truth of(Staff staff, List<Job> jobs, List<Pick> picks, Span window) {
        Truth truth = new Truth(staff.areas(), staff.teams());
        List<Sitting[]> byPerson = byPerson(staff, jobs);
        List<long[]> begun = byPerson.stream().map(Truth::episodes).toList();
        for (Job job : jobs) {
            for (int i = 0; i < job.stages.size(); i++) {
                Job.Stage stage = job.stages.get(i);
                long until = i + 1 < job.stages.size() ? job.stages.get(i + 1).fromMillis() : Long.MAX_VALUE;
                truth.stage(staff, job, stage, until, window, byPerson, begun);
            }
            for (Sitting sitting : job.sittings) {
                truth.sit(staff, sitting, window);
            }
        }
        for (Pick pick : picks) {
            if (pick.kind() == Pick.Kind.FIRST_START && pick.byChance() > 0 && window.contains(pick.atMillis())) {
                truth.starts++;
                truth.startsPassedOver += pick.passedOver() ? 1 : 0;
                truth.startsByChance += pick.byChance();
            }
        }
        return truth;
    }

    private void sit(Staff staff, Sitting sitting, Span window) {
        long from = Math.max(window.fromMillis(), sitting.fromMillis());
        long to = Math.min(window.toMillis(), sitting.toMillis());
        if (from < to) {
            int team = staff.teamOf(sitting.person());
            sittingMillis += to - from;
            satMillis[team][0] += to - from;
            satMillis[team][1] += to - from - staff.week(team).overlapMillis(from, to);
        }
    }

    private static List<Sitting[]> byPerson(Staff staff, List<Job> jobs) {
        List<List<Sitting>> lists = new ArrayList<>();
        for (int person = 0; person < staff.people().size(); person++) {
            lists.add(new ArrayList<>());
        }
        jobs.forEach(job -> job.sittings.forEach(sitting -> lists.get(sitting.person()).add(sitting)));
        return lists.stream().map(list -> {
            list.sort(Comparator.comparingLong(Sitting::fromMillis));
            return list.toArray(Sitting[]::new);
        }).toList();
    }

    /** By sitting, when the episode it belongs to began. */
    private static long[] episodes(Sitting[] sittings) {
        long[] begun = new long[sittings.length];
        for (int i = 0; i < sittings.length; i++) {
            begun[i] = sittings[i].fromMillis();
            for (int j = i - 1; j >= 0; j--) {
                boolean near = sittings[i].fromMillis() - sittings[j].toMillis() < EPISODE_GAP_MILLIS;
                if (near && sittings[j].job() == sittings[i].job()) {
                    begun[i] = begun[j];
                }
                if (!near || sittings[j].job() == sittings[i].job()) {
                    break;
                }
            }
        }
        return begun;
    }

    private void stage(
            Staff staff, Job job, Job.Stage stage, long untilMillis, Span window, List<Sitting[]> byPerson,
            List<long[]> begun) {
        Spans week = staff.week(job.team());
        long from = Math.max(stage.fromMillis(), window.fromMillis());
        long until = Math.min(untilMillis, window.toMillis());
        if (from >= until || stage.party() == Job.Party.OVER) {
            return;
        }
        openMillis += until - from;
        switch (stage.party()) {
            case NOBODY -> add(Cause.UNOWNED, job, week, from, until);
            case REVIEWER -> add(Cause.REVIEW, job, week, from, until);
            case OTHERS, UNSEEN -> add(Cause.BLOCKED, job, week, from, until);
            case OWNER -> owned(job, stage, week, from, until, byPerson.get(stage.person()),
                    begun.get(stage.person()));
            case OVER -> { }
        }
    }

    private void add(Cause cause, Job job, Spans week, long from, long until) {
        long at = from;
        for (Job.Label label : job.labels) {
            if (label.fromMillis() > at && label.fromMillis() < until) {
                post(cause, job, job.rankAt(at), week.overlapMillis(at, label.fromMillis()));
                at = label.fromMillis();
            }
        }
        post(cause, job, job.rankAt(at), week.overlapMillis(at, until));
    }

    private void post(Cause cause, Job job, int rank, long millis) {
        onMillis[cause.ordinal()][rank] += millis;
        areaMillis[cause.ordinal()][job.area] += millis;
    }

    /** Walks through what the owner sat at while the item was theirs. */
    private void owned(
            Job job, Job.Stage stage, Spans week, long from, long until, Sitting[] sittings, long[] begun) {
        long at = from;
        for (int i = first(sittings, from); i < sittings.length && sittings[i].fromMillis() < until; i++) {
            Sitting sitting = sittings[i];
            long sat = Math.max(at, sitting.fromMillis());
            long rose = Math.min(until, sitting.toMillis());
            if (rose <= sat) {
                continue;
            }
            add(Cause.SILENT, job, week, at, sat);
            add(cause(job, sitting, begun[i], stage.fromMillis(), sat), job, week, sat, rose);
            at = rose;
        }
        add(Cause.SILENT, job, week, at, until);
    }

    private static Cause cause(Job job, Sitting sitting, long begunMillis, long availableMillis, long atMillis) {
        if (sitting.job() == job) {
            return Cause.WORKED;
        }
        int other = sitting.job().rankAt(atMillis);
        int own = job.rankAt(atMillis);
        if (other < own) {
            return Cause.OUTRANKED;
        }
        if (other == own) {
            return Cause.CONTENTION;
        }
        return begunMillis < availableMillis ? Cause.DISPLACED_INFLIGHT : Cause.DISPLACED_NEW;
    }

    /** The first sitting that ends after an instant. */
    private static int first(Sitting[] sittings, long atMillis) {
        int low = 0;
        int high = sittings.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sittings[middle].toMillis() > atMillis) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Working milliseconds of all items under a cause. */
    public long millis(Cause cause) {
        return Arrays.stream(onMillis[cause.ordinal()]).sum();
    }

    /** Working milliseconds of a class under a cause. */
    public long millis(Cause cause, int rank) {
        return onMillis[cause.ordinal()][rank];
    }

    /** Working milliseconds of an area under a cause. */
    public long areaMillis(Cause cause, int area) {
        return areaMillis[cause.ordinal()][area];
    }

    /** Working milliseconds of all items that were open. */
    public long millis() {
        return Arrays.stream(Cause.values()).mapToLong(this::millis).sum();
    }

    /** Elapsed milliseconds of all items while they were open, day and night. */
    public long openMillis() {
        return openMillis;
    }

    /** Milliseconds that people sat at items, whenever it was. */
    public long sittingMillis() {
        return sittingMillis;
    }

    /** The share of what the people of a team sat at items that lay outside their own working week. */
    public double outsideShare(int team) {
        return satMillis[team][1] / (double) satMillis[team][0];
    }

    /** A cause's share of the working hours of all open items. */
    public double share(Cause cause) {
        return millis(cause) / (double) millis();
    }

    /** Working milliseconds in which items waited for their owners. */
    public long waitedMillis() {
        return millis(Cause.OUTRANKED) + millis(Cause.CONTENTION) + millis(Cause.DISPLACED_NEW)
                + millis(Cause.DISPLACED_INFLIGHT) + millis(Cause.SILENT);
    }

    /** D: of the time that owners worked on another rank, how much went to a lower one begun afterwards. */
    public double displacement() {
        long lower = millis(Cause.DISPLACED_NEW);
        long other = lower + millis(Cause.OUTRANKED);
        return other == 0 ? HALF : lower / (double) other;
    }

    /** Π: 1 when no start passed over something more important, 0 when starts are blind to it. */
    public double pullIndex() {
        return 1 - startsPassedOver / startsByChance;
    }

    /** Starts that were a choice between classes. */
    public long starts() {
        return starts;
    }
}
