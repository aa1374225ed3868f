package org.desireline.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.desireline.charter.Declared.Pressure;
import org.desireline.charter.Declared.Tradeoff;
import org.junit.jupiter.api.Test;

/** Rules that go round in a circle, against a search that tries every day and every set of kinds. */
class TradeoffCheckTest {

    private static final List<String> IDS = List.of("a", "b", "c", "d");
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final int DAYS = 8;

    private static Place line(int line) {
        return new Place("charter.yaml", line, 1);
    }

    private static Declared charter(List<Tradeoff> rules, List<Pressure> pressures) {
        Declared.Includes all = new Declared.Includes(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), new Word("true", line(1)));
        return new Declared(line(1), "", FIRST, false, ZoneOffset.UTC, null,
                IDS.stream().map(id -> new Declared.Priority(new Word(id, line(1)), "", null, null, all,
                        line(1))).toList(),
                rules, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), pressures, List.of(),
                        List.of(),
                Declared.SMALLEST_GROUP);
    }

    private static boolean isToldOf(Declared declared) {
        return new TradeoffCheck(declared, declared.kinds()).mistakes().stream()
                .anyMatch(mistake -> mistake.what().contains("contradict each") || mistake.what().contains("circle"));
    }

    private static Declared random(SplittableRandom random) {
        List<Pressure> pressures = new ArrayList<>();
        for (String kind : List.of("x", "y", "z")) {
            if (random.nextInt(3) > 0) {
                boolean dated = random.nextInt(3) > 0;
                int from = random.nextInt(DAYS);
                pressures.add(new Pressure(new Word(kind, line(2)), dated ? FIRST.plusDays(from) : null,
                        dated ? FIRST.plusDays(from + random.nextInt(3)) : null,
                        dated ? null : new Word("true", line(2)), line(2)));
            }
        }
        List<String> when = new ArrayList<>(Declared.CONDITIONS);
        pressures.forEach(pressure -> when.add(pressure.kind().text()));
        List<Tradeoff> rules = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int prefer = random.nextInt(IDS.size());
            int over = (prefer + 1 + random.nextInt(IDS.size() - 1)) % IDS.size();
            boolean dated = random.nextInt(3) == 0;
            int from = random.nextInt(DAYS);
            rules.add(new Tradeoff(new Word(IDS.get(prefer), line(10 + i)), List.of(new Word(IDS.get(over),
                    line(10 + i))),
                    new Word(when.get(random.nextInt(when.size())), line(10 + i)), dated ? FIRST.plusDays(from) : null,
                    dated && random.nextBoolean() ? FIRST.plusDays(from + random.nextInt(4)) : null, line(10 + i)));
        }
        return charter(rules, pressures);
    }

    /** Tries each day and each set of kinds that can be there on it. */
    private static boolean oracle(Declared declared) {
        for (int day = -2; day < DAYS + 6; day++) {
            LocalDate date = FIRST.plusDays(day);
            List<String> kinds = declared.kinds();
            for (int set = 0; set < 1 << kinds.size(); set++) {
                if (isPossible(declared, date, kinds, set) && hasCycle(declared, date, kinds, set)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPossible(Declared declared, LocalDate date, List<String> kinds, int set) {
        for (Pressure pressure : declared.pressures()) {
            boolean on = (set >> kinds.indexOf(pressure.kind().text()) & 1) == 1;
            if (pressure.from() != null && on == (date.isBefore(pressure.from()) || date.isAfter(pressure.to()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasCycle(Declared declared, LocalDate date, List<String> kinds, int set) {
        boolean[][] reaches = new boolean[IDS.size()][IDS.size()];
        for (Tradeoff rule : declared.tradeoffs()) {
            boolean now = (rule.from() == null || !date.isBefore(rule.from()))
                    && (rule.to() == null || !date.isAfter(rule.to()));
            boolean holds = switch (rule.when().text()) {
                case "always" -> true;
                case "calm" -> set == 0;
                case "pressure" -> set != 0;
                default -> (set >> kinds.indexOf(rule.when().text()) & 1) == 1;
            };
            if (now && holds) {
                reaches[IDS.indexOf(rule.prefer().text())][IDS.indexOf(rule.over().getFirst().text())] = true;
            }
        }
        for (int k = 0; k < IDS.size(); k++) {
            for (int i = 0; i < IDS.size(); i++) {
                for (int j = 0; j < IDS.size(); j++) {
                    reaches[i][j] |= reaches[i][k] && reaches[k][j];
                }
            }
        }
        boolean cycle = false;
        for (int i = 0; i < IDS.size(); i++) {
            cycle |= reaches[i][i];
        }
        return cycle;
    }

    @Test
    void circlesAreFoundWhereASearchOverAllSituationsFindsThem() {
        int circles = 0;
        for (int seed = 0; seed < 4000; seed++) {
            Declared declared = random(new SplittableRandom(seed));
            boolean expected = oracle(declared);
            assertThat(isToldOf(declared)).as("seed " + seed + ": " + declared.tradeoffs()).isEqualTo(expected);
            circles += expected ? 1 : 0;
        }
        assertThat(circles).isBetween(800, 3200);
    }
}
