package org.desireline.app.source.ocel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody should send as a log does no harm, is counted, and is never quoted. */
class OcelHostileTest {

    @TempDir
    private Path folder;
    private Path secret;

    @BeforeEach
    void somethingThatIsNotToBeRead() throws IOException {
        secret = Files.writeString(folder.resolve("secret.txt"), "the secret itself");
    }

    private OcelLogs json(String events, String objects) throws IOException {
        return OcelLogs.of(folder, "log.json",
                "{\"objectTypes\":[],\"eventTypes\":[],\"events\":" + events + ",\"objects\":" + objects + "}");
    }

    private static String event(String id, String time, String object) {
        return "{\"id\":\"" + id + "\",\"type\":\"do\",\"time\":\"" + time
                + "\",\"relationships\":[{\"objectId\":\"" + object + "\",\"qualifier\":\"what\"}]}";
    }

    private static final String OBJECT = "{\"id\":\"o\",\"type\":\"order\"}";

    @Test
    void aDocumentWithATypeOfItsOwnIsRefusedAndNothingElseIsOpened() throws IOException {
        String bomb = """
                <?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "%s">]>
                <log><object-types/><event-types/><objects><object id="&x;" type="&c;"/></objects><events/></log>
                """.formatted(secret.toUri());
        assertThat(OcelLogs.refusal(Files.writeString(folder.resolve("bomb.xmlocel"), bomb)))
                .contains("declares a type of document").doesNotContain("the secret itself");
        String unknown = "<log><object-types/><objects><object id=\"a\" type=\"t\"><attributes>"
                + "<attribute name=\"n\">&x;</attribute></attributes></object></objects></log>";
        assertThat(OcelLogs.refusal(Files.writeString(folder.resolve("unknown.xmlocel"), unknown)))
                .contains("refers to an entity of its own").doesNotContain("&x;");
    }

    @Test
    void whatIsNestedDeeplyOrBrokenOffIsLeftOut() throws IOException {
        String deep = "<log><object-types/><objects>" + "<object>".repeat(100_000);
        assertThat(OcelLogs.refusal(Files.writeString(folder.resolve("deep.xmlocel"), deep))).contains("nested deeper");
        String outside = "<log><object-types>" + "<a>".repeat(100_000);
        assertThat(OcelLogs.refusal(Files.writeString(folder.resolve("deep2.xmlocel"), outside)))
                .contains("nested deeper");
        String lists = "{\"objectTypes\":[],\"events\":" + "[".repeat(100_000);
        assertThat(OcelLogs.refusal(Files.writeString(folder.resolve("deep.json"), lists))).contains("nested deeper");
        String cut = OcelLogs.recorded("shop.jsonocel");
        assertThat(OcelLogs.refusal(Files.writeString(folder.resolve("cut.json"), cut.substring(0, cut.length() / 2))))
                .contains("not valid JSON");
        String cutXml = OcelLogs.recorded("shop.xmlocel");
        assertThat(OcelLogs.refusal(Files.writeString(folder.resolve("cut.xml"),
                cutXml.substring(0, cutXml.length() / 2)))).contains("not valid XML");
    }

    @Test
    void valuesOfAnotherKindThanTheFormatHasAreCounted() throws IOException {
        OcelLogs read = json("""
                [5, null, {"id":{"a":1},"type":"do"}, {"id":"e1","type":["x"],"time":"2026-03-02T09:00:00Z"},
                {"id":"e2","type":"do","time":5,"relationships":"all"},
                {"id":"e3","type":"do","time":"yesterday","relationships":[{"objectId":"o"}]},
                {"id":7,"type":"do","time":"2026-03-02T09:00:00Z","attributes":[{"name":"n","value":{"a":1}}, 3],
                "relationships":[{"objectId":"o","qualifier":null}, "o", {}]}]""",
                "[7, " + OBJECT + ", {\"id\":\"p\"}]");
        assertThat(read.said()).hasSize(3).anyMatch(line -> line.contains("statusChanged"));
        assertThat(read.troubles()).contains(
                "warning: an event has a time that cannot be read; it does not count · 2",
                "warning: elements of a list are neither event nor object; left out · 3",
                "warning: events have no id or no type; left out · 2",
                "warning: objects have no id or no type; left out · 1",
                "warning: values are lists or objects; left out · 3",
                "warning: lists of an event or object are no list; left out · 1",
                "warning: relations of events lead to an object that the log does not have; left out · 1");
        assertThat(OcelLogs.refusal(Files.writeString(folder.resolve("a.json"),
                "{\"objectTypes\":[],\"events\":7,\"objects\":{\"a\":1}}"))).contains("Nothing in");
    }

