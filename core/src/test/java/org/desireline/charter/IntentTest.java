package org.desireline.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.desireline.charter.Intent.Condition;
import org.desireline.charter.Intent.Preference;
import org.desireline.charter.Intent.Version;
import org.junit.jupiter.api.Test;

class IntentTest {

    private static final int SAFETY = 0;
    private static final int BILLING = 1;
    private static final int GROWTH = 2;
    private static final int FREEZE = 1;

    private static Version version(long from, List<Integer> order, Preference... rules) {
        return new Version("v" + from, from, false, order, List.of(rules), List.of(), List.of());
    }

    @Test
    void withoutARuleTheOrderDecides() {
        Version version = version(0, List.of(SAFETY, BILLING, GROWTH));
        assertThat(version.relation(SAFETY, GROWTH, 0, 5)).isEqualTo(Relation.HIGHER);
        assertThat(version.relation(GROWTH, SAFETY, 0, 5)).isEqualTo(Relation.LOWER);
        assertThat(version.relation(BILLING, BILLING, 0, 5)).isEqualTo(Relation.EQUAL);
    }

    @Test
    void whatIsInNoClassCannotBeCompared() {
        Version version = version(0, List.of(SAFETY, BILLING));
        assertThat(version.relation(Intent.NONE, SAFETY, 0, 5)).isEqualTo(Relation.UNKNOWN);
        assertThat(version.relation(SAFETY, GROWTH, 0, 5)).isEqualTo(Relation.UNKNOWN);
        assertThat(version.relation(Intent.NONE, Intent.NONE, 0, 5)).isEqualTo(Relation.UNKNOWN);
    }

    @Test
    void aRuleOverrulesTheOrderOnlyWhileItsConditionHolds() {
        Version version = version(0, List.of(SAFETY, BILLING, GROWTH),
                new Preference(GROWTH, BILLING, Condition.PRESSURE, FREEZE),
                new Preference(BILLING, SAFETY, Condition.CALM, Intent.NONE, 10, 20));
        assertThat(version.relation(GROWTH, BILLING, 0, 5)).isEqualTo(Relation.LOWER);
        assertThat(version.relation(GROWTH, BILLING, 1 << FREEZE, 5)).isEqualTo(Relation.HIGHER);
        assertThat(version.relation(BILLING, GROWTH, 1 << FREEZE, 5)).isEqualTo(Relation.LOWER);
        assertThat(version.relation(GROWTH, BILLING, 1, 5)).isEqualTo(Relation.LOWER);
        assertThat(version.relation(BILLING, SAFETY, 0, 9)).isEqualTo(Relation.LOWER);
        assertThat(version.relation(BILLING, SAFETY, 0, 10)).isEqualTo(Relation.HIGHER);
        assertThat(version.relation(BILLING, SAFETY, 1, 10)).isEqualTo(Relation.LOWER);
        assertThat(version.relation(BILLING, SAFETY, 0, 20)).isEqualTo(Relation.LOWER);
    }

    @Test
    void theRelationSeenFromTheOtherSideIsReversed() {
        Version version = version(0, List.of(SAFETY, BILLING, GROWTH),
                new Preference(GROWTH, SAFETY, Condition.ALWAYS, Intent.NONE));
        for (int one = -1; one < 4; one++) {
            for (int other = -1; other < 4; other++) {
                assertThat(version.relation(other, one, 0, 0)).isEqualTo(version.relation(one, other, 0, 0).reversed());
            }
        }
    }

    @Test
    void beforeTheFirstVersionNothingWasDeclared() {
        Intent intent = new Intent(List.of(version(100, List.of(0)), version(200, List.of(0))), List.of("a"), List.of(),
                List.of(), List.of());
        assertThat(intent.at(99)).isNull();
        assertThat(intent.versionAt(100)).isEqualTo(0);
        assertThat(intent.versionAt(199)).isEqualTo(0);
        assertThat(intent.versionAt(200)).isEqualTo(1);
    }

    @Test
    void versionsMayNotBeginTogether() {
        List<Version> twice = List.of(version(100, List.of(0)), version(100, List.of(0)));
        assertThatThrownBy(() -> new Intent(twice, List.of("a"), List.of(), List.of(), List.of()))
                .hasMessageContaining("v100");
        assertThatThrownBy(() -> version(0, List.of(1, 1))).hasMessageContaining("[1, 1]");
    }

    @Test
    void membershipIsAStepFunctionOfEachItem() {
        Membership membership = new Membership.Builder(4).add(1, 10, 0, 1, 2, 4).add(1, 20, 0, 1, 2, 4)
                .add(1, 30, 1, -1, -1, 0).add(2, 5, 2, 0, 0, 0).build();
        assertThat(membership.priority(membership.stepAt(0, 99))).isEqualTo(Intent.NONE);
        assertThat(membership.stepAt(1, 9)).isEqualTo(-1);
        assertThat(membership.priority(membership.stepAt(1, 29))).isEqualTo(0);
        assertThat(membership.pressures(membership.stepAt(1, 29))).isEqualTo(4);
        assertThat(membership.team(membership.stepAt(1, 30))).isEqualTo(Intent.NONE);
        assertThat(membership.area(membership.stepAt(2, 5))).isEqualTo(0);
        assertThat(membership.first(2) - membership.first(1)).as("a step that changes nothing").isEqualTo(2);
        assertThat(membership.priority(membership.stepAt(3, 5))).isEqualTo(Intent.NONE);
        assertThat(Membership.none().stepAt(7, 5)).isEqualTo(-1);
    }
}
