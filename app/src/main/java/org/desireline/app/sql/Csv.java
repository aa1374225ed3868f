package org.desireline.app.sql;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values, quoted as RFC 4180 has it, in UTF-8, a line a row. A text that a spreadsheet would compute,
 * for it begins with one of {@code = + - @} or a control character, gets an apostrophe before it. Fractions have twelve
 * digits.
 */
public final class Csv {

    private static final MathContext DIGITS = new MathContext(12);
    private static final String COMPUTED = "=+-@\t\r\n";

    private Csv() {}

    /** A line, with its end. */
    public static String line(List<? extends @Nullable Object> cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell(cell));
        }
        return String.join(",", texts) + "\n";
    }

    private static String cell(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        String text = cell instanceof Double number ? new BigDecimal(number.toString()).round(DIGITS).toPlainString()
                : cell.toString();
        if (cell instanceof String && !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Writes a sheet into a file that is there. */
    static void write(Sheet sheet, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(line(sheet.columns().stream().map(Sheet.Column::name).toList()));
            sheet.rows().each(row -> write(out, java.util.Arrays.asList(row)));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void write(Writer out, List<@Nullable Object> row) {
        try {
            out.write(line(row));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
