package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Headings, paragraphs and tables that can be printed on a terminal or written as Markdown. Every text from outside is
 * made harmless on the way.
 */
final class Sheet {

    private static final int FEWEST_NAME = 10;

    /** A piece of the sheet. */
    private sealed interface Block {

        /** A heading. */
        record Heading(String text) implements Block {}

        /** A paragraph in a colour. */
        record Text(Ink ink, boolean painted, String text) implements Block {}

        /** An entry of a list. */
        record Entry(String text) implements Block {}

        /** A command to type. */
        record Command(String lead, String text) implements Block {}

        /** A table; the first column is a name, the others are figures. */
        record Table(List<String> head, List<List<String>> rows) implements Block {}
    }

    private final List<Block> blocks = new ArrayList<>();

    Sheet heading(String text) {
        blocks.add(new Block.Heading(text));
        return this;
    }

    Sheet text(String text) {
        blocks.add(new Block.Text(Ink.TITLE, false, text));
        return this;
    }

    Sheet quiet(String text) {
        blocks.add(new Block.Text(Ink.QUIET, true, text));
        return this;
    }

    Sheet say(String text) {
        blocks.add(new Block.Text(Ink.SAY, true, text));
        return this;
    }

    Sheet entry(String text) {
        blocks.add(new Block.Entry(text));
        return this;
    }

    Sheet command(String lead, String text) {
        blocks.add(new Block.Command(lead, text));
        return this;
    }

    /** A table; columns that hold nothing in any row are left out. */
    Sheet table(List<String> head, List<List<String>> rows) {
        List<Integer> kept = new ArrayList<>();
        for (int column = 0; column < head.size(); column++) {
            int at = column;
            if (column == 0 || rows.stream().anyMatch(row -> !row.get(at).equals(NOTHING))) {
                kept.add(column);
            }
        }
        blocks.add(new Block.Table(kept.stream().map(head::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList()));
        return this;
    }

    /** What stands in a cell for which there is no figure. */
    static final String NOTHING = "·";

    /** The sheet for a terminal, 80 columns wide where the figures let it. */
    String terminal(boolean colour) {
        Page page = new Page(colour);
        Block before = null;
        for (Block block : blocks) {
            if (block instanceof Block.Table && before instanceof Block.Text) {
                page.blank();
            }
            before = block;
            switch (block) {
                case Block.Heading heading -> page.title(Page.clean(heading.text()));
                case Block.Text text -> {
                    if (text.painted()) {
                        page.wrap(text.ink(), text.text(), 0);
                    } else {
                        page.wrap(text.text(), 0);
                    }
                }
                case Block.Entry entry -> page.hang("· " + entry.text(), 0, 2);
                case Block.Command command -> page.line(command.lead()
                        + page.paint(Ink.NAME, Page.clean(command.text())));
                case Block.Table table -> print(table, page);
            }
        }
        return page.toString();
    }

    private static void print(Block.Table table, Page page) {
        int columns = table.head().size();
        int[] widths = new int[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] = table.head().get(i).length();
            for (List<String> row : table.rows()) {
                widths[i] = Math.max(widths[i], Page.clean(row.get(i)).length());
            }
        }
        int figures = 0;
        for (int i = 1; i < columns; i++) {
            figures += widths[i] + 2;
        }
        widths[0] = Math.min(widths[0], Math.max(FEWEST_NAME, Page.WIDTH - figures));
        page.line(page.paint(Ink.QUIET, row(table.head(), widths)));
        table.rows().forEach(row -> page.line(row(row, widths)));
    }

    private static String row(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder(Page.format("%-" + widths[0] + "s", Page.fit(cells.get(0), widths[0])));
        for (int i = 1; i < cells.size(); i++) {
            line.append(Page.format("%" + (widths[i] + 2) + "s", Page.clean(cells.get(i))));
        }
        return line.toString().stripTrailing();
    }

    /** The sheet as Markdown. */
    String markdown() {
        StringBuilder out = new StringBuilder();
        Block before = null;
        for (Block block : blocks) {
            boolean sameList = block instanceof Block.Entry && before instanceof Block.Entry;
            out.append(out.isEmpty() || sameList ? "" : "\n");
            switch (block) {
                case Block.Heading heading -> out.append(before == null ? "# " : "## ")
                        .append(escaped(heading.text())).append('\n');
                case Block.Text text -> {
                    String mark = text.painted() && text.ink() == Ink.SAY ? "**" : "";
                    out.append(mark).append(escaped(text.text())).append(mark).append('\n');
                }
                case Block.Entry entry -> out.append("- ").append(escaped(entry.text())).append('\n');
                case Block.Command command -> out.append(escaped(command.lead())).append('`')
                        .append(Page.clean(command.text()).replace('`', '\'')).append("`\n");
                case Block.Table table -> {
                    line(out, table.head());
                    out.append("|---").append("|---:".repeat(table.head().size() - 1)).append("|\n");
                    table.rows().forEach(row -> line(out, row));
                }
            }
            before = block;
        }
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells) {
        cells.forEach(cell -> out.append("| ").append(escaped(cell)).append(' '));
        out.append("|\n");
    }

    /** A text in which nothing is markup. */
    private static String escaped(String text) {
        return Page.clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|#~])", "\\\\$1");
    }
}
