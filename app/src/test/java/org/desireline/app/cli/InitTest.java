package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.JsonShape;
import org.desireline.app.charterfile.CharterFiles;
import org.desireline.app.run.Analysis;
import org.desireline.charter.Mistake;
import org.desireline.charter.Phase;
import org.desireline.finding.LivedOrder;
import org.desireline.finding.LivedOrder.Rank;
import org.desireline.publish.Head;
import org.desireline.time.Window;
import org.desireline.world.Riverbank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The draft of a charter: in the lived order where the contests tell it, and readable whatever names hold. */
class InitTest {

    @TempDir
    private Path folder;

    @Test
    void theDraftOfTheDemoIsInTheLivedOrder() throws IOException {
        Path charter = folder.resolve("new/charter.yaml");
        Call init = init(Exports.of(Riverbank.make(Riverbank.SEED, Riverbank.WEEKS), folder.resolve("export")),
                charter);
        assertThat(init.code()).as(init.all()).isZero();
        assertThat(init.out()).contains("the tracker's   Blocker > Critical > Major > Minor",
                "as lived        Blocker > Major > Minor > Critical", "not enough evidence for Blocker",
                "1. Open", "desireline report", "desireline check");
        assertThat(CharterFiles.read(charter).mistakes()).isEmpty();
        String text = Files.readString(charter);
        assertThat(text).contains("# started before Critical\n", "# after Major, Minor\n",
                "# not enough evidence: keeps the tracker's place beside its neighbours\n",
                "# The tracker's own order: Blocker > Critical > Major > Minor\n");
        JsonNode root = new YAMLMapper().readTree(text);
        assertThat(ids(root)).containsExactly("blocker", "major", "minor", "critical");
        assertThat(root.at("/priorities/3/id").asString()).isEqualTo("critical");
        assertThat(root.at("/priorities/3/includes/where").asString()).isEqualTo("priority == 'Critical'");
        assertThat(root.get("assumed").asBoolean()).isTrue();
        assertThat(root.get("from").asString()).isEqualTo("2026-01-19");
        assertThat(root.get("timezone").asString()).isEqualTo("UTC");
        assertThat(root.get("week").asString()).isEqualTo("Mon-Fri 09:00-17:00");
        assertThat(root.at("/statuses/In Progress").asString()).isEqualTo("working");
    }

    @Test
    void withoutEvidenceItIsTheTrackersOrderAndSaysSo() throws IOException {
        Path charter = folder.resolve("charter.yaml");
        Call init = init(Exports.small(folder.resolve("export")), charter);
        assertThat(init.code()).as(init.all()).isZero();
        assertThat(init.out()).contains("Not enough evidence for a lived order: ");
        assertThat(Files.readString(charter)).contains("# Not enough evidence for a lived order: ",
                "this is the tracker's own order");
        assertThat(ids(new YAMLMapper().readTree(Files.readString(charter)))).containsExactly("major", "minor");
    }

    @Test
    void aCharterThatIsThereIsNotOverwrittenUnlessAsked() throws IOException {
        Path charter = folder.resolve("charter.yaml");
        Files.writeString(charter, "mine\n");
        Path export = Exports.small(folder.resolve("export"));
        Call init = init(export, charter);
        assertThat(init.code()).isEqualTo(2);
        assertThat(init.talk()).contains("is there already", "Perhaps", "--force");
        assertThat(charter).hasContent("mine\n");
        assertThat(init(export, charter, "--force").code()).isZero();
        assertThat(Files.readString(charter)).contains("priorities:");
        assertThat(init(export, export, "--force").code()).as("a folder").isEqualTo(3);
    }

