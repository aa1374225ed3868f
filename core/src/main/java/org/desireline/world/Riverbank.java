package org.desireline.world;

import java.time.Instant;
import java.util.List;
import org.desireline.number.Keyed;

/**
 * Riverbank Health, an organisation that does not exist: three teams, fourteen people, one tracker. It is what the
 * tool shows to somebody who has no export at hand.
 *
 * <p>One problem is planted in it: people pick the next item from their desk by how quickly it is done
 * ({@link Taste#FOR_THE_QUICK}), and since the small jobs are mostly minor ones, what the priorities call urgent waits
 * behind what is easy. {@link #obedient} is the same organisation without the problem: the same requests at the same
 * moments, the same sizes, the same days off.
 */
public final class Riverbank {

    /** The priorities, the most important first. */
    public static final List<String> PRIORITIES = List.of("Blocker", "Critical", "Major", "Minor");

    /** The seed of the demo. */
    public static final long SEED = 1;

    /** The length of the demo in weeks. */
    public static final int WEEKS = 40;

    static final String PROJECT = "RB";

    private static final long WEEK_MILLIS = 7 * 24 * 3_600_000L;

    /** A Friday afternoon: the record ends before the week does, as records do. */
    private static final Instant END = Instant.parse("2026-10-30T16:00:00Z");

    private static final Instant LAST_MONDAY = Instant.parse("2026-10-26T00:00:00Z");

    /** Ten years: beyond it the first date would be older than the trackers. */
    private static final int MOST_WEEKS = 520;

    private static final List<Person> PEOPLE = List.of(
            person("Ada Quill", "Intake"), person("Bram Tansy", "Intake"), person("Cleo Marshlight", "Intake"),
            person("Dov Larkspur", "Intake"), person("Esme Thistledown", "Intake"),
            person("Finn Oxbow", "Rota"), person("Greta Sedgeley", "Rota"), person("Hugo Millrace", "Rota"),
            person("Iris Fenwater", "Rota"), person("Jory Weirstone", "Rota"),
            person("Kit Alderbank", "Records"), person("Lena Brookling", "Records"),
            person("Milo Reedmace", "Records"), person("Nell Heronsby", "Records"));

    private Riverbank() {
    }

    /** The organisation with the planted problem, on record for that many whole weeks and the days after them. */
    public static World make(long seed, int weeks) {
        return live(seed, weeks, Taste.FOR_THE_QUICK);
    }

    /** The organisation that always starts the most important item on the desk. */
    public static World obedient(long seed, int weeks) {
        return live(seed, weeks, Taste.OBEDIENT);
    }

    /** The organisation with any taste. */
    public static World live(long seed, int weeks, Taste taste) {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new IllegalArgumentException("A record of " + weeks + " weeks is not offered, only of 1 to "
                    + MOST_WEEKS + ". Perhaps you meant " + WEEKS + ".");
        }
        long start = LAST_MONDAY.toEpochMilli() - weeks * WEEK_MILLIS;
        long end = END.toEpochMilli();
        Keyed keyed = new Keyed(seed);
        Shifts shifts = Shifts.draw(keyed, PEOPLE.size(), start, end);
        List<Demand.Job> jobs = new Demand(keyed, shifts, PEOPLE).jobs(start, end);
        return new World("Riverbank Health", start, end, PEOPLE,
                new Life(keyed, shifts, taste, PEOPLE, end).live(jobs));
    }

    private static Person person(String name, String team) {
        return new Person(name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'), name, team);
    }
}
