package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.JsonShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code report}, on an organisation in which the urgent waits while its owners begin something else. */
class ReportTest {

    @TempDir
    private Path folder;

    private Path home;
    private Path charter;

    @BeforeEach
    void lookAtIt() throws IOException {
        home = folder.resolve(".desireline");
        charter = folder.resolve("charter.yaml");
        Call look = Call.of("import", Exports.of(Displaced.world(), folder.resolve("export")), "--home", home);
        assertThat(look.code()).as(look.all()).isZero();
    }

    private static String charter(String from, boolean assumed, String first, String second) {
        return """
                from: %s
                assumed: %s
                timezone: UTC
                week: Mon-Fri 09:00-17:00
                priorities:
                  - { id: %s, includes: { where: "priority == '%s'" } }
                  - { id: %s, includes: { where: "priority == '%s'" } }
                """.formatted(from, assumed, first.toLowerCase(Locale.ROOT), first, second.toLowerCase(Locale.ROOT),
                second);
    }

    private Call report(Object... more) {
        Object[] all = new Object[more.length + 5];
        all[0] = "report";
        all[1] = "--home";
        all[2] = home;
        all[3] = "--charter";
        all[4] = charter;
        System.arraycopy(more, 0, all, 5, more.length);
        return Call.of(all);
    }

    private double value(JsonNode root, String id) {
        return line(root, id).get("value").asDouble();
    }

    private static JsonNode line(JsonNode root, String id) {
        for (JsonNode reading : root.get("readings")) {
            for (JsonNode line : reading.get("lines")) {
                if (line.get("id").asString().equals(id)) {
                    return line;
                }
            }
        }
        throw new AssertionError("no line " + id);
    }

    private JsonNode json() {
        Call report = report("--json", "--window", "all");
        assertThat(report.code()).as(report.all()).isZero();
        assertThat(JsonShape.errors(report.out())).isEmpty();
        return JsonMapper.shared().readTree(report.out());
    }

    @Test
    void whatWaitedWhileItsOwnersBeganSomethingLowerIsSaid() throws IOException {
        Files.writeString(charter, charter("2025-01-06", false, "Blocker", "Minor"));
        JsonNode root = json();
        // Assigned at 9:10 on Monday and begun at 9:00 on Friday, a Blocker waits 31 h 50 min for its owner, of which
        // 50 min are silent; the owner is at work on Minors for 7 + 8 + 8 + 8 hours, begun afterwards.
        int weeks = Displaced.WEEKS * Displaced.PEOPLE;
        assertThat(value(root, "ledger/priority/blocker/owner/hours"))
                .isCloseTo(weeks * (31 + 50 / 60.0), within(1e-6));
        assertThat(value(root, "ledger/priority/blocker/displacedNew/hours")).isEqualTo(weeks * 31.0);
        assertThat(value(root, "ledger/priority/blocker/displacedNew/by/minor/hours")).isEqualTo(weeks * 31.0);
        assertThat(value(root, "ledger/priority/blocker/silent/hours")).isCloseTo(weeks * 50 / 60.0, within(1e-6));
        assertThat(value(root, "ledger/all/all/displacement/ratio")).isEqualTo(1.0);
        JsonNode hours = line(root, "ledger/priority/blocker/displacedNew/hours");
        assertThat(hours.at("/sensitivity/1").asDouble()).isCloseTo(weeks * (31 + 50 / 60.0), within(1e-6));
        assertThat(root.at("/say/kind").asString()).isEqualTo("displaced");
        Call page = report("--window", "all");
        assertThat(page.out()).contains("What owners were doing while items waited for them",
                "Of the 9,984 working hours that blocker work waited", "important that was begun afterwards.");
        assertThat(page.out().lines().filter(line -> !line.contains(folder.toString())))
                .allMatch(line -> line.length() <= Page.WIDTH);
        assertThat(page.all()).doesNotContain("Nomen", "acc0", "acc5");
    }

    @Test
    void theOppositeOrderMakesTheSameHoursOutranked() throws IOException {
        Files.writeString(charter, charter("2025-01-06", false, "Minor", "Blocker"));
        JsonNode root = json();
        assertThat(value(root, "ledger/priority/blocker/outranked/hours"))
                .isEqualTo(Displaced.WEEKS * Displaced.PEOPLE * 31.0);
        assertThat(report("--window", "all").out()).doesNotContain("begun afterwards.\nProof");
        assertThat(root.at("/say/kind").asString()).isNotEqualTo("displaced");
    }

