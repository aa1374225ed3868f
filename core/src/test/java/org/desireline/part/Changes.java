package org.desireline.part;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Charter;
import org.desireline.charter.Intent;
import org.desireline.charter.StatusMap;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;

/** Changes to a repository, written by hand or made up, and what is true of those that were made up. */
public final class Changes {

    /** When everything begins. */
    public static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final int PEOPLE = 9;

    /** Everything written. */
    public final Chronicle chronicle = new Chronicle();
    /** Hours from beginning to merge, of changes merged. */
    public final List<Double> toMerge = new ArrayList<>();
    /** Hours from beginning to the first review by another, of changes merged that had one. */
    public final List<Double> toReview = new ArrayList<>();
    /** Whose changes were merged. */
    public final Set<String> authors = new TreeSet<>();
    /** Changes merged without a review by another, by author. */
    public final Map<String, Integer> unreviewed = new TreeMap<>();

    /** Some changes that were made up. */
    public static Changes random(long seed, int count) {
        Changes changes = new Changes();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            changes.add("github:r:" + i, random);
        }
        return changes;
    }

    private void add(String item, SplittableRandom random) {
        String author = "author" + random.nextInt(PEOPLE);
        long begun = random.nextInt(40) * DAY + random.nextInt(1_000) * 60_000L;
        begun(item, begun, author);
        long first = Long.MAX_VALUE;
        for (int review = random.nextInt(3); review > 0; review--) {
            String by = "author" + random.nextInt(PEOPLE);
            long at = begun + random.nextInt(4_000) * 60_000L;
            reviewed(item, at, by);
            first = by.equals(author) ? first : Math.min(first, at);
        }
        if (random.nextInt(5) > 0) {
            long end = begun + 60_000L * (1 + random.nextInt(5_000));
            merged(item, end);
            authors.add(author);
            toMerge.add((end - begun) / (double) HOUR);
            if (first < Long.MAX_VALUE) {
                toReview.add((first - begun) / (double) HOUR);
            } else {
                unreviewed.merge(author, 1, Integer::sum);
            }
        }
    }

    /** A change begins, so long after the start. */
    public void begun(String item, long afterMillis, String author) {
        chronicle.created(item, START + afterMillis, author,
                Map.of(Field.TYPE, "pull request", Field.COMPONENT, "docs"));
    }

    /** Somebody reviews it. */
    public void reviewed(String item, long afterMillis, String by) {
        chronicle.event(item, START + afterMillis, Verb.reviewed, by, Map.of(Field.VERDICT, "approved"));
    }

    /** It is merged. */
    public void merged(String item, long afterMillis) {
        chronicle.event(item, START + afterMillis, Verb.merged, "keeper", Map.of());
        chronicle.moved(item, START + afterMillis, "keeper", "Merged");
    }

    /** The organisation whose changes they are; the account {@code robot} is a program. */
    public Organisation organisation() {
        long asOf = START + 60 * DAY;
        Charter charter = new Charter(WorkWeek.assumed(ZoneOffset.UTC), new StatusMap(Map.of()), List.of(),
                Set.of("robot"), Set.of(), true, Intent.none(), Set.of());
        return new Organisation(0, HOUR, charter, Window.parse("all", START, asOf, ZoneOffset.UTC), asOf,
                chronicle.events());
    }
}
