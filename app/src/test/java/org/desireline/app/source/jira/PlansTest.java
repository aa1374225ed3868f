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
import org.desireline.journal.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An issue that is put into a release or a sprint is promised for its day, wherever that day is told. */
final class PlansTest {

    private static final String ONE = version("1.0", "2024-02-01");
    private static final String TWO = version("2.0", "2024-05-01");
    private static final String LATER = "{\"name\":\"later\"}";

    @TempDir
    private Path folder;
    private final List<Trouble> troubles = new ArrayList<>();

    private static String version(String name, String day) {
        return String.format(Locale.ROOT, "{\"name\":\"%s\",\"releaseDate\":\"%s\"}", name, day);
    }

    private static String change(int id, String day, String... items) {
        return String.format(Locale.ROOT, "{\"id\":\"%d\",\"author\":{\"name\":\"dan\"},"
                + "\"created\":\"2024-%sT10:00:00.000+0000\",\"items\":[%s]}", id, day, String.join(",", items));
    }

    private static String item(String field, String from, String to) {
        return String.format(Locale.ROOT, "{\"field\":\"%s\",\"from\":\"%s\",\"fromString\":\"%s\",\"to\":\"%s\","
                + "\"toString\":\"%s\"}", field, from, from, to, to);
    }

    private static String sprint(int id, String end) {
        return String.format(Locale.ROOT, "{\"boardId\":1,\"id\":%d,\"state\":\"active\",\"name\":\"S%d\"%s}", id, id,
                end.isEmpty() ? "" : ",\"endDate\":\"" + end + "\"");
    }

    private static String issue(int id, List<String> versions, List<String> sprints, String... histories) {
        return String.format(Locale.ROOT, """
            {"id":"%1$s","key":"AB-%1$s","fields":{"created":"2024-01-02T10:00:00.000+0000","project":{"key":"AB"},
             "creator":{"name":"cara"},"updated":"2024-06-02T10:00:00.000+0000","fixVersions":[%2$s],
             "customfield_1":[%3$s]},"changelog":{"total":%5$d,"histories":[%4$s]}}
            """, id, String.join(",", versions), String.join(",", sprints), String.join(",", histories),
                histories.length);
    }

    /** What was promised of AB-1: the day of the event, its verb, the target and the day promised. */
    private List<String> promises(String... issues) throws IOException {
        Path file = folder.resolve("issues.json");
        Files.writeString(file, "[" + String.join(",", issues) + "]");
        List<Event> events = new ArrayList<>();
        Sources.of(file, account -> account, (account, called) -> { }).read(events::add, troubles::add);
        return events.stream().filter(event -> event.attributes().containsKey(Field.TARGET)
                && event.subject().id().endsWith(":1")).sorted(java.util.Comparator.comparingLong(Event::atMillis))
                .map(event -> Instant.ofEpochMilli(event.atMillis()).toString().substring(0, 10) + " " + event.verb()
                        + " " + event.attributes().get(Field.TARGET) + " " + event.attributes().get(Field.DUE))
                .toList();
    }

    @Test
    void anIssueCreatedInAReleaseIsPromisedForItsDay() throws IOException {
        assertThat(promises(issue(1, List.of(ONE), List.of())))
                .containsExactly("2024-01-02 dueSet fixVersion 2024-02-01");
    }

    @Test
    void aDayThatAnotherIssueTellsIsKnownTooAndATransferIsARevision() throws IOException {
        List<String> promises = promises(
                issue(1, List.of(TWO), List.of(), change(7, "01-10", item("Fix Version", "", "1.0")),
                        change(8, "02-05", item("Fix Version", "1.0", ""), item("Fix Version", "", "2.0"))),
                issue(2, List.of(ONE), List.of()));
        assertThat(promises).containsExactly("2024-01-10 dueSet fixVersion 2024-02-01",
                "2024-02-05 dueMoved fixVersion 2024-05-01");
        assertThat(troubles).isEmpty();
    }

    @Test
    void theEarliestReleaseOfSeveralCounts() throws IOException {
        assertThat(promises(issue(1, List.of(TWO, ONE), List.of(),
                change(7, "01-10", item("Fix Version", "", "1.0")),
                change(8, "01-20", item("Fix Version", "", "2.0")))))
                .containsExactly("2024-01-10 dueSet fixVersion 2024-02-01");
    }

    @Test
    void whatLeavesDatedReleasesIsTakenBackAndTheUndatedAreCounted() throws IOException {
        List<String> promises = promises(issue(1, List.of(LATER), List.of(),
                change(7, "01-10", item("Fix Version", "", "1.0")),
                change(8, "01-20", item("Fix Version", "1.0", ""), item("Fix Version", "", "later"))),
                issue(2, List.of(ONE), List.of()));
        assertThat(promises).containsExactly("2024-01-10 dueSet fixVersion 2024-02-01",
                "2024-01-20 dueMoved fixVersion ");
        assertThat(troubles).singleElement().satisfies(trouble -> {
            assertThat(trouble.what()).startsWith("issues put into fix versions without a release day");
            assertThat(trouble.count()).isEqualTo(1);
        });
    }

    @Test
    void whereNoVersionHasADayNothingIsPromisedAndNothingWrong() throws IOException {
        assertThat(promises(issue(1, List.of(LATER), List.of()))).isEmpty();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aSprintCarriedOverIsARevision() throws IOException {
        assertThat(promises(issue(1, List.of(), List.of(sprint(8, "2024-01-17T15:00:00.000Z"),
                sprint(9, "2024-01-31T15:00:00.000Z")), change(7, "01-05", item("Sprint", "", "8")),
                change(9, "01-18", item("Sprint", "8", "8, 9")))))
                .containsExactly("2024-01-05 dueSet sprint 2024-01-17", "2024-01-18 dueMoved sprint 2024-01-31");
    }

    @Test
    void aSprintWithoutAnEndPromisesNothing() throws IOException {
        assertThat(promises(issue(1, List.of(), List.of(sprint(8, "2024-01-17T15:00:00.000Z"), sprint(9, "")),
                change(7, "01-05", item("Sprint", "", "8")), change(9, "01-18", item("Sprint", "8", "8, 9")))))
                .containsExactly("2024-01-05 dueSet sprint 2024-01-17", "2024-01-18 dueMoved sprint ");
    }

    @Test
    void theOldTextOfASprintTellsItsEnd() throws IOException {
        String text = "\"com.atlassian.greenhopper.service.sprint.Sprint@1[rapidViewId=1,state=ACTIVE,name=S,"
                + "startDate=2024-01-02T15:00:00.000Z,endDate=2024-01-17T15:00:00.000Z,completeDate=<null>,id=8]\"";
        assertThat(promises(issue(1, List.of(), List.of(text))))
                .containsExactly("2024-01-02 dueSet sprint 2024-01-17");
    }
}
