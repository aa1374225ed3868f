package org.desireline.app.run;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bytes as the two files of settings: what is read of the guesses and written again is read as the same. */
public final class SettingsFuzz {

    private SettingsFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            People.read("people.yaml", text);
        } catch (BadInput said) {
            // What cannot be read is said so.
        }
        try {
            GuessFile file = GuessFile.read("guess.yaml", text);
            GuessFile again = GuessFile.read("guess.yaml", file.text(Map.of()));
            if (!again.statuses().equals(file.statuses())) {
                throw new IllegalStateException("Statuses are written otherwise than they were read.");
            }
        } catch (BadInput said) {
            // What cannot be read is said so.
        }
    }
}
