package org.desireline.bench.rates;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of an instrument on which a claim would be wrong wherever people go by nothing but the declared order.
 *
 * @param instrument its name
 * @param line pattern of the lines' ids
 */
record Wrong(String instrument, Pattern line) {

    /** Any line. */
    static final Pattern ANYTHING = Pattern.compile(".*");

    static final Wrong CONTEST = of("contest", "contest/priority/.+/inversion");
    static final Wrong CHOICE = of("choice", "choice/.+/(due|hasDue|age|size|familiarity|friction|failure|requester)"
            + "/effect|choice/.+/fastOverImportant");
    static final Wrong ATTENTION = of("attention", "attention/.+/againstIntended");

    static List<Wrong> all() {
        return List.of(CONTEST, CHOICE, ATTENTION);
    }

    private static Wrong of(String instrument, String line) {
        return new Wrong(instrument, Pattern.compile(line));
    }

    /** Whether the instrument says so nevertheless. */
    boolean isClaimed(Outcome outcome) {
        return outcome.claims(instrument, line);
    }

    /** Whether the instrument says so without any doubt. */
    boolean isShown(Outcome outcome) {
        return outcome.shows(instrument, line);
    }
}
