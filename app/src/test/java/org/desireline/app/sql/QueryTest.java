package org.desireline.app.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.run.BadInput;
import org.desireline.world.Riverbank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The views answer questions, and nothing outside them can be reached through one. */
class QueryTest {

    private static final Pattern TOKEN = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void imported() throws IOException {
        Path export = Exports.of(Riverbank.make(1, Riverbank.WEEKS), folder.resolve("export"));
        assertThat(Call.of("import", export, "--home", home()).code()).isZero();
        assertThat(Call.of("import", Exports.small(folder.resolve("few")), "--home", small()).code()).isZero();
        Files.writeString(folder.resolve("words.csv"), "a,b\n1,2\n");
        Files.writeString(folder.resolve("words.json"), "[{\"a\":1}]");
    }

    private static Path home() {
        return folder.resolve("home");
    }

    /** A workspace of twelve items: what may be asked does not depend on how much there is. */
    private static Path small() {
        return folder.resolve("small");
    }

    private static Call sql(String question, Object... more) {
        return sql(home(), question, more);
    }

    private static Call sql(Path home, String question, Object... more) {
        List<Object> all = new ArrayList<>(List.of("sql", question.replace("FOLDER", folder.toString()), "--home",
                home, "--threads", 1));
        all.addAll(List.of(more));
        return Call.of(all.toArray());
    }

    private static JsonNode answered(String question) {
        Call call = sql(question, "--json");
        assertThat(call.code()).as(call.talk()).isZero();
        return JsonMapper.shared().readTree(call.out());
    }

    @Test
    void theViewsHoldWhatWasPublished() {
        JsonNode look = JsonMapper.shared().readTree(Call.of("look", "--home", home(), "--json").out());
        assertThat(answered("SELECT count(*) AS n FROM items").at("/0/n")).isEqualTo(look.at("/data/items"));
        JsonNode lines = answered("SELECT * FROM lines WHERE id = 'contest/priority/pullIndex'");
        JsonNode contest = look.get("readings").valueStream()
                .flatMap(reading -> reading.get("lines").valueStream())
                .filter(line -> line.get("id").asString().equals("contest/priority/pullIndex")).findFirst()
                .orElseThrow();
        assertThat(lines.at("/0/value").decimalValue()).isEqualByComparingTo(contest.get("value").decimalValue());
        assertThat(lines.at("/0/people")).isEqualTo(contest.get("actors"));
        long printed = look.get("readings").valueStream().mapToLong(reading -> reading.get("lines").size()).sum();
        assertThat(answered("SELECT count(*) AS n FROM lines").at("/0/n").asLong()).isEqualTo(printed);
    }

    @Test
    void stretchesAddUpToTheLedger() {
        // Recorded work is left with the owner, or with nobody, in the table; the ledger has lines for it.
        assertThat(stretched("'reviewer'")).isPositive().isCloseTo(posted("reviewer"), within(1e-6));
        assertThat(stretched("'owner', 'nobody'")).isPositive().isCloseTo(posted("owner") + posted("nobody")
                + posted("worked") + posted("rework"), within(1e-6));
    }

    private static double stretched(String accounts) {
        return answered("SELECT sum(window_on_hours) AS h FROM stretches WHERE account IN (" + accounts + ")")
                .at("/0/h").asDouble();
    }

    private static double posted(String account) {
        return answered("SELECT value FROM lines WHERE id = 'ledger/all/all/" + account + "/hours'")
                .at("/0/value").asDouble(0);
    }

    @Test
    void whatWasWorkedIsNoAccountThatCouldBeSummed() {
        assertThat(answered("SELECT count(*) AS n FROM stretches WHERE account IN ('worked', 'rework')").at("/0/n")
                .asInt()).isZero();
    }

