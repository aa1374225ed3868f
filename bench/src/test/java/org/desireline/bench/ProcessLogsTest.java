package org.desireline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.desireline.app.source.Sources;
import org.desireline.bench.DirectlyFollows.Pair;
import org.desireline.charter.Charter;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.journal.Journal;
import org.desireline.journal.MemoryJournal;
import org.desireline.journal.Verb;
import org.desireline.part.Assembler;
import org.desireline.part.Assembly;
import org.desireline.part.Choice;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Public process logs, against what PM4Py counts in them, and against what their publishers say they hold. */
class ProcessLogsTest {

    @ParameterizedTest
    @CsvSource({
        "running, xes-pm4py/running-example.xes",
        "running, xes-pm4py/running-example.csv",
        "repair, xes-pm4py/03_repairExample.xes.gz",
        "teleclaims, xes-pm4py/02_teleclaims.xes.gz",
        "helpdesk, xes-bpi-classic/Helpdesk.xes.gz",
        "bpic12, xes-bpi-classic/BPI_Challenge_2012.xes.gz"})
    void whatDirectlyFollowsWhatIsWhatPm4pyCounts(String golden, String log) throws IOException {
        agree(golden, DirectlyFollows.of(journal(log)));
    }

    /** This copy of the log joins status and sub-status; PM4Py's holds the status. */
    @Test
    void statusesOfTheProblemLogFollowOneAnotherAsPm4pyCounts() throws IOException {
        DirectlyFollows whole =
                DirectlyFollows.of(journal("xes-bpi-classic/BPI_Challenge_2013_closed_problems.xes.gz"));
        Map<Pair, Long> follows = new TreeMap<>();
        whole.follows().forEach((pair, count) ->
                follows.merge(new Pair(status(pair.first()), status(pair.second())), count, Long::sum));
        Map<List<String>, Long> variants = new HashMap<>();
        whole.variants().forEach((variant, count) ->
                variants.merge(variant.stream().map(ProcessLogsTest::status).toList(), count, Long::sum));
        agree("bpic13closed", new DirectlyFollows(whole.cases(), whole.events(), follows, statuses(whole.starts()),
                statuses(whole.ends()), variants));
    }

    private static String status(String activity) {
        return activity.replaceFirst("-.*", "");
    }

