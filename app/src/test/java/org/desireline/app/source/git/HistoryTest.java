package org.desireline.app.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** With what each commit came to the main line. */
class HistoryTest {

    private static void reach(int[][] parents, int from, BitSet reached) {
        if (from >= 0 && !reached.get(from)) {
            reached.set(from);
            Arrays.stream(parents[from]).forEach(parent -> reach(parents, parent, reached));
        }
    }

    /** By what is reached from each commit of the line and not from the one before. */
    private static int[] oracle(int[][] parents, int tip) {
        List<Integer> line = new ArrayList<>();
        for (int at = tip; at >= 0; at = parents[at].length == 0 ? -1 : parents[at][0]) {
            line.addFirst(at);
        }
        int[] brought = new int[parents.length];
        Arrays.fill(brought, History.NOWHERE);
        for (int at : line) {
            BitSet now = new BitSet();
            reach(parents, at, now);
            BitSet before = new BitSet();
            reach(parents, parents[at].length == 0 ? -1 : parents[at][0], before);
            now.andNot(before);
            now.stream().forEach(commit -> brought[commit] = at);
        }
        return brought;
    }

    @Test
    void theFirstMergeOnTheLineThatReachesACommitBroughtIt() {
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(25);
            int[][] parents = new int[n][];
            for (int i = 0; i < n; i++) {
                int count = i == 0 || random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(random.nextInt(3) + 1);
                int before = i;
                parents[i] = random.ints(count, -1, Math.max(before, 1)).map(parent -> random.nextInt(8) == 0 ? -1
                        : parent).toArray();
                if (i == 0) {
                    parents[i] = new int[0];
                }
            }
            int tip = random.nextInt(n);
            History history = History.of(parents, tip);
            int[] brought = new int[n];
            Arrays.setAll(brought, history::broughtBy);
            assertThat(brought).as("seed " + seed).isEqualTo(oracle(parents, tip));
            assertThat(history.line()).as("seed " + seed).endsWith(tip);
        }
    }

    @Test
    void aMillionCommitsOneAfterAnotherAreNoTrouble() {
        int n = 1_000_000;
        int[][] parents = new int[n][];
        for (int i = 0; i < n; i++) {
            parents[i] = i == 0 ? new int[0] : i % 3 == 0 && i > 3 ? new int[] {i - 3, i - 1} : new int[] {i - 1};
        }
        assertThat(History.of(parents, n - 1).line()).hasSizeGreaterThan(n / 3);
    }

    @Test
    void whoeverBuildsOnAnotherIsDeeper() {
        assertThat(History.depths(new int[][] {{1, 2}, {3}, {4}, {}, {3, -1}})).containsExactly(3, 1, 2, 0, 1);
        int[][] chain = new int[100_000][];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = i + 1 < chain.length ? new int[] {i + 1} : new int[0];
        }
        assertThat(History.depths(chain)[0]).isEqualTo(chain.length - 1);
    }
}
