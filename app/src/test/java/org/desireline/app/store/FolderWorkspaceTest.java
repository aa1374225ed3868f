package org.desireline.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Set;
import java.util.Random;
import java.util.function.Consumer;
import org.desireline.journal.Event;
import org.desireline.journal.MemoryJournal;
import org.desireline.journal.Source;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is appended to a folder is read as it would be out of memory, however often and in whatever order it comes. */
class FolderWorkspaceTest {

    private static final Trouble ODD = new Trouble(Severity.WARNING, "a.json", "is odd", 2);

    @TempDir
    private Path folder;

    private FolderWorkspace workspace(String name, int batchRows) {
        return FolderWorkspace.in(folder.resolve(name), batchRows, talk -> { });
    }

    /** Some tokens are of the same person. */
    private static String person(String token) {
        return token.replace('7', '2').replace('8', '0');
    }

    private static List<String> inMemory(List<Event> events, Trouble... troubles) {
        MemoryJournal.Builder builder = new MemoryJournal.Builder();
        events.forEach(builder::add);
        List.of(troubles).forEach(builder::add);
        return Planted.told(builder.build(FolderWorkspaceTest::person));
    }

    private static Workspace.Appended append(
            Workspace workspace, String name, List<Event> events, Trouble... troubles) {
        return workspace.append(Planted.export(name), new Planted(events, List.of(troubles)), count -> { });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsReadIsWhatMemoryWouldHold(long seed) {
        List<Event> events = Planted.events(seed, 700);
        List<String> expected = inMemory(events, ODD);
        for (int batchRows : new int[] {9, 100, 50_000}) {
            try (FolderWorkspace workspace = workspace("batches of " + batchRows, batchRows)) {
                append(workspace, "all", events, ODD);
                assertThat(Planted.told(workspace.journal(FolderWorkspaceTest::person)))
                        .as("seed %d, %d a batch", seed, batchRows).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 50_000})
    void whatADocumentHeldGoesAsWhatItHoldsNowComes(int batchRows) {
        List<Event> events = Planted.events(11, 300);
        Set<String> pointers = events.stream().map(event -> event.origin().pointer()).collect(Collectors.toSet());
        String outdated = pointers.stream().sorted().findFirst().orElseThrow();
        List<Event> fresh = Planted.events(12, 50);
        List<Event> left = new ArrayList<>(events);
        left.removeIf(event -> event.origin().pointer().equals(outdated));
        assertThat(left).isNotEmpty().hasSizeLessThan(events.size());
        left.addAll(fresh);
        try (FolderWorkspace folder = workspace("stored", batchRows); Workspace memory = new ThrowawayWorkspace()) {
            for (Workspace workspace : List.of(folder, memory)) {
                append(workspace, "all", events);
                workspace.append(Planted.export("all"), new Planted(fresh, List.of()), Set.of(outdated), count -> { });
                assertThat(Planted.told(workspace.journal(FolderWorkspaceTest::person))).isEqualTo(inMemory(left));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void theOrderAndRepetitionOfExportsDoNotMatter(long seed) {
        List<Event> events = Planted.events(seed, 600);
        List<String> expected = inMemory(events);
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        try (FolderWorkspace workspace = workspace("shuffled", 64)) {
            append(workspace, "b", shuffled.subList(300, 600));
            append(workspace, "a", shuffled.subList(0, 400));
            workspace.release();
            append(workspace, "b", shuffled.subList(300, 600));
            assertThat(Planted.told(workspace.journal(FolderWorkspaceTest::person))).as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void theSameExportTwiceAddsNothing() throws SQLException {
        List<Event> events = Planted.events(7, 500);
        try (FolderWorkspace workspace = workspace("home", 100)) {
            Workspace.Appended first = append(workspace, "a", events);
            assertThat(first.added()).isEqualTo(events.stream().distinct().count());
            assertThat(first.export().events()).isEqualTo(500);
            workspace.release();
            long[] before = counts("home");
            assertThat(append(workspace, "a", events).added()).isZero();
            workspace.release();
            assertThat(counts("home")).isEqualTo(before);
        }
    }

    private long[] counts(String name) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (String table : List.of("text", "item", "actor", "event", "attribute", "link", "contested", "source",
                "trouble", "charter", "meta")) {
            counts.add(number(name, "SELECT count(*) FROM " + table));
        }
        return counts.stream().mapToLong(Long::longValue).toArray();
    }

    private long number(String name, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"
                + folder.resolve(name).resolve("journal.duckdb"));
                Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    void copiesThatDifferAreAllKept() throws SQLException {
        List<Event> events = Planted.events(8, 400);
        try (FolderWorkspace workspace = workspace("home", 50)) {
            append(workspace, "a", events);
        }
        long ids = events.stream().map(Event::id).distinct().count();
        assertThat(ids).isLessThan(400);
        assertThat(number("home", "SELECT count(*) FROM event")).isEqualTo(events.stream().distinct().count());
        assertThat(number("home", "SELECT count(DISTINCT (id_high, id_low)) FROM event")).isEqualTo(ids);
        assertThat(number("home", "SELECT count(*) FROM contested")).isEqualTo(number("home",
                "SELECT count(*) FROM (SELECT 1 FROM event GROUP BY id_high, id_low HAVING count(*) > 1)"));
    }

    @Test
    void whatAnExportTroubledWithIsReplacedWhenItIsReadAgain() {
        List<Event> events = Planted.events(9, 30).stream()
                .filter(event -> !event.subject().id().startsWith("key:")).toList();
        Trouble other = new Trouble(Severity.ERROR, "b.json", "is cut off", 1);
        try (FolderWorkspace workspace = workspace("home", 50)) {
            append(workspace, "a", events, ODD, other);
            append(workspace, "b", events, ODD);
            assertThat(workspace.journal(FolderWorkspaceTest::person).troubles()).containsExactly(other,
                    new Trouble(Severity.WARNING, "a.json", "is odd", 4));
            append(workspace, "a", events);
            assertThat(workspace.journal(FolderWorkspaceTest::person).troubles()).containsExactly(ODD);
        }
    }

    /** Delivers some of its events, and then cannot be read on. */
    private record Breaking(List<Event> events) implements Source {

        @Override
        public String name() {
            return "breaking";
        }

        @Override
        public void read(Consumer<Event> sink, Consumer<Trouble> troubles) {
            events.forEach(sink);
            throw new SourceException(SourceException.Kind.UNREADABLE, "breaking", true, "It broke.");
        }
    }

    @Test
    void anExportThatBreaksOffLeavesNothingOrSaysSo() {
        List<Event> events = Planted.events(10, 300);
        try (FolderWorkspace workspace = workspace("home", 100)) {
            assertThatThrownBy(() -> workspace.append(Planted.export("a"), new Breaking(events.subList(0, 90)),
                    count -> { })).hasMessage("It broke.");
            assertThat(workspace.imported()).isEmpty();
            assertThat(workspace.journal(FolderWorkspaceTest::person).eventCount()).isZero();
            assertThatThrownBy(() -> workspace.append(Planted.export("a"), new Breaking(events), count -> { }))
                    .hasMessage("It broke.");
            assertThat(workspace.imported()).singleElement().satisfies(export ->
                    assertThat(export.finished()).isFalse());
            append(workspace, "a", events);
            assertThat(workspace.imported()).singleElement().satisfies(export ->
                    assertThat(export.finished()).isTrue());
            assertThat(Planted.told(workspace.journal(FolderWorkspaceTest::person))).isEqualTo(inMemory(events));
        }
    }

    @Test
    void theManifestSaysWhatWasRead() {
        List<Event> events = Planted.events(11, 30);
        try (FolderWorkspace workspace = workspace("home", 100)) {
            append(workspace, "b", events);
            append(workspace, "a", List.of());
            Imported b = Planted.export("b").read(30, events.stream().mapToLong(Event::atMillis).max().orElseThrow());
            assertThat(workspace.imported()).containsExactly(Planted.export("a").read(0, Long.MIN_VALUE), b);
            workspace.release();
            assertThat(workspace.imported()).contains(b);
        }
    }

    @Test
    void aCharterIsKeptOnce() {
        KeptCharter first = new KeptCharter("2026-01-01", "charter.yaml", "ab", "priorities: [A]\n");
        KeptCharter second = new KeptCharter("2026-02-01", "charter.yaml", "cd", "it's \u0000 odd\ud83d");
        for (Workspace workspace : List.of(workspace("home", 10), new ThrowawayWorkspace())) {
            assertThat(workspace.charters()).isEmpty();
            workspace.keepCharters(List.of(second, first));
            workspace.keepCharters(List.of(first));
            workspace.release();
            workspace.keepCharters(List.of(second));
            assertThat(workspace.charters()).containsExactly(first, second);
            workspace.release();
        }
    }

    @Test
    void underAnotherSecretTheJournalIsRefused() throws IOException {
        try (FolderWorkspace workspace = workspace("home", 10)) {
            append(workspace, "a", Planted.events(12, 20));
        }
        Files.delete(folder.resolve("home/secret"));
        try (FolderWorkspace workspace = workspace("home", 10)) {
            assertThatThrownBy(() -> workspace.journal(FolderWorkspaceTest::person)).isInstanceOf(SourceException.class)
                    .hasMessageContaining("another secret").hasMessageContaining("Perhaps");
        }
    }

    @Test
    void anEmptyFolderHoldsAnEmptyJournal() {
        try (FolderWorkspace workspace = workspace("home", 10)) {
            assertThat(workspace.journal(FolderWorkspaceTest::person).eventCount()).isZero();
            assertThat(workspace.imported()).isEmpty();
            assertThat(folder.resolve("home/journal.duckdb")).doesNotExist();
        }
    }
}
