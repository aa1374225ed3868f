package org.desireline.broken.charter;

import java.util.Locale;

/** Broken: depends on the language of the machine. */
public final class UsesLocaleOfMachine {

    private UsesLocaleOfMachine() {}

    /** The broken part. */
    public static Locale value() {
        return Locale.getDefault();
    }
}
