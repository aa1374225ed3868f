package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.desireline.app.Call;
import org.desireline.publish.Publisher;
import org.desireline.world.Person;
import org.desireline.world.Riverbank;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Planted;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is written of five worlds is gone through for people, tokens and figures about too few. */
class PrivacyCrawlTest {

    private static final int WEEKS = 6;
    private static final int SEED = 2;

    @TempDir
    private Path folder;

    private static List<Person> people(String world) {
        return world.isEmpty() ? Riverbank.make(SEED, WEEKS).people()
                : Planted.live(Plan.of(world), SEED, WEEKS).people();
    }

    private static List<String> words(String world) {
        List<String> words = new ArrayList<>();
        for (Person person : people(world)) {
            words.add(person.name());
            words.add(person.account());
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orphan-area", "displaced", "fast-seeking", "quiet"})
    void nobodyAndNothingAboutTooFewIsInWhatIsWritten(String world) throws IOException {
        List<String> words = words(world);
        assertThat(words).hasSizeGreaterThan(15);
        List<Object> demo = new ArrayList<>(List.of("demo", "--seed", SEED, "--weeks", WEEKS, "--into", folder,
                "--no-browser", "--json", "--verbose"));
        if (!world.isEmpty()) {
            demo.addAll(List.of("--world", world));
        }
        Call json = Call.of(demo.toArray());
        assertThat(json.code()).as(json.talk()).isIn(0, 4);
        Leaks.none(json, words, "--json and its log");
        JsonNode root = JsonMapper.shared().readTree(json.out());
        assertEnoughPeople(root);
        Leaks.none(Files.readString(folder.resolve("page.html")), words, "the page");
        Path home = folder.resolve(".desireline");
        Object[] charter = Files.exists(folder.resolve("charter.yaml"))
                ? new Object[] {"--charter", folder.resolve("charter.yaml")} : new Object[0];
        Path tables = folder.resolve("tables");
        String page = charter.length > 0 ? "report" : "look";
        List<Object[]> commands = new ArrayList<>(List.of(new Object[] {page, "--verbose"},
                new Object[] {"export", tables}, new Object[] {"sql", "SELECT * FROM troubles", "--csv"}));
        shown(root).forEach(id -> commands.add(new Object[] {"show", id}));
        for (Object[] command : commands) {
            Call call = Call.of(Stream.of(command, charter, new Object[] {"--home", home}).flatMap(Stream::of)
                    .toArray());
            assertThat(call.code()).as(call.talk()).isIn(0, 4);
            Leaks.none(call, words, String.valueOf(command[0]));
        }
        try (Stream<Path> files = Files.list(tables)) {
            for (Path file : files.toList()) {
                Leaks.none(Files.readString(file), words, file.getFileName().toString());
            }
        }
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.endsWith("secret") && !path.endsWith("people.yaml")).toList()) {
                String kept = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(words).as(file.getFileName().toString()).noneMatch(kept::contains);
            }
        }
    }

    /** The first line that has cases behind it, and the first of these. */
    private static List<String> shown(JsonNode root) {
        for (JsonNode reading : root.get("readings")) {
            for (JsonNode line : reading.get("lines")) {
                if (!line.get("evidence").isEmpty()) {
                    return List.of(line.get("id").asString(), line.get("evidence").get(0).get("item").asString());
                }
            }
        }
        throw new AssertionError("no line has a case behind it");
    }

    private static void assertEnoughPeople(JsonNode root) {
        List<String> shown = new ArrayList<>();
        root.get("readings").forEach(reading -> reading.get("lines").forEach(line -> {
            if (reading.get("instrument").asString().equals("intent")) {
                assertThat(line.has("value") && line.get("actors").asLong() > 0).as("intent tells of charters")
                        .isFalse();
            } else if (line.get("withheld").isNull()) {
                shown.add(line.get("id").asString());
                assertThat(line.get("actors").asLong()).as(line.get("id").asString())
                        .isGreaterThanOrEqualTo(Publisher.SMALLEST_GROUP);
            } else {
                assertThat(line.has("value") || line.has("n") || line.has("low")).as(line.get("id").asString())
                        .isFalse();
                assertThat(line.get("evidence").isEmpty()).as(line.get("id").asString()).isTrue();
            }
        }));
        assertThat(shown).hasSizeGreaterThan(100);
    }
}
