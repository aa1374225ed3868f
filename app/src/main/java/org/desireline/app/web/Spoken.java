package org.desireline.app.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.publish.Published;

/**
 * A sentence about figures, its numbers led back to the lines they were read from: the line that proves it, those of
 * the same row, those that say the same of others.
 */
final class Spoken {

    private static final Pattern NUMBER =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}|(?<![\\w.,-])[-\u2212]?\\d[\\d,]*(?:\\.\\d+)?(?![\\w-])");

    private final List<Line> lines;

    /**
     * Sentences about some lines.
     *
     * @param named ids of the lines, the one that proves it first
     */
    Spoken(Published published, List<String> named) {
        String proof = named.getFirst();
        List<Line> all = published.readings().stream().flatMap(reading -> reading.lines().stream())
                .filter(line -> line.estimate() != null).toList();
        String row = proof.contains("/") ? proof.substring(0, proof.lastIndexOf('/') + 1) : "";
        String label = proof.substring(proof.lastIndexOf('/') + 1);
        String start = proof.replaceFirst("^([^/]*/[^/]*/).*$", "$1");
        String part = proof.replaceFirst("^([^/]*/[^/]*/[^/]*/).*$", "$1");
        List<Predicate<Line>> nearness = List.of(
                line -> line.id().startsWith(proof + "/"),
                line -> !row.isEmpty() && line.id().startsWith(row),
                line -> line.id().startsWith(part),
                line -> line.id().startsWith(start) && line.id().endsWith("/" + label),
                line -> line.id().startsWith("ledger/all/all/"));
        Map<String, Line> sorted = new LinkedHashMap<>();
        named.forEach(id -> published.line(id).filter(line -> line.estimate() != null)
                .ifPresent(line -> sorted.putIfAbsent(line.id(), line)));
        if (!proof.isEmpty()) {
            nearness.forEach(near -> all.stream().filter(near).forEach(line -> sorted.putIfAbsent(line.id(), line)));
        }
        this.lines = List.copyOf(sorted.values());
    }

    /** The sentence in pieces. */
    Prose of(String sentence) {
        String text = Clean.text(sentence);
        Prose.Draft draft = new Prose.Draft();
        Matcher number = NUMBER.matcher(text);
        int from = 0;
        while (number.find()) {
            if (number.start() > from) {
                draft.quoted(joined(text.substring(from, number.start())));
            }
            if (text.startsWith(" % interval", number.end())) {
                from = number.end() + " %".length();
                draft.words(text.substring(number.start(), from).replace(' ', '\u00a0'));
                continue;
            }
            boolean isShare = text.startsWith(" %", number.end()) || isEnd(text, number.end());
            draft.add(piece(number.group(), isShare));
            from = number.end();
        }
        if (from < text.length()) {
            draft.quoted(joined(text.substring(from)));
        }
        return draft.end();
    }

    /** What follows a number: its sign of per cent is not parted from it. */
    private static String joined(String text) {
        return text.startsWith(" %") ? "\u00a0" + text.substring(1) : text;
    }

    /** Whether a number is the lower end of an interval in per cent. */
    private static boolean isEnd(String text, int at) {
        return text.substring(at).matches("(?s) to \\d+ %.*");
    }

    private Piece piece(String number, boolean isShare) {
        if (number.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return new Piece.Day(number);
        }
        for (Line line : lines) {
            Estimate estimate = line.estimate();
            for (Part part : Part.values()) {
                if (estimate != null && isWritten(number, part.of(estimate), isShare)) {
                    return new Piece.Figure(Clean.text(line.id()), part.name(), Digits.text(part.of(estimate)),
                            isShare ? "spokenShare" : "spoken", number);
                }
            }
        }
        return new Piece.Quoted(number);
    }

    /** Whether a number could have been written so. */
    private static boolean isWritten(String number, double value, boolean isShare) {
        int point = number.indexOf('.');
        int places = point < 0 ? 0 : number.length() - point - 1;
        String written = String.format(Locale.ROOT, "%,." + places + "f", isShare ? 100 * value : value);
        String plain = number.replace(",", "").replace('\u2212', '-');
        String bare = written.replace(",", "");
        return bare.equals(plain) || (bare.startsWith("-") && bare.substring(1).equals(plain)
                && plain.matches("[0.]+"));
    }
}
