package org.desireline.app.store;

import java.nio.file.Path;
import org.desireline.app.source.files.Footprint;

/**
 * An export as it was last read.
 *
 * @param path where it lies: absolute, in its shortest form
 * @param given the path as it was named
 * @param footprint what it looked like when reading began
 * @param content a hash of its content, or empty where nobody asked
 * @param latestMillis instant of its last event
 * @param events events that were delivered
 * @param finished whether it was read to its end
 */
public record Imported(
        Path path,
        String given,
        Footprint footprint,
        String content,
        long latestMillis,
        long events,
        boolean finished) {

    /** An export that is about to be read. */
    public static Imported of(Path given) {
        Path path = given.toAbsolutePath().normalize();
        return new Imported(path, given.toString(), Footprint.of(path), "", Long.MIN_VALUE, 0, false);
    }

    /** The export with a hash of its content. */
    public Imported withContent() {
        return new Imported(path, given, footprint, Footprint.content(path), latestMillis, events, finished);
    }

    /** The export once it was read. */
    public Imported read(long count, long latest) {
        return new Imported(path, given, footprint, content, latest, count, true);
    }

    /** The last part of its path, as people call it. */
    public String name() {
        return String.valueOf(path.getFileName());
    }
}
