package org.desireline.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.desireline.app.run.BadInput;
import org.desireline.charter.Gate;
import org.desireline.charter.Mistake;
import org.desireline.journal.Trouble;

/**
 * A charter as {@code check} needs it.
 *
 * @param file the file, as the reader named it
 * @param gates the gates of the charter in force
 * @param mistakes what is wrong with it
 */
record CheckedCharter(String file, List<Gate> gates, List<Mistake> mistakes) {

    CheckedCharter {
        gates = List.copyOf(gates);
        mistakes = mistakes.stream().sorted().toList();
    }

    /** Reads a charter. */
    static CheckedCharter read(Path file) {
        if (!Files.exists(file)) {
            throw new BadInput("There is no charter " + file + ". Perhaps write a draft of one from what was seen:"
                    + " desireline init");
        }
        return new CheckedCharter(file.toString(), List.of(), List.of());
    }

    /** Whether a mistake keeps it from being used. */
    boolean isUnusable() {
        return mistakes.stream().anyMatch(mistake -> mistake.severity() == Trouble.Severity.ERROR);
    }
}
