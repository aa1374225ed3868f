package org.desireline.app.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The manual shows what is so: its example is a record, and every entry and format stands in it. */
class RecordsDocTest {

    private static String manual() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path docs = Files.isDirectory(here.resolve("docs")) ? here : here.getParent();
        return Files.readString(docs.resolve("docs/records.md"));
    }

    private static String block(String manual, String language) {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(manual);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void theExampleCanBeCopied() throws IOException {
        String manual = manual();
        Mapping mapping = MappingText.read("risks.records.yaml", block(manual, "yaml"), name -> null);
        String record = block(manual, "markdown");
        assertThat(mapping.fits("risks/R-0012.md")).isTrue();
        State state = State.of(mapping, "risks/R-0012.md",
                Form.read(Form.guess("risks/R-0012.md", record), record));
        assertThat(state).isNotNull();
        assertThat(List.of(mapping.name(), state.key(), state.status(), state.owner()))
                .containsExactly("risks", "12", "watching", "@ada");
        assertThat(state.dues().get("mitigated").iso()).isEqualTo("2026-09-30");
        assertThat(state.dues().get("reviewed").iso()).isEqualTo("2026-09-01");
        assertThat(mapping.phase("moot")).hasToString("dropped");
    }

    @Test
    void everyEntryFormatAndMappingIsExplained() throws IOException {
        String manual = manual();
        MappingText.ENTRIES.forEach(entry -> assertThat(manual).contains("`" + entry + "`"));
        Arrays.stream(Form.values()).forEach(form -> assertThat(manual).contains("`" + form.label() + "`"));
        Map<String, String> texts = ReadyFetch.texts();
        texts.forEach((name, text) -> {
            if (Mappings.isMapping(name)) {
                assertThat(manual).contains("| `" + MappingText.read(name, text, texts::get).name() + "` |");
            }
        });
    }
}
