package org.desireline.broken.part;

import java.nio.file.Path;

/** Broken: knows files. */
public final class ReadsFile {

    private ReadsFile() {}

    /** The broken part. */
    public static int value(Path path) {
        return path.getNameCount();
    }
}
