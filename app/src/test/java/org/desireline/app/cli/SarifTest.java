package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.charter.Gate;
import org.desireline.charter.Mistake;
import org.desireline.charter.Place;
import org.desireline.journal.Trouble.Severity;
import org.desireline.watch.Verdict;
import org.desireline.world.Riverbank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is written as SARIF is what its readers ask for, and the same on every machine. */
class SarifTest {

    private static final String CHARTER = """
            from: 2026-01-01
            priorities:
              - { id: Critical, includes: { where: "priority == 'Critical'" } }
              - { id: Major, includes: { where: "priority == 'Major'" } }
            gates:
              - { name: has an owner, reading: ledger, about: all, line: nobody, of: live, at-most: 1%, window: 52w }
              - { name: holds, reading: ledger, about: all, line: nobody, of: live, at-most: 99%, window: 52w }
              - { name: no such line, reading: ledger, about: all, line: nobody/nothing, at-most: 1, window: 52w }
            """;

    @TempDir
    private Path folder;

    @Test
    void mistakesAndGatesThatDoNotHoldAreResultsAtTheirLines() throws IOException {
        Path charter = Files.writeString(folder.resolve("charter.yaml"), CHARTER);
        JsonNode run = check(charter, 1).at("/runs/0");
        assertThat(run.at("/results").valueStream().map(result -> result.get("ruleId").asString()))
                .containsExactly("gate-broken", "gate-unknown");
        JsonNode broken = run.at("/results/0");
        assertThat(broken.get("level").asString()).isEqualTo("error");
        assertThat(broken.at("/message/text").asString()).startsWith("has an owner: All work, nobody: ")
                .contains("% of live hours on calendar (95 % interval ", "Limit: at most 1 %; the whole interval lies",
                        " Evidence: desireline show ledger/all/all/nobody/share --charter charter.yaml");
        assertThat(broken.at("/locations/0/physicalLocation").toString()).isEqualTo("{\"artifactLocation\":{\"uri\":"
                + "\"charter.yaml\",\"uriBaseId\":\"%SRCROOT%\"},\"region\":{\"startColumn\":5,\"startLine\":6}}");
        assertThat(broken.at("/properties/figure/low").asDouble()).isLessThan(
                broken.at("/properties/figure/value").asDouble());
        assertThat(run.at("/results/1/level").asString()).isEqualTo("warning");
        assertThat(run.at("/properties/gates").toString())
                .isEqualTo("{\"broken\":1,\"holds\":1,\"unknown\":1}");
        assertThat(run.at("/invocations/0/exitCode").asInt()).isEqualTo(1);
    }