    @Test
    void anIdThatIsThereTwiceCountsOnceWhateverTheOrder() throws IOException {
        String one = event("e", "2026-03-02T09:00:00Z", "o");
        String other = event("e", "2026-03-03T09:00:00Z", "o");
        OcelLogs first = json("[" + one + "," + other + "," + one + "]", "[" + OBJECT + "," + OBJECT + "]");
        OcelLogs second = json("[" + other + "," + one + "]", "[" + OBJECT + ",{\"id\":\"o\",\"type\":\"other\"}]");
        assertThat(first.said()).hasSize(3).isEqualTo(second.said());
        assertThat(first.troubles()).contains(
                "warning: events share an id with another; one of them counts · 1",
                "warning: events are there twice; they count once · 1",
                "warning: objects are there twice; they count once · 1");
        assertThat(second.troubles()).contains(
                "warning: objects share an id with another; one of them counts · 1");
    }

    @Test
    void timesThatCannotBeTrueDoNotCount() throws IOException {
        OcelLogs read = json("[" + String.join(",", event("a", "1989-12-31T23:59:59Z", "o"),
                event("b", "1969-01-01T00:00:00Z", "o"), event("c", "9999-01-01T00:00:00Z", "o"),
                event("d", "2026-03-02T09:00:00Z", "o"), event("e", "", "o")) + "]", """
                [{"id":"o","type":"order","attributes":[{"name":"n","time":"9999-01-01T00:00:00Z","value":"1"}]}]""");
        assertThat(read.said()).hasSize(3);
        assertThat(read.troubles()).contains(
                "warning: an event is dated before 1990; it does not count · 1",
                "warning: an event is dated before 1970; it does not count · 1",
                "warning: an event is dated more than two days after its file; it does not count · 1",
                "warning: an event has no time; it does not count · 1",
                "warning: a value of an object is dated more than two days after its file; it does not count · 1");
    }

    @Test
    void anEventOfVeryManyItemsTakesNoSquareOfThem() throws IOException {
        StringBuilder objects = new StringBuilder(OBJECT);
        StringBuilder relations = new StringBuilder("{\"objectId\":\"o\",\"qualifier\":\"\"}");
        for (int i = 0; i < 1_000; i++) {
            objects.append(",{\"id\":\"x").append(i).append("\",\"type\":\"part\"}");
            relations.append(",{\"objectId\":\"x").append(i).append("\",\"qualifier\":\"part\"}");
        }
        OcelLogs read = json("[{\"id\":\"e\",\"type\":\"do\",\"time\":\"2026-03-02T09:00:00Z\",\"relationships\":["
                + relations + "]}]", "[" + objects + "]");
        assertThat(read.events()).hasSize(3_003).allMatch(event -> event.links().size() <= 100);
        assertThat(read.troubles()).contains(
                "note: 1001 events relate to more than 100 items; links to the others are left out · 1");
    }

    @Test
    void namesInADatabaseAreNamesAndNothingElse() throws IOException, SQLException {
        String type = "a\"; DROP TABLE event; --";
        String map = type.replace("\"", "\"\"");
        Path file = OcelLogs.database(folder.resolve("names.sqlite"), """
                CREATE TABLE event_map_type(ocel_type TEXT, ocel_type_map TEXT);
                CREATE TABLE object_map_type(ocel_type TEXT, ocel_type_map TEXT);
                CREATE TABLE event(ocel_id TEXT, ocel_type TEXT);
                CREATE TABLE object(ocel_id TEXT, ocel_type TEXT);
                CREATE TABLE event_object(ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
                CREATE TABLE object_object(ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT);
                CREATE TABLE "event_%1$s"(ocel_id TEXT, ocel_time TEXT, "x"" y" TEXT);
                CREATE TABLE object_Order(ocel_id TEXT, ocel_time TEXT);
                INSERT INTO event_map_type VALUES ('%2$s', '%2$s'), ('b', 'x UNION SELECT 1');
                INSERT INTO object_map_type VALUES ('order', 'Order');
                INSERT INTO event VALUES ('e1', '%2$s'), ('e2', 'b');
                INSERT INTO "event_%1$s" VALUES ('e1', '2026-03-02 09:00:00', '1'), ('zz', '', '');
                INSERT INTO object VALUES ('o', 'order');
                INSERT INTO object_Order VALUES ('o', '1970-01-01 00:00:00');
                INSERT INTO event_object VALUES ('e1', 'o', 'what'), ('e9', 'o', 'what');
                """.formatted(map, type));
        OcelLogs read = OcelLogs.read(file);
        assertThat(read.said()).hasSize(3).anyMatch(line -> line.contains("activity=" + type));
        assertThat(read.troubles()).contains(
                "warning: types have no table; their times and values are left out · 2",
                "warning: rows are of an event or object that the log does not have; left out · 1",
                "warning: relations begin at an event or object that the log does not have; left out · 1");
    }

