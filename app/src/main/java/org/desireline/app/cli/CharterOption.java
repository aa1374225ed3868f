package org.desireline.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that go by the tracker's own order unless a charter is named. */
final class CharterOption {

    @Option(names = "--charter", paramLabel = "FILE",
            description = "The charter to go by. Default: none, the tracker's own order.")
    @Nullable Path file;

    /** What to add to a command so that it sees what this one saw. */
    String again() {
        return file == null ? "" : " --charter " + Output.typed(file.toString());
    }
}
