package org.desireline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikesTest {

    @Test
    void theWordWithTheFewestLettersToChangeComesFirst() {
        assertThat(Likes.of("safty", List.of("billing", "safety", "growth", "rest", "salty")))
                .containsExactly("safety", "salty", "rest");
        assertThat(Likes.perhaps("safty", List.of("billing", "safety")))
                .isEqualTo("Perhaps you meant one of safety, billing");
    }

    @Test
    void equallyNearWordsStandByName() {
        assertThat(Likes.of("", List.of("b", "c", "a", "a"))).containsExactly("a", "b", "c");
    }

    @Test
    void oneWordIsNamedAloneAndNoneNotAtAll() {
        assertThat(Likes.perhaps("x", List.of("week"))).isEqualTo("Perhaps you meant week");
        assertThat(Likes.perhaps("x", List.of())).isEmpty();
    }
}
