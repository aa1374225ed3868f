package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.JsonShape;
import org.desireline.app.charterfile.CharterFiles;
import org.desireline.app.charterfile.Loaded;
import org.desireline.app.run.Analysis;
import org.desireline.charter.Gate;
import org.desireline.charter.Mistake;
import org.desireline.charter.Place;
import org.desireline.instrument.Line;
import org.desireline.publish.Published;
import org.desireline.watch.Draft;
import org.desireline.watch.Gatekeeper;
import org.desireline.watch.Verdict;
import org.desireline.world.Riverbank;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every line of a run can be held by a gate: by its id, and by the entry that is written for it. */
class GatesTest {

    private static final String CHARTER = """
            from: 2025-01-06
            timezone: UTC
            week: Mon-Fri 09:00-17:00
            priorities:
              - { id: blocker, includes: { where: "priority == 'Blocker'" } }
              - { id: minor, includes: { where: "priority == 'Minor'" } }
            """;
    private static final Place PLACE = new Place("charter.yaml", 1, 1);
    private static final List<Published> RUNS = new ArrayList<>();

    @TempDir
    private static Path home;

    @TempDir
    private Path folder;

    @BeforeAll
    static void run() throws IOException {
        Path demo = Exports.of(Riverbank.make(Riverbank.SEED, Riverbank.WEEKS), home.resolve("demo"));
        RUNS.add(analysis(demo, null));
        Path displaced = Exports.of(Displaced.world(), home.resolve("displaced"));
        RUNS.add(analysis(displaced, Files.writeString(home.resolve("charter.yaml"), CHARTER)));
        assertThat(Call.of("import", displaced, "--home", home.resolve("home")).code()).isZero();
    }

    private static Published analysis(Path export, Path charter) {
        return Analysis.run(new Analysis.Request(List.of(export), Path.of("unused"), true, "52w", null, null, charter,
                2), step -> { }).published();
    }

    private static List<Line> lines(Published published) {
        return published.readings().stream().flatMap(reading -> reading.lines().stream()).toList();
    }

    private static Verdict judge(Line line, String named, Published published) {
        String reading = line.id().substring(0, line.id().indexOf('/'));
        return Gatekeeper.judge(new Gate("g", reading, "all", named, "", 1.0, null, false, "52w", PLACE), published);
    }

    @Test
    void aGateThatNamesALineByItsIdIsAboutThatLine() {
        for (Published published : RUNS) {
            assertThat(lines(published).size()).isGreaterThan(100);
            for (Line line : lines(published)) {
                for (String named : List.of(line.id(), line.id().substring(line.id().indexOf('/') + 1))) {
                    Verdict verdict = judge(line, named, published);
                    assertThat(verdict.line()).as(named).isEqualTo(line.id());
                    assertThat(verdict.judged().map(Verdict.Figure::estimate)).as(named)
                            .isEqualTo(Optional.ofNullable(line.estimate()));
                }
            }
        }
    }

    @Test
    void theGateWrittenForALineHoldsOnTheDayItIsWritten() {
        for (Published published : RUNS) {
            int without = 0;
            for (Line line : lines(published)) {
                Optional<Draft> draft = Draft.of(line, published);
                if (line.estimate() == null || draft.isEmpty()) {
                    assertThat(draft).as(line.id()).isEmpty();
                    without += line.estimate() == null ? 0 : 1;
                    continue;
                }
                Verdict verdict = Gatekeeper.judge(draft.get().gate(), published);
                assertThat(verdict.line()).as(draft.get().entry()).isEqualTo(line.id());
                assertThat(verdict).as(verdict.sentence()).isInstanceOf(Verdict.Holds.class);
            }
            assertThat(without).as("lines with a figure and no gate").isZero();
        }
    }

    @Test
    void theEntryIsReadBackAsTheGateThatItStates() throws IOException {
        for (Published published : RUNS) {
            List<Draft> drafts = lines(published).stream().flatMap(line -> Draft.of(line, published).stream()).toList();
            StringBuilder charter = new StringBuilder(CHARTER + "gates:\n");
            drafts.forEach(draft -> charter.append(draft.entry()));
            Loaded loaded = CharterFiles.read(Files.writeString(folder.resolve("charter.yaml"), charter.toString()));
            assertThat(loaded.mistakes()).extracting(Mistake::text).isEmpty();
            assertThat(loaded.versions().getLast().declared().gates().stream().map(GatesTest::anywhere))
                    .isEqualTo(drafts.stream().map(Draft::gate).map(GatesTest::anywhere).toList());
        }
    }

