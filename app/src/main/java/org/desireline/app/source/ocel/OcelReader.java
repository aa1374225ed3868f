package org.desireline.app.source.ocel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.desireline.app.source.files.Beginning;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Document;
import org.desireline.app.source.files.DocumentReader;
import org.desireline.app.source.files.Documents;
import org.desireline.app.source.files.JsonDocuments;
import org.desireline.app.source.files.XmlDocuments;
import org.desireline.journal.Trouble.Severity;
import tools.jackson.core.JacksonException;

/** Object-centric event logs: OCEL 2.0 as JSON, XML and SQLite, OCEL 1.0 as JSON and XML. */
public final class OcelReader implements DocumentReader {

    private static final int LOOK_AHEAD = 1024;
    private static final byte[] DATABASE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    /** What no other JSON has: the four lists, or the marks of version 1.0. */
    private static final Pattern JSON = Pattern.compile(
            "\"(objectTypes|eventTypes|ocel:(events|objects|global-(log|event|object)))\"\\s*:");
    private static final Pattern LISTS = Pattern.compile("^\\{\\s*\"(events|objects)\"\\s*:\\s*\\[");
    private static final Pattern XML = Pattern.compile("<(object|event)-types?\\b|key=[\"'](ocel:|object-types)");
    private static final Pattern ENDING =
            Pattern.compile("([.](gz|json|xml|jsonocel|xmlocel|sqlite3?|db|ocel|ocel2))+$", Pattern.CASE_INSENSITIVE);

    private final Delivery delivery;

    /** A reader of one import. */
    public OcelReader(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public String name() {
        return "ocel";
    }

    @Override
    public String reads() {
        return "object-centric event logs (OCEL 2.0 as JSON, XML or SQLite, OCEL 1.0 as JSON or XML)";
    }

    @Override
    public boolean understands(Beginning beginning) {
        return isDatabase(beginning.bytes()) || isJson(beginning) || isXml(beginning);
    }

    private static boolean isDatabase(byte[] bytes) {
        return bytes.length >= DATABASE.length
                && Arrays.equals(bytes, 0, DATABASE.length, DATABASE, 0, DATABASE.length);
    }

    private static boolean isJson(Beginning beginning) {
        String text = beginning.text();
        return text.startsWith("{") && (beginning.fileName().endsWith(".jsonocel") || JSON.matcher(text).find()
                || (LISTS.matcher(text).find() && text.contains("\"objectId\"")));
    }

    private static boolean isXml(Beginning beginning) {
        String text = beginning.text();
        return text.startsWith("<") && (beginning.fileName().endsWith(".xmlocel")
                || (text.contains("<log") && XML.matcher(text).find()));
    }

    /** The name of a log: that of its file, without what says in which form it is. */
    static String logName(String pointer) {
        String file = pointer.substring(Math.max(pointer.lastIndexOf('/'), pointer.lastIndexOf('!')) + 1);
        String name = ENDING.matcher(file).replaceFirst("");
        return (name.isEmpty() ? file : name).replace(':', '_');
    }

    @Override
    public long read(Document document, InputStream in) throws IOException {
        OcelLog log = new OcelLog();
        in.mark(LOOK_AHEAD);
        byte[] start = in.readNBytes(LOOK_AHEAD);
        in.reset();
        try {
            if (isDatabase(start)) {
                OcelDatabaseFetch.read(in, log);
            } else if (isMarkup(start)) {
                OcelXmlFetch.read(in, log);
            } else {
                OcelJsonFetch.read(in, log);
            }
        } catch (JacksonException malformed) {
            fail(document, JsonDocuments.malformed(malformed, true));
            return 0;
        } catch (XMLStreamException malformed) {
            fail(document, malformed(malformed));
            return 0;
        } catch (OcelXmlFetch.Refused refused) {
            fail(document, String.valueOf(refused.getMessage()));
            return 0;
        } catch (SQLException damaged) {
            fail(document, "is a database that is damaged, is no database at all, or takes more work than its size"
                    + " allows for; left out");
            return 0;
        }
        long records = log.places() + log.things().size();
        if (records == 0) {
            fail(document, "holds no event and no object of a log; left out");
        }
        new OcelEvents(delivery, log, logName(document.pointer()), document.pointer(), document.newestMillis())
                .translate();
        return records;
    }

    private static boolean isMarkup(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8).replace("\ufeff", "").stripLeading();
        return text.startsWith("<");
    }

    private void fail(Document document, String what) {
        delivery.trouble(Severity.ERROR, document.pointer(), what, 1);
    }

    private static String malformed(XMLStreamException malformed) {
        IOException failure = XmlDocuments.failure(malformed);
        if (failure instanceof Documents.TooLarge tooLarge) {
            return "is left out: " + tooLarge.getMessage();
        }
        return "is not valid XML" + XmlDocuments.place(malformed) + "; left out. Perhaps it was cut off";
    }

    @Override
    public void finish() {
        // A log stands by itself.
    }
}