    @Test
    void aWithheldLineHasItsReasonAndNoFigure() throws IOException {
        Path export = Exports.of(Riverbank.make(3, 30), folder.resolve("young"));
        Call call = Call.of("sql", "SELECT * FROM lines WHERE withheld IS NOT NULL", "--from", export, "--throwaway",
                "--json");
        assertThat(call.code()).as(call.talk()).isZero();
        JsonNode lines = JsonMapper.shared().readTree(call.out());
        assertThat(lines.size()).isPositive();
        for (JsonNode line : lines) {
            for (String figure : List.of("value", "low", "high", "n", "people", "sensitivity_low",
                    "sensitivity_high")) {
                assertThat(line.get(figure).isNull()).as("%s of %s", figure, line.get("id")).isTrue();
            }
            assertThat(line.get("withheld").asString()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT * FROM read_csv('FOLDER/words.csv')", "SELECT * FROM read_text('FOLDER/words.csv')",
        "SELECT * FROM read_blob('FOLDER/words.csv')", "SELECT * FROM read_json('FOLDER/words.json')",
        "SELECT * FROM read_parquet('FOLDER/words.csv')", "SELECT * FROM sniff_csv('FOLDER/words.csv')",
        "SELECT * FROM 'FOLDER/words.csv'", "SELECT * FROM glob('FOLDER/*')", "SELECT * FROM 'words.csv'",
        "SELECT * FROM read_csv('https://example.org/a.csv')", "SELECT * FROM read_text('FOLDER/home/secret')",
        "SELECT * FROM read_duckdb('FOLDER/home/journal.duckdb')", "SELECT * FROM parquet_metadata('FOLDER/words.csv')",
        "COPY items FROM 'FOLDER/words.csv'", "COPY items TO 'FOLDER/out.csv'",
        "COPY (SELECT 1) TO 'FOLDER/out.parquet' (FORMAT parquet)", "EXPORT DATABASE 'FOLDER/out'",
        "IMPORT DATABASE 'FOLDER/out'", "ATTACH 'FOLDER/home/journal.duckdb' AS j", "ATTACH ':memory:' AS m",
        "ATTACH 'FOLDER/out.duckdb' AS o", "DETACH memory", "USE system",
        "INSTALL httpfs", "LOAD httpfs", "LOAD 'FOLDER/x.duckdb_extension'", "FORCE INSTALL spatial",
        "SET memory_limit = '100GB'", "SET enable_external_access = true", "SET lock_configuration = false",
        "RESET memory_limit", "PRAGMA memory_limit = '100GB'", "PRAGMA enable_profiling = 'json'",
        "SET VARIABLE x = 1", "CALL enable_logging()", "CHECKPOINT", "VACUUM",
        "CREATE TABLE t(a INT)", "DROP TABLE items", "INSERT INTO troubles SELECT * FROM troubles",
        "UPDATE lines SET value = 0", "DELETE FROM lines", "CREATE MACRO f() AS 1", "CREATE SECRET s (TYPE s3)",
        "ALTER TABLE items ADD COLUMN x INT", "PREPARE p AS SELECT 1", "BEGIN",
        "SELECT 1; COPY items TO 'FOLDER/out.csv'", "SELECT 1; SELECT 2", "; SELECT 1; ATTACH 'FOLDER/out.duckdb'",
        "SELECT getenv('HOME')", "SELECT * FROM query('COPY items TO ''FOLDER/out.csv''')",
        "SELECT * FROM query_table('FOLDER/words.csv')", "SELECT nextval('s')",
        "SELECT * FROM sqlite_scan('FOLDER/a', 'b')", "SELECT * FROM duckdb_secrets()",
        "SELECT token FROM actor", "SELECT * FROM event", "SELECT actor FROM stretches", "SELECT person FROM items",
        "", "  ", "not a question", "SELECT 'half"
    })
    void whatReachesOutsideTheViewsIsRefused(String question) throws IOException {
        Call call = sql(small(), question);
        assertThat(call.code()).as(call.all()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.talk()).contains("Perhaps").doesNotContain("defect", "\tat ", "org.duckdb");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("out"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT * FROM items", "SELECT * FROM stretches", "SELECT * FROM lines", "SELECT * FROM troubles",
        "SELECT * FROM duckdb_tables()", "SELECT * FROM duckdb_columns()", "SELECT * FROM duckdb_settings()",
        "SELECT * FROM duckdb_databases()", "SELECT * FROM information_schema.tables", "SHOW ALL TABLES",
        "SELECT * FROM duckdb_logs", "SELECT current_user, current_database(), version()", "DESCRIBE items",
        "SUMMARIZE items", "SELECT * FROM duckdb_variables()", "SELECT * FROM duckdb_temporary_files()"
    })
    void whatCanBeSeenHoldsNobody(String question) {
        Call call = sql(question, "--csv");
        String all = call.all();
        assertThat(TOKEN.matcher(all).find()).as(question).isFalse();
        assertThat(all).doesNotContain(home().toString(), "@riverbank", "journal.duckdb",
                System.getProperty("user.home") + "/");
        assertThat(all.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)).boxed()).isEmpty();
    }

    @Test
    void noViewHasAColumnForWho() {
        JsonNode columns = answered("SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal");
        assertThat(columns.valueStream().map(column -> column.get("column_name").asString()))
                .noneMatch(name -> name.matches(".*(actor|person|account_id|owner|assignee|token).*"))
                .hasSizeGreaterThan(30);
        assertThat(columns.valueStream().map(column -> column.get("table_name").asString()).distinct())
                .containsExactlyInAnyOrder("items", "stretches", "lines", "troubles");
    }

    @ParameterizedTest
    @CsvSource({"SELECT foo FROM items, foo", "SELECT * FROM itms, items", "SELEC 1, 'Line 1, column 1'",
        "'SELECT\n  1 +', Line", "SELECT cast(key AS INTEGER) FROM items, Conversion"})
    void aMistakeIsSaidWithItsPlace(String question, String said) {
        Call call = sql(question);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.talk()).contains(said, "Perhaps").containsPattern("(?i)line 1|line 2|Conversion");
    }

    @Test
    void aQueryThatTakesTooMuchIsRefused() {
        Call call = sql("SELECT list(range) FROM range(400000000)");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.talk()).contains("needs more than 512MiB of memory", "Perhaps ask for less");
    }

    @Test
    @Timeout(60)
    void aQueryThatDoesNotEndIsStopped() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Sheet slow = new Sheet("slow", List.of(Sheet.whole("a")), sink -> {
            sink.row(new @Nullable Object[] {1L});
            asked.countDown();
        });
        AtomicReference<@Nullable Throwable> stopped = new AtomicReference<>();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                Query.ask(List.of(slow), "SELECT count(*) FROM range(10000000000000) WHERE range % 7 = 3", 10);
            } catch (BadInput bad) {
                stopped.set(bad);
            }
        });
        asked.await();
        asking.interrupt();
        asking.join();
        assertThat(stopped.get()).hasMessageContaining("was stopped");
    }

    @Test
    void whatIsNotShownIsSaid() {
        Call some = sql("SELECT key FROM items ORDER BY key");
        assertThat(some.out().lines()).hasSize(41);
        assertThat(some.talk()).contains("Only the first 40 rows are shown", "--csv");
        Call three = sql("SELECT key FROM items ORDER BY key", "--limit", 3);
        assertThat(three.out().lines()).containsExactly("key", "RB-1", "RB-10", "RB-100");
        assertThat(three.talk()).contains("Only the first 3 rows");
        assertThat(sql("SELECT key FROM items", "--csv").talk()).doesNotContain("Only the first");
        assertThat(sql("SELECT key FROM items", "--limit", 0).code()).isEqualTo(2);
    }

    @Test
    void anyNumberOfRowsIsCutAtOnce() {
        assertThat(sql("SELECT * FROM range(1000000000000)").out().lines()).hasSize(41);
    }

    @Test
    void whatASelectEndsWithDoesNotMatter() {
        for (String end : List.of("", ";", " ; ", " -- a remark", " /* a remark */", "\n")) {
            assertThat(sql("SELECT 7 AS n" + end).out()).as(end).isEqualTo("n\n7\n");
        }
    }

    @Test
    void aSpreadsheetComputesNoCell() {
        String csv = sql("SELECT '=1+1' AS a, '-x' AS b, '@y' AS c, '+z' AS d, -1 AS e, 'a,\"b\"' AS f, NULL AS g",
                "--csv").out();
        assertThat(csv).isEqualTo("a,b,c,d,e,f,g\n'=1+1,'-x,'@y,'+z,-1,\"a,\"\"b\"\"\",\n");
    }

    @Test
    void anErrorOfAnEmptyWorkspaceNamesACommand() {
        Call call = Call.of("sql", "SELECT 1", "--home", folder.resolve("empty"));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.talk()).contains("nothing to look at yet", "Perhaps");
        assertThatThrownBy(() -> Query.ask(List.of(), "SELECT", 1)).isInstanceOf(BadInput.class);
    }
}
