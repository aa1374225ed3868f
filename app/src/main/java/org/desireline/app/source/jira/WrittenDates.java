package org.desireline.app.source.jira;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.app.source.files.Instants;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as people's settings write them: {@code 12/Mar/21 3:04 PM}, {@code 2021-03-12 15:04}, {@code 12.03.21
 * 15:04}. One order of day and month is found for all dates of a document. No offset is written: they are taken as UTC.
 *
 * @param dayFirst whether the day stands before the month where both are numbers
 * @param isTold whether some date tells that: a number above twelve, an order of events, a point as separator
 */
record WrittenDates(boolean dayFirst, boolean isTold) {

    private static final Pattern DATE = Pattern.compile("(?U)\\s*(?:\\p{L}{2,9}[.,]? )?([0-9]{1,4}|\\p{L}{3,12}[.]?)"
            + "([-/. ]{1,2})([0-9]{1,2}|\\p{L}{3,12}[.]?)(?:,|[-/. ]{1,2})\\s?([0-9]{2,4})"
            + "(?:(?:[ T]|, ?)([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,][0-9]{1,9})?)?\\s?([AaPp][.]?[Mm]"
            + "[.]?)?)?\\s*");
    private static final Map<String, Integer> MONTHS = months();
    /** The last two figures of years before this belong to this century. */
    private static final int TURN = 70;

    /** The numbers of a date in the order in which they stand; a month that is a word is told apart. */
    private record Parts(int first, int second, int third, int word, char separator, int hour, int minute, int second60,
            boolean halves) {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : List.of("it", "pt", "es", "nl", "fr", "de", "en")) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.of(language));
            for (String[] names : List.of(symbols.getMonths(), symbols.getShortMonths())) {
                for (int i = 0; i < 12; i++) {
                    months.put(names[i].toLowerCase(Locale.ROOT).replace(".", ""), i + 1);
                }
            }
        }
        return months;
    }

    /**
     * Finds the order of day and month.
     *
     * @param dates all dates of a document
     * @param ordered pairs of dates of which the second is not earlier than the first
     */
    static WrittenDates of(Collection<String> dates, List<String[]> ordered) {
        boolean points = false;
        boolean halves = false;
        long above = 0;
        for (String date : dates) {
            Parts parts = parts(date);
            if (parts != null && parts.word() == 0 && parts.first() < 1000) {
                above += parts.first() > 12 ? 1 : 0;
                above -= parts.second() > 12 ? 1 : 0;
                points |= parts.separator() == '.';
                halves |= parts.halves();
            }
        }
        if (above != 0 || points) {
            return new WrittenDates(above > 0 || (above == 0 && points), true);
        }
        long wrong = 0;
        for (String[] pair : ordered) {
            wrong += isReversed(pair, true) ? 1 : 0;
            wrong -= isReversed(pair, false) ? 1 : 0;
        }
        boolean doubtful = dates.stream().map(WrittenDates::parts).anyMatch(parts -> parts != null
                && parts.word() == 0 && parts.first() < 1000 && parts.first() != parts.second());
        return new WrittenDates(wrong != 0 ? wrong < 0 : !halves, wrong != 0 || !doubtful);
    }

    private static boolean isReversed(String[] pair, boolean dayFirst) {
        WrittenDates order = new WrittenDates(dayFirst, true);
        Long first = order.millis(pair[0]);
        Long second = order.millis(pair[1]);
        return first != null && second != null && second < first;
    }

    /** The instant a date stands for, in UTC; null where it is none. */
    @Nullable Long millis(String text) {
        LocalDateTime date = date(text);
        if (date == null && text.indexOf('T') == 10) {
            return Instants.millis(text);
        }
        return date == null ? null : date.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** The day a date stands for, as 2021-03-12; null where it is none. */
    @Nullable String day(String text) {
        LocalDateTime date = date(text);
        return date == null ? null : date.toLocalDate().toString();
    }

    private @Nullable LocalDateTime date(String text) {
        Parts parts = parts(text);
        if (parts == null) {
            return null;
        }
        boolean yearFirst = parts.first() >= 1000;
        int year = yearFirst ? parts.first() : parts.third();
        int century = year >= 100 ? 0 : year < TURN ? 2000 : 1900;
        int month = parts.word() > 0 ? parts.word() : (yearFirst || dayFirst) ? parts.second() : parts.first();
        int day = yearFirst ? parts.third() : parts.word() > 0 ? parts.first() : dayFirst ? parts.first()
                : parts.second();
        try {
            return LocalDateTime.of(year + century, month, day, parts.hour(), parts.minute(), parts.second60());
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static @Nullable Parts parts(String text) {
        Matcher matcher = text.length() > 60 ? null : DATE.matcher(text);
        if (matcher == null || !matcher.matches()) {
            return null;
        }
        String first = matcher.group(1);
        String second = matcher.group(3);
        boolean wordFirst = !Character.isDigit(first.charAt(0));
        boolean wordSecond = !Character.isDigit(second.charAt(0));
        int word = wordFirst ? month(first) : wordSecond ? month(second) : 0;
        if ((wordFirst && wordSecond) || ((wordFirst || wordSecond) && word == 0)) {
            return null;
        }
        int hour = matcher.group(5) == null ? 0 : Integer.parseInt(matcher.group(5));
        String half = matcher.group(8);
        if (half != null) {
            boolean after = half.charAt(0) == 'p' || half.charAt(0) == 'P';
            hour = hour % 12 + (after ? 12 : 0);
        }
        return new Parts(wordFirst ? Integer.parseInt(second) : Integer.parseInt(first),
                wordFirst || wordSecond ? 0 : Integer.parseInt(second), Integer.parseInt(matcher.group(4)), word,
                matcher.group(2).charAt(0), hour, matcher.group(6) == null ? 0 : Integer.parseInt(matcher.group(6)),
                matcher.group(7) == null ? 0 : Integer.parseInt(matcher.group(7)), half != null);
    }

    private static int month(String word) {
        return MONTHS.getOrDefault(word.toLowerCase(Locale.ROOT).replace(".", ""), 0);
    }
}
