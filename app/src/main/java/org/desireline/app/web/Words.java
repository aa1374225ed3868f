package org.desireline.app.web;

import java.util.Locale;
import java.util.Map;
import org.desireline.instrument.Reading;
import org.desireline.part.Account;
import org.desireline.number.Strength;

/** What things are called on the page. */
final class Words {

    private static final Map<String, String> REASONS = Map.of(
            "record", "first written down on their own day, with the item\u2019s end, or later",
            "sinceUnknown", "of which it is not known when they were made",
            "notYetDue", "not due yet");

    private Words() {}

    /** A dimension, as people call it. */
    static String kind(String kind) {
        return kind.equals("fixVersion") ? "fix version" : kind;
    }

    /** The name of a file without its folders: a page is sent to others, who have other folders. */
    static String file(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** A label of a line in words: "displacedNew share" becomes "displaced new share". */
    static String label(String label) {
        return label.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace("/", ", ").toLowerCase(Locale.ROOT);
    }

    /** What may be claimed on a figure. */
    static String claim(Strength strength) {
        return switch (strength) {
            case EXACT -> "exact";
            case SHOWS -> "shows";
            case SUGGESTS -> "suggests";
            case CANNOT_TELL -> "cannot tell";
        };
    }

    /** Who is awaited, as the head of a column. */
    static String party(Account account) {
        return switch (account) {
            case nobody -> "nobody";
            case owner -> "owner";
            case reviewer -> "reviewer";
            case decider -> "decider";
            case otherItem -> "another item";
            case ownerUnknown -> "unknown";
            case worked -> "worked";
            case rework -> "rework";
            case parked -> "parked";
            case closedGap -> "closed";
        };
    }

    /** What did not count in a reading, and why; nothing where everything did. */
    static Prose dropped(Reading reading, String parts) {
        if (reading.dropped().isEmpty()) {
            return Prose.NONE;
        }
        String at = "readings/" + reading.instrument() + "/";
        Prose.Draft draft = new Prose.Draft().words("Of ").count(at + "partsSeen", reading.partsSeen())
                .words(" " + parts + " ").count(at + "partsUsed", reading.partsUsed()).words(" count; left out: ");
        boolean isFirst = true;
        for (Map.Entry<String, Long> entry : reading.dropped().entrySet()) {
            String reason = entry.getKey();
            int slash = reason.indexOf('/');
            String why = reason.substring(slash + 1);
            draft.words(isFirst ? "" : " \u00b7 ").count(at + "dropped/" + reason, entry.getValue())
                    .words(slash < 0 ? " " : " " + reason.substring(0, slash) + ": ")
                    .words(REASONS.getOrDefault(why, ChoiceWords.REASONS.getOrDefault(why, why)));
            isFirst = false;
        }
        return draft.words(".").end();
    }
}
