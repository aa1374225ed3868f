package org.desireline.app.charterfile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.desireline.charter.Area;
import org.desireline.charter.Declared;
import org.desireline.charter.Declared.Includes;
import org.desireline.charter.Gate;
import org.desireline.charter.Word;
import org.jspecify.annotations.Nullable;

/** Writes a declared charter as YAML that reads back as the same. */
public final class CharterText {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}][\\p{L}\\p{N}._/ -]*(?<! )");
    private static final Pattern WORDS = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private final StringBuilder out = new StringBuilder();
    /** How the next line begins: indentation, and the dash of an entry's first line. */
    private String prefix = "";
    private int depth;

    private CharterText() {}

    /** The whole charter. */
    public static String of(Declared declared) {
        CharterText text = new CharterText();
        text.line("from", declared.from().toString());
        return text.rest(declared);
    }

    /** All that a charter says but the day from which it says so. */
    static String sayings(Declared declared) {
        return new CharterText().rest(declared);
    }

    private String rest(Declared declared) {
        text("organization", declared.organization());
        if (declared.assumed()) {
            line("assumed", "true");
        }
        text("timezone", declared.zone().getId());
        if (declared.week() != null) {
            text("week", declared.week().text());
        }
        section("priorities", declared.priorities(), this::priority);
        section("tradeoffs", declared.tradeoffs(), this::tradeoff);
        section("teams", declared.teams(), this::team);
        roles(declared.roles());
        section("decisions", declared.decisions(), right -> {
            word("right", right.right());
            words("decides", right.decides());
            word("where", right.where());
        });
        section("incentives", declared.incentives(), this::incentive);
        section("commitments", declared.commitments(), this::commitment);
        if (!declared.path().isEmpty()) {
            open("path");
            declared.path().forEach(rule -> out.append(indent()).append("- ").append(quoted(rule.rule().text()))
                    .append('\n'));
            depth--;
        }
        section("pressure", declared.pressures(), pressure -> {
            word("kind", pressure.kind());
            day("from", pressure.from());
            day("to", pressure.to());
            word("where", pressure.where());
        });
        statuses(declared);
        section("gates", declared.gates(), this::gate);
        if (declared.minGroup() != Declared.SMALLEST_GROUP) {
            open("privacy");
            line("min-group", Integer.toString(declared.minGroup()));
            depth--;
        }
        return out.toString();
    }

    private void priority(Declared.Priority priority) {
        word("id", priority.id());
        text("name", priority.name());
        word("owner", priority.owner());
        if (priority.share() != null) {
            line("share", priority.share().text());
        }
        Includes includes = priority.includes();
        if (!includes.isEmpty()) {
            open("includes");
            words("labels", includes.labels());
            words("components", includes.components());
            words("epics", includes.epics());
            words("types", includes.types());
            words("projects", includes.projects());
            words("paths", includes.paths());
            words("fixVersions", includes.fixVersions());
            word("where", includes.where());
            depth--;
        }
    }

    private void tradeoff(Declared.Tradeoff tradeoff) {
        word("prefer", tradeoff.prefer());
        words("over", tradeoff.over());
        word("when", tradeoff.when());
        day("from", tradeoff.from());
        day("to", tradeoff.to());
    }

    private void team(Declared.Team team) {
        word("id", team.id());
        text("name", team.name());
        if (team.isPublic()) {
            line("public", "true");
        }
        words("members", team.members());
        if (!team.owns().isEmpty()) {
            line("owns", list(team.owns().stream().map(Area::text).toList()));
        }
        if (team.capacity() != null) {
            line("capacity", team.capacity().text());
        }
        if (team.wipLimit() != null) {
            line("wip-limit", team.wipLimit().toString());
        }
    }

    private void roles(List<Declared.Role> roles) {
        if (roles.isEmpty()) {
            return;
        }
        open("roles");
        for (Declared.Role role : roles) {
            open(quoted(role.id().text()));
            line("public", Boolean.toString(role.isPublic()));
            if (role.level() != null) {
                line("level", role.level().toString());
            }
            words("members", role.members());
            depth--;
        }
        depth--;
    }

    private void incentive(Declared.Incentive incentive) {
        word("id", incentive.id());
        open("rewards");
        word("event", incentive.event());
        word("where", incentive.where());
        depth--;
        line("strength", number(incentive.strength()));
        text("note", incentive.note());
        section("options", incentive.options(), option -> {
            word("id", option.id());
            word("where", option.where());
        });
    }

    private void commitment(Declared.Commitment commitment) {
        word("id", commitment.id());
        text("what", commitment.what());
        word("owner", commitment.owner());
        day("decided", commitment.decided());
        day("due", commitment.due());
        if (!commitment.items().isEmpty() || commitment.where() != null) {
            open("evidence");
            words("items", commitment.items());
            word("where", commitment.where());
            depth--;
        }
    }

    private void statuses(Declared declared) {
        if (declared.statuses().isEmpty()) {
            return;
        }
        open("statuses");
        Map<String, Map<String, String>> scopes = new TreeMap<>();
        declared.statuses().forEach(word -> scopes.computeIfAbsent(word.scope(), scope -> new TreeMap<>())
                .put(word.status().text(), word.phase().name()));
        scopes.forEach((scope, phases) -> {
            if (!scope.isEmpty()) {
                open(quoted(scope));
            }
            phases.forEach((status, phase) -> line(quoted(status), phase));
            depth -= scope.isEmpty() ? 0 : 1;
        });
        depth--;
    }

    private void gate(Gate gate) {
        text("name", gate.name());
        text("reading", gate.reading());
        text("about", gate.about());
        text("line", gate.line());
        text("of", gate.of());
        limit("at-most", gate.atMost(), gate.percent());
        limit("at-least", gate.atLeast(), gate.percent());
        text("window", gate.window());
    }

    private void limit(String key, @Nullable Double limit, boolean percent) {
        if (limit != null) {
            line(key, percent ? BigDecimal.valueOf(limit).movePointRight(2).stripTrailingZeros().toPlainString() + "%"
                    : number(limit));
        }
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private <T> void section(String key, List<T> entries, java.util.function.Consumer<T> writer) {
        if (entries.isEmpty()) {
            return;
        }
        open(key);
        for (T entry : entries) {
            prefix = indent() + "- ";
            depth++;
            writer.accept(entry);
            depth--;
        }
        depth--;
    }

    private void open(String key) {
        begin().append(key).append(":\n");
        depth++;
    }

    private StringBuilder begin() {
        out.append(prefix.isEmpty() ? indent() : prefix);
        prefix = "";
        return out;
    }

    private String indent() {
        return "  ".repeat(depth);
    }

    private void line(String key, String value) {
        begin().append(key).append(": ").append(value).append('\n');
    }

    private void text(String key, String value) {
        if (!value.isEmpty()) {
            line(key, quoted(value));
        }
    }

    private void word(String key, @Nullable Word word) {
        if (word != null) {
            line(key, quoted(word.text()));
        }
    }

    private void words(String key, List<Word> words) {
        if (!words.isEmpty()) {
            line(key, list(words.stream().map(Word::text).toList()));
        }
    }

    private void day(String key, @Nullable LocalDate day) {
        if (day != null) {
            line(key, day.toString());
        }
    }

    private static String list(List<String> texts) {
        return "[" + String.join(", ", texts.stream().map(CharterText::quoted).toList()) + "]";
    }

    /** A text as YAML: as it is where that is safe, else between double quotes. */
    static String quoted(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
