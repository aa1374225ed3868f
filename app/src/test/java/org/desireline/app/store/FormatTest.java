package org.desireline.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.journal.Event;
import org.desireline.journal.MemoryJournal;
import org.desireline.journal.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An older file is brought up to date, and what is no journal of this program is refused in words. */
class FormatTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("home/journal.duckdb");
    }

    private void tell(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String asked(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
                Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    @Test
    void anOlderFileIsBroughtUpToDate() throws SQLException {
        List<Event> events = Planted.events(21, 300);
        try (FolderWorkspace workspace = FolderWorkspace.in(folder.resolve("home"), talk -> { })) {
            workspace.append(Planted.export("a"), new Planted(events, List.of()), count -> { });
        }
        String contested = asked("SELECT count(*) FROM contested");
        tell("DROP TABLE charter", "DROP TABLE contested", "UPDATE meta SET value = '1' WHERE name = 'format'");
        MemoryJournal.Builder expected = new MemoryJournal.Builder();
        events.forEach(expected::add);
        try (FolderWorkspace workspace = FolderWorkspace.in(folder.resolve("home"), talk -> { })) {
            assertThat(Planted.told(workspace.journal(UnaryOperator.identity())))
                    .isEqualTo(Planted.told(expected.build()));
            assertThat(workspace.charters()).isEmpty();
        }
        assertThat(asked("SELECT value FROM meta WHERE name = 'format'")).isEqualTo("2");
        assertThat(asked("SELECT count(*) FROM contested")).isEqualTo(contested).isNotEqualTo("0");
    }

    @Test
    void aNewerFileIsRefusedWithBothFormatsNamed() throws SQLException, IOException {
        Call.of("import", Exports.small(folder.resolve("export")), "--home", folder.resolve("home"));
        tell("UPDATE meta SET value = '9' WHERE name = 'format'");
        Call look = Call.of("look", "--home", folder.resolve("home"));
        assertThat(look.code()).isEqualTo(3);
        assertThat(look.talk()).contains("has format 9", "knows formats up to 2", "Perhaps use the newer version");
    }

    @Test
    void anotherProgramsDatabaseIsRefusedAndLeftAlone() throws SQLException, IOException {
        Files.createDirectories(folder.resolve("home"));
        tell("CREATE TABLE meta(a INTEGER)", "CREATE TABLE event(b INTEGER)");
        for (Object[] command : new Object[][] {
            {"look", "--home", folder.resolve("home")},
            {"import", Exports.small(folder.resolve("export")), "--home", folder.resolve("home")}}) {
            Call call = Call.of(command);
            assertThat(call.code()).as(call.all()).isEqualTo(3);
            assertThat(call.talk()).contains("no journal of Desireline", "Perhaps it belongs to another program");
        }
        assertThat(asked("SELECT count(*) FROM duckdb_tables()")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 4_000, 20_000})
    void aDamagedFileIsRefusedInWords(int left) throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Call.of("import", export, "--home", folder.resolve("home"));
        Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), left));
        for (Object[] command : new Object[][] {
            {"look", "--home", folder.resolve("home")},
            {"import", export, "--home", folder.resolve("home"), "--again"}}) {
            Call call = Call.of(command);
            assertThat(call.code()).as(call.all()).isEqualTo(3);
            assertThat(call.talk()).contains("journal.duckdb", "Perhaps").doesNotContain("defect");
        }
    }

    @Test
    void textInPlaceOfAJournalIsRefusedInWords() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(file(), "not a database\n".repeat(5_000));
        Call look = Call.of("look", "--home", folder.resolve("home"));
        assertThat(look.code()).isEqualTo(3);
        assertThat(look.talk()).contains("its file format is not understood", "Perhaps");
    }

    @ParameterizedTest
    @CsvSource({
        "IO Error: Could not write file: No space left on device, the disk is full",
        "IO Error: Cannot open file \"x\": Permission denied, permissions",
        "Out of Memory Error: failed to allocate, memory",
        "IO Error: Corrupt database file, damaged"
    })
    void aFailureIsSaidInWords(String message, String said) {
        SourceException failure = Failures.of(file(), new SQLException(message));
        assertThat(failure).hasMessageContaining(said).hasMessageContaining("Perhaps")
                .hasMessageContaining("journal.duckdb");
    }

    @Test
    void whatAProcessLeftHalfMadeIsTakenAway() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Path left = folder.resolve("home/journal.duckdb.new999999999");
        Files.writeString(left, "half");
        Call.of("import", Exports.small(folder.resolve("export")), "--home", folder.resolve("home"));
        assertThat(left).doesNotExist();
        assertThat(file()).isNotEmptyFile();
    }
}
