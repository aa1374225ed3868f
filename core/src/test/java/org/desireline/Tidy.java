package org.desireline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the tree is checked for, file by file; a complaint names the file, the line where there is one, and the rule.
 *
 * @param path the file, from the top of the repository, with slashes
 * @param text its content
 */
record Tidy(String path, String text) {

    static final int LONGEST_LINE = 120;
    static final int LONGEST_FILE = 600;
    static final int LONGEST_METHOD = 60;

    private static final Pattern VAGUE = Pattern.compile(
            "(?:^|[a-z0-9])(?:Impl|Default|Abstract|Base|Manager|Helper|Util|Utils|Service|Processor)(?=[A-Z0-9.]|$)");
    private static final Pattern REMINDER = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern ASSERTION = Pattern.compile("\\b(?:assert\\w*|fail)\\s*\\(");
    private static final Pattern CONSOLE = Pattern.compile("\\bSystem\\s*\\.\\s*(?:out|err)\\b");
    /** Written in parts, so that this file does not trip over itself. */
    private static final Pattern MACHINE = Pattern.compile("(?<![\\w.}~-])/(?:wo" + "rk|fa" + "rm|ro" + "ot)/");
    private static final Pattern SCRATCH = Pattern.compile("(?<![\\w.}~-])/t" + "mp/");
    private static final Pattern REGISTRY = Pattern.compile("repo\\.ma" + "ven\\.|repo1\\.ma" + "ven|registry\\.np"
            + "mjs|deb\\.deb" + "ian");

    /** Everything that is wrong with the file. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        BiConsumer<Integer, String> complain = (line, what) ->
                complaints.add(String.format(Locale.ROOT, "%s:%d %s", path, line, what));
        if (path.endsWith(".java")) {
            shape(complain);
            java(complain);
        }
        if (isProse()) {
            each(MACHINE, text, "names a folder of one machine", complain);
            each(REGISTRY, text, "names the host of a registry", complain);
            if (path.contains("src/main/") || path.endsWith(".md")) {
                each(SCRATCH, text, "names the scratch folder of one machine", complain);
            }
        }
        return complaints;
    }

    private boolean isProse() {
        return Stream.of(".java", ".md", ".xml", ".sh", ".yaml", ".yml").anyMatch(path::endsWith)
                || text.startsWith("#!");
    }

    private void shape(BiConsumer<Integer, String> complain) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.codePointCount(0, line.length()) > LONGEST_LINE) {
                complain.accept(i + 1, "is longer than " + LONGEST_LINE + " characters");
            }
            if (line.indexOf('\t') >= 0) {
                complain.accept(i + 1, "holds a tab");
            }
            if (!line.equals(line.stripTrailing())) {
                complain.accept(i + 1, "ends with a blank");
            }
        }
        if (lines.size() > LONGEST_FILE) {
            complain.accept(lines.size(), "is longer than " + LONGEST_FILE + " lines");
        }
        if (!text.endsWith("\n") || text.endsWith("\n\n")) {
            complain.accept(lines.size(), "does not end with one line break");
        }
    }

    private void java(BiConsumer<Integer, String> complain) {
        JavaText java = JavaText.of(text);
        for (JavaText.Method method : java.methods()) {
            if (method.lines() > LONGEST_METHOD) {
                complain.accept(method.firstLine(), method.name() + " has " + method.lines() + " lines, more than "
                        + LONGEST_METHOD);
            }
        }
        each(REMINDER, java.words(), "puts work off", complain);
        if (!path.contains("/app/cli/") && !path.endsWith("/Main.java")) {
            each(CONSOLE, java.code(), "writes to the console", complain);
        }
        if (VAGUE.matcher(path.substring(path.lastIndexOf('/') + 1)).find()) {
            complain.accept(1, "has a name that says nothing");
        }
        if (path.endsWith("Test.java") && !ASSERTION.matcher(java.code()).find()) {
            complain.accept(1, "is a test without an assertion");
        }
        Predicate<String> isCode = comment -> comment.endsWith(";") || comment.endsWith("{");
        java.comments().stream().filter(isCode)
                .forEach(comment -> complain.accept(lineOf(text.indexOf(comment)), "comments code out: " + comment));
        if (path.contains("src/main/java/") && path.endsWith("/package-info.java") && !text.startsWith("/**")) {
            complain.accept(1, "describes its package in no Javadoc");
        }
    }

    private void each(Pattern pattern, String where, String what, BiConsumer<Integer, String> complain) {
        pattern.matcher(where).results().forEach(hit -> complain.accept(lineOf(hit.start()), what));
    }

    private int lineOf(int at) {
        return 1 + (int) text.substring(0, Math.max(0, at)).chars().filter(c -> c == '\n').count();
    }
}
