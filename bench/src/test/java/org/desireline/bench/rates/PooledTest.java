package org.desireline.bench.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.desireline.world.planted.Pick;
import org.desireline.world.planted.Pick.Kind;
import org.desireline.world.planted.Pick.Option;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Planted;
import org.junit.jupiter.api.Test;

/** What a logit over everybody tends to, and which line tells of what. */
class PooledTest {

    @Test
    void theLargestLikelihoodOfOneAttributeIsKnownByHand() {
        List<Option> menu = List.of(new Option(1, 0, 1), new Option(2, 3, 1));
        List<Pick> picks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            picks.add(new Pick(Kind.FIRST_START, i, i, menu, i < 6 ? 0 : 1, false));
        }
        double[] fitted = Pooled.newton(picks, 2, option -> new double[] {option.importance(), option.ease()});
        assertThat(fitted[0]).isCloseTo(Math.log(3), within(1e-9));
        assertThat(fitted[1]).isZero();
    }

    @Test
    void peopleWhoDifferMakeItSmallerThanTheirMean() {
        Pooled pooled = Pooled.of(Plan.of("displaced"));
        double meant = LongStream.rangeClosed(1, 60).mapToObj(seed -> Planted.live(Plan.of("displaced"), seed, 1))
                .mapToDouble(planted -> planted.choices(planted.span()).importance()).average().orElseThrow();
        assertThat(pooled.choices()).isGreaterThan(50_000);
        assertThat(pooled.ease()).isCloseTo(0, within(0.03));
        assertThat(pooled.importance()).isBetween(0.9 * meant, 1.02 * meant);
        assertThat(pooled.worth(0, 3)).isCloseTo(pooled.importance(), within(0.06));
        assertThat(pooled.worth(1, 2)).isEqualTo(-pooled.worth(2, 1));
    }

    @Test
    void everyQuantityHasALineOfItsOwnButForTheTwoThatAreHeldAgainstTwoTruths() {
        assertThat(Quantity.all()).doesNotHaveDuplicates();
        assertThat(Quantity.all().stream().map(Quantity::line).map(Pattern::pattern).distinct())
                .hasSize(Quantity.all().size() - 2);
        assertThat(Quantity.worth(0, 1).line().matcher("contest/priority/blocker/over/critical/worth").matches())
                .isTrue();
        assertThat(Quantity.KEPT.line().matcher("contest/tradeoff/major-over-critical/kept").matches()).isTrue();
        assertThat(Wrong.CHOICE.line().matcher("choice/firstStart/age/effect").matches()).isTrue();
        assertThat(Wrong.CHOICE.line().matcher("choice/firstStart/priority/effect").matches()).isFalse();
    }
}
