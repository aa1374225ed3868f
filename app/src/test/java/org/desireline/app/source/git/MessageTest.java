package org.desireline.app.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.desireline.app.git.GitProcess;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message names, and who stands behind it. */
class MessageTest {

    @TempDir
    private Path folder;

    private static String keys(String message) {
        return String.join(" ", new TreeSet<>(Message.of(message.replace("\\n", "\n"), "o/r").keys()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "RB-1 | RB-1", "rb-1 Rb-2 | ''", "R-1 | ''", "RB-1RB-2 | RB-1", "feature/RB-10_x,RB-007. | RB-007 RB-10",
        "xRB-1 9RB-2 | ''", "_RB-3 -RB-4 | RB-3 RB-4", "RB-RB-5 | RB-5", "RB- RB 6 | ''", "\u00c4RB-7 | RB-7",
        "'RB-8'';DROP TABLE event;--<script>RB-9' | RB-8 RB-9"})
    void aKeyIsWrittenInCapitals(String message, String keys) {
        assertThat(keys(message)).isEqualTo(keys);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "step #2 of 3 | ''", "Fixes #12 | o/r#12", "closes: #1, #2 and a/b#3 | a/b#3 o/r#1 o/r#2", "prefix #4 | ''",
        "see GH-7. | GH-7 o/r#7", "implements https://host.example/a/b/issues/9 | a/b#9", "x\\n\\nRefs: #5 | o/r#5",
        "Part of #6 | o/r#6", "Merge pull request #77 from ada/fix-RB-3 | RB-3 o/r#77", "Tidy (#8) | o/r#8",
        "Tidy (#8) more | ''", "Revert \"Tidy (#8)\" (#9) | o/r#9", "Merge branch 'RB-5-x' | RB-5",
        "Merge branch 'x'\\n\\nSee merge request g/s/p!31 | g/s/p!31 o/r!31", "fixed #12a | ''", "refs #0x1 | ''"})
    void aNumberCountsWhereAWordSaysWhatItIs(String message, String keys) {
        assertThat(keys(message)).isEqualTo(keys);
    }

    @Test
    void whereTheServerIsNotKnownANumberStandsAlone() {
        assertThat(Message.of("Tidy (#8)", "").keys()).containsExactly("#8");
        assertThat(Message.of("Tidy (#8)", "").pull()).isEqualTo("#8");
    }

    @Test
    void aMessageThatIsHugeOrOddDoesNoHarm() {
        String huge = "A".repeat(1 << 20) + "-" + "9".repeat(1 << 20) + "\u0000\ud800 RB-1 " + "RB-".repeat(1 << 18)
                + "A_".repeat(1 << 20) + " " + "fix ".repeat(1 << 18) + "a/".repeat(1 << 18) + "fixes #".repeat(1 << 16)
                + "\n\n" + "Reviewed-by: <".repeat(1 << 16) + "\n" + " \n".repeat(1 << 16);
        assertThat(Message.of(huge, "o/r").keys()).containsExactly("RB-1");
    }

    @Test
    void othersStandInTheTrailers() {
        Message message = Message.of("""
                Title

                Reviewed-by: Not One <no@x.example>

                Co-authored-by: Bob <bob@x.example>
                reviewed-BY: Cyd Dee <cyd@x.example>
                Acked-by: eve@x.example
                Approved-by: fay
                Signed-off-by: Ada <ada@x.example>
                """, "");
        assertThat(message.authors()).extracting(GitIdent::email).containsExactly("bob@x.example");
        assertThat(message.reviewers()).extracting(one -> one.name() + "/" + one.email())
                .containsExactly("Cyd Dee/cyd@x.example", "/eve@x.example", "fay/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t\n\na: b\nc-d: e\n", "t\n\ntext\n\na: b\n  more\nc: d\n\n\n", "a: b\n", "t\n\na: b\nno\n",
        "t\n\nno\nno\nno\nSigned-off-by: x\n", "t\n\nno\nno\nno\nno\nSigned-off-by: x\n", "t\n\n# a: b\nc: d\n",
        "t\n\n(cherry picked from commit 1)\nno\na: b\n", "t\n\na : b\n a: c\n", "t\n\n: b\n", "t\n\na b: c\n",
        "t\n\nhttp://x\nSigned-off-by: x\n", "\n\nt\na: b\n\nc: d", "t\n\n\ta: b\nc: d\n", "", "\n", "t\n   \na: b"})
    void trailersAreThoseThatGitFinds(String message) throws IOException, InterruptedException {
        Path git = GitProcess.program();
        Assumptions.assumeTrue(git != null, "SKIPPED: there is no git on the path");
        Path file = Files.writeString(folder.resolve("message"), message);
        Process process = new ProcessBuilder(git.toString(), "interpret-trailers", "--parse", "--no-divider")
                .directory(folder.toFile()).redirectInput(file.toFile()).start();
        List<String> expected = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        List<String> found = new ArrayList<>();
        Trailers.of(message).forEach(trailer -> found.add(trailer.token() + ": " + trailer.value()));
        assertThat(found).isEqualTo(expected);
    }
}
