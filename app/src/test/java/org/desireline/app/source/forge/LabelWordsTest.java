package org.desireline.app.source.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which labels tell a priority or a severity, and which names of things they are not. */
class LabelWordsTest {

    @ParameterizedTest
    @CsvSource({"P0, p0", "p2, p2", "[P1], p1", "P1: now, p1", "priority/critical-urgent, critical",
        "priority/important-soon, high", "priority/backlog, low", "priority: high, high", "Priority::3-Other, p3",
        "priority::1, p1", "prio-low, low", "high priority, high", "severity: major, major", "severity::1, critical",
        "sev2, high", "priority/P0, p0"})
    void aLabelTellsAPriority(String label, String priority) {
        assertThat(LabelWords.priority(List.of("bug", label))).isEqualTo(priority);
    }

    @ParameterizedTest
    @CsvSource({"bug", "high", "p10", "php8", "priority: whatever", "several", "severance", "major release"})
    void aLabelOfAnotherKindTellsNone(String label) {
        assertThat(LabelWords.priority(List.of(label))).isNull();
    }

    @Test
    void theMostUrgentOfSeveralCountsAndSeverityOnlyWhereThereIsNoPriority() {
        assertThat(LabelWords.priority(List.of("P2", "P1", "severity: critical"))).isEqualTo("p1");
        assertThat(LabelWords.severity(List.of("P2", "severity: critical"))).isEqualTo("critical");
    }
}
