package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.part.Organisation;
import org.desireline.part.Organisations;
import org.desireline.part.Workshops;
import org.junit.jupiter.api.Test;

/** What is done and what lies in areas, against the slow and obvious, on a few random organisations. */
class AreaOracleTest {

    private static final int ORGANISATIONS = 16;
    private static final int WORKSHOP_EVERY = 4;

    @Test
    void areasAreReadAsTheyAreCountedAnew() {
        List<String> differences = new ArrayList<>();
        Map<String, Long> met = new TreeMap<>();
        for (long seed = 1; seed <= ORGANISATIONS; seed++) {
            Organisation organisation = seed % WORKSHOP_EVERY == 0 ? Workshops.random(seed)
                    : Organisations.random(seed);
            Comparison comparison = Comparison.of(organisation);
            differences.addAll(comparison.differences());
            comparison.met().forEach((what, count) -> met.merge(what, count, Long::sum));
        }
        assertThat(differences).filteredOn(difference -> difference.startsWith("area")).isEmpty();
        assertThat(met.entrySet()).filteredOn(each -> each.getKey().startsWith("area ")).hasSize(10)
                .allSatisfy(each -> assertThat(each.getValue()).as(each.getKey()).isPositive());
    }
}
