package org.desireline.instrument.contest;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.charter.Intent;
import org.desireline.instrument.MenuCases;
import org.desireline.instrument.Tally;
import org.desireline.instrument.Top;
import org.desireline.part.Choice;
import org.jspecify.annotations.Nullable;

/**
 * How often each declared tradeoff rule decided between two classes of which one was started, and how often it was
 * kept, by actor.
 */
final class Rulings implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PRIORITY = Dimension.PRIORITY.ordinal();
    private static final int WHO_BITS = 28;
    private static final long WHO = (1L << WHO_BITS) - 1;

    /** Codes of the classes that win and that yield, by rule. */
    private final int[] prefer;
    private final int[] over;
    private final Tally sums = new Tally();
    private final HashMap<Integer, Top> broken = new HashMap<>();

    Rulings(List<Intent.Rule> rules) {
        prefer = rules.stream().mapToInt(Intent.Rule::prefer).toArray();
        over = rules.stream().mapToInt(Intent.Rule::over).toArray();
    }

    /** Counts a start for every rule that decides between its class and another on its menu. */
    void add(Choice choice, int[] menu) {
        if (prefer.length == 0) {
            return;
        }
        int[] ranks = choice.classes()[PRIORITY];
        int chosen = ranks[choice.chosen()];
        for (int other : IntStream.of(menu).map(i -> ranks[i]).distinct().toArray()) {
            int rule = other == chosen ? -1 : choice.standing().rule(chosen, other);
            if (rule >= 0) {
                boolean kept = prefer[rule] == chosen;
                sums.add(key(rule, kept) | choice.actor(), 1);
                if (!kept) {
                    long waiting = IntStream.of(menu).filter(i -> ranks[i] == other).count();
                    broken.computeIfAbsent(rule, id -> new Top())
                            .add(MenuCases.of(choice, menu, PRIORITY, waiting));
                }
            }
        }
    }

    private static long key(int rule, boolean kept) {
        return ((long) rule << 1 | (kept ? 1 : 0)) << WHO_BITS;
    }

    /** Adds what was counted elsewhere under the same rules. */
    void add(Rulings other) {
        sums.add(other.sums);
        other.broken.forEach((rule, top) -> broken.computeIfAbsent(rule, id -> new Top()).add(top));
    }

    /** Occasions of a rule by actor, kept or broken. */
    Map<Integer, Long> of(int rule, boolean kept) {
        TreeMap<Integer, Long> people = new TreeMap<>();
        sums.forEach((key, sum) -> {
            if ((key & ~WHO) == key(rule, kept)) {
                people.put((int) (key & WHO), sum);
            }
        });
        return people;
    }

    /** All occasions of a rule by actor. */
    Map<Integer, Long> of(int rule) {
        Map<Integer, Long> people = of(rule, true);
        of(rule, false).forEach((who, sum) -> people.merge(who, sum, Long::sum));
        return people;
    }

    /** The starts that broke a rule, those that passed over most first; null where none did. */
    @Nullable Top brokenBy(int rule) {
        return broken.get(rule);
    }

    /** The rules that are about two classes, in either direction. */
    int[] between(int one, int other) {
        return IntStream.range(0, prefer.length).filter(rule -> (prefer[rule] == one && over[rule] == other)
                || (prefer[rule] == other && over[rule] == one)).toArray();
    }

    /** Whether a rule prefers a class. */
    boolean prefers(int rule, int code) {
        return prefer[rule] == code;
    }
}
