package org.desireline.app.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.desireline.app.Call;
import org.desireline.app.Repository;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records that are declared for period after period, who owns them, and what they ask of teams. */
class DeclaredAgainTest {

    private static final System.Logger LOG = System.getLogger("DeclaredAgainTest");
    private static final List<String> WHO = List.of("Ada", "Bob", "Cal", "Dee", "Eve");

    @TempDir
    private Path folder;

    /** Commits everything, each folder by somebody else, so that five people are known to have had to do with it. */
    private void commit(Repository made, int day) throws GitAPIException, IOException {
        String who = WHO.get(day % WHO.size());
        made.commit(who, who.toLowerCase(Locale.ROOT) + "@x.example", "2024-08-0" + (1 + day) + "T09:00:00Z",
                "2024-08-0" + (1 + day) + "T10:00:00Z", "goals " + day);
    }

    private Map<String, Double> look(Path... paths) {
        List<Object> arguments = new ArrayList<>(List.of(paths));
        arguments.addFirst("look");
        arguments.addAll(List.of("--throwaway", "--window", "all", "--json"));
        Call call = Call.of(arguments.toArray());
        Map<String, Double> values = new TreeMap<>();
        for (JsonNode reading : JsonMapper.shared().readTree(call.out()).path("readings")) {
            for (JsonNode line : reading.path("lines")) {
                String id = line.path("id").asString("");
                if (id.startsWith("commitment/declared/") || id.startsWith("commitment/asked/")) {
                    values.put(id.substring("commitment/".length()), line.path("value").asDouble(-1));
                }
            }
        }
        return values;
    }

    private static String goal(String owner, String tables) {
        return "# Goal\n\n| Metadata | |\n|---|---|\n| Point of contact | " + owner + " |\n| Status | Accepted |\n\n"
                + "## Asks\n\n" + tables;
    }

    @Test
    void whatIsDeclaredAgainIsCountedByItsNameAndAsksByTeam() throws GitAPIException, IOException {
        Path work = folder.resolve("work");
        String asks = """
                | Task | Owner(s) or team(s) | Notes |
                |---|---|---|
                | Write it | @ada, [bob] | [notes] |
                | Review | ![Team][] [lang], [compiler] | |
                | Decide | ![Team][] [lang] | by [Jane Doe] |
                """;
        try (Repository made = Repository.in(work)) {
            for (int i = 0; i < 20; i++) {
                Path file = work.resolve("src/" + (i < 10 ? "2024h2" : "2025h1") + "/goal-" + (i < 10 ? i : i - 3)
                        + ".md");
                Files.createDirectories(file.getParent());
                Files.writeString(file, goal(i == 4 ? "TBD" : "@ada", i < 6 ? asks : ""));
                if (i % 4 == 3) {
                    commit(made, i / 4);
                }
            }
            // What came with the very last event is not there yet.
            commit(made, 6);
        }
        Path mapping = Files.writeString(folder.resolve("mine.records.yaml"), """
                files: "src/*/*.md"
                requires: status
                status: status
                owner: point of contact
                due: path.2
                again: path.-1
                asks: "owner(s) or team(s)"
                calendar: { 2024h2: 2024-12-31, 2025h1: 2025-06-30 }
                """);
        assertThat(look(work, mapping)).isEqualTo(Map.of("declared/2024-12-31/records", 10.0,
                "declared/2024-12-31/owned", 9.0,
                "declared/2025-06-30/records", 10.0, "declared/2025-06-30/owned", 10.0, "declared/2025-06-30/again",
                3.0, "asked/lang/records", 6.0, "asked/lang/asks", 12.0, "asked/compiler/records", 6.0,
                "asked/compiler/asks", 6.0));
    }

    @Test
    void aTeamIsWhatStandsInBracketsWhereTeamsStand() {
        String text = """
                | Team | Support level | Notes |
                | --- | --- | --- |
                | [cargo] | Large | [compiler] |
                | [lang], [types][] | Small | |
                | @ada | Small | |

                | Owner(s) or team(s) | Task |
                | --- | --- |
                | [ada] | nothing |
                | ![Team][] [cargo] and @bob | something |
                """;
        assertThat(MarkdownForms.asked(text, List.of("team", "owner(s) or team(s)")))
                .isEqualTo(Map.of("cargo", 2, "lang", 1, "types", 1));
        assertThat(MarkdownForms.asked(text, List.of())).isEmpty();
    }

    /** Figures counted apart from this program: README of the shared data. */
    @Test
    void theGoalsOfRustAreToldAsTheyAre() throws GitAPIException, IOException {
        Path work = folder.resolve("work");
        try (Repository made = Repository.in(work); ZipFile zip = goals()) {
            List<? extends ZipEntry> entries = zip.stream().filter(each -> each.getName().endsWith(".md")).toList();
            for (int i = 0; i < entries.size(); i++) {
                Path file = work.resolve(entries.get(i).getName());
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entries.get(i))) {
                    Files.copy(in, file);
                }
                if (i % 50 == 49) {
                    commit(made, i / 50);
                }
            }
            commit(made, 4);
            commit(made, 6);
        }
        Map<String, Double> told = look(work);
        assertThat(told).containsEntry("declared/2024-12-31/records", 31.0)
                .containsEntry("declared/2025-06-30/records", 42.0).containsEntry("declared/2025-12-31/records", 42.0)
                .containsEntry("declared/2024-12-31/owned", 31.0).containsEntry("declared/2025-06-30/owned", 42.0)
                .containsEntry("declared/2025-06-30/again", 10.0).containsEntry("declared/2025-12-31/again", 13.0)
                .containsEntry("declared/2026-12-31/again", 22.0)
                .containsEntry("asked/lang/records", 88.0).containsEntry("asked/lang/asks", 141.0)
                .containsEntry("asked/compiler/records", 99.0).containsEntry("asked/types/asks", 72.0);
    }

    private static ZipFile goals() throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path zip = at.resolve("shared/data/org-rust-goals/goals.zip");
            if (Files.exists(zip)) {
                return new ZipFile(zip.toFile());
            }
        }
        String missing = "SKIPPED: no shared/data/org-rust-goals beside or above";
        LOG.log(System.Logger.Level.WARNING, missing);
        Assumptions.abort(missing);
        throw new IllegalStateException(missing);
    }
}
