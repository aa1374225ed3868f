package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.desireline.app.JsonShape;
import org.desireline.app.RealData;
import org.desireline.app.run.Analysis;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.publish.Head;
import org.desireline.publish.ItemPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real tracker with its change log, 2007 to 2015: counts known from elsewhere, and no person in any output. */
class DuraSpaceTest {

    private static final System.Logger LOG = System.getLogger("DuraSpaceTest");
    private static final List<String> VOCABULARY = List.of("components", "status", "labels", "fixVersions", "versions",
            "issuetype", "priority", "resolution", "project");
    private static final List<Analysis> RUNS = new ArrayList<>();

    /** The two runs that every test looks at: the last year, and everything. */
    @BeforeAll
    static void read() {
        Path zip = RealData.file("jira-duraspace-changelog/issues.zip");
        for (String window : List.of("52w", "all")) {
            RUNS.add(Analysis.run(
                    new Analysis.Request(List.of(zip), Path.of("unused"), true, window, null, null, null, 2),
                    step -> { }));
        }
    }

    private static Analysis year() {
        return RUNS.getFirst();
    }

    private static Analysis whole() {
        return RUNS.getLast();
    }

    private static Estimate estimate(Analysis analysis, String id) {
        Estimate estimate = analysis.published().line(id).map(Line::estimate).orElse(null);
        assertThat(estimate).as(id).isNotNull();
        return estimate;
    }

    @Test
    void theCountsAreThoseKnownFromElsewhere() {
        Head.Data data = year().published().head().data();
        assertThat(data.items()).isEqualTo(3_036);
        assertThat(data.itemsWithChangeLog()).isEqualTo(3_036);
        assertThat(data.statusChanges()).isEqualTo(5_124);
        assertThat(data.assigneeChanges()).isEqualTo(1_926);
        assertThat(data.priorityChanges()).isEqualTo(377);
        assertThat(data.reopenedItems()).isEqualTo(147);
        assertThat(data.reopenedEvents()).isEqualTo(161);
        assertThat(data.comments()).isEqualTo(5_990);
    }

    @Test
    void twoThirdsOfOpenTimeHadNoOwner() {
        for (Analysis run : RUNS) {
            Estimate share = estimate(run, "ledger/all/everything/all/unassigned/wallShare");
            assertThat(share.value()).isCloseTo(0.669, within(0.003));
        }
    }

    @Test
    void theOrderOfTheTrackerIsAllButIgnored() {
        Estimate openDesk = estimate(whole(), "contest/priority/pullIndex/openDesk");
        assertThat(openDesk.value()).isCloseTo(0.095, within(0.001));
        assertThat(openDesk.n()).isEqualTo(772);
        assertThat(openDesk.actors()).isEqualTo(51);
        Estimate index = estimate(whole(), "contest/priority/pullIndex");
        assertThat(index.value()).isCloseTo(0.114, within(0.001));
        assertThat(index.n()).isEqualTo(727);
        assertThat(index.actors()).isEqualTo(48);
        assertThat(index.low()).isLessThan(0.05);
    }

    /** Some 570 of them moved into work; of the others the first trace of their owners tells. */
    @Test
    void theStartsAreCountedWhateverBecameOfThem() {
        Reading contest = whole().published().reading("contest").orElseThrow();
        long starts = contest.partsSeen() - contest.dropped().getOrDefault("skippedStart", 0L)
                - contest.dropped().getOrDefault("outsideWindow", 0L);
        assertThat(starts).isEqualTo(1_542);
        assertThat(contest.dropped()).containsEntry("fromPool", 266L);
        assertThat(contest.partsUsed()).isEqualTo(727);
    }

    /**
     * The export holds 286 items with a due date now, of which 248 are resolved, 157 of them late; 1,908 of 4,486
     * changes of fix versions are removals. As a script of its own counts in the change logs: of 293 items that ever
     * had a due date 289 were promised in time, and 72 done by the day first given; of 1,626 ever put into a version
     * with a release day, 1,385 and 811, moved to a later release 475 times, 168 of them after the old one's day.
     */
    @Test
    void whatWasPromisedIsFollowed() {
        Reading commitment = whole().published().reading("commitment").orElseThrow();
        assertThat(commitment.partsSeen()).isEqualTo(293 + 1_626 + 24);
        assertThat(commitment.dropped()).containsOnlyKeys("record").containsEntry("record", 4L + 241 + 1);
        assertThat(promises("due/due").value()).isEqualTo(289);
        assertThat(promises("due/kept").value()).isEqualTo(72 / 289.0);
        assertThat(promises("due/keptAtLast").value()).isEqualTo(83 / 289.0);
        assertThat(promises("due/neverMovedBack").value()).isEqualTo(239 / 289.0);
        assertThat(promises("release/due").value()).isEqualTo(1_385);
        assertThat(promises("release/kept").value()).isEqualTo(811 / 1_385.0);
        assertThat(promises("release/keptAtLast").value()).isEqualTo(914 / 1_385.0);
        assertThat(promises("release/pushes").value()).isEqualTo(475);
        assertThat(promises("release/pushedLate").value()).isEqualTo(168 / 475.0);
        assertThat(promises("sprint/due").value()).isEqualTo(23);
        assertThat(commitment.flags()).anyMatch(flag -> flag.startsWith("releases: their days are those that"));
        String page = new LookPage(whole().published(), false, List.of(), "", List.of(), 20, "desireline", "").text();
        assertThat(page).contains("── What was promised ──",
                "Of 1,697 promises due, 53 % (44–61) were kept by the day first given; by the");
    }

