package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A page of text, 80 columns wide. Every text from outside goes through {@link #clean}.
 */
final class Page {

    static final int WIDTH = 80;

    private final StringBuilder out = new StringBuilder();
    private final boolean colour;

    Page(boolean colour) {
        this.colour = colour;
    }

    /** The text without anything that could steer a terminal. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean harmless = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.SURROGATE;
            clean.appendCodePoint(harmless ? c : '\ufffd');
        });
        return clean.toString();
    }

    /** The text cut to a width, with an ellipsis where it was longer. */
    static String fit(String text, int width) {
        String clean = clean(text);
        return clean.length() <= width ? clean : clean.substring(0, width - 1) + "…";
    }

    /** A key cut to a width: where it ends in a number after its project, the end is what tells it apart. */
    static String fitKey(String key, int width) {
        String clean = clean(key);
        boolean isOfProject = clean.indexOf('#') > 0 || clean.indexOf('!') > 0;
        return clean.length() <= width || !isOfProject ? fit(clean, width)
                : "…" + clean.substring(clean.length() - width + 1);
    }

    String paint(Ink ink, String text) {
        return ink.paint(text, colour);
    }

    Page title(String text) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        String line = "── " + text + " ";
        out.append(paint(Ink.TITLE, line + "─".repeat(Math.max(0, WIDTH - line.length())))).append('\n');
        return this;
    }

    /** What was laid out on a sheet, set apart from what stands above. */
    Page append(Sheet sheet) {
        String lines = sheet.terminal(colour);
        out.append(out.isEmpty() || lines.isEmpty() ? "" : "\n").append(lines);
        return this;
    }

    Page line(String text) {
        out.append(text).append('\n');
        return this;
    }

    Page blank() {
        out.append('\n');
        return this;
    }

    /** A paragraph, wrapped, each line indented. */
    Page wrap(String text, int indent) {
        return wrap(Ink.TITLE, false, text, indent, indent);
    }

    Page wrap(Ink ink, String text, int indent) {
        return wrap(ink, true, text, indent, indent);
    }

    /** A paragraph whose first line begins further left than the others. */
    Page hang(String text, int first, int rest) {
        return wrap(Ink.TITLE, false, text, first, rest);
    }

    private Page wrap(Ink ink, boolean painted, String text, int first, int rest) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(" ".repeat(first));
        int start = line.length();
        for (String word : clean(text).split(" ", -1)) {
            if (line.length() > start && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(rest));
                start = line.length();
            }
            line.append(line.length() > start ? " " : "").append(word);
        }
        lines.add(line.toString());
        lines.forEach(each -> out.append(painted ? paint(ink, each) : each).append('\n'));
        return this;
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** A number with its thousands set apart. */
    static String count(long number) {
        return format("%,d", number);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
