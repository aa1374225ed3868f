package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Figures that R's survival prints, and what several ends must add up to. */
class AalenJohansenTest {

    private static final double PERCENT = 1e-4;
    private static final int PCM = 0;
    private static final int DEATH = 1;

    @Test
    void gammopathyIsThatOfSurvivalWithItsStandardErrors() {
        AalenJohansen curves = mgus2();
        double[][] expected = {
            {60, 0.6455292767578, 0.03410371297435, 0.3203670102679, 0.004889257907668, 0.01256737154756},
            {120, 0.4044601279067, 0.06372216801311, 0.5318177040802, 0.006796848423961, 0.01405964516203},
            {240, 0.176158307922, 0.09981371593547, 0.7240279761425, 0.00978484679339, 0.01560634506776}};
        for (double[] line : expected) {
            double open = 1 - curves.incidenceAt(PCM, line[0]).value() - curves.incidenceAt(DEATH, line[0]).value();
            assertThat(open).isCloseTo(line[1], withinPercentage(PERCENT));
            assertThat(curves.incidenceAt(PCM, line[0]).value()).isCloseTo(line[2], withinPercentage(PERCENT));
            assertThat(curves.incidenceAt(DEATH, line[0]).value()).isCloseTo(line[3], withinPercentage(PERCENT));
            assertThat(curves.standardErrorAt(PCM, line[0])).isCloseTo(line[4], withinPercentage(PERCENT));
            assertThat(curves.standardErrorAt(DEATH, line[0])).isCloseTo(line[5], withinPercentage(PERCENT));
        }
    }

    @Test
    void oneMinusTheShareLeftWouldOverstateAnEnd() {
        Table table = Table.read("mgus2.csv");
        double[] exit = new double[table.size()];
        boolean[] progressed = new boolean[exit.length];
        for (int row = 0; row < exit.length; row++) {
            progressed[row] = table.number(row, "pstat") == 1;
            exit[row] = table.number(row, progressed[row] ? "ptime" : "futime");
        }
        double naive = 1 - KaplanMeier.of(exit, progressed).survivalAt(240).value();
        assertThat(naive).isGreaterThan(mgus2().incidenceAt(PCM, 240).value() + 0.04);
    }

    @Test
    void oneEndAloneIsWhatIsNotLeft() {
        double[] exit = {1, 2, 2, 3, 5, 8};
        int[] end = {1, 1, 0, 1, 0, 1};
        AalenJohansen one = AalenJohansen.of(exit, end, 1);
        KaplanMeier curve = KaplanMeier.of(exit, new boolean[] {true, true, false, true, false, true});
        for (int i = 0; i < curve.times().length; i++) {
            assertThat(one.incidence()[0][i]).isCloseTo(1 - curve.survival()[i], within(1e-12));
            if (curve.survival()[i] > 0) {
                assertThat(one.standardErrorAt(0, curve.times()[i])).isCloseTo(curve.standardError()[i], within(1e-12));
            }
        }
    }

    @Test
    void endsAndWhatIsLeftAddUpToOneWithLateEntryToo() {
        double[] entry = {0, 0, 0, 2, 3, 1};
        double[] exit = {2, 4, 6, 5, 4, 7};
        int[] end = {1, 2, 0, 1, 0, 2};
        AalenJohansen curves = AalenJohansen.of(entry, exit, end, 2);
        // By hand: at 2 four under observation, at 4 five less the one of entry 2, who came after.
        assertThat(curves.times()).containsExactly(2, 4, 5, 7);
        assertThat(curves.atRisk()).containsExactly(4, 5, 3, 1);
        assertThat(curves.incidence()[0]).containsExactly(
                new double[] {0.25, 0.25, 0.25 + 0.6 / 3, 0.25 + 0.6 / 3}, within(1e-12));
        assertThat(curves.incidence()[1]).containsExactly(
                new double[] {0, 0.15, 0.15, 0.15 + 0.4}, within(1e-12));
        for (int i = 0; i < curves.times().length; i++) {
            assertThat(curves.incidence()[0][i] + curves.incidence()[1][i] + curves.left()[i])
                    .isCloseTo(1, within(1e-12));
        }
        assertThat(curves.incidenceAt(1, 1)).isEqualTo(new Interval(0, 0, 0));
        Interval first = curves.incidenceAt(0, 2);
        assertThat(first.low()).isBetween(0.0, 0.25);
        assertThat(first.high()).isBetween(0.25, 1.0);
    }

    @Test
    void anEndThatIsNoneIsRefused() {
        assertThatThrownBy(() -> AalenJohansen.of(new double[] {1}, new int[] {3}, 2))
                .hasMessageContaining("from 0 to 2");
        assertThatThrownBy(() -> AalenJohansen.of(new double[] {1, 2}, new int[] {1}, 2))
                .hasMessageContaining("1 ends of 2 observations");
    }

    private static AalenJohansen mgus2() {
        Table table = Table.read("mgus2.csv");
        double[] exit = new double[table.size()];
        int[] end = new int[exit.length];
        for (int row = 0; row < exit.length; row++) {
            boolean progressed = table.number(row, "pstat") == 1;
            exit[row] = table.number(row, progressed ? "ptime" : "futime");
            end[row] = progressed ? 1 : 2 * (int) table.number(row, "death");
        }
        return AalenJohansen.of(exit, end, 2);
    }
}
