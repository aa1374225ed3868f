package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.desireline.journal.Journal;
import org.desireline.part.Assembly;
import org.desireline.part.Boards;
import org.desireline.part.Decision;
import org.desireline.part.DecisionOracle;
import org.desireline.part.Organisation;
import org.desireline.part.Organisations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes up for decision, against the slow and obvious, on random organisations. */
class DecisionOracleTest {

    private static final int ORGANISATIONS = 160;
    /** In the others what comes up is only what comes up anywhere. */
    private static final int PLAIN_EVERY = 4;
    private static final int SHARDS = 3;

    private static final List<String> DIFFERENCES = new ArrayList<>();
    private static final List<String> TOLD = new ArrayList<>();

    @BeforeAll
    static void compare() {
        List<Map.Entry<List<String>, List<String>>> all = LongStream.rangeClosed(1, ORGANISATIONS).parallel()
                .mapToObj(seed -> compare(seed % PLAIN_EVERY == 0 ? Organisations.random(seed)
                        : Boards.random(seed))).toList();
        all.forEach(each -> {
            DIFFERENCES.addAll(each.getKey());
            TOLD.addAll(each.getValue());
        });
    }

    private static Map.Entry<List<String>, List<String>> compare(Organisation organisation) {
        Map<String, String> told = new DecisionOracle(organisation).decisions();
        Map<String, String> read = read(organisation);
        TreeSet<String> keys = new TreeSet<>(told.keySet());
        keys.addAll(read.keySet());
        return Map.entry(keys.stream().filter(key -> !String.valueOf(told.get(key)).equals(read.get(key)))
                .map(key -> "seed " + organisation.seed() + ", " + key + ": expected " + told.get(key) + " but read "
                        + read.get(key)).toList(), List.copyOf(told.values()));
    }

    private static Map<String, String> read(Organisation organisation) {
        Journal journal = organisation.journal();
        Assembly assembly = organisation.assembly(journal);
        Map<String, String> read = new TreeMap<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            assembly.parts(Decision.class, shard, SHARDS, each -> {
                String key = each.key() + " " + each.number();
                String who = each.byProgram() ? "a program" : each.decider() < 0 ? "nobody"
                        : journal.actorToken(each.decider());
                String text = "from " + each.openedMillis() + " decided " + each.decidedMillis() + " by " + who
                        + " under " + names(organisation, each.rights()) + " holding "
                        + names(organisation, each.held()) + " people " + each.people() + " hands " + each.handOffs()
                        + (each.actedMillis() == Decision.NEVER ? " not acted" : " acted " + each.actedMillis())
                        + " then " + each.cameBackMillis() + " " + each.decidedAgainMillis() + " time " + each.time()
                        + (each.inWindow() ? " inside" : " outside");
                assertThat(read.put(key, text)).as("two parts of %s", key).isNull();
            });
        }
        return read;
    }

    private static Set<String> names(Organisation organisation, int bits) {
        TreeSet<String> names = new TreeSet<>();
        List<String> all = organisation.decree().rights();
        for (int i = 0; i < all.size(); i++) {
            if ((bits >>> i & 1) == 1) {
                names.add(all.get(i));
            }
        }
        return names;
    }

    @Test
    void decisionsAreReadAsTheyAreToldAnew() {
        assertThat(DIFFERENCES).isEmpty();
    }

    /** Equality proves nothing about what never came up. */
    @Test
    void everythingThatCanDifferCameUpOften() {
        for (String what : List.of("from -9", "decided -9", "by a program", "by nobody", "by actor-", "under [release",
                "release, scope", "holding [b", "people 0", "people 3", "hands 2", " acted 1", "time SHORT",
                "time ENOUGH", "time UNKNOWN", " inside", " outside")) {
            assertThat(TOLD.stream().filter(each -> each.contains(what))).as(what).hasSizeGreaterThan(20);
        }
        assertThat(TOLD.stream().filter(each -> each.matches(".* then [0-9]+ [0-9]+ .*"))).hasSizeGreaterThan(20);
        assertThat(TOLD.stream().filter(each -> each.matches("from ([0-9]+) decided \\1 .*"))).hasSizeGreaterThan(20);
    }
}
