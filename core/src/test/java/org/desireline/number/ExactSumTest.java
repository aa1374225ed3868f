package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

    private static final BigDecimal TWO_64 = new BigDecimal(BigInteger.TWO.pow(64));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderAndTheGroupingOfTheTermsDoNotMatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] terms = terms(random, 5_000);
        ExactSum inOrder = sum(terms);
        shuffle(terms, random);
        ExactSum shuffled = sum(terms);
        ExactSum merged = new ExactSum();
        for (int from = 0; from < terms.length; ) {
            int to = Math.min(terms.length, from + random.nextInt(1, 700));
            ExactSum part = new ExactSum();
            for (; from < to; from++) {
                part.add(terms[from]);
            }
            merged.add(part);
        }
        assertThat(shuffled).as("seed %d", seed).isEqualTo(inOrder).hasSameHashCodeAs(inOrder);
        assertThat(merged).as("seed %d", seed).isEqualTo(inOrder);
        assertThat(merged.value()).isEqualTo(inOrder.value());
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void theSumIsThatOfTheTermsCutToTheGrid(long seed) {
        double[] terms = terms(new SplittableRandom(seed), 3_000);
        BigDecimal expected = BigDecimal.ZERO;
        for (double term : terms) {
            expected = expected.add(onGrid(term));
        }
        assertThat(sum(terms).value()).as("seed %d", seed)
                .isCloseTo(expected.doubleValue(), within(Math.ulp(expected.doubleValue())));
    }

    @Test
    void aThousandTenthsAreAHundred() {
        ExactSum sum = new ExactSum();
        double plain = 0;
        for (int i = 0; i < 1_000; i++) {
            sum.add(0.1);
            plain += 0.1;
        }
        assertThat(plain).isNotEqualTo(100.0);
        assertThat(sum.value()).isEqualTo(100.0);
        assertThat(sum).hasToString("100.0");
    }

    @Test
    void smallTermsAreNotLostBesideLargeOnes() {
        ExactSum sum = new ExactSum();
        sum.add(1e18);
        for (int i = 0; i < 4_096; i++) {
            sum.add(0x1p-12);
        }
        sum.add(-1e18);
        assertThat(sum.value()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, -0.5, 1.25, -1.25, -3.75, 12345.678, -12345.678, 0x1p-64, 8.9e18, -8.9e18, 0.1, -0.75})
    void aTermAloneIsItself(double term) {
        ExactSum sum = new ExactSum();
        sum.add(term);
        assertThat(sum.value()).isEqualTo(term);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0x1p-55, -1e-17, -0x1p-64, -1e-10, -0.1, -1e-3})
    void aSmallNegativeTermLosesNoMoreThanAStepOfTheGrid(double term) {
        ExactSum sum = new ExactSum();
        sum.add(term);
        assertThat(sum.value()).isCloseTo(term, within(0x1p-64));
    }

    @Test
    void aTermAndItsOppositeCancelExactly() {
        SplittableRandom random = new SplittableRandom(11);
        ExactSum sum = new ExactSum();
        for (int i = 0; i < 2_000; i++) {
            double term = Math.rint(random.nextDouble(-1e6, 1e6) * 0x1p20) * 0x1p-20;
            sum.add(term);
            sum.add(-term);
        }
        assertThat(sum).isEqualTo(new ExactSum());
        assertThat(sum.value()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 9.3e18, -9.3e18})
    void whatIsNoTermIsRefusedAndLeavesTheSumAlone(double term) {
        ExactSum sum = new ExactSum();
        sum.add(2.5);
        assertThatThrownBy(() -> sum.add(term)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(term));
        assertThat(sum.value()).isEqualTo(2.5);
    }

    @Test
    void aSumBeyondTheRangeIsRefusedRatherThanWrapped() {
        ExactSum sum = new ExactSum();
        sum.add(8e18);
        assertThatThrownBy(() -> sum.add(8e18)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> sum.add(sum(new double[] {8e18}))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aSumSurvivesSerialisation() throws IOException, ClassNotFoundException {
        ExactSum sum = sum(terms(new SplittableRandom(9), 100));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sum);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(sum);
        }
    }

    /** Terms of many sizes, two fifths of them negative. */
    private static double[] terms(SplittableRandom random, int count) {
        double[] terms = new double[count];
        for (int i = 0; i < count; i++) {
            double size = StrictMath.pow(10, random.nextInt(-6, 9));
            terms[i] = (random.nextInt(5) < 2 ? -size : size) * random.nextDouble();
        }
        return terms;
    }

    private static void shuffle(double[] terms, SplittableRandom random) {
        for (int i = terms.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = terms[i];
            terms[i] = terms[j];
            terms[j] = kept;
        }
    }

    private static ExactSum sum(double[] terms) {
        ExactSum sum = new ExactSum();
        for (double term : terms) {
            sum.add(term);
        }
        return sum;
    }

    /** The largest multiple of 2⁻⁶⁴ that is not above the term. */
    private static BigDecimal onGrid(double term) {
        return new BigDecimal(term).multiply(TWO_64).setScale(0, RoundingMode.FLOOR).divide(TWO_64);
    }
}
