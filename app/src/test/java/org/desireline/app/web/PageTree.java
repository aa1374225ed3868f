package org.desireline.app.web;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page as a test reads it. Whatever it says, its tags are balanced and its attributes quoted, so that it can be read
 * as XML once its scripts and its style are taken out.
 *
 * @param html the page
 * @param scripts what the browser runs
 * @param data what the scripts are given
 * @param style the style
 * @param root the element of the whole
 */
record PageTree(String html, List<String> scripts, List<String> data, String style, Element root) {

    private static final Pattern RAW = Pattern.compile("(?s)<(script|style)([^>]*)>(.*?)</\\1>");

    static PageTree read(Path file) throws IOException {
        return of(Files.readString(file));
    }

    static PageTree of(String html) {
        List<String> scripts = new ArrayList<>();
        List<String> data = new ArrayList<>();
        StringBuilder style = new StringBuilder();
        Matcher raw = RAW.matcher(html);
        while (raw.find()) {
            if (raw.group(1).equals("style")) {
                style.append(raw.group(3));
            } else {
                (raw.group(2).contains("application/json") ? data : scripts).add(raw.group(3));
            }
        }
        String tags = RAW.matcher(html).replaceAll("<$1$2></$1>").replaceFirst("(?s)^.*?<html", "<html");
        return new PageTree(html, scripts, data, style.toString(), root(tags));
    }

    private static Element root(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException bad) {
            throw new AssertionError("The page is not well-formed: " + bad.getMessage(), bad);
        }
    }

    /** All elements of which something holds. */
    List<Element> elements(Predicate<Element> wanted) {
        List<Element> found = new ArrayList<>();
        collect(root, wanted, found);
        return found;
    }

    private static void collect(Element at, Predicate<Element> wanted, List<Element> found) {
        if (wanted.test(at)) {
            found.add(at);
        }
        for (Node child = at.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, wanted, found);
            }
        }
    }

    /** All elements with an attribute. */
    List<Element> having(String attribute) {
        return elements(element -> element.hasAttribute(attribute));
    }

    /** Running text of the page itself: not of numbers, days, commands, scales, nor what is quoted or named. */
    List<String> ownWords() {
        List<String> texts = new ArrayList<>();
        ownWords(root, texts);
        return texts;
    }

    private static void ownWords(Element at, List<String> texts) {
        if (List.of("data", "time", "code", "bdi", "script", "style", "svg").contains(at.getTagName())) {
            return;
        }
        for (Node child = at.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                ownWords(inner, texts);
            } else if (child.getNodeType() == Node.TEXT_NODE && !child.getNodeValue().isBlank()) {
                texts.add(child.getNodeValue().strip());
            }
        }
    }
}
