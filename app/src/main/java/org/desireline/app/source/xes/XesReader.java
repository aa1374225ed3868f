package org.desireline.app.source.xes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.desireline.app.source.files.Beginning;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Document;
import org.desireline.app.source.files.DocumentReader;
import org.desireline.app.source.files.XmlDocuments;
import org.desireline.journal.Trouble.Severity;

/** XES event logs, plain or packed. */
public final class XesReader implements DocumentReader {

    private static final Pattern ROOT = Pattern.compile("<log[\\s>]");
    private static final Pattern OTHERS = Pattern.compile("<object-types|<objects[\\s>]|ocel");
    private static final Pattern OURS = Pattern.compile("<trace[\\s>/]|<event[\\s>/]|xes|key=");
    private static final Pattern SAYS_NOTHING = Pattern.compile("(?i)|(the )?(event )?(log|process|xes|name|unnamed"
            + "|untitled|unknown|default|__invalid__)( log)?( [(].*)?");

    private final Delivery delivery;

    /** A reader of one import. */
    public XesReader(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public String name() {
        return "xes";
    }

    @Override
    public String reads() {
        return "XES event logs";
    }

    @Override
    public boolean understands(Beginning beginning) {
        String text = beginning.text();
        return text.startsWith("<") && ROOT.matcher(text).find()
                && (beginning.fileName().endsWith(".xes") || OURS.matcher(text).find())
                && !OTHERS.matcher(text).find();
    }

    @Override
    public long read(Document document, InputStream in) throws IOException {
        String pointer = document.pointer();
        XesEvents events = new XesEvents(delivery, fileName(pointer), pointer, document.newestMillis());
        Bounded bounded = new Bounded(in);
        try {
            XmlDocuments.<XesWalk.Refused>read(bounded,
                    xml -> new XesWalk(xml, bounded::rest, events, delivery, pointer).walk());
        } catch (XMLStreamException broken) {
            IOException failed = XmlDocuments.failure(broken);
            if (failed != null) {
                delivery.trouble(Severity.ERROR, pointer, "cannot be read to its end (" + failed.getMessage()
                        + "); what comes before counts", 1);
            } else {
                delivery.trouble(Severity.ERROR, pointer, "is not XML" + XmlDocuments.place(broken)
                        + "; what comes before counts. Perhaps it was cut off", 1);
            }
        } catch (XesWalk.Refused refused) {
            delivery.trouble(Severity.ERROR, pointer, refused.why(), 1);
        }
        return events.finish();
    }

    /** What a log is called that does not say so: the name of its file, without endings. */
    private static String fileName(String pointer) {
        String name = pointer.substring(Math.max(pointer.lastIndexOf('/'), pointer.lastIndexOf('!')) + 1);
        String bare = name.replaceFirst("(?i)[.]gz$", "").replaceFirst("(?i)[.](xes|xml)$", "");
        return bare.isEmpty() ? name : bare;
    }

    /** Whether what a log calls itself tells it from others. */
    static boolean tells(String name) {
        return name.length() <= 80 && !SAYS_NOTHING.matcher(name.strip()).matches();
    }

    @Override
    public void finish() {
        // Nothing waits for other documents.
    }

    /** Stops a stream of which too much is read between two tags: no text of a log is that long. */
    private static final class Bounded extends FilterInputStream {

        private static final long MOST_BYTES = 16L << 20;
        private long count;

        Bounded(InputStream in) {
            super(in);
        }

        /** A tag was read. */
        void rest() {
            count = 0;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            counted(1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            counted(Math.max(0, n));
            return n;
        }

        private void counted(int n) throws IOException {
            count += n;
            if (count > MOST_BYTES) {
                throw new IOException("it holds a text longer than any log's");
            }
        }
    }
}
