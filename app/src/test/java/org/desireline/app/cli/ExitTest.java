package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitTest {

    private static final List<Integer> BY_GRAVITY = List.of(70, 2, 3, 1, 4, 0);

    @Test
    void ofEveryTwoCodesTheGraverOneWins() {
        for (int one : BY_GRAVITY) {
            for (int other : BY_GRAVITY) {
                int graver = BY_GRAVITY.indexOf(one) <= BY_GRAVITY.indexOf(other) ? one : other;
                assertThat(Exit.worst(one, other)).as("%d and %d", one, other).isEqualTo(graver);
            }
        }
    }

    @Test
    void theConstantsAreAllCodesThereAre() {
        assertThat(BY_GRAVITY).containsExactlyInAnyOrder(Exit.ANSWERED, Exit.GATE_BROKEN, Exit.WRONG_USE,
                Exit.UNREADABLE, Exit.NOTHING_ANSWERED, Exit.LAW_FAILED);
        assertThatThrownBy(() -> Exit.worst(5, 6)).hasMessageContaining("5, 6");
    }
}