    private static Gate anywhere(Gate gate) {
        return new Gate(gate.name(), gate.reading(), gate.about(), gate.line(), gate.of(), gate.atMost(),
                gate.atLeast(), gate.percent(), gate.window(), PLACE);
    }

    private Call call(String command, Object... more) {
        List<Object> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(more));
        all.addAll(List.of("--home", home.resolve("home"), "--charter", folder.resolve("charter.yaml")));
        return Call.of(all.toArray());
    }

    @Test
    void whatShowPrintsCanBeAddedToTheCharterAsItStands() throws IOException {
        Path charter = Files.writeString(folder.resolve("charter.yaml"), CHARTER);
        Call show = call("show", "ledger/all/all/displacedNew/waitingShare", "--gate");
        assertThat(show.code()).as(show.talk()).isZero();
        assertThat(show.out()).startsWith("  # All work, displacedNew: ").contains("whole", "lies within.",
                "\n  - name: \"ledger/all/all/displacedNew/waitingShare, 52w\"\n    reading: ledger\n    about: all\n"
                        + "    line: displacedNew\n    of: waiting\n    at-most: ", "%\n    window: 52w\n");
        Files.writeString(charter, CHARTER + "gates:\n" + show.out());
        assertThat(call("check").code()).isZero();
        assertThat(JsonShape.errors(call("show", "ledger/all/all/displacedNew/waitingShare", "--gate", "--json").out()))
                .isEmpty();
        Call none = call("show", "ledger/all/all/displacedNw/waitingShare", "--gate");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.talk()).contains("There is no line", "Perhaps");
    }

    @Test
    void aFindingCarriesItsGate() throws IOException {
        Files.writeString(folder.resolve("charter.yaml"), CHARTER);
        JsonNode root = JsonMapper.shared().readTree(call("report", "--json").out());
        assertThat(JsonShape.errors(root.toString())).isEmpty();
        assertThat(root.get("findings")).isNotEmpty();
        for (JsonNode finding : root.get("findings")) {
            assertThat(finding.at("/gate/entry").asString()).contains("reading: ", "window: 52w");
        }
        assertThat(root.has("gates")).isFalse();
        assertThat(call("report").out()).contains("to keep it from getting worse: ", " --gate --home ");
    }

    @Test
    void theReportSaysWhetherTheGatesOfItsWindowHold() throws IOException {
        Files.writeString(folder.resolve("charter.yaml"), CHARTER + """
                gates:
                  - { name: owned, reading: ledger, about: all, line: nobody, of: live, at-most: 50%, window: 52w }
                  - { name: in order, reading: ledger, about: blocker, line: displacedNew, of: waiting, at-most: 1%,
                      window: 52w }
                  - { name: lately, reading: ledger, about: all, line: nobody, of: live, at-most: 50%, window: 13w }
                """);
        String report = call("report").out().replaceAll("\\s+", " ");
        assertThat(report).contains("The gates of the charter", "broken, in order: blocker, displacedNew: ",
                "holds, owned: All work, nobody: ", "1 gate is about another window (13w) and not judged here.");
        assertThat(report.indexOf("broken, in order")).isLessThan(report.indexOf("holds, owned"));
        JsonNode root = JsonMapper.shared().readTree(call("report", "--json").out());
        assertThat(JsonShape.errors(root.toString())).isEmpty();
        assertThat(root.get("gates").valueStream().map(gate -> gate.get("verdict").asString()))
                .containsExactly("holds", "broken");
        assertThat(root.at("/gatesElsewhere/0/name").asString()).isEqualTo("lately");
        JsonNode check = JsonMapper.shared().readTree(call("check", "--json").out());
        assertThat(root.get("gates").get(1)).isEqualTo(check.get("gates").get(1));
    }
}