    private static Map<String, Long> statuses(Map<String, Long> counts) {
        return counts.entrySet().stream().collect(Collectors.toMap(entry -> status(entry.getKey()),
                Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    private static void agree(String name, DirectlyFollows counted) throws IOException {
        JsonNode golden = JsonMapper.shared()
                .readTree(Files.readAllBytes(RealLogs.file("golden/pm4py_logs.json"))).path(name);
        assertThat(counted.cases()).isEqualTo(golden.path("cases").asLong());
        assertThat(counted.events()).isEqualTo(golden.path("events").asLong());
        assertThat(counted.total()).isEqualTo(golden.path("dfg_total").asLong());
        assertThat(counted.starts()).isEqualTo(counts(golden.path("start")));
        assertThat(counted.ends()).isEqualTo(counts(golden.path("end")));
        Map<Pair, Long> follows = new TreeMap<>();
        golden.path("dfg").forEach(edge ->
                follows.put(new Pair(edge.get(0).asString(), edge.get(1).asString()), edge.get(2).asLong()));
        assertThat(counted.follows()).isEqualTo(follows);
        assertThat(counted.variants()).hasSize(golden.path("variants").asInt());
        golden.path("top10variants").forEach(variant -> assertThat(counted.variants())
                .containsEntry(StreamSupport.stream(variant.get(0).spliterator(), false).map(JsonNode::asString)
                        .toList(), variant.get(1).asLong()));
    }

    private static Map<String, Long> counts(JsonNode node) {
        return node.properties().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> entry.getValue().asLong(), Long::sum, TreeMap::new));
    }

    @ParameterizedTest
    @CsvSource({
        "xes-bpi-classic/SEPSIS.xes.gz, 1050, 15214",
        "xes-bpi2020/DomesticDeclarations.xes.gz, 10357, 55628",
        "xes-bpi2020/PrepaidTravelCost.xes.gz, 2007, 17507",
        "xes-bpi2020/RequestForPayment.xes.gz, 6760, 36072",
        "eventlogs-eventdataR/hospital_billing.csv.gz, 10000, 49951",
        "eventlogs-eventdataR/traffic_fines.csv.gz, 10000, 34724"})
    void logsHoldTheCasesAndEventsTheirPublishersSay(String log, long cases, long events) {
        DirectlyFollows counted = DirectlyFollows.of(journal(log));
        assertThat(List.of(counted.cases(), counted.events())).isEqualTo(List.of(cases, events));
    }

    @ParameterizedTest
    @CsvSource({"Production.csv, 225, 4953", "PurchasingExample.csv, 608, 9119"})
    void rowsWithStartAndEndBeginAndEndAnActivityEach(String log, long cases, long activities) {
        Journal journal = journal("waiting-time-oracle-kronos/" + log);
        DirectlyFollows ends = DirectlyFollows.of(journal, Set.of(Verb.stopped));
        assertThat(List.of(ends.cases(), ends.events())).isEqualTo(List.of(cases, activities));
        assertThat(verbs(journal)).containsEntry(Verb.started, activities).containsEntry(Verb.created, cases)
                .containsEntry(Verb.done, cases);
    }

    /** 92,093 of the 164,506 completions are of activities that have no beginning: those of applications and offers. */
    @Test
    void theLoanLogTellsScheduleStartAndCompleteApart() {
        Map<Verb, Long> verbs = verbs(journal("xes-bpi-classic/BPI_Challenge_2012.xes.gz"));
        assertThat(verbs).isEqualTo(Map.of(Verb.created, 13_087L, Verb.done, 13_087L, Verb.scheduled, 26_318L,
                Verb.started, 71_376L, Verb.stopped, 164_506L));
    }

    /**
     * 26,318 activities are scheduled; 45,058 of the starts go on with one that was begun before, or are of one that is
     * never scheduled.
     */
    @Test
    void aStartInTheLoanLogIsAChoiceOutOfWhatWasScheduled() {
        Journal journal = journal("xes-bpi-classic/BPI_Challenge_2012.xes.gz");
        String log = journal.itemId(0).split(":", -1)[1];
        Charter charter = new Charter(WorkWeek.assumed(ZoneOffset.UTC), new StatusMap(Map.of("xes/" + log,
                Map.of("Case closed", Phase.done))), List.of(), Set.of(), Set.of(), true);
        long asOf = Instant.parse("2012-03-15T00:00:00Z").toEpochMilli();
        long first = Instant.parse("2011-10-01T00:00:00Z").toEpochMilli();
        Window window = Window.parse("all", first, asOf, ZoneOffset.UTC);
        Assembly assembly = Assembler.assemble(journal, charter, window, asOf);
        Map<String, Long> counts = new TreeMap<>();
        List<Integer> sizes = new ArrayList<>();
        assembly.choices(0, 1, choice -> {
            counts.merge(choice.family() + " " + choice.outcome(), 1L, Long::sum);
            if (choice.family() == Choice.Family.POOL && choice.outcome() == Choice.Outcome.STARTED) {
                sizes.add(choice.size());
            }
        });
        sizes.sort(null);
        assertThat(counts).containsEntry("POOL STARTED", 23_005L).containsEntry("POOL MISS", 149L)
                .doesNotContainKey("FIRST_START STARTED");
        assertThat(sizes.get(sizes.size() / 2)).isEqualTo(186);
    }

    private static Map<Verb, Long> verbs(Journal journal) {
        Map<Verb, Long> verbs = new EnumMap<>(Verb.class);
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                verbs.merge(batch.verbAt(row), 1L, Long::sum);
            }
        });
        return verbs;
    }

    private static Journal journal(String log) {
        MemoryJournal.Builder builder = new MemoryJournal.Builder();
        Sources.of(RealLogs.file("data/" + log), account -> account, (account, name) -> { })
                .read(builder::add, builder::add);
        return builder.build();
    }
}
