package org.desireline.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.Verb;

/**
 * Which activity directly follows which in the cases of a journal (van der Aalst 2016, chapter 6), and the variants:
 * the sequences of activities that cases consist of. The events of a case are in the order of their instants, and those
 * of one instant in the order of the log. Cost: {@code n log n} in the events of the longest case.
 *
 * @param cases cases with an event that counts
 * @param events events that count
 * @param follows how often the second activity directly follows the first
 * @param starts how many cases begin with an activity
 * @param ends how many cases end with an activity
 * @param variants how many cases consist of a sequence
 */
public record DirectlyFollows(
        long cases,
        long events,
        Map<Pair, Long> follows,
        Map<String, Long> starts,
        Map<String, Long> ends,
        Map<List<String>, Long> variants) {

    private static final Set<Verb> ALL = Set.of(Verb.values());

    /** Two activities, the second directly after the first. */
    public record Pair(String first, String second) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            return Comparator.comparing(Pair::first).thenComparing(Pair::second).compare(this, other);
        }
    }

    /** Counts every event that names an activity. */
    public static DirectlyFollows of(Journal journal) {
        return of(journal, ALL);
    }

    /** Counts the events of some verbs that name an activity. */
    public static DirectlyFollows of(Journal journal, Set<Verb> verbs) {
        Counting counting = new Counting(journal, verbs);
        journal.read(counting::batch);
        return new DirectlyFollows(counting.cases, counting.events, counting.follows, counting.starts, counting.ends,
                counting.variants);
    }

    /** How often any activity directly follows another, or itself. */
    public long total() {
        return follows.values().stream().mapToLong(Long::longValue).sum();
    }

    private record Step(long atMillis, long record, String activity) {}

    private static final class Counting {

        private final Journal journal;
        private final Set<Verb> verbs;
        private final Map<Pair, Long> follows = new TreeMap<>();
        private final Map<String, Long> starts = new TreeMap<>();
        private final Map<String, Long> ends = new TreeMap<>();
        private final Map<List<String>, Long> variants = new HashMap<>();
        private long cases;
        private long events;

        Counting(Journal journal, Set<Verb> verbs) {
            this.journal = journal;
            this.verbs = verbs;
        }

        void batch(EventBatch batch) {
            for (int from = 0; from < batch.size(); ) {
                int to = from;
                List<Step> steps = new ArrayList<>();
                while (to < batch.size() && batch.item()[to] == batch.item()[from]) {
                    String activity = verbs.contains(batch.verbAt(to)) ? activity(batch, to) : "";
                    if (!activity.isEmpty()) {
                        steps.add(new Step(batch.atMillis()[to], batch.record()[to], activity));
                    }
                    to++;
                }
                count(steps);
                from = to;
            }
        }

        private String activity(EventBatch batch, int row) {
            for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
                if (journal.text(batch.attributeName()[i]).equals(Field.ACTIVITY)) {
                    return journal.text(batch.attributeValue()[i]);
                }
            }
            return "";
        }

        private void count(List<Step> steps) {
            if (steps.isEmpty()) {
                return;
            }
            steps.sort(Comparator.comparingLong(Step::atMillis).thenComparingLong(Step::record));
            List<String> variant = steps.stream().map(Step::activity).toList();
            cases++;
            events += variant.size();
            starts.merge(variant.getFirst(), 1L, Long::sum);
            ends.merge(variant.getLast(), 1L, Long::sum);
            variants.merge(variant, 1L, Long::sum);
            for (int i = 1; i < variant.size(); i++) {
                follows.merge(new Pair(variant.get(i - 1), variant.get(i)), 1L, Long::sum);
            }
        }
    }
}
