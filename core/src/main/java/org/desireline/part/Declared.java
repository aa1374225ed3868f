package org.desireline.part;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a record declares besides a day, as it stands.
 *
 * @param again what it is called in whatever period it is declared for; empty where no file holds it any more
 * @param asked how often it asks which team for something
 */
public record Declared(String again, SortedMap<String, Integer> asked) {

    public Declared {
        asked = Collections.unmodifiableSortedMap(new TreeMap<>(asked));
    }
}