    /** Nobody declares teams there, and what is recorded of work is a hundredth of working time. */
    @Test
    void neitherPullingTogetherNorSteppingInIsTold() {
        for (Analysis run : RUNS) {
            assertThat(run.published().reading("coherence").orElseThrow().refusal()).isNotNull()
                    .satisfies(refusal -> assertThat(refusal.sentence()).startsWith("Not enough evidence: nobody is"
                            + " declared to be a member of a team; needs a charter"));
            assertThat(run.published().reading("compensation").orElseThrow().refusal()).isNotNull()
                    .satisfies(refusal -> assertThat(refusal.sentence()).startsWith("Not enough evidence: recorded work"
                            + " covers 0."));
        }
    }

    private static Estimate promises(String figure) {
        return estimate(whole(), "commitment/promise/" + figure);
    }

    @Test
    void everyOutputHasThePublishedShape() {
        for (Analysis run : RUNS) {
            assertThat(JsonShape.errors(Json.of(run.published(), run.kept(), "test"))).isEmpty();
        }
    }

    @Test
    void noPersonIsInAnyOutput() throws IOException {
        TreeSet<String> people = new TreeSet<>();
        TreeSet<String> words = new TreeSet<>();
        Set<String> items = collect(people, words);
        assertThat(people).hasSizeGreaterThan(400);
        TreeSet<String> ordinary = new TreeSet<>(people);
        ordinary.removeIf(name -> !isOrdinary(name, words));
        LOG.log(System.Logger.Level.INFO, "Not looked for, as a component, status, label, version, type or project of"
                + " the data has the same name: " + ordinary);
        assertThat(ordinary).hasSizeLessThan(12);
        people.removeAll(ordinary);
        assertThat(found("by (" + people.getFirst() + ")", people)).containsExactly(people.getFirst());
        for (String output : outputs(items)) {
            assertThat(found(output, people)).as("people in:%n%s", output.substring(0, Math.min(200, output.length())))
                    .isEmpty();
        }
    }

    /** The names that stand in a text as whole words. */
    private static List<String> found(String text, Set<String> people) {
        return people.stream().filter(text::contains).filter(name -> Pattern.compile(
                "(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])").matcher(text).find()).toList();
    }

    /** Whether the name is also a word of the tracker: something the output may well say. */
    private static boolean isOrdinary(String name, Set<String> words) {
        return words.stream().anyMatch(word -> word.equals(name)
                || List.of(word.split("[^\\p{L}\\p{N}]+", -1)).contains(name));
    }

    private static List<String> outputs(Set<String> items) {
        List<String> outputs = new ArrayList<>();
        for (Analysis run : RUNS) {
            outputs.add(new LookPage(run.published(), false, List.of(Dimension.values()), "", run.gaps(), 20,
                    "desireline", "").text());
            outputs.add(Json.of(run.published(), run.kept(), "test"));
        }
        List<String> shown = new ArrayList<>(items.stream().limit(20).toList());
        for (String id : List.of("ledger/all/all/largestWaits", "contest/priority/pullIndex",
                "ledger/all/all/owner/hours", "contest/type/Bug/wins", "ledger/priority/Blocker/nobody/hours",
                "commitment/promise/release/quiet", "commitment/promise/release/pushes")) {
            Line line = whole().published().line(id).orElseThrow();
            assertThat(line.evidence()).as(id).isNotEmpty();
            outputs.add(new ShowPage(false, 20).line(line));
            outputs.add(Json.of(line, "test"));
            shown.addAll(line.evidence().stream().map(Evidence::item).limit(3).toList());
        }
        for (String key : shown) {
            ItemPage page = whole().item(key).orElseThrow();
            outputs.add(new ShowPage(false, 20).item(page));
            outputs.add(Json.of(page, "test"));
        }
        assertThat(outputs).hasSizeGreaterThan(60);
        return outputs;
    }

    /** Reads the raw export: its people, its words, and some of its keys. */
    private static Set<String> collect(Set<String> people, Set<String> words) throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        Path file = RealData.file("jira-duraspace-changelog/issues.zip");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    JsonNode issue = JsonMapper.shared().readTree(in);
                    people(issue, people);
                    VOCABULARY.forEach(field -> words(issue.path("fields").path(field), words));
                    if (keys.size() < 400 || issue.at("/changelog/total").asInt(0) > 25) {
                        keys.add(issue.get("key").asString());
                    }
                }
            }
        }
        return keys;
    }

    private static void people(JsonNode node, Set<String> people) {
        if (node.has("displayName")) {
            for (String field : List.of("displayName", "name", "emailAddress")) {
                if (!node.path(field).asString("").isBlank()) {
                    people.add(node.path(field).asString(""));
                }
            }
        }
        node.forEach(child -> people(child, people));
    }

    private static void words(JsonNode node, Set<String> words) {
        if (node.isString()) {
            words.add(node.asString(""));
        } else if (node.isArray()) {
            node.forEach(child -> words(child, words));
        } else if (node.isObject()) {
            words.add(node.path("name").asString(""));
            words.add(node.path("key").asString(""));
        }
    }
}
