package org.desireline.app.charterfile;

import java.time.ZoneOffset;
import org.desireline.charter.Mistake;

/** Bytes as a charter: every mistake has its place, and a file without an error is a charter. */
public final class CharterFuzz {

    private CharterFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        CharterReader.Read read = CharterReader.read("charter.yaml", bytes, ZoneOffset.UTC);
        for (Mistake mistake : read.mistakes()) {
            if (mistake.place().line() < 1 || mistake.place().column() < 1 || mistake.what().isBlank()) {
                throw new IllegalStateException("A mistake that says nothing: " + mistake + ".");
            }
        }
        if (!read.hasErrors() && read.declared() == null) {
            throw new IllegalStateException("Neither a charter nor a mistake.");
        }
    }
}
