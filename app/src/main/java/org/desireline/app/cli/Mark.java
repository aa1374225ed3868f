package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.desireline.charter.Mistake;
import org.desireline.charter.Place;
import org.desireline.journal.Trouble;
import org.desireline.watch.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Something that {@code check} found at a place of the charter, which a build server or an editor shows beside the
 * line: a mistake, or a gate that does not hold. What holds has no mark.
 *
 * @param rule what kind of thing it is
 * @param severity how bad it is for whoever waits for the exit code
 * @param place where it is written
 * @param title what it is about, in a word or two
 * @param message what is wrong, and what was probably meant; of a gate its name, its figure and its limit
 * @param verdict the verdict it tells of, or null
 * @param shown the line as it is written, or empty
 */
record Mark(
        Rule rule, Trouble.Severity severity, Place place, String title, String message, @Nullable Verdict verdict,
        String shown) {

    /** The kinds of things that are marked. */
    enum Rule {
        /** A mistake that keeps the charter from being used. */
        CHARTER_ERROR("charter-error"),
        /** Something in the charter that is probably not meant so. */
        CHARTER_REMARK("charter-remark"),
        /** A figure lies beyond its limit. */
        GATE_BROKEN("gate-broken"),
        /** It cannot be told whether a figure keeps its limit. */
        GATE_UNKNOWN("gate-unknown");

        private final String id;

        Rule(String id) {
            this.id = id;
        }

        /** Its name, which never changes. */
        String id() {
            return id;
        }
    }

    /** The marks: mistakes in the order of places, then gates in that of the charter. */
    static List<Mark> of(CheckResult result) {
        List<Mark> marks = new ArrayList<>();
        for (Mistake mistake : result.charter().mistakes()) {
            marks.add(new Mark(mistake.severity() == Trouble.Severity.ERROR ? Rule.CHARTER_ERROR : Rule.CHARTER_REMARK,
                    mistake.severity(), mistake.place(), "charter", message(mistake), null, mistake.shown()));
        }
        for (Verdict verdict : result.verdicts()) {
            if (!(verdict instanceof Verdict.Holds)) {
                marks.add(new Mark(verdict instanceof Verdict.Broken ? Rule.GATE_BROKEN : Rule.GATE_UNKNOWN,
                        result.isFine(verdict) ? Trouble.Severity.WARNING : Trouble.Severity.ERROR,
                        verdict.gate().place(), "gate " + verdict.word(),
                        verdict.gate().name() + ": " + verdict.sentence(), verdict, ""));
            }
        }
        return marks;
    }

    /** A mistake in words, with what was probably meant. */
    static String message(Mistake mistake) {
        return mistake.what() + (mistake.perhaps().isEmpty() ? "" : ". " + mistake.perhaps());
    }
}
