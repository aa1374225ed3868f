package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.JsonShape;
import org.desireline.charter.Gate;
import org.desireline.charter.Place;
import org.desireline.journal.Trouble.Severity;
import org.desireline.world.Riverbank;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gates of the demo's organisation: each verdict, its exit code, and each way to tell it. */
class CheckTest {

    private static final Gate HOLDS = Checks.gate("work has an owner", "nobody", 0.9, "52w");
    private static final Gate BROKEN = new Gate("the order is followed", "contest", "all", "pullIndex", "", null, 0.5,
            false, "52w", new Place("charter.yaml", 20, 5));
    private static final Gate UNKNOWN = Checks.gate("no line", "displacedNew", 0.1, "26w");

    @TempDir
    private static Path home;

    @TempDir
    private Path folder;

    @BeforeAll
    static void look() throws IOException {
        Path export = Exports.of(Riverbank.make(Riverbank.SEED, Riverbank.WEEKS), home.resolve("export"));
        assertThat(Call.of("look", export, "--home", home.resolve("home")).code()).isZero();
    }

    @Test
    void gatesThatHoldEndWithNought() {
        Call check = check(Checks.charter(HOLDS));
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("charter.yaml: can be used", "holds    work has an owner", "All work, nobody:",
                "of live hours on calendar (95 %", "Limit: at most 90 %; the whole interval\n         lies within.",
                "show ledger/all/all/nobody/share --home", "1 hold · 0 broken · 0 unknown");
        assertThat(check.talk()).isEmpty();
    }

