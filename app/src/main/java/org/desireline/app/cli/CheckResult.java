package org.desireline.app.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.desireline.publish.Head;
import org.desireline.watch.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What {@code check} found.
 *
 * @param charter the charter
 * @param verdicts verdicts on its gates, in its order; none where a mistake keeps the charter from being used
 * @param heads what the runs were about, by window as the gates name it
 * @param now what time it was
 * @param unknownOk whether a gate may be unknown
 * @param failure code of what went wrong besides, or 0
 */
record CheckResult(
        CheckedCharter charter,
        List<Verdict> verdicts,
        Map<String, Head> heads,
        Instant now,
        boolean unknownOk,
        int failure) {

    CheckResult {
        verdicts = List.copyOf(verdicts);
        heads = Map.copyOf(heads);
    }

    /** The instant up to which the data were read, or null where none were. */
    @Nullable Instant asOf() {
        return heads.values().stream().map(head -> Instant.ofEpochMilli(head.asOfMillis()))
                .max(Instant::compareTo).orElse(null);
    }

    /** Whether nothing keeps the caller from going on. */
    boolean isFine(Verdict verdict) {
        return code(verdict) == Exit.ANSWERED;
    }

    /** The exit code. */
    int code() {
        int code = Exit.worst(failure, charter.isUnusable() ? Exit.WRONG_USE : Exit.ANSWERED);
        for (Verdict verdict : verdicts) {
            code = Exit.worst(code, code(verdict));
        }
        return code;
    }

    private int code(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds holds -> Exit.ANSWERED;
            case Verdict.Broken broken -> Exit.GATE_BROKEN;
            case Verdict.Unknown unknown -> unknownOk ? Exit.ANSWERED : Exit.NOTHING_ANSWERED;
        };
    }
}
