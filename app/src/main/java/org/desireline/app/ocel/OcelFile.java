package org.desireline.app.ocel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.desireline.app.run.BadInput;
import org.desireline.app.run.KeptEvents;
import org.desireline.app.store.Private;
import org.desireline.journal.SourceException;

/** The journal in one file, as an object-centric event log. */
public final class OcelFile {

    /**
     * What to write.
     *
     * @param file where to; the form is told by its ending
     * @param withActorIds whether people are there, as tokens
     * @param force whether a file that is there may be replaced
     */
    public record Wish(Path file, boolean withActorIds, boolean force) {

        public Wish {
            if (Form.kind(file) == null) {
                throw new BadInput("--ocel tells the form by the ending of the file, and " + file + " has none that is"
                        + " known. Perhaps name it journal.jsonocel, journal.xmlocel or journal.sqlite.");
            }
        }
    }

    /**
     * A file that was written.
     *
     * @param file where
     * @param events how many events it holds
     * @param objects how many objects
     */
    public record Written(Path file, long events, long objects) {}

    private OcelFile() {}

    /** Writes; whoever is not its owner cannot read the file, where the file system knows such a thing. */
    public static Written write(KeptEvents events, Wish wish) {
        Form.Kind kind = Form.kind(wish.file());
        if (kind == null || (Files.exists(wish.file()) && !wish.force())) {
            throw new BadInput(wish.file() + " is there already. Perhaps name another file, or replace it with"
                    + " --force.");
        }
        Contents contents = new Contents(wish.withActorIds());
        events.each(contents::hear);
        Path target = wish.file().toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new BadInput(wish.file() + " is a folder. Perhaps name a file in it.");
        }
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".part", "");
            try {
                Private.protect(part);
                fill(events, contents, kind, part);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failed) {
            throw new SourceException(SourceException.Kind.UNREADABLE, wish.file().toString(), true, "The journal"
                    + " cannot be written to " + wish.file() + " (" + failed.getMessage()
                    + "). Perhaps name another file, or free some space.");
        }
        return new Written(wish.file(), contents.events(), contents.objects().size());
    }

    private static void fill(KeptEvents events, Contents contents, Form.Kind kind, Path file) throws IOException {
        try (Form form = kind.begin(file, contents)) {
            for (Map.Entry<String, String> object : contents.objects().entrySet()) {
                form.object(object.getKey(), object.getValue());
            }
            events.each(event -> {
                try {
                    form.event(contents.entry(event));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
            form.end();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
