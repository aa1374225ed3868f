package org.desireline.app.charterfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.desireline.charter.Declared;
import org.desireline.charter.Mistake;
import org.desireline.charter.Phase;
import org.desireline.charter.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A charter that is read, written and read again is the same, and what is written fits the schema. */
class CharterTextTest {

    /** Texts that YAML would take for something else. */
    private static final List<String> AWKWARD = List.of("yes", "null", "12", "1.5", "a: b", "# no", "- x", "'q'",
            "\"q\"", "back\\slash", "two\nlines", "tab\there", "[x]", "{x}", "*star", "&and", "!bang", "%", "@at",
                    "`x`",
            " blank ", "zürich", "日本", "~", "true", "2026-07-01", "a #b", "a:", "x\u2028y", "\ud83c\udf0a");

    @TempDir
    private Path folder;

    private static CharterReader.Read read(String text) {
        return CharterReader.read("charter.yaml", text.getBytes(StandardCharsets.UTF_8), ZoneOffset.UTC);
    }

    private static void roundTrip(String text) {
        CharterReader.Read first = read(text);
        assertThat(first.mistakes()).extracting(Mistake::text).isEmpty();
        String written = CharterText.of(first.declared());
        CharterReader.Read second = read(written);
        assertThat(second.mistakes()).as(written).extracting(Mistake::text).isEmpty();
        assertThat(second.declared()).usingRecursiveComparison().ignoringFieldsOfTypes(Place.class)
                .isEqualTo(first.declared());
        assertThat(CharterText.of(second.declared())).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"riverbank.yaml", "everything.yaml"})
    void whatIsWrittenReadsBackAsTheSame(String name) throws IOException {
        roundTrip(CharterSchemaTest.resource(name));
    }

    @Test
    void randomChartersOfAwkwardTextsReadBackAsTheSame() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder("from: 2026-07-01\npriorities:\n");
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                text.append("  - { id: p").append(i).append(", name: ").append(any(random)).append(", includes: {"
                        + " labels: [")
                        .append(any(random)).append(", ").append(any(random)).append("], components: [")
                        .append(any(random)).append("] } }\n");
            }
            text.append("teams: [{ id: t, name: ").append(any(random)).append(", members: [").append(any(random))
                    .append("], owns: [").append(CharterText.quoted("component:" + AWKWARD.get(random.nextInt(8))))
                    .append("] }]\n");
            roundTrip(text.toString());
        }
    }

    private static String any(SplittableRandom random) {
        return CharterText.quoted(AWKWARD.get(random.nextInt(AWKWARD.size())));
    }

    private static CharterDraft draft() {
        return new CharterDraft(".desireline/charter-1.schema.json", "Riverbank: Health", LocalDate.of(2026, 1, 5),
                ZoneId.of("Europe/Zurich"), "Mon-Fri 09:00-17:00",
                List.of(CharterDraft.Seen.of("priority", "Blocker", "won 31 of 40\nstarts"),
                        CharterDraft.Seen.of("type", "Customer's wish", ""),
                        CharterDraft.Seen.of("labels", "!!!", "# odd"),
                        CharterDraft.Seen.of("status", "blocker", "")),
                Map.of("jira/ONE", Map.of("In Progress", Phase.working, "Parked", Phase.backlog),
                        "jira/TWO", Map.of("In Progress", Phase.working, "Parked", Phase.blocked)),
                List.of("Seen in 3036 items,\nas of 2026-06-30."));
    }

    @Test
    void aDraftReadsWithoutAnyMistake() throws IOException {
        Path file = Files.writeString(folder.resolve("charter.yaml"), draft().text());
        Loaded loaded = CharterFiles.read(file);
        assertThat(loaded.text()).isEmpty();
        Declared declared = loaded.versions().getFirst().declared();
        assertThat(declared.assumed()).isTrue();
        assertThat(declared.from()).isEqualTo("2026-01-05");
        assertThat(declared.priorities()).extracting(priority -> priority.id().text())
                .containsExactly("blocker", "customer-s-wish", "class", "blocker-2");
        assertThat(declared.priorities()).extracting(priority -> priority.includes().where().text()).containsExactly(
                "priority == 'Blocker'", "type == 'Customer\\'s wish'", "'!!!' in labels", "status == 'blocker'");
        assertThat(declared.statuses()).extracting(word -> word.scope() + "|" + word.status() + "|" + word.phase())
                .containsExactly("|In Progress|working", "jira/ONE|Parked|backlog", "jira/TWO|Parked|blocked");
        assertThat(draft().text()).startsWith("# yaml-language-server: $schema=.desireline/charter-1.schema.json\n")
                .doesNotContain("won 31 of 40\nstarts");
    }

    @Test
    void theExamplesOfADraftCanBeTakenAsTheyAre() throws IOException {
        // Examples have no blank after the number sign, or two and more.
        String all = draft().text().replaceAll("(?m)^#(?=\\S|  )", "");
        Path file = Files.writeString(folder.resolve("charter.yaml"), all);
        assertThat(CharterFiles.read(file).text()).isEmpty();
        assertThat(CharterFiles.read(file).versions().getFirst().declared()).satisfies(declared -> {
            assertThat(declared.tradeoffs()).hasSize(1);
            assertThat(declared.gates()).hasSize(1);
            assertThat(declared.path()).hasSize(2);
            assertThat(declared.commitments()).hasSize(1);
        });
    }
}
