package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.JsonShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commitments and decisions from the first word to their fate: in charters, and written down with {@code record}. */
class UndertakingsTest {

    /** The first Blocker: created on 6 January 2025 and done on the 10th; and one of the 50th week, of 19 December. */
    private static final String EARLY = "OPS-1";
    private static final String LATE = "OPS-883";

    @TempDir
    private Path folder;

    private Path home;
    private Path charter;

    @BeforeEach
    void lookAtIt() throws IOException {
        home = folder.resolve(".desireline");
        charter = folder.resolve("charter.yaml");
        Call look = Call.of("import", Exports.of(Displaced.world(), folder.resolve("export")), "--home", home);
        assertThat(look.code()).as(look.all()).isZero();
    }

    private static String charter(String from, String... commitments) {
        return "from: " + from + "\ntimezone: UTC\nweek: Mon-Fri 09:00-17:00\n"
                + "priorities:\n  - { id: urgent, includes: { where: \"priority == 'Blocker'\" } }\n"
                + "teams:\n  - { id: ops, members: [ada], owns: [\"component:Ops\"] }\n"
                + (commitments.length == 0 ? "" : "commitments:\n  - " + String.join("\n  - ", commitments) + "\n");
    }

    private static String commitment(String id, String due, String evidence) {
        return "{ id: " + id + ", what: \"Words of " + id + "\", owner: ops, decided: 2025-01-06, due: " + due
                + (evidence.isEmpty() ? "" : ", evidence: { " + evidence + " }") + " }";
    }

    private void charters() throws IOException {
        String kept = commitment("kept", "2025-01-31", "items: [" + EARLY + "]");
        String late = commitment("late", "2025-01-08", "items: [" + EARLY + "]");
        String quiet = commitment("quiet", "2025-02-28", "where: \"type == 'Nothing'\"");
        String open = commitment("open", "2026-06-30", "items: [OPS-99999]");
        String bare = commitment("bare", "2025-03-31", "");
        Files.createDirectories(folder.resolve("charters"));
        Files.writeString(folder.resolve("charters/2025.yaml"), charter("2025-01-06", kept, late, quiet, open, bare,
                commitment("moved", "2025-06-30", "items: [" + LATE + "]"),
                commitment("dropped", "2025-12-31", "items: [" + LATE + "]")));
        Files.writeString(charter, charter("2025-03-01", kept, late, quiet, open, bare,
                commitment("moved", "2025-12-20", "items: [" + LATE + "]"),
                commitment("known", "2025-12-31", "items: [" + EARLY + "]")));
    }

    private Call run(String command, Object... more) {
        List<Object> all = new ArrayList<>(List.of(command, "--home", home));
        all.addAll(List.of(more));
        return Call.of(all.toArray());
    }

    /** Writes down, at a time that is fixed. */
    private Call write(Object... more) {
        return Checks.call(Checks.charter(), Map.of(), Stream.concat(Stream.of("record"), Stream.concat(
                Stream.of(more), Stream.of("--home", home, "--charter", charter))).toArray());
    }

    private Map<String, String> outcomes(String json) {
        assertThat(JsonShape.errors(json)).isEmpty();
        Map<String, String> outcomes = new TreeMap<>();
        for (JsonNode each : JsonMapper.shared().readTree(json).get("undertakings")) {
            outcomes.put(each.get("id").asString(), each.get("outcome").asString() + " "
                    + each.get("day").asString());
        }
        return outcomes;
    }

