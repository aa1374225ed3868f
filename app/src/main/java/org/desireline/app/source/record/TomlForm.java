package org.desireline.app.source.record;

import java.util.ArrayList;
import java.util.List;

/**
 * TOML as fields: tables, dotted keys, texts of all four kinds, lists, tables in a line. Numbers, times and truth are
 * taken as they are written. Of a list of tables the fields of all stand under one name. Cost: linear in the text.
 */
final class TomlForm {

    private static final int DEEPEST = 20;

    private final Fields fields = new Fields();
    private final String text;
    private final int firstLine;
    private int at;
    private int counted;
    private int lines;

    /**
     * A text.
     *
     * @param firstLine the line of the file on which it begins
     */
    TomlForm(String text, int firstLine) {
        this.text = text.replace("\r\n", "\n");
        this.firstLine = firstLine;
    }

    /**
     * Reads it.
     *
     * @throws Unreadable where it is no TOML
     */
    Fields read() {
        String table = "";
        for (blank(true); at < text.length(); blank(true)) {
            if (text.charAt(at) == '[') {
                boolean list = text.startsWith("[[", at);
                at += list ? 2 : 1;
                table = key();
                expect(list ? "]]" : "]");
            } else {
                entry(table, 0);
            }
            blank(false);
            if (at < text.length() && text.charAt(at) != '\n') {
                throw bad();
            }
        }
        return fields;
    }

    private void entry(String table, int depth) {
        String key = key();
        expect("=");
        blank(false);
        value(table.isEmpty() ? key : table + "." + key, depth);
    }

    private String key() {
        List<String> parts = new ArrayList<>();
        do {
            blank(false);
            if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
                parts.add(quoted());
            } else {
                int from = at;
                while (at < text.length() && isBare(text.charAt(at))) {
                    at++;
                }
                if (from == at) {
                    throw bad();
                }
                parts.add(text.substring(from, at));
            }
            blank(false);
        } while (next('.'));
        return String.join(".", parts);
    }

    private static boolean isBare(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private void value(String name, int depth) {
        if (depth > DEEPEST || at >= text.length()) {
            throw bad();
        }
        int line = line();
        switch (text.charAt(at)) {
            case '"', '\'' -> fields.add(name, quoted(), line);
            case '[' -> {
                at++;
                fields.mention(name);
                for (blank(true); !next(']'); blank(true)) {
                    value(name, depth + 1);
                    blank(true);
                    if (!next(',') && (at >= text.length() || text.charAt(at) != ']')) {
                        throw bad();
                    }
                }
            }
            case '{' -> {
                at++;
                for (blank(false); !next('}'); blank(false)) {
                    entry(name, depth + 1);
                    blank(false);
                    if (!next(',') && (at >= text.length() || text.charAt(at) != '}')) {
                        throw bad();
                    }
                }
            }
            default -> {
                int from = at;
                while (at < text.length() && ",]}#\n".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                String plain = text.substring(from, at).strip();
                if (plain.isEmpty()) {
                    throw bad();
                }
                fields.add(name, plain, line);
            }
        }
    }

    private String quoted() {
        char quote = text.charAt(at);
        String three = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(three, at);
        String end = isLong ? three : String.valueOf(quote);
        at += end.length();
        StringBuilder out = new StringBuilder();
        while (!text.startsWith(end, at)) {
            if (at >= text.length() || (!isLong && text.charAt(at) == '\n')) {
                throw bad();
            }
            char c = text.charAt(at++);
            out.append(c == '\\' && quote == '"' ? escaped() : String.valueOf(c));
        }
        at += end.length();
        return out.toString();
    }

    private String escaped() {
        if (at >= text.length()) {
            throw bad();
        }
        char c = text.charAt(at++);
        int digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
        if (digits == 0) {
            int place = "btnfr\"\\".indexOf(c);
            return place >= 0 ? "\b\t\n\f\r\"\\".substring(place, place + 1) : " ";
        }
        if (at + digits > text.length() || !text.substring(at, at + digits).matches("[0-9A-Fa-f]+")) {
            throw bad();
        }
        long point = Long.parseLong(text.substring(at, at + digits), 16);
        at += digits;
        return point > Character.MAX_CODE_POINT ? " " : Character.toString((int) point);
    }

    /** Passes blanks and remarks, and ends of lines where they mean nothing. */
    private void blank(boolean andLines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == ' ' || c == '\t' || (andLines && c == '\n')) {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean next(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String what) {
        blank(false);
        if (!text.startsWith(what, at)) {
            throw bad();
        }
        at += what.length();
    }

    private int line() {
        for (; counted < at && counted < text.length(); counted++) {
            lines += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return firstLine + lines;
    }

    private Unreadable bad() {
        return new Unreadable(line(), "is not TOML that is read");
    }
}
