package org.desireline.charter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a whole, as it is written in per cent: {@code 40%}, {@code 12.5%}.
 *
 * @param hundredths hundredths of a per cent: 4000 stands for 40 %
 */
public record Share(int hundredths) {

    /** All of it. */
    public static final int WHOLE = 10_000;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})(?:[.](\\d{1,2}))?\\s?%");

    public Share {
        if (hundredths < 0 || hundredths > WHOLE) {
            throw new IllegalArgumentException("A share lies between 0% and 100%.");
        }
    }

    /** Reads {@code 40%}. */
    public static Share parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no share. Perhaps you meant "
                    + (text.strip().matches("\\d{1,3}([.]\\d{1,2})?") ? text.strip() + "%" : "40%") + ".");
        }
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        return new Share(Integer.parseInt(matcher.group(1) + (fraction + "00").substring(0, 2)));
    }

    /** As a fraction of one. */
    public double fraction() {
        return hundredths / (double) WHOLE;
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        int rest = hundredths % 100;
        String fraction = rest == 0 ? "" : "." + (rest % 10 == 0 ? rest / 10 : (rest < 10 ? "0" : "") + rest);
        return hundredths / 100 + fraction + "%";
    }
}