    @Test
    void aReorderingInTheMiddleOfTheYearSplitsTheHoursAtItsInstant() throws IOException {
        // The second version comes into force on a Wednesday: one week is cut in its middle.
        Files.createDirectories(folder.resolve("charters"));
        Files.writeString(folder.resolve("charters/first.yaml"), charter("2025-01-06", false, "Minor", "Blocker"));
        Files.writeString(charter, charter("2025-07-09", false, "Blocker", "Minor"));
        JsonNode root = json();
        String row = "ledger/priority/blocker/";
        // 26 whole weeks, and of the 27th Monday from 10:00 and Tuesday: 7 + 8 hours.
        assertThat(value(root, row + "version/2025-01-06/outranked/hours"))
                .isEqualTo(Displaced.PEOPLE * (26 * 31.0 + 15));
        assertThat(value(root, row + "version/2025-07-09/displacedNew/hours"))
                .isEqualTo(Displaced.PEOPLE * (25 * 31.0 + 16));
        assertThat(value(root, row + "displacedNew/hours")).isEqualTo(Displaced.PEOPLE * (25 * 31.0 + 16));
        assertThat(value(root, row + "version/2025-01-06/live/hours")
                + value(root, row + "version/2025-07-09/live/hours"))
                .isCloseTo(value(root, row + "live/hours"), within(1e-6));
        assertThat(report("--window", "all").out()).contains("By version of the charter", "blocker, 2025-01-06",
                "blocker, 2025-07-09");
    }

    @Test
    void whatIsAssumedSaysSo() throws IOException {
        Files.writeString(charter, charter("2025-01-06", true, "Blocker", "Minor"));
        Call page = report("--window", "all");
        assertThat(page.out().replaceAll("\\s+", " ")).contains("assumed: every", "As if this order had held: ",
                "take 'assumed' out");
    }

    @Test
    void markdownHoldsTheSameTables() throws IOException {
        Files.writeString(charter, charter("2025-01-06", false, "Blocker", "Minor"));
        Call page = report("--window", "all", "--md");
        assertThat(page.code()).as(page.all()).isZero();
        assertThat(page.out()).startsWith("# Declared against lived\n").contains("|---|---:|", "| blocker | 12,480 |",
                "## What you can say\n\n**Of the ").doesNotContain("\u001b", "──");
    }

    @Test
    void nothingInATextIsMarkup() {
        Sheet sheet = new Sheet().heading("<b>").text("a|b *c* [d](e) `f` # g_h")
                .table(java.util.List.of("x", "y"), java.util.List.of(java.util.List.of("<i>|\u001b[31m", "1")))
                .command("Run: ", "show 'a`b'");
        assertThat(sheet.markdown()).contains("# &lt;b&gt;", "a\\|b \\*c\\* \\[d\\](e) \\`f\\` \\# g\\_h",
                "| &lt;i&gt;\\|\ufffd\\[31m | 1 |", "`show 'a'b'`").doesNotContain("\u001b", "<b>", "<i>");
        assertThat(sheet.terminal(false)).doesNotContain("\u001b");
    }

    @Test
    void aGateOnWhatIsDisplacedBreaks() throws IOException {
        Files.writeString(charter, charter("2025-01-06", false, "Blocker", "Minor") + """
                gates:
                  - { name: not displaced, reading: ledger, about: blocker, line: displacedNew, of: waiting,
                      at-most: 10%, window: 13w }
                """);
        Call check = Call.of("check", "--home", home, "--charter", charter);
        assertThat(check.code()).as(check.all()).isEqualTo(1);
        assertThat(check.out()).contains("not displaced");
    }

    @Test
    void withoutACharterItSaysHowToBegin() {
        Call page = report();
        assertThat(page.code()).isEqualTo(2);
        assertThat(page.talk()).contains("There is no charter").contains("desireline init");
    }

    @Test
    void aCharterThatCannotBeUsedIsShownWithItsMistakes() throws IOException {
        Files.writeString(charter, charter("2025-01-06", false, "Blocker", "Minor").replace("includes", "includs"));
        Call page = report();
        assertThat(page.code()).isEqualTo(2);
        assertThat(page.talk()).contains("charter.yaml:6:", "Perhaps you meant `includes:`").contains("^");
        assertThat(page.out()).isEmpty();
    }

    @Test
    void whereTooLittleWorkIsRecordedTheSecondLevelIsRefused() throws IOException {
        Path other = folder.resolve("other");
        Path draft = folder.resolve("draft.yaml");
        Call.of("import", Exports.of(org.desireline.world.Riverbank.make(1, 60), folder.resolve("riverbank")), "--home",
                other);
        assertThat(Call.of("init", "--home", other, "--charter", draft).code()).isZero();
        Call page = Call.of("report", "--home", other, "--charter", draft);
        assertThat(page.code()).as(page.all()).isZero();
        assertThat(page.out().replaceAll("\\s+", " ")).contains("Not enough evidence: owner activity is invisible for"
                + " 96 % of working time", "needs work logs or linked commits");
    }
}
