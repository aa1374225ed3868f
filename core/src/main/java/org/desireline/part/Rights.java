package org.desireline.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.desireline.charter.Intent;
import org.desireline.journal.Journal;

/** Who held which right to decide, version by version, as actor numbers. */
final class Rights {

    private final Intent intent;
    /** By version, then by its rights. */
    private final List<List<int[]>> deciders = new ArrayList<>();

    /** Looks them up; programs hold none. */
    Rights(Journal journal, Intent intent, BitSet bots) {
        this.intent = intent;
        for (Intent.Version version : intent.versions()) {
            deciders.add(version.rights().stream().map(right -> IntStream.range(0, journal.actorCount())
                    .filter(actor -> !bots.get(actor) && right.deciders().contains(journal.actorToken(actor)))
                    .toArray()).toList());
        }
    }

    /** The rights that an actor held at an instant, as bits. */
    int heldBy(int actor, long atMillis) {
        int version = intent.versionAt(atMillis);
        int held = 0;
        for (int i = 0; version >= 0 && i < deciders.get(version).size(); i++) {
            if (Arrays.binarySearch(deciders.get(version).get(i), actor) >= 0) {
                held |= 1 << intent.versions().get(version).rights().get(i).right();
            }
        }
        return held;
    }
}
