package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.RealData;
import org.desireline.world.Riverbank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed from the workspace is what is printed from the exports themselves, to the byte. */
class StoredTest {

    @TempDir
    private Path folder;

    private static String json(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("look", "--json"));
        all.addAll(List.of(arguments));
        Call look = Call.of(all.toArray());
        assertThat(look.code()).as(look.talk()).isZero();
        return look.out();
    }

    private Path home(String name) {
        return folder.resolve(name);
    }

    @Test
    void theDemoFromTheWorkspaceIsTheDemoFromItsExport() throws IOException {
        Path one = Exports.of(Riverbank.make(1, Riverbank.WEEKS), folder.resolve("one"));
        String thrownAway = json(one, "--throwaway");
        assertThat(json(one, "--home", home("a"))).isEqualTo(thrownAway);
        assertThat(json("--home", home("a"))).isEqualTo(thrownAway);
        assertThat(json("--home", home("a"), "--window", "all")).isEqualTo(json(one, "--throwaway", "--window", "all"));
    }

    @Test
    void theOrderOfImportsChangesNothing() throws IOException {
        Path one = Exports.of(Riverbank.make(1, 30), folder.resolve("one"));
        Path other = Exports.of(Riverbank.make(2, 34), folder.resolve("other"));
        String both = json(one, other, "--throwaway");
        assertThat(json(other, one, "--home", home("a"))).isEqualTo(both);
        json(other, "--home", home("b"));
        assertThat(json(one, "--home", home("b"))).isEqualTo(both);
        assertThat(json("--home", home("b"))).isEqualTo(both);
    }

    @Test
    void aRealTrackerFromTheWorkspaceIsTheSame() {
        Path zip = RealData.file("jira-duraspace-changelog/issues.zip");
        String thrownAway = json(zip, "--throwaway");
        assertThat(json(zip, "--home", home("a"))).isEqualTo(thrownAway);
        assertThat(json("--home", home("a"), "--threads", 1)).isEqualTo(thrownAway);
    }

    @Test
    void anExportThatIsAsItWasIsNotReadAgain() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Call first = Call.of("look", export, "--home", home("a"), "--window", "all");
        assertThat(first.talk()).contains("export: 44 new events, 0 known before", "1 export to look at again");
        Call again = Call.of("look", export, "--home", home("a"), "--window", "all");
        assertThat(again.talk()).contains("export: unchanged since it was imported, 44 events");
        Files.setLastModifiedTime(export.resolve("T-3.json"), FileTime.from(Instant.parse("2026-07-01T00:00:00Z")));
        Call touched = Call.of("look", export, "--home", home("a"), "--window", "all");
        assertThat(touched.talk()).contains("export: unchanged since it was imported");
        Files.writeString(export.resolve("T-3.json"), Exports.issue(3, "person1", "Major", true));
        Call changed = Call.of("look", export, "--home", home("a"), "--window", "all");
        assertThat(changed.talk()).contains("export: 4 new events, 41 known before").doesNotContain("unchanged");
        assertThat(changed.out()).isEqualTo(Call.of("look", export, "--home", home("b"), "--window", "all").out()
                .replace(home("b").toString(), home("a").toString()));
    }

    @Test
    void theListThatTheFirstReleaseKeptIsImportedOnceAndTakenAway() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Path gone = folder.resolve("gone.zip");
        Files.createDirectories(home("a"));
        Files.writeString(home("a").resolve("sources"), export + "\n" + gone + "\n");
        Call look = Call.of("look", "--home", home("a"), "--window", "all", "--json");
        assertThat(look.code()).isEqualTo(3);
        assertThat(look.talk()).contains("There is no file or folder " + gone, "It was looked at before",
                "export: 44 new events, 0 known before");
        assertThat(look.out()).isEqualTo(json(export, "--throwaway", "--window", "all"));
        assertThat(home("a").resolve("sources")).doesNotExist();
        assertThat(json("--home", home("a"), "--window", "all")).isEqualTo(look.out());
    }

    @Test
    void anExportThatEndsLongBeforeAnotherIsStillSaid() throws IOException {
        Path one = Exports.small(folder.resolve("one"));
        Path longer = Exports.of(Riverbank.make(2, 40), folder.resolve("longer"));
        String both = json(one, longer, "--throwaway");
        assertThat(both).contains("days before another export does");
        json(one, "--home", home("a"), "--window", "all");
        assertThat(json(longer, "--home", home("a"))).isEqualTo(both);
    }
}
