package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong options and wrong files of guesses end with 2, and say what was perhaps meant. */
class WrongUseTest {

    @TempDir
    private Path folder;

    private Path export = Path.of("");
    private Path home = Path.of("");

    @BeforeEach
    void write() throws IOException {
        export = Exports.small(folder.resolve("export"));
        home = Files.createDirectories(folder.resolve("home"));
    }

    @ParameterizedTest
    @CsvSource({
        "--window, 53x, 52w", "--window, 0w, 52w", "--window, 2026-13, 52w", "--window, 2031Q1, earlier",
        "--window, '', 52w", "--as-of, 2026-02-30, 2026-06-30", "--as-of, yesterday, 2026-06-30",
        "--as-of, 1999-01-01, later", "--zone, Mars/Phobos, Europe/Zurich", "--zone, '', UTC",
        "--by, sprint, component", "--by, 'type,,epic', component", "--threads, 0, processor",
        "--threads, 5000, processor", "--limit, 0, 20", "--limit, 21, 20"
    })
    void aWrongValueIsRefusedWithAGuess(String option, String value, String perhaps) {
        Call look = Call.of("look", export, "--home", home, option, value);
        assertThat(look.code()).as(look.all()).isEqualTo(2);
        assertThat(look.out()).isEmpty();
        assertThat(look.talk()).contains("Perhaps").contains(perhaps).doesNotContain("defect");
    }

    @ParameterizedTest
    @CsvSource({
        "--no-colour, --no-color", "--windw=52w, --window", "--threads=many, --threads", "--limit=ten, --limit",
        "--as-of, --as-of"
    })
    void aWrongOptionIsRefusedWithItsLikes(String option, String like) {
        Call look = Call.of("look", export, "--home", home, option);
        assertThat(look.code()).isEqualTo(2);
        assertThat(look.out()).isEmpty();
        assertThat(look.talk()).contains(like);
    }

    @Test
    void aWrongCommandIsRefusedWithItsLikes() {
        assertThat(Call.of("lok").code()).isEqualTo(2);
        assertThat(Call.of("lok").talk()).contains("look");
        assertThat(Call.of("show", "--home", home).code()).isEqualTo(2);
    }

    @Test
    void noCommandAtAllShowsTheHelp() {
        assertThat(Call.of().code()).isEqualTo(2);
        assertThat(Call.of().out()).contains("desireline demo", "Exit: 0 answered");
        assertThat(Call.of("--help").code()).isZero();
    }

    @Test
    void lookingAtNothingNamesACommand() {
        Call look = Call.of("look", "--home", home);
        assertThat(look.code()).isEqualTo(2);
        assertThat(look.talk()).contains("nothing to look at yet", "Perhaps", "desireline look issues.zip");
    }

    @ParameterizedTest
    @CsvSource({"T-999, Perhaps you meant one like T-1", "t-999, Perhaps", "NO-1, Perhaps it is not in this export",
        "ledger/all/all/liv/hours, Perhaps you meant one of ledger/all/all/live/hours"})
    void anUnknownItemOrLineIsRefusedWithItsLikes(String what, String perhaps) {
        Call show = Call.of("show", what, "--from", export, "--home", home, "--window", "all");
        assertThat(show.code()).isEqualTo(2);
        assertThat(show.talk()).contains("There is no item and no line '" + what + "'").contains(perhaps);
    }

    static Stream<Arguments> badGuesses() {
        return Stream.of(
                Arguments.of("zone: \"UTC\"\nweek: \"Mon-Fri 09:00-17:00\npriorities: [A]\n", 4, "Perhaps"),
                Arguments.of("zone: UTC\nweek: [Mon\nbots: []\n", 3, "Perhaps"),
                Arguments.of("zone: UTC\nzone: UTC\n", 2, "Perhaps"),
                Arguments.of("zone: UTC\n\tweek: x\n", 2, "Perhaps"),
                Arguments.of("zone: UTC\nprioritys: [A]\n", 2, "Perhaps you meant one of priorities"),
                Arguments.of("zone: UTC\nstatuses:\n  \"jira/T\":\n    Open: queud\n", 4,
                        "Perhaps you meant one of queued"),
                Arguments.of("zone: UTC\nstatuses: [Open]\n", 2, "Perhaps"),
                Arguments.of("zone: [UTC]\n", 1, "Perhaps"),
                Arguments.of("priorities: Blocker\n", 1, "[One, Two]"),
                Arguments.of("- zone\n", 1, "Perhaps"),
                Arguments.of("zone: Mars/Phobos\n", 1, "Perhaps"),
                Arguments.of("zone: UTC\nweek: Mon-Fri 09:00-25:00\n", 2, "Perhaps"));
    }

    @ParameterizedTest
    @MethodSource("badGuesses")
    void aWrongFileOfGuessesIsRefusedWithItsPlace(String text, int line, String perhaps) throws IOException {
        Files.writeString(home.resolve("guess.yaml"), text);
        Call look = Call.of("look", export, "--home", home, "--window", "all");
        assertThat(look.code()).as(look.all()).isEqualTo(2);
        assertThat(look.out()).isEmpty();
        assertThat(look.talk()).containsPattern("guess[.]yaml:" + line + ":\\d+: ").contains(perhaps)
                .doesNotContain("defect");
        assertThat(home.resolve("guess.yaml")).as("left as it was").hasContent(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        """
        a: &a [x,x,x,x,x,x,x,x,x]
        b: &b [*a,*a,*a,*a,*a,*a,*a,*a]
        c: &c [*b,*b,*b,*b,*b,*b,*b,*b]
        d: &d [*c,*c,*c,*c,*c,*c,*c,*c]
        priorities: [*d,*d,*d,*d,*d,*d,*d]
        """,
        "priorities: &a [*a, *a]\n",
        "statuses: &s\n  \"jira/T\": *s\n"
    })
    void aBombOfAliasesIsRefused(String text) throws IOException {
        Files.writeString(home.resolve("guess.yaml"), text);
        Call look = Call.of("look", export, "--home", home, "--window", "all");
        assertThat(look.code()).as(look.all()).isEqualTo(2);
        assertThat(look.talk()).contains("guess.yaml").contains("Perhaps").doesNotContain("defect");
    }

    @Test
    void anErrorInTheFileOfGuessesDoesNotQuoteAnAccount() throws IOException {
        Files.writeString(home.resolve("guess.yaml"), "zone: UTC\nbots: [\"jira:quentin.quillfeather\", {a: b}]\n");
        Call look = Call.of("look", export, "--home", home, "--window", "all");
        assertThat(look.code()).isEqualTo(2);
        assertThat(look.talk()).contains("guess.yaml:2:").doesNotContain("quillfeather");
    }

    @Test
    void aHomeThatIsAFileIsAFailureWithAGuess() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "x");
        Call look = Call.of("look", export, "--home", file);
        assertThat(look.code()).isEqualTo(3);
        assertThat(look.talk()).contains("cannot be used", "Perhaps name another with --home");
    }
}
