package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desireline.app.Call;
import org.desireline.app.JsonShape;
import org.desireline.app.Repository;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether teams pull together and who steps in, as it is printed; and what is said where none of it can be known. */
class TogetherTest {

    private static final int COMMITS = 40;

    @TempDir
    private Path folder;

    private static JsonNode refusal(String json, String instrument) {
        assertThat(JsonShape.errors(json)).isEmpty();
        List<JsonNode> found = new ArrayList<>();
        JsonMapper.shared().readTree(json).get("readings").forEach(reading -> {
            if (reading.get("instrument").asString().equals(instrument)) {
                found.add(reading);
            }
        });
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().get("status").asString()).isEqualTo("refused");
        assertThat(found.getFirst().get("lines")).isEmpty();
        return found.getFirst().get("refusal");
    }

    @Test
    void aTeamThatPullsTheOtherWayIsSaidToAndSoAreTheHoursOfTheEvening() {
        Call call = Call.of("demo", "--world", "opposed", "--seed", 1, "--into", folder, "--no-browser");
        assertThat(call.code()).isZero();
        String page = call.out().replaceAll("\\s+", " ");
        assertThat(page).contains("Busy, and pulling together?", "some two of the teams pull in opposite directions",
                "What rests on somebody stepping in", "h a week, outside (95 %)");
        Call json = Call.of("look", "--home", folder.resolve(".desireline"), "--charter",
                folder.resolve("charter.yaml"), "--json");
        assertThat(JsonShape.errors(json.out())).isEmpty();
        assertThat(json.out()).contains("\"coherence/all/all/opposite\"", "\"compensation/all/all/outsideShare\"");
        Leaks.none(json, List.of("Anchorite", "Bollard", "alba.", "basalt", "Cambric"), "look --json");
        Leaks.none(call, List.of("Anchorite", "Bollard", "alba.", "basalt", "Cambric"), "demo");
    }

    @Test
    void ofALoneRepositoryNeitherIsTold() throws IOException, GitAPIException {
        Path work = folder.resolve("repo");
        try (Repository made = Repository.in(work)) {
            for (int i = 1; i <= COMMITS; i++) {
                made.commit("Person " + i % 7, "p" + i % 7 + "@mail.example", String.format(java.util.Locale.ROOT,
                        "2026-%02d-%02dT22:00:00Z", 1 + i / 20, 1 + i % 20), "change " + i);
            }
        }
        String json = Call.of("look", work, "--throwaway", "--window", "all", "--json").out();
        assertThat(refusal(json, "coherence").get("reason").asString())
                .isEqualTo("nobody is declared to be a member of a team");
        assertThat(refusal(json, "compensation").get("reason").asString())
                .isEqualTo("no work is on record in whole weeks of the window");
        assertThat(Call.of("look", work, "--throwaway", "--window", "all").out())
                .doesNotContain("pulling together", "stepping in");
    }
}
