package org.desireline.app.source.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desireline.app.source.Sources;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sprint is a plan while it lasts. */
final class SprintsTest {

    private static final String ISSUE = """
            {"id":"7","key":"AB-7","fields":{"created":"2024-01-02T10:00:00.000+0000",
             "updated":"2024-06-02T10:00:00.000+0000","customfield_1":[SPRINTS]},
             "changelog":{"total":0,"histories":[]}}
            """;
    private static final String CLOSED = """
            {"boardId":1,"state":"closed","name":"One","completeDate":"2024-02-02T10:00:00.000Z"}""";
    private static final String ACTIVE = """
            {"boardId":1,"state":"active","name":"Two"}""";

    @TempDir
    private Path folder;

    @Test
    void theLastOfClosedSprintsEndsThePlan() throws IOException {
        List<Event> ends = ends(CLOSED + "," + CLOSED.replace("2024-02-02", "2024-03-03"));
        assertThat(ends).singleElement().satisfies(event -> {
            assertThat(event.atMillis()).isEqualTo(Instant.parse("2024-03-03T10:00:00Z").toEpochMilli());
            assertThat(event.actor()).isNull();
        });
    }

    @Test
    void anActiveSprintIsAPlan() throws IOException {
        assertThat(ends(CLOSED + "," + ACTIVE)).isEmpty();
    }

    @Test
    void theOldTextOfASprintIsUnderstood() throws IOException {
        String text = "\"com.atlassian.greenhopper.service.sprint.Sprint@1[rapidViewId=1,state=%s,name=S,"
                + "completeDate=%s]\"";
        assertThat(ends(String.format(Locale.ROOT, text, "CLOSED", "2024-02-02T10:00:00.000Z"))).hasSize(1);
        assertThat(ends(String.format(Locale.ROOT, text, "ACTIVE", "<null>"))).isEmpty();
    }

    private List<Event> ends(String sprints) throws IOException {
        Path file = folder.resolve("issue.json");
        Files.writeString(file, ISSUE.replace("SPRINTS", sprints));
        List<Event> events = new ArrayList<>();
        Sources.of(file, account -> "token", (account, called) -> { }).read(events::add, trouble -> { });
        return events.stream().filter(event -> event.verb() == Verb.scopeMoved
                && "".equals(event.attributes().get(Field.SPRINT))).toList();
    }
}
