package org.desireline.app.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.desireline.charter.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping is read, or refused with the place and what to do. */
class MappingTextTest {

    private static Mapping read(String text) {
        return MappingText.read("x.records.yaml", text, Map.of("days.yaml", "v1: 2026-01-02\n",
                "bad.yaml", "v1: soon\n")::get);
    }

    @Test
    void tenLinesSuffice() {
        Mapping mapping = read("""
                files: risks/**/*.md
                except: risks/old/*
                key: ID
                status: [State, Status]
                due: target-date
                calendar: days.yaml
                statuses: { Mitigated: done }
                """);
        assertThat(mapping.name()).isEqualTo("x");
        assertThat(mapping.fits("risks/a/b.md")).isTrue();
        assertThat(mapping.fits("risks/b.md")).isTrue();
        assertThat(mapping.fits("risks/old/b.md")).isFalse();
        assertThat(mapping.fits("risks/a.md/b.txt")).isFalse();
        assertThat(mapping.fields()).containsEntry("status", java.util.List.of("state", "status"));
        assertThat(mapping.due()).containsOnlyKeys("");
        assertThat(mapping.required()).containsExactly("id");
        assertThat(String.valueOf(mapping.calendar().day("V1"))).isEqualTo("2026-01-02");
        assertThat(String.valueOf(mapping.calendar().day("1"))).isEqualTo("2026-01-02");
        assertThat(mapping.calendar().day("2")).isNull();
        assertThat(mapping.phase("mitigated")).isEqualTo(Phase.done);
        assertThat(mapping.phase("in review")).isEqualTo(Phase.review);
    }

    @Test
    void aPatternWithoutAStrokeMeansTheTopOfTheRepository() {
        assertThat(read("files: \"*.md\"").fits("a.md")).isTrue();
        assertThat(read("files: \"*.md\"").fits("b/a.md")).isFalse();
        assertThat(read("files: \"**/*.md\"").fits("b/a.md")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "status: x | x.records.yaml: it does not say which files are records",
        "files: a.md~stauts: x | x.records.yaml:2:9: 'stauts' is nothing that a mapping can say",
        "files: ../a.md | x.records.yaml:1:8: '../a.md' lies outside the repository",
        "files: /etc/a.md | x.records.yaml:1:8: '/etc/a.md' lies outside the repository",
        "files: a.md~format: xml | x.records.yaml:2:9: 'xml' is no format",
        "files: a.md~calendar: ../days.yaml | x.records.yaml:2:11: a calendar lies in the folder of its mapping",
        "files: a.md~calendar: none.yaml | x.records.yaml:2:11: there is no file 'none.yaml'",
        "files: a.md~calendar: bad.yaml | bad.yaml:1:5: this is no day",
        "files: a.md~calendar: {v1: 2026-02-30} | x.records.yaml:2:16: this is no day",
        "files: a.md~statuses: {x: finished} | x.records.yaml:2:15: 'finished' is no phase",
        "files: a.md~status: &a x | x.records.yaml:2:9: anchors and aliases",
        "files: a.md~status: !x y | x.records.yaml:2:9: tags (!) are not understood here",
        "files: a.md~files: b.md | x.records.yaml:2:1: ",
        "files: [a.md | x.records.yaml:1:",
        "[a, b] | x.records.yaml: it should be lines of",
        "files: {a: b} | x.records.yaml:1:8: a single value should stand here"})
    void everyMistakeIsSaidWithItsPlace(String text, String said) {
        assertThatThrownBy(() -> read(text.strip().replace('~', '\n'))).isInstanceOf(BadMapping.class)
                .hasMessageStartingWith(said.strip());
    }

    @Test
    void whatIsHugeIsRefused() {
        assertThatThrownBy(() -> read("files: a.md\nname: " + "x".repeat(1 << 18))).isInstanceOf(BadMapping.class)
                .hasMessageContaining("larger than a mapping");
        assertThatThrownBy(() -> read("files: a.md\ncalendar:\n" + "  v: 2026-01-01\n".repeat(3)))
                .isInstanceOf(BadMapping.class);
    }

    @Test
    void thoseThatComeWithTheProgramCanBeUsed() {
        assertThat(ReadyFetch.texts()).hasSize(6);
        ReadyFetch.texts().forEach((name, text) -> {
            if (Mappings.isMapping(name)) {
                assertThat(MappingText.read(name, text, ReadyFetch.texts()::get).required()).as(name).isNotEmpty();
            }
        });
    }
}
