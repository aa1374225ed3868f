package org.desireline.app.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.world.Riverbank;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported: tables without anybody, unless their tokens were asked for in so many words. */
class SheetFilesTest {

    private static final Pattern TOKEN = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");
    private static final List<String> LEDGER = List.of("items", "stretches", "lines");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void imported() throws IOException {
        Path export = Exports.of(Riverbank.make(1, 30), folder.resolve("export"));
        assertThat(Call.of("import", export, "--home", folder.resolve("home")).code()).isZero();
    }

    private static Call export(String into, Object... more) {
        List<Object> all = new ArrayList<>(List.of("export", folder.resolve(into), "--home", folder.resolve("home")));
        all.addAll(List.of(more));
        return Call.of(all.toArray());
    }

    private static long rows(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql.replace("FOLDER", folder.toString()))) {
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    void bothFormatsHoldTheSame() throws SQLException {
        assertThat(export("csv").code()).isZero();
        assertThat(export("parquet", "--format", "parquet").code()).isZero();
        for (String name : List.of("events", "items", "stretches", "lines")) {
            long csv = rows("SELECT count(*) FROM read_csv('FOLDER/csv/" + name + ".csv', all_varchar = true)");
            assertThat(csv).as(name).isPositive()
                    .isEqualTo(rows("SELECT count(*) FROM 'FOLDER/parquet/" + name + ".parquet'"));
        }
        assertThat(rows("SELECT count(*) FROM 'FOLDER/parquet/stretches.parquet' WHERE account = 'worked'")).isZero();
    }

    @Test
    void withoutAskingNobodyIsInAnyFile() throws IOException {
        assertThat(export("plain").code()).isZero();
        for (String name : List.of("events", "items", "stretches", "lines")) {
            Path file = folder.resolve("plain/" + name + ".csv");
            String text = Files.readString(file);
            assertThat(TOKEN.matcher(text).find()).as(name).isFalse();
            assertThat(text).doesNotContain("@riverbank").doesNotContainPattern("\\d\\d:\\d\\d:\\d\\d");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).startsWith("rw-r");
        }
        assertThat(Files.readAllLines(folder.resolve("plain/events.csv")).getFirst())
                .startsWith("item,key,day,verb,status,").endsWith(",pointer");
    }

    @Test
    void tokensAreForTheOwnerOnlyAndSaidToBeThere() throws IOException {
        Call call = export("tokens", "--journal", "--with-actor-ids");
        assertThat(call.code()).isZero();
        assertThat(call.talk()).contains("hold a token for everybody who did something");
        Path events = folder.resolve("tokens/events.csv");
        assertThat(TOKEN.matcher(Files.readString(events)).find()).isTrue();
        assertThat(Files.readString(events)).doesNotContain("@riverbank");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(events))).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder.resolve("tokens"))) {
            assertThat(files).hasSize(1);
        }
        for (Object[] wrong : new Object[][] {{"--with-actor-ids"}, {"--ledger", "--with-actor-ids"}}) {
            Call refused = export("refused", wrong);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.talk()).contains("Perhaps add --journal");
        }
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    @Test
    void nothingIsReplacedUnlessThatIsAskedFor() throws IOException {
        assertThat(export("twice", "--ledger").code()).isZero();
        Files.writeString(folder.resolve("twice/items.csv"), "mine");
        Call again = export("twice", "--ledger");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.talk()).contains("is there already", "--force");
        assertThat(folder.resolve("twice/items.csv")).hasContent("mine");
        assertThat(export("twice", "--ledger", "--force").code()).isZero();
        assertThat(folder.resolve("twice/items.csv")).content().startsWith("item,key,");
        try (Stream<Path> files = Files.list(folder.resolve("twice"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
                    LEDGER.stream().map(name -> name + ".csv").toList());
        }
    }

    @Test
    void aFolderThatCannotBeIsAFailureWithAGuess() throws IOException {
        Files.writeString(folder.resolve("file"), "x");
        Call call = export("file/below");
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.talk()).contains("cannot be written", "Perhaps name another folder");
    }
}
