package org.desireline.broken.part;

import java.io.IOException;
import java.io.InputStream;

/** Broken: reads bytes. */
public final class ReadsStream {

    private ReadsStream() {}

    /** The broken part. */
    public static int value(InputStream stream) throws IOException {
        return stream.read();
    }
}
