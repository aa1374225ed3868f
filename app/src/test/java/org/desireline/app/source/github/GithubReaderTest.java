package org.desireline.app.source.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.app.EventTable;
import org.desireline.app.Exports;
import org.desireline.app.source.Sources;
import org.desireline.journal.Event;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hand-made pages of GitHub, each beside the table of the events it holds, and the shapes in which pages come. */
class GithubReaderTest {

    private static final List<String> PAGES = List.of("issues", "pulls", "events", "reviews-7", "comments",
            "review-comments", "timeline-7");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pages", "snapshot.json", "gh.json", "archive.json", "hostile.json"})
    void everyPageGivesTheEventsOfItsTable(String page) throws IOException {
        String table = Files.readString(resource(page.replace(".json", "") + ".txt"));
        assertThat(EventTable.of(resource(page)).text()).isEqualTo(table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"array of arrays", "arrays after one another", "one a line", "packed", "a page a record"})
    void pagesAreTheSameInEveryShape(String shape) throws IOException {
        List<String> expected = EventTable.of(resource("pages")).rows(false);
        Path pages = Files.createDirectories(folder.resolve("pages"));
        for (String page : PAGES) {
            JsonNode whole = JsonMapper.shared().readTree(Files.readAllBytes(resource("pages/" + page + ".json")));
            JsonNode first = whole.get(0);
            StringBuilder rest = new StringBuilder();
            StringBuilder lines = new StringBuilder();
            int n = 0;
            for (JsonNode record : whole) {
                rest.append(n == 0 ? "" : rest.isEmpty() ? record : "," + record);
                lines.append(record).append('\n');
                if (shape.equals("a page a record")) {
                    Files.writeString(pages.resolve(n + "-" + page + ".json"), record.toString());
                }
                n++;
            }
            switch (shape) {
                case "array of arrays" -> Files.writeString(pages.resolve(page + ".json"),
                        "[[" + first + "],[" + rest + "]]");
                case "arrays after one another" -> Files.writeString(pages.resolve(page + ".json"),
                        "[" + first + "]\n[" + rest + "]");
                case "one a line" -> Files.writeString(pages.resolve(page + ".jsonl"), lines);
                case "packed" -> Exports.gzip(pages.resolve(page + ".json.gz"), Exports.bytes(whole.toString()));
                default -> { }
            }
        }
        assertThat(EventTable.of(pages).rows(false)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theOrderOfDocumentsChangesNothing() throws IOException {
        Path there = Files.createDirectories(folder.resolve("there"));
        Path back = Files.createDirectories(folder.resolve("back"));
        for (int i = 0; i < PAGES.size(); i++) {
            byte[] page = Files.readAllBytes(resource("pages/" + PAGES.get(i) + ".json"));
            Files.write(there.resolve("p" + i + "-7.json"), page);
            Files.write(back.resolve("p" + (PAGES.size() - i) + "-7.json"), page);
        }
        assertThat(EventTable.of(there).rows(false)).isEqualTo(EventTable.of(back).rows(false));
    }

    @Test
    void whatTwoKindsOfPageTellIsOneEvent() throws IOException {
        Path without = Files.createDirectories(folder.resolve("without"));
        for (String page : PAGES) {
            if (!page.startsWith("timeline")) {
                Files.copy(resource("pages/" + page + ".json"), without.resolve(page + ".json"));
            }
        }
        List<String> fewer = EventTable.of(without).rows(false);
        List<String> more = EventTable.of(resource("pages")).rows(false);
        assertThat(more.stream().filter(row -> !fewer.contains(row) && !row.startsWith("!"))
                .map(row -> row.replaceAll(" .*", "")))
                .as("only the timeline tells of commits").containsExactly("committed");
    }

    @Test
    void pagesImportedApartGiveTheSameIdsAsTogether() throws IOException {
        Set<String> apart = new TreeSet<>();
        for (String page : PAGES) {
            apart.addAll(ids(resource("pages/" + page + ".json")));
        }
        assertThat(apart).containsAll(ids(resource("pages")));
    }

    @Test
    void aReviewOfAnArchiveIsTheOneOfThePages() throws IOException {
        assertThat(EventTable.of(resource("archive.json"), resource("pages")).rows(false).stream()
                .filter(row -> row.startsWith("reviewed") && row.contains("verdict=changes"))).hasSize(1);
    }

    @Test
    void noWordThatAPersonWroteIsHandedOn() {
        for (String page : List.of("pages", "gh.json", "archive.json")) {
            assertThat(String.join("\n", EventTable.of(resource(page)).rows(true)))
                    .doesNotContain("sticks", "rains", "words of a person", "Ada Oak", "hinge", "Never", "<b>");
        }
    }

    @Test
    void aPullRequestTellsOnTheItemThatItsTitleOrItsBranchNames() throws IOException {
        Path tracker = folder.resolve("tracker.json");
        Files.writeString(tracker, """
                [{"id":"1","key":"RB-12","fields":{"project":{"key":"RB"},"created":"2026-03-01T09:00:00.000+0000",
                  "updated":"2026-03-09T09:00:00.000+0000","status":{"name":"Open"}},
                  "changelog":{"total":0,"histories":[]}},
                 {"id":"2","key":"RB-13","fields":{"project":{"key":"RB"},"created":"2026-03-01T09:00:00.000+0000",
                  "updated":"2026-03-09T09:00:00.000+0000","status":{"name":"Open"}},
                  "changelog":{"total":0,"histories":[]}}]
                """);
        assertThat(EventTable.of(tracker, resource("pages")).rows(false).stream()
                .filter(row -> row.contains("jira:local:1 ") && !row.startsWith("created"))).containsExactly(
                        "reviewRequested  2026-03-03T10:00:00Z  jira:local:1  @ada",
                        "reviewed  2026-03-04T08:00:00Z  jira:local:1  @dee  verdict=comment",
                        "reviewed  2026-03-04T09:00:00Z  jira:local:1  @cy  verdict=changes",
                        "reviewed  2026-03-04T09:30:00Z  jira:local:1  -  verdict=comment",
                        "reviewed  2026-03-05T09:00:00Z  jira:local:1  @cy  verdict=approved",
                        "merged  2026-03-06T08:00:00Z  jira:local:1  @cy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"message\":\"Not Found\",\"documentation_url\":\"https://docs.github.com/rest\"}",
        "[{\"node_id\":\"x\",\"a\":", "[{\"node_id\":\"x\",\"sha\":\"f00\",\"commit\":{}}]"})
    void whatHoldsNothingUsableIsAFailure(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("pages.json"), text);
        assertThatThrownBy(() -> EventTable.of(file)).isInstanceOf(SourceException.class)
                .hasMessageContaining("could be read");
    }

    @Test
    void whatIsNestedTooDeepIsATroubleAndTheRestCounts() throws IOException {
        Files.copy(resource("snapshot.json"), folder.resolve("a.json"));
        Files.writeString(folder.resolve("b.json"), "[{\"node_id\":\"x\",\"number\":1,\"url\":"
                + "[".repeat(5000) + "]".repeat(5000) + "}]");
        assertThat(EventTable.of(folder).rows(false)).anyMatch(row -> row.contains("is nested deeper than 200 levels"))
                .anyMatch(row -> row.startsWith("created"));
    }

    private static Set<String> ids(Path path) {
        List<Event> events = new ArrayList<>();
        List<Trouble> troubles = new ArrayList<>();
        Sources.of(path, account -> account, (account, called) -> { }).read(events::add, troubles::add);
        TreeSet<String> ids = new TreeSet<>();
        events.stream().filter(event -> event.subject().id().startsWith("github:"))
                .forEach(event -> ids.add(event.id().toString() + event.atMillis()));
        return ids;
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(GithubReaderTest.class.getResource("/github/" + name), name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }
}