    @Test
    void whatACharterCommitsToIsFollowedThroughItsVersions() throws IOException {
        charters();
        Call json = run("report", "--charter", charter, "--json", "--window", "all");
        assertThat(json.code()).as(json.all()).isZero();
        assertThat(outcomes(json.out())).isEqualTo(Map.of("kept", "kept 2025-01-10", "late", "late 2025-01-10",
                "moved", "kept 2025-12-19", "dropped", "withdrawn 2025-03-01", "quiet", "quiet 2025-01-06",
                "open", "open ", "bare", "unprovable ", "known", "record "));
        assertThat(json.out()).doesNotContain("Nomen", "acc0");
        Call page = run("report", "--charter", charter, "--window", "all");
        assertThat(page.out()).contains("8 commitments on record (exact): 2 kept, 1 done late, 1 open, 1 gone quiet,",
                "moved (Words of moved), made 2025-01-06, due 2025-12-20, first for",
                "moved back once: kept, on 2025-12-19",
                "· quiet (Words of quiet), made 2025-01-06, due 2025-02-28: gone quiet; last");
        assertThat(page.out().lines().filter(line -> !line.contains(folder.toString())))
                .allMatch(line -> line.length() <= Page.WIDTH);
        assertThat(run("look", "--charter", charter).out()).contains("What was committed to and decided");
        assertThat(run("look").out()).doesNotContain("What was committed to and decided");
    }

    @Test
    void asItWasKnownInFebruaryNothingOfMarchHadHappened() throws IOException {
        charters();
        Map<String, String> then = outcomes(run("report", "--charter", charter, "--json", "--window", "all", "--as-of",
                "2025-02-10").out());
        assertThat(then).containsEntry("dropped", "open ").containsEntry("moved", "open ")
                .containsEntry("quiet", "open ").containsEntry("known", "later ");
    }

