package org.desireline.charter;

import org.desireline.journal.Trouble;

/**
 * Something wrong in a charter.
 *
 * @param severity an error keeps the charter from being used; a warning does not
 * @param place where it is written
 * @param what what is wrong, as a sentence without its full stop
 * @param perhaps what was probably meant, a sentence that begins "Perhaps", without its full stop, or empty
 * @param shown the line as it is written, or empty
 */
public record Mistake(Trouble.Severity severity, Place place, String what, String perhaps, String shown)
        implements Comparable<Mistake> {

    public Mistake {
        what = withoutStop(what);
        perhaps = withoutStop(perhaps);
    }

    /** A mistake whose line has not been looked up yet. */
    public static Mistake of(Trouble.Severity severity, Place place, String what, String perhaps) {
        return new Mistake(severity, place, what, perhaps, "");
    }

    /** A mistake told by whoever refused a value; what follows "Perhaps" is the guess. */
    public static Mistake of(Trouble.Severity severity, Place place, IllegalArgumentException refused) {
        String message = String.valueOf(refused.getMessage());
        // A sentence of its own there, part of one here.
        if (message.matches("\\p{Lu}[\\p{Ll} ].*")) {
            message = message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1);
        }
        int at = message.indexOf("Perhaps ");
        return at < 0 ? of(severity, place, message, "")
                : of(severity, place, message.substring(0, at).strip(), message.substring(at));
    }

    /** The mistake with the line it is about. */
    public Mistake showing(String line) {
        return new Mistake(severity, place, what, perhaps, line);
    }

    @Override
    public int compareTo(Mistake other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : what.compareTo(other.what);
    }

    /** As a trouble of the run. */
    public Trouble trouble() {
        return new Trouble(severity, place.toString(), perhaps.isEmpty() ? what : what + ". " + perhaps, 1);
    }

    /** As it is printed: place, what is wrong, what was probably meant, the line, and a caret below the place. */
    public String text() {
        String kind = severity == Trouble.Severity.ERROR ? "" : severity.label() + ": ";
        String said = place + ": " + kind + what + "." + (perhaps.isEmpty() ? "" : " " + perhaps + ".");
        if (shown.isEmpty()) {
            return said;
        }
        int caret = Math.max(0, place.column() - 1);
        return said + "\n    " + shown + "\n    " + " ".repeat(caret) + "^";
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") && !sentence.endsWith("..") ? sentence.substring(0, sentence.length() - 1)
                : sentence;
    }
}
