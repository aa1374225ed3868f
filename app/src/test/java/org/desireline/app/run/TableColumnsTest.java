package org.desireline.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desireline.app.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the columns of tables say is guessed, written down, and gone by as it is edited. */
class TableColumnsTest {

    @TempDir
    private Path folder;

    private Path table() throws IOException {
        List<String> rows = new ArrayList<>(List.of("ticket_id;step;Start time;End time;who"));
        for (int i = 1; i <= 12; i++) {
            rows.add(i + ";check;0" + (1 + i % 9) + ".06.2026 09:00;0" + (1 + i % 9) + ".06.2026 10:00;p" + i % 6);
            rows.add(i + ";pay;15.06.2026 11:00;15.06.2026 12:30;p" + (i + 1) % 6);
        }
        return Files.writeString(folder.resolve("steps.csv"), String.join("\n", rows) + "\n");
    }

    private Call call(Object... paths) {
        List<Object> arguments = new ArrayList<>(List.of("look", "--home", home(), "--window", "all", "--json"));
        arguments.addAll(List.of(paths));
        return Call.of(arguments.toArray());
    }

    private JsonNode data(Object... paths) {
        return JsonMapper.shared().readTree(call(paths).out()).path("data");
    }

    private Path home() {
        return folder.resolve("home");
    }

    private void edit(String from, String to) throws IOException {
        Path guesses = home().resolve("guess.yaml");
        String text = Files.readString(guesses);
        assertThat(text).contains(from);
        Files.writeString(guesses, text.replace(from, to));
    }

    @Test
    void aTableWhoseColumnsAreEditedIsReadAgainAndItsFormerEventsGo() throws IOException {
        JsonNode first = data(table());
        assertThat(first.path("events").asInt()).isEqualTo(12 * 6);
        assertThat(first.path("actors").asInt()).isZero();
        assertThat(home().resolve("guess.yaml")).content()
                .contains("columns:\n  \"steps.csv\":\n    case: \"ticket_id\"\n    activity: \"step\"\n");
        edit("    case:", "    resource: \"who\"\n    case:");
        JsonNode edited = data();
        assertThat(edited.path("events").asInt()).isEqualTo(12 * 6);
        assertThat(edited.path("actors").asInt()).isEqualTo(6);
        assertThat(call(folder.resolve("steps.csv")).talk()).contains("steps.csv: unchanged");
        edit("    start: \"Start time\"\n", "");
        edit("    end:", "    time:");
        assertThat(data().path("events").asInt()).isEqualTo(12 * 4);
        edit("    resource: \"who\"\n", "");
        assertThat(data().path("actors").asInt()).isZero();
    }

    @Test
    void removedLinesAreGuessedAnew() throws IOException {
        data(table());
        edit("    case:", "    resource: \"who\"\n    case:");
        assertThat(data().path("actors").asInt()).isEqualTo(6);
        String text = Files.readString(home().resolve("guess.yaml"));
        Files.writeString(home().resolve("guess.yaml"), text.substring(0, text.indexOf("columns:")));
        assertThat(data().path("actors").asInt()).isZero();
        assertThat(home().resolve("guess.yaml")).content().contains("case: \"ticket_id\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "resource: \"whoo\" | the table has no column 'whoo'. Perhaps you meant `who`",
        "resource: \"step\" | the column 'step' is named for activity and for resource. Perhaps",
        "resorce: \"who\" | 'resorce' is nothing that a column can say. Perhaps you meant one of resource",
        "time-formats: \"iso\" | 'time-formats' is nothing that a column can say. Perhaps you meant one of time",
        "fields: \"who\" | this should be a list. Perhaps"})
    void aMistakeIsSaidWithItsPlace(String line, String problem) throws IOException {
        data(table());
        edit("    case:", "    " + line + "\n    case:");
        Call call = call();
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.talk()).containsPattern("guess.yaml:\\d+:\\d+: ").contains(problem);
        edit("    " + line + "\n", "");
        assertThat(data().path("events").asInt()).isEqualTo(12 * 6);
    }

    @Test
    void aTableThatCouldNotBeReadIsReadOnceItIsSaidHow() throws IOException {
        Path table = table();
        Files.writeString(table, Files.readString(table).replace("ticket_id", "Vorgang").replace("step", "Schritt"));
        assertThat(call(table).code()).isEqualTo(3);
        Files.createDirectories(home());
        Files.writeString(home().resolve("guess.yaml"), """
                columns: { "steps.csv": { case: Vorgang, activity: Schritt, start: "Start time", end: "End time",
                  resource: who, time-format: "d.M.yyyy H:mm", time-zone: "Europe/Zurich" } }
                """);
        assertThat(data(table).path("actors").asInt()).isEqualTo(6);
        assertThat(home().resolve("guess.yaml")).content().contains("    case: \"Vorgang\"\n");
    }
}
