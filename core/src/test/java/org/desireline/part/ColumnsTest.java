package org.desireline.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Narrow columns give back, to the millisecond, what was put into them. */
class ColumnsTest {

    private static final long DAY = 24 * 3_600_000L;
    private static final long YEAR = 365 * DAY;

    @Test
    void lengthsAreExactBeyondTwentyFourDays() {
        long[] lengths = {0, 1, 24 * DAY, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, 700 * DAY, -1, Long.MAX_VALUE, 5};
        Columns.Lengths column = new Columns.Lengths();
        for (long length : lengths) {
            column.add(length);
        }
        column.trim();
        for (int i = 0; i < lengths.length; i++) {
            assertThat(column.get(i)).isEqualTo(lengths[i]);
        }
    }

    @Test
    void theLastLengthMayGrowAndShrink() {
        Columns.Lengths column = new Columns.Lengths();
        column.add(30 * DAY);
        for (long length : new long[] {DAY, 40 * DAY, 50 * DAY, 2 * DAY, 60 * DAY}) {
            column.add(1);
            column.setLast(length);
            assertThat(column.get(column.size() - 1)).isEqualTo(length);
        }
        assertThat(column.get(0)).isEqualTo(30 * DAY);
        assertThat(column.get(1)).isEqualTo(DAY);
        assertThat(column.get(2)).isEqualTo(40 * DAY);
        assertThat(column.get(4)).isEqualTo(2 * DAY);
    }

    @Test
    void instantsAreExactHoweverFarApart() {
        for (long range : new long[] {1, DAY, 50 * DAY, 34 * YEAR, 36 * YEAR, 2_000 * YEAR}) {
            long seed = range + 7;
            Random random = new Random(seed);
            Columns.Longs instants = new Columns.Longs();
            instants.add(-5 * YEAR);
            instants.add(-5 * YEAR + range);
            for (int i = 0; i < 500; i++) {
                instants.add(-5 * YEAR + random.nextLong(range));
            }
            assertSame(instants, seed);
        }
        Columns.Longs ends = new Columns.Longs();
        ends.add(Long.MIN_VALUE);
        ends.add(Long.MAX_VALUE);
        assertSame(ends, 0);
        assertSame(new Columns.Longs(), 0);
    }

    private static void assertSame(Columns.Longs instants, long seed) {
        Columns.Instants column = new Columns.Instants(instants);
        for (int i = 0; i < instants.size(); i++) {
            assertThat(column.get(i)).as("seed %d", seed).isEqualTo(instants.get(i));
        }
    }

    @Test
    void whatRepeatsComesBackAsItWas() {
        Columns.Repeated column = new Columns.Repeated();
        for (int i = 0; i < 3_000; i++) {
            column.add((i / 3 % 70) * 0x0123_4567_89AB_CDEFL);
        }
        column.trim();
        for (int i = 0; i < 3_000; i++) {
            assertThat(column.get(i)).isEqualTo((i / 3 % 70) * 0x0123_4567_89AB_CDEFL);
        }
    }
}
