package org.desireline.charter;

import org.desireline.journal.Trouble;

/**
 * Something wrong in a charter.
 *
 * @param severity an error keeps the charter from being used; a warning does not
 * @param place where it is written
 * @param what what is wrong, as a sentence without its full stop
 * @param perhaps what was probably meant, a sentence that begins "Perhaps", or empty
 * @param shown the line as it is written, or empty
 */
public record Mistake(Trouble.Severity severity, Place place, String what, String perhaps, String shown)
        implements Comparable<Mistake> {

    @Override
    public int compareTo(Mistake other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : what.compareTo(other.what);
    }

    /** As a trouble of the run. */
    public Trouble trouble() {
        return new Trouble(severity, place.toString(), perhaps.isEmpty() ? what : what + ". " + perhaps, 1);
    }
}
