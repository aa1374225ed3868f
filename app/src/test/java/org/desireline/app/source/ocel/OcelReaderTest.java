package org.desireline.app.source.ocel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.desireline.app.EventTable;
import org.desireline.app.source.files.Beginning;
import org.desireline.app.source.files.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What object-centric logs become. */
class OcelReaderTest {

    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), OcelLogs.recorded(name));
    }

    private Path database() throws IOException, SQLException {
        return OcelLogs.database(folder.resolve("shop.sqlite"), OcelLogs.recorded("shop.sql"));
    }

    @Test
    void aLogBecomesTheseEvents() throws IOException {
        assertThat(EventTable.of(file("shop.jsonocel")).text()).isEqualTo(OcelLogs.recorded("shop-events.txt"));
    }

    @Test
    void threeFormsOfALogAreOneJournal() throws IOException, SQLException {
        OcelLogs json = OcelLogs.read(file("shop.jsonocel"));
        assertThat(json.events()).hasSize(16);
        assertThat(OcelLogs.read(file("shop.xmlocel")).said()).isEqualTo(json.said());
        assertThat(OcelLogs.read(file("shop.xmlocel")).troubles()).isEqualTo(json.troubles());
        OcelLogs database = OcelLogs.read(database());
        assertThat(database.said()).isEqualTo(json.said());
        assertThat(database.troubles()).containsAll(json.troubles()).hasSize(json.troubles().size() + 1)
                .anyMatch(line -> line.contains("times have no offset: read as that of the hour"));
    }

    @Test
    void bothFormsOfTheFormerVersionAreOneJournal() throws IOException {
        OcelLogs json = OcelLogs.read(file("former.jsonocel"));
        assertThat(EventTable.of(file("former.jsonocel")).text()).isEqualTo(OcelLogs.recorded("former-events.txt"));
        assertThat(OcelLogs.read(file("former.xmlocel")).said()).isEqualTo(json.said());
    }

    @Test
    void theOrderOfListsAndOfTheirElementsDoesNotCount() throws IOException {
        String text = OcelLogs.recorded("shop.jsonocel");
        JsonNode log = JsonMapper.shared().readTree(text);
        ObjectNode turned = JsonMapper.shared().createObjectNode();
        for (String name : List.of("objects", "events", "eventTypes", "objectTypes")) {
            List<JsonNode> nodes = new ArrayList<>();
            log.get(name).forEach(nodes::addFirst);
            nodes.forEach(turned.putArray(name)::add);
        }
        Path other = Files.createDirectories(folder.resolve("turned"));
        assertThat(OcelLogs.of(other, "shop.json", turned.toString()).said())
                .isEqualTo(OcelLogs.read(file("shop.jsonocel")).said());
    }

    @Test
    void nobodysWordsAndNamesEnterTheJournal() throws IOException {
        assertThat(OcelLogs.read(file("shop.jsonocel")).said().toString())
                .doesNotContain("ring twice", "cup of tea", "c \"1\"").contains("@ocel:Ada L.", "@ocel:bob");
    }

    @Test
    void aLogIsCalledAsItsFileIsWhateverItsForm() {
        assertThat(List.of("a/b.zip!c/orders.jsonocel", "orders.xmlocel", "orders.sqlite", "orders.json.gz",
                "orders.ocel.xml")).allSatisfy(name -> assertThat(OcelReader.logName(name)).isEqualTo("orders"));
        assertThat(OcelReader.logName("x/.json")).isEqualTo(".json");
    }

    @Test
    void onlyObjectCentricLogsAreTakenForSuch() throws IOException {
        OcelReader reader = new OcelReader(new Delivery(account -> account, (account, name) -> { },
                event -> { }, trouble -> { }));
        for (String name : List.of("shop.jsonocel", "shop.xmlocel", "former.jsonocel", "former.xmlocel")) {
            assertThat(reader.understands(beginning("anything.txt", OcelLogs.recorded(name)))).isTrue();
        }
        assertThat(reader.understands(beginning("a.db", "SQLite format 3\0and so on"))).isTrue();
        for (String other : List.of("{\"issues\":[]}", "[]", "{\"id\":\"1\",\"key\":\"A-1\",\"fields\":{}}",
                "<log xes.version=\"1.0\"><global scope=\"event\"><string key=\"concept:name\" value=\"x\"/></global>",
                "<html><body>objectTypes</body></html>", "{\"events\":[{\"type\":\"push\"}]}", "a,b\n1,2\n")) {
            assertThat(reader.understands(beginning("anything.txt", other))).as(other).isFalse();
        }
    }

    private static Beginning beginning(String name, String text) {
        return new Beginning(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoeverSuppliesOrBuysIsNoItemUnlessThereIsNothingElse() throws IOException {
        String log = """
                {"objectTypes":[],"eventTypes":[],"objects":[{"id":"c1","type":"customer"}],
                "events":[{"id":"e1","type":"call","time":"2026-03-02T09:00:00Z",
                "relationships":[{"objectId":"c1","qualifier":"caller"}]}]}""";
        assertThat(OcelLogs.of(folder, "calls.json", log).items()).containsExactly("ocel:calls:c1");
    }

    @Test
    void whatVeryManyEventsShareIsNoItem() throws IOException {
        StringBuilder objects = new StringBuilder("{\"id\":\"m\",\"type\":\"oven\"}");
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            objects.append(",{\"id\":\"b").append(i).append("\",\"type\":\"loaf\"}");
            events.append(i == 0 ? "" : ",").append("""
                    {"id":"e%d","type":"bake","time":"2026-03-02T09:00:00Z","relationships":[
                    {"objectId":"m","qualifier":"in"},{"objectId":"b%d","qualifier":"what"}]}""".formatted(i, i));
        }
        OcelLogs read = OcelLogs.of(folder, "bakery.json", "{\"objectTypes\":[],\"eventTypes\":[],\"objects\":["
                + objects + "],\"events\":[" + events + "]}");
        assertThat(read.items()).hasSize(60);
        assertThat(read.troubles()).contains(
                "note: 1 objects of type oven: shared by very many events, neither items nor actors · 1");
    }
}