    @Test
    void theJsonHasThePublishedShape() throws IOException {
        Call init = init(Exports.small(folder.resolve("export")), folder.resolve("charter.yaml"), "--json");
        assertThat(JsonShape.errors(init.out())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien \\ \"x\"", "\u001b[31m\r\n- {a: b}\u202e", "all", "true", "1: high", "#1", "- x",
        "a/b", "\ud83d\ude00", "%", "&a *a", "'", "{{", "é"})
    void anyNameGivesADraftThatReadsBack(String name) throws IOException {
        List<Rank> ranks = List.of(new Rank(name, List.of(name + "2"), List.of()),
                new Rank(name + "2", List.of(), List.of(name)), new Rank(name + "!", List.of(), List.of()));
        String text = new CharterSketch(head(ranks), new Analysis.Rules("Mon-Fri 09:00-17:00",
                Map.of("jira/A", Map.of(name, Phase.working, "Open", Phase.queued),
                        "jira/B", Map.of(name, Phase.review, "Open", Phase.queued))),
                new LivedOrder(ranks, ""), "first").text();
        assertThat(text).startsWith("# yaml-language-server: $schema=first\n");
        assertThat(text.codePoints().filter(c -> c != '\n').anyMatch(Character::isISOControl)).isFalse();
        Path file = folder.resolve("charter.yaml");
        Files.writeString(file, text);
        assertThat(CharterFiles.read(file).mistakes().stream().map(Mistake::text)).isEmpty();
        JsonNode root = new YAMLMapper().readTree(text);
        List<String> ids = root.get("priorities").valueStream().map(each -> each.get("id").asString()).toList();
        assertThat(ids).hasSize(3).doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}"));
        assertThat(root.get("statuses").get("Open").asString()).isEqualTo("queued");
        assertThat(root.get("statuses").get("jira/B").get(name).asString()).isEqualTo("review");
    }

    @Test
    void theFirstLineNamesTheSchemaToEditors() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Path home = folder.resolve("a home");
        Call init = Call.of("init", "--from", export, "--home", home, "--charter", folder.resolve("c/charter.yaml"));
        assertThat(init.code()).as(init.all()).isZero();
        assertThat(Files.readAllLines(folder.resolve("c/charter.yaml")).getFirst())
                .isEqualTo("# yaml-language-server: $schema=../a%20home/charter-1.schema.json");
        assertThat(home.resolve("charter-1.schema.json")).hasContent(CharterFiles.schema());
        Call check = Call.of("check", "--home", home, "--charter", folder.resolve("c/charter.yaml"));
        assertThat(check.code()).as(check.all()).isZero();
        assertThat(check.out()).contains("can be used", "names no gate");
    }

    @Test
    void withoutPrioritiesAnExampleStandsThere() throws IOException {
        String text = new CharterSketch(head(List.of()), new Analysis.Rules("Mon-Fri 09:00-17:00", Map.of()),
                new LivedOrder(List.of(), "Not enough evidence for a lived order: none."), "s").text();
        JsonNode root = new YAMLMapper().readTree(text);
        assertThat(root.at("/priorities/0/id").asString()).isEqualTo("everything");
        Files.writeString(folder.resolve("charter.yaml"), text);
        assertThat(CharterFiles.read(folder.resolve("charter.yaml")).hasErrors()).isFalse();
        assertThat(root.has("statuses")).isFalse();
    }

    private static Head head(List<Rank> ranks) {
        Window window = Window.parse("2026Q1", 0, 1_790_000_000_000L, java.time.ZoneOffset.UTC);
        return new Head(1_790_000_000_000L, window, "Europe/Zurich", "sha256:0", "2026-01-01", true,
                ranks.stream().map(Rank::name).toList(),
                new Head.Data(9, 0, 90, 9, 9, 0, 0, 0, 0, 0, 0, 9, 9, 0, 1, Head.Work.NONE,
                        Head.Activities.NONE),
                List.of());
    }

    private static List<String> ids(JsonNode root) {
        return root.get("priorities").valueStream().map(each -> each.get("id").asString()).toList();
    }

    private Call init(Path export, Path charter, Object... more) {
        List<Object> all = new ArrayList<>(List.of("init", "--throwaway", "--from", export, "--charter", charter));
        all.addAll(List.of(more));
        return Call.of(all.toArray());
    }
}
