package org.desireline.app.source.xes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.desireline.app.EventTable;
import org.desireline.app.Exports;
import org.desireline.journal.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hand-made logs, each beside the table of the events it holds, and what hostile ones come to. */
class XesReaderTest {

    private static final String TRACE = "<trace><string key='concept:name' value='1'/><event>"
            + "<string key='concept:name' value='a'/><date key='time:timestamp' value='2026-03-02T09:00:00Z'/>"
            + "</event></trace>";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"awkward", "completions"})
    void everyLogGivesTheEventsOfItsTable(String log) throws IOException {
        assertThat(EventTable.of(resource(log + ".xes")).text()).isEqualTo(Files.readString(resource(log + ".txt")));
    }

    @Test
    void aPackedLogHoldsTheSameUnderTheSameIds() throws IOException {
        Path packed = Exports.gzip(folder.resolve("completions.xes.gz"),
                Files.readAllBytes(resource("completions.xes")));
        assertThat(EventTable.of(packed, resource("completions.xes")).text())
                .isEqualTo(EventTable.of(packed).text())
                .isEqualTo(EventTable.of(resource("completions.xes")).text());
    }

    @Test
    void tracesInAnyOrderAreTheSameEvents() throws IOException {
        Path one = log("a.xes", "<log>" + TRACE + TRACE.replace("'1'", "'2'") + "</log>");
        Path other = log("b/a.xes", "<log>" + TRACE.replace("'1'", "'2'") + TRACE + "</log>");
        assertThat(EventTable.of(one).text()).isEqualTo(EventTable.of(other).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><log>&x;" + TRACE + "</log>",
        "<!DOCTYPE log [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><log><trace x='&b;'/></log>",
        "<!DOCTYPE log SYSTEM 'http://localhost/log.dtd'><log>" + TRACE + "</log>"})
    void aDocumentTypeIsRefused(String text) throws IOException {
        Path file = log("bad.xes", text);
        assertThatThrownBy(() -> EventTable.of(file)).isInstanceOf(SourceException.class)
                .hasMessageContaining("document type").hasMessageNotContaining("root:");
    }

    @Test
    void whatStandsBeforeABreakCounts() throws IOException {
        List<String> rows = EventTable.of(log("cut.xes", "<log>" + TRACE + "<trace><event><string key='"))
                .rows(false);
        assertThat(rows).hasSize(4).last().asString().startsWith("! error cut.xes")
                .contains("what comes before counts");
    }

    @Test
    void deepNestingIsRefusedAndAnEndlessTextToo() throws IOException {
        Path deep = log("deep.xes", "<log>" + TRACE + "<trace>" + "<list key='x'>".repeat(200));
        Path text = log("long.xes", "<log>" + TRACE + "<trace><string key='x' value='" + "y".repeat(20 << 20) + "'/>");
        assertThat(EventTable.of(deep).rows(false)).hasSize(4).last().asString().contains("deeper than 100 levels");
        assertThat(EventTable.of(text).rows(false)).hasSize(4).last().asString().contains("longer than any log's");
    }

    private Path log(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(XesReaderTest.class.getResource("/xes/" + name), name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }
}
