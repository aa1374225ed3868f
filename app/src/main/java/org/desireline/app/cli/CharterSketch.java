package org.desireline.app.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.desireline.app.charterfile.CharterDraft;
import org.desireline.app.charterfile.CharterDraft.Seen;
import org.desireline.app.run.Analysis;
import org.desireline.charter.Intent;
import org.desireline.finding.LivedOrder;
import org.desireline.publish.Head;

/**
 * What {@code init} puts into the draft of a charter: the priorities in the order in which they were lived, each with
 * the reason why it stands where it does.
 *
 * @param head what the run was about
 * @param rules the rules it went by
 * @param order the lived order
 * @param schema path of the schema, as seen from the charter
 */
record CharterSketch(Head head, Analysis.Rules rules, LivedOrder order, String schema) {

    /** The file. */
    String text() {
        return new CharterDraft(schema, "", LocalDate.parse(head.charterFrom()), ZoneId.of(head.zone()), rules.week(),
                classes(), rules.statuses(), origin()).text();
    }

    private List<Seen> classes() {
        if (order.ranks().isEmpty()) {
            return List.of(new Seen("everything", "true",
                    "no priority of known rank was seen: name classes of work of your own"));
        }
        return order.ranks().stream().limit(Intent.MOST_CLASSES).map(rank -> new Seen(rank.name(),
                "priority == '" + literal(rank.name()) + "'", order.isKnown() ? reason(rank) : "")).toList();
    }

    /** Where the order of the draft comes from. */
    private List<String> origin() {
        List<String> lines = new ArrayList<>();
        lines.add("Seen from " + head.window().from() + " to " + head.window().to().minusDays(1) + ".");
        if (order.isKnown()) {
            lines.add("The priorities stand in the order in which they were lived: one stands before another where");
            lines.add("it was started more often than a blind draw would have started it, when both lay ready on the");
            lines.add("same desk. It says what was done, not why, and not what is right.");
        } else {
            lines.add(order.lack());
            lines.add("So this is the tracker's own order.");
        }
        lines.add("The tracker's own order: " + Page.clean(String.join(" > ", head.priorities())));
        return lines;
    }

    private static String reason(LivedOrder.Rank rank) {
        if (!rank.isTold()) {
            return "not enough evidence: keeps the tracker's place beside its neighbours";
        }
        List<String> reasons = new ArrayList<>();
        if (!rank.over().isEmpty()) {
            reasons.add("started before " + String.join(", ", rank.over()));
        }
        if (!rank.under().isEmpty()) {
            reasons.add("after " + String.join(", ", rank.under()));
        }
        return Page.clean(String.join("; ", reasons));
    }

    /** A text between the quotes of an expression. */
    private static String literal(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\'' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (steers(c)) {
                out.append(Page.format("\\U%08x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean steers(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE || c == 0x2028 || c == 0x2029;
    }
}
