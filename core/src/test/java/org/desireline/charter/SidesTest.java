package org.desireline.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.desireline.charter.Intent.Condition;
import org.desireline.charter.Intent.Preference;
import org.desireline.charter.Intent.Version;
import org.desireline.part.Beside;
import org.junit.jupiter.api.Test;

/** Whether a team's rule goes against the organisation's charter: by hand, and beside all days and all situations. */
class SidesTest {

    private static final int SAFETY = 0;
    private static final int GROWTH = 1;

    private static Sides.Side side(int team, List<Integer> order, Preference... rules) {
        Place place = new Place("charter.yaml", 1, 1);
        return new Sides.Side(team, "2026-01-01", new Version("one", 0, false, order, List.of(rules), List.of(),
                List.of()), order.stream().map(each -> place).toList(),
                java.util.Arrays.stream(rules).map(each -> place).toList(), List.of(), List.of());
    }

    private static boolean contradicts(Preference team, Preference... organisation) {
        Sides.Side own = side(0, List.of(SAFETY, GROWTH), team);
        return new Sides(List.of("safety", "growth"), List.of("north"), List.of(), List.of("freeze"), Set.of(0),
                List.of(side(Intent.NONE, List.of(SAFETY, GROWTH), organisation), own)).contradicts(own, 0);
    }

    private static Preference rule(int prefer, Condition when) {
        return new Preference(prefer, 1 - prefer, when, Intent.NONE);
    }

    @Test
    void aRuleAgainstTheOrderContradictsIt() {
        assertThat(contradicts(rule(GROWTH, Condition.CALM))).isTrue();
        assertThat(contradicts(rule(SAFETY, Condition.CALM))).isFalse();
    }

    @Test
    void aRuleThatTheOrganisationHasUnderTheSameConditionDoesNot() {
        assertThat(contradicts(rule(GROWTH, Condition.CALM), rule(GROWTH, Condition.CALM))).isFalse();
        assertThat(contradicts(rule(GROWTH, Condition.CALM), rule(GROWTH, Condition.ALWAYS))).isFalse();
    }

    @Test
    void aRuleThatGoesFurtherThanTheOrganisationsDoes() {
        assertThat(contradicts(rule(GROWTH, Condition.ALWAYS), rule(GROWTH, Condition.CALM))).isTrue();
        assertThat(contradicts(rule(SAFETY, Condition.ALWAYS), rule(GROWTH, Condition.PRESSURE))).isTrue();
    }

    @Test
    void aRuleForAnotherConditionDoesNot() {
        assertThat(contradicts(rule(SAFETY, Condition.CALM), rule(GROWTH, Condition.PRESSURE))).isFalse();
    }

    @Test
    void theOrganisationsComesFirst() {
        assertThatThrownBy(() -> new Sides(List.of(), List.of("north"), List.of(), List.of(), Set.of(),
                List.of(side(0, List.of())))).hasMessageContaining("comes first");
    }

    @Test
    void everyDayAndEverySituationSayTheSame() {
        int yes = 0;
        int no = 0;
        for (long seed = 1; seed <= 2_000; seed++) {
            Sides sides = Beside.random(seed);
            for (Sides.Side own : sides.own()) {
                for (int i = 0; i < own.version().preferences().size(); i++) {
                    boolean expected = anyDay(sides, own, i);
                    assertThat(sides.contradicts(own, i)).as("seed %d, team %d, rule %d", seed, own.team(), i)
                            .isEqualTo(expected);
                    yes += expected ? 1 : 0;
                    no += expected ? 0 : 1;
                }
            }
        }
        assertThat(yes).isGreaterThan(300);
        assertThat(no).isGreaterThan(300);
    }

    /** Tries each day, and each set of kinds of pressure that there can be on it. */
    private static boolean anyDay(Sides sides, Sides.Side own, int i) {
        Version organisation = sides.all().getFirst().version();
        Preference rule = own.version().preferences().get(i);
        for (long day = Math.max(organisation.fromMillis(), own.version().fromMillis());
                day <= Beside.LAST_DAY + 10; day++) {
            for (int active = 0; active < 1 << sides.pressures().size(); active++) {
                if (isPossible(sides, own, active, day) && first(own.version(), rule, active, day) == 1
                        && first(organisation, rule, active, day) == -1
                        && rule.equals(decides(own.version(), rule, active, day))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPossible(Sides sides, Sides.Side own, int active, long day) {
        for (int kind = 0; kind < sides.pressures().size(); kind++) {
            int one = kind;
            boolean dated = List.of(sides.all().getFirst(), own).stream()
                    .flatMap(side -> side.version().periods().stream())
                    .anyMatch(each -> each.pressure() == one && each.fromMillis() <= day && day < each.toMillis());
            boolean on = (active >> kind & 1) == 1;
            if ((dated && !on) || (on && !dated && !sides.undated().contains(kind))) {
                return false;
            }
        }
        return true;
    }

    private static Preference decides(Version version, Preference of, int active, long day) {
        for (Preference each : version.preferences()) {
            boolean same = (each.prefer() == of.prefer() && each.over() == of.over())
                    || (each.prefer() == of.over() && each.over() == of.prefer());
            boolean applies = each.fromMillis() <= day && day < each.toMillis() && switch (each.when()) {
                case ALWAYS -> true;
                case CALM -> active == 0;
                case PRESSURE -> each.pressure() < 0 ? active > 0 : (active >> each.pressure() & 1) == 1;
            };
            if (same && applies) {
                return each;
            }
        }
        return null;
    }

    /** 1 where what a rule prefers comes first, -1 where what it puts behind does, 0 where one of them is unknown. */
    private static int first(Version version, Preference of, int active, long day) {
        int prefer = version.order().indexOf(of.prefer());
        int over = version.order().indexOf(of.over());
        if (prefer < 0 || over < 0) {
            return 0;
        }
        Preference rule = decides(version, of, active, day);
        return rule == null ? Integer.compare(over, prefer) : rule.prefer() == of.prefer() ? 1 : -1;
    }
}
