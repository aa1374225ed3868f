package org.desireline.charter;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the phase that a tracker's status name stands for; the first rule that fits decides.
 *
 * <p>Words are matched from their beginning, so that {@code approv} finds "Approval pending" while {@code new} does
 * not find "Renewed": a pattern that ends with an asterisk is a beginning, any other a whole word.
 */
public final class StatusWords {

    /** The category of a status that only names what was done last, as in process logs: its words tell no phase. */
    public static final String ACTIVITY = "activity";

    /** Begins the category of a status of which the source itself says the phase. */
    public static final String PHASE = "phase:";

    private static final Set<String> DROPPED_RESOLUTIONS = Set.of(
            "won't fix", "wont fix", "won't do", "wont do", "duplicate", "cannot reproduce", "incomplete", "invalid",
            "abandoned", "not planned", "not a problem", "not a bug", "works for me", "declined", "rejected",
                    "obsolete",
            "auto closed", "later", "unresolved");

    private static final List<Rule> RULES = List.of(
            new Rule(Phase.review, "review*", "merge request*", "qa", "testing", "verification", "verifying"),
            new Rule(Phase.blocked, "block*", "hold", "impediment*", "waiting for"),
            new Rule(Phase.dropped, "cancel*", "won't*", "wont*", "abandon*", "duplicate"),
            new Rule(Phase.queued, "selected for", "ready for"),
            new Rule(Phase.decision, "approv*", "decision*", "sign-off", "signoff", "sign off"),
            new Rule(Phase.working, "progress", "develop*", "doing", "implement*"),
            new Rule(Phase.done, "clos*", "resolv*", "done", "released", "merged"),
            new Rule(Phase.backlog, "backlog", "icebox", "someday", "received", "new", "triage*"),
            new Rule(Phase.queued, "open", "to do", "todo", "selected", "ready", "accepted", "reopen*"));

    private StatusWords() {}

    private record Rule(Phase phase, String... patterns) {

        boolean fits(String name) {
            for (String pattern : patterns) {
                boolean prefix = pattern.endsWith("*");
                String word = prefix ? pattern.substring(0, pattern.length() - 1) : pattern;
                for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
                    int end = at + word.length();
                    boolean begins = at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1));
                    boolean ends = end == name.length() || !Character.isLetterOrDigit(name.charAt(end));
                    if (begins && (prefix || ends)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** The phase a status name stands for, or null when neither its words nor the tracker's category tell. */
    public static @Nullable Phase phase(String status, @Nullable String category) {
        if (ACTIVITY.equals(category)) {
            return Phase.queued;
        }
        if (category != null && category.startsWith(PHASE)) {
            return Phase.valueOf(category.substring(PHASE.length()));
        }
        String name = status.toLowerCase(Locale.ROOT).strip();
        for (Rule rule : RULES) {
            if (rule.fits(name)) {
                return rule.phase();
            }
        }
        return switch (category == null ? "" : category.toLowerCase(Locale.ROOT)) {
            case "done", "complete" -> Phase.done;
            case "indeterminate", "in progress" -> Phase.working;
            case "new", "to do" -> Phase.queued;
            default -> null;
        };
    }

    /** Whether a resolution says that the work was given up rather than done. */
    public static boolean isDropped(String resolution) {
        return DROPPED_RESOLUTIONS.contains(resolution.toLowerCase(Locale.ROOT).strip());
    }

    /** Whether a status name says that finished work was taken up again. */
    public static boolean isReopened(String status) {
        return status.toLowerCase(Locale.ROOT).strip().startsWith("reopen");
    }
}
