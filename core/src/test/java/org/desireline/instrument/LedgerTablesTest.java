package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.desireline.instrument.ledger.Account;
import org.desireline.instrument.ledger.Ledger;
import org.desireline.part.Organisations;
import org.junit.jupiter.api.Test;

/** Whatever is folded for the reader, no hour goes missing on the way from the tally to the lines. */
class LedgerTablesTest {

    private static final long ORGANISATIONS = 200;

    @Test
    void theAccountsOfARowAddUpToItsLiveHours() {
        for (long seed = 0; seed < ORGANISATIONS; seed++) {
            Map<String, Double> accounts = sums(seed, line -> line.id().endsWith("/hours") && isLiveAccount(line)
                    ? row(line) : "");
            Map<String, Double> live = sums(seed, line -> line.id().endsWith("/live/hours") ? row(line) : "");
            accounts.values().removeIf(hours -> hours == 0);
            assertThat(accounts.keySet()).as("seed %d", seed).isEqualTo(live.keySet());
            for (Map.Entry<String, Double> row : live.entrySet()) {
                assertThat(accounts.get(row.getKey())).as("seed %d, %s", seed, row.getKey())
                        .isCloseTo(row.getValue(), within(1e-6));
            }
        }
    }

    @Test
    void theClassesOfADimensionAddUpToTheWhole() {
        for (long seed = 0; seed < ORGANISATIONS; seed++) {
            for (String label : new String[] {"live", "offHours", "laterCycles"}) {
                Map<String, Double> tables = sums(seed, line -> line.label().equals(label)
                        && line.id().endsWith("/hours") ? line.about().kind() + " " + line.period() : "");
                for (Map.Entry<String, Double> table : tables.entrySet()) {
                    String period = table.getKey().substring(table.getKey().indexOf(' '));
                    assertThat(table.getValue()).as("seed %d, %s of %s", seed, label, table.getKey())
                            .isCloseTo(tables.get("all" + period), within(1e-6));
                }
            }
        }
    }

    private static boolean isLiveAccount(Line line) {
        for (Account account : Account.values()) {
            if (account.name().equals(line.label())) {
                return account.isLive();
            }
        }
        return false;
    }

    private static String row(Line line) {
        return line.about() + " " + line.period();
    }

    private static Map<String, Double> sums(long seed, Function<Line, String> table) {
        Map<String, Double> sums = new TreeMap<>();
        for (Line line : Fold.of(new Ledger()).unmerged(Organisations.random(seed).assembly()).lines()) {
            String key = table.apply(line);
            if (!key.isEmpty()) {
                sums.merge(key, line.estimate().value(), Double::sum);
            }
        }
        return sums;
    }
}