    @Test
    void theSameBytesOnAnyNumberOfThreads() throws IOException {
        charters();
        String one = run("report", "--charter", charter, "--json", "--threads", "1").out();
        assertThat(run("report", "--charter", charter, "--json", "--threads", "3").out()).isEqualTo(one);
        Path ics = folder.resolve("one.ics");
        Path other = folder.resolve("other.ics");
        assertThat(run("export", "--charter", charter, "--ics", ics, "--threads", "1").code()).isZero();
        assertThat(run("export", "--charter", charter, "--ics", other, "--threads", "4").code()).isZero();
        assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(ics));
        assertThat(Files.readString(ics)).contains("SUMMARY:open: Words of open\r\n", "DTSTART;VALUE=DATE:20260630\r\n",
                "SUMMARY:quiet: Words of quiet\r\n", "DTSTAMP:2026010")
                .doesNotContain("kept:", "late:", "dropped:", "known:");
    }

    @Test
    void aCalendarIsNotWrittenOverAnotherNorWithoutADay() throws IOException {
        Path ics = folder.resolve("due.ics");
        assertThat(run("export", "--ics", ics).code()).isEqualTo(Exit.NOTHING_ANSWERED);
        assertThat(ics).doesNotExist();
        Files.writeString(ics, "mine");
        Call again = run("export", "--ics", ics);
        assertThat(again.code()).isEqualTo(Exit.WRONG_USE);
        assertThat(again.talk()).contains("Perhaps add --force");
        assertThat(run("export", "--ics", ics, folder.resolve("tables")).code()).isEqualTo(Exit.WRONG_USE);
        assertThat(Files.readString(ics)).isEqualTo("mine");
    }

    @Test
    void whatIsWrittenDownIsKeptInAFileAndFollowed() throws IOException {
        Files.writeString(charter, charter("2025-01-06"));
        Call first = write("commitment", "Alert fatigue halved", "--id", "alerts", "--owner", "ops", "--due",
                "2025-06-30", "--item", LATE, "--meeting", "2025-02-03");
        assertThat(first.code()).as(first.all()).isZero();
        assertThat(first.out()).contains("alerts of the meeting of 2025-02-03, due 2025-06-30, shown by 1 item",
                "Today is 2026-11-22, by this machine's clock (UTC).");
        assertThat(write("commitment", "--id", "alerts", "--due", "2025-12-31", "--on", "2025-05-01").code()).isZero();
        assertThat(write("decision", "Freeze growth", "--decider", "ops", "--about", "urgent", "--item", LATE, "--on",
                "2025-12-10").code()).isZero();
        assertThat(write("decision", "Say less", "--on", "2025-12-10").code()).isZero();
        assertThat(write("commitment", "Quieter nights", "--due", "2027-01-31").out())
                .contains("quieter-nights from 2026-11-22");
        assertThat(Files.readString(folder.resolve("commitments.yaml")).lines().skip(2)).containsExactly(
                "  - { id: \"alerts\", on: 2025-02-03, meeting: true, due: 2025-06-30, owner: \"ops\","
                        + " items: [\"OPS-883\"], what: \"Alert fatigue halved\" }",
                "  - { id: \"alerts\", on: 2025-05-01, due: 2025-12-31 }",
                "  - { id: \"quieter-nights\", on: 2026-11-22, due: 2027-01-31, what: \"Quieter nights\" }");
        Map<String, String> outcomes = outcomes(run("look", "--json", "--window", "all").out());
        assertThat(outcomes).isEqualTo(Map.of("alerts", "kept 2025-12-19", "quieter-nights", "later ",
                "freeze-growth", "acted 2025-12-15", "say-less", "unlinked "));
        String page = run("report", "--charter", charter).out();
        assertThat(page).contains("alerts (Alert fatigue halved), made 2025-02-03 in a meeting, due",
                "freeze-growth (Freeze growth), made 2025-12-10, first acted upon on 2025-12-15");
        // Whoever has the file and another workspace sees the same.
        Path other = folder.resolve("other");
        Call fresh = Call.of("look", folder.resolve("export"), folder.resolve("commitments.yaml"), "--home", other,
                "--json");
        assertThat(outcomes(fresh.out())).containsOnlyKeys("alerts", "quieter-nights");
        assertThat(outcomes(Call.of("look", "--home", other, "--json").out())).containsOnlyKeys("alerts",
                "quieter-nights");
        assertThat(write("commitment", "--withdraw", "alerts", "--on", "2025-12-01").code()).isZero();
        assertThat(outcomes(run("look", "--json").out())).containsEntry("alerts", "withdrawn 2025-12-01");
    }

    @Test
    void withoutACharterItIsWrittenAllTheSame() {
        Path file = folder.resolve("q3.commitments.yaml");
        Call call = Checks.call(Checks.charter(), Map.of(), "record", "commitment", "Alert fatigue halved", "--owner",
                "anybody", "--due", "2026-12-31", "--to", file, "--home", folder.resolve("fresh"));
        assertThat(call.code()).as(call.all()).isZero();
        assertThat(file).exists();
        assertThat(folder.resolve("fresh/commitments.yaml")).exists();
    }

    private void refused(String why, Object... more) {
        Call call = write(more);
        assertThat(call.code()).as(call.all()).isEqualTo(Exit.WRONG_USE);
        assertThat(call.talk()).contains(why);
        assertThat(folder.resolve("commitments.yaml")).doesNotExist();
        assertThat(folder.resolve("decisions.yaml")).doesNotExist();
        assertThat(home.resolve("commitments.yaml")).doesNotExist();
    }

    @Test
    void whatCannotBeIsRefusedAndNothingIsWritten() throws IOException {
        Files.writeString(charter, charter("2025-01-06"));
        refused("Perhaps you meant `ops`", "commitment", "x", "--owner", "opps", "--due", "2026-12-31");
        refused("before it counts, from 2026-11-22", "commitment", "x", "--due", "2026-11-21");
        refused("--due takes a day, not 'soon'. Perhaps write it like 2026-07-03", "commitment", "x", "--due", "soon");
        refused("--due takes a day, not '2026-02-30'", "commitment", "x", "--due", "2026-02-30");
        refused("By which day will it be done? Perhaps add --due 2027-02-22", "commitment", "x");
        refused("What was committed to?", "commitment", "--due", "2026-12-31");
        refused("What was committed to?", "commitment", " \n ", "--due", "2026-12-31");
        refused("has not been yet: it is 2026-11-22", "commitment", "x", "--due", "2027-12-31", "--meeting",
                "2026-11-23");
        refused("Perhaps you meant --owner", "commitment", "x", "--due", "2027-12-31", "--decider", "ops");
        refused("takes no --due", "decision", "x", "--due", "2027-12-31");
        refused("Perhaps you meant `urgent`", "decision", "x", "--about", "urgant");
        refused("There is no commitment 'alerts'", "commitment", "--withdraw", "alerts");
        refused("An id is made of letters", "commitment", "x", "--due", "2027-12-31", "--id", "a b");
        refused("ends in commitments.yaml", "commitment", "x", "--due", "2027-12-31", "--to", folder.resolve("x.yaml"));
        refused("longer than 20,000", "commitment", "x".repeat(20_001), "--due", "2027-12-31");
        refused("Invalid value for positional parameter", "promise", "x");
    }

    @Test
    void aSecondLineNeedsSomethingNewAndNoEarlierDay() throws IOException {
        Files.writeString(charter, charter("2025-01-06"));
        assertThat(write("commitment", "Alerts", "--due", "2027-01-31", "--on", "2026-06-01").code()).isZero();
        String before = Files.readString(folder.resolve("commitments.yaml"));
        assertThat(write("commitment", "Alerts", "--due", "2027-01-31", "--on", "2026-06-01").talk())
                .contains("There is a commitment 'alerts' already. Perhaps add --id alerts");
        assertThat(write("commitment", "Alerts", "--id", "alerts", "--due", "2027-01-31", "--on", "2026-06-01").talk())
                .contains("This is written already, word for word");
        assertThat(write("commitment", "--id", "alerts", "--due", "2027-02-28", "--on", "2026-05-01").talk())
                .contains("lines are only added");
        assertThat(write("commitment", "--id", "alert", "--due", "2027-02-28").talk())
                .contains("There is no commitment 'alert'. Perhaps you meant `alerts`.");
        assertThat(Files.readString(folder.resolve("commitments.yaml"))).isEqualTo(before);
    }

    @Test
    void aFileThatIsWrittenInAnotherWayIsLeftAsItIs() throws IOException {
        Files.writeString(charter, charter("2025-01-06"));
        Path file = folder.resolve("commitments.yaml");
        String flow = "commitments: [ { id: a, on: 2026-01-01, due: 2026-02-01 } ]\n";
        Files.writeString(file, flow);
        Call call = write("commitment", "x", "--due", "2027-01-31");
        assertThat(call.code()).isEqualTo(Exit.WRONG_USE);
        assertThat(call.talk()).contains("Nothing can be added to", "--to");
        Files.writeString(file, "commitments:\n  - { id: a, on: never }\n");
        Call bad = run("report", "--charter", charter);
        assertThat(bad.code()).isEqualTo(Exit.WRONG_USE);
        assertThat(bad.talk()).contains("commitments.yaml:2:18: this is not a day");
        assertThat(home.resolve("commitments.yaml")).doesNotExist();
    }

    @Test
    void hostileWordsComeOutHarmless() throws IOException {
        Files.writeString(charter, charter("2025-01-06"));
        String hostile = Checks.HOSTILE + "\" }\n  - { id: other, on: 2026-01-01 }" + "x".repeat(10_000);
        Call written = write("commitment", hostile, "--id", "h", "--due", "2025-12-31", "--on", "2025-06-01", "--item",
                "\"]}\n");
        assertThat(written.code()).as(written.all()).isZero();
        Call page = run("look");
        assertThat(page.code()).as(page.all()).isZero();
        assertThat(page.out()).doesNotContain("\u001b", "\u202e", "\u0007").contains("h (");
        assertThat(outcomes(run("look", "--json").out())).containsOnlyKeys("h");
        Path ics = folder.resolve("h.ics");
        assertThat(run("export", "--ics", ics).code()).isZero();
        assertThat(Files.readString(ics)).doesNotContain("\u001b").contains("UID:");
    }
}
