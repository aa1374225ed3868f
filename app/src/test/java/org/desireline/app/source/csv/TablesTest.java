package org.desireline.app.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.desireline.app.EventTable;
import org.desireline.journal.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hand-made tables, each beside the table of the events it holds, and what is guessed of others. */
class TablesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"events.csv", "activities.csv", "items.csv", "lines.jsonl"})
    void everyTableGivesTheEventsBesideIt(String table) throws IOException {
        String events = Files.readString(resource(table.replaceFirst("[.].*", ".txt")));
        assertThat(EventTable.of(resource(table)).text()).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-03-02 | iso", "2026-03-02T09:00:00.123Z | iso", "1772442000 | seconds", "1772442000123 | millis",
        "2026/3/2 9:00 | yyyy/M/d[ H:mm[:ss[.SSS]]]", "13.03.2026 09:00 | d.M.yyyy[ H:mm[:ss]]",
        "13/03/2026 | d/M/yyyy[ H:mm[:ss]]", "3/13/2026 9:00:00 | M/d/yyyy[ H:mm[:ss]]",
        "3/13/2026 9:00 PM | M/d/yyyy h:mm[:ss] a", "02-Mar-2026 | d-MMM-yyyy[ H:mm[:ss]]",
        "Mar 2, 2026 9:00 am | MMM d, yyyy[ h:mm[:ss] a]", "20260302090000 | yyyyMMddHHmmss"})
    void theFormatOfTimesIsTheOneThatFitsAll(String time, String format) {
        assertThat(TimeFormat.fitting(List.of(time))).startsWith(format);
    }

    @Test
    void theOrderOfDayAndMonthIsDecidedByOneValueOrNotAtAll() throws IOException {
        String rows = "case,activity,time\n1,a,01/02/2026\n1,b,03/02/2026\n";
        assertThatThrownBy(() -> EventTable.of(table("t.csv", rows))).isInstanceOf(SourceException.class)
                .hasMessageContaining("its times may be d/M/yyyy").hasMessageContaining("time-format");
        assertThat(EventTable.of(table("t.csv", rows + "1,c,31/03/2026\n")).text())
                .contains("2026-02-01T00:00:00Z", "2026-02-03T00:00:00Z", "2026-03-31T00:00:00Z");
        assertThat(MappingGuess.of(List.of("case", "activity", "time"), List.of(List.of("1", "a", "02/02/2026")))
                .problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Case ID,Task,TaskStartTimestamp,TaskEndTimestamp,Resource",
        "case:concept:name,concept:name,start_timestamp,time:timestamp,org:resource",
        "ticket_id,step,start_time,end_time,user", "caseid,ActivityName,Begin,Finish,Performer"})
    void theUsualNamesOfColumnsAreKnown(String header) {
        List<String> row = List.of("1", "a", "2026-03-02 09:00", "2026-03-02 10:00", "ada");
        MappingGuess guess = MappingGuess.of(List.of(header.split(",")), List.of(row));
        assertThat(guess.problem()).isNull();
        assertThat(guess.mapping().columns().keySet())
                .containsExactlyInAnyOrder(Role.CASE, Role.ACTIVITY, Role.START, Role.END, Role.RESOURCE);
    }

    @Test
    void aTableThatTellsTooLittleIsATroubleThatSaysWhatToAdd() throws IOException {
        Path file = table("people.csv", "name,age\nada,36\nbo,41\n");
        assertThatThrownBy(() -> EventTable.of(file)).isInstanceOf(SourceException.class)
                .hasMessageContaining("no column for case and time and activity was recognised")
                .hasMessageContaining("columns: { \"people.csv\": { case: …, time: …, activity: … } }")
                .hasMessageNotContaining("ada");
    }

    @Test
    void bytesThatAreNoUtf8AreReadAsWindows1252AndCounted() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.write(file, "case,activity,time\n1,prüfen,2026-03-02\n1,zahlen €,2026-03-03\n"
                .getBytes(java.nio.charset.Charset.forName("windows-1252")));
        assertThat(EventTable.of(file).text()).contains("status=prüfen", "status=zahlen €")
                .contains("! note t.csv · bytes that are no UTF-8: read as windows-1252 · 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkTellsUtf16(String charset) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.write(file, "\ufeffcase\tactivity\ttime\n1\tprüfen\t2026-03-02\n"
                .getBytes(java.nio.charset.Charset.forName(charset)));
        assertThat(EventTable.of(file).text()).contains("status=prüfen");
    }

    @Test
    void aRowWithACommaTooManyIsLeftOutWithTheLineOfTheFirst() throws IOException {
        String rows = "case,activity,time\n" + "1,a,2026-03-02\n".repeat(20) + "1,a, b,2026-03-02\n1,a\n";
        assertThat(EventTable.of(table("t.csv", rows)).rows(false)).contains("! warning t.csv · rows with more values"
                + " than there are names, the first in line 22: left out. Perhaps a value holds the delimiter and is"
                + " not in quotes · 1", "! warning t.csv · rows with fewer values than there are names, the first in"
                + " line 23: left out · 1");
    }

    @Test
    void anEndlessValueEndsTheTableAndNotTheProgram() throws IOException {
        String rows = "case,activity,time\n" + "1,a,2026-03-02\n".repeat(20) + "1,\"" + "x".repeat(3 << 20);
        List<String> read = EventTable.of(table("t.csv", rows)).rows(false);
        assertThat(read).hasSize(23).last().asString()
                .startsWith("! error t.csv · has, after line 21, a value longer");
    }

    @Test
    void theOrderOfRowsOfDifferentCasesChangesNothing() throws IOException {
        List<String> lines = Files.readAllLines(resource("activities.csv"), StandardCharsets.UTF_8);
        List<String> rows = new java.util.ArrayList<>(lines.subList(1, lines.size()));
        Collections.sort(rows);
        Files.createDirectories(folder.resolve("b"));
        Path sorted = table("b/activities.csv", lines.getFirst() + "\n" + String.join("\n", rows) + "\n");
        assertThat(EventTable.of(sorted).text()).isEqualTo(EventTable.of(resource("activities.csv")).text());
    }

    private Path table(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(TablesTest.class.getResource("/csv/" + name), name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }
}
