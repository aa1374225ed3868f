package org.desireline.app.charterfile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Declared;
import org.desireline.charter.Mistake;
import org.desireline.journal.Trouble.Severity;

/**
 * The charters of an organisation, as they were read.
 *
 * @param versions in the order in which they came into force; empty where there are errors
 * @param teams the charters of teams, by the id of the team
 * @param mistakes everything that is wrong, in the order of files and lines
 */
public record Loaded(List<DeclaredVersion> versions, Map<String, Declared> teams, List<Mistake> mistakes) {

    public Loaded {
        versions = List.copyOf(versions);
        teams = Collections.unmodifiableMap(new TreeMap<>(teams));
        mistakes = mistakes.stream().distinct().sorted().toList();
    }

    /** Whether the charter cannot be used. */
    public boolean hasErrors() {
        return mistakes.stream().anyMatch(mistake -> mistake.severity() == Severity.ERROR);
    }

    /** All mistakes, as they are printed: each with its line and a caret. */
    public String text() {
        return String.join("\n", mistakes.stream().map(Mistake::text).toList());
    }
}
