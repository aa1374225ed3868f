package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.JsonShape;
import org.desireline.world.Riverbank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page names can be opened with what the page says. */
class ShowTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "--window all", "--window 26w --zone Europe/Zurich", "--as-of 2026-08-31",
        "--throwaway --window all"})
    void theProofThatIsPrintedProves(String options) throws IOException {
        Path export = Exports.of(Riverbank.make(1, 40), folder.resolve("two words"));
        String home = options.contains("--throwaway") ? "" : " --home " + folder.resolve("home");
        Call look = call("look", export, options + home);
        assertThat(look.code()).isZero();
        String proof = look.out().lines().filter(line -> line.startsWith("Proof: ")).findFirst().orElseThrow();
        Call show = Call.of(words(proof.replaceFirst("Proof: \\S+ ", "")).toArray());
        assertThat(show.code()).as(proof + show.talk()).isZero();
        assertThat(show.out()).contains("contest/priority/pullIndex", "Evidence");
    }

    @Test
    void theBeginningOfAnIdListsItsLines() throws IOException {
        Path export = Exports.of(Riverbank.make(1, 40), folder.resolve("export"));
        Call some = Call.of("show", "ledger/priority/Minor", "--from", export, "--throwaway");
        assertThat(some.code()).isZero();
        assertThat(some.out()).contains("ledger/priority/Minor/owner/share", "95 % interval")
                .doesNotContain("ledger/priority/Major/owner/share");
        Call json = Call.of("show", "contest/priority", "--json", "--from", export, "--throwaway");
        assertThat(json.code()).isZero();
        assertThat(JsonShape.errors(json.out())).isEmpty();
    }

    @Test
    void aRefusedLineSaysWhyItIsRefused() throws IOException {
        Path export = Exports.small(folder.resolve("small"));
        Call show = Call.of("show", "contest/priority/pullIndex", "--from", export, "--throwaway", "--window", "all");
        assertThat(show.code()).isEqualTo(4);
        assertThat(show.talk()).contains("Not enough evidence: ").contains("; needs ");
        assertThat(show.out()).isEmpty();
    }

    private static Call call(String command, Path export, String options) {
        List<Object> words = new java.util.ArrayList<>(List.of(command, export));
        words.addAll(words(options));
        return Call.of(words.toArray());
    }

    /** Words as a shell takes them: blanks part them, single quotes hold them together. */
    private static List<String> words(String text) {
        List<String> words = new java.util.ArrayList<>();
        java.util.regex.Matcher word = java.util.regex.Pattern.compile("'([^']*)'|(\\S+)").matcher(text);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        return words;
    }
}
