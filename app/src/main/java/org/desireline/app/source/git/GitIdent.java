package org.desireline.app.source.git;

import java.util.Locale;

/**
 * Who did something to a commit, and when.
 *
 * @param name what they are called, empty where it is not said
 * @param email their address, likewise
 * @param atMillis when, by their clock; 0 where it is not said
 * @param offset the offset of their clock, such as {@code +0100}, empty where it is not said
 */
record GitIdent(String name, String email, long atMillis, String offset) {

    /** Nobody, never. */
    static final GitIdent NOBODY = new GitIdent("", "", 0, "");

    private static final long MOST_SECONDS = 1L << 40;

    /** From texts as a repository has them. */
    static GitIdent of(String name, String email, String seconds, String offset) {
        return new GitIdent(name, email, millis(seconds), offset(offset));
    }

    /** The same moment, of somebody called otherwise. */
    GitIdent called(String otherName, String otherEmail) {
        return new GitIdent(otherName, otherEmail, atMillis, offset);
    }

    /** The time of a number of seconds, 0 for what is no time that anything could have been committed at. */
    private static long millis(String seconds) {
        if (seconds.isEmpty() || seconds.length() > 18) {
            return 0;
        }
        long value = Long.parseLong(seconds);
        return value > MOST_SECONDS ? 0 : value * 1000;
    }

    private static String offset(String text) {
        if (!text.matches("[+-][0-9]{1,9}")) {
            return "";
        }
        String padded = String.format(Locale.ROOT, "%+05d", Integer.parseInt(text));
        return padded.length() == 5 ? padded : "";
    }
}
