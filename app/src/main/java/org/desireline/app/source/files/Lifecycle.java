package org.desireline.app.source.files;

import java.util.Locale;
import java.util.Map;

/** What an event says of the activity it tells of, by the log's own word. */
public enum Lifecycle {
    /** It can be begun; it lies in a queue. */
    SCHEDULED,
    /** Somebody is to do it. */
    ASSIGNED,
    /** Somebody is at it from now on. */
    STARTED,
    /** Nobody is at it any more, and it is not done: interrupted, withdrawn or given up. */
    STOPPED,
    /** It is done; also where the log has no word, or one that is not known. */
    COMPLETED,
    /** It was passed over, or anything else that begins and ends no work. */
    OTHER;

    private static final Map<String, Lifecycle> WORDS = Map.ofEntries(
            Map.entry("schedule", SCHEDULED), Map.entry("scheduled", SCHEDULED), Map.entry("enqueue", SCHEDULED),
            Map.entry("enable", SCHEDULED), Map.entry("ready", SCHEDULED),
            Map.entry("assign", ASSIGNED), Map.entry("assigned", ASSIGNED), Map.entry("reassign", ASSIGNED),
            Map.entry("reserved", ASSIGNED), Map.entry("dequeue", ASSIGNED),
            Map.entry("start", STARTED), Map.entry("started", STARTED), Map.entry("begin", STARTED),
            Map.entry("resume", STARTED), Map.entry("inprogress", STARTED),
            Map.entry("suspend", STOPPED), Map.entry("suspended", STOPPED), Map.entry("pause", STOPPED),
            Map.entry("withdraw", STOPPED), Map.entry("abort", STOPPED), Map.entry("ate_abort", STOPPED),
            Map.entry("pi_abort", STOPPED), Map.entry("aborted", STOPPED), Map.entry("cancel", STOPPED),
            Map.entry("cancelled", STOPPED), Map.entry("failed", STOPPED), Map.entry("error", STOPPED),
            Map.entry("exited", STOPPED), Map.entry("terminated", STOPPED), Map.entry("obsolete", STOPPED),
            Map.entry("skip", OTHER), Map.entry("autoskip", OTHER), Map.entry("manualskip", OTHER));

    /** Beginnings of the words of BPAF, the first that fits decides. */
    private static final String[][] STATES = {
        {"closed.cancelled", "STOPPED"}, {"closed", "COMPLETED"}, {"open.running.suspended", "STOPPED"},
        {"open.running", "STARTED"}, {"open.notrunning.suspended", "STOPPED"},
        {"open.notrunning.assigned", "ASSIGNED"}, {"open.notrunning.reserved", "ASSIGNED"},
        {"open.notrunning", "SCHEDULED"}};

    /** What a word of the standard or the BPAF lifecycle means, in any case. */
    public static Lifecycle of(String word) {
        String lower = word.toLowerCase(Locale.ROOT).strip();
        for (String[] state : STATES) {
            if (lower.startsWith(state[0] + ".") || (lower.equals(state[0]) && lower.indexOf('.') > 0)) {
                return valueOf(state[1]);
            }
        }
        return WORDS.getOrDefault(lower, COMPLETED);
    }
}
