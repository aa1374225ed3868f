package org.desireline.charter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.desireline.journal.Trouble.Severity;

/** Finds gates that could never be judged: about nothing, on a figure or in a window that cannot exist. */
final class GateCheck {

    private static final String ALL = "all";
    private static final Pattern WINDOW = Pattern.compile(
            "all|[1-9]\\d{0,2}w|\\d{4}[qQ][1-4]|\\d{4}-(?:0[1-9]|1[0-2])");
    /** Figures that a gate can name, by instrument; an instrument that is not here is asked when it is run. */
    private static final Map<String, Set<String>> LINES = Map.of(
            "ledger", Set.of("worked", "rework", "closedGap", "offHours", "blocked", "decision", "review", "unowned",
                    "ownerUnknown", "outranked", "contention", "displacedNew", "displacedInflight", "busyUnranked",
                    "busyAmbiguous", "silent", "parked", "nobody", "owner", "reviewer", "decider", "otherItem",
                    "live", "waiting", "laterCycles", "occupied", "unassigned"));
    /** What a figure of the ledger can be a share of. */
    private static final Set<String> WHOLES = Set.of("waiting", "live", "elapsed");

    private GateCheck() {}

    /** Adds what is wrong with a gate. */
    static void check(Gate gate, Collection<String> classes, List<Mistake> mistakes) {
        boolean isWholeId = gate.line().startsWith(gate.reading() + "/");
        if (!isWholeId) {
            subject(gate, classes, mistakes);
        }
        Set<String> lines = LINES.getOrDefault(gate.reading(), Set.of());
        // A name with a slash is the end of a line's id, which is told only by the reading itself.
        if (!lines.isEmpty() && !lines.contains(gate.line()) && gate.line().indexOf('/') < 0) {
            add(gate, "the reading `" + gate.reading() + "` has no line `" + gate.line() + "`",
                    Nearest.perhaps(gate.line(), lines, "lines"), mistakes);
        }
        if (!lines.isEmpty() && !gate.of().isEmpty() && !WHOLES.contains(gate.of())) {
            add(gate, "hours cannot be a share of `" + gate.of() + "`",
                    Nearest.perhaps(gate.of(), WHOLES, "wholes"), mistakes);
        }
        if (!lines.isEmpty() && gate.percent() && gate.of().isEmpty() && gate.line().indexOf('/') < 0) {
            add(gate, "it is not said of what the limit is a share", "Perhaps add `of: waiting`", mistakes);
        }
        if (!WINDOW.matcher(gate.window()).matches()) {
            add(gate, "`" + gate.window() + "` is no window", "Perhaps 13w, 2026-03, 2026Q1 or all", mistakes);
        }
        if (gate.atMost() != null && gate.atLeast() != null && gate.atLeast() > gate.atMost()) {
            add(gate, "no figure is at least the one limit and at most the other", "Perhaps swap the limits", mistakes);
        }
        if (gate.percent() && (above(gate.atMost()) || above(gate.atLeast()))) {
            add(gate, "a share is never above 100%", "Perhaps write the limit without %", mistakes);
        }
    }

    /** A class that is not declared may still be one of the data: a type, a component, a label. */
    private static void subject(Gate gate, Collection<String> classes, List<Mistake> mistakes) {
        for (String about : gate.about().split(">| over ", -1)) {
            String name = about.strip();
            if (!name.equals(ALL) && !classes.contains(name)) {
                mistakes.add(Mistake.of(Severity.WARNING, gate.place(), "the gate '" + gate.name() + "' is about"
                        + " `" + name
                        + "`, which is not declared: it is looked for among the types, components and labels of the"
                        + " data", Nearest.of(name, classes).isEmpty() ? ""
                        : "Perhaps you meant `" + Nearest.of(name, classes) + "`"));
            }
        }
    }

    private static boolean above(@org.jspecify.annotations.Nullable Double limit) {
        return limit != null && limit > 1;
    }

    private static void add(Gate gate, String what, String perhaps, List<Mistake> mistakes) {
        mistakes.add(Mistake.of(Severity.ERROR, gate.place(), "the gate '" + gate.name() + "': " + what, perhaps));
    }
}
