package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.desireline.charter.Mistake;
import org.desireline.charter.Place;
import org.desireline.journal.Trouble;
import org.desireline.watch.Verdict;

/**
 * Mistakes and gates as lines that a build server or an editor turns into marks beside the charter's lines. What holds
 * has no mark.
 */
final class Annotations {

    /** How they are written. The constants' names are those of the option. */
    enum Kind {
        auto, github, plain, none;

        /** What {@code auto} means here. */
        Kind on(Surroundings around) {
            if (this != auto) {
                return this;
            }
            return "true".equals(around.environment().get("GITHUB_ACTIONS")) ? github : none;
        }
    }

    /** One mark. */
    private record Mark(Trouble.Severity severity, Place place, String title, String message) {

        /** A workflow command of GitHub: the characters that end a line or part properties are coded. */
        String github() {
            String command = switch (severity) {
                case ERROR -> "error";
                case WARNING -> "warning";
                case NOTE -> "notice";
            };
            return "::" + command + " file=" + property(place.file()) + ",line=" + place.line() + ",col="
                    + place.column() + ",title=" + property(title) + "::" + data(message);
        }

        /** As compilers write it. */
        String plain() {
            return Page.clean(place + ": " + severity.label() + ": " + title + ": " + message);
        }

        private static String data(String text) {
            StringBuilder coded = new StringBuilder();
            text.codePoints().forEach(c -> {
                switch (c) {
                    case '%' -> coded.append("%25");
                    case '\r' -> coded.append("%0D");
                    case '\n' -> coded.append("%0A");
                    default -> coded.append(Page.clean(Character.toString(c)));
                }
            });
            return coded.toString();
        }

        private static String property(String text) {
            return data(text).replace(":", "%3A").replace(",", "%2C");
        }
    }

    private Annotations() {}

    static List<String> of(CheckResult result, Kind kind) {
        List<Mark> marks = new ArrayList<>();
        for (Mistake mistake : result.charter().mistakes()) {
            marks.add(new Mark(mistake.severity(), mistake.place(), "charter", mistake.what()
                    + (mistake.perhaps().isEmpty() ? "" : ". " + mistake.perhaps())));
        }
        for (Verdict verdict : result.verdicts()) {
            if (!(verdict instanceof Verdict.Holds)) {
                Trouble.Severity severity =
                        result.isFine(verdict) ? Trouble.Severity.WARNING : Trouble.Severity.ERROR;
                marks.add(new Mark(severity, verdict.gate().place(), "gate " + CheckResult.word(verdict),
                        verdict.gate().name() + ": " + verdict.sentence()));
            }
        }
        return switch (kind) {
            case github -> marks.stream().map(Mark::github).toList();
            case plain -> marks.stream().map(Mark::plain).toList();
            case auto, none -> List.of();
        };
    }
}
