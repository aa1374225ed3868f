package org.desireline.app.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;

/**
 * The evidence that a page carries: the strongest cases behind the lines it shows, in the order in which it shows
 * them, until there are enough items or bytes. What comes later is one command away.
 */
final class Proofs {

    private static final int MOST_ITEMS = 200;
    private static final int MOST_BYTES = 2_000_000;
    private static final int A_LINE = 5;

    /** A line and the cases of it that are carried. */
    record Proof(String anchor, Line line, List<Evidence> cases) {}

    private final Map<String, Proof> proofs = new LinkedHashMap<>();
    private final Set<String> items = new TreeSet<>();
    private long bytes;
    private int left;

    /** A name that leads to the evidence of the first of some lines that has any; as it is where none is carried. */
    Prose linked(Prose name, List<Line> lines) {
        for (Line line : lines) {
            if (!line.evidence().isEmpty() && !isOfAWeek(line)) {
                String anchor = carry(line);
                return anchor.isEmpty() ? name : new Prose(List.of(new Piece.Way(anchor, name)));
            }
        }
        return name;
    }

    /** Weeks are many, and their items the same for long: they would take the room of all other lines. */
    private static boolean isOfAWeek(Line line) {
        return line.period().contains("/") && !line.period().startsWith("version/");
    }

    /** Carries the evidence of a line and gives its anchor, empty where there is no room. */
    String carry(Line line) {
        Proof known = proofs.get(line.id());
        if (known != null) {
            return known.anchor();
        }
        List<Evidence> cases = line.evidence().subList(0, Math.min(A_LINE, line.evidence().size()));
        Set<String> fresh = new TreeSet<>(items);
        cases.forEach(one -> fresh.add(one.item()));
        long more = bytes + cases.stream().mapToLong(Proofs::bytes).sum();
        if (cases.isEmpty() || fresh.size() > MOST_ITEMS || more > MOST_BYTES) {
            left += cases.isEmpty() ? 0 : 1;
            return "";
        }
        items.addAll(fresh);
        bytes = more;
        Proof proof = new Proof("proof-" + (proofs.size() + 1), line, List.copyOf(cases));
        proofs.put(line.id(), proof);
        return proof.anchor();
    }

    private static long bytes(Evidence one) {
        String all = one.item() + one.because() + String.join("", one.events()) + String.join("", one.details());
        return all.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What is carried, in the order in which it was asked for. */
    List<Proof> carried() {
        return new ArrayList<>(proofs.values());
    }

    /** How many lines had evidence for which there was no room. */
    int left() {
        return left;
    }
}
