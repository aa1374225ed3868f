package org.desireline.number;

import java.util.List;
import java.util.stream.IntStream;
import org.desireline.SharedData;

/** A reference data set as others published it: rows of texts under named columns. */
public final class Table {

    private static final String FOLDER = "data/stats-reference/";

    private final List<String> names;
    private final List<List<String>> rows;

    private Table(List<String> names, List<List<String>> rows) {
        this.names = names;
        this.rows = rows;
    }

    /** Reads one with a comma between columns, or a tab; a test without the file is skipped and says so. */
    public static Table read(String file) {
        List<List<String>> lines = SharedData.lines(FOLDER + file).stream().map(line -> List.of(
                line.replace("\"", "").split(line.contains("\t") ? "\t" : ",", -1))).toList();
        return new Table(lines.getFirst(), lines.subList(1, lines.size()));
    }

    /** Number of rows. */
    public int size() {
        return rows.size();
    }

    /** The text in a row, from 0. */
    public String text(int row, String column) {
        int at = names.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("No column " + column + " among " + names + ".");
        }
        return rows.get(row).get(at);
    }

    /** The number in a row. */
    public double number(int row, String column) {
        return Double.parseDouble(text(row, column));
    }

    /** A column of numbers. */
    public double[] numbers(String column) {
        return IntStream.range(0, rows.size()).mapToDouble(row -> number(row, column)).toArray();
    }
}
