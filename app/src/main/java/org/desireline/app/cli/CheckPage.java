package org.desireline.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.desireline.charter.Gate;
import org.desireline.charter.Mistake;
import org.desireline.journal.Trouble;
import org.desireline.watch.Verdict;

/** The page that {@code check} prints: mistakes of the charter, and the verdicts on its gates. */
final class CheckPage {

    private static final int MOST_SHOWN = 160;
    private static final String EXAMPLE = "  gates:\n    - { name: urgent work has an owner, reading: ledger,"
            + " about: all,\n        line: unowned, of: live, at-most: 10%, window: 13w }";

    private final CheckResult result;
    private final Page page;
    private final Function<Gate, String> again;

    /**
     * A page.
     *
     * @param again what to add to a command so that it sees what a gate was judged by
     */
    CheckPage(CheckResult result, boolean colour, Function<Gate, String> again) {
        this.result = result;
        this.page = new Page(colour);
        this.again = again;
    }

    String text() {
        charter();
        gates();
        return page.toString();
    }

    private void charter() {
        page.title("The charter");
        List<Mistake> mistakes = result.charter().mistakes();
        mistakes.forEach(this::mistake);
        long errors = mistakes.stream().filter(mistake -> mistake.severity() == Trouble.Severity.ERROR).count();
        page.hang(result.charter().file() + ": " + (errors == 0 ? "can be used" : counted(errors, "error"))
                + (mistakes.size() > errors ? ", " + counted(mistakes.size() - errors, "remark") : ""), 0, 2);
    }

    private static String counted(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    /** Place, what is wrong, what was meant; the line as written, and a caret below the place. */
    private void mistake(Mistake mistake) {
        String severity = mistake.severity().label();
        page.hang(mistake.place() + ": " + severity + ": " + mistake.what()
                + (mistake.perhaps().isEmpty() ? "" : ". " + mistake.perhaps()) + ".", 0, 2);
        if (!mistake.shown().isEmpty()) {
            page.line("    " + Page.fit(mistake.shown(), MOST_SHOWN));
            int caret = Math.max(0, mistake.place().column() - 1);
            if (caret < MOST_SHOWN) {
                page.line("    " + " ".repeat(caret) + page.paint(Ink.WARN, "^"));
            }
        }
    }

    private void gates() {
        page.title("The gates");
        if (result.charter().isUnusable()) {
            page.wrap("No gate is judged until the charter can be used.", 0);
            return;
        }
        if (result.verdicts().isEmpty()) {
            page.wrap("The charter names no gate, so there is nothing to hold. One would read:", 0);
            EXAMPLE.lines().forEach(page::line);
            return;
        }
        page.wrap(Ink.QUIET, age(), 0);
        result.verdicts().forEach(this::verdict);
        page.blank();
        page.line(count("holds") + " hold · " + count("broken") + " broken · " + count("unknown") + " unknown"
                + (result.unknownOk() ? " (allowed)" : ""));
    }

    private long count(String word) {
        return result.verdicts().stream().filter(verdict -> verdict.word().equals(word)).count();
    }

    /** What time it is and how old the data are: a gate says nothing about what happened since. */
    private String age() {
        Instant asOf = result.asOf();
        String now = "It is " + minute(result.now()) + "; ";
        if (asOf == null) {
            return now + "no data were read.";
        }
        Duration age = Duration.between(asOf, result.now());
        String days = age.isNegative() ? "after that" : age.toDays() == 0 ? "less than a day before"
                : counted(age.toDays(), "day") + " before";
        return now + "the data end " + minute(asOf) + ", " + days + ".";
    }

    private static String minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES).toString().replaceFirst(":00Z$", "Z");
    }

    private void verdict(Verdict verdict) {
        String word = Page.format("%-9s", verdict.word());
        Ink ink = switch (verdict) {
            case Verdict.Holds holds -> Ink.NAME;
            case Verdict.Broken broken -> Ink.SAY;
            case Verdict.Unknown unknown -> Ink.WARN;
        };
        page.blank();
        page.line(page.paint(ink, word) + Page.fit(verdict.gate().name(), Page.WIDTH - word.length()));
        page.wrap(verdict.sentence(), word.length());
        if (verdict.judged().isPresent()) {
            page.line(" ".repeat(word.length()) + page.paint(Ink.QUIET, Output.command() + " show "
                    + Output.typed(verdict.line()) + again.apply(verdict.gate())));
        }
    }
}