    @Test
    void aBrokenGateEndsWithOne() {
        Call check = check(Checks.charter(HOLDS, BROKEN));
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).contains("broken   the order is followed",
                "All work, pullIndex: -0.11 (95 % interval -0.22 to 0.00", "show contest/priority/pullIndex");
    }

    @Test
    void anUnknownGateEndsWithFourUnlessItMayBe() {
        Call check = check(Checks.charter(HOLDS, UNKNOWN));
        assertThat(check.code()).isEqualTo(4);
        assertThat(check.out()).contains("unknown  no line", "There is no line", "Perhaps you meant one of");
        Call lenient = check(Checks.charter(HOLDS, UNKNOWN), "--unknown-ok");
        assertThat(lenient.code()).isZero();
        assertThat(lenient.out()).contains("1 unknown (allowed)");
        assertThat(check(Checks.charter(UNKNOWN, BROKEN), "--unknown-ok").code()).isEqualTo(1);
        assertThat(check(Checks.charter(UNKNOWN, BROKEN)).code()).isEqualTo(1);
    }

    @Test
    void aMistakeEndsWithTwoAndShowsItsPlace() {
        CheckedCharter charter = new CheckedCharter("charter.yaml", null, List.of(BROKEN),
                List.of(Checks.mistake(Severity.ERROR, "`includs` is unknown")));
        Call check = check(charter);
        assertThat(check.code()).isEqualTo(2);
        assertThat(check.out()).contains("charter.yaml:4:3: error: `includs` is unknown. Perhaps you meant `includes`.",
                "\n      includs: { labels: [safety] }\n      ^\n", "charter.yaml: 1 error", "No gate is judged")
                .doesNotContain("broken ");
    }

    @Test
    void aRemarkDoesNotKeepTheCharterFromBeingUsed() {
        CheckedCharter charter = new CheckedCharter("charter.yaml", null, List.of(HOLDS),
                List.of(Checks.mistake(Severity.WARNING, "two teams own it")));
        Call check = check(charter);
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("warning: two teams own it", "can be used, 1 remark", "1 hold");
    }

    @Test
    void withoutGatesTheCharterAloneIsChecked() {
        Call check = Checks.call(Checks.charter(), Map.of(), "check", "--home", folder.resolve("none"));
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("names no gate", "gates:", "at-most: 10%");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void itSaysWhatTimeItIsAndHowOldTheDataAre() {
        assertThat(check(Checks.charter(HOLDS)).out())
                .contains("It is 2026-11-22T15:30Z; the data end 2026-10-30T15:51Z, 22 days before.");
    }

    @Test
    void eachGateIsJudgedInItsOwnWindow() throws IOException {
        Gate other = Checks.gate("other", "nobody", 0.9, "2026Q3");
        Call check = check(Checks.charter(HOLDS, other, HOLDS), "--json");
        JsonNode gates = JsonMapper.shared().readTree(check.out()).get("gates");
        assertThat(gates.valueStream().map(gate -> gate.at("/window/name").asString()))
                .containsExactly("52w", "2026Q3", "52w");
        assertThat(gates.get(1).at("/window/from").asString()).isEqualTo("2026-07-01");
        Call asked = check(Checks.charter(HOLDS), "--window", "all");
        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.talk()).contains("judged in its own window", "Perhaps");
    }

    @Test
    void aWindowThatTheDataDoNotHoldLeavesItsGateUnknown() {
        Call check = check(Checks.charter(Checks.gate("later", "nobody", 0.1, "2027Q1"), HOLDS));
        assertThat(check.code()).isEqualTo(4);
        assertThat(check.out()).contains("unknown  later", "ends on 2027-04-01", "holds    work has an owner");
    }

    @Test
    void withoutDataTheGatesAreUnknownAndTheUseIsWrong() throws IOException {
        Path junit = folder.resolve("deep/gates.xml");
        Call check = Checks.call(Checks.charter(HOLDS), Map.of(), "check", "--home", folder.resolve("empty"),
                "--junit", junit, "--unknown-ok");
        assertThat(check.code()).isEqualTo(2);
        assertThat(check.talk()).contains("nothing to look at yet", "Perhaps");
        assertThat(Checks.below(Checks.xml(Files.readString(junit)), "skipped")).hasSize(1);
    }

    @Test
    void anExportThatCannotBeReadEndsWithThree() {
        Call check = Checks.call(Checks.charter(HOLDS), Map.of(), "check", "--throwaway", "--from",
                folder.resolve("missing.zip"), "--unknown-ok");
        assertThat(check.code()).isEqualTo(3);
        assertThat(check.talk()).contains("missing.zip");
        assertThat(check.out()).contains("unknown  work has an owner");
    }

    @Test
    void theJunitXmlIsReadByAParser() throws IOException {
        Path junit = folder.resolve("gates.xml");
        Call check = check(Checks.charter(HOLDS, BROKEN, UNKNOWN), "--junit", junit);
        assertThat(check.code()).isEqualTo(1);
        Element suites = Checks.xml(Files.readString(junit));
        assertThat(Checks.below(suites, "testcase")).extracting(each -> each.getAttribute("name"))
                .containsExactly("charter.yaml", "work has an owner", "the order is followed", "no line");
        assertThat(Checks.below(suites, "failure")).singleElement().satisfies(failure -> assertThat(
                failure.getAttribute("message")).startsWith("All work, pullIndex: -0.11 (95 % interval"));
        assertThat(Checks.below(suites, "error")).hasSize(1);
        Call nowhere = check(Checks.charter(HOLDS), "--junit", home.resolve("export"));
        assertThat(nowhere.code()).isEqualTo(3);
        assertThat(nowhere.talk()).contains("cannot be written", "Perhaps");
    }

    @Test
    void theJsonHasThePublishedShape() throws IOException {
        Call check = check(Checks.charter(HOLDS, BROKEN, UNKNOWN, Checks.gate("later", "nobody", 0.1, "2027Q1")),
                "--json");
        assertThat(JsonShape.errors(check.out())).isEmpty();
        JsonNode root = JsonMapper.shared().readTree(check.out());
        assertThat(root.get("exit").asInt()).isEqualTo(check.code());
        assertThat(root.get("now").asString()).isEqualTo(Checks.NOW.toString());
        assertThat(root.get("gates").valueStream().map(gate -> gate.get("verdict").asString()))
                .containsExactly("holds", "broken", "unknown", "unknown");
        CheckedCharter wrong = new CheckedCharter("charter.yaml", null, List.of(BROKEN),
                List.of(Checks.mistake(Severity.ERROR, "`includs` is unknown")));
        assertThat(JsonShape.errors(check(wrong, "--json").out())).isEmpty();
        assertThat(JsonShape.errors(check(Checks.charter(), "--json").out())).isEmpty();
    }

    @Test
    void annotationsGoToStandardErrorWhereTheBuildServerReadsThem() {
        Call plain = check(Checks.charter(BROKEN), "--annotations", "plain");
        assertThat(plain.talk()).startsWith("charter.yaml:20:5: error: gate broken: the order is followed: All work");
        Call github = Checks.call(Checks.charter(BROKEN), Map.of("GITHUB_ACTIONS", "true"), "check", "--home",
                home.resolve("home"), "--json");
        assertThat(github.talk()).startsWith("::error file=charter.yaml,line=20,col=5,title=gate broken::the order");
        assertThat(JsonShape.errors(github.out())).isEmpty();
        assertThat(check(Checks.charter(BROKEN), "--annotations", "gitlab").code()).isEqualTo(2);
    }

    @Test
    void noNameBreaksOut() throws IOException {
        Path junit = folder.resolve("gates.xml");
        CheckedCharter charter = new CheckedCharter("charter.yaml", null,
                List.of(Checks.gate(Checks.HOSTILE, "nobody" + Checks.HOSTILE, 0.1, "52w")),
                List.of(Checks.mistake(Severity.WARNING, Checks.HOSTILE)));
        for (String kind : List.of("github", "plain", "none")) {
            Leaks.none(check(charter, "--annotations", kind, "--junit", junit), List.of("\u001b"), kind);
        }
        assertThat(Checks.below(Checks.xml(Files.readString(junit)), "testcase")).hasSize(2);
        Call json = check(charter, "--json");
        assertThat(JsonShape.errors(json.out())).isEmpty();
        Leaks.none(json, List.of("\u001b"), "json");
    }

    @Test
    void withoutACharterItNamesTheCommandThatWritesOne() throws IOException {
        Path junit = folder.resolve("gates.xml");
        Call check = Call.of("check", "--charter", folder.resolve("charter.yaml"), "--junit", junit);
        assertThat(check.code()).isEqualTo(2);
        assertThat(check.out()).contains("charter.yaml:1:1: error: there is no such file", "desireline init");
        assertThat(Checks.below(Checks.xml(Files.readString(junit)), "failure")).hasSize(1);
    }

    @Test
    void aMistypedCharterIsShownWithItsLineAndACaret() throws IOException {
        Path charter = folder.resolve("charter.yaml");
        Files.writeString(charter, """
                from: 2026-01-19
                priorities:
                  - id: blocker
                    includs: { where: "priority == 'Blocker'" }
                """);
        Call check = Call.of("check", "--charter", charter, "--annotations", "plain");
        assertThat(check.code()).isEqualTo(2);
        assertThat(check.out()).contains("charter.yaml:4:5: error:", "Perhaps you meant `includes:`.",
                "\n        includs: { where: \"priority == 'Blocker'\" }\n        ^\n");
        assertThat(check.talk()).contains("charter.yaml:4:5: error: charter: ");
    }

    @Test
    void theGatesOfAFileAreJudged() throws IOException {
        Path charter = folder.resolve("charter.yaml");
        String start = """
                from: 2026-01-19
                assumed: true
                priorities:
                  - { id: blocker, includes: { where: "priority == 'Blocker'" } }
                  - { id: critical, includes: { where: "priority == 'Critical'" } }
                  - { id: major, includes: { where: "priority == 'Major'" } }
                  - { id: minor, includes: { where: "priority == 'Minor'" } }
                gates:
                  - { name: work has an owner, reading: ledger, line: unowned, of: live, at-most: 90%, window: 52w }
                """;
        String broken = "  - { name: the order is followed, reading: contest, line: pullIndex, at-least: 0.5 }\n";
        String unknown = "  - { name: nobody is displaced, reading: ledger, line: displacedNew, of: waiting,"
                + " at-most: 10%, window: 26w }\n";
        String hours = "  - { name: few hours, reading: ledger, line: nobody, at-most: 40h, window: 13w }\n";
        String blocker = "  - { name: blockers too, reading: ledger, about: blocker, line: unowned, of: live,"
                + " at-most: 99% }\n";
        String pair = "  - { name: a pair, reading: contest, about: critical>minor, line: wins, at-least: 60% }\n";
        for (String[] each : new String[][] {{"", "0"}, {blocker, "0"}, {pair, "1"},
            {broken, "1"}, {unknown, "4"}, {hours, "1"},
            {hours + unknown + broken, "1"}}) {
            Files.writeString(charter, start + each[0]);
            Call check = Call.of("check", "--charter", charter, "--home", home.resolve("home"));
            assertThat(check.code()).as(check.all()).isEqualTo(Integer.parseInt(each[1]));
        }
        Files.writeString(charter, start + blocker);
        Call named = Call.of("check", "--charter", charter, "--home", home.resolve("home"));
        assertThat(named.out()).contains("show ledger/priority/blocker/nobody/share --home").contains("--charter");
        Files.writeString(charter, start + unknown);
        assertThat(Call.of("check", "--charter", charter, "--home", home.resolve("home"), "--unknown-ok").code())
                .isZero();
    }

    private static Call check(CheckedCharter charter, Object... more) {
        Object[] all = new Object[more.length + 3];
        all[0] = "check";
        all[1] = "--home";
        all[2] = home.resolve("home");
        System.arraycopy(more, 0, all, 3, more.length);
        return Checks.call(charter, Map.of(), all);
    }
}
