package org.desireline.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PriorityWordsTest {

    @ParameterizedTest
    @MethodSource
    void namesOfATrackerAreOrderedWhateverTheyCameIn(List<String> order) {
        List<String> given = new ArrayList<>(order);
        for (int i = 0; i < order.size(); i++) {
            Collections.rotate(given, 1);
            assertThat(PriorityWords.order(given)).isEqualTo(order);
        }
        Collections.reverse(given);
        assertThat(PriorityWords.order(given)).isEqualTo(order);
    }

    static Stream<List<String>> namesOfATrackerAreOrderedWhateverTheyCameIn() {
        return Stream.of(
                List.of("Blocker", "Critical", "Major", "Minor", "Trivial"),
                List.of("Highest", "High", "Medium", "Low", "Lowest"),
                List.of("P0", "P1", "P2", "P3", "P4", "P5"),
                List.of("Immediate", "High", "Normal", "Low"),
                List.of("urgent", "high", "normal", "low"));
    }

    @Test
    void namesOfUnknownRankAreLeftOut() {
        assertThat(PriorityWords.order(List.of("Whenever", "Minor", "Not set", "Blocker")))
                .containsExactly("Blocker", "Minor");
        assertThat(PriorityWords.order(List.of("Whenever"))).isEmpty();
        assertThat(PriorityWords.order(List.of())).isEmpty();
    }

    @Test
    void namesOfOneRankAreOrderedByName() {
        assertThat(PriorityWords.order(List.of("urgent", "P0", "Major", "High", "Blocker")))
                .containsExactly("Blocker", "P0", "urgent", "High", "Major");
    }

    @Test
    void namesAreKeptAsTheTrackerWritesThem() {
        assertThat(PriorityWords.order(List.of(" minor ", "BLOCKER"))).containsExactly("BLOCKER", " minor ");
    }
}
