package org.desireline.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a section is made of. */
sealed interface Block {

    /** How a paragraph speaks. */
    enum Tone {
        /** As the rest. */
        plain,
        /** What a reader may say. */
        say,
        /** How to read what stands beside it. */
        quiet,
        /** That there is not enough evidence. */
        refused
    }

    /** A heading within a section. */
    record Heading(Prose text) implements Block {}

    /** A paragraph. */
    record Paragraph(Tone tone, Prose prose) implements Block {}

    /** Entries of a list. */
    record Entries(List<Prose> entries) implements Block {

        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** A command to type. */
    record Command(String lead, String text) implements Block {}

    /**
     * A table; the first column names the rows.
     *
     * @param id its anchor, which no other has
     * @param caption what it is of
     */
    record Table(String id, Prose caption, List<Head> heads, List<Row> rows) implements Block {

        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /**
     * The head of a column.
     *
     * @param kind {@code name}, {@code number}, {@code drawn} or {@code text}
     * @param span cells of a row below it
     * @param axis the scale of what is drawn in it
     */
    record Head(String text, String kind, int span, @Nullable Scale axis) {

        static Head of(String text, String kind) {
            return new Head(text, kind, 1, null);
        }
    }

    /** The ends and the middle of a scale, in words. */
    record Scale(String left, String middle, String right) {}

    /** A row of cells. */
    record Row(List<Cell> cells, boolean isTotal) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param kind {@code name}, {@code number}, {@code ends} for an interval, {@code drawn} or {@code text}
     */
    record Cell(String kind, Prose prose, @Nullable Bar bar) {

        static Cell of(String kind, Prose prose) {
            return new Cell(kind, prose, null);
        }
    }

    /**
     * An interval, drawn: places on the scale in per cent.
     *
     * @param reference where nothing is said either way, empty for nowhere
     * @param beside a value to set it beside, empty for none
     */
    record Bar(String low, String value, String high, String reference, String beside) {}

    /**
     * A chart that a script draws of a table.
     *
     * @param id its anchor
     * @param title what it is called
     * @param alternative what it shows, in words
     * @param json what the script is given
     */
    record Chart(String id, String title, Prose alternative, String json) implements Block {}

    /**
     * An item's days as a strip, coloured by the party awaited.
     *
     * @param days days it is long
     * @param height hours it is high
     * @param description what it shows, in words
     * @param marks the hours of each party
     * @param ticks months
     */
    record Strip(int days, String height, String description, List<Mark> marks, List<Tick> ticks) implements Block {

        public Strip {
            marks = List.copyOf(marks);
            ticks = List.copyOf(ticks);
        }
    }

    /** The hours of a party on a strip, as an outline, and whose colour they have. */
    record Mark(String outline, String account) {}

    /** A day or a month on a strip; its name begins, ends or is centred there. */
    record Tick(String at, String anchor, String label) {}

    /** Colours and what they stand for. */
    record Legend(List<String> accounts, List<String> words) implements Block {

        public Legend {
            accounts = List.copyOf(accounts);
            words = List.copyOf(words);
        }
    }

    /** What is folded away until it is asked for. */
    record Fold(String id, Prose summary, List<Block> blocks) implements Block {

        public Fold {
            blocks = List.copyOf(blocks);
        }
    }
}
