package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.app.run.Analysis;
import org.desireline.charter.Intent;
import org.desireline.charter.Phase;
import org.desireline.finding.LivedOrder;
import org.desireline.publish.Head;

/**
 * The draft of a charter that {@code init} writes: a line a priority, so that the order can be changed by moving lines,
 * each with the reason why it stands where it does.
 *
 * @param head what the run was about
 * @param rules the rules it went by
 * @param order the lived order
 * @param firstLine the line that names the schema to editors, or empty
 */
record CharterSketch(Head head, Analysis.Rules rules, LivedOrder order, String firstLine) {

    private static final int MOST_ID = 40;
    /** Words that gates and tables have a meaning of their own for. */
    private static final Set<String> TAKEN = Set.of("all", "other", "none");

    /** The file. */
    String text() {
        StringBuilder out = new StringBuilder(firstLine.isEmpty() ? "" : firstLine + "\n");
        out.append("# A draft of a charter, from what was seen from ").append(head.window().from()).append(" to ")
                .append(head.window().to().minusDays(1)).append(". Yours to change:\n");
        out.append("""
                #   1. Move the lines of the priorities into the order you mean: the first wins where two compete.
                #   2. Run `desireline report`, and `desireline check` in CI.
                #   3. Once it is declared: set `from` to the day of that, and remove `assumed`.

                """);
        line(out, "from", head.charterFrom(), "the first day of the data");
        line(out, "assumed", "true", "nobody declared this then: figures read \"as if this order had held\"");
        line(out, "timezone", quoted(head.zone()), "guessed");
        line(out, "week", quoted(rules.week()), "guessed: one working week for everybody");
        priorities(out);
        statuses(out);
        return out.toString();
    }

    private static void line(StringBuilder out, String key, String value, String comment) {
        out.append(Page.format("%-32s# %s\n", key + ": " + value, comment));
    }

    private void priorities(StringBuilder out) {
        out.append('\n');
        if (order.isKnown()) {
            comment(out, "In the order in which they were lived: one stands before another where it was started more"
                    + " often than a blind draw would have started it, on the occasions on which both lay ready on the"
                    + " same desk. It says what was done, not why, and not what is right.");
        } else {
            comment(out, order.lack() + " So this is the tracker's own order.");
        }
        comment(out, "The tracker's own order: " + String.join(" > ", head.priorities()));
        out.append("priorities:\n");
        Set<String> ids = new HashSet<>(TAKEN);
        if (order.ranks().isEmpty()) {
            out.append("  - { id: everything, includes: { where: \"true\" } }"
                    + "  # no priority of known rank was seen: name classes of work of your own\n");
        }
        for (LivedOrder.Rank rank : order.ranks().subList(0, Math.min(Intent.MOST_CLASSES, order.ranks().size()))) {
            String expression = "priority == '" + literal(rank.name()) + "'";
            out.append("  - { id: ").append(quoted(id(rank.name(), ids))).append(", name: ")
                    .append(quoted(rank.name())).append(", includes: { where: ").append(quoted(expression))
                    .append(" } }").append(order.isKnown() ? "  # " + reason(rank) : "").append('\n');
        }
    }

    private static String reason(LivedOrder.Rank rank) {
        if (!rank.isTold()) {
            return "not enough evidence: keeps the tracker's place beside its neighbours";
        }
        List<String> reasons = new ArrayList<>();
        if (!rank.over().isEmpty()) {
            reasons.add("started before " + clean(String.join(", ", rank.over())));
        }
        if (!rank.under().isEmpty()) {
            reasons.add("after " + clean(String.join(", ", rank.under())));
        }
        return String.join("; ", reasons);
    }

    private void statuses(StringBuilder out) {
        if (rules.statuses().values().stream().allMatch(Map::isEmpty)) {
            return;
        }
        out.append('\n');
        comment(out, "What each status of the tracker stands for, as guessed: backlog, queued, working, review,"
                + " decision, blocked, done or dropped.");
        out.append("statuses:\n");
        TreeMap<String, Phase> same = same(rules.statuses().values());
        same.forEach((status, phase) -> out.append("  ").append(quoted(status)).append(": ").append(phase)
                .append('\n'));
        rules.statuses().forEach((scope, phases) -> {
            TreeMap<String, Phase> own = new TreeMap<>(phases);
            own.keySet().removeAll(same.keySet());
            if (!own.isEmpty()) {
                out.append("  ").append(quoted(scope)).append(":\n");
                own.forEach((status, phase) -> out.append("    ").append(quoted(status)).append(": ").append(phase)
                        .append('\n'));
            }
        });
    }

    /** Statuses that stand for the same wherever they occur. */
    private static TreeMap<String, Phase> same(Collection<Map<String, Phase>> scopes) {
        TreeMap<String, Phase> same = new TreeMap<>();
        Set<String> differing = new HashSet<>();
        scopes.forEach(scope -> scope.forEach((status, phase) -> {
            Phase before = same.putIfAbsent(status, phase);
            if (before != null && before != phase) {
                differing.add(status);
            }
        }));
        same.keySet().removeAll(differing);
        return same;
    }

    private static void comment(StringBuilder out, String text) {
        String lines = new Page(false).hang(text, 0, 0).toString();
        lines.lines().forEach(line -> out.append("# ").append(line).append('\n'));
    }

    /** A short name out of letters and digits, unlike those before it. */
    private static String id(String name, Set<String> taken) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._-]+", "-")
                .replaceAll("^[._-]+|[._-]+$", "");
        String id = plain.isEmpty() ? "priority" : plain.substring(0, Math.min(MOST_ID, plain.length()));
        String unlike = id;
        for (int i = 2; !taken.add(unlike); i++) {
            unlike = id + "-" + i;
        }
        return unlike;
    }

    private static String clean(String text) {
        return Page.clean(text);
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

    /** A text as YAML: between double quotes unless it is a plain word. */
    private static String quoted(String text) {
        if (text.matches("[A-Za-z][A-Za-z]*[A-Za-z0-9/-]*") && !text.matches("(?i)true|false|null|yes|no|on|off|y|n")) {
            return text;
        }
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (steers(c)) {
                out.append(Page.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