    @Test
    void viewsVirtualTablesTriggersAndBytesAreNotAskedForAnything() throws IOException, SQLException {
        Path file = OcelLogs.database(folder.resolve("views.sqlite"), """
                CREATE TABLE event_map_type(ocel_type TEXT, ocel_type_map TEXT);
                CREATE TABLE object_map_type(ocel_type TEXT, ocel_type_map TEXT);
                CREATE TABLE event(ocel_id TEXT, ocel_type TEXT);
                CREATE TABLE object(ocel_id TEXT, ocel_type TEXT);
                CREATE VIEW event_object AS SELECT load_extension('/x') AS ocel_event_id,
                  readfile('/x') AS ocel_object_id;
                CREATE VIRTUAL TABLE object_object USING fts5(ocel_source_id, ocel_target_id);
                CREATE VIEW event_Do AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                  SELECT i AS ocel_id FROM n;
                CREATE TABLE object_Order(ocel_id TEXT, ocel_time TEXT, picture BLOB);
                CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM object; END;
                INSERT INTO event_map_type VALUES ('do', 'Do');
                INSERT INTO object_map_type VALUES ('order', 'Order');
                INSERT INTO event VALUES ('e1', 'do');
                INSERT INTO object VALUES ('o', 'order');
                INSERT INTO object_Order VALUES ('o', '1970-01-01 00:00:00', zeroblob(2000000));
                """);
        OcelLogs read = OcelLogs.read(file);
        assertThat(read.events()).isEmpty();
        assertThat(read.troubles()).contains(
                "warning: values are bytes, not texts; left out · 1",
                "warning: tables of the format are missing; what they would tell is left out · 2",
                "warning: types have no table; their times and values are left out · 2");
    }

    @Test
    void aTableThatComputesWithoutEndIsStopped() throws IOException, SQLException {
        String square = "(length(replace(hex(zeroblob(3000000)), '00', 'abcdefg')))";
        Path file = OcelLogs.database(folder.resolve("slow.sqlite"), """
                CREATE TABLE event_map_type(ocel_type TEXT, ocel_type_map TEXT);
                CREATE TABLE object_map_type(ocel_type TEXT, ocel_type_map TEXT);
                CREATE TABLE event(ocel_id TEXT, ocel_type TEXT);
                CREATE TABLE object(ocel_id TEXT, ocel_type TEXT);
                CREATE TABLE event_object(ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
                CREATE TABLE object_object(ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT);
                CREATE TABLE event_Do(ocel_id TEXT, ocel_time TEXT, big TEXT AS (%s) VIRTUAL);
                INSERT INTO event_map_type VALUES ('do', 'Do');
                INSERT INTO event VALUES ('e1', 'do');
                INSERT INTO event_Do(ocel_id, ocel_time) VALUES ('e1', '2026-03-02 09:00:00');
                """.formatted(square));
        assertThat(OcelLogs.refusal(file)).contains("damaged").doesNotContain("zeroblob");
    }

    @Test
    void aDatabaseThatIsDamagedOrNoneIsLeftOutAndNoCopyStays() throws IOException, SQLException {
        long before = copies();
        Path file = OcelLogs.database(folder.resolve("shop.sqlite"), OcelLogs.recorded("shop.sql"));
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int turn = 0; turn < 40; turn++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 200; i++) {
                damaged[100 + random.nextInt(damaged.length - 100)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            String refusal = OcelLogs.refusal(file);
            assertThat(refusal).as("turn " + turn).matches(text -> text.isEmpty() || text.contains("left out"));
        }
        Files.write(file, Arrays.copyOf(whole, 5_000));
        assertThat(OcelLogs.refusal(file)).contains("damaged");
        Files.write(file, "SQLite format 3\0 and then words".getBytes(StandardCharsets.UTF_8));
        assertThat(OcelLogs.refusal(file)).contains("damaged");
        assertThat(copies()).isEqualTo(before);
    }

    private static long copies() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("desireline.*[.]sqlite.*")).count();
        }
    }
}
