package org.desireline.charter;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as people write it: {@code 30m}, {@code 4h}, {@code 2d}, {@code 1w}. A day has 24 hours here; which
 * of them count is for whoever measures to say.
 *
 * @param amount how many
 * @param unit of what: m, h, d or w
 */
public record Length(int amount, char unit) {

    private static final Map<Character, Long> MILLIS =
            Map.of('m', 60_000L, 'h', 3_600_000L, 'd', 24 * 3_600_000L, 'w', 7 * 24 * 3_600_000L);
    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,3})([mhdw])");

    public Length {
        if (!MILLIS.containsKey(unit) || amount < 1) {
            throw new IllegalArgumentException("Not a length of time: " + amount + unit + ". Perhaps you meant 2d.");
        }
    }

    /** Reads {@code 2d}. */
    public static Length parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no length of time. Perhaps you meant 2d: minutes (m),"
                    + " hours (h), days (d) or weeks (w).");
        }
        return new Length(Integer.parseInt(matcher.group(1)), matcher.group(2).charAt(0));
    }

    /** In milliseconds. */
    public long millis() {
        return amount * MILLIS.getOrDefault(unit, 0L);
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        return amount + String.valueOf(unit);
    }
}
