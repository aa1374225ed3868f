package org.desireline.app.cli;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.desireline.charter.Mistake;
import org.desireline.journal.Trouble;
import org.desireline.watch.Verdict;

/**
 * What {@code check} found, as JUnit XML: a suite for the charter, a case a mistake, and a suite for its gates, a case
 * a gate. An error of the charter and a broken gate are failures; an unknown gate is an error, or skipped where it may
 * be unknown.
 *
 * <p>Only what all the dialects share: elements and attributes that the schemas of Jenkins and of Ant both know.
 */
final class JunitXml {

    /** A case; of the outcome, the element's name, or empty where it passed. */
    private record Case(String name, String outcome, String type, String message) {

        static Case of(Mistake mistake) {
            boolean isError = mistake.severity() == Trouble.Severity.ERROR;
            String message = Mark.message(mistake);
            return new Case(mistake.place() + (isError ? "" : " " + mistake.severity().label() + ": " + message),
                    isError ? "failure" : "", "charter", message);
        }

        static Case of(Verdict verdict, boolean unknownOk) {
            String outcome = switch (verdict) {
                case Verdict.Holds holds -> "";
                case Verdict.Broken broken -> "failure";
                case Verdict.Unknown unknown -> unknownOk ? "skipped" : "error";
            };
            return new Case(verdict.gate().name(), outcome, verdict.word(), verdict.sentence());
        }
    }

    private JunitXml() {}

    static String of(CheckResult result) {
        List<Case> charter = new ArrayList<>(result.charter().mistakes().stream().map(Case::of).toList());
        if (charter.isEmpty()) {
            charter.add(new Case(result.charter().file(), "", "", ""));
        }
        List<Case> gates = new ArrayList<>(result.verdicts().stream()
                .map(verdict -> Case.of(verdict, result.unknownOk())).toList());
        if (result.charter().isUnusable()) {
            result.charter().gates().forEach(gate -> gates.add(new Case(gate.name(), "skipped", "",
                    "No gate is judged until the charter can be used.")));
        }
        List<Case> all = new ArrayList<>(charter);
        all.addAll(gates);
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
        attribute(xml, "name", "desireline check");
        counts(xml, all);
        xml.append(">\n");
        suite(xml, "charter", charter, result);
        suite(xml, "gates", gates, result);
        return xml.append("</testsuites>\n").toString();
    }

    private static void suite(StringBuilder xml, String name, List<Case> cases, CheckResult result) {
        xml.append("  <testsuite");
        attribute(xml, "name", name);
        counts(xml, cases);
        attribute(xml, "skipped", String.valueOf(count(cases, "skipped")));
        attribute(xml, "timestamp",
                LocalDateTime.ofInstant(result.now(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString());
        xml.append(">\n");
        for (Case each : cases) {
            xml.append("    <testcase");
            attribute(xml, "classname", "desireline." + name);
            attribute(xml, "name", each.name());
            attribute(xml, "time", "0");
            xml.append(each.outcome().isEmpty() ? "/>\n" : ">\n");
            if (!each.outcome().isEmpty()) {
                outcome(xml, each);
                xml.append("    </testcase>\n");
            }
        }
        xml.append("  </testsuite>\n");
    }

    private static void outcome(StringBuilder xml, Case each) {
        xml.append("      <").append(each.outcome());
        attribute(xml, "message", each.message());
        if (each.outcome().equals("skipped")) {
            xml.append("/>\n");
            return;
        }
        attribute(xml, "type", each.type());
        xml.append('>').append(escape(each.message())).append("</").append(each.outcome()).append(">\n");
    }

    private static void counts(StringBuilder xml, List<Case> cases) {
        attribute(xml, "tests", String.valueOf(cases.size()));
        attribute(xml, "failures", String.valueOf(count(cases, "failure")));
        attribute(xml, "errors", String.valueOf(count(cases, "error")));
        attribute(xml, "time", "0");
    }

    private static long count(List<Case> cases, String outcome) {
        return cases.stream().filter(each -> each.outcome().equals(outcome)).count();
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    }

    /**
     * A text between quotes or tags. What steers a terminal goes first, and with it all that XML forbids but the two
     * last code points of the plane.
     */
    static String escape(String text) {
        StringBuilder xml = new StringBuilder();
        Page.clean(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\'' -> xml.append("&#39;");
                case 0xfffe, 0xffff -> xml.append('\ufffd');
                default -> xml.appendCodePoint(c);
            }
        });
        return xml.toString();
    }
}
