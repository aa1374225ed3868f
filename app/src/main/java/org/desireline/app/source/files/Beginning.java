package org.desireline.app.source.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a document begins with, by which its kind is told.
 *
 * @param pointer its name as shown
 * @param bytes its first bytes, unpacked, up to {@link #MOST_BYTES}; not to be changed
 */
public record Beginning(String pointer, byte[] bytes) {

    /** As many bytes are looked at. */
    public static final int MOST_BYTES = 1 << 16;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** The bytes as UTF-8, without a byte order mark and without the blanks at either end. */
    public String text() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text).strip();
    }

    /** The last part of its name, in lower case, without the ending of a packed file. */
    public String fileName() {
        String name = pointer.substring(Math.max(pointer.lastIndexOf('/'), pointer.lastIndexOf('!')) + 1);
        return name.toLowerCase(Locale.ROOT).replaceFirst("[.]gz$", "");
    }

    /** Whether it may be JSON, of one value or of one a line. */
    public boolean isJson() {
        String text = text();
        return text.startsWith("{") || text.startsWith("[");
    }

    /** Whether it holds one JSON value a line, by its name. */
    public boolean isJsonLines() {
        return isJson() && (fileName().contains(".jsonl") || fileName().contains(".ndjson"));
    }
}
