package org.desireline.watch;

import java.util.Map;
import java.util.Set;
import org.desireline.instrument.Line;

/** Which way a figure gets worse, as far as its name alone tells. */
enum Worse {
    MORE, LESS,
    /** More or less of it may be meant to be. */
    UNKNOWN;

    /** First words of labels of which more is worse, by instrument. */
    private static final Map<String, Set<String>> MORE_OF = Map.of(
            "ledger", Set.of("nobody", "reviewer", "decider", "otherItem", "ownerUnknown", "parked", "closedGap",
                    "rework", "offHours", "laterCycles", "waiting", "displacedNew", "displacedInflight",
                    "displacement", "contention", "unassigned", "largestWaits"),
            "contest", Set.of("passedOver", "inversion", "broken"),
            "attention", Set.of("leadHours", "waitHours"),
            "review", Set.of("toMerge", "toFirstReview", "unreviewed"),
            "commitment", Set.of("pushes", "pushedLate", "quiet", "quietHours", "withdrawn", "underDelivered"),
            "ownership", Set.of("absent", "contested", "handOvers", "nobodys", "orphanHours", "overloaded",
                    "ownerlessHours", "quietWeeks", "silentWeeks", "declaredNobody", "declaredUnclear"),
            "capacity", Set.of("load", "openAfter"),
            "decision", Set.of("elapsed", "elapsed85", "handedOver", "elsewhere", "cameBack", "decidedAgain", "open"),
            "intent", Set.of("orders", "rules", "priorities", "areas"),
            "resistance", Set.of("ratio", "likeForLike", "waiting", "excess", "waitingShare", "hours"));
    /** First words of labels of which less is worse, by instrument. */
    private static final Map<String, Set<String>> LESS_OF = Map.of(
            "ledger", Set.of("worked", "flowEfficiency"),
            "contest", Set.of("pullIndex", "kept"),
            "commitment", Set.of("kept", "keptAtLast", "neverMovedBack", "asPlanned"),
            "ownership", Set.of("declaredShare"),
            "decision", Set.of("declaredShare"));

    /** Of a line; of a part of the organisation that is set beside the others, the last word of its label counts. */
    static Worse of(Line line) {
        String instrument = line.id().substring(0, line.id().indexOf('/'));
        String label = line.label();
        String first = label.replaceFirst("[ /].*", "");
        String last = label.substring(label.lastIndexOf(' ') + 1);
        boolean ofAPair = instrument.equals("contest") && line.about().kind().equals("pair");
        if (ofAPair && (last.equals("wins") || first.equals("worth"))) {
            return LESS;
        }
        String word = instrument.equals("resistance") ? last.replaceFirst("/.*", "") : first;
        return MORE_OF.getOrDefault(instrument, Set.of()).contains(word) ? MORE
                : LESS_OF.getOrDefault(instrument, Set.of()).contains(word) ? LESS : UNKNOWN;
    }
}
