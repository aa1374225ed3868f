package org.desireline.number.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.desireline.number.Shapley;
import org.junit.jupiter.api.Test;

/** Estimates that R's survival and mlogit and Biogeme print, to a millionth where they print as much. */
class PublishedChoicesTest {

    private static final double PERCENT = 1e-4;

    @Test
    void infertIsThatOfSurvivalWithItsErrorsByStratum() {
        ConditionalLogit fit = fit(References.infert());
        assertRelative(fit.beta(), 1.985875516678, 1.409011631875);
        assertRelative(errors(fit), 0.3524435398072, 0.3607124362489);
        assertThat(fit.logLikelihood()).isCloseTo(-64.202236924431, withinPercentage(PERCENT));
        assertThat(fit.equalChances()).isCloseTo(-90.779354851345, withinPercentage(PERCENT));
        assertThat(fit.nullLogLikelihood()).isCloseTo(fit.equalChances(), withinPercentage(PERCENT));
        ClusterJackknife jackknife = ClusterJackknife.of(fit).orElseThrow();
        // As R prints them, to six places.
        assertThat(Math.sqrt(jackknife.sandwich()[0][0])).isCloseTo(0.401971, within(5e-7));
        assertThat(Math.sqrt(jackknife.sandwich()[1][1])).isCloseTo(0.384615, within(5e-7));
    }

    @Test
    void fishingByPriceAndCatchIsThatOfMlogit() {
        ConditionalLogit fit = fit(References.fishing().columns(0, 1));
        assertRelative(fit.beta(), -0.02047652427645, 0.9530982424453);
        assertRelative(errors(fit), 0.001223060969903, 0.08941342395407);
        assertThat(fit.logLikelihood()).isCloseTo(-1311.97961710779, withinPercentage(PERCENT));
        assertThat(fit.equalChances()).isCloseTo(-1638.5999, within(5e-5));
    }

    @Test
    void fishingWithConstantsIsThatOfMlogit() {
        ConditionalLogit fit = fit(References.fishing().columns(2, 3, 4, 0, 1));
        assertRelative(fit.beta(), 0.8713749092933, 1.498888383208, 0.3070552453665, -0.02478955017872,
                0.3771688538553);
        assertRelative(errors(fit), 0.1140428305389, 0.1329327957019, 0.1145737962664, 0.001704402751073,
                0.109970659224);
        assertThat(fit.logLikelihood()).isCloseTo(-1230.78383041549, withinPercentage(PERCENT));
    }

    @Test
    void fishingByIncomeIsThatOfMlogit() {
        ConditionalLogit fit = fit(References.fishing());
        assertRelative(fit.beta(), -0.02511656972643, 0.3577819577392, 0.527278790283, 1.694365709826,
                0.7779594007199, 8.943980949136e-05, -3.329173778817e-05, -0.0001275771509111);
        assertRelative(errors(fit), 0.001731679323941, 0.1097733215543, 0.2227926864296, 0.224050602161,
                0.2204939302258, 5.006706745124e-05, 5.034086751522e-05, 5.063954098748e-05);
        assertThat(fit.logLikelihood()).isCloseTo(-1215.13760390962, withinPercentage(PERCENT));
        double constants = fit(References.fishing().columns(2, 3, 4)).logLikelihood();
        assertThat(1 - fit.logLikelihood() / constants).isCloseTo(0.188677, within(5e-7));
    }

