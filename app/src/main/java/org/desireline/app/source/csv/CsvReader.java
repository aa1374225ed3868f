package org.desireline.app.source.csv;

import java.io.IOException;
import java.io.InputStream;
import org.desireline.app.source.files.Beginning;
import org.desireline.app.source.files.CsvRows;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Document;
import org.desireline.app.source.files.DocumentReader;
import org.desireline.journal.Trouble.Severity;

/** Tables of comma-separated values and their like. */
public final class CsvReader implements DocumentReader {

    private final Delivery delivery;
    private final Tables tables;

    /**
     * A reader of one import.
     *
     * @param columns what is known of the columns
     */
    public CsvReader(Delivery delivery, Columns columns) {
        this.delivery = delivery;
        this.tables = new Tables("csv", delivery, columns);
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String reads() {
        return "CSV tables with a case, an activity and a time in each row, or an item";
    }

    @Override
    public boolean understands(Beginning beginning) {
        if (tables.isSaid(beginning.pointer())) {
            return !beginning.isJson();
        }
        if (beginning.fileName().endsWith(".csv") || beginning.fileName().endsWith(".tsv")) {
            return !beginning.text().isEmpty() && !beginning.text().startsWith("<");
        }
        if (beginning.isJson() || beginning.text().startsWith("<")) {
            return false;
        }
        CsvRows.Start start = CsvRows.start(beginning);
        return start != null && MappingGuess.of(start.header(), start.rows()).problem() == null;
    }

    @Override
    public long read(Document document, InputStream in) throws IOException {
        CsvRows.Start start = CsvRows.start(beginning(document, in));
        if (start == null) {
            delivery.trouble(Severity.ERROR, document.pointer(), "is no table: its lines do not have as many values as"
                    + " the first has names; left out", 1);
            return 0;
        }
        TableEvents events = tables.events(document, start.header(), start.rows());
        if (events == null) {
            return 0;
        }
        CsvRows.read(document, in, start, (line, values) -> events.row(values), delivery);
        return events.finish();
    }

    /** What a document begins with; the stream stands at its beginning again. */
    static Beginning beginning(Document document, InputStream in) throws IOException {
        in.mark(Beginning.MOST_BYTES + 1);
        Beginning beginning = new Beginning(document.pointer(), in.readNBytes(Beginning.MOST_BYTES));
        in.reset();
        return beginning;
    }

    @Override
    public void finish() {
        // Nothing waits for other documents.
    }
}
