package org.desireline.app.source.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What titles, branches and bodies name. */
class MentionsTest {

    @Test
    void keysAreFoundInUpperCaseOnly() {
        assertThat(Mentions.keys("feature/RB-12-gate, ab-3 and XRB-4x OAK_2-7")).containsExactly("OAK_2-7", "RB-12",
                "XRB-4");
    }

    @Test
    void closingWordsNameIssuesOfTheSameOrAnotherProject() {
        assertThat(Mentions.closed("Fixes #12. closes: oak/gate#3, resolved #4 and #5; see #6, prefix #7\nClosed #012",
                "a/b")).extracting(ItemName::key).containsExactly("a/b#4", "a/b#5", "a/b#12", "a/b#012", "oak/gate#3");
    }

    @Test
    void aLongTextTakesNoLongerThanItsLengthAllowsFor() {
        String hostile = "fixes ".repeat(100_000) + "closes a/".repeat(50_000) + "A".repeat(200_000) + "-";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(Mentions.closed(hostile, "a/b")).isEmpty();
            assertThat(Mentions.keys(hostile)).isEmpty();
        });
    }
}
