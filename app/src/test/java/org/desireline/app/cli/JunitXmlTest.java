package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desireline.journal.Trouble.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What is written as JUnit XML is read back as it was meant, and holds nothing that a CI server would not know. */
class JunitXmlTest {

    /** Children and attributes that the schema of Jenkins allows and that of Ant does too. */
    private static final Map<String, Set<String>> CHILDREN = Map.of("testsuites", Set.of("testsuite"),
            "testsuite", Set.of("testcase"), "testcase", Set.of("failure", "error", "skipped"), "failure", Set.of(),
            "error", Set.of(), "skipped", Set.of());
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "testsuites", Set.of("name", "tests", "failures", "errors", "time"),
            "testsuite", Set.of("name", "tests", "failures", "errors", "skipped", "time", "timestamp"),
            "testcase", Set.of("classname", "name", "time"), "failure", Set.of("message", "type"),
            "error", Set.of("message", "type"), "skipped", Set.of("message"));

    @Test
    void aCharterWithoutMistakesIsOneCaseThatPassed() throws IOException {
        Element suites = read(Checks.result(false, List.of()));
        assertThat(Checks.below(suites, "testsuite")).extracting(suite -> suite.getAttribute("name"))
                .containsExactly("charter", "gates");
        assertThat(Checks.below(suites, "testcase")).singleElement().satisfies(only -> {
            assertThat(only.getAttribute("name")).isEqualTo("charter.yaml");
            assertThat(only.hasChildNodes()).isFalse();
        });
        assertThat(suites.getAttribute("tests")).isEqualTo("1");
    }

    @Test
    void anErrorOfTheCharterIsAFailureAndARemarkIsNone() throws IOException {
        Element suites = read(Checks.result(false, List.of(Checks.mistake(Severity.ERROR, "`includs` is unknown"),
                Checks.mistake(Severity.WARNING, "two teams own `alerts/**`"))));
        Element charter = Checks.below(suites, "testsuite").getFirst();
        assertThat(charter.getAttribute("tests")).isEqualTo("2");
        assertThat(charter.getAttribute("failures")).isEqualTo("1");
        assertThat(Checks.below(charter, "failure")).singleElement().satisfies(failure -> {
            assertThat(failure.getAttribute("message")).isEqualTo(
                    "`includs` is unknown. Perhaps you meant `includes`");
            assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("charter.yaml:4:3");
        });
    }

    @Test
    void anUnknownGateIsAnErrorUnlessItMayBe() throws IOException {
        Element strict = read(Checks.result(false, List.of(), Checks.unknown("a", "no line")));
        assertThat(Checks.below(strict, "error")).singleElement()
                .satisfies(error -> assertThat(error.getAttribute("message")).isEqualTo("No line."));
        assertThat(strict.getAttribute("errors")).isEqualTo("1");
        Element lenient = read(Checks.result(true, List.of(), Checks.unknown("a", "no line")));
        assertThat(Checks.below(lenient, "skipped")).singleElement()
                .satisfies(skipped -> assertThat(skipped.getAttribute("message")).isEqualTo("No line."));
        assertThat(Checks.below(lenient, "testsuite").get(1).getAttribute("skipped")).isEqualTo("1");
        assertThat(lenient.getAttribute("errors")).isEqualTo("0");
    }

    @Test
    void gatesOfACharterThatCannotBeUsedAreSkipped() throws IOException {
        CheckedCharter charter = new CheckedCharter("charter.yaml", null,
                List.of(Checks.gate("a gate", "nobody", 0.1, "13w")), List.of(Checks.mistake(Severity.ERROR, "bad")));
        Element suites = read(new CheckResult(charter, List.of(), Map.of(), Checks.NOW, false, 0));
        assertThat(Checks.below(suites, "skipped")).singleElement().satisfies(skipped ->
                assertThat(((Element) skipped.getParentNode()).getAttribute("name")).isEqualTo("a gate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Checks.HOSTILE, "]]>", "\"' onclick='x", "&lt;&#0;&#x1b;", "\t\r\n", "\ud83d\ude00 \ud83d",
        "\u0000\u0001\u001f\u007f\u0085\ufffe", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;", ""})
    void noNameBreaksOut(String name) throws IOException {
        Element suites = read(Checks.result(false, List.of(Checks.mistake(Severity.ERROR, name)),
                Checks.unknown(name, "x" + name)));
        assertThat(Checks.below(suites, "testcase")).hasSize(2);
        Element gate = Checks.below(suites, "testcase").get(1);
        assertThat(gate.getAttribute("name")).isEqualTo(Page.clean(name).replace('\uffff', '\ufffd')
                .replace('\ufffe', '\ufffd'));
        assertThat(suites.getTextContent().codePoints().filter(c -> c != '\n').anyMatch(Character::isISOControl))
                .isFalse();
    }

    private static Element read(CheckResult result) throws IOException {
        Element root = Checks.xml(JunitXml.of(result));
        assertShape(root);
        return root;
    }

    private static void assertShape(Element element) {
        String name = element.getTagName();
        assertThat(ATTRIBUTES).containsKey(name);
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            assertThat(element.getAttributes().item(i).getNodeName()).isIn(ATTRIBUTES.get(name));
        }
        if (name.equals("testsuite") || name.equals("testsuites")) {
            assertThat(element.getAttribute("time")).matches("[0-9]+([.][0-9]+)?");
            int cases = Checks.below(element, "testcase").size();
            assertThat(element.getAttribute("tests")).isEqualTo(String.valueOf(cases));
            assertThat(element.getAttribute("failures"))
                    .isEqualTo(String.valueOf(Checks.below(element, "failure").size()));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                assertThat(inner.getTagName()).isIn(CHILDREN.get(name));
                assertShape(inner);
            }
        }
    }
}
