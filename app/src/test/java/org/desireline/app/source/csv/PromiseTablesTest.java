package org.desireline.app.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.desireline.app.Call;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tables of sprints: what was promised as a whole, and how much of it was delivered. */
class PromiseTablesTest {

    private static final String WHOLE = "commitment/promise/whole/";
    private static final System.Logger LOG = System.getLogger("PromiseTablesTest");

    @TempDir
    private Path folder;

    private Call look(String columns, String... tables) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("guess.yaml"), "columns:\n" + columns);
        List<Object> arguments = new ArrayList<>(List.of("look", "--home", home, "--window", "all", "--json"));
        for (String table : tables) {
            arguments.add(folder.resolve(table));
        }
        return Call.of(arguments.toArray());
    }

    private static JsonNode line(Call call, String label) {
        for (JsonNode reading : JsonMapper.shared().readTree(call.out()).path("readings")) {
            for (JsonNode line : reading.path("lines")) {
                if (line.path("id").asString("").equals(WHOLE + label)) {
                    return line;
                }
            }
        }
        throw new AssertionError("no line " + label + " in " + call.out());
    }

    private static double value(Call call, String label) {
        return line(call, label).path("value").asDouble();
    }

    /** Sixteen sprints of two boards: five delivered less than planned, one more. */
    private void sprints(boolean dated, int people) throws IOException {
        List<String> rows = new ArrayList<>(List.of("board,sprint,start,end,committed,completed,team"));
        for (int i = 0; i < 16; i++) {
            String day = "2026-0" + (1 + i / 4) + "-0" + (1 + i % 4);
            rows.add((i % 2 == 0 ? "north" : "south") + "," + i / 2 + "," + (dated ? day + "," + day.substring(0, 8)
                    + (20 + i % 4) : ",") + ",20," + (i < 5 ? "13.5" : i == 5 ? "21" : "20") + "," + people);
        }
        Files.writeString(folder.resolve("sprints.csv"), String.join("\n", rows) + "\n");
        List<String> parts = new ArrayList<>(List.of("board,sprint,kind"));
        for (int i = 0; i < 40; i++) {
            parts.add((i % 2 == 0 ? "north" : "south") + "," + i % 8 / 2 + ",task");
        }
        Files.writeString(folder.resolve("issues.csv"), String.join("\n", parts) + "\n");
    }

    private static final String UNDATED = """
              "sprints.csv": { promise: sprint, board: board, planned: committed, delivered: completed, people: team }
              "issues.csv": { promise: sprint, board: board }
            """;

    @Test
    void sprintsWithoutDaysAreCountedWithWhatTheyDelivered() throws IOException {
        sprints(false, 6);
        Call call = look(UNDATED, "sprints.csv", "issues.csv");
        assertThat(value(call, "due")).isEqualTo(16);
        assertThat(value(call, "parts")).isEqualTo(40);
        assertThat(value(call, "underDelivered") * 16).isEqualTo(5);
        assertThat(value(call, "overDelivered") * 16).isEqualTo(1);
        assertThat(value(call, "asPlanned") * 16).isEqualTo(10);
        assertThat(line(call, "underDelivered").path("low").asDouble()).isGreaterThan(0.13)
                .isLessThan(0.15);
        assertThat(call.out()).contains("6.5 less delivered than planned").contains("nothing is said of days");
    }

    @Test
    void ofSprintsWithDaysOnlyThoseOfTheWindowThatAreOverCount() throws IOException {
        sprints(true, 6);
        String columns = "  \"sprints.csv\": { promise: sprint, board: board, promised: start, due: end, "
                + "planned: committed, delivered: completed, people: team }\n";
        Call call = look(columns, "sprints.csv");
        assertThat(value(call, "due")).isEqualTo(16);
        assertThat(call.out()).doesNotContain("nothing is said of days").contains("2026-01-2");
    }

    @Test
    void whereFewerThanFivePeopleAreKnownTheFiguresAreWithheld() throws IOException {
        sprints(false, 4);
        assertThat(line(look(UNDATED, "sprints.csv"), "due").path("value").isNumber()).isFalse();
        assertThat(line(look(UNDATED, "sprints.csv"), "due").path("withheld").asString("")).isNotEmpty();
    }

    @Test
    void aRowThatTellsNoNumbersIsATrouble() throws IOException {
        sprints(false, 6);
        Files.writeString(folder.resolve("sprints.csv"),
                Files.readString(folder.resolve("sprints.csv")) + "north,99,,,20,many,6\nnorth,98,,,20,6\n");
        Call call = look(UNDATED, "sprints.csv");
        assertThat(value(call, "due")).isEqualTo(16);
        assertThat(call.out()).contains("does not say in numbers how much of what was planned was delivered");
    }

    @Test
    void whatATableTellsOfASprintAgainIsCountedOnce() throws IOException {
        sprints(false, 6);
        Files.copy(folder.resolve("sprints.csv"), folder.resolve("later.csv"));
        Call call = look(UNDATED + UNDATED.lines().findFirst().orElseThrow().replace("sprints", "later") + "\n",
                "sprints.csv", "later.csv");
        assertThat(value(call, "due")).isEqualTo(16);
        assertThat(call.out()).contains("\"toldAgain\" : 16");
    }

    @Test
    void aColumnThatIsMissingIsNamed() throws IOException {
        sprints(false, 6);
        Call call = look("  \"sprints.csv\": { promise: sprint, planned: committed }\n", "sprints.csv");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.talk()).contains("no column is named for delivered");
    }

    /** Figures counted apart from this program: README of the shared data. */
    @Test
    void theSprintsOfApacheAreToldAsTheyAre() throws IOException {
        unpack("Apache/apache_iteration_30.csv", "Apache/apache_issue_30.csv");
        Call call = look("""
                  "apache_iteration_30.csv":
                    { promise: sprintid, board: boardid, difference: vel_diff, people: no_teammember }
                  "apache_issue_30.csv": { promise: sprintid, board: boardid }
                """, "apache_iteration_30.csv", "apache_issue_30.csv");
        assertThat(value(call, "due")).isEqualTo(348);
        assertThat(value(call, "parts")).isEqualTo(5826);
        assertThat(Math.round(value(call, "underDelivered") * 348)).isEqualTo(243);
        assertThat(call.out()).contains("of 348 promises of a whole no table tells by when they were due");
    }

    @Test
    void commasWithoutQuotesAreATroubleAndNoCrash() throws IOException {
        unpack("JIRA/jira_iteration_30.csv");
        Call call = look("  \"jira_iteration_30.csv\": { promise: sprintid, board: boardid, difference: vel_diff,"
                + " people: no_teammember }\n", "jira_iteration_30.csv");
        assertThat(value(call, "due")).isEqualTo(1861);
        assertThat(Math.round(value(call, "underDelivered") * 1861)).isEqualTo(781);
        assertThat(call.out()).contains("\"count\" : 12");
    }

    private void unpack(String... names) throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path zip = at.resolve("shared/data/agile-sprints-tse2017/sprints.zip");
            if (Files.exists(zip)) {
                try (ZipFile file = new ZipFile(zip.toFile())) {
                    for (String name : names) {
                        ZipEntry entry = file.stream().filter(each -> each.getName().endsWith(name)).findFirst()
                                .orElseThrow();
                        try (InputStream in = file.getInputStream(entry)) {
                            Files.copy(in, folder.resolve(name.substring(name.indexOf('/') + 1)));
                        }
                    }
                }
                return;
            }
        }
        String missing = "SKIPPED: no shared/data/agile-sprints-tse2017 beside or above";
        LOG.log(System.Logger.Level.WARNING, missing);
        Assumptions.abort(missing);
    }
}
