package org.desireline.bench.imports;

import java.nio.file.Path;
import org.desireline.app.source.Sources;
import org.desireline.bench.DirectlyFollows;
import org.desireline.journal.MemoryJournal;

/** A log to directly-follows counts through a journal. Argument: the file. */
public final class OurFollows {

    private OurFollows() {}

    /** Runs and prints. */
    public static void main(String[] arguments) {
        MemoryJournal.Builder builder = new MemoryJournal.Builder();
        Sources.of(Path.of(arguments[0]), account -> account, (account, name) -> { }).read(builder::add, builder::add);
        DirectlyFollows follows = DirectlyFollows.of(builder.build());
        IO.println(follows.follows().size() + " pairs, " + follows.total() + " in all");
    }
}
