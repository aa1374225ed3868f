package org.desireline.instrument.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.journal.Field;
import org.desireline.number.Estimate;
import org.desireline.part.Assembly;
import org.desireline.part.Changes;
import org.junit.jupiter.api.Test;

/** Changes to a repository: a story by hand, and a slow count over many that were made up. */
class ReviewTest {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;

    private final Changes changes = new Changes();

    private Reading reading() {
        return Fold.of(new Review()).unmerged(changes.organisation().assembly());
    }

    private static Estimate estimate(Reading reading, String id) {
        return reading.lines().stream().filter(line -> line.id().equals(id)).map(Line::estimate).findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + reading.lines().stream()
                        .map(Line::id).toList()));
    }

    @Test
    void aChangeWaitsForAnothersEyesAndForItsMerge() {
        for (int i = 0; i < 5; i++) {
            String item = "github:r:" + i;
            changes.begun(item, i * DAY, "author" + i);
            changes.reviewed(item, i * DAY + HOUR, "author" + i);
            changes.reviewed(item, i * DAY + HOUR, "robot");
            changes.reviewed(item, i * DAY + (2 + i) * HOUR, "another" + i);
            changes.reviewed(item, i * DAY + (9 + i) * HOUR, "third" + i);
            changes.merged(item, i * DAY + (20 + i) * HOUR);
        }
        changes.begun("github:r:own", 6 * DAY, "author0");
        changes.reviewed("github:r:own", 6 * DAY + HOUR, "author0");
        changes.merged("github:r:own", 6 * DAY + 2 * HOUR);
        changes.begun("github:r:open", 6 * DAY, "author1");
        changes.reviewed("github:r:open", 6 * DAY + HOUR, "another2");
        changes.begun("github:r:bump", 6 * DAY, "robot");
        changes.merged("github:r:bump", 6 * DAY + HOUR);
        changes.chronicle.created("jira:r:1", Changes.START, "author1", Map.of(Field.TYPE, "Bug"));
        changes.merged("jira:r:1", 3 * HOUR);

        Reading reading = reading();
        assertThat(estimate(reading, "review/all/all/merged").value()).isEqualTo(6);
        assertThat(estimate(reading, "review/all/all/toFirstReview").value()).isEqualTo(4);
        assertThat(estimate(reading, "review/all/all/toFirstReview").n()).isEqualTo(5);
        assertThat(estimate(reading, "review/all/all/toMerge").value()).isEqualTo(21.5);
        assertThat(estimate(reading, "review/all/all/unreviewed").value()).isEqualTo(1.0 / 6, within(1e-12));
        assertThat(estimate(reading, "review/component/docs/merged").value()).isEqualTo(6);
        assertThat(reading.dropped()).isEqualTo(Map.of("byPrograms", 1L));
        assertThat(reading.flags()).isEmpty();
    }

    @Test
    void withoutReviewsOnRecordNothingIsSaidOfThoseThatLackOne() {
        for (int i = 0; i < 6; i++) {
            changes.begun("github:r:" + i, i * DAY, "author" + i);
            changes.merged("github:r:" + i, i * DAY + 5 * HOUR);
        }
        changes.reviewed("github:r:0", HOUR, "another");
        Reading reading = reading();
        assertThat(reading.lines()).extracting(Line::label).contains("toMerge").doesNotContain("unreviewed");
        assertThat(reading.flags()).containsExactly("a review is on record for 16 % of the changes; absence of a record"
                + " is not absence of a review");
    }

    @Test
    void fewPeopleAreNotSpokenOf() {
        for (int i = 0; i < 40; i++) {
            changes.begun("github:r:" + i, i * DAY, "author" + i % 4);
            changes.merged("github:r:" + i, i * DAY + 5 * HOUR);
        }
        Reading reading = reading();
        assertThat(reading.lines()).isEmpty();
        assertThat(reading.refusal()).isNotNull();
        assertThat(reading.partsUsed()).isZero();
    }

    @Test
    void aSlowCountAgrees() {
        Changes many = Changes.random(20260105, 400);
        Assembly assembly = many.organisation().assembly();
        Reading reading = Fold.of(new Review()).unmerged(assembly);
        assertThat(estimate(reading, "review/all/all/toMerge").value()).isEqualTo(median(many.toMerge), within(1e-9));
        assertThat(estimate(reading, "review/all/all/toFirstReview").value()).isEqualTo(median(many.toReview),
                within(1e-9));
        int without = many.unreviewed.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(estimate(reading, "review/all/all/unreviewed").value())
                .isEqualTo((double) without / many.toMerge.size(), within(1e-12));
        assertThat(many.authors).hasSizeGreaterThan(5);
        assertThat(reading.lines()).as("what subtraction could bare is known to the publisher")
                .noneMatch(line -> line.support().sums().isEmpty());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
