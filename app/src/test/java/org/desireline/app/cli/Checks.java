package org.desireline.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.desireline.app.Call;
import org.desireline.charter.Gate;
import org.desireline.charter.Mistake;
import org.desireline.charter.Place;
import org.desireline.journal.Trouble;
import org.desireline.watch.Verdict;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Charters, gates and results of {@code check} for tests, and a strict reader of JUnit XML. */
final class Checks {

    /** Three weeks and a bit after the demo's data end. */
    static final Instant NOW = Instant.parse("2026-11-22T15:30:45.123Z");
    /** A name that tries to break out of a terminal, of XML, of a workflow command and of a line. */
    static final String HOSTILE = "<a b=\"1\">&amp;']]>\u001b[31mred\u0007\u009b2J\u202e\n::error file=x::y"
            + "\r\n%0A\ud800,:\uffff";

    private Checks() {}

    static Gate gate(String name, String line, double atMost, String window) {
        return new Gate(name, "ledger", "all", line, "live", atMost, null, true, window,
                new Place("charter.yaml", 12, 5));
    }

    static Gate gate(String name, String reading, String line, @Nullable Double atLeast, String window) {
        return new Gate(name, reading, "all", line, "", null, atLeast, false, window, new Place("charter.yaml", 13, 5));
    }

    static Mistake mistake(Trouble.Severity severity, String what) {
        return new Mistake(severity, new Place("charter.yaml", 4, 3), what, "Perhaps you meant `includes`",
                "  includs: { labels: [safety] }");
    }

    static CheckedCharter charter(Gate... gates) {
        return new CheckedCharter("charter.yaml", null, List.of(gates), List.of());
    }

    static Verdict unknown(String name, String reason) {
        return new Verdict.Unknown(gate(name, "nobody", 0.1, "13w"), "", Optional.empty(), reason);
    }

    static CheckResult result(boolean unknownOk, List<Mistake> mistakes, Verdict... verdicts) {
        return new CheckResult(new CheckedCharter("charter.yaml", null, List.of(), mistakes), List.of(verdicts),
                Map.of(), NOW, unknownOk, 0);
    }

    /** Runs a command at a fixed time, where the charter is this one. */
    static Call call(CheckedCharter charter, Map<String, String> environment, Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        StringWriter out = new StringWriter();
        StringWriter talk = new StringWriter();
        int code = Commands.run(new PrintWriter(out), new PrintWriter(talk),
                new Surroundings(() -> NOW, environment), (Path file) -> charter, texts.toArray(String[]::new));
        return new Call(code, out.toString(), talk.toString());
    }

    /** Reads XML with namespaces, without any entity from outside; a document type is refused. */
    static Element xml(String text) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(new InputSource(new StringReader(text)));
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException bad) {
            throw new IOException("Not XML: " + text, bad);
        }
    }

    /** The elements of a name below another, in order. */
    static List<Element> below(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < parent.getElementsByTagName(name).getLength(); i++) {
            found.add((Element) parent.getElementsByTagName(name).item(i));
        }
        return found;
    }
}
