package org.desireline.app.web;

/** Makes a text from outside harmless: characters that no page may hold, and those that turn other text around. */
final class Clean {

    private static final int LONGEST_NAME = 160;
    private static final int REPLACEMENT = 0xfffd;

    private Clean() {}

    static String text(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isHarmless(c) ? c : REPLACEMENT));
        return clean.toString();
    }

    /** A name, cut where nobody would read on; the whole of it is in JSON. */
    static String name(String text) {
        String clean = text(text);
        return clean.codePointCount(0, clean.length()) <= LONGEST_NAME ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME)) + "\u2026";
    }

    /** Joiners are letters of some scripts; every other mark that shows nothing steers. */
    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        boolean isJoiner = c == 0x200c || c == 0x200d;
        return !Character.isISOControl(c) && type != Character.SURROGATE && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR
                && (type != Character.FORMAT || isJoiner) && (c & 0xfffe) != 0xfffe;
    }
}
