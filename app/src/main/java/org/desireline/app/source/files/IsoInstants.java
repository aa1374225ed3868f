package org.desireline.app.source.files;

/**
 * Reads instants of the form {@code 2012-01-30T06:24:00.123+02:00}, a thousand times as often as formatters would: a
 * blank may stand for the T, seconds, fraction and offset may be missing, the offset may be Z or lack its colon.
 */
public final class IsoInstants {

    /** Says that a text is no such instant. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long DAY_MILLIS = 24L * 3_600_000;
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private IsoInstants() {}

    /** Milliseconds since 1970, or {@link #NONE}; where no offset is written, it is UTC. */
    public static long millis(String text) {
        int length = text.length();
        if (length < 16 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(13) != ':'
                || (text.charAt(10) != 'T' && text.charAt(10) != ' ')) {
            return NONE;
        }
        long day = day(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        if (day == NONE || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return NONE;
        }
        int at = 16;
        long millis = day * DAY_MILLIS + hour * 3_600_000L + minute * 60_000L;
        if (at < length && text.charAt(at) == ':') {
            int second = number(text, at + 1, at + 3);
            if (second < 0 || second > 59) {
                return NONE;
            }
            millis += second * 1_000L;
            at += 3;
            if (at < length && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                int scale = 100;
                int digits = 0;
                for (at++; at < length && isDigit(text.charAt(at)); at++, digits++) {
                    millis += (long) (text.charAt(at) - '0') * scale;
                    scale /= 10;
                }
                if (digits == 0 || digits > 9) {
                    return NONE;
                }
            }
        }
        long offset = offset(text, at);
        return offset == NONE ? NONE : millis - offset;
    }

    /** The offset an instant is written in, such as {@code +0100}; empty where it has none. */
    public static String offset(String text) {
        int at = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        return text.endsWith("Z") ? "+0000" : at > 13 ? text.substring(at).replace(":", "") : "";
    }

    private static long offset(String text, int from) {
        int at = from;
        int length = text.length();
        if (at == length || (text.charAt(at) == 'Z' && at + 1 == length)) {
            return 0;
        }
        at += text.charAt(at) == ' ' ? 1 : 0;
        char sign = at < length ? text.charAt(at) : '?';
        int left = length - at;
        if ((sign != '+' && sign != '-') || (left != 3 && left != 5 && left != 6)
                || (left == 6 && text.charAt(at + 3) != ':')) {
            return NONE;
        }
        int hours = number(text, at + 1, at + 3);
        int minutes = left == 3 ? 0 : number(text, length - 2, length);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return NONE;
        }
        return (sign == '-' ? -1 : 1) * (hours * 3_600_000L + minutes * 60_000L);
    }

    /** Days since 1970 of a day of the Gregorian calendar, or {@link #NONE} where there is none. */
    private static long day(int year, int month, int day) {
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]
                || (month == 2 && day == 29 && !(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)))) {
            return NONE;
        }
        // Years from March on, so that a leap day ends one.
        int y = month > 2 ? year : year - 1;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097L + yearOfEra * 365L + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468L;
    }

    private static int number(String text, int from, int to) {
        if (to > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
