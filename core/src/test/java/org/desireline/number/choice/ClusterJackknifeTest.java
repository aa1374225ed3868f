package org.desireline.number.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.stream.IntStream;
import org.desireline.number.Contrast;
import org.desireline.number.Student;
import org.junit.jupiter.api.Test;

class ClusterJackknifeTest {

    private static final double[] TRUE = {0.8, -0.5, 0.4};

    @Test
    void aStepIsNewtonsFromTheCommonCoefficientsOnWhatTheOthersChose() {
        for (Prior prior : List.of(Prior.none(), Prior.normal(2.5))) {
            ChoiceSet set = Choices.drawn(300, 5, TRUE, 9, 0.4, 3);
            ConditionalLogit fit = ConditionalLogit.fit(set, prior).orElseThrow();
            ClusterJackknife jackknife = ClusterJackknife.of(fit).orElseThrow();
            double[][] covariance = new double[3][3];
            for (int g = 0; g < 9; g++) {
                double[] step = slowStep(set, g, fit.beta(), prior);
                assertThat(jackknife.steps().get(g)).containsExactly(step, within(1e-9));
                for (int k = 0; k < 3; k++) {
                    for (int l = 0; l < 3; l++) {
                        covariance[k][l] += 8.0 / 9 * step[k] * step[l];
                    }
                }
            }
            for (int k = 0; k < 3; k++) {
                assertThat(jackknife.covariance()[k]).containsExactly(covariance[k], within(1e-9));
            }
        }
    }

    @Test
    void aStepIsCloseToFittingAnewWithoutTheCluster() {
        ChoiceSet set = Choices.drawn(1200, 5, TRUE, 30, 0.2, 5);
        ConditionalLogit fit = ConditionalLogit.fit(set, Prior.none()).orElseThrow();
        ClusterJackknife jackknife = ClusterJackknife.of(fit).orElseThrow();
        for (int g = 0; g < 30; g++) {
            int left = g;
            ConditionalLogit without = ConditionalLogit.fit(set.where(n -> set.cluster(n) != left), Prior.none())
                    .orElseThrow();
            for (int k = 0; k < 3; k++) {
                assertThat(without.beta()[k] - fit.beta()[k]).isCloseTo(jackknife.steps().get(g)[k], within(2e-3));
            }
        }
    }

    @Test
    void duplicatingTheLogShrinksTheNaiveErrorByRootTwoAndTheClusteredOneNot() {
        ChoiceSet once = Choices.drawn(400, 4, TRUE, 10, 0.5, 8);
        ChoiceSet.Builder twice = ChoiceSet.builder(3);
        for (int n = 0; n < once.situations(); n++) {
            for (int row = once.first(n); row < once.first(n) + once.size(n); row++) {
                twice.row(once.x(row, 0), once.x(row, 1), once.x(row, 2));
            }
            twice.choose(once.chosenRow(n) - once.first(n), once.cluster(n), 2);
        }
        ClusterJackknife one = jackknife(once);
        ClusterJackknife two = jackknife(twice.build());
        assertThat(two.coefficient(0).estimate()).isCloseTo(one.coefficient(0).estimate(), within(1e-9));
        assertThat(two.coefficient(0).standardError()).isCloseTo(one.coefficient(0).standardError(), within(1e-9));
        assertThat(two.naive()[0][0]).isCloseTo(one.naive()[0][0] / 2, within(1e-9));
        assertThat(two.effectiveClusters()).isCloseTo(10, within(1e-9));
        assertThat(two.largestShare()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void aContrastIsWhatARecodedModelWouldSay() {
        ChoiceSet set = Choices.drawn(500, 5, TRUE, 12, 0.3, 21);
        ChoiceSet.Builder recoded = ChoiceSet.builder(3);
        for (int n = 0; n < set.situations(); n++) {
            for (int row = set.first(n); row < set.first(n) + set.size(n); row++) {
                // β₀x₀ + β₁x₁ = (β₀ − β₁)x₀ + β₁(x₀ + x₁).
                recoded.row(set.x(row, 0), set.x(row, 0) + set.x(row, 1), set.x(row, 2));
            }
            recoded.choose(set.chosenRow(n) - set.first(n), set.cluster(n));
        }
        Contrast difference = jackknife(set).difference(0, 1);
        Contrast coefficient = jackknife(recoded.build()).coefficient(0);
        assertThat(difference.estimate()).isCloseTo(coefficient.estimate(), withinPercentage(1e-6));
        assertThat(difference.standardError()).isCloseTo(coefficient.standardError(), withinPercentage(1e-6));
        assertThat(difference.degreesOfFreedom()).isEqualTo(11);
        assertThat(difference.interval().high() - difference.estimate())
                .isCloseTo(Student.quantile(0.975, 11) * difference.standardError(), withinPercentage(1e-9));
    }

    @Test
    void whatHangsOnOnePersonHasNoError() {
        ChoiceSet.Builder builder = ChoiceSet.builder(2);
        for (int n = 0; n < 60; n++) {
            int cluster = n % 6;
            builder.row(1, cluster == 0 ? n % 4 : 0).row(0, cluster == 0 ? 1 : 0).choose(n % 5 < 2 ? 1 : 0, cluster);
        }
        ConditionalLogit fit = ConditionalLogit.fit(builder.build(), Prior.none()).orElseThrow();
        assertThat(ClusterJackknife.of(fit)).isEmpty();
        ConditionalLogit alone = ConditionalLogit.fit(Choices.drawn(50, 4, TRUE, 1, 0, 1), Prior.none()).orElseThrow();
        assertThat(ClusterJackknife.of(alone)).isEmpty();
    }

    private static ClusterJackknife jackknife(ChoiceSet set) {
        return ClusterJackknife.of(ConditionalLogit.fit(set, Prior.none()).orElseThrow()).orElseThrow();
    }

    /** One Newton step without a cluster, by sums written out. */
    private static double[] slowStep(ChoiceSet set, int left, double[] beta, Prior prior) {
        double[] gradient = new double[3];
        double[][] information = new double[3][3];
        for (int k = 0; k < 3; k++) {
            gradient[k] = -prior.precision(k) * beta[k];
            information[k][k] = prior.precision(k);
        }
        double[] probabilities = ConditionalLogit.probabilities(set, beta);
        for (int n = 0; n < set.situations(); n++) {
            if (set.cluster(n) == left) {
                continue;
            }
            List<Integer> rows = IntStream.range(set.first(n), set.first(n) + set.size(n)).boxed().toList();
            for (int k = 0; k < 3; k++) {
                int column = k;
                double mean = rows.stream().mapToDouble(r -> probabilities[r] * set.x(r, column)).sum();
                gradient[k] += set.x(set.chosenRow(n), k) - mean;
                for (int l = 0; l < 3; l++) {
                    int other = l;
                    double otherMean = rows.stream().mapToDouble(r -> probabilities[r] * set.x(r, other)).sum();
                    information[k][l] += rows.stream()
                            .mapToDouble(r -> probabilities[r] * set.x(r, column) * set.x(r, other)).sum()
                            - mean * otherMean;
                }
            }
        }
        return Definite.of(information).orElseThrow().solve(gradient);
    }
}
