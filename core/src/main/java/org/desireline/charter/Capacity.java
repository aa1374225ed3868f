package org.desireline.charter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a team can do in a week: so many people with so many hours of undisturbed work each.
 *
 * @param people how many
 * @param tenths tenths of an hour a person and week: 300 stands for 30 hours
 */
public record Capacity(int people, int tenths) {

    /** Hours of a week, in tenths. */
    private static final int MOST_TENTHS = 1680;
    private static final long TENTH_MILLIS = 360_000L;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\s*[x\u00d7*]\\s*(\\d{1,3})(?:[.](\\d))?\\s*h");

    public Capacity {
        if (people < 1 || tenths < 1 || tenths > MOST_TENTHS) {
            throw new IllegalArgumentException("A capacity has at least one person, and more than 0 and at most 168"
                    + " hours a week.");
        }
    }

    /** Reads {@code 5 x 30h}. */
    public static Capacity parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no capacity. Perhaps you meant 5 x 30h: five people"
                    + " with 30 hours a week each.");
        }
        String tenth = matcher.group(3) == null ? "0" : matcher.group(3);
        return new Capacity(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2) + tenth));
    }

    /** What one person can do in a week, in milliseconds. */
    public long personMillis() {
        return tenths * TENTH_MILLIS;
    }

    /** What everybody together can do in a week, in milliseconds. */
    public long weekMillis() {
        return people * personMillis();
    }

    /** Hours a person and week, as they are written. */
    public String hours() {
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        return people + " x " + hours() + "h";
    }
}
