package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures that R's survival prints, and what late entry must do. */
class KaplanMeierTest {

    private static final double PERCENT = 1e-4;

    @Test
    void maintainedLeukaemiaIsThatOfSurvival() {
        KaplanMeier curve = aml("Maintained");
        assertThat(curve.times()).containsExactly(9, 13, 18, 23, 31, 34, 48);
        assertThat(curve.atRisk()).containsExactly(11, 10, 8, 7, 5, 4, 2);
        assertThat(curve.ended()).containsOnly(1);
        assertThat(curve.survival()).containsExactly(new double[] {0.9090909090909, 0.8181818181818, 0.7159090909091,
            0.6136363636364, 0.4909090909091, 0.3681818181818, 0.1840909090909}, within(1e-12));
        assertThat(curve.standardError()).containsExactly(new double[] {0.08667841720414, 0.1162912998303,
            0.1396649705572, 0.1526323310273, 0.1641932672211, 0.1626688858271, 0.1534927457863}, within(1e-12));
        // As METHODS prints them, to four places.
        assertThat(curve.survivalAt(23).low()).isCloseTo(0.2658, within(5e-5));
        assertThat(curve.survivalAt(23).high()).isCloseTo(0.8353, within(5e-5));
        assertThat(curve.median().value()).hasValue(31);
    }

    @Test
    void otherLeukaemiaIsThatOfSurvivalDownToNothing() {
        KaplanMeier curve = aml("Nonmaintained");
        assertThat(curve.ended()).containsExactly(2, 2, 1, 1, 1, 1, 1, 1, 1);
        assertThat(curve.survival()[7]).isCloseTo(0.09722222222222, within(1e-12));
        assertThat(curve.median().value()).hasValue(23);
        Interval end = curve.survivalAt(45);
        assertThat(end.value()).isZero();
        assertThat(end.low()).isZero();
        assertThat(end.high()).isEqualTo(curve.survivalAt(43).high());
    }

    @Test
    void lungCancerIsThatOfSurvivalWithLogLogIntervalsAndQuantiles() {
        Table table = Table.read("lung.csv");
        boolean[] died = new boolean[table.size()];
        for (int row = 0; row < died.length; row++) {
            died[row] = table.number(row, "status") == 2;
        }
        KaplanMeier curve = KaplanMeier.of(table.numbers("time"), died);
        double[][] expected = {{100, 0.8639689676452, 0.8122223197535, 0.902310180515},
            {300, 0.5306081177606, 0.4604652025157, 0.5957896394159},
            {600, 0.2135872584822, 0.1520349835407, 0.2822049006354},
            {900, 0.05034556807081, 0.01786617109285, 0.1086621760309}};
        for (double[] line : expected) {
            Interval interval = curve.survivalAt(line[0]);
            assertThat(interval.value()).isCloseTo(line[1], withinPercentage(PERCENT));
            assertThat(interval.low()).isCloseTo(line[2], withinPercentage(PERCENT));
            assertThat(interval.high()).isCloseTo(line[3], withinPercentage(PERCENT));
        }
        double[][] quantiles = {{0.25, 170, 144, 194}, {0.5, 310, 284, 361}, {0.75, 550, 457, 643}};
        for (double[] line : quantiles) {
            KaplanMeier.Quantile quantile = curve.quantile(line[0]);
            assertThat(quantile.value()).hasValue(line[1]);
            assertThat(quantile.low()).hasValue(line[2]);
            assertThat(quantile.high()).hasValue(line[3]);
        }
    }

    @Test
    void whoEntersLateCountsFromThenOnOnly() {
        // By hand: at 2, three under observation; at 4, the one of entry 2 counts too; at 5, two.
        double[] entry = {0, 0, 0, 2, 3};
        double[] exit = {2, 4, 6, 5, 4};
        boolean[] event = {true, true, false, true, false};
        KaplanMeier curve = KaplanMeier.of(entry, exit, event);
        assertThat(curve.times()).containsExactly(2, 4, 5);
        assertThat(curve.atRisk()).containsExactly(3, 4, 2);
        assertThat(curve.survival()).containsExactly(new double[] {2.0 / 3, 2.0 / 3 * 3 / 4, 2.0 / 3 * 3 / 4 / 2},
                within(1e-12));
    }

    @Test
    void withoutOpenOnesItIsTheShareThatIsLeft() {
        Keyed keyed = new Keyed(4);
        double[] exit = IntStream.range(0, 500).mapToDouble(i -> Math.ceil(keyed.exponential(20, 1, i, 0))).toArray();
        boolean[] event = new boolean[500];
        Arrays.fill(event, true);
        KaplanMeier curve = KaplanMeier.of(exit, event);
        for (int i = 0; i < curve.times().length; i++) {
            double time = curve.times()[i];
            double left = Arrays.stream(exit).filter(each -> each > time).count() / 500.0;
            assertThat(curve.survival()[i]).isCloseTo(left, within(1e-12));
        }
    }

    @Test
    void whatTheDataDoNotReachIsAbsent() {
        KaplanMeier curve = KaplanMeier.of(new double[] {1, 2, 3, 4}, new boolean[] {true, false, false, false});
        assertThat(curve.median().value()).isEmpty();
        assertThat(curve.median().high()).isEmpty();
        assertThat(curve.survivalAt(0.5)).isEqualTo(new Interval(1, 1, 1));
        KaplanMeier none = KaplanMeier.of(new double[] {1, 2}, new boolean[2]);
        assertThat(none.times()).isEmpty();
        assertThat(none.survivalAt(9)).isEqualTo(new Interval(1, 1, 1));
    }

    @Test
    void whatWasOverBeforeItWasSeenIsRefused() {
        assertThatThrownBy(() -> KaplanMeier.of(new double[] {5}, new double[] {5}, new boolean[] {true}))
                .hasMessageContaining("enters at 5.0 and leaves at 5.0");
        assertThatThrownBy(() -> KaplanMeier.of(new double[] {1}, new boolean[] {true}).quantile(1))
                .hasMessageContaining("1.0");
    }

    private static KaplanMeier aml(String group) {
        Table table = Table.read("aml.csv");
        int[] rows = IntStream.range(0, table.size()).filter(row -> table.text(row, "x").equals(group)).toArray();
        boolean[] event = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            event[i] = table.number(rows[i], "status") == 1;
        }
        return KaplanMeier.of(IntStream.of(rows).mapToDouble(row -> table.number(row, "time")).toArray(), event);
    }
}
