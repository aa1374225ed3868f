package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.desireline.app.Call;
import org.desireline.app.JsonShape;
import org.desireline.app.RealData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real tracker without a change log: what cannot be known is said, and something true is said all the same. */
class HadoopTest {

    @Test
    void withoutAChangeLogSomethingTrueIsStillSaid() {
        Path export = RealData.file("jira-apache-hadoop-snapshot/issues.jsonl.gz");
        Call look = Call.of("look", export, "--throwaway", "--json");
        assertThat(look.code()).isZero();
        assertThat(JsonShape.errors(look.out())).isEmpty();
        JsonNode root = JsonMapper.shared().readTree(look.out());
        assertThat(root.at("/data/items").asInt()).isEqualTo(38_877);
        assertThat(root.at("/data/itemsWithChangeLog").asInt()).isZero();
        JsonNode contest = root.get("readings").valueStream()
                .filter(reading -> reading.get("instrument").asString().equals("contest")).findFirst().orElseThrow();
        assertThat(contest.get("status").asString()).isEqualTo("refused");
        assertThat(contest.at("/refusal/reason").asString()).contains("without a change log");
        assertThat(root.at("/say/kind").asString()).isIn(List.of("awaited", "unowned"));
        assertThat(root.at("/say/line").asString()).startsWith("ledger/");
    }
}
