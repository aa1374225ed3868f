package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.desireline.part.Organisations;
import org.desireline.part.Workshops;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Assembler and ledger against the slow and obvious, on six hundred random organisations; the laws hold on each. */
class OracleTest {

    private static final int ORGANISATIONS = 600;

    /** One in so many records most of what its people do. */
    private static final int WORKSHOP_EVERY = 8;

    private static final List<String> DIFFERENCES = new ArrayList<>();
    private static final Map<String, Long> MET = new TreeMap<>();

    @BeforeAll
    static void compare() {
        List<Comparison> all = LongStream.range(0, ORGANISATIONS).parallel()
                .mapToObj(seed -> Comparison.of(
                        seed % WORKSHOP_EVERY == 0 ? Workshops.random(seed) : Organisations.random(seed))).toList();
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
                "account worked", "act -1", "act 0", "act 1", "act 2", "bulk edits", "busyAmbiguous",
                "busyUnranked", "choice MISS", "choice SKIPPED", "choice STARTED", "choice inside",
                "choice outside", "choice pushed", "containers", "contention",
                "decided by pressure", "displacedInflight", "displacedNew", "doing of several", "inflightLong",
                "inflightShort", "late items", "menu blocked", "menu holds",
                "menu of several", "menu of several ranks", "menu stale", "outranked", "silent", "work by logged",
                "work by session", "work by status", "work outside lives");
        assertThat(MET.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(20));
    }
}
