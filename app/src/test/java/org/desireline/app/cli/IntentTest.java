package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.JsonShape;
import org.desireline.world.Riverbank;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The charter of an organisation beside those of its teams, from their files to what is printed. */
class IntentTest {

    private static final String CHARTER = """
            from: 2026-01-01
            priorities:
              - { id: safety, includes: { where: "priority == 'Critical'" } }
              - { id: billing, includes: { where: "priority == 'Major'" } }
              - { id: growth, includes: { where: "priority == 'Minor'" } }
            tradeoffs:
              - { prefer: growth, over: [billing], when: calm }
            pressure:
              - { kind: incident, where: "type == 'Bug'" }
            teams:
              - { id: alerts, members: [ada], owns: ["component:Alerts", "label:ward"] }
              - { id: money, members: [bo], owns: ["component:Billing"] }
            """;
    private static final String ALERTS = """
            from: 2026-02-01
            priorities:
              - { id: growth, includes: { where: "priority == 'Minor'" } }
              - { id: safety, includes: { where: "priority == 'Critical'" } }
              - { id: fun, includes: { labels: [fun] } }
            """;
    private static final String MONEY = """
            from: 2026-02-01
            priorities:
              - { id: safety, includes: { where: "priority == 'Critical'" } }
              - { id: billing, includes: { where: "priority == 'Major'" } }
              - { id: growth, includes: { where: "priority == 'Minor'" } }
            tradeoffs:
              - { prefer: growth, over: [billing], when: calm }
              - { prefer: growth, over: [safety], when: incident }
            teams:
              - { id: money, owns: ["label:ward"] }
            """;

    @TempDir
    private static Path home;

    @TempDir
    private Path folder;

    @BeforeAll
    static void lookAtIt() throws IOException {
        Path export = Exports.of(Riverbank.make(Riverbank.SEED, Riverbank.WEEKS), home.resolve("export"));
        assertThat(Call.of("import", export, "--home", home.resolve("home")).code()).isZero();
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("charter.yaml"), CHARTER);
        Files.createDirectories(folder.resolve("teams"));
    }

    private void teams() throws IOException {
        Files.writeString(folder.resolve("teams/alerts.yaml"), ALERTS);
        Files.writeString(folder.resolve("teams/money.yaml"), MONEY);
    }

    private Call call(String command, Object... more) {
        Object[] all = new Object[more.length + 5];
        all[0] = command;
        System.arraycopy(more, 0, all, 1, more.length);
        all[more.length + 1] = "--home";
        all[more.length + 2] = home.resolve("home");
        all[more.length + 3] = "--charter";
        all[more.length + 4] = folder.resolve("charter.yaml");
        return Call.of(all);
    }

    @Test
    void theReportSaysWhatTheChartersSayOtherwise() throws IOException {
        teams();
        String report = call("report", "--md").out().replace(folder + "/", "");
        assertThat(report).contains("The organisation's charter beside its teams' own",
                "| alerts | 1 of 1 | · | 1 of 3 | 1 of 3 |", "| money | 0 of 3 | 1 of 2 | 0 of 3 | 0 of 3 |",
                "| all | 1 of 4 | 1 of 2 | 1 of 6 | 1 of 6 |",
                "alerts, safety over growth: the organisation puts safety before growth, the team the other way round"
                        + " (charter.yaml:3:5, charter.yaml:5:5, teams/alerts.yaml:4:5, teams/alerts.yaml:3:5)",
                "money, growth over safety, under incident: the team prefers growth, under incident; there the"
                        + " organisation puts safety first (charter.yaml:3:5, charter.yaml:5:5,"
                        + " teams/money.yaml:8:5)",
                "alerts, billing: the organisation ranks it 2 of 3, and the team does not name it",
                "alerts, fun: the team ranks it 3 of 3, and the organisation does not name it",
                "Areas: 1 of 3 claimed by two teams or more",
                "label:ward: claimed by alerts and by money (charter.yaml:11:");
        assertThat(call("look").out()).contains("The organisation's charter beside its teams' own");
    }

    @Test
    void showOpensThePlacesBehindACount() throws IOException {
        teams();
        Call show = call("show", "intent/team/alerts/orders/reversed");
        assertThat(show.code()).isZero();
        assertThat(show.out().replace(folder + "/", "")).contains("value    1 time (an exact count)",
                "rests on n = 1, of what was declared; grade: observed", "safety over growth",
                "in teams/alerts.yaml:4:5").doesNotContain("0 people");
        Call json = call("show", "intent", "--json");
        assertThat(JsonShape.errors(json.out())).isEmpty();
    }

    @Test
    void withoutACharterOfATeamOnlyTheAreasAreTold() throws IOException {
        String report = call("report").out();
        assertThat(report.replaceAll("\\s+", " ")).contains("Not enough evidence: no team has a charter of its own;"
                + " needs teams/NAME.yaml.", "Areas: 0 of 3 claimed by two teams or more");
        JsonNode root = JsonMapper.shared().readTree(call("report", "--json").out());
        assertThat(JsonShape.errors(root.toString())).isEmpty();
        JsonNode reading = root.get("readings").valueStream()
                .filter(each -> each.get("instrument").asString().equals("intent")).findFirst().orElseThrow();
        assertThat(reading.get("lines").valueStream().map(line -> line.get("id").asString()))
                .contains("intent/all/all/areas/claimedTwice", "intent/all/all/orders/reversed");
    }

    @Test
    void aCharterThatIsNotInForceYetIsCountedAndLeftOut() throws IOException {
        Files.writeString(folder.resolve("teams/alerts.yaml"), ALERTS.replace("2026-02-01", "2030-02-01"));
        JsonNode root = JsonMapper.shared().readTree(call("report", "--json").out());
        assertThat(root.get("troubles").valueStream().map(trouble -> trouble.get("what").asString()))
                .anyMatch(what -> what.startsWith("this charter of a team comes into force after the data end"));
        assertThat(call("report").out()).contains("no team has a charter of its own");
    }

    @Test
    void aGateCanHoldTheChartersTogether() throws IOException {
        teams();
        Files.writeString(folder.resolve("charter.yaml"), CHARTER + "gates:\n  - { name: one order, reading: intent,"
                + " about: all, line: orders/reversed, at-most: 0, window: 52w }\n");
        Call check = call("check");
        assertThat(check.code()).as(check.out()).isEqualTo(1);
        assertThat(check.out()).contains("broken   one order", "1 time (an exact count; n = 4).");
    }

    @Test
    void withoutACharterNothingIsSaid() {
        assertThat(Call.of("look", "--home", home.resolve("home")).out()).doesNotContain("beside its teams' own");
    }
}
