package org.desireline.app.cli;

import java.util.HashMap;
import java.util.Map;

/**
 * Hashes of the lines of a text that stay the same when other lines move: what code scanning of GitHub knows a line by.
 *
 * <p>Method: a line's hash is the polynomial in 37, modulo 2^64, over the hundred UTF-16 units from its first one on,
 * spaces and tabs left out, each line break one line feed, the end of the text 65535, and noughts after it; then which
 * of the lines with the same hash it is. Cost: a hundred steps a line.
 */
final class LineHash {

    private static final int LENGTH = 100;
    private static final long BASE = 37;
    private static final char END = 0xffff;

    private LineHash() {}

    /** The hashes of all lines, by number of the line. */
    static Map<Integer, String> of(String text) {
        StringBuilder units = new StringBuilder();
        Map<Integer, Integer> starts = new HashMap<>();
        boolean begins = true;
        int line = 0;
        String whole = text + END;
        for (int i = 0; i < whole.length(); i++) {
            char unit = whole.charAt(i);
            boolean isSecondHalf = unit == '\n' && i > 0 && whole.charAt(i - 1) == '\r';
            if (unit == ' ' || unit == '\t' || isSecondHalf) {
                continue;
            }
            if (begins) {
                starts.put(++line, units.length());
            }
            begins = unit == '\n' || unit == '\r';
            units.append(begins ? '\n' : unit);
        }
        Map<Integer, String> hashes = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int each = 1; each <= line; each++) {
            String hash = hash(units, starts.getOrDefault(each, 0));
            hashes.put(each, hash + ":" + counts.merge(hash, 1, Integer::sum));
        }
        return hashes;
    }

    private static String hash(CharSequence units, int start) {
        long hash = 0;
        for (int i = start; i < start + LENGTH; i++) {
            hash = BASE * hash + (i < units.length() ? units.charAt(i) : 0);
        }
        return Long.toHexString(hash);
    }
}
