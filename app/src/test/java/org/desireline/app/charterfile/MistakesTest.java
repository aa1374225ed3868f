package org.desireline.app.charterfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake that a charter can hold, and exactly what is printed: the table is mistakes.txt. */
class MistakesTest {

    private static final int FEWEST = 90;

    @TempDir
    private Path folder;

    /** A charter and what is printed for it. */
    record Case(String name, String charter, String printed) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        String text;
        try (var in = MistakesTest.class.getResourceAsStream("/charter/mistakes.txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Case> cases = new ArrayList<>();
        for (String part : text.split("(?m)^## ", -1)) {
            if (!part.isBlank()) {
                int name = part.indexOf('\n');
                int arrow = part.indexOf("->\n");
                cases.add(new Case(part.substring(0, name), part.substring(name + 1, arrow),
                        part.substring(arrow + 3).strip()));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsPrintedIs(Case one) throws IOException {
        Path file = Files.writeString(folder.resolve("charter.yaml"), one.charter());
        String printed = CharterFiles.read(file).text().replace(folder + java.io.File.separator, "");
        assertThat(printed).isEqualTo(one.printed());
    }

    @Test
    void theTableIsLong() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(FEWEST);
    }
}
