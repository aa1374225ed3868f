package org.desireline.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.store.FolderWorkspace;
import org.desireline.app.store.Imported;
import org.desireline.world.Riverbank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import that is killed, at any moment, and run again ends as one that was not. More kills, or the same again:
 * {@code -Ddesireline.kills=100 -Ddesireline.killSeed=...}.
 */
class KillTest {

    private static final System.Logger LOG = System.getLogger("KillTest");
    private static final int BATCH_ROWS = 15;

    @TempDir
    private Path folder;

    private long lengthMillis;

    private int imported(Path home, Path export, long killedAfterMillis) throws IOException, InterruptedException {
        try (Child child = Child.start(folder.resolve("tmp"), "import", home, BATCH_ROWS, export)) {
            child.await("ready");
            long began = System.nanoTime();
            boolean ended = child.process().waitFor(killedAfterMillis, TimeUnit.MILLISECONDS);
            lengthMillis = (System.nanoTime() - began) / 1_000_000;
            return ended ? child.process().exitValue() : -1;
        } finally {
            remove(folder.resolve("tmp"));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String look(Path home) {
        Call look = Call.of("look", "--home", home, "--json", "--window", "all");
        assertThat(look.code()).as(look.talk()).isZero();
        return look.out();
    }

    private static String state(Path home) {
        try (FolderWorkspace workspace = FolderWorkspace.in(home, talk -> { })) {
            return workspace.imported().isEmpty() ? "before the first transaction"
                    : workspace.imported().stream().allMatch(Imported::finished) ? "after the last" : "in between";
        }
    }

    @Test
    void aKilledImportRunAgainEndsAsAnUnbrokenOne() throws IOException, InterruptedException {
        long seed = Long.getLong("desireline.killSeed", RandomGenerator.getDefault().nextLong());
        SplittableRandom random = new SplittableRandom(seed);
        Path export = Exports.of(Riverbank.make(1, 30), folder.resolve("export"));
        Path whole = folder.resolve("whole");
        assertThat(imported(whole, export, 600_000)).isZero();
        long length = lengthMillis;
        String expected = look(whole);
        assertThat(expected).isEqualTo(Call.of("look", export, "--throwaway", "--json", "--window", "all").out());
        int kills = Integer.getInteger("desireline.kills", 8);
        Map<String, Integer> moments = new TreeMap<>();
        for (int i = 1; i <= kills; i++) {
            Path home = folder.resolve("home" + i);
            for (int again = random.nextInt(1, 3); again > 0; again--) {
                imported(home, export, random.nextLong(length * 4 / 5));
                moments.merge(state(home), 1, Integer::sum);
            }
            assertThat(Call.of("import", export, "--home", home).code()).isZero();
            assertThat(look(home)).as("kill %d of seed %d", i, seed).isEqualTo(expected);
            assertThat(Call.of("import", export, "--home", home, "--again").talk()).contains(": 0 new events");
            remove(home);
        }
        LOG.log(System.Logger.Level.INFO, kills + " killed imports, seed " + seed + ": " + moments);
    }
}
