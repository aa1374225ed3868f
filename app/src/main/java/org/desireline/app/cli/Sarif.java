package org.desireline.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.desireline.charter.Gate;
import org.desireline.charter.Place;
import org.desireline.journal.Trouble;
import org.desireline.watch.Verdict;

/**
 * What {@code check} found, as SARIF 2.1.0: a result for each mistake of the charter and each gate that is broken or
 * unknown, at its line. What holds is no result, since those who read such files show every result as a problem; it is
 * counted.
 *
 * <p>The same charter and data give the same bytes: no clock, no path of this machine. A result is known again by
 * fingerprints: {@code desireline/v1}, of a gate its name and what it names, of a mistake its line and its words; and
 * that of the line, as code scanning of GitHub makes it.
 */
final class Sarif {

    /** The most results that code scanning of GitHub takes. */
    static final int MOST_RESULTS = 25_000;

    private static final String ROOT = "%SRCROOT%";
    /** How a place in an earlier version names its file: path, at, commit. */
    private static final String EARLIER = "(.*)@[0-9a-f]{7,40}";
    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
            + "sarif-schema-2.1.0.json";

    private final CheckResult result;
    private final SourceRoot root;
    private final List<Path> named;
    private final Function<Gate, String> again;
    private final Map<Path, Map<Integer, String>> hashes = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private Sarif(CheckResult result, SourceRoot root, List<Path> named, Function<Gate, String> again) {
        this.result = result;
        this.root = root;
        this.named = named;
        this.again = again;
    }

    /**
     * Writes a result.
     *
     * @param charter the charter's file
     * @param named other paths that the reader named and that a text may hold
     * @param again what to add to a command on another machine so that it sees what a gate was judged by
     */
    static String of(CheckResult result, Path charter, List<Path> named, Function<Gate, String> again) {
        List<Path> paths = new ArrayList<>(named);
        paths.add(charter);
        return new Sarif(result, SourceRoot.of(charter), paths, again).text();
    }