    /**
     * mlogit stopped one step short of the maximum here, at {@code gᵀH⁻¹g = 2.5e-9}; the step that was due is at most
     * 5e-5 standard errors, which is three units of the fifth place of the rarest way's constant.
     */
    @Test
    void modeCanadaIsThatOfMlogitAndOneStepBetter() {
        ChoiceSet set = References.modeCanada();
        double[] printed = {-0.03333891934927, 0.09252966080124, -0.04300364306025, 1.430082272164,
            -1.844112926885, -1.145774819326, -0.01015358096505, 0.02799303940681, -0.06109366050603,
            -0.006460331772134, -0.001450363352771, 0.05950969296164, -0.006783530070208};
        double[] errors = {0.007095500092752, 0.005097573743416, 0.003224731172239, 0.3013764036723,
            0.7085088840375, 1.090034536814, 0.003164799346042, 0.003872550229752, 0.01807136846707,
            0.00189848187754, 0.00118748132846, 0.01007274269041, 0.004433411478033};
        ConditionalLogit fit = fit(set);
        for (int k = 0; k < printed.length; k++) {
            assertThat(fit.beta()[k]).as("%d", k).isCloseTo(printed[k],
                    within(Math.max(1e-6 * Math.abs(printed[k]), 5e-5 * errors[k])));
        }
        assertThat(fit.logLikelihood()).isCloseTo(-1874.34274253428, withinPercentage(PERCENT));
        double atPrinted = 0;
        for (double each : ConditionalLogit.logLikelihoods(set, printed)) {
            atPrinted += each;
        }
        assertThat(fit.logLikelihood() - atPrinted).isBetween(0.0, 2e-9);
        for (int k = 0; k < errors.length; k++) {
            assertThat(errors(fit)[k]).as("%d", k).isCloseTo(errors[k], withinPercentage(10 * PERCENT));
        }
    }

    @Test
    void electricityIsThatOfMlogit() {
        ConditionalLogit fit = fit(References.electricity());
        assertRelative(fit.beta(), -0.6252277652509, -0.1082990902251, 1.442242871127, 0.9955040043231,
                -5.462758654941, -5.840030833596);
        assertRelative(errors(fit), 0.02322231635558, 0.008244215343714, 0.05055712453442, 0.04478007608674,
                0.1837125084354, 0.1866778965726);
        assertThat(fit.logLikelihood()).isCloseTo(-4958.64911933702, withinPercentage(PERCENT));
    }

    @Test
    void swissmetroIsThatOfBiogemeAsFarAsItIsPrinted() {
        ConditionalLogit fit = fit(References.swissmetro());
        assertThat(fit.beta()[0]).isCloseTo(-0.155, within(5e-4));
        assertThat(fit.beta()[1]).isCloseTo(-0.701, within(5e-4));
        assertThat(fit.beta()[2]).isCloseTo(-1.08, within(5e-3));
        assertThat(fit.beta()[3]).isCloseTo(-1.28, within(5e-3));
        assertThat(fit.logLikelihood()).isCloseTo(-5331.252, within(5e-4));
    }

    @Test
    void whatPriceCatchAndTheRestExplainOfFishingAddsUp() {
        ChoiceSet fishing = References.fishing();
        int[][] groups = {{0}, {1}, {2, 3, 4, 5, 6, 7}};
        double[] shares = Shapley.of(3, set -> gain(fishing, groups, set));
        assertThat(shares[0]).isCloseTo(264.713, within(5e-4));
        assertThat(shares[1]).isCloseTo(24.647, within(5e-4));
        assertThat(shares[2]).isCloseTo(134.102, within(5e-4));
        assertThat(shares[0] + shares[1] + shares[2]).isCloseTo(423.462, within(5e-4));
    }

    /** What a set of groups adds to the log-likelihood of equal chances. */
    private static double gain(ChoiceSet all, int[][] groups, int set) {
        int[] kept = IntStream.range(0, groups.length).filter(g -> (set >> g & 1) == 1)
                .flatMap(g -> Arrays.stream(groups[g])).toArray();
        if (kept.length == 0) {
            return 0;
        }
        ConditionalLogit fit = fit(all.columns(kept));
        return fit.logLikelihood() - fit.equalChances();
    }

    private static ConditionalLogit fit(ChoiceSet set) {
        return ConditionalLogit.fit(set, Prior.none()).orElseThrow();
    }

    private static double[] errors(ConditionalLogit fit) {
        double[][] inverse = Definite.of(fit.information()).orElseThrow().inverse();
        return IntStream.range(0, inverse.length).mapToDouble(k -> Math.sqrt(inverse[k][k])).toArray();
    }

    private static void assertRelative(double[] actual, double... expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int k = 0; k < expected.length; k++) {
            assertThat(actual[k]).as("%d", k).isCloseTo(expected[k], withinPercentage(PERCENT));
        }
    }
}
