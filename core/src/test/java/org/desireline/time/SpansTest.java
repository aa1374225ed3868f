package org.desireline.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {

    /** Instants run from -SHIFT to SHIFT, so that the oracle is a set of small numbers. */
    private static final int SHIFT = 60;

    @Test
    void timePassesInsideTheSetOnly() {
        Spans spans = Spans.union(List.of(new Span(0, 5), new Span(10, 12), new Span(20, 30)));
        for (long at = -3; at < 32; at++) {
            for (long length = 0; length < 20; length++) {
                long walked = at;
                for (long left = length; walked < 40 && (left > 0 || !spans.contains(walked)); walked++) {
                    left -= spans.contains(walked) ? 1 : 0;
                }
                assertThat(spans.after(at, length)).isEqualTo(walked < 30 ? walked : Long.MAX_VALUE);
            }
        }
    }

    @Test
    void spansThatTouchBecomeOne() {
        Spans spans = Spans.union(List.of(new Span(5, 10), new Span(0, 5), new Span(11, 12)));
        assertThat(all(spans)).containsExactly(new Span(0, 10), new Span(11, 12));
        assertThat(spans.millis()).isEqualTo(11);
    }

    @Test
    void emptySpansVanish() {
        assertThat(Spans.union(List.of(new Span(3, 3), new Span(9, 9))).size()).isZero();
        assertThat(all(Spans.union(List.of(new Span(0, 4), new Span(2, 2), new Span(4, 4)))))
                .containsExactly(new Span(0, 4));
    }

    @Test
    void theEmptySetOverlapsNothing() {
        assertThat(Spans.none().millis()).isZero();
        assertThat(Spans.none().contains(0)).isFalse();
        assertThat(Spans.none().overlapMillis(-100, 100)).isZero();
    }

    @Test
    void overlapsReachToTheEndsOfTime() {
        Spans spans = Spans.union(List.of(new Span(-5, 5), new Span(7, 9)));
        assertThat(spans.overlapMillis(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(12);
        assertThat(spans.overlapMillis(Long.MIN_VALUE, 0)).isEqualTo(5);
        assertThat(spans.overlapMillis(8, Long.MAX_VALUE)).isEqualTo(1);
        assertThat(spans.overlapMillis(9, -9)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theSetEqualsAListOfItsInstants(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 400; round++) {
            List<Span> given = new ArrayList<>();
            BitSet instants = new BitSet();
            int count = random.nextInt(12);
            for (int i = 0; i < count; i++) {
                int from = random.nextInt(-SHIFT, SHIFT);
                int to = from + random.nextInt(random.nextBoolean() ? 4 : SHIFT);
                given.add(new Span(from, to));
                instants.set(from + SHIFT, to + SHIFT);
            }
            Spans spans = Spans.union(given);
            String where = "seed " + seed + ", round " + round + ", of " + given;
            assertThat(all(spans)).as(where).isEqualTo(runs(instants));
            assertThat(spans.millis()).as(where).isEqualTo(instants.cardinality());
            for (int i = 0; i < 40; i++) {
                int from = random.nextInt(-SHIFT, 2 * SHIFT);
                int to = random.nextInt(-SHIFT, 2 * SHIFT);
                long expected = to <= from ? 0 : instants.get(from + SHIFT, to + SHIFT).cardinality();
                assertThat(spans.overlapMillis(from, to)).as("%s, [%d, %d)", where, from, to).isEqualTo(expected);
                assertThat(spans.contains(from)).as("%s, at %d", where, from).isEqualTo(instants.get(from + SHIFT));
            }
        }
    }

    private static List<Span> all(Spans spans) {
        List<Span> all = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            all.add(spans.get(i));
        }
        return all;
    }

    private static List<Span> runs(BitSet instants) {
        List<Span> runs = new ArrayList<>();
        for (int from = instants.nextSetBit(0); from >= 0; from = instants.nextSetBit(instants.nextClearBit(from))) {
            runs.add(new Span(from - SHIFT, instants.nextClearBit(from) - SHIFT));
        }
        return runs;
    }
}
