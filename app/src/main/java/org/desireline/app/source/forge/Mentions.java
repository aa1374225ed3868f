package org.desireline.app.source.forge;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in texts what they name: the keys of trackers, and the items that a request says to close. */
public final class Mentions {

    /** Longer texts are looked at as far as this; forges allow for a quarter of it or less. */
    private static final int MOST_TEXT = 1 << 20;

    /** Upper case, as trackers write keys: in lower case they are as often branches and versions. */
    private static final Pattern KEY = Pattern.compile("(?<![A-Za-z0-9])[A-Z][A-Z0-9_]{1,99}-[0-9]{1,18}(?![0-9])");
    private static final String ITEM = "(?:[A-Za-z0-9_.-]{1,100}(?:/[A-Za-z0-9_.-]{1,100}){1,9})?#[0-9]{1,18}";
    private static final Pattern CLOSING = Pattern.compile("(?i)(?<![a-z])(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?"
            + "|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?):? {1,9}(?:issues? )?(" + ITEM
            + "(?:(?:, ?|,? and )" + ITEM + "){0,99})");
    private static final Pattern ONE = Pattern.compile("(" + ITEM.replace("#[0-9]{1,18}", ")#([0-9]{1,18})"));

    private Mentions() {}

    /** The keys of trackers in a text. */
    public static Set<String> keys(String text) {
        TreeSet<String> keys = new TreeSet<>();
        Matcher matcher = KEY.matcher(bounded(text));
        while (matcher.find()) {
            keys.add(matcher.group());
        }
        return keys;
    }

    /** The issues that a text says to close, by the words that forges go by. */
    public static Set<ItemName> closed(String text, String project) {
        TreeSet<ItemName> closed = new TreeSet<>();
        Matcher matcher = CLOSING.matcher(bounded(text));
        while (matcher.find()) {
            Matcher one = ONE.matcher(matcher.group(1));
            while (one.find()) {
                String named = one.group(1);
                closed.add(new ItemName(named.isEmpty() ? project : named, "#" + one.group(2)));
            }
        }
        return closed;
    }

    private static CharSequence bounded(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
    }
}
