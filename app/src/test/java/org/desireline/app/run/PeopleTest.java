package org.desireline.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is who is the reader's to write; what was seen is added beside it, and a mistake is said with its place. */
class PeopleTest {

    @TempDir
    private Path folder;

    private static People read(String text) {
        return People.read("people.yaml", text);
    }

    @Test
    void whoeverIsSeenIsNobodysAtFirst() {
        People people = read(null);
        String text = people.seeing(List.of("jira:b", "jira:a"), Map.of());
        assertThat(text).contains("people: {}", "accounts:\n  - \"jira:a\"\n  - \"jira:b\"\n");
        People again = read(text);
        assertThat(again.strangers()).containsExactly("jira:a", "jira:b");
        assertThat(again.people()).isEmpty();
        assertThat(again.seeing(List.of("jira:a"), Map.of())).isEqualTo(text);
        String odd = "jira:c \"q\" \\ \u00e9";
        assertThat(read(again.seeing(List.of(odd), Map.of())).accounts()).contains(odd);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        """
        # mine
        people:
          ada: [jira:ada, "git:ada@x.org"]   # a remark
          bob:
            - jira:bob

        accounts: [jira:c]
        """,
        """
        accounts:
        - jira:c
        # the people \ud83d\ude00
        people:
          ada: [jira:ada, git:ada@x.org]
          bob: [jira:bob]
        """,
        "people: {ada: [jira:ada, git:ada@x.org], bob: [jira:bob]}\naccounts: [jira:c, jira:bob]"})
    void whatTheReaderWroteStays(String text) {
        People people = read(text);
        assertThat(people.accountsOf("ada")).containsExactly("jira:ada", "git:ada@x.org");
        assertThat(people.personOf("jira:bob")).isEqualTo("bob");
        assertThat(people.personOf("jira:c")).isNull();
        String seen = people.seeing(List.of("jira:d", "jira:ada"), Map.of());
        for (String line : text.lines().toList()) {
            if (!line.contains("accounts") && !line.contains("jira:c")) {
                assertThat(seen).contains(line);
            }
        }
        People after = read(seen);
        assertThat(after.people()).isEqualTo(people.people());
        assertThat(after.strangers()).containsExactly("jira:c", "jira:d");
        assertThat(after.accounts()).containsExactly("git:ada@x.org", "jira:ada", "jira:bob", "jira:c", "jira:d");
        assertThat(after.seeing(List.of(), Map.of())).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "people: [jira:quill] | 1:9", "peple: {} | 1:1", "people:\\n  ada: jira:quill | 2:8",
        "people:\\n  ada: [quill] | 2:9", "people:\\n  ada: [jira:quill]\\n  bob: [jira:quill] | 3:9",
        "accounts:\\n\\t- jira:quill | 2:1", "accounts: jira:quill | 1:11", "people:\\n  quill: {a: b} | 2:10",
        "accounts: [jira:quill | 1:", "people: {}\\npeople: {} | 2:1"})
    void aMistakeIsSaidWithItsPlaceAndWithoutAnAccount(String text, String place) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n").replace("\\t", "\t"))).isInstanceOf(BadInput.class)
                .hasMessageContaining("people.yaml:" + place).hasMessageContaining("Perhaps")
                .message().doesNotContain("quill");
    }

    @Test
    void aMistakeInTheFileEndsTheCommand() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Path home = folder.resolve("home");
        Call.of("import", export, "--home", home);
        assertThat(home.resolve("people.yaml")).content().contains("\"jira:person1\"");
        Files.writeString(home.resolve("people.yaml"), "people:\n  ada: [person1]\n");
        Call look = Call.of("look", "--home", home, "--window", "all");
        assertThat(look.code()).isEqualTo(2);
        assertThat(look.talk()).contains("people.yaml:2:9: ", "Perhaps").doesNotContain("person1");
    }

    @Test
    void aBotIsKnownWithoutItsExport() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Files.writeString(export.resolve("bot.json"), Exports.issue(20, "hudson-bot", "Major", true));
        Path home = folder.resolve("home");
        Call.of("import", export, "--home", home);
        Call look = Call.of("look", "--home", home, "--window", "all");
        assertThat(look.out()).contains("1 account (by name");
        assertThat(Files.readString(home.resolve("guess.yaml"))).contains("jira:hudson-bot");
    }
}
