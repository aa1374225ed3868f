package org.desireline.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.BadInput;
import org.desireline.app.sql.Csv;
import org.desireline.app.sql.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a question in SQL about what was published. */
@Command(name = "sql", description = {
    "Answers one SELECT over four views: items, stretches, lines, troubles. None holds an actor, and nothing outside"
            + " them can be reached.", ""},
        footer = {"", "Examples:",
            "  desireline sql \"DESCRIBE items\"",
            "  desireline sql \"SELECT priority, count(*) FROM items GROUP BY ALL\"",
            "  desireline sql \"SELECT account, sum(on_hours) FROM stretches GROUP BY 1\" --csv",
            "  desireline sql - < question.sql"})
final class Sql implements Callable<Integer> {

    private static final int ROWS = 40;
    private static final int WIDEST = 60;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Options options = new Options();

    @Mixin
    private CharterOption charter = new CharterOption();

    @Option(names = "--csv", description = "Print comma-separated values. Every row, unless --limit says otherwise.")
    private boolean csv;

    @Option(names = "--from", paramLabel = "PATH", description = "Exports to import first.")
    private List<Path> from = List.of();

    @Parameters(paramLabel = "SELECT", arity = "1", description = "The question, or - to read it from standard input.")
    private String question = "";

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter talk = spec.commandLine().getErr();
        String sql = question.equals("-") ? input() : question;
        boolean limited = spec.commandLine().getParseResult().hasMatchedOption("--limit");
        long most = limited ? options.limit : options.json || csv ? Integer.MAX_VALUE : ROWS;
        if (most < 1) {
            throw new BadInput("--limit takes a number from 1, not " + most + ". Perhaps leave it out.");
        }
        Analysis analysis = options.measure(from, charter.file, talk);
        Query.Answer answer = Query.ask(analysis, sql, most);
        out.print(options.json ? json(answer) : csv ? csv(answer) : table(answer));
        out.flush();
        if (answer.more()) {
            talk.println("Only the first " + Page.count(most) + " rows are shown. Perhaps add --limit "
                    + 10 * most + ", or --csv for all of them.");
        }
        talk.flush();
        return Exit.ANSWERED;
    }

    private static String input() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new BadInput("The question cannot be read: " + failed.getMessage() + ". Perhaps write it as an"
                    + " argument.");
        }
    }

    private static String csv(Query.Answer answer) {
        StringBuilder out = new StringBuilder(Csv.line(answer.columns()));
        for (List<@Nullable Object> row : answer.rows()) {
            List<@Nullable Object> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell instanceof String text ? Page.clean(text)
                    : cell instanceof Number number ? Json.digits(number) : cell));
            out.append(Csv.line(cells));
        }
        return out.toString();
    }

    private static String json(Query.Answer answer) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : answer.rows()) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                named.put(answer.columns().get(i), row.get(i) instanceof Number number ? Json.digits(number)
                        : row.get(i));
            }
            rows.add(named);
        }
        return Json.rows(rows);
    }

    /** Columns as wide as their widest cell; numbers to the right. */
    private static String table(Query.Answer answer) {
        int columns = answer.columns().size();
        int[] widths = new int[columns];
        boolean[] right = new boolean[columns];
        List<List<String>> lines = new ArrayList<>();
        lines.add(answer.columns().stream().map(name -> Page.fit(name, WIDEST)).toList());
        for (List<@Nullable Object> row : answer.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                right[i] |= row.get(i) instanceof Number;
                cells.add(cell(row.get(i)));
            }
            lines.add(cells);
        }
        lines.forEach(cells -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], cells.get(i).length());
            }
        });
        StringBuilder out = new StringBuilder();
        for (List<String> cells : lines) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String blanks = " ".repeat(widths[i] - cells.get(i).length());
                line.append(i == 0 ? "" : "  ").append(right[i] ? blanks + cells.get(i) : cells.get(i) + blanks);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> Json.digits(number).toPlainString();
            default -> Page.fit(value.toString(), WIDEST);
        };
    }
}
