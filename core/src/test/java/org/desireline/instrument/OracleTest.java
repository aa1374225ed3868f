package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.desireline.part.Markets;
import org.desireline.part.Offices;
import org.desireline.part.Organisation;
import org.desireline.part.Organisations;
import org.desireline.part.Workshops;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Assembler and ledger against the slow and obvious, on more than six hundred random organisations; the laws hold. */
class OracleTest {

    private static final int ORGANISATIONS = 600;
    /** So many more, as process logs tell of them. */
    private static final int OFFICES = 60;

    /** One in so many records most of what its people do. */
    private static final int WORKSHOP_EVERY = 8;
    /** In one in so many work is nobody's until it is taken. */
    private static final int MARKET_EVERY = 5;

    private static final List<String> DIFFERENCES = new ArrayList<>();
    private static final Map<String, Long> MET = new TreeMap<>();

    @BeforeAll
    static void compare() {
        List<Comparison> all = LongStream.range(0, ORGANISATIONS + OFFICES).parallel()
                .mapToObj(seed -> Comparison.of(organisation(seed))).toList();
        for (Comparison comparison : all) {
            DIFFERENCES.addAll(comparison.differences());
            comparison.met().forEach((what, count) -> MET.merge(what, count, Long::sum));
        }
    }

    private static Organisation organisation(long seed) {
        return seed >= ORGANISATIONS ? Offices.random(seed) : seed % WORKSHOP_EVERY == 0 ? Workshops.random(seed)
                : seed % MARKET_EVERY == 1 ? Markets.random(seed) : Organisations.random(seed);
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
                "account worked", "act -1", "act 0", "act 1", "act 2", "actor week", "actor week in pressing work",
                "actor week of a team", "actor week with work outside", "area stock of a team",
                "area stock with hand-overs", "area stock with new items", "area stock with waiting",
                "area week inside", "area week of a team in another's", "area week outside",
                "area week with approvals", "area week with declared", "area week with unclear", "begin MISS",
                "begin STARTED",
                "begin of several", "begin out of two of one case", "bulk edits", "busyAmbiguous", "busyUnranked",
                "choice MISS", "choice SKIPPED", "choice STARTED", "choice by rule", "choice by touch",
                "choice inside", "choice menu blocked", "choice menu holds", "choice menu of several",
                "choice menu relabelled", "choice menu seen", "choice menu stale", "choice of several ranks",
                "choice outside", "choice pushed", "choice pushed by touch", "choice settled otherwise",
                "choice taken", "claim MISS", "claim NO_POOL", "claim STARTED", "claim by rule", "claim inside",
                "claim menu blocked", "claim menu holds", "claim menu of several", "claim menu parked",
                "claim menu relabelled", "claim menu seen", "claim menu stale", "claim of several ranks",
                "claim outside", "claim settled otherwise", "containers", "contention", "decided by pressure",
                "displacedInflight", "displacedNew", "doing of several", "inflightLong", "inflightShort", "late items",
                "outranked", "prospect age", "prospect due", "prospect failure", "prospect familiarity",
                "prospect friction", "prospect hasDue", "prospect requester", "prospect size", "silent",
                "team week CALM", "team week PRESSURE", "team week UNDECLARED", "team week with arrived",
                "team week with finished", "team week with wip", "team week with work", "turn MISS", "turn OVERLAP",
                "turn STARTED", "turn by rule", "turn inside", "turn menu begun", "turn menu blocked",
                "turn menu holds", "turn menu of several", "turn menu relabelled", "turn menu seen", "turn menu stale",
                "turn of several ranks", "turn outside", "turn settled otherwise", "work by logged", "work by session",
                "work by status", "work outside lives");
        assertThat(MET.entrySet()).allSatisfy(met -> assertThat(met.getValue()).as(met.getKey())
                .isGreaterThanOrEqualTo(20));
    }
}
