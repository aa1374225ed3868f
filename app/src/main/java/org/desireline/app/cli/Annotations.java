package org.desireline.app.cli;

import java.util.List;

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

    private Annotations() {}

    static List<String> of(CheckResult result, Kind kind) {
        List<Mark> marks = Mark.of(result);
        return switch (kind) {
            case github -> marks.stream().map(Annotations::github).toList();
            case plain -> marks.stream().map(Annotations::plain).toList();
            case auto, none -> List.of();
        };
    }

    /** A workflow command of GitHub: the characters that end a line or part properties are coded. */
    private static String github(Mark mark) {
        String command = switch (mark.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
        return "::" + command + " file=" + property(mark.place().file()) + ",line=" + mark.place().line() + ",col="
                + mark.place().column() + ",title=" + property(mark.title()) + "::" + data(mark.message());
    }

    /** As compilers write it. */
    private static String plain(Mark mark) {
        return Page.clean(mark.place() + ": " + mark.severity().label() + ": " + mark.title() + ": " + mark.message());
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
