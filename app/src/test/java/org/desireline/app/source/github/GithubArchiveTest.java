package org.desireline.app.source.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.desireline.app.EventTable;
import org.desireline.app.RealData;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The figures of a working group's archive, from the events of the journal. */
class GithubArchiveTest {

    private static final double HOUR_MILLIS = 3_600_000.0;

    private final List<Double> hoursToReview = new ArrayList<>();
    private final List<Double> hoursToMerge = new ArrayList<>();
    private long issues;
    private long pulls;
    private long reviews;
    private long approvals;
    private long changes;
    private long withoutReview;

    @Test
    void theArchiveHoldsWhatWasCountedInIt() {
        Journal journal = EventTable.of(RealData.file("github-archive-ietf-ech/archive.json")).journal();
        journal.read(batch -> {
            for (int from = 0; from < batch.size(); ) {
                int to = from;
                while (to < batch.size() && batch.item()[to] == batch.item()[from]) {
                    to++;
                }
                item(journal, batch, from, to);
                from = to;
            }
        });
        assertThat(List.of(issues, pulls, (long) hoursToMerge.size(), reviews, approvals, changes))
                .containsExactly(250L, 392L, 323L, 1457L, 372L, 51L);
        assertThat(withoutReview).isEqualTo(55);
        assertThat(median(hoursToReview)).isCloseTo(2.9, within(0.05));
        assertThat(median(hoursToMerge)).isCloseTo(26.2, within(0.05));
        assertThat(journal.troubles()).hasSizeLessThan(4);
    }

    private void item(Journal journal, EventBatch batch, int from, int to) {
        long created = 0;
        int author = -1;
        for (int row = from; row < to; row++) {
            if (batch.verbAt(row) == Verb.created) {
                created = batch.atMillis()[row];
                author = batch.actor()[row];
                boolean isPull = "pull request".equals(value(journal, batch, row, Field.TYPE));
                pulls += isPull ? 1 : 0;
                issues += isPull ? 0 : 1;
            }
        }
        Double toReview = null;
        Double toMerge = null;
        for (int row = from; row < to; row++) {
            double hours = (batch.atMillis()[row] - created) / HOUR_MILLIS;
            if (batch.verbAt(row) == Verb.reviewed) {
                String verdict = value(journal, batch, row, Field.VERDICT);
                reviews++;
                approvals += "approved".equals(verdict) ? 1 : 0;
                changes += "changes".equals(verdict) ? 1 : 0;
                if (toReview == null && batch.actor()[row] != author) {
                    toReview = hours;
                }
            } else if (batch.verbAt(row) == Verb.merged) {
                toMerge = hours;
            }
        }
        if (toMerge != null) {
            hoursToMerge.add(toMerge);
            withoutReview += toReview == null ? 1 : 0;
            if (toReview != null) {
                hoursToReview.add(toReview);
            }
        }
    }

    private static @Nullable String value(Journal journal, EventBatch batch, int row, String field) {
        for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
            if (journal.text(batch.attributeName()[i]).equals(field)) {
                return journal.text(batch.attributeValue()[i]);
            }
        }
        return null;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
