package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.JsonShape;
import org.desireline.world.Riverbank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is printed as JSON has the published shape. */
class SchemaTest {

    @TempDir
    private Path folder;

    @Test
    void theOutputsOfTheDemoHaveThePublishedShape() throws IOException {
        Call demo = Call.of("demo", "--into", folder, "--json");
        assertThat(demo.code()).isZero();
        assertThat(JsonShape.errors(demo.out())).isEmpty();
        JsonNode root = JsonMapper.shared().readTree(demo.out());
        assertThat(root.at("/say/kind").asString()).isEqualTo("order");
        Path home = folder.resolve(".desireline");
        for (String what : some(root)) {
            Call show = Call.of("show", what, "--json", "--home", home);
            assertThat(show.code()).as(what).isIn(0, 4);
            assertThat(JsonShape.errors(show.out())).as(what).isEmpty();
        }
    }

    /** An item or two, a line of each instrument and label, and one withheld. */
    private static List<String> some(JsonNode root) {
        List<String> ids = new ArrayList<>(List.of("RB-1", "rb-14", "contest/priority/pullIndex"));
        for (JsonNode reading : root.get("readings")) {
            reading.get("lines").valueStream().filter(line -> !line.get("withheld").isNull())
                    .limit(1).forEach(line -> ids.add(line.get("id").asString()));
            reading.get("lines").valueStream().limit(1).forEach(line -> ids.add(line.get("id").asString()));
        }
        ids.add("ledger/all/all/largestWaits");
        assertThat(ids).hasSizeGreaterThanOrEqualTo(7);
        return ids;
    }

    @Test
    void theOutputOfAnObedientOrganisationHasThePublishedShape() throws IOException {
        Path export = Exports.of(Riverbank.obedient(3, 30), folder.resolve("export"));
        for (String window : List.of("52w", "all", "2026Q2", "2026-05")) {
            Call look = Call.of("look", export, "--json", "--throwaway", "--window", window);
            assertThat(look.code()).as(look.talk()).isZero();
            assertThat(JsonShape.errors(look.out())).as(window).isEmpty();
        }
    }

    @Test
    void aRefusalForWantOfAChangeLogHasThePublishedShape() throws IOException {
        Path export = Exports.of(Riverbank.make(2, 20), folder.resolve("export"));
        Path bare = Files.createDirectories(folder.resolve("bare"));
        for (JsonNode issue : Exports.issues(export)) {
            Files.writeString(bare.resolve(issue.get("key").asString() + ".json"),
                    ((tools.jackson.databind.node.ObjectNode) issue).without("changelog").toString());
        }
        Call look = Call.of("look", bare, "--json", "--throwaway");
        assertThat(look.code()).isZero();
        assertThat(JsonShape.errors(look.out())).isEmpty();
        JsonNode contest = reading(look, "contest");
        assertThat(contest.get("status").asString()).isEqualTo("refused");
        assertThat(contest.at("/refusal/reason").asString()).contains("without a change log");
    }

    @Test
    void whereEverythingIsWithheldTheAnswerIsFour() throws IOException {
        Path export = Files.createDirectories(folder.resolve("tiny"));
        for (int i = 1; i <= 4; i++) {
            Files.writeString(export.resolve(i + ".json"), Exports.issue(i, i % 2 == 0 ? "ada" : "bo", "Major", i < 3));
        }
        Call look = Call.of("look", export, "--json", "--throwaway", "--window", "all");
        assertThat(look.code()).isEqualTo(4);
        assertThat(JsonShape.errors(look.out())).isEmpty();
        JsonNode root = JsonMapper.shared().readTree(look.out());
        assertThat(root.at("/say/kind").asString()).isEqualTo("nothing");
        assertThat(reading(look, "ledger").get("lines").valueStream()).isNotEmpty()
                .allMatch(line -> line.get("withheld").asString().startsWith("fewer than 5 "));
        Call page = Call.of("look", export, "--throwaway", "--window", "all");
        assertThat(page.code()).isEqualTo(4);
        assertThat(page.out()).contains("Not enough evidence");
    }

    @ParameterizedTest
    @CsvSource({
        "/schema, '\"desireline/2\"'", "/extra, 1", "/data/extra, 1", "/data/items, -1", "/asOf, '\"yesterday\"'",
        "/readings/0/status, '\"broken\"'", "/readings/0/status, '\"refused\"'", "/readings/0/lines/0/value, null",
        "/readings/0/lines/0/actors, 4", "/readings/0/lines/0/withheld, '\"because\"'", "/readings/0/lines/0/actor, 1"
    })
    void whatIsNotOfTheShapeIsRefused(String pointer, String value) throws IOException {
        Path export = Exports.of(Riverbank.make(1, 8), folder.resolve("export"));
        JsonNode root = JsonMapper.shared().readTree(Call.of("look", export, "--json", "--throwaway").out());
        assertThat(JsonShape.errors(root.toString())).isEmpty();
        int slash = pointer.lastIndexOf('/');
        tools.jackson.databind.node.ObjectNode parent =
                (tools.jackson.databind.node.ObjectNode) root.at(pointer.substring(0, slash));
        parent.set(pointer.substring(slash + 1), JsonMapper.shared().readTree(value));
        assertThat(JsonShape.errors(root.toString())).as(String.format(Locale.ROOT, "%s = %s", pointer, value))
                .isNotEmpty();
    }

    private static JsonNode reading(Call look, String instrument) {
        return JsonMapper.shared().readTree(look.out()).get("readings").valueStream()
                .filter(reading -> reading.get("instrument").asString().equals(instrument)).findFirst().orElseThrow();
    }
}
