package org.desireline.app.source.ocel;

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
import java.util.TreeMap;
import org.desireline.app.RealData;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published logs, against what another program counts in them. */
class OcelDataTest {

    @TempDir
    private Path folder;

    private static Path log(String name) {
        return RealData.file("ocel/" + name);
    }

    private static List<Event> of(OcelLogs read, Verb verb) {
        return read.events().stream().filter(event -> event.verb() == verb).toList();
    }

    private static String value(Event event, String field) {
        return event.attributes().getOrDefault(field, "");
    }

    /** How many events of the log there are of each activity. */
    private static Map<String, Long> activities(OcelLogs read) {
        Set<String> seen = new HashSet<>();
        Map<String, Long> counts = new TreeMap<>();
        for (Event event : of(read, Verb.statusChanged)) {
            if (seen.add(event.origin().pointer() + "#" + event.origin().record())) {
                counts.merge(value(event, Field.ACTIVITY), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static Map<String, Long> types(OcelLogs read) {
        Map<String, Long> counts = new TreeMap<>();
        of(read, Verb.created).forEach(event -> counts.merge(value(event, Field.TYPE), 1L, Long::sum));
        return counts;
    }

    /** By type, how often one activity directly follows another on an item. */
    private static Map<String, Map<String, Long>> follows(OcelLogs read) {
        Map<String, String> types = new HashMap<>();
        of(read, Verb.created).forEach(event -> types.put(event.subject().id(), value(event, Field.TYPE)));
        Map<String, String> last = new HashMap<>();
        Map<String, Map<String, Long>> follows = new TreeMap<>();
        for (Event event : of(read, Verb.statusChanged)) {
            String before = last.put(event.subject().id(), value(event, Field.ACTIVITY));
            if (before != null) {
                follows.computeIfAbsent(types.get(event.subject().id()), none -> new TreeMap<>())
                        .merge(before + " > " + value(event, Field.ACTIVITY), 1L, Long::sum);
            }
        }
        return follows;
    }

    private static Map<String, Long> counts(JsonNode node) {
        Map<String, Long> counts = new TreeMap<>();
        node.properties().forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        return counts;
    }

    @Test
    void theExampleHasWhatAnotherProgramCountsInAllItsForms() {
        JsonNode golden = JsonMapper.shared().readTree(RealData.file("../golden/pm4py_ocel.json"));
        for (String form : List.of("json", "xml", "sqlite")) {
            OcelLogs read = OcelLogs.read(log("ocel20_example." + (form.equals("sqlite") ? form : form + "ocel")));
            JsonNode said = golden.get("ocel20_example." + form);
            assertThat(activities(read)).as(form).isEqualTo(counts(said.get("event_types")));
            assertThat(activities(read).values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(said.get("events").asLong());
            assertThat(types(read)).isEqualTo(counts(said.get("object_types")));
            assertThat(read.items()).hasSize(said.get("objects").asInt());
            assertThat(of(read, Verb.statusChanged)).hasSize(said.get("relations").asInt());
            assertThat(of(read, Verb.linked)).hasSize(said.get("o2o").asInt());
            assertThat(of(read, Verb.fieldChanged)).hasSize(said.get("object_changes").asInt());
            Map<String, Map<String, Long>> follows = new TreeMap<>();
            said.get("ocdfg").properties().forEach(type -> {
                Map<String, Long> pairs = new TreeMap<>();
                type.getValue().forEach(pair -> pairs.put(pair.get(0).asString() + " > " + pair.get(1).asString(),
                        pair.get(2).asLong()));
                follows.put(type.getKey(), pairs);
            });
            assertThat(follows(read)).as(form).isEqualTo(follows);
        }
    }

    @Test
    void theExampleIsOneJournalInThreeForms() throws IOException {
        OcelLogs json = OcelLogs.read(log("ocel20_example.jsonocel"));
        assertThat(json.said()).hasSize(48);
        assertThat(OcelLogs.read(log("ocel20_example.sqlite")).said()).isEqualTo(json.said());
        // Its times have no offset, and are those of the other two an hour ahead of UTC.
        String xml = Files.readString(log("ocel20_example.xmlocel"))
                .replaceAll("(time=\"2022-[^\"]*)\"", "$1+01:00\"");
        OcelLogs told = OcelLogs.of(folder, "ocel20_example.xmlocel", xml);
        List<String> without = new ArrayList<>(told.said());
        without.replaceAll(line -> line.replace("offset=+0100, ", ""));
        assertThat(without).isEqualTo(json.said());
    }

    @Test
    void peopleOfTheExampleAreActorsWhereverTheyAreNamed() {
        OcelLogs read = OcelLogs.read(log("ocel20_example.jsonocel"));
        assertThat(of(read, Verb.statusChanged)).allMatch(event -> event.actor() != null);
        assertThat(read.events().stream().map(event -> event.attributes().toString()).toList().toString())
                .doesNotContain("Mario", "Mike", "Tania", "Luke");
    }

    @Test
    void orderManagementHasAllItsEventsAndNoEmployeeAmongItsItems() {
        OcelLogs read = OcelLogs.read(log("running-example.sqlite"));
        assertThat(activities(read).values().stream().mapToLong(Long::longValue).sum()).isEqualTo(18_211);
        assertThat(types(read)).isEqualTo(Map.of("items", 7_670L, "orders", 2_000L, "packages", 320L));
        assertThat(read.events().stream().filter(event -> event.actor() != null).map(Event::actor).distinct().count())
                .isEqualTo(18);
        assertThat(of(read, Verb.linked)).hasSize(15_340);
        assertThat(read.troubles()).contains(
                "note: 18 objects of type employees: people, that is actors and no items · 1",
                "note: 3 objects of type customers: parties outside, neither items nor actors · 1",
                "note: 20 objects of type products: they have no event; left out · 1");
    }

    @Test
    void logsOfTheFormerVersionHaveAllTheirEventsAndObjects() {
        OcelLogs orders = OcelLogs.read(log("order_process.jsonocel"));
        assertThat(activities(orders).values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2_391);
        assertThat(orders.items()).hasSize(796);
        OcelLogs purchases = OcelLogs.read(log("p2p-normal.jsonocel"));
        assertThat(activities(purchases).values().stream().mapToLong(Long::longValue).sum()).isEqualTo(720);
        assertThat(purchases.items()).hasSize(781);
        for (String form : List.of("json", "xml")) {
            OcelLogs early = OcelLogs.read(log("example_log." + form + "ocel"));
            assertThat(early.events()).isEmpty();
            assertThat(early.troubles()).contains("warning: an event is dated before 1990; it does not count · 23");
        }
    }
}
