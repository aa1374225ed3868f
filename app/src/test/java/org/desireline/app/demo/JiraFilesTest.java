package org.desireline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.desireline.app.source.Sources;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.desireline.world.Person;
import org.desireline.world.Riverbank;
import org.desireline.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JiraFilesTest {

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}\\+0000";

    private final World world = Riverbank.make(5, 20);

    @TempDir
    private Path folder;

    @Test
    void theSameWorldGivesTheSameBytes() throws IOException {
        JiraFiles.write(world, folder.resolve("once"));
        JiraFiles.write(Riverbank.make(5, 20), folder.resolve("again"));
        List<Path> once = files("once");
        List<Path> again = files("again");
        assertThat(once.stream().map(Path::getFileName)).isEqualTo(again.stream().map(Path::getFileName).toList());
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i)).hasSameBinaryContentAs(once.get(i));
        }
    }

    @Test
    void pagesHoldFiftyIssuesEachAndAllOfThem() throws IOException {
        int written = JiraFiles.write(world, folder.resolve("pages"));
        assertThat(written).isEqualTo(world.items().size());
        List<Path> pages = files("pages");
        assertThat(pages).hasSize((written + 49) / 50);
        assertThat(pages.getFirst()).hasFileName("page-000.json");
        int start = 0;
        Set<String> keys = new HashSet<>();
        for (Path page : pages) {
            JsonNode json = read(page);
            assertThat(json.get("startAt").asInt()).isEqualTo(start);
            assertThat(json.get("maxResults").asInt()).isEqualTo(50);
            assertThat(json.get("total").asInt()).isEqualTo(written);
            json.get("issues").forEach(issue -> keys.add(issue.get("key").asString()));
            start += json.get("issues").size();
        }
        assertThat(keys).hasSize(written).contains("RB-1", "RB-" + written);
    }

    @Test
    void theHistoryOfAFieldEndsWhereTheFieldStands() throws IOException {
        for (JsonNode issue : issues()) {
            JsonNode fields = issue.get("fields");
            Map<String, String> last = new HashMap<>();
            JsonNode changelog = issue.get("changelog");
            assertThat(changelog.get("total").asInt()).isEqualTo(changelog.get("histories").size());
            for (JsonNode history : changelog.get("histories")) {
                assertThat(history.get("created").asString()).matches(DATE);
                for (JsonNode entry : history.get("items")) {
                    String field = entry.get("field").asString();
                    String from = entry.get("fromString").asString("");
                    if (!field.equals("Link")) {
                        assertThat(from).as(issue.get("key").asString() + " " + field)
                                .isEqualTo(last.getOrDefault(field, field.equals("status") ? "To Do"
                                        : field.equals("priority") ? from : ""));
                    }
                    last.put(field, entry.get("toString").asString(""));
                }
            }
            assertThat(fields.get("status").get("name").asString()).isEqualTo(last.getOrDefault("status", "To Do"));
            assertThat(fields.at("/resolution/name").asString("")).isEqualTo(last.getOrDefault("resolution", ""));
            assertThat(fields.at("/assignee/displayName").asString("")).isEqualTo(last.getOrDefault("assignee", ""));
            assertThat(fields.get("resolution").isNull()).isEqualTo(fields.get("resolutiondate").isNull());
        }
    }

    @Test
    void sizesArriveAsSecondsWithTheCreation() throws IOException {
        JiraFiles.write(world, folder.resolve("sizes"));
        Map<String, String> read = new HashMap<>();
        for (Path page : files("sizes")) {
            Sources.of(page, account -> "token", (account, called) -> { }).read(event -> {
                if (event.verb() == Verb.created) {
                    read.put(event.attributes().getOrDefault(Field.KEY, ""),
                            event.attributes().getOrDefault(Field.ESTIMATE, ""));
                }
            }, trouble -> { });
        }
        Map<String, String> lived = new HashMap<>();
        world.items().forEach(item -> lived.put("RB-" + item.number(), Long.toString(item.estimateSeconds())));
        assertThat(read).isEqualTo(lived).doesNotContainValue("0");
    }

    @Test
    void linksAreNamedAtBothEnds() throws IOException {
        Set<String> outward = new HashSet<>();
        Set<String> inward = new HashSet<>();
        for (JsonNode issue : issues()) {
            String key = issue.get("key").asString();
            for (JsonNode link : issue.get("fields").get("issuelinks")) {
                String id = link.get("id").asString();
                if (link.has("outwardIssue")) {
                    outward.add(id + " " + key + " " + link.at("/outwardIssue/key").asString());
                } else {
                    inward.add(id + " " + link.at("/inwardIssue/key").asString() + " " + key);
                }
            }
        }
        assertThat(outward).isNotEmpty().isEqualTo(inward);
    }

    @Test
    void everyIssueHasTheFieldsOfARealOne() throws IOException {
        for (JsonNode issue : issues()) {
            assertThat(issue.propertyNames()).contains("id", "self", "key", "fields", "changelog");
            assertThat(issue.get("self").asString())
                    .isEqualTo("https://jira.riverbank.example/rest/api/2/issue/" + issue.get("id").asString());
            JsonNode fields = issue.get("fields");
            assertThat(fields.propertyNames()).contains("summary", "issuetype", "project", "created", "updated",
                    "status", "priority", "resolution", "resolutiondate", "assignee", "creator", "reporter",
                    "components", "labels", "fixVersions", "duedate", "issuelinks", "subtasks", "comment", "worklog");
            assertThat(fields.get("created").asString()).matches(DATE);
            assertThat(fields.at("/comment/total").asInt()).isEqualTo(fields.at("/comment/comments").size());
            assertThat(fields.at("/worklog/total").asInt()).isEqualTo(fields.at("/worklog/worklogs").size());
            assertThat(fields.at("/status/statusCategory/key").asString()).isIn("new", "indeterminate", "done");
        }
    }

    @Test
    void textsNameNobody() throws IOException {
        List<String> words = world.people().stream().map(Person::name)
                .flatMap(name -> Stream.of(name.split(" ", -1))).toList();
        for (JsonNode issue : issues()) {
            String text = issue.get("fields").get("summary").asString()
                    + issue.at("/fields/comment/comments").valueStream()
                            .map(comment -> comment.get("body").asString()).toList();
            assertThat(words).noneMatch(text::contains);
        }
    }

    @Test
    void anEmptyWorldIsOneEmptyPage() throws IOException {
        World empty = new World("Nowhere", 0, 1, List.of(), List.of());
        assertThat(JiraFiles.write(empty, folder.resolve("empty"))).isZero();
        assertThat(read(files("empty").getFirst()).get("issues").isEmpty()).isTrue();
    }

    private List<JsonNode> issues() throws IOException {
        JiraFiles.write(world, folder.resolve("issues"));
        List<JsonNode> issues = new ArrayList<>();
        for (Path page : files("issues")) {
            read(page).get("issues").forEach(issues::add);
        }
        return issues;
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.sorted().toList();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(file));
    }
}
