package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.desireline.part.Organisations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Assembler and ledger against the slow and obvious, on a thousand random organisations; the laws hold on each. */
class OracleTest {

    private static final int ORGANISATIONS = 1_000;

    private static final List<String> DIFFERENCES = new ArrayList<>();
    private static final Map<String, Long> MET = new TreeMap<>();

    @BeforeAll
    static void compare() {
        List<Comparison> all = LongStream.range(0, ORGANISATIONS).parallel()
                .mapToObj(seed -> Comparison.of(Organisations.random(seed))).toList();
        for (Comparison comparison : all) {
            DIFFERENCES.addAll(comparison.differences());
            comparison.met().forEach((what, count) -> MET.merge(what, count, Long::sum));
        }
    }

    @ParameterizedTest
    @EnumSource(Comparison.Side.class)
    void whatIsReadEqualsTheWalkMinuteByMinute(Comparison.Side side) {
        assertThat(DIFFERENCES).filteredOn(difference -> difference.startsWith(side.name())).isEmpty();
    }

    /** Equality proves nothing about what never came up. */
    @Test
    void everythingThatCanDifferCameUpOften() {
        assertThat(MET).containsOnlyKeys("account closedGap", "account decider", "account nobody", "account otherItem",
                "account owner", "account ownerUnknown", "account parked", "account reviewer", "account rework",
                "account worked", "bulk edits", "choice MISS", "choice SKIPPED", "choice STARTED", "choice inside",
                "choice outside", "choice pushed", "containers", "late items", "menu blocked", "menu holds",
                "menu of several", "menu stale", "work outside lives");
        assertThat(MET.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(20));
    }
}
