package org.desireline.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.run.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever finds the journal taken is told by whom; a note of somebody who is no more matters to nobody. */
class HolderTest {

    @TempDir
    private Path folder;

    private Path home() {
        return folder.resolve("home");
    }

    private Path imported() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        assertThat(Call.of("import", export, "--home", home()).code()).isZero();
        return export;
    }

    @Test
    void aLockedJournalNamesItsHolder() throws IOException {
        Path export = imported();
        try (Child child = Child.start(folder.resolve("tmp"), "write", home())) {
            child.await("holding");
            assertThat(home().resolve("holder")).isRegularFile();
            Call look = Call.of("look", "--home", home());
            assertThat(look.code()).isEqualTo(3);
            assertThat(look.out()).isEmpty();
            assertThat(look.talk()).contains("is in use by process " + child.process().pid(), "running since",
                    "Perhaps",                    "Waiting for process " + child.process().pid());
            assertThat(Call.of("look", export, "--home", folder.resolve("other"), "--window", "all").code()).isZero();
        }
        assertThat(Call.of("look", "--home", home(), "--window", "all").code()).isZero();
    }

    @Test
    void twoMayReadAtOnce() throws IOException {
        imported();
        try (Child child = Child.start(folder.resolve("tmp"), "read", home())) {
            child.await("holding");
            assertThat(Call.of("look", "--home", home(), "--window", "all").code()).isZero();
        }
    }

    @Test
    void aNoteOfAProcessThatIsNoMoreDoesNotMatter() throws IOException {
        Path export = imported();
        for (String note : new String[] {"999999999 2020-01-01T00:00:00Z\n", "", "nonsense", "1 2\n"}) {
            Files.writeString(home().resolve("holder"), note);
            assertThat(Call.of("import", export, "--home", home(), "--again").code()).isZero();
            assertThat(Holder.who(home().resolve("journal.duckdb"), "no number")).isEqualTo("another process");
            assertThat(home().resolve("holder")).doesNotExist();
        }
    }

    @Test
    void theNoteNamesAProcessWhereTheSystemDoesNot() throws IOException {
        Files.createDirectories(home());
        Holder.write(home().resolve("journal.duckdb"));
        assertThat(Holder.who(home().resolve("journal.duckdb"), "no number"))
                .startsWith("process " + ProcessHandle.current().pid());
    }
}
