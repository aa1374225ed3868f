package org.desireline.app.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader is told to type. */
class RicherTest {

    @Test
    void theCommandsNameTheRepository() {
        assertThat(Richer.commands("github", "oak/gate", List.of()))
                .contains("gh api --paginate \"repos/oak/gate/issues?state=all&per_page=100\" > \"export/issues.json\"",
                        "gh api --paginate \"repos/oak/gate/issues/events?per_page=100\" > \"export/events.json\"")
                .anyMatch(typed -> typed.contains("repos/oak/gate/pulls/$n/reviews"));
        assertThat(Richer.commands("gitlab", "oak/sub/gate", List.of()))
                .contains("glab api --paginate \"projects/oak%2Fsub%2Fgate/issues?scope=all&state=all&per_page=100\""
                        + " > \"export/issues.json\"");
        assertThat(Richer.commands("jira", "tracker.example", List.of("AB", "CD"))).singleElement()
                .satisfies(typed -> assertThat(typed).contains("https://tracker.example/rest/api/2/search",
                        "project in (AB, CD) order by created", "expand=changelog,names"));
    }

    @Test
    void whatIsNotKnownIsAPlaceToFillIn() {
        assertThat(Richer.commands("github", "local", List.of())).anyMatch(typed -> typed.contains("OWNER/REPOSITORY"));
        assertThat(Richer.commands("xes", "local", List.of())).isEmpty();
    }
}
