package org.desireline.broken.number;

import java.util.UUID;

/** Broken: makes an identity that differs from run to run. */
public final class DrawsIdentity {

    private DrawsIdentity() {}

    /** The broken part. */
    public static String value() {
        return UUID.randomUUID().toString();
    }
}
