package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.desireline.app.Call;
import org.desireline.world.planted.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A planted world in the demo: its files are opened as anybody's, and what was planted is what can be said. */
class DemoTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "displaced, worked on something declared less important that was begun afterwards",
        "orphan-area, waited for nobody: they had no owner",
        "obedient, Nothing stands out"
    })
    void whatWasPlantedIsWhatCanBeSaid(String world, String said) {
        Call call = Call.of("demo", "--world", world, "--seed", 2, "--into", folder);
        assertThat(call.code()).isZero();
        assertThat(call.talk()).contains("Planted: " + Plan.of(world).problem());
        assertThat(call.out().replaceAll("\\s+", " ")).contains(said);
        assertThat(folder.resolve("export/page-000.json")).isRegularFile();
        assertThat(folder.resolve("code.git")).isDirectory();
        assertThat(folder.resolve("charter.yaml")).isRegularFile();
        Call again = Call.of("report", "--home", folder.resolve(".desireline"), "--charter",
                folder.resolve("charter.yaml"));
        assertThat(again.out()).isEqualTo(call.out());
    }

    @Test
    void theSameSeedTellsTheSame() {
        String first = json(3, 8, "one");
        assertThat(json(3, 8, "other")).isEqualTo(first);
        assertThat(json(4, 8, "third")).isNotEqualTo(first);
    }

    @Test
    void whatIsNotThereIsWrongUse() {
        Call call = Call.of("demo", "--world", "alined", "--into", folder);
        assertThat(call.code()).isEqualTo(Exit.WRONG_USE);
        assertThat(call.talk()).contains("'alined'").contains("aligned");
        assertThat(Call.of("demo", "--weeks", 0, "--into", folder).code()).isEqualTo(Exit.WRONG_USE);
        assertThat(Files.exists(folder.resolve("code.git"))).isFalse();
    }

    private String json(long seed, int weeks, String into) {
        return Call.of("demo", "--world", "aligned", "--seed", seed, "--weeks", weeks, "--json", "--into",
                folder.resolve(into), "--window", "all").out();
    }
}
