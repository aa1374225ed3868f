package org.desireline.app.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.desireline.journal.Event;
import org.desireline.journal.Origin;
import org.desireline.journal.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a commit. */
class GitEventsTest {

    private static final long NEWEST = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();

    private final TreeSet<String> called = new TreeSet<>();

    private static GitCommit commit(String hash, String who, String email, String authored, String recorded,
            String message) {
        return new GitCommit(hash, who, email, Instant.parse(authored).toEpochMilli(),
                Instant.parse(recorded).toEpochMilli(), false, message);
    }

    private static GitCommit dated(String authored, String recorded) {
        return commit("aa", "Ada Lovelace", "ada@x.example", authored, recorded, "RB-1: x");
    }

    /** Events, then troubles, a line each. */
    private List<String> table(GitCommit... commits) {
        GitEvents translation = new GitEvents("repo", NEWEST, account -> "@" + account,
                (account, name) -> called.add(account + " is " + name));
        for (GitCommit commit : commits) {
            translation.commit(commit);
        }
        List<String> table = new ArrayList<>();
        translation.finish(event -> table.add(line(event)), trouble -> table.add(line(trouble)));
        return table;
    }

    private static String line(Event event) {
        assertThat(event.links()).isEmpty();
        assertThat(event.origin().source()).isEqualTo("git");
        return event.verb() + " " + Instant.ofEpochMilli(event.atMillis()) + " " + event.subject().id() + " "
                + (event.actor() == null ? "-" : event.actor().id()) + " " + event.attributes() + " "
                + Origin.shown(event.origin().pointer(), event.origin().record());
    }

    private static String line(Trouble trouble) {
        return "! " + trouble.severity().label() + " " + trouble.where() + " · " + trouble.what() + " · "
                + trouble.count();
    }

    @Test
    void aCommitCountsOnceForEachItemItNamesWhenItWasWritten() {
        assertThat(table(
                commit("aa", "Ada Lovelace", "Ada@X.example", "2026-02-01T10:00:00Z", "2026-03-01T00:00:00Z",
                        "RB-12: begin\n\nFor RB-3 too, and again for RB-12.\n\nCloses: CORE_2-7\n"),
                commit("bb", "Bob", "", "2026-02-02T10:00:00Z", "2026-02-02T10:00:00Z", "(RB-13) go on"),
                commit("cc", "", " ", "2026-02-03T10:00:00Z", "2026-02-03T10:00:00Z", "RB-14"))).containsExactly(
                "committed 2026-02-01T10:00:00Z key:CORE_2-7 @git:ada@x.example {recorded=1772323200000} repo!aa",
                "committed 2026-02-01T10:00:00Z key:RB-12 @git:ada@x.example {recorded=1772323200000} repo!aa",
                "committed 2026-02-01T10:00:00Z key:RB-3 @git:ada@x.example {recorded=1772323200000} repo!aa",
                "committed 2026-02-02T10:00:00Z key:RB-13 @git:Bob {recorded=1770026400000} repo!bb",
                "committed 2026-02-03T10:00:00Z key:RB-14 - {recorded=1770112800000} repo!cc");
        assertThat(called).containsExactly("git:Bob is Bob", "git:ada@x.example is Ada Lovelace");
    }

    @Test
    void whatNamesNoItemAndWhatMergesIsCounted() {
        GitCommit plain = commit("aa", "Ada", "a@x.example", "2026-02-01T10:00:00Z", "2026-02-01T10:00:00Z", "tidy");
        GitCommit merge = new GitCommit("bb", "Ada", "a@x.example", plain.authoredMillis(), plain.recordedMillis(),
                true, "Merge RB-12");
        assertThat(table(plain, merge, plain)).containsExactly(
                "! note repo · commits that name no item: not counted as work on any · 2",
                "! note repo · merges: not counted as work · 1");
        assertThat(called).isEmpty();
    }

    @Test
    void aDateThatCannotBeTrueDoesNotCount() {
        assertThat(table(dated("1989-12-31T23:59:59Z", "2026-02-01T00:00:00Z"),
                dated("2026-02-03T00:00:01Z", "2026-02-01T00:00:00Z"),
                dated("2026-06-01T00:00:01Z", "2026-06-01T00:00:00Z"),
                dated("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"))).containsExactly(
                "! warning repo · commits dated before 1990: they do not count · 2",
                "! warning repo · commits dated more than two days after they, or anything in the repository, came"
                        + " there: they do not count · 2");
        assertThat(table(dated("2026-02-03T00:00:00Z", "2026-02-01T00:00:00Z"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "RB-1 | RB-1", "rb-1 Rb-2 | ''", "R-1 | ''", "RB-1RB-2 | RB-1", "feature/RB-10_x,RB-007. | RB-007 RB-10",
        "xRB-1 9RB-2 | ''", "_RB-3 -RB-4 | RB-3 RB-4", "RB-RB-5 | RB-5", "RB- RB 6 | ''", "\u00c4RB-7 | RB-7",
        "'RB-8'';DROP TABLE event;--<script>RB-9' | RB-8 RB-9"})
    void aKeyIsWrittenInCapitals(String message, String keys) {
        assertThat(String.join(" ", GitEvents.keys(message))).isEqualTo(keys);
    }

    @Test
    void aMessageThatIsHugeOrOddDoesNoHarm() {
        String huge = "A".repeat(1 << 20) + "-" + "9".repeat(1 << 20) + "\u0000\ud800 RB-1 " + "RB-".repeat(1 << 18)
                + "A_".repeat(1 << 20) + " ";
        assertThat(GitEvents.keys(huge)).containsExactly("RB-1");
    }

    @Test
    void aCommitIsTheSameInEveryClone() {
        List<Event> events = new ArrayList<>();
        for (String name : List.of("one", "other")) {
            GitEvents translation = new GitEvents(name, NEWEST, account -> account, (account, called) -> { });
            translation.commit(dated("2026-02-01T10:00:00Z", "2026-02-01T10:00:00Z"));
            translation.finish(events::add, trouble -> { });
        }
        assertThat(events).hasSize(2);
        assertThat(events.get(0).id()).isEqualTo(events.get(1).id());
    }
}
