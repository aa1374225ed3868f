package org.desireline.watch;

import java.util.List;
import org.desireline.charter.Gate;
import org.desireline.publish.Published;

/**
 * What became of the gates of a charter in one run.
 *
 * @param verdicts of the gates in the window of the run, in the order of the charter
 * @param elsewhere the gates that are about other windows, and are not judged here
 */
public record Kept(List<Verdict> verdicts, List<Gate> elsewhere) {

    public Kept {
        verdicts = List.copyOf(verdicts);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Judges the gates that are about the window of a run. */
    public static Kept of(List<Gate> gates, Published published) {
        String window = published.head().window().name();
        return new Kept(gates.stream().filter(gate -> isAbout(gate, window))
                .map(gate -> Gatekeeper.judge(gate, published)).toList(),
                gates.stream().filter(gate -> !isAbout(gate, window)).toList());
    }

    private static boolean isAbout(Gate gate, String window) {
        return window.equalsIgnoreCase(gate.window().strip());
    }

    /** Whether there is no gate at all. */
    public boolean isEmpty() {
        return verdicts.isEmpty() && elsewhere.isEmpty();
    }
}
