package org.desireline.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is guessed is written down; what the reader writes there is used and stays; the rest is guessed anew. */
class GuessesTest {

    @TempDir
    private Path folder;

    private JsonNode look(Path... paths) {
        Object[] arguments = Stream.concat(Stream.of("look", "--home", home(), "--window", "all", "--json"),
                Stream.of(paths)).toArray();
        Call look = Call.of(arguments);
        assertThat(look.code()).as(look.talk()).isZero();
        return JsonMapper.shared().readTree(look.out());
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path guesses() {
        return home().resolve("guess.yaml");
    }

    private void edit(String from, String to) throws IOException {
        String text = Files.readString(guesses());
        assertThat(text).contains(from);
        Files.writeString(guesses(), text.replace(from, to));
    }

    @Test
    void whatWasGuessedIsWrittenDown() throws IOException {
        look(Exports.small(folder.resolve("export")));
        assertThat(guesses()).content().contains("zone: \"UTC\"", "week: \"Mon-Fri 09:00-17:00\"",
                "priorities: [\"Major\", \"Minor\"]", "\"jira/T\":", "\"Closed\": done", "\"In Progress\": working",
                "\"Open\": queued", "Edit a value and run again");
    }

    @Test
    void onlyTheOwnerMayReadTheWorkspace() throws IOException {
        look(Exports.small(folder.resolve("export")));
        for (String name : new String[] {"secret", "guess.yaml", "guess.last", "people.yaml", "journal.duckdb"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve(name)))).as(name)
                    .isEqualTo("rw-------");
        }
        assertThat(home().resolve(".gitignore")).hasContent("*\n");
        try (Stream<Path> files = Files.list(home())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("secret", "guess.yaml", "guess.last", "people.yaml",
                            "journal.duckdb", ".gitignore");
        }
    }

    @Test
    void theSecretIsMadeOnce() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        look(export);
        byte[] secret = Files.readAllBytes(home().resolve("secret"));
        assertThat(secret).hasSize(32);
        look(export);
        assertThat(home().resolve("secret")).hasBinaryContent(secret);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zone: \"UTC\" | zone: \"Europe/Zurich\" | /zone | Europe/Zurich",
        "week: \"Mon-Fri 09:00-17:00\" | week: \"Mon-Thu 08:00-18:00\" | /assumptions/0/value "
                + "| Mon-Thu 08:00-18:00 UTC",
        "[\"Major\", \"Minor\"] | [\"Minor\", \"Major\"] | /charter/priorities/0 | Minor"
    })
    void anEditIsUsedAndStaysUsed(String from, String to, String pointer, String value) throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        JsonNode before = look(export);
        assertThat(before.at(pointer).asString()).isNotEqualTo(value);
        edit(from, to);
        for (int run = 2; run <= 4; run++) {
            JsonNode after = look(export);
            assertThat(after.at(pointer).asString()).as("run %d", run).isEqualTo(value);
            assertThat(after.get("config")).isNotEqualTo(before.get("config"));
            assertThat(guesses()).content().contains(to);
        }
    }

    @Test
    void anEditedStatusIsUsedAndStaysUsed() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        assertThat(look(export).toString()).doesNotContain("ledger/all/all/all/reviewer/hours");
        edit("\"In Progress\": working", "\"In Progress\": review");
        for (int run = 2; run <= 4; run++) {
            assertThat(look(export).toString()).as("run %d", run).contains("ledger/all/all/all/reviewer/hours");
            assertThat(guesses()).content().contains("\"In Progress\": review", "\"Open\": queued");
        }
    }

    @Test
    void whatWasNotEditedIsGuessedAnewWhenTheDataChange() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        look(export);
        edit("\"In Progress\": working", "\"In Progress\": review");
        for (int i = 21; i <= 26; i++) {
            Files.writeString(export.resolve("more" + i + ".json"), Exports.issue(i, "person" + i, "Blocker", true)
                    .replace("\"Open\"", "\"Icebox\"").replace("+0000", "+0300"));
        }
        for (int i = 31; i <= 40; i++) {
            Files.writeString(export.resolve("more" + i + ".json"), Exports.issue(i, "person" + i, "Blocker", true)
                    .replace("+0000", "+0300"));
        }
        JsonNode after = look(export);
        assertThat(after.at("/charter/priorities").toString()).isEqualTo("[\"Blocker\",\"Major\",\"Minor\"]");
        assertThat(after.get("zone").asString()).isEqualTo("+03:00");
        assertThat(guesses()).content().contains("zone: \"+03:00\"", "\"In Progress\": review", "\"Icebox\": backlog");
    }

    @Test
    void aRemovedLineIsGuessedAnew() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        look(export);
        edit("zone: \"UTC\"", "zone: \"Europe/Zurich\"");
        assertThat(look(export).get("zone").asString()).isEqualTo("Europe/Zurich");
        Files.writeString(guesses(), Files.readString(guesses()).replaceFirst("(?m)^zone:.*$", ""));
        assertThat(look(export).get("zone").asString()).isEqualTo("UTC");
    }

    @Test
    void namesThatYamlWouldMistakeSurviveAReadAndAWrite() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        String[] names = {
            "yes", "null", "1.0", "a: b # c", "- x", "quote \\\" and \\\\ slash", "tab\\there", "\u00fcml\u00e4ut"};
        for (int i = 0; i < names.length; i++) {
            Files.writeString(export.resolve("odd" + i + ".json"), Exports.issue(20 + i, "person1", "Major", true)
                    .replace("\"In Progress\"", "\"" + names[i] + "\""));
        }
        JsonNode first = look(export);
        String written = Files.readString(guesses());
        assertThat(look(export)).isEqualTo(first);
        assertThat(guesses()).hasContent(written);
        assertThat(written).contains("\"yes\":", "\"1.0\":", "\"a: b # c\":", "\"\u00fcml\u00e4ut\":");
    }

    @Test
    void aThrowAwayLookLeavesNoFile() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Call look = Call.of("look", export, "--throwaway", "--home", home(), "--window", "all");
        assertThat(look.code()).isZero();
        assertThat(home()).doesNotExist();
        assertThat(look.all()).doesNotContain("Kept in", "guess.yaml");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(12);
        }
    }

    @Test
    void lookWithoutPathsReadsWhatIsKeptAndASecondLookAdds() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Path more = Files.createDirectories(folder.resolve("more"));
        Files.writeString(more.resolve("a.json"), Exports.issue(30, "person1", "Major", true));
        assertThat(look(export).at("/data/items").asInt()).isEqualTo(12);
        assertThat(look().at("/data/items").asInt()).isEqualTo(12);
        assertThat(look(more).at("/data/items").asInt()).isEqualTo(13);
        assertThat(look().at("/data/items").asInt()).isEqualTo(13);
        assertThat(look(export, more).at("/data/items").asInt()).isEqualTo(13);
        Files.writeString(more.resolve("b.json"), Exports.issue(31, "person2", "Major", true));
        assertThat(look().at("/data/items").asInt()).isEqualTo(13);
        assertThat(look(more).at("/data/items").asInt()).isEqualTo(14);
        Files.delete(more.resolve("a.json"));
        assertThat(look(more).at("/data/items").asInt()).as("what was read stays").isEqualTo(14);
    }

    @Test
    void anExportThatCouldNotBeReadIsNotRemembered() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Call look = Call.of("look", folder.resolve("gone.zip"), export, "--home", home(), "--window", "all");
        assertThat(look.code()).isEqualTo(3);
        assertThat(Call.of("look", "--home", home(), "--window", "all").code()).isZero();
    }

    @Test
    void anItemIsFoundByItsOldKeyInAnyCase() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Files.writeString(export.resolve("moved.json"), Exports.issue(30, "person1", "Major", true)
                .replaceFirst("\\{\"field\":\"assignee\"", "{\"field\":\"Key\",\"from\":null,\"fromString\":\"OLD-7\","
                        + "\"to\":null,\"toString\":\"T-30\"},{\"field\":\"assignee\""));
        for (String key : new String[] {"T-30", "OLD-7", "old-7", " t-30 "}) {
            Call show = Call.of("show", key, "--from", export, "--throwaway", "--window", "all");
            assertThat(show.code()).as(key).isZero();
            assertThat(show.out()).contains("T-30 · finished");
        }
    }

    @Test
    void whatHappensAtTheMomentOfCreationIsKnown() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        for (int i = 1; i <= 8; i++) {
            Files.writeString(export.resolve("n" + i + ".json"), String.format(Locale.ROOT, """
                    {"id":"9%d","key":"N-%d","fields":{"project":{"key":"N"},"issuetype":{"name":"Bug"},
                    "status":{"name":"Open"},"created":"2026-04-01T09:00:00Z","updated":"2026-04-01T09:00:00Z",
                    "assignee":null}}""", i, i));
        }
        for (int i = 1; i <= 8; i++) {
            Call show = Call.of("show", "N-" + i, "--from", export, "--throwaway", "--window", "all", "--json");
            assertThat(JsonMapper.shared().readTree(show.out()).at("/states/0/account").asString()).as("N-%d", i)
                    .isEqualTo("nobody");
        }
    }

    @Test
    void whatChangesAtOneMomentEndsAsTheTrackerSays() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        for (int i = 21; i <= 28; i++) {
            Files.writeString(export.resolve("c" + i + ".json"), Exports.issue(i, "person1", "Major", true)
                    .replace("{\"project\"", "{\"components\":[{\"name\":\"Roof\"},{\"name\":\"Attic\"}],\"project\"")
                    .replaceFirst("\\{\"field\":\"assignee\"",
                            "{\"field\":\"Component\",\"fromString\":\"Wall\",\"toString\":null},"
                            + "{\"field\":\"Component\",\"fromString\":null,\"toString\":\"Roof\"},"
                            + "{\"field\":\"Component\",\"fromString\":null,\"toString\":\"Attic\"},"
                            + "{\"field\":\"assignee\""));
        }
        for (int i = 21; i <= 28; i++) {
            Call show = Call.of("show", "T-" + i, "--from", export, "--throwaway", "--window", "all", "--json");
            JsonNode events = JsonMapper.shared().readTree(show.out()).get("events");
            assertThat(events.valueStream().map(event -> event.get("what").asString())
                    .filter(what -> what.startsWith("fieldChanged component"))).as("T-%d", i).hasSize(3)
                    .allMatch(what -> what.equals("fieldChanged component=Attic,Roof"));
        }
    }
}
