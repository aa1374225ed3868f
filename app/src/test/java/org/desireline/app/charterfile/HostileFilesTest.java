package org.desireline.app.charterfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were never meant to be charters, or were meant to do harm, are told apart quickly and in one line. */
class HostileFilesTest {

    private static final String GOOD = "from: 2026-07-01\npriorities: [{ id: a, includes: { labels: [a] } }]\n";

    @TempDir
    private Path folder;

    private String printed(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("charter.yaml"), content);
        return CharterFiles.read(file).text().replace(folder + java.io.File.separator, "");
    }

    private String printed(String content) throws IOException {
        return printed(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeMissing() {
        assertThat(CharterFiles.read(folder.resolve("none.yaml")).text())
                .endsWith("none.yaml:1:1: there is no such file. Perhaps make one with `desireline init`.");
        assertThat(CharterFiles.read(folder).hasErrors()).isTrue();
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        byte[] huge = new byte[YamlTree.MOST_BYTES * 3];
        Arrays.fill(huge, (byte) ' ');
        assertThat(printed(huge))
                .isEqualTo("charter.yaml:1:1: the file is larger than 1 MB. Perhaps it is not a charter.");
    }

    @Test
    void aFileThatIsNotUtf8IsShownWhere() throws IOException {
        assertThat(printed((GOOD + "organization: Zürich\n").getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("charter.yaml:3:16: this is not UTF-8. Perhaps save the file as UTF-8.");
        assertThat(printed(GOOD.getBytes(StandardCharsets.UTF_16))).startsWith("charter.yaml:1:1: this is not UTF-8.");
    }

    @Test
    void aMarkOfByteOrderAndLinesOfWindowsDoNoHarm() throws IOException {
        assertThat(printed("\ufeff" + GOOD.replace("\n", "\r\n"))).isEmpty();
    }

    @Test
    void aCharacterThatIsNoneIsShownWhere() throws IOException {
        assertThat(printed("from: 2026-07-01\norganization: a\u0000b\n"))
                .startsWith("charter.yaml:2:16: a character stands here that no text has. Perhaps remove it.");
    }

    @Test
    void aBombOfAliasesIsRefusedAtItsFirstAnchor() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            for (int j = 0; j < 9; j++) {
                bomb.append("*a").append(i - 1).append(j < 8 ? ", " : "]\n");
            }
        }
        assertThat(printed(bomb.toString())).startsWith(
                "charter.yaml:1:5: anchors and aliases (& and *) are not understood in a charter.");
    }

    @Test
    void bracketsInsideBracketsEnd() throws IOException {
        assertThat(printed("from: " + "[".repeat(200_000))).contains("nested too deeply");
        assertThat(printed("from: " + "[".repeat(60) + "]".repeat(60))).contains("nested too deeply");
        assertThat(printed("from: " + "{a: ".repeat(100_000))).contains("nested too deeply");
    }

    @Test
    void anEndlessExpressionIsRefused() throws IOException {
        String start = "from: 2026-07-01\npriorities: [{ id: a, includes: { where: \"";
        assertThat(printed(start + "(".repeat(900) + "true" + ")".repeat(900) + "\" } }]\n")).contains("nested too"
                + " deeply");
        assertThat(printed(start + "true || ".repeat(1000) + "true\" } }]\n")).contains("is too long: at most 2000");
    }

    @Test
    void noFileWhateverBringsTheReaderDown() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = CharterSchemaTest.resource("everything.yaml").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                int at = random.nextInt(bytes.length);
                switch (random.nextInt(3)) {
                    case 0 -> bytes[at] = (byte) random.nextInt(32, 127);
                    case 1 -> bytes[at] = (byte) "{}[]:,-\n\"'#&*!|>% \t".charAt(random.nextInt(19));
                    default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                }
            }
            Path file = Files.write(folder.resolve("charter.yaml"), bytes);
            Loaded loaded = CharterFiles.read(file);
            assertThat(loaded.versions().isEmpty()).as("seed " + seed).isEqualTo(loaded.hasErrors());
        }
    }
}
