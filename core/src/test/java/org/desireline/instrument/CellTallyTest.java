package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The tally by actors holds what the plain one holds, in the same order. */
class CellTallyTest {

    private static final int WHO_BITS = 27;

    private static List<String> told(CellTally tally) {
        List<String> told = new ArrayList<>();
        tally.forEach((key, sum) -> told.add(key + "=" + sum));
        return told;
    }

    @Test
    void itHoldsWhatThePlainTallyHolds() {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Tally plain = new Tally();
            CellTally byActor = new CellTally(WHO_BITS);
            CellTally half = new CellTally(WHO_BITS);
            int additions = random.nextInt(3000);
            for (int i = 0; i < additions; i++) {
                long cell = random.nextLong(1L << (random.nextInt(35) + 1));
                long key = cell << WHO_BITS | random.nextInt(random.nextBoolean() ? 5 : 2000);
                long amount = random.nextLong(-3, 1000);
                plain.add(key, amount);
                (random.nextBoolean() ? byActor : half).add(key, amount);
            }
            byActor.add(half);
            List<String> expected = new ArrayList<>();
            plain.forEach((key, sum) -> expected.add(key + "=" + sum));
            assertThat(told(byActor)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void aSumOfNoughtIsThereAllTheSame() {
        CellTally tally = new CellTally(WHO_BITS);
        tally.add(5L << WHO_BITS | 3, 0);
        assertThat(told(tally)).containsExactly((5L << WHO_BITS | 3) + "=0");
    }

    @Test
    void aNegativeKeyIsRefused() {
        assertThatThrownBy(() -> new CellTally(WHO_BITS).add(-1, 1)).hasMessageContaining("-1");
    }
}
