package org.desireline.part;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * How long activities of process logs lay in queues and how long they were worked on.
 *
 * <p>Question: how long from schedule to start, and from start to end? Unit: milliseconds of the wall clock, each
 * activity on its own. Method: within an item, a start belongs to the first schedule of its instance, else of its
 * activity, that none belonged to yet; an end to the first start likewise, that of the same actor first. Sources:
 * van der Aalst 2016, transactional life-cycle model. Cost: linear in events, and {@code n log n} in activities; 16
 * bytes an activity. Laws: as many queues as starts at most, as many works as ends at most. Blind spots: an activity
 * that is scheduled and never begun, or begun and never ended.
 *
 * @param told events that name an activity
 * @param scheduled of these, how many say that it could be begun
 * @param begun how many say that it began, or went on
 * @param queues starts whose schedule is told
 * @param queueMillis how long these lay together
 * @param medianQueueMillis how long half of them lay at most
 * @param works ends whose start is told
 * @param workMillis how long these took together
 * @param medianWorkMillis how long half of them took at most
 * @param starters people who made the starts whose schedule is told
 * @param workers people whose work it was
 * @param largestWork the largest one's share of the time they worked; 0 where there are none
 */
public record Activities(
        long told,
        long scheduled,
        long begun,
        long queues,
        long queueMillis,
        long medianQueueMillis,
        long works,
        long workMillis,
        long medianWorkMillis,
        long starters,
        long workers,
        double largestWork) {

    private static final String WENT_ON = "resume";

    /**
     * Reads the journal once, leaving out what happened after an instant.
     *
     * @param bots tokens of programs: they are no people
     */
    public static Activities of(Journal journal, Set<String> bots, long asOfMillis) {
        Counting counting = new Counting(journal, bots, asOfMillis);
        journal.read(counting::batch);
        long[] queues = counting.queues.sorted();
        long[] works = counting.works.sorted();
        return new Activities(counting.told, counting.scheduled, counting.begun, queues.length,
                Arrays.stream(queues).sum(), median(queues), works.length, Arrays.stream(works).sum(), median(works),
                counting.starters.size(), counting.workMillis.size(), counting.largestWork());
    }

    private static long median(long[] sorted) {
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
    }

    private static final class Lengths {
        private long[] values = new long[64];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = value;
        }

        long[] sorted() {
            long[] all = Arrays.copyOf(values, size);
            Arrays.sort(all);
            return all;
        }
    }

    private static final class Counting {

        private final Journal journal;
        private final long asOfMillis;
        private final Lengths queues = new Lengths();
        private final Lengths works = new Lengths();
        private final Set<String> bots;
        private final Set<Integer> starters = new HashSet<>();
        private final Map<Integer, Long> workMillis = new HashMap<>();
        private long told;
        private long scheduled;
        private long begun;

        Counting(Journal journal, Set<String> bots, long asOfMillis) {
            this.journal = journal;
            this.bots = bots;
            this.asOfMillis = asOfMillis;
        }

        void batch(EventBatch batch) {
            for (int from = 0; from < batch.size(); ) {
                Map<String, ArrayDeque<Long>> waiting = new HashMap<>();
                Stints stints = new Stints();
                int to = from;
                while (to < batch.size() && batch.item()[to] == batch.item()[from]) {
                    Row row = new Row(journal, batch, to);
                    String activity = row.get(Field.ACTIVITY);
                    if (activity != null && batch.atMillis()[to] <= asOfMillis) {
                        told++;
                        event(row, row.orElse(Field.INSTANCE, activity), waiting, stints);
                    }
                    to++;
                }
                stints.each(this::worked);
                from = to;
            }
        }

        private boolean isPerson(int actor) {
            return actor >= 0 && !bots.contains(journal.actorToken(actor));
        }

        private void worked(Life.Work work) {
            long millis = work.toMillis() - work.fromMillis();
            works.add(millis);
            if (isPerson(work.actor())) {
                workMillis.merge(work.actor(), millis, Long::sum);
            }
        }

        private double largestWork() {
            long all = workMillis.values().stream().mapToLong(Long::longValue).sum();
            long largest = workMillis.values().stream().mapToLong(Long::longValue).max().orElse(0);
            return all == 0 ? 0 : (double) largest / all;
        }

        private void event(Row row, String activity, Map<String, ArrayDeque<Long>> waiting, Stints stints) {
            Verb verb = row.batch().verbAt(row.row());
            long at = row.batch().atMillis()[row.row()];
            int actor = row.batch().actor()[row.row()];
            if (verb == Verb.scheduled) {
                scheduled++;
                waiting.computeIfAbsent(activity, none -> new ArrayDeque<>()).add(at);
            } else if (verb == Verb.started) {
                begun++;
                stints.start(actor, activity, at);
                ArrayDeque<Long> queue = waiting.get(activity);
                @Nullable Long since = queue == null || WENT_ON.equalsIgnoreCase(row.orElse(Field.LIFECYCLE, ""))
                        ? null : queue.poll();
                if (since != null) {
                    queues.add(at - since);
                    if (isPerson(actor)) {
                        starters.add(actor);
                    }
                }
            } else if (verb == Verb.stopped) {
                stints.stop(actor, activity, at);
            }
        }
    }
}
