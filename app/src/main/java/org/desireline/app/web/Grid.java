package org.desireline.app.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.desireline.instrument.Line;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures in the making: a row stands for what some lines have in common at the beginning of their ids, a
 * column for what they have at the end. Columns and rows of which nothing is on record are left out.
 */
final class Grid {

    private static final String NUMBER = "number";

    /** How a column is filled. */
    private record Column(
            String head, String kind, Function<String, Prose> text, @Nullable Function<String, Prose> ends,
            @Nullable Function<String, String> line, @Nullable Axis axis, String beside) {}

    /** A row. */
    private record Entry(Prose name, String row, boolean isTotal) {}

    private final Telling telling;
    private final Prose caption;
    private final String names;
    private final List<Column> columns = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param names what the first column is called
     */
    Grid(Telling telling, String caption, String names) {
        this(telling, Prose.words(caption), names);
    }

    Grid(Telling telling, Prose caption, String names) {
        this.telling = telling;
        this.caption = caption;
        this.names = names;
    }

    private Numbers numbers() {
        return telling.numbers();
    }

    /** A column of plain figures. */
    Grid value(String head, String suffix, As as) {
        return add(head, row -> numbers().value(row + suffix, as), suffix);
    }

    /** A column of figures with their intervals. */
    Grid interval(String head, String suffix, As as) {
        columns.add(new Column(head, NUMBER, row -> numbers().value(row + suffix, as),
                row -> numbers().ends(row + suffix, as), row -> row + suffix, null, ""));
        return this;
    }

    /** A column of ranges over other settings. */
    Grid range(String head, String suffix, As as) {
        return add(head, row -> numbers().range(row + suffix, as), suffix);
    }

    /** A column that says on how much a figure rests. */
    Grid size(String head, String suffix, Part part) {
        return add(head, row -> numbers().count(row + suffix, part), suffix);
    }

    /** A column of intervals, drawn, and one of the same in figures. */
    Grid drawn(String head, String suffix, As as, Axis axis) {
        return drawn(head, suffix, as, axis, "");
    }

    /** The same with the value of another line marked beside each. */
    Grid drawn(String head, String suffix, As as, Axis axis, String beside) {
        columns.add(new Column(head + ", drawn", "drawn", row -> Prose.NONE, null, row -> row + suffix, axis, beside));
        return interval(head + " (95\u00a0%)", suffix, as);
    }

    /** A column of words. */
    Grid words(String head, Function<String, Prose> text) {
        columns.add(new Column(head, "text", text, null, null, null, ""));
        return this;
    }

    private Grid add(String head, Function<String, Prose> text, String suffix) {
        columns.add(new Column(head, NUMBER, text, null, row -> row + suffix, null, ""));
        return this;
    }

    /** A row, named by a text from outside. */
    Grid row(String name, String row) {
        return row(Prose.name(name), row, false);
    }

    Grid row(Prose name, String row, boolean isTotal) {
        entries.add(new Entry(name, row, isTotal));
        return this;
    }

    /** The row of the whole. */
    Grid total(String row) {
        return row(Prose.words("all"), row, true);
    }

    /** The table and, where anything is withheld, why; nothing where no figure is on record. */
    List<Block> blocks() {
        List<Entry> rows = entries.stream().filter(entry -> columns.stream().anyMatch(column ->
                isKnown(column, entry))).toList();
        List<Column> shown = columns.stream().filter(column -> column.line() == null
                || rows.stream().anyMatch(entry -> isTold(column, entry))).toList();
        if (rows.stream().allMatch(Entry::isTotal)) {
            return List.of();
        }
        if (rows.isEmpty() || rows.stream().noneMatch(entry -> shown.stream().anyMatch(column ->
                isTold(column, entry)))) {
            return hidden(rows);
        }
        List<Block.Head> heads = new ArrayList<>(List.of(Block.Head.of(names, "name")));
        shown.forEach(column -> heads.add(new Block.Head(column.head(), column.kind(), column.ends() == null ? 1 : 2,
                scale(column.axis()))));
        List<Block> blocks = new ArrayList<>(List.of(new Block.Table(telling.anchor("table"), caption, heads,
                rows.stream().map(entry -> row(entry, shown)).toList())));
        blocks.addAll(hidden(rows));
        return blocks;
    }

    private Block.Row row(Entry entry, List<Column> shown) {
        List<Block.Cell> cells = new ArrayList<>();
        cells.add(Block.Cell.of("name", telling.proofs().linked(entry.name(), shown.stream()
                .filter(column -> isTold(column, entry)).flatMap(column -> line(column, entry).stream()).toList())));
        for (Column column : shown) {
            Function<String, String> line = column.line();
            Function<String, Prose> ends = column.ends();
            if (column.axis() != null && line != null) {
                cells.add(new Block.Cell(column.kind(), Prose.NONE, numbers().bar(line.apply(entry.row()),
                        column.axis(), column.beside().isEmpty() ? "" : entry.row() + column.beside())));
            } else {
                cells.add(Block.Cell.of(column.kind(), column.text().apply(entry.row())));
            }
            if (ends != null) {
                cells.add(Block.Cell.of("ends", ends.apply(entry.row())));
            }
        }
        return new Block.Row(cells, entry.isTotal());
    }

    private static Block.@Nullable Scale scale(@Nullable Axis axis) {
        return axis == null ? null : new Block.Scale(axis.left(), axis.middle(), axis.right());
    }

    private List<Line> line(Column column, Entry entry) {
        return column.line() == null ? List.of()
                : telling.published().line(column.line().apply(entry.row())).stream().toList();
    }

    private boolean isKnown(Column column, Entry entry) {
        return column.line() != null && numbers().isKnown(column.line().apply(entry.row()));
    }

    private boolean isTold(Column column, Entry entry) {
        return column.line() != null && numbers().isTold(column.line().apply(entry.row()));
    }

    /** Why figures of these rows are withheld. */
    private List<Block> hidden(List<Entry> rows) {
        Set<String> reasons = new LinkedHashSet<>();
        rows.forEach(entry -> columns.stream().filter(column -> column.line() != null).forEach(column ->
                numbers().reason(column.line().apply(entry.row())).ifPresent(reasons::add)));
        if (reasons.isEmpty()) {
            return List.of();
        }
        Prose.Draft draft = new Prose.Draft().add(new Piece.Withheld()).words(" withheld: ");
        boolean isFirst = true;
        for (String reason : reasons) {
            draft.words(isFirst ? "" : "; ").quoted(reason);
            isFirst = false;
        }
        return List.of(new Block.Paragraph(Block.Tone.quiet, draft.end()));
    }
}
