package org.desireline.app.source.gitlab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.desireline.app.source.forge.Act.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads what GitLab itself writes among the notes of an item, where no other page tells it: approvals, assignments,
 * requests for review, drafts, pushes. Other such notes are told elsewhere, or say nothing of work.
 */
final class SystemNotes {

    private static final Map<Pattern, Kind> KINDS = Map.of(
            Pattern.compile("^approved this merge request"), Kind.APPROVED,
            Pattern.compile("^unapproved this merge request"), Kind.DISMISSED,
            Pattern.compile("^requested changes"), Kind.CHANGES_REQUESTED,
            Pattern.compile("^requested review from "), Kind.REVIEW_REQUESTED,
            Pattern.compile("^marked (this merge request )?as (\\*\\*draft\\*\\*|a \\*\\*Work)"), Kind.DRAFTED,
            Pattern.compile("^(marked (this merge request )?as \\*\\*ready\\*\\*|unmarked (this merge request )?as a)"),
            Kind.READIED,
            Pattern.compile("^added [0-9]+ (new )?commits?"), Kind.PUSHED,
            Pattern.compile("^closed( via |$)"), Kind.CLOSED,
            Pattern.compile("^reopened$"), Kind.REOPENED,
            Pattern.compile("^merged$"), Kind.MERGED);
    private static final int MOST_TEXT = 1 << 12;
    private static final Pattern ACCOUNT = Pattern.compile("@[A-Za-z0-9_.-]{1,255}");

    private SystemNotes() {}

    /** What was done, and to which account where it was an assignment. */
    record Told(Kind kind, @Nullable String account) {}

    /** What a note tells; nothing where it is of another kind. */
    static List<Told> read(String body) {
        String text = body.length() <= MOST_TEXT ? body : body.substring(0, MOST_TEXT);
        List<Told> told = new ArrayList<>();
        if (text.startsWith("assigned to ") || text.startsWith("unassigned ")) {
            Kind kind = Kind.ASSIGNED;
            for (String word : text.split("[ ,\n]+", -1)) {
                kind = word.equals("unassigned") ? Kind.UNASSIGNED : word.equals("assigned") ? Kind.ASSIGNED : kind;
                if (ACCOUNT.matcher(word).matches()) {
                    told.add(new Told(kind, word.substring(1)));
                }
            }
        }
        // What is taken away goes first, so that the new owner follows the old one.
        told.sort(Comparator.comparing(each -> each.kind() != Kind.UNASSIGNED));
        KINDS.forEach((pattern, kind) -> {
            if (pattern.matcher(text).find()) {
                told.add(new Told(kind, null));
            }
        });
        return told;
    }
}
