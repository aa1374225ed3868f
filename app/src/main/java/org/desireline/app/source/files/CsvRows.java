package org.desireline.app.source.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A table in text: a line of names, then rows of values between commas, semicolons, tabs or bars, in quotes where they
 * hold such a character or a line break. Rows are read one at a time; no value may be longer than a million characters.
 */
public final class CsvRows {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int MOST_CHARS = 1 << 20;
    private static final int MOST_COLUMNS = 2_000;
    private static final int SAMPLE_ROWS = 500;
    /** Of ten rows, so many must have as many values as there are names. */
    private static final int TENTHS = 8;

    private CsvRows() {}

    /**
     * What a table begins with.
     *
     * @param delimiter what stands between values
     * @param named whether a first line names the delimiter, as spreadsheets write it
     * @param header the names of the columns
     * @param rows some rows after it, each with as many values
     */
    public record Start(char delimiter, boolean named, List<String> header, List<List<String>> rows) {

        public Start {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** Takes the rows of a table. */
    @FunctionalInterface
    public interface Sink {

        /**
         * Called for each row that has as many values as there are names.
         *
         * @param line the line of the document it begins in, from 1
         * @param values as they stand there, without their quotes
         */
        void row(long line, List<String> values);
    }

    /** What a document begins with if it is a table of two columns or more, else null. */
    public static @Nullable Start start(Beginning beginning) {
        for (int i = 0; i < Math.min(beginning.bytes().length, 1_000); i++) {
            boolean control = beginning.bytes()[i] >= 0 && beginning.bytes()[i] < 9;
            if (control && beginning.bytes()[0] != (byte) 0xff && beginning.bytes()[0] != (byte) 0xfe) {
                return null;
            }
        }
        boolean whole = beginning.bytes().length < Beginning.MOST_BYTES;
        Start best = null;
        long most = 0;
        for (char delimiter : DELIMITERS) {
            Start start = start(beginning, delimiter, whole);
            long weight = start == null ? 0 : start.header().size() * 1_000L + start.rows().size();
            if (weight > most) {
                best = start;
                most = weight;
            }
        }
        return best;
    }

    private static @Nullable Start start(Beginning beginning, char delimiter, boolean whole) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = reader(new ByteArrayInputStream(beginning.bytes()), delimiter);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            while (rows.size() < SAMPLE_ROWS && records.hasNext()) {
                rows.add(List.copyOf(records.next().getFields()));
            }
        } catch (CsvParseException | UncheckedIOException | IOException odd) {
            return null;
        }
        if (!whole && rows.size() > 1 && rows.size() < SAMPLE_ROWS) {
            rows.removeLast();
        }
        boolean named = !rows.isEmpty() && rows.getFirst().getFirst().startsWith("sep=");
        if (named) {
            rows.removeFirst();
        }
        List<String> header = rows.isEmpty() ? List.of() : rows.removeFirst();
        List<List<String>> even = rows.stream().filter(row -> row.size() == header.size()).toList();
        boolean isTable = header.size() > 1 && header.stream().anyMatch(name -> !name.isBlank())
                && even.size() * 10 >= rows.size() * TENTHS;
        return isTable ? new Start(delimiter, named, header, even) : null;
    }

    private static CsvReader<CsvRecord> reader(InputStream in, char delimiter) throws IOException {
        return reader(new LenientText(in), delimiter);
    }

    private static CsvReader<CsvRecord> reader(LenientText text, char delimiter) {
        return CsvReader.builder().fieldSeparator(delimiter).maxBufferSize(MOST_CHARS)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(CsvRecordHandler.of(handler -> handler.maxFields(MOST_COLUMNS)
                        .maxFieldSize(MOST_CHARS).maxRecordSize(2 * MOST_CHARS)), text);
    }

    /**
     * Reads all rows but the names. A row with fewer or more values than there are names is a trouble and left out;
     * where a value or a row is too long, or a quote is not closed, the rest of the document is.
     *
     * @param start what the document begins with
     * @return how many rows were handed on
     */
    public static long read(Document document, InputStream in, Start start, Sink sink, Delivery delivery)
            throws IOException {
        LenientText text = new LenientText(in);
        Map<Boolean, long[]> uneven = new HashMap<>();
        long rows = 0;
        long line = 0;
        try (CsvReader<CsvRecord> reader = reader(text, start.delimiter());
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            for (int skip = start.named() ? 2 : 1; skip > 0 && records.hasNext(); skip--) {
                line = records.next().getStartingLineNumber();
            }
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                int more = record.getFieldCount() - start.header().size();
                if (more == 0) {
                    sink.row(line, record.getFields());
                    rows++;
                } else {
                    uneven.computeIfAbsent(more > 0, none -> new long[] {record.getStartingLineNumber(), 0})[1]++;
                }
            }
        } catch (CsvParseException broken) {
            delivery.trouble(Severity.ERROR, document.pointer(), "has, after line " + line + ", a value longer than"
                    + " a million characters, or too many of them: the rest is left out. Perhaps a quote is not"
                    + " closed", 1);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        uneven.forEach((more, seen) -> delivery.trouble(Severity.WARNING, document.pointer(),
                "rows with " + (more ? "more" : "fewer") + " values than there are names, the first in line " + seen[0]
                        + ": left out" + (more ? ". Perhaps a value holds the delimiter and is not in quotes" : ""),
                seen[1]));
        if (text.foreign() > 0) {
            delivery.trouble(Severity.NOTE, document.pointer(),
                    "bytes that are no UTF-8: read as windows-1252", text.foreign());
        }
        return rows;
    }
}
