package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.world.Riverbank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The same export gives the same bytes: on any number of threads, under any secret, however it is split into files. */
class SameBytesTest {

    @TempDir
    private Path folder;

    private String json(Path export, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("look", export, "--json", "--window", "all"));
        arguments.addAll(List.of(more));
        Call look = Call.of(arguments.toArray());
        assertThat(look.code()).as(look.talk()).isZero();
        assertThat(look.out()).hasSizeGreaterThan(5_000);
        return look.out();
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws IOException {
        for (Path export : List.of(Exports.of(Riverbank.make(Riverbank.SEED, Riverbank.WEEKS), folder.resolve("demo")),
                Exports.small(folder.resolve("small")))) {
            String one = json(export, "--throwaway", "--threads", 1);
            assertThat(json(export, "--throwaway", "--threads", 2)).isEqualTo(one);
            assertThat(json(export, "--throwaway", "--threads", 7)).isEqualTo(one);
        }
    }

    @Test
    void theSecretChangesNothing() throws IOException {
        Path export = Exports.of(Riverbank.make(4, 30), folder.resolve("demo"));
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        assertThat(json(export, "--home", one)).isEqualTo(json(export, "--home", other));
        assertThat(one.resolve("secret")).isRegularFile();
        assertThat(Files.readAllBytes(one.resolve("secret"))).isNotEqualTo(Files.readAllBytes(other.resolve("secret")));
    }

    @Test
    void lookingAgainChangesNothing() throws IOException {
        Path export = Exports.of(Riverbank.make(4, 20), folder.resolve("demo"));
        Path home = folder.resolve("home");
        String first = json(export, "--home", home);
        assertThat(json(export, "--home", home)).isEqualTo(first);
        assertThat(Call.of("look", "--home", home, "--json", "--window", "all").out()).isEqualTo(first);
    }

    @Test
    void howTheIssuesAreSplitIntoFilesChangesNoFigure() throws IOException {
        Path export = Exports.of(Riverbank.make(5, 30), folder.resolve("demo"));
        List<JsonNode> issues = Exports.issues(export);
        Collections.shuffle(issues, new Random(5));
        Path alone = Files.createDirectories(folder.resolve("alone"));
        Path pages = Files.createDirectories(folder.resolve("pages"));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < issues.size(); i++) {
            Files.writeString(alone.resolve(String.format(Locale.ROOT, "%05d.json", i)), issues.get(i).toString());
            lines.append(issues.get(i)).append('\n');
        }
        for (int i = 0; i < issues.size(); i += 7) {
            Files.writeString(pages.resolve(i + ".json"),
                    issues.subList(i, Math.min(issues.size(), i + 7)).toString());
        }
        Path jsonl = folder.resolve("all.jsonl");
        Files.writeString(jsonl, lines);
        JsonNode expected = withoutPlaces(json(export, "--throwaway"));
        for (Path other : List.of(alone, pages, jsonl)) {
            JsonNode root = withoutPlaces(json(other, "--throwaway"));
            for (String part : List.of("readings", "data", "say", "findings", "window", "config", "assumptions",
                    "asOf")) {
                assertThat(root.get(part)).as("%s of %s", part, other.getFileName()).isEqualTo(expected.get(part));
            }
        }
    }

    /** The same issues in other files stand in other places; nothing else may differ. */
    private static JsonNode withoutPlaces(String json) {
        JsonNode root = JsonMapper.shared().readTree(json);
        root.findValues("evidence").forEach(list -> list.forEach(evidence -> ((ObjectNode) evidence).remove("events")));
        return root;
    }

    @Test
    void twoHalvesGiveWhatTheWholeGives() throws IOException {
        Path export = Exports.of(Riverbank.make(5, 20), folder.resolve("demo"));
        List<JsonNode> issues = Exports.issues(export);
        Path odd = folder.resolve("odd.json");
        Path even = folder.resolve("even.json");
        List<JsonNode> odds = new ArrayList<>();
        List<JsonNode> evens = new ArrayList<>();
        for (int i = 0; i < issues.size(); i++) {
            (i % 2 == 0 ? evens : odds).add(issues.get(i));
        }
        Files.writeString(odd, odds.toString());
        Files.writeString(even, evens.toString());
        String there = json(odd, even, "--throwaway");
        assertThat(json(even, odd, "--throwaway")).isEqualTo(there);
        JsonNode whole = JsonMapper.shared().readTree(json(export, "--throwaway"));
        assertThat(JsonMapper.shared().readTree(there).at("/data/items")).isEqualTo(whole.at("/data/items"));
        assertThat(JsonMapper.shared().readTree(there).at("/data/statusChanges"))
                .isEqualTo(whole.at("/data/statusChanges"));
    }
}
