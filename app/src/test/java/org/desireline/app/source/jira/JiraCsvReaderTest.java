package org.desireline.app.source.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.desireline.app.EventTable;
import org.desireline.app.source.files.Beginning;
import org.desireline.app.source.files.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jira's own CSV: its columns, and the ways in which people's settings write a date. */
class JiraCsvReaderTest {

    private static final String HEAD = "Issue key,Issue id,Status,Created,Updated\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"server", "cloud"})
    void everyExportGivesTheEventsOfItsTable(String name) throws IOException {
        assertThat(EventTable.of(resource(name + ".csv")).text()).isEqualTo(Files.readString(resource(name + ".txt")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12/Mar/21 3:04 PM", "2021-03-12 15:04", "2021-03-12T15:04:00.000+0000",
        "12.03.21 15:04", "12.03.2021 15:04:00", "12. März 2021 15:04", "12/mars/21 3:04 PM", "Mar 12, 2021 3:04 PM",
        "March 12, 2021, 3:04 PM", "12-Mar-2021 15:04", "Fri, 12 Mar 2021 15:04:00", "13/03/21 15:04"})
    void aDateIsReadAsItIsWritten(String written) throws IOException {
        String created = written.startsWith("13") ? "2021-03-13T15:04:00Z" : "2021-03-12T15:04:00Z";
        assertThat(rows(HEAD + "AB-1,1,Open,\"" + written + "\",\"" + written + "\"\n"))
                .anyMatch(row -> row.startsWith("created  " + created)).noneMatch(row -> row.contains("month stands"));
    }

    @Test
    void oneDateTellsTheOrderOfAll() throws IOException {
        assertThat(rows(HEAD + "AB-1,1,Open,3/4/21 3:04 PM,3/5/21 3:04 PM\nAB-2,2,Open,3/25/21 3:04 PM,3/26/21 1:00 PM"
                + "\n")).anyMatch(row -> row.startsWith("created  2021-03-04T15:04:00Z"));
        assertThat(rows(HEAD + "AB-1,1,Open,3/4/21 15:04,3/5/21 15:04\nAB-2,2,Open,25/3/21 15:04,26/3/21 13:00\n"))
                .anyMatch(row -> row.startsWith("created  2021-04-03T15:04:00Z"));
    }

    @Test
    void wordsOfOrderDecideWhereNumbersDoNot() throws IOException {
        List<String> rows = rows(HEAD + "AB-1,1,Open,10/3/21 15:04,9/4/21 15:04\n");
        assertThat(rows).anyMatch(row -> row.startsWith("created  2021-03-10T15:04:00Z"))
                .noneMatch(row -> row.contains("month stands"));
    }

    @Test
    void whereNothingTellsTheOrderItIsSaid() throws IOException {
        assertThat(rows(HEAD + "AB-1,1,Open,3/4/21 15:04,5/6/21 15:04\n"))
                .anyMatch(row -> row.contains("no date tells whether the day or the month stands first: read as day"))
                .anyMatch(row -> row.startsWith("created  2021-04-03T15:04:00Z"));
        assertThat(rows(HEAD + "AB-1,1,Open,3/4/21 3:04 PM,5/6/21 3:04 PM\n"))
                .anyMatch(row -> row.contains("read as month, day"));
    }

    @Test
    void aDateThatCannotBeReadIsATrouble() throws IOException {
        assertThat(rows(HEAD + "AB-1,1,Open,yesterday,2021-03-12 15:04\nAB-2,2,Open,2021-03-12 15:04,2021-03-12 15:04"
                + "\n")).anyMatch(row -> row.contains("a creation has a time that cannot be read"))
                .noneMatch(row -> row.contains("yesterday"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"case,activity,time|false", "Key,Status,Created|false",
        "Issue Type,Key,Summary,Status,Created,Updated|true", "Issue key,Issue id,Status,Created|true",
        "Issue key,Issue id,Summary|false"})
    void onlyTheColumnsOfJiraAreClaimed(String header, boolean isJiras) {
        JiraCsvReader reader = new JiraCsvReader(new Delivery(account -> account, (account, called) -> { },
                event -> { }, trouble -> { }));
        byte[] bytes = (header + "\n" + header.replaceAll("[^,]+", "x") + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(reader.understands(new Beginning("a.csv", bytes))).isEqualTo(isJiras);
    }

    @Test
    void noWordThatAPersonWroteIsHandedOn() {
        for (String name : List.of("server.csv", "cloud.csv")) {
            assertThat(String.join("\n", EventTable.of(resource(name)).rows(true)))
                    .doesNotContain("again", "rains", "greased", "Saw it", "Thank you", "Ada Oak", "Angel");
        }
    }

    private List<String> rows(String text) throws IOException {
        return EventTable.of(Files.writeString(folder.resolve("jira.csv"), text)).rows(false);
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(JiraCsvReaderTest.class.getResource("/jira/csv/" + name), name)
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }
}
