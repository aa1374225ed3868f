package org.desireline.number.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.desireline.number.Blocks;
import org.junit.jupiter.api.Test;

class ConditionalLogitTest {

    private static final double[] TRUE = {0.8, -0.5, 0.4};

    @Test
    void twoAlternativesAreALogitWithAKnownAnswer() {
        ChoiceSet.Builder builder = ChoiceSet.builder(1);
        for (int n = 0; n < 10; n++) {
            builder.row(1).row(0).choose(n < 8 ? 0 : 1, n);
        }
        ConditionalLogit fit = ConditionalLogit.fit(builder.build(), Prior.none()).orElseThrow();
        assertThat(fit.beta()[0]).isCloseTo(StrictMath.log(4), within(1e-9));
        assertThat(fit.information()[0][0]).isCloseTo(10 * 0.8 * 0.2, within(1e-9));
        assertThat(fit.logLikelihood()).isCloseTo(8 * StrictMath.log(0.8) + 2 * StrictMath.log(0.2), within(1e-9));
        assertThat(fit.equalChances()).isCloseTo(-10 * StrictMath.log(2), within(1e-9));
    }

    @Test
    void blocksWorkedOffInAnotherOrderGiveTheSameBits() {
        ChoiceSet set = Choices.drawn(5000, 6, TRUE, 40, 0.4, 11);
        Blocks backwards = new Blocks() {
            @Override
            public <T> List<T> map(int count, IntFunction<T> block) {
                return IntStream.range(0, count).mapToObj(i -> block.apply(count - 1 - i)).toList().reversed();
            }
        };
        ConditionalLogit one = ConditionalLogit.fit(set, Prior.normal(2.5)).orElseThrow();
        ConditionalLogit other = ConditionalLogit.fit(set, Prior.normal(2.5), backwards).orElseThrow();
        assertThat(other.beta()).isEqualTo(one.beta());
        assertThat(other.information()).isDeepEqualTo(one.information());
        assertThat(other.logLikelihood()).isEqualTo(one.logLikelihood());
        assertThat(one.beta()[0]).isCloseTo(TRUE[0], within(0.15));
    }

    @Test
    void attributesThatAlwaysMoveTogetherAreNotIdentified() {
        ChoiceSet.Builder builder = ChoiceSet.builder(2);
        for (int n = 0; n < 20; n++) {
            builder.row(1, 2).row(0, 0).row(n, 2 * n).choose(n % 3, n);
        }
        assertThat(ConditionalLogit.fit(builder.build(), Prior.none())).isEmpty();
        assertThat(ConditionalLogit.fit(builder.build(), Prior.normal(2.5))).isPresent();
    }
}
