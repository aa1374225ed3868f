package org.desireline.app.source.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.desireline.app.source.forge.Act.Kind;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ordinary guess makes of the words, and how a request goes from one to the next. */
class StandingTest {

    @ParameterizedTest
    @CsvSource({"OPEN, queued", "REOPENED, queued", "CLOSED, done", "DRAFT, working", "IN_REVIEW, review",
        "REVIEWED_AGAIN, review", "CHANGES, working", "APPROVED, review", "MERGED, done", "UNMERGED, done"})
    void theOrdinaryGuessMakesThePhaseOfIt(Standing standing, Phase phase) {
        assertThat(StatusWords.phase(standing.status(), standing.category())).isEqualTo(phase);
    }

    @Test
    void aRequestThatIsClosedUnmergedAndAnIssueThatIsNotPlannedAreDropped() {
        assertThat(Set.of("abandoned", "not planned", "duplicate")).allMatch(StatusWords::isDropped);
        assertThat(StatusWords.isDropped("completed")).isFalse();
    }

    @Test
    void reopeningCountsAsSuch() {
        assertThat(StatusWords.isReopened(Standing.REOPENED.status())).isTrue();
        assertThat(StatusWords.isReopened(Standing.REVIEWED_AGAIN.status())).isTrue();
    }

    @Test
    void afterChangesWereAskedForItIsTheAuthorsUntilTheAuthorActs() {
        Standing asked = Standing.IN_REVIEW.ofRequestAfter(Kind.CHANGES_REQUESTED, false);
        assertThat(asked).isEqualTo(Standing.CHANGES);
        assertThat(asked.ofRequestAfter(Kind.COMMENTED, false)).isEqualTo(Standing.CHANGES);
        assertThat(asked.ofRequestAfter(Kind.COMMENTED, true)).isEqualTo(Standing.IN_REVIEW);
        assertThat(asked.ofRequestAfter(Kind.COMMITTED, null)).isEqualTo(Standing.IN_REVIEW);
        assertThat(asked.ofRequestAfter(Kind.APPROVED, false)).isEqualTo(Standing.APPROVED);
        assertThat(Standing.APPROVED.ofRequestAfter(Kind.DISMISSED, false)).isEqualTo(Standing.IN_REVIEW);
    }

    @Test
    void aDraftIsNobodysToReview() {
        assertThat(Standing.DRAFT.ofRequestAfter(Kind.CHANGES_REQUESTED, false)).isEqualTo(Standing.DRAFT);
        assertThat(Standing.DRAFT.ofRequestAfter(Kind.READIED, true)).isEqualTo(Standing.IN_REVIEW);
        assertThat(Standing.MERGED.ofRequestAfter(Kind.CLOSED, false)).isEqualTo(Standing.MERGED);
        assertThat(Standing.UNMERGED.ofRequestAfter(Kind.REOPENED, true)).isEqualTo(Standing.REVIEWED_AGAIN);
    }
}
