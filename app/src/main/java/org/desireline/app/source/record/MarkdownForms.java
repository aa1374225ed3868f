package org.desireline.app.source.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields as people write them into Markdown and reStructuredText, and before mails. Cost: linear in the text. */
final class MarkdownForms {

    /** Fields stand at the top: further down a colon or a table is something else. */
    private static final int MOST_LINES = 200;
    private static final int MOST_HEADED_LINES = 5_000;
    private static final int LONGEST_LINE = 4_000;
    /** How many lines may stand before the first of the headers: a title, its underline, a badge. */
    private static final int MOST_BEFORE = 20;
    private static final Pattern HEADER =
            Pattern.compile("(?:[-*+] +)?[*_]{0,2}([A-Za-z][A-Za-z0-9 _/()-]{0,60}?)[*_]{0,2}:[*_]{0,2}(?: +(.*)|)");
    private static final Pattern FIELD = Pattern.compile(":([A-Za-z][A-Za-z0-9 _/-]{0,60}):(?: +(.*)|)");
    private static final Pattern RULE = Pattern.compile("\\|?[ :|-]*-[ :|-]*");
    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.+?)(?: +#+)?");
    private static final Pattern LINK = Pattern.compile(
            "!?\\[([^\\[\\]]{0,200})](?:\\([^()]{0,500}\\)|\\[[^\\[\\]]{0,200}])?");
    private static final Pattern TEAM = Pattern.compile("(?<!!)\\[([a-z][a-z0-9-]{0,39})]");
    private static final Pattern REMARK = Pattern.compile("<!--.*?(?:-->|$)");

    private MarkdownForms() {}

    /**
     * Lines {@code Name: value}, each perhaps with a mark of a list or in bold, up to the first empty line after them;
     * an indented line goes on with the one before.
     */
    static Fields headers(String text) {
        Fields fields = new Fields();
        List<String> lines = lines(text);
        String name = "";
        StringBuilder value = new StringBuilder();
        int line = 0;
        for (int i = 0; i < lines.size(); i++) {
            String each = lines.get(i);
            Matcher header = HEADER.matcher(each.stripTrailing());
            boolean goesOn = !name.isEmpty() && !each.isBlank() && Character.isWhitespace(each.charAt(0));
            if (goesOn) {
                value.append(' ').append(each.strip());
            } else if (header.matches()) {
                put(fields, name, value, line);
                name = header.group(1);
                value = new StringBuilder(header.group(2) == null ? "" : header.group(2));
                line = i + 1;
            } else if (!name.isEmpty() || i >= MOST_BEFORE) {
                break;
            }
        }
        put(fields, name, value, line);
        return fields;
    }

    /** Lines {@code :Name: value}; an indented line goes on with the one before. */
    static Fields fieldList(String text) {
        Fields fields = new Fields();
        List<String> lines = lines(text);
        String name = "";
        StringBuilder value = new StringBuilder();
        int line = 0;
        for (int i = 0; i < lines.size(); i++) {
            String each = lines.get(i);
            Matcher field = FIELD.matcher(each.strip());
            if (field.matches()) {
                put(fields, name, value, line);
                name = field.group(1);
                value = new StringBuilder(field.group(2) == null ? "" : field.group(2));
                line = i + 1;
            } else if (!name.isEmpty() && !each.isBlank() && Character.isWhitespace(each.charAt(0))) {
                value.append(' ').append(each.strip());
            } else if (!each.isBlank()) {
                put(fields, name, value, line);
                name = "";
            }
        }
        put(fields, name, value, line);
        return fields;
    }

    /** The first table: the first cell of each row is a name, the second its value. */
    static Fields table(String text) {
        Fields fields = new Fields();
        List<String> lines = lines(text);
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String row = lines.get(i).strip();
            if (row.startsWith("|") && row.length() > 1) {
                inside = true;
                List<String> cells = cells(row);
                if (cells.size() > 1 && !RULE.matcher(row).matches()) {
                    put(fields, plain(cells.get(0)), new StringBuilder(cells.get(1)), i + 1);
                }
            } else if (inside) {
                break;
            }
        }
        return fields;
    }

    /**
     * The teams that the tables of a text ask for something, and in how many rows. Read are the columns of these names.
     * A column called team or teams holds teams; in any other a cell counts only with the mark {@code ![Team]}. A team
     * is what stands in square brackets, in one word of small letters: whoever is named otherwise is nobody here.
     */
    static SortedMap<String, Integer> asked(String text, List<String> columns) {
        TreeMap<String, Integer> asked = new TreeMap<>();
        List<String> header = List.of();
        for (String line : columns.isEmpty() ? List.<String>of() : lines(text, MOST_HEADED_LINES)) {
            String row = line.strip();
            if (!row.startsWith("|") || row.length() < 2) {
                header = List.of();
            } else if (header.isEmpty()) {
                header = cells(row).stream().map(cell -> Fields.name(plain(cell))).toList();
            } else if (!RULE.matcher(row).matches()) {
                List<String> cells = cells(row);
                Set<String> teams = new TreeSet<>();
                for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
                    if (columns.contains(header.get(i))) {
                        teams.addAll(teams(cells.get(i), header.get(i).matches("teams?")));
                    }
                }
                teams.forEach(team -> asked.merge(team, 1, Integer::sum));
            }
        }
        return asked;
    }

    private static Set<String> teams(String cell, boolean always) {
        Set<String> teams = new TreeSet<>();
        if (always || cell.toLowerCase(Locale.ROOT).contains("![team]")) {
            Matcher team = TEAM.matcher(cell);
            while (team.find()) {
                teams.add(team.group(1));
            }
        }
        return teams;
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = 1; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\' && i + 1 < row.length() && row.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                cells.add(cell.toString());
                cell = new StringBuilder();
            } else {
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(cell.toString());
        }
        return cells;
    }

    /** Below each heading the first line of text, by the heading's words; {@code title}, the first heading of all. */
    static Fields headings(String text) {
        Fields fields = new Fields();
        List<String> lines = lines(text, MOST_HEADED_LINES);
        String name = "";
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            fenced ^= line.startsWith("```");
            Matcher heading = HEADING.matcher(line);
            boolean underlined = i + 1 < lines.size() && !line.isEmpty()
                    && lines.get(i + 1).strip().matches("={3,}|-{3,}");
            if (!fenced && (heading.matches() || underlined)) {
                String words = plain(underlined ? line : heading.group(2));
                if (fields.isEmpty()) {
                    fields.add("title", words, i + 1);
                }
                name = fields.of(Fields.name(words)).isEmpty() ? words : "";
                i += underlined ? 1 : 0;
            } else if (!name.isEmpty() && !fenced && !plain(line).isEmpty()) {
                fields.add(name, plain(line.replaceFirst("^[-*+] +", "")), i + 1);
                name = "";
            }
        }
        return fields;
    }

    private static void put(Fields fields, String name, StringBuilder value, int line) {
        if (!name.isEmpty()) {
            fields.add(name, plain(value.toString()), line);
        }
    }

    /** The words without the marks of Markdown: links, emphasis, code, remarks. */
    static String plain(String marked) {
        String text = REMARK.matcher(marked).replaceAll("");
        text = LINK.matcher(text).replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
        return text.replaceAll("[*`]+|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])", "").strip();
    }

    private static List<String> lines(String text) {
        return lines(text, MOST_LINES);
    }

    private static List<String> lines(String text, int most) {
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        return plain.lines().limit(most)
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line).toList();
    }
}
