package org.desireline.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.desireline.checks.TimeBudgets.Spent;
import org.junit.jupiter.api.Test;

/** The table of what groups of tests took. */
class TimeBudgetsTest {

    private static final TimeBudgets BUDGETS = TimeBudgets.parse(List.of(
            "# group | seconds | classes", "", "units | 10 | a. b.", "stories | 20 | a.StoryTest"));

    @Test
    void theLongestBeginningDecides() {
        assertThat(BUDGETS.table(List.of(new Spent("a.OneTest", 2, 1.5), new Spent("a.StoryTest", 3, 4),
                new Spent("b.c.TwoTest", 4, 1))).lines().map(line -> line.replaceAll(" +", " "))).containsExactly(
                "group tests seconds budget", "units 6 2.5 10", "stories 3 4.0 20", "everything 9 6.5 900");
    }

    @Test
    void whatIsOverItsBudgetIsSaidWithItsSlowestClasses() {
        assertThat(BUDGETS.table(List.of(new Spent("a.OneTest", 1, 6), new Spent("b.TwoTest", 1, 7)))
                .lines().skip(4)).containsExactly("*** OVER BUDGET: units took 13.0 s of 10 s",
                "***        7.0 s b.TwoTest", "***        6.0 s a.OneTest");
    }

    @Test
    void aClassInNoGroupIsFound() {
        assertThat(BUDGETS.homeless(List.of(new Spent("a.OneTest", 1, 1), new Spent("c.TwoTest", 1, 1))))
                .containsExactly("c.TwoTest");
    }

    @Test
    void aTableThatPromisesTooMuchOrSaysTooLittleIsRefused() {
        assertThatThrownBy(() -> TimeBudgets.parse(List.of("a | 800 | a.", "b | 101 | b.")))
                .hasMessageContaining("901");
        assertThatThrownBy(() -> TimeBudgets.parse(List.of("a | 800"))).hasMessageContaining("a | 800");
    }
}
