package org.desireline.app.source.files;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads XML tag by tag, without document types and entities, and says where it is broken without quoting it. */
public final class XmlDocuments {

    private static final XMLInputFactory FACTORY = factory();

    private XmlDocuments() {}

    /**
     * Goes through a document.
     *
     * @param <R> why it may refuse to go on
     */
    @FunctionalInterface
    public interface Walk<R extends Exception> {

        /** Goes from the beginning to the end. */
        void through(XMLStreamReader xml) throws XMLStreamException, R;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /**
     * Reads a document.
     *
     * @throws XMLStreamException where it is no XML, or cannot be read
     * @throws R where the walk refuses to go on
     */
    public static <R extends Exception> void read(InputStream in, Walk<R> walk) throws XMLStreamException, R {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
            try {
                walk.through(xml);
            } finally {
                xml.close();
            }
        } catch (UncheckedStreamException late) {
            // The library looks at a text only when it is asked for, where it may throw nothing else.
            throw new XMLStreamException("a text is no XML", late);
        }
    }

    /** The failure to read that broke a document off, or null where it is the document that is broken. */
    public static @Nullable IOException failure(XMLStreamException broken) {
        for (Throwable at = broken; at != null; at = at.getCause()) {
            if (at instanceof IOException failed) {
                return failed;
            }
            if (at instanceof XMLStreamException nested && nested.getNestedException() instanceof IOException failed) {
                return failed;
            }
        }
        return null;
    }

    /** Where a document is broken, to stand after "is not XML"; empty where that is not known. */
    public static String place(XMLStreamException broken) {
        for (Throwable at = broken; at != null; at = at.getCause()) {
            if (at instanceof XMLStreamException told && told.getLocation() != null
                    && told.getLocation().getLineNumber() > 0) {
                return " at line " + told.getLocation().getLineNumber();
            }
        }
        return "";
    }
}
