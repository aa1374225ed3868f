package org.desireline.world.planted;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.desireline.number.Keyed;
import org.desireline.time.Span;
import org.desireline.time.Spans;
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
    private final List<Tradeoff.Freeze> freezes;
    private final List<Job> jobs;
    private final Simulation.Lived lived;

    private Planted(Plan plan, Keyed keyed, Staff staff, long startMillis, List<Tradeoff.Freeze> freezes,
            List<Job> jobs, Simulation.Lived lived) {
        this.plan = plan;
        this.keyed = keyed;
        this.staff = staff;
        this.startMillis = startMillis;
        this.freezes = freezes;
        this.jobs = jobs;
        this.lived = lived;
    }

    /**
     * Lives a plan.
     *
     * @param weeks whole weeks on record, before the days of the last one; a warm-up of the plan comes before them
     */
    public static Planted live(Plan plan, long seed, int weeks) {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new IllegalArgumentException("A record of " + weeks + " weeks is not offered, only of 1 to "
                    + MOST_WEEKS + ". Perhaps you meant " + WEEKS + ".");
        }
        int lifeWeeks = plan.layout().warmUpWeeks() + weeks;
        long start = LAST_MONDAY.toEpochMilli() - lifeWeeks * WEEK_MILLIS;
        Keyed keyed = new Keyed(seed);
        Staff staff = new Staff(keyed, plan, start, END.toEpochMilli());
        List<Job> jobs = new Arrivals(keyed, staff, plan).jobs(start, END.toEpochMilli());
        List<Tradeoff.Freeze> freezes = plan.tradeoff() == null ? List.of()
                : plan.tradeoff().freezes(LocalDate.ofInstant(Instant.ofEpochMilli(start), ZoneOffset.UTC), lifeWeeks);
        Simulation.Lived lived = new Simulation(keyed, plan, staff, frozen(freezes), jobs, END.toEpochMilli()).live();
        return new Planted(plan, keyed, staff, start, freezes, jobs, lived);
    }

    private static Spans frozen(List<Tradeoff.Freeze> freezes) {
        ZoneId zone = Staff.ZONES.getFirst();
        return Spans.union(freezes.stream().map(freeze -> new Span(
                freeze.from().atStartOfDay(zone).toInstant().toEpochMilli(),
                freeze.to().plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli())).toList());
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
    public List<String> areas(String team) {
        return staff.areas(team);
    }

    /** The times of freeze, by their days in the organisation's own zone; none without an exception from the order. */
    public List<Tradeoff.Freeze> freezes() {
        return List.copyOf(freezes);
    }

    /** The whole of the record. */
    public Span span() {
        return new Span(startMillis, END.toEpochMilli());
    }

    /** The record but for the weeks before those that were asked for. */
    public Span settled() {
        return new Span(startMillis + plan.layout().warmUpWeeks() * WEEK_MILLIS, END.toEpochMilli());
    }

    /** What is true of the organisation within a span. */
    public Truth truth(Span window) {
        return Truth.of(staff, jobs, lived.picks(), window);
    }

    /** What people chose within a span, and what they chose by. */
    public Choices choices(Span window) {
        return new Choices(plan, lived.importance(),
                lived.picks().stream().filter(pick -> window.contains(pick.atMillis())).toList());
    }

    /** The days that were promised, in the order in which they were. */
    public List<Promised> promised() {
        return lived.vows().stream().map(Promised::of).toList();
    }

    /** The area of which the plan has something to tell, by its name: the last one. */
    public String lastArea() {
        return Staff.area(staff.areas() - 1);
    }

    /** What the tools of the organisation kept of its life. */
    public World recorded(Tier tier, Flaws flaws) {
        return new World(NAME, startMillis, END.toEpochMilli(), staff.people(),
                new Recorder(keyed, plan, staff, tier, flaws, END.toEpochMilli()).items(jobs));
    }
}