    @Test
    void aMistakeSaysWhatWasProbablyMeant() throws IOException {
        Path charter = Files.writeString(folder.resolve("charter.yaml"), CHARTER.replace("includes:", "includs:"));
        JsonNode run = check(charter, 2).at("/runs/0");
        assertThat(run.at("/results")).isNotEmpty();
        JsonNode first = run.at("/results/0");
        assertThat(first.get("ruleId").asString()).isEqualTo("charter-error");
        assertThat(first.at("/message/text").asString()).contains("includs", ". Perhaps you meant `includes:`.");
        assertThat(first.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(3);
    }

    @Test
    void anUnknownGateIsANoteWhereItMayBeUnknown() throws IOException {
        assertThat(written(Checks.result(true, List.of(), Checks.unknown("a", "no line")))
                .at("/runs/0/results/0/level").asString()).isEqualTo("note");
        assertThat(written(Checks.result(false, List.of(), Checks.unknown("a", "no line")))
                .at("/runs/0/results/0/level").asString()).isEqualTo("warning");
    }

    @Test
    void aResultIsKnownAgainWhenItsLineMovesAndWhenItsLimitChanges() throws IOException {
        Path charter = Files.writeString(folder.resolve("charter.yaml"), CHARTER);
        JsonNode before = check(charter, 1).at("/runs/0/results");
        Files.writeString(charter, "# A line more.\n" + CHARTER);
        JsonNode moved = check(charter, 1).at("/runs/0/results");
        assertThat(moved.at("/0/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(7);
        assertThat(moved.at("/0/partialFingerprints")).isEqualTo(before.at("/0/partialFingerprints"));
        assertThat(moved.at("/1/partialFingerprints")).isEqualTo(before.at("/1/partialFingerprints"));
        Files.writeString(charter, CHARTER.replace("at-most: 1%", "at-most: 2%"));
        JsonNode other = check(charter, 1).at("/runs/0/results");
        assertThat(other.at("/0/partialFingerprints/desireline~1v1"))
                .isEqualTo(before.at("/0/partialFingerprints/desireline~1v1"))
                .isNotEqualTo(before.at("/1/partialFingerprints/desireline~1v1"));
    }

    @Test
    void twoThatAreAlikeAreToldApart() throws IOException {
        Mistake one = Checks.mistake(Severity.ERROR, "twice");
        Mistake two = new Mistake(Severity.ERROR, new Place("charter.yaml", 9, 1), one.what(), one.perhaps(),
                one.shown());
        JsonNode results = written(Checks.result(false, List.of(one, two))).at("/runs/0/results");
        assertThat(results.at("/0/partialFingerprints")).isNotEqualTo(results.at("/1/partialFingerprints"));
    }

    @Test
    void nothingOfTheMachineIsInIt() throws IOException {
        Path charter = Files.writeString(folder.resolve("charter.yaml"), CHARTER);
        Files.createDirectories(folder.resolve("teams"));
        Files.writeString(folder.resolve("teams/nobody.yaml"), "from: 2026-01-01\npriorities: [{ id: a, includes: {"
                + " labels: [a] } }]\n");
        Path sarif = folder.resolve("gates.sarif");
        Call check = Call.of("check", "--charter", charter, "--sarif", sarif, "--throwaway", "--from",
                folder.resolve("missing.zip"));
        assertThat(check.code()).isEqualTo(3);
        String text = Files.readString(sarif);
        assertThat(SarifShape.errors(text)).isEmpty();
        assertThat(text).contains("missing.zip", "teams/nobody.yaml", "charter.yaml declares no team")
                .doesNotContain(folder.toString(), "2026-11", System.getProperty("user.dir"));
        JsonNode run = JsonMapper.shared().readTree(text).at("/runs/0");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
    }

    @Test
    void pathsCountFromTheRootOfTheRepository() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Path charter = folder.resolve("an area/of: work/charter.yaml");
        SourceRoot root = SourceRoot.of(charter);
        assertThat(root.told(charter)).isEqualTo("an area/of: work/charter.yaml");
        assertThat(root.uri(charter)).isEqualTo("an%20area/of%3A%20work/charter.yaml");
        assertThat(root.told(folder.getParent())).doesNotContain("/");
    }

    @Test
    void aMistakeOfAnEarlierVersionStandsAtTheTopOfTheFile() throws IOException {
        Mistake earlier = new Mistake(Severity.WARNING, new Place("charter.yaml@0123abc", 40, 3), "odd", "", "");
        JsonNode result = written(Checks.result(false, List.of(earlier))).at("/runs/0/results/0");
        assertThat(result.at("/message/text").asString()).isEqualTo("charter.yaml@0123abc:40:3: odd.");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(1);
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
                .endsWith("charter.yaml").doesNotContain("@");
    }

    @Test
    void noNameBreaksOut() throws IOException {
        String hostile = Checks.HOSTILE + "[here](https://example.org) {0} {1}";
        Gate gate = new Gate(hostile, hostile, hostile, hostile, hostile, 0.5, null, false, hostile,
                new Place(hostile, 1, 1));
        JsonNode log = written(Checks.result(false, List.of(new Mistake(Severity.ERROR, new Place(hostile, 1, 1),
                hostile, hostile, hostile)), new Verdict.Unknown(gate, hostile, Optional.empty(), "x" + hostile)));
        assertThat(log.at("/runs/0/results")).hasSize(2);
        for (JsonNode result : log.at("/runs/0/results")) {
            assertThat(result.at("/message/text").asString().codePoints().anyMatch(c -> Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT)).isFalse();
            assertThat(result.at("/message/text").asString()).contains("[here] (https", "{{0}}");
        }
        Path sarif = folder.resolve("hostile.sarif");
        Output.write(sarif, text(Checks.result(false, List.of(), new Verdict.Unknown(gate, "", Optional.empty(),
                "x"))), "--sarif");
        assertThat(SarifShape.errors(Files.readString(sarif))).isEmpty();
    }

    @Test
    void noMoreResultsAreToldThanAreRead() throws IOException {
        List<Mistake> many = new ArrayList<>();
        for (int i = 1; i <= Sarif.MOST_RESULTS + 7; i++) {
            many.add(new Mistake(Severity.NOTE, new Place("none.yaml", i, 1), "odd", "", ""));
        }
        JsonNode run = written(Checks.result(false, many)).at("/runs/0");
        assertThat(run.get("results")).hasSize(Sarif.MOST_RESULTS);
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asString())
                .startsWith("7 more results are left out");
    }

    @Test
    void theSameTextHasTheSameBytes() throws IOException {
        Path charter = Files.writeString(folder.resolve("charter.yaml"), CHARTER);
        assertThat(check(charter, 1)).isEqualTo(check(charter, 1));
    }

    /** Each of these is refused, so that the check by hand is seen to bite. */
    @ParameterizedTest
    @CsvSource({"/version, '\"2.0.0\"'", "/runs/0/results/0/ruleId, '\"other\"'", "/runs/0/results/0/message, '{}'",
        "/runs/0/results/0/locations, '[]'", "/runs/0/results/0/partialFingerprints, '{}'",
        "/runs/0/results/0/kind, '\"pass\"'", "/runs/0/results/0/level, '\"bad\"'", "/runs/0/extra, 1",
        "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri, '\"/etc/x\"'",
        "/runs/0/results/0/locations/0/physicalLocation/region/startLine, 0",
        "/runs/0/results/0/message/text, '\"{0}\"'", "/runs/0/tool/driver/rules/0/help, null",
        "/runs/0/originalUriBaseIds/%SRCROOT%/uri, '\"file:///x/\"'"})
    void whatIsNotOfTheShapeIsRefused(String pointer, String value) throws IOException {
        JsonNode log = written(Checks.result(false, List.of(Checks.mistake(Severity.ERROR, "bad"))));
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) log.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1),
                JsonMapper.shared().readTree(value));
        assertThat(SarifShape.errors(log.toString())).as(pointer).isNotEmpty();
    }

    @Test
    void aLineIsKnownByTheHundredCharactersFromItsFirstOneOn() {
        String text = "priorities:\r\n\r\n  - { id: a }\n\t- {id:a}\nend";
        Map<Integer, String> hashes = LineHash.of(text);
        // As the action of GitHub that uploads such files makes them.
        assertThat(hashes).isEqualTo(Map.of(1, "5118a22d60f38028:1", 2, "fb5738985ab8922a:1", 3, "5b7b07ff1d8c8da8:1",
                4, "148fde57ac11ba15:1", 5, "43b6461eda086fe2:1"));
        assertThat(LineHash.of("# more\n" + text)).containsValues(hashes.values().toArray(String[]::new));
        assertThat(LineHash.of(text.replace("\r\n", "\n").replace("  -", " -"))).isEqualTo(hashes);
        String same = "x\n".repeat(300);
        assertThat(LineHash.of(same).get(2)).isEqualTo(LineHash.of(same).get(1).replace(":1", ":2"));
    }

    private JsonNode check(Path charter, int code) throws IOException {
        Path home = folder.resolve("home");
        if (!Files.exists(home)) {
            Path export = Exports.of(Riverbank.make(Riverbank.SEED, Riverbank.WEEKS), folder.resolve("export"));
            assertThat(Call.of("import", export, "--home", home).code()).isZero();
        }
        Path sarif = folder.resolve("gates.sarif");
        Call check = Call.of("check", "--charter", charter, "--home", home, "--sarif", sarif);
        assertThat(check.code()).as(check.talk()).isEqualTo(code);
        String text = Files.readString(sarif);
        assertThat(SarifShape.errors(text)).isEmpty();
        assertThat(text).doesNotContain(folder.toString());
        return JsonMapper.shared().readTree(text);
    }

    private static String text(CheckResult result) {
        return Sarif.of(result, Path.of("charter.yaml"), Collections.emptyList(), gate -> "");
    }

    private static JsonNode written(CheckResult result) throws IOException {
        String text = text(result);
        assertThat(SarifShape.errors(text)).isEmpty();
        return JsonMapper.shared().readTree(text);
    }
}
