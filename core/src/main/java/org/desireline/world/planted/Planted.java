package org.desireline.world.planted;

import java.time.Instant;
import java.util.List;
import org.desireline.time.Span;
import org.desireline.world.Keyed;
import org.desireline.world.Person;
import org.desireline.world.World;

/** An organisation that has lived: what was planted in it, what is true of it, and what a tracker would have kept. */
public final class Planted {

    /** The length of a record in weeks, unless asked otherwise. */
    public static final int WEEKS = 26;

    static final String NAME = "Four Trades";

    /** A Friday afternoon: the record ends before the week does, as records do. */
    private static final Instant END = Instant.parse("2026-10-30T16:00:00Z");
    private static final Instant LAST_MONDAY = Instant.parse("2026-10-26T00:00:00Z");
    private static final long WEEK_MILLIS = 7 * 24 * 3_600_000L;
    private static final int MOST_WEEKS = 520;

    private final Plan plan;
    private final Keyed keyed;
    private final Staff staff;
    private final long startMillis;
    private final List<Job> jobs;
    private final List<Start> starts;

    private Planted(Plan plan, Keyed keyed, Staff staff, long startMillis, List<Job> jobs, List<Start> starts) {
        this.plan = plan;
        this.keyed = keyed;
        this.staff = staff;
        this.startMillis = startMillis;
        this.jobs = jobs;
        this.starts = starts;
    }

    /**
     * Lives a plan.
     *
     * @param weeks whole weeks on record, before the days of the last one
     */
    public static Planted live(Plan plan, long seed, int weeks) {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new IllegalArgumentException("A record of " + weeks + " weeks is not offered, only of 1 to "
                    + MOST_WEEKS + ". Perhaps you meant " + WEEKS + ".");
        }
        long start = LAST_MONDAY.toEpochMilli() - weeks * WEEK_MILLIS;
        Keyed keyed = new Keyed(seed);
        Staff staff = new Staff(keyed, start, END.toEpochMilli());
        List<Job> jobs = new Arrivals(keyed, staff, plan).jobs(start, END.toEpochMilli());
        List<Start> starts = new Simulation(keyed, plan, staff, jobs, END.toEpochMilli()).live();
        return new Planted(plan, keyed, staff, start, jobs, starts);
    }

    /** What was planted. */
    public Plan plan() {
        return plan;
    }

    /** Everybody, by number. */
    public List<Person> people() {
        return List.copyOf(staff.people());
    }

    /** The areas of a team, by the names of the tracker's components. */
    public static List<String> areas(String team) {
        return Staff.areas(team);
    }

    /** The whole of the record. */
    public Span span() {
        return new Span(startMillis, END.toEpochMilli());
    }

    /** What is true of the organisation within a span. */
    public Truth truth(Span window) {
        return Truth.of(staff, jobs, starts, window);
    }

    /** What the tools of the organisation kept of its life. */
    public World recorded(Tier tier, Flaws flaws) {
        return new World(NAME, startMillis, END.toEpochMilli(), staff.people(),
                new Recorder(keyed, plan, tier, flaws, END.toEpochMilli()).items(jobs));
    }
}
