package org.desireline.app.source.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.desireline.app.EventTable;
import org.desireline.app.Exports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hand-made pages, each beside the table of the events it holds, and the shapes in which pages come. */
class JiraReaderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"issue.json", "fields.json", "links.json", "moved.json", "snapshot.json", "partial.json",
        "nobody.json", "lines.jsonl", "twice"})
    void everyPageGivesTheEventsOfItsTable(String page) throws IOException {
        String table = Files.readString(resource(page.replaceAll("[.]jsonl?$", "") + ".txt"));
        assertThat(EventTable.of(resource(page)).text()).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource({"bare issue, issue", "page of a search, page", "array, array", "line, lines"})
    void anIssueIsTheSameInEveryShape(String shape, String kind) throws IOException {
        JsonNode issue = JsonMapper.shared().readTree(Files.readAllBytes(resource("issue.json")));
        String text = issue.toString();
        String written = switch (kind) {
            case "page" -> "{\"startAt\":0,\"total\":1,\"issues\":[" + text + "]}";
            case "array" -> "[" + text + "]";
            case "lines" -> text + "\n\n";
            default -> "\ufeff" + issue.toPrettyString();
        };
        Path file = folder.resolve(kind.equals("lines") ? "a.jsonl" : "a.json");
        Files.writeString(file, written);
        assertThat(EventTable.of(file).text()).as(shape).isEqualTo(EventTable.of(resource("issue.json")).text());
    }

    @Test
    void filesFoldersArchivesAndPackedFilesHoldTheSame() throws IOException {
        List<String> expected = sorted(EventTable.of(resource("links.json")));
        Map<String, byte[]> issues = new LinkedHashMap<>();
        for (JsonNode issue : JsonMapper.shared().readTree(Files.readAllBytes(resource("links.json")))) {
            issues.put("deep/" + issue.get("key").asString() + ".json", Exports.bytes(issue.toString()));
        }
        Path plain = Files.createDirectories(folder.resolve("plain/deep"));
        Path packed = Files.createDirectories(folder.resolve("packed"));
        Map<String, byte[]> packedInZip = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> issue : issues.entrySet()) {
            Files.write(plain.resolve(issue.getKey().substring(5)), issue.getValue());
            Path file = Exports.gzip(packed.resolve(issue.getKey().substring(5) + ".gz"), issue.getValue());
            packedInZip.put(issue.getKey() + ".gz", Files.readAllBytes(file));
        }
        assertThat(sorted(EventTable.of(folder.resolve("plain")))).isEqualTo(expected);
        assertThat(sorted(EventTable.of(packed))).isEqualTo(expected);
        assertThat(sorted(EventTable.of(Exports.zip(folder.resolve("a.zip"), issues)))).isEqualTo(expected);
        assertThat(sorted(EventTable.of(Exports.zip(folder.resolve("b.ZIP"), packedInZip)))).isEqualTo(expected);
        Path nested = Files.createDirectories(folder.resolve("nested"));
        Exports.zip(nested.resolve("in.zip"), issues);
        assertThat(sorted(EventTable.of(nested))).isEqualTo(expected);
    }

    @Test
    void theOrderOfEntriesInAnArchiveChangesNothing() throws IOException {
        List<String> names = List.of("fields.json", "links.json", "moved.json", "snapshot.json", "partial.json");
        Map<String, byte[]> there = new LinkedHashMap<>();
        Map<String, byte[]> back = new LinkedHashMap<>();
        for (String name : names) {
            there.put(name, Files.readAllBytes(resource(name)));
        }
        for (String name : names.reversed()) {
            back.put(name, Files.readAllBytes(resource(name)));
        }
        Files.createDirectories(folder.resolve("1"));
        Files.createDirectories(folder.resolve("2"));
        EventTable first = EventTable.of(Exports.zip(folder.resolve("1/a.zip"), there));
        EventTable second = EventTable.of(Exports.zip(folder.resolve("2/a.zip"), back));
        assertThat(first.rows(true)).hasSizeGreaterThan(30).isEqualTo(second.rows(true));
        assertThat(actors(first)).isEqualTo(actors(second));
    }

    @Test
    void ofTwoCopiesTheOneUpdatedLaterCountsInAnyOrder() {
        Path newer = resource("twice/a-newer.json");
        Path older = resource("twice/b-older.json");
        String table = EventTable.of(newer, older).text();
        assertThat(EventTable.of(older, newer).text()).isEqualTo(table).contains("label=late").doesNotContain("early");
    }

    @Test
    void lookingTwiceAtTheSameFileAddsNoEvent() {
        assertThat(EventTable.of(resource("issue.json"), resource("issue.json")).text())
                .isEqualTo(EventTable.of(resource("issue.json")).text());
    }

    @Test
    void noWordThatAPersonWroteIsHandedOn() {
        for (String page : List.of("issue.json", "fields.json", "nobody.json")) {
            assertThat(String.join("\n", EventTable.of(resource(page)).rows(true)))
                    .doesNotContain("Person", "saw it too", "Thank you", "gate does not", "rain");
        }
    }

    private static List<Integer> actors(EventTable table) {
        List<Integer> actors = new ArrayList<>();
        table.journal().read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                actors.add(batch.actor()[row]);
            }
        });
        return actors;
    }

    private static List<String> sorted(EventTable table) {
        return table.rows(false).stream().sorted().toList();
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(JiraReaderTest.class.getResource("/jira/" + name), name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }
}
