package org.desireline.app.source.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Document;
import org.desireline.charter.Nearest;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/** Finds out what the columns of tables say: as somebody said, else as is guessed. Pure. */
final class Tables {

    private final String source;
    private final Delivery delivery;
    private final Columns columns;

    Tables(String source, Delivery delivery, Columns columns) {
        this.source = source;
        this.delivery = delivery;
        this.columns = columns;
    }

    /** Whether somebody said what the columns of a document are. */
    boolean isSaid(String document) {
        return columns.said(document) != null;
    }

    /**
     * The events of a table, or null and a trouble where nobody can tell what its columns say.
     *
     * @throws RuntimeException where what was said of them cannot be
     */
    @Nullable TableEvents events(Document document, List<String> header, List<List<String>> sample) {
        MappingGuess guess = MappingGuess.of(header, sample);
        Columns.Said said = columns.said(document.pointer());
        if (said != null) {
            check(said, header);
        } else if (guess.problem() != null) {
            delivery.trouble(Severity.ERROR, document.pointer(), "is a table that cannot be read without help: "
                    + guess.problem() + ". Add to guess.yaml what its columns say, such as" + help(document, guess), 1);
            return null;
        }
        Mapping used = said != null ? said.mapping() : guess.mapping();
        columns.read(document.pointer(), guess.problem() == null ? guess.mapping() : null, used);
        return new TableEvents(delivery, source, name(document.pointer()), document, used, header, sample);
    }

    /** Refuses a column that is not there, a role that is missing and one that contradicts another. */
    private static void check(Columns.Said said, List<String> header) {
        Mapping mapping = said.mapping();
        mapping.columns().forEach((role, column) -> known(said, role.label(), column, header));
        mapping.fields().forEach(column -> known(said, Mapping.FIELDS, column, header));
        List<String> missing = mapping.missing();
        if (!missing.isEmpty()) {
            throw said.wrong("", "no column is named for " + String.join(" and ", missing) + ". Perhaps add a line '"
                    + missing.getFirst() + ": …'");
        }
    }

    private static void known(Columns.Said said, String entry, String column, List<String> header) {
        if (!header.contains(column)) {
            throw said.wrong(entry, "the table has no column '" + column + "'. " + Nearest.perhaps(column, header,
                    "columns"));
        }
        if (header.indexOf(column) != header.lastIndexOf(column)) {
            throw said.wrong(entry, "the table has several columns '" + column + "'. Perhaps rename one of them");
        }
    }

    /** The lines to add to the file of guesses. */
    private static String help(Document document, MappingGuess guess) {
        List<String> entries = new ArrayList<>();
        for (Map.Entry<Role, String> entry : guess.mapping().columns().entrySet()) {
            entries.add(entry.getKey().label() + ": \"" + entry.getValue() + "\"");
        }
        guess.mapping().missing().forEach(role -> entries.add(role + ": …"));
        if (guess.mapping().missing().isEmpty()) {
            entries.add(Mapping.TIME_FORMAT + ": \"d/M/yyyy\"");
        }
        return " columns: { \"" + document.pointer() + "\": { " + String.join(", ", entries) + " } }";
    }

    /** What a table is called: its file, without endings. */
    private static String name(String pointer) {
        String name = pointer.substring(Math.max(pointer.lastIndexOf('/'), pointer.lastIndexOf('!')) + 1);
        String bare = name.replaceFirst("(?i)[.]gz$", "").replaceFirst("(?i)[.](csv|tsv|txt|jsonl|ndjson)$", "");
        return bare.isEmpty() ? name : bare;
    }
}
