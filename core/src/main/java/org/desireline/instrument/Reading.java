package org.desireline.instrument;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.journal.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What an instrument found: one shape for all.
 *
 * @param instrument its name
 * @param refusal why there is nothing to say, or null where it was measured
 * @param partsSeen parts delivered
 * @param partsUsed parts that count in the main figure
 * @param dropped parts that do not, by reason
 * @param flags what a reader should know before believing it
 * @param lines figures, sorted by id
 * @param troubles data troubles met
 */
public record Reading(
        String instrument,
        @Nullable Refusal refusal,
        long partsSeen,
        long partsUsed,
        Map<String, Long> dropped,
        List<String> flags,
        List<Line> lines,
        List<Trouble> troubles) {

    /**
     * Why there is nothing to say.
     *
     * @param reason what is missing
     * @param needs what would supply it
     */
    public record Refusal(String reason, String needs) {

        /** The sentence shown. */
        public String sentence() {
            return "Not enough evidence: " + reason + "; needs " + needs + ".";
        }
    }

    public Reading {
        dropped = java.util.Collections.unmodifiableMap(new TreeMap<>(dropped));
        flags = List.copyOf(flags);
        lines = lines.stream().sorted(java.util.Comparator.comparing(Line::id)).toList();
        troubles = List.copyOf(troubles);
    }

    /** Whether anything was measured. */
    public boolean measured() {
        return refusal == null;
    }

    /** The same reading with other lines. */
    public Reading withLines(List<Line> other) {
        return new Reading(instrument, refusal, partsSeen, partsUsed, dropped, flags, other, troubles);
    }
}
