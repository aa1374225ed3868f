package org.desireline.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Collects troubles; equal ones are counted together. */
public final class Troubles {

    private final TreeMap<Trouble, Long> counts = new TreeMap<>();

    /** Adds a trouble. */
    public void add(Trouble trouble) {
        counts.merge(new Trouble(trouble.severity(), trouble.where(), trouble.what(), 1), trouble.count(), Long::sum);
    }

    /** What was added, sorted. */
    public List<Trouble> counted() {
        List<Trouble> counted = new ArrayList<>();
        counts.forEach((trouble, count) ->
                counted.add(new Trouble(trouble.severity(), trouble.where(), trouble.what(), count)));
        return counted;
    }
}
