package org.desireline.broken.part;

import java.net.URI;

/** Broken: knows addresses. */
public final class AsksNetwork {

    private AsksNetwork() {}

    /** The broken part. */
    public static int value(URI address) {
        return address.getPort();
    }
}