    private String text() {
        List<Mark> marks = Mark.of(result);
        List<Mark> told = marks.subList(0, Math.min(MOST_RESULTS, marks.size()));
        Map<String, Object> invocation = Json.map("executionSuccessful", result.failure() == 0, "exitCode",
                result.code());
        if (told.size() < marks.size()) {
            invocation.put("toolExecutionNotifications", List.of(Json.map("level", "warning", "message",
                    message((marks.size() - told.size()) + " more results are left out: no more than " + MOST_RESULTS
                            + " are read."))));
        }
        Map<String, Object> run = Json.map("tool", Json.map("driver", driver()), "columnKind", "unicodeCodePoints",
                "automationDetails", Json.map("id", "desireline-check/"),
                "originalUriBaseIds", Json.map(ROOT, Json.map("description", message("The folder of the repository that"
                        + " holds the charter; of a charter outside any, the one in which the command ran."))),
                "invocations", List.of(invocation), "results", told.stream().map(this::result).toList(),
                "properties", Json.map("gates", Json.map("holds", count(Verdict.Holds.class), "broken",
                        count(Verdict.Broken.class), "unknown", count(Verdict.Unknown.class))));
        return Json.write(Json.map("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)));
    }

    private long count(Class<? extends Verdict> kind) {
        return result.verdicts().stream().filter(kind::isInstance).count();
    }

    private static Map<String, Object> driver() {
        Map<String, Object> driver = Json.map("name", "desireline", "version", Version.text(), "rules",
                Arrays.stream(Mark.Rule.values()).map(Sarif::rule).toList());
        if (Version.text().matches("\\d+[.]\\d+[.]\\d+(-[0-9A-Za-z.-]+)?")) {
            driver.put("semanticVersion", Version.text());
        }
        return driver;
    }

    private static Map<String, Object> rule(Mark.Rule rule) {
        String brief = switch (rule) {
            case CHARTER_ERROR -> "The charter cannot be used";
            case CHARTER_REMARK -> "Something in the charter is probably not meant so";
            case GATE_BROKEN -> "A figure lies beyond its limit";
            case GATE_UNKNOWN -> "It cannot be told whether a figure keeps its limit";
        };
        String full = switch (rule) {
            case CHARTER_ERROR -> "A mistake keeps the charter from being used, and no gate is judged.";
            case CHARTER_REMARK -> "Something contradicts itself, leads nowhere or is superfluous. The charter is used"
                    + " as it stands.";
            case GATE_BROKEN -> "All that the figure may be, its 95 % interval and its range under other settings, lies"
                    + " beyond the limit that the charter sets.";
            case GATE_UNKNOWN -> "The limit lies within what the figure may be, or the figure is withheld, refused or"
                    + " not there. Nothing is claimed then.";
        };
        String help = switch (rule) {
            case CHARTER_ERROR, CHARTER_REMARK -> " The message says what was probably meant. Run desireline check to"
                    + " see the line with its place marked; docs/charter.md says what each entry means.";
            case GATE_BROKEN -> " Run the command at the end of the message to see the figure and the cases behind it."
                    + " It is about the work and what it waits for, never about a person. Change what makes it so, or"
                    + " the limit; docs/gates.md says how a gate is judged.";
            case GATE_UNKNOWN -> " The message says what is missing. A longer window narrows an interval; with"
                    + " --unknown-ok it counts as a note. docs/gates.md says how a gate is judged.";
        };
        String level = switch (rule) {
            case CHARTER_ERROR, GATE_BROKEN -> "error";
            case CHARTER_REMARK, GATE_UNKNOWN -> "warning";
        };
        return Json.map("id", rule.id(), "shortDescription", message(brief), "fullDescription", message(full), "help",
                message(full + help), "defaultConfiguration", Json.map("level", level), "properties",
                Json.map("tags", List.of(rule.id().replaceFirst("-.*", ""))));
    }

    private Map<String, Object> result(Mark mark) {
        Place place = mark.place();
        boolean isEarlier = place.file().matches(EARLIER);
        Path file = file(isEarlier ? place.file().replaceFirst(EARLIER, "$1") : place.file());
        int line = isEarlier ? 1 : place.line();
        Map<String, Object> region = Json.map("startLine", line, "startColumn", isEarlier ? 1 : place.column());
        Map<String, Object> shown = Json.map("ruleId", mark.rule().id(), "ruleIndex", mark.rule().ordinal(), "kind",
                "fail", "level", level(mark), "message", message(words(mark, isEarlier)),
                "locations", List.of(Json.map("physicalLocation", Json.map("artifactLocation",
                        Json.map("uri", root.uri(file), "uriBaseId", ROOT), "region", region))),
                "partialFingerprints", fingerprints(mark, file, line));
        if (mark.verdict() != null) {
            shown.put("properties", properties(mark.verdict()));
        }
        return shown;
    }

    private static Path file(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException unusual) {
            return Path.of(Page.clean(name));
        }
    }

    /** An unknown gate is a warning, however the exit code takes it; a note where it may be unknown. */
    private static String level(Mark mark) {
        if (mark.rule() == Mark.Rule.GATE_UNKNOWN) {
            return mark.severity() == Trouble.Severity.ERROR ? "warning" : "note";
        }
        return mark.severity().label();
    }

    private String words(Mark mark, boolean isEarlier) {
        String said = root.told((isEarlier ? mark.place() + ": " : "") + mark.message(), named);
        Verdict verdict = mark.verdict();
        String whole = said + (said.endsWith(".") ? "" : ".");
        return verdict == null || verdict.judged().isEmpty() ? whole : whole + " Evidence: " + show(verdict);
    }

    private String show(Verdict verdict) {
        return "desireline show " + Output.typed(verdict.line()) + again.apply(verdict.gate());
    }

    private Map<String, Object> properties(Verdict verdict) {
        Map<String, Object> shown = Json.gate(verdict.gate());
        shown.put("verdict", verdict.word());
        shown.put("id", verdict.line());
        verdict.judged().ifPresent(figure -> {
            shown.put("figure", Json.figure(figure));
            shown.put("show", show(verdict));
        });
        return shown;
    }

    private Map<String, Object> fingerprints(Mark mark, Path file, int line) {
        Verdict verdict = mark.verdict();
        String about = verdict == null ? mark.shown().strip() + "\n" + mark.message().replaceAll("line \\d+", "line")
                : String.join("\n", verdict.gate().name(), verdict.gate().reading(), verdict.gate().about(),
                        verdict.gate().line(), verdict.gate().of(), verdict.gate().window());
        String hash = hash(root.told(mark.rule().id() + "\n" + root.told(file) + "\n" + about, named));
        Map<String, Object> prints = Json.map("desireline/v1", hash + ":" + seen.merge(hash, 1, Integer::sum));
        String ofLine = hashes.computeIfAbsent(file, Sarif::lines).get(line);
        if (ofLine != null) {
            prints.put("primaryLocationLineHash", ofLine);
        }
        return prints;
    }

    private static Map<Integer, String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? LineHash.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Map.of();
        } catch (IOException unreadable) {
            // That it cannot be read is a mistake of the charter already.
            return Map.of();
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** A text in which nothing is a link or a place to fill in. */
    private static Map<String, Object> message(String text) {
        return new TreeMap<>(Map.of("text", Page.clean(text).replace("](", "] (").replace("{", "{{")
                .replace("}", "}}")));
    }
}
