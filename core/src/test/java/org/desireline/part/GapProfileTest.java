package org.desireline.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The session gap and the lead-in, from gaps of which it is known how they came about. */
class GapProfileTest {

    private static final long MINUTE = 60_000L;

    @Test
    void theGapLiesBetweenPausesAndBreaks() {
        // Pauses of about 12 minutes, breaks of about five hours; at e^7.9 s = 45 min to 1.5 h the one turns into the
        // other.
        GapProfile profile = planted(1, 4_000, 720, 0.8, 18_000, 0.5);
        assertThat(profile.sessions().gapMillis()).isBetween(75 * MINUTE, 105 * MINUTE);
        assertThat(profile.sessions().leadInMillis()).isBetween(10 * MINUTE, 14 * MINUTE);
    }

    @Test
    void withFewerThanTwoHundredGapsTheUsualOnesHold() {
        assertThat(planted(2, 99, 720, 0.5, 18_000, 0.5).sessions()).isEqualTo(Sessions.USUAL);
        assertThat(planted(2, 100, 720, 0.5, 18_000, 0.5).sessions()).isNotEqualTo(Sessions.USUAL);
    }

    @Test
    void whereNothingSeparatesTheGapIsTwoHours() {
        GapProfile profile = planted(3, 2_000, 2_400, 0.9, 2_400, 0.9);
        assertThat(profile.sessions().gapMillis()).isEqualTo(120 * MINUTE);
        assertThat(profile.sessions().leadInMillis()).isBetween(28 * MINUTE, 40 * MINUTE);
    }

    @Test
    void theGapIsNeverShorterThanHalfAnHourNorLongerThanFour() {
        assertThat(planted(4, 2_000, 5, 0.5, 1_200, 0.5).sessions())
                .isEqualTo(new Sessions(30 * MINUTE, 10 * MINUTE));
        assertThat(planted(5, 2_000, 6_000, 0.4, 400_000, 0.4).sessions())
                .isEqualTo(new Sessions(240 * MINUTE, 60 * MINUTE));
    }

    @Test
    void profilesAddUpInAnyOrder() {
        GapProfile one = planted(6, 500, 720, 0.5, 18_000, 0.5);
        GapProfile other = planted(7, 700, 300, 0.5, 9_000, 0.5);
        GapProfile both = new GapProfile();
        both.add(one);
        both.add(other);
        GapProfile turned = new GapProfile();
        turned.add(other);
        turned.add(one);
        assertThat(both.sessions()).isEqualTo(turned.sessions());
    }

    @Test
    void theLeadInIsTheMedianInWholeMinutes() {
        GapProfile profile = new GapProfile();
        for (int i = 0; i < 101; i++) {
            profile.add(21 * MINUTE + 30_000);
            profile.add(22 * MINUTE);
        }
        assertThat(profile.sessions()).isEqualTo(new Sessions(120 * MINUTE, 21 * MINUTE));
    }

    @Test
    void aLeadInLongerThanTheGapIsRefused() {
        assertThatThrownBy(() -> new Sessions(30 * MINUTE, 31 * MINUTE)).hasMessageContaining("overlap");
    }

    /** As many pauses as breaks, both lognormal, by median in seconds and deviation of the logarithm. */
    private static GapProfile planted(
            long seed, int each, double pause, double pauseDeviation, double rest, double restDeviation) {
        Random random = new Random(seed);
        GapProfile profile = new GapProfile();
        for (int i = 0; i < each; i++) {
            profile.add((long) (1000 * pause * Math.exp(pauseDeviation * random.nextGaussian())));
            profile.add((long) (1000 * rest * Math.exp(restDeviation * random.nextGaussian())));
        }
        return profile;
    }
}
