package org.desireline.broken.time;

/** Broken: depends on a setting of the machine. */
public final class ReadsSetting {

    private ReadsSetting() {}

    /** The broken part. */
    public static String value() {
        return System.getProperty("user.home", "");
    }
}
