package org.desireline.broken.charter;

import java.util.stream.Stream;

/** Broken: lowers letters as the machine's language does, by reference. */
public final class LowersForTheMachine {

    private LowersForTheMachine() {}

    /** The broken part. */
    public static Stream<String> value(Stream<String> words) {
        return words.map(String::toLowerCase);
    }
}
