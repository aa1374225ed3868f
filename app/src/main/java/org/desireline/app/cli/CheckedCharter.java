package org.desireline.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desireline.app.charterfile.CharterFiles;
import org.desireline.app.charterfile.Loaded;
import org.desireline.charter.Gate;
import org.desireline.charter.Mistake;
import org.desireline.journal.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * A charter as {@code check} needs it.
 *
 * @param file the file, as it is shown
 * @param rules the file that a run goes by, or null for the tracker's own order
 * @param gates the gates of its newest version, then those of the teams' charters
 * @param mistakes what is wrong with it
 */
record CheckedCharter(String file, @Nullable Path rules, List<Gate> gates, List<Mistake> mistakes) {

    CheckedCharter {
        gates = List.copyOf(gates);
        mistakes = mistakes.stream().sorted().toList();
    }

    /** Reads a charter; whatever is wrong with it, its absence included, is a mistake of it. */
    static CheckedCharter read(Path file) {
        Loaded loaded = CharterFiles.read(file);
        List<Gate> gates = new ArrayList<>();
        if (!loaded.versions().isEmpty()) {
            gates.addAll(loaded.versions().getLast().declared().gates());
        }
        loaded.teams().values().forEach(team -> gates.addAll(team.gates()));
        return new CheckedCharter(file.toString(), file, gates, loaded.mistakes());
    }

    /** Whether a mistake keeps it from being used. */
    boolean isUnusable() {
        return mistakes.stream().anyMatch(mistake -> mistake.severity() == Trouble.Severity.ERROR);
    }
}
