package org.desireline.app.source.ocel;

/**
 * How Desireline's own events stand in an object-centric log, so that they are read back as they were.
 *
 * <p>An event's id in the log is its own, in hexadecimal digits; its type is what was done, or else its verb. Its
 * attributes are those of the journal, under their own names; what begins with {@link #PREFIX} is for reading it back.
 */
public final class OwnLog {

    /** Begins the names of attributes and qualifiers that are Desireline's own. */
    public static final String PREFIX = "desireline:";
    /** The verb; an event that has it is Desireline's. */
    public static final String VERB = PREFIX + "verb";
    /** The kind of source it was read from. */
    public static final String SOURCE = PREFIX + "source";
    /** When that source last changed the record, in milliseconds. */
    public static final String VERSION = PREFIX + "version";
    /** The file it was read from. */
    public static final String POINTER = PREFIX + "pointer";
    /** The number of the record in that file, or -1. */
    public static final String RECORD = PREFIX + "record";
    /** Attributes exactly, as a JSON object: those that a form of the format cannot hold as they are. */
    public static final String MORE = PREFIX + "more";
    /** Qualifies the item that it happened to. */
    public static final String ITEM = PREFIX + "item";
    /** Qualifies whoever did it. */
    public static final String ACTOR = PREFIX + "actor";
    /** Begins the ids of objects that are people: a token follows. */
    public static final String ACTOR_ID = "actor:";

    private static final String ESCAPED = PREFIX + "text:";

    private OwnLog() {}

    /** Whether every form of the format holds a text as it is. */
    public static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= ' ' && (c < 0x7f || c > 0x9f) && c != 0x2028 && c < 0xfffe;
    }

    /** A text that every form holds as it is: this one, or a writing of it. */
    public static String escaped(String text) {
        if (isPlain(text) && !text.startsWith(ESCAPED)) {
            return text;
        }
        StringBuilder written = new StringBuilder(ESCAPED);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || !isPlain(text, i)) {
                written.append(String.format(java.util.Locale.ROOT, "\\%04x", (int) c));
            } else {
                written.append(c);
            }
        }
        return written.toString();
    }

    /** The text of a writing. */
    static String unescaped(String written) {
        if (!written.startsWith(ESCAPED)) {
            return written;
        }
        StringBuilder text = new StringBuilder();
        for (int i = ESCAPED.length(); i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\' && i + 4 < written.length() && written.substring(i + 1, i + 5).matches("[0-9a-f]{4}")) {
                text.append((char) Integer.parseInt(written.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
