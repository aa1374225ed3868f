package org.desireline.app.source.forge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all pages together show of one item. Of pages that differ, the one of the latest update counts. */
final class Gathered {

    /** Texts of the same instant differ in their fractions only after the seconds, so they sort as they are. */
    private static final Comparator<Sight> NEWEST_FIRST = Comparator
            .<Sight, String>comparing(sight -> sight.updated() == null ? "" : sight.updated())
            .thenComparing(Sight::request).thenComparing(sight -> sight.place().pointer())
            .thenComparing(Sight::toString).reversed();

    private final List<Sight> sights = new ArrayList<>();
    private final Map<String, Act> acts = new TreeMap<>();
    private boolean whole;
    private boolean request;

    void saw(Sight sight) {
        request |= sight.request();
        if (!sights.contains(sight)) {
            sights.add(sight);
            sights.sort(NEWEST_FIRST);
        }
    }

    /** Of two pages that tell of one act, the one that says who did it counts. */
    void did(Act act) {
        request |= act.kind().isReview() || act.kind() == Act.Kind.MERGED;
        acts.merge(act.id(), act, (one, other) -> preferred(one, other) ? one : other);
    }

    private static boolean preferred(Act one, Act other) {
        if ((one.actor() == null) != (other.actor() == null)) {
            return one.actor() != null;
        }
        int byPlace = one.place().pointer().compareTo(other.place().pointer());
        return byPlace < 0 || (byPlace == 0 && one.toString().compareTo(other.toString()) <= 0);
    }

    void logIsWhole() {
        whole = true;
    }

    boolean isLogWhole() {
        return whole;
    }

    boolean isRequest() {
        return request;
    }

    boolean isSeen() {
        return !sights.isEmpty();
    }

    /** Where it was read: the newest page, else that of its first act. */
    Place place() {
        return sights.isEmpty() ? acts.values().iterator().next().place() : sights.getFirst().place();
    }

    Map<String, Act> acts() {
        return acts;
    }

    /** What the newest page that tells it says. */
    <T> @Nullable T told(Function<Sight, @Nullable T> part) {
        for (Sight sight : sights) {
            T told = part.apply(sight);
            if (told != null) {
                return told;
            }
        }
        return null;
    }

    /** Everything that any page says. */
    <T> Set<T> all(Function<Sight, Set<T>> part) {
        Set<T> all = new TreeSet<>();
        sights.forEach(sight -> all.addAll(part.apply(sight)));
        return all;
    }
}
