package org.desireline.broken.charter;

/** Broken: writes decimals as the machine's language does. */
public final class FormatsForTheMachine {

    private FormatsForTheMachine() {}

    /** The broken part. */
    public static String value(double share) {
        return String.format("%.1f", share);
    }
}
