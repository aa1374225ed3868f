package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.desireline.instrument.ledger.Ledger;
import org.desireline.part.Account;
import org.desireline.part.Doing;
import org.desireline.part.Organisations;
import org.desireline.part.Workshops;
import org.junit.jupiter.api.Test;

/** Whatever is folded for the reader, no hour goes missing on the way from the tally to the lines. */
class LedgerTablesTest {

    private static final long ORGANISATIONS = 200;
    private static final List<Reading> WORKSHOPS = LongStream.range(0, 30)
            .mapToObj(seed -> Fold.of(new Ledger()).unmerged(Workshops.large(seed).assembly())).toList();

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

    /** Of an owner's hours, what each of those awaited was doing; members of a team in equal parts. */
    @Test
    void theDoingsOfARowAddUpToItsOwnersHours() {
        int rows = 0;
        for (int seed = 0; seed < WORKSHOPS.size(); seed++) {
            Reading reading = WORKSHOPS.get(seed);
            Map<String, Double> doings = sums(reading, line -> isDoing(line) ? row(line) : "");
            Map<String, Double> owner = sums(reading, line -> line.id().endsWith("/owner/hours") ? row(line) : "");
            for (Map.Entry<String, Double> row : doings.entrySet()) {
                assertThat(row.getValue()).as("seed %d, %s", seed, row.getKey())
                        .isCloseTo(owner.get(row.getKey()), within(1e-6));
                rows++;
            }
        }
        assertThat(rows).isGreaterThan(50);
    }

    @Test
    void thePartsByClassAddUpToWhatWasDisplaced() {
        for (int seed = 0; seed < WORKSHOPS.size(); seed++) {
            Reading reading = WORKSHOPS.get(seed);
            Map<String, Double> parts = sums(reading, line -> line.id().contains("displacedNew/by/") ? row(line) : "");
            Map<String, Double> whole = sums(reading,
                    line -> line.id().endsWith("/displacedNew/hours") ? row(line) : "");
            assertThat(parts.keySet()).as("seed %d", seed).isEqualTo(whole.keySet());
            parts.forEach((row, hours) -> assertThat(hours).as(row).isCloseTo(whole.get(row), within(1e-6)));
        }
    }

    /** All classes of a dimension together, since folding may differ between the versions and the window. */
    @Test
    void theVersionsOfACharterAddUpToTheWindow() {
        int tables = 0;
        for (int seed = 0; seed < WORKSHOPS.size(); seed++) {
            Reading reading = WORKSHOPS.get(seed);
            Map<String, Double> versions = sums(reading, line -> line.period().startsWith("version/")
                    && isAdditive(line) ? line.about().kind() + " " + line.label() : "");
            Map<String, Double> window = sums(reading, line -> line.period().equals("window") && isAdditive(line)
                    ? line.about().kind() + " " + line.label() : "");
            for (Map.Entry<String, Double> table : versions.entrySet()) {
                assertThat(table.getValue()).as("seed %d, %s", seed, table.getKey())
                        .isCloseTo(window.get(table.getKey()), within(1e-6));
                tables++;
            }
        }
        assertThat(tables).isGreaterThan(100);
    }

    /** Where every class of a dimension is told apart, so is each doing. */
    @Test
    void theClassesOfADimensionAddUpToTheWholeInEachDoing() {
        for (int seed = 0; seed < WORKSHOPS.size(); seed++) {
            Reading reading = WORKSHOPS.get(seed);
            Map<String, Double> tables = sums(reading, line -> isDoing(line) && line.period().equals("window")
                    ? line.about().kind() + "/" + line.label() : "");
            tables.forEach((table, hours) -> {
                String whole = "all" + table.substring(table.indexOf('/'));
                if (tables.containsKey(whole)) {
                    assertThat(hours).as(table).isCloseTo(tables.get(whole), within(1e-6));
                }
            });
        }
    }

    private static boolean isDoing(Line line) {
        return line.id().endsWith("/hours")
                && Arrays.stream(Doing.values()).anyMatch(doing -> doing.name().equals(line.label()));
    }

    private static boolean isAdditive(Line line) {
        boolean isAccount = Arrays.stream(Account.values()).anyMatch(account -> account.name().equals(line.label()));
        return line.id().endsWith("/hours")
                && (isDoing(line) || isAccount || List.of("live", "waiting", "offHours").contains(line.label()));
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
        return sums(Fold.of(new Ledger()).unmerged(Organisations.random(seed).assembly()), table);
    }

    private static Map<String, Double> sums(Reading reading, Function<Line, String> table) {
        Map<String, Double> sums = new TreeMap<>();
        for (Line line : reading.lines()) {
            String key = table.apply(line);
            if (!key.isEmpty() && line.estimate() != null) {
                sums.merge(key, line.estimate().value(), Double::sum);
            }
        }
        return sums;
    }
}
