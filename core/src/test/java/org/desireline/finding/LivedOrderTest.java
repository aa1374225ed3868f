package org.desireline.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.publish.Publisher;
import org.desireline.publish.Sample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LivedOrderTest {

    private final List<Line> lines = new ArrayList<>();
    private Reading.@Nullable Refusal refusal;

    @Test
    void anOrderThatIsFollowedIsTheLivedOne() {
        pair("A", "B", 0.9, 0.5);
        pair("A", "C", 0.9, 0.5);
        pair("B", "C", 0.9, 0.5);
        LivedOrder order = of("A", "B", "C");
        assertThat(order.names()).containsExactly("A", "B", "C");
        assertThat(order.isKnown()).isTrue();
        assertThat(order.ranks().get(1)).isEqualTo(new LivedOrder.Rank("B", List.of("C"), List.of("A")));
    }

    @Test
    void anOrderThatIsReversedIsLivedInReverse() {
        pair("A", "B", 0.1, 0.5);
        pair("A", "C", 0.1, 0.5);
        pair("B", "C", 0.1, 0.5);
        assertThat(of("A", "B", "C").names()).containsExactly("C", "B", "A");
    }

    @Test
    void aPriorityThatOnlyHasMoreItemsOnTheDeskDoesNotWin() {
        pair("A", "B", 0.1, 0.1);
        LivedOrder order = of("A", "B");
        assertThat(order.names()).containsExactly("A", "B");
        assertThat(order.isKnown()).isFalse();
        assertThat(order.lack()).startsWith("Not enough evidence for a lived order: no priority was started more often")
                .contains("needs");
    }

    @Test
    void aPriorityThatIsStartedMoreOftenThanByChanceWinsEvenBelowHalf() {
        pair("A", "B", 0.7, 0.9);
        assertThat(of("A", "B").names()).containsExactly("B", "A");
    }

    @Test
    void whatIsNotToldStandsBehindTheOneDeclaredBeforeIt() {
        pair("B", "D", 0.1, 0.5);
        LivedOrder order = of("A", "B", "C", "D", "E");
        assertThat(order.names()).containsExactly("A", "D", "E", "B", "C");
        assertThat(order.ranks().stream().filter(LivedOrder.Rank::isTold).map(LivedOrder.Rank::name))
                .containsExactly("D", "B");
    }

    @Test
    void tiesAndCirclesStandAsDeclared() {
        pair("A", "B", 0.1, 0.5);
        pair("B", "C", 0.1, 0.5);
        pair("A", "C", 0.9, 0.5);
        assertThat(of("A", "B", "C").names()).containsExactly("A", "B", "C");
        assertThat(of("A", "B", "C").isKnown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"9, 9, 9, A", "10, 9, 9, B", "40, 4, 9, A", "40, 9, 4, A"})
    void aPairIsHeardOnTenOccasionsAndOnlyWherePublished(long n, long actors, long chanceActors, String first) {
        lines.add(line("A", "B", "wins", n, actors, 0.1, 0.05, 0.15));
        lines.add(line("A", "B", "winsByChance", n, chanceActors, 0.5, 0.5, 0.5));
        assertThat(of("A", "B").names().get(0)).isEqualTo(first);
    }

    @Test
    void anIntervalThatHoldsChanceDecidesNothing() {
        lines.add(line("A", "B", "wins", 40, 9, 0.1, 0.05, 0.5));
        lines.add(line("A", "B", "winsByChance", 40, 9, 0.5, 0.5, 0.5));
        assertThat(of("A", "B").isKnown()).isFalse();
    }

    @Test
    void aRefusalIsTheLack() {
        pair("A", "B", 0.1, 0.5);
        refusal = new Reading.Refusal("only 3 of 9 starts chose", "30 starts");
        LivedOrder order = of("A", "B");
        assertThat(order.names()).containsExactly("A", "B");
        assertThat(order.lack()).isEqualTo(
                "Not enough evidence for a lived order: only 3 of 9 starts chose; needs 30 starts.");
        assertThat(order.ranks()).noneMatch(LivedOrder.Rank::isTold);
    }

    @Test
    void namesMayHoldWhateverTheTrackerAllows() {
        pair("1/2", "over", 0.1, 0.5);
        assertThat(of("1/2", "over", "%").names()).containsExactly("over", "%", "1/2");
        assertThat(of().names()).isEmpty();
    }

    private LivedOrder of(String... declared) {
        Reading contest = new Reading("contest", refusal, 90, 80, Map.of(), List.of(), lines, List.of());
        return LivedOrder.of(Publisher.publish(Sample.head(declared), List.of(contest), List.of()));
    }

    private void pair(String first, String second, double wins, double chance) {
        lines.add(line(first, second, "wins", 40, 9, wins, wins - 0.05, wins + 0.05));
        lines.add(line(first, second, "winsByChance", 40, 9, chance, chance, chance));
    }

    private static Line line(String first, String second, String label, long n, long actors, double value, double low,
            double high) {
        String id = "contest/priority/" + Line.idPart(first) + "/over/" + Line.idPart(second) + "/" + label;
        return Sample.line(id, label, new Estimate(value, low, high, Unit.SHARE, n, actors, Grade.OBSERVED, value,
                value, Strength.EXACT), new org.desireline.instrument.Support(
                org.desireline.instrument.Support.Basis.ACTIVITY, n, actors, 0.2, id, List.of()));
    }
}
