package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.desireline.app.Call;

/** What must be in no output whatever: words of people, tokens, and bytes that steer a terminal. */
final class Leaks {

    /** The token of an actor, which is 32 hexadecimal digits, and not part of a longer hash. */
    private static final Pattern TOKEN = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");

    private Leaks() {}

    /** Holds an answer against the words, whatever their case. */
    static void none(Call call, Collection<String> words, String what) {
        none(call.all(), words, what);
    }

    /** Holds a text against the words, whatever their case. */
    static void none(String text, Collection<String> words, String what) {
        String all = text.toLowerCase(Locale.ROOT);
        assertThat(words).as("words in the output of %s", what)
                .noneMatch(word -> all.contains(word.toLowerCase(Locale.ROOT)));
        assertThat(TOKEN.matcher(all).find()).as("a token in the output of %s", what).isFalse();
        assertThat(all.codePoints().filter(c -> c != '\n' && (Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT)).boxed().distinct())
                .as("control characters in the output of %s", what).isEmpty();
    }
}
