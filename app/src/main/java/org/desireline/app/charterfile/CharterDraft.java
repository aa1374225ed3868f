package org.desireline.app.charterfile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Phase;

/**
 * A first charter, written for a reader to edit: what was seen in the data as if it had been declared, and examples of
 * all else, commented out.
 *
 * @param schema path of the schema, as seen from the charter
 * @param organization whose it is, or empty
 * @param from first day of the data
 * @param zone the zone
 * @param week the working week, as it is written in a charter
 * @param classes classes of work in their lived order
 * @param statuses what statuses stand for, by {@code source/project}
 * @param asIs lines that say where the draft comes from
 */
public record CharterDraft(
        String schema,
        String organization,
        LocalDate from,
        ZoneId zone,
        String week,
        List<Seen> classes,
        Map<String, Map<String, Phase>> statuses,
        List<String> asIs) {

    private static final int MOST_LENGTH = 40;

    /**
     * A class of work that was seen.
     *
     * @param name its name in the data
     * @param where an expression that tells it
     * @param comment what was seen of it, or empty
     */
    public record Seen(String name, String where, String comment) {

        /** Work with a value in a field of the tracker, such as {@code priority == 'Blocker'}. */
        public static Seen of(String variable, String value, String comment) {
            String literal = "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
            boolean list = variable.endsWith("s") && !variable.equals("status");
            return new Seen(value, list ? literal + " in " + variable : variable + " == " + literal, comment);
        }
    }

    public CharterDraft {
        classes = List.copyOf(classes);
        asIs = List.copyOf(asIs);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("A charter needs a priority. Perhaps one for everything: 'true'.");
        }
    }

    /** The text of the file. */
    public String text() {
        List<String> ids = ids();
        StringBuilder out = new StringBuilder(CharterFiles.schemaLine(schema)).append('\n');
        prose(out, "What is declared, to be set beside what happens. Drafted from the data: edit it.");
        asIs.forEach(line -> prose(out, line));
        out.append('\n');
        if (!organization.isEmpty()) {
            out.append("organization: ").append(CharterText.quoted(organization)).append('\n');
        }
        out.append("from: ").append(from).append("        # the first day of the data\n");
        prose(out, "Nobody declared this order then, so every figure says \"as if this order had held\".");
        prose(out, "Once you mean it, remove this line and set `from` to the day you do.");
        out.append("assumed: true\n");
        out.append("timezone: ").append(CharterText.quoted(zone.getId())).append('\n');
        out.append("week: ").append(CharterText.quoted(week)).append("\n\n");
        prose(out, "The order is the declaration: the first wins where two compete. Move lines, rename, remove.");
        prose(out, "Items that none includes count as unranked. `includes:` also takes labels, components, epics,");
        prose(out, "types, projects and fixVersions, each a list.");
        out.append("priorities:\n");
        for (int i = 0; i < ids.size(); i++) {
            Seen seen = classes.get(i);
            // One line each, so that reordering is moving lines.
            out.append("  - { id: ").append(CharterText.quoted(ids.get(i))).append(", includes: { where: ")
                    .append(CharterText.quoted(seen.where())).append(" } }")
                    .append(seen.comment().isEmpty() ? "" : "    # " + line(seen.comment())).append('\n');
        }
        examples(out, ids);
        statuses(out);
        return out.append('\n').append(gates(ids.getFirst())).toString();
    }

    private static void prose(StringBuilder out, String line) {
        out.append("# ").append(line(line)).append('\n');
    }

    /** A comment ends with its line, whatever the data hold. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static void examples(StringBuilder out, List<String> ids) {
        String last = CharterText.quoted(ids.getLast());
        String first = CharterText.quoted(ids.getFirst());
        out.append("""

                # One even over others, when: always, calm, pressure, or a kind of pressure. The first that applies
                # decides.
                """);
        if (ids.size() > 1) {
            out.append("""
                    #tradeoffs:
                    #  - { prefer: %s, over: [%s], when: pressure }
                    """.formatted(last, first));
        }
        out.append("""

                # When time is short: by days, or while an item is open for which an expression holds.
                #pressure:
                #  - { kind: freeze, from: %1$s, to: %2$s }
                #  - { kind: incident, where: "type == 'Incident'" }

                # Who answers for what. People as in people.yaml; they are counted and never shown.
                #teams:
                #  - { id: apps, members: [ada, bo, cy, dee, eve], owns: ["component:Alerts"], capacity: 5 x 30h }
                #roles: { release-manager: [ada] }
                #decisions:
                #  - { right: release, decides: [release-manager], where: "type == 'Release'" }

                # What was promised, and what shows whether it is kept.
                #commitments:
                #  - id: alerts
                #    what: Half the alerts
                #    owner: apps
                #    decided: %1$s
                #    due: %2$s
                #    evidence: { items: [AL-1] }

                # What is rewarded, meant or not.
                #incentives:
                #  - { id: bonus, rewards: { event: done, where: "type == 'Feature'" }, note: the yearly bonus }

                # The declared way of working: rules that a piece of work can keep or break.
                #path:
                #  - review precedes done
                #  - reviewer is not author

                """.replace("%1$s", "2026-07-03").replace("%2$s", "2026-10-01"));
    }

    private static String gates(String first) {
        return """
                # Limits that figures are to keep; `desireline check` tells whether they hold.
                #gates:
                #  - name: not displaced
                #    reading: ledger
                #    about: %s
                #    line: displacedNew
                #    of: waiting
                #    at-most: 10%%
                #    window: 13w
                """.replace("%s", CharterText.quoted(first)).replace("%%", "%");
    }

    private void statuses(StringBuilder out) {
        TreeMap<String, TreeSet<Phase>> phases = new TreeMap<>();
        statuses.forEach((scope, map) -> map.forEach((status, phase) ->
                phases.computeIfAbsent(status, key -> new TreeSet<>()).add(phase)));
        if (phases.isEmpty()) {
            return;
        }
        prose(out, "What each status means: backlog, queued, working, review, decision, blocked, done or dropped.");
        out.append("statuses:\n");
        phases.forEach((status, one) -> {
            if (one.size() == 1) {
                out.append("  ").append(key(status)).append(": ").append(one.first()).append('\n');
            }
        });
        new TreeMap<>(statuses).forEach((scope, map) -> {
            TreeMap<String, Phase> own = new TreeMap<>(map);
            own.keySet().removeIf(status -> phases.getOrDefault(status, new TreeSet<>()).size() == 1);
            if (!own.isEmpty()) {
                out.append("  ").append(key(scope)).append(":\n");
                own.forEach((status, phase) ->
                        out.append("    ").append(key(status)).append(": ").append(phase).append('\n'));
            }
        });
    }

    private static String key(String name) {
        return CharterText.quoted(name);
    }

    /** An id for each class, made of its name; two that would be equal are told apart by a number. */
    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Seen seen : classes) {
            String id = seen.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-")
                    .replaceAll("^-+|-+$", "");
            int length = Math.min(MOST_LENGTH, id.codePointCount(0, id.length()));
            id = id.isEmpty() ? "class" : id.substring(0, id.offsetByCodePoints(0, length));
            String unique = id;
            for (int i = 2; ids.contains(unique); i++) {
                unique = id + "-" + i;
            }
            ids.add(unique);
        }
        return ids;
    }
}
