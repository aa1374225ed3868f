package org.desireline.instrument.coherence;

import java.util.SortedMap;
import java.util.TreeMap;
import org.desireline.number.ExactSum;

/** What the tally holds of choices, by key without the actor and then by actor. */
final class Tables {

    private final Coherence.Count count;
    private final TreeMap<Long, TreeMap<Integer, Long>> byActor = new TreeMap<>();

    Tables(Coherence.Count count) {
        this.count = count;
        count.choices.forEach((key, sum) -> byActor.computeIfAbsent(key - Coherence.who(key), none -> new TreeMap<>())
                .put(Coherence.who(key), sum));
    }

    SortedMap<Integer, Long> sums(long key) {
        return byActor.getOrDefault(key, new TreeMap<>());
    }

    double expected(long key) {
        return count.expected.getOrDefault(key, new ExactSum()).value();
    }

    double spread(long key) {
        return count.spread.getOrDefault(key, new ExactSum()).value();
    }
}
