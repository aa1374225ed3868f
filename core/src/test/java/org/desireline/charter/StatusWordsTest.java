package org.desireline.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusWordsTest {

    @ParameterizedTest
    @CsvSource({
        "Review, review", "In Review, review", "Code Reviewing, review", "Merge Request Open, review", "QA, review",
        "Ready for QA, review", "Testing, review", "Ready for Testing, review", "In Verification, review",
        "Waiting for Review, review", "Review Blocked, review",
        "Blocked, blocked", "On Hold, blocked", "Hold, blocked", "Impediment, blocked", "Waiting for Customer, blocked",
        "Waiting for approval, blocked", "Progress blocked, blocked",
        "Approval pending, decision", "To be approved, decision", "Needs Decision, decision", "Sign-off, decision",
        "Approved for development, decision",
        "In Progress, working", "Work in progress, working", "In Development, working", "Doing, working",
        "Implementing, working", "Implementation done, working",
        "Closed, done", "Close, done", "Resolved, done", "Done, done", "Released, done", "Merged, done",
        "Backlog, backlog", "Icebox, backlog", "Someday / maybe, backlog", "Received, backlog", "New, backlog",
        "Triage, backlog", "In Triage, backlog",
        "Open, queued", "To Do, queued", "Todo, queued", "Selected, queued", "Ready, queued", "Accepted, queued",
        "Reopened, queued", "'  open ', queued", "OPEN, queued"
    })
    void theFirstRuleThatFitsDecides(String status, Phase phase) {
        assertThat(StatusWords.phase(status, null)).isEqualTo(phase);
        assertThat(StatusWords.phase(status, "done")).isEqualTo(phase);
    }

    @ParameterizedTest
    @CsvSource({
        "Cooking, done, done", "Cooking, Complete, done", "Cooking, indeterminate, working",
        "Cooking, In Progress, working", "Cooking, new, queued", "Cooking, To Do, queued",
        "Household, indeterminate, working", "Renewed, done, done", "Undone, new, queued", "Preview, done, done"
    })
    void aNameThatSaysNothingLeavesItToTheTracker(String status, String category, Phase phase) {
        assertThat(StatusWords.phase(status, category)).isEqualTo(phase);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cooking", "", "Renewed", "Unblocked", "Household", "Aquarium", "Opener"})
    void whatNeitherNameNorTrackerTellsIsNotGuessed(String status) {
        assertThat(StatusWords.phase(status, null)).isNull();
        assertThat(StatusWords.phase(status, "undefined")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Won't Fix, true", "Won't Do, true", "Duplicate, true", "Cannot Reproduce, true", "Incomplete, true",
        "Invalid, true", "Abandoned, true", "not planned, true", "' WON''T FIX ', true",
        "Fixed, false", "Done, false", "Completed, false", "Implemented, false", "'', false"
    })
    void workThatWasGivenUpIsToldFromWorkThatWasDone(String resolution, boolean isDropped) {
        assertThat(StatusWords.isDropped(resolution)).isEqualTo(isDropped);
    }

    @ParameterizedTest
    @CsvSource({"Reopened, true", "' reopen', true", "REOPENED BY CUSTOMER, true", "Open, false", "Not reopened, false"
    })
    void aReopeningIsKnownByItsName(String status, boolean isReopened) {
        assertThat(StatusWords.isReopened(status)).isEqualTo(isReopened);
    }

    @Test
    void aStatusMapIsKeyedByItsScopeAndKeepsToItself() {
        Map<String, Map<String, Phase>> given = new HashMap<>();
        given.put("jira/A", new HashMap<>(Map.of("Cooking", Phase.working)));
        StatusMap map = new StatusMap(given);
        given.get("jira/A").put("Cooking", Phase.done);
        given.clear();
        assertThat(map.phase("jira/A", "Cooking")).isEqualTo(Phase.working);
        assertThat(map.phase("jira/A", "Baking")).isEqualTo(Phase.queued);
        assertThat(map.phase("jira/B", "Cooking")).isEqualTo(Phase.queued);
    }

    @Test
    void anActivityTellsNoPhaseByItsWords() {
        assertThat(StatusWords.phase("Approve order", StatusWords.ACTIVITY)).isEqualTo(Phase.queued);
        assertThat(StatusWords.phase("Remove payment block", StatusWords.ACTIVITY)).isEqualTo(Phase.queued);
        assertThat(StatusWords.phase("Case closed", "done")).isEqualTo(Phase.done);
    }

    @Test
    void whatTheSourceItselfSaysOfTheStatusWinsOverItsWords() {
        assertThat(StatusWords.phase("in progress", StatusWords.PHASE + Phase.done)).isEqualTo(Phase.done);
        assertThat(StatusWords.phase("provisional", StatusWords.PHASE + Phase.decision)).isEqualTo(Phase.decision);
        assertThat(StatusWords.phase("provisional", null)).isNull();
    }
}
