package org.desireline.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desireline.charter.Gate;
import org.desireline.charter.Place;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.publish.Head;
import org.desireline.publish.Published;
import org.desireline.publish.Publisher;
import org.desireline.publish.Sample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatekeeperTest {

    private static final String SHARE = "ledger/priority/Major/nobody/share";

    private final List<Line> ledger = new ArrayList<>();
    private final List<Line> contest = new ArrayList<>();
    private Reading.@Nullable Refusal refusal;
    private Head head = Sample.head("Blocker", "Major");

    @ParameterizedTest
    @CsvSource({
        "0.02, 0.06, Holds", "0.02, 0.10, Holds", "0.0999, 0.1001, Unknown", "0.10, 0.20, Unknown",
        "0.1001, 0.20, Broken", "0.5, 0.5, Broken", "0.05, 0.05, Holds", "0.1, 0.1, Holds", "0, 1, Unknown"
    })
    void anUpperLimitIsSetAgainstTheWholeInterval(double low, double high, String verdict) {
        share(SHARE, low, high);
        assertThat(judge(most(0.10)).getClass().getSimpleName()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "0.6, 0.8, Holds", "0.5, 0.8, Holds", "0.49, 0.51, Unknown", "0.4, 0.5, Unknown", "0.4, 0.499, Broken"
    })
    void aLowerLimitIsSetAgainstTheWholeInterval(double low, double high, String verdict) {
        share(SHARE, low, high);
        assertThat(judge(gate("ledger", "Major", "nobody", "live", null, 0.5, true)).getClass().getSimpleName())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.4, Holds", "0.1, 0.15, Broken", "0.6, 0.7, Broken", "0.1, 0.3, Unknown", "0.3, 0.6, Unknown",
        "0.1, 0.9, Unknown"})
    void betweenTwoLimitsBothAreKept(double low, double high, String verdict) {
        share(SHARE, low, high);
        Gate gate = gate("ledger", "Major", "nobody", "live", 0.5, 0.2, true);
        assertThat(judge(gate).getClass().getSimpleName()).isEqualTo(verdict);
        assertThat(judge(gate).sentence()).contains("at least 20 % and at most 50 %");
    }

    @Test
    void aGateDoesNotHoldOnOneSettingOnly() {
        Estimate estimate = new Estimate(0.04, 0.03, 0.05, Unit.SHARE, 60, 9, Grade.OBSERVED, 0.04, 0.3,
                Strength.EXACT);
        ledger.add(Sample.line(SHARE, "nobody share", estimate));
        Verdict verdict = judge(most(0.10));
        assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
        assertThat(verdict.sentence()).contains("4.0 % of of all (95 % interval 3.0 to 5.0 %, 4.0 to 30.0 % under"
                + " other settings; n = 60, 9 people).", "The range 3.0 to 30.0 % lies on both sides of the limit,"
                + " at most 10 %.");
        assertThat(judge(most(0.35)).sentence()).endsWith("Limit: at most 35 %; the whole range lies within.");
        assertThat(judge(most(0.02))).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void aVerdictSaysFigureIntervalSupportAndLimit() {
        share(SHARE, 0.181, 0.279);
        assertThat(judge(most(0.07)).sentence()).isEqualTo("Major, nobody: 23.0 % of of all (95 % interval 18.1 to"
                + " 27.9 %; n = 60, 9 people). Limit: at most 7 %; the whole interval lies beyond it.");
        assertThat(judge(most(0.07)).line()).isEqualTo(SHARE);
    }

    @Test
    void anExactCountIsAPoint() {
        ledger.add(Sample.line("ledger/all/all/nobody/hours", "nobody",
                Estimate.exact(40, Unit.HOURS, 12, 9, Grade.ASSUMED)));
        assertThat(judge(gate("ledger", "all", "nobody", "", 40.0, null, false)).sentence()).isEqualTo(
                "All work, nobody: 40.0 h (an exact count; n = 12, 9 people). Limit: at most 40 h; it lies within.");
        assertThat(judge(gate("ledger", "all", "unowned", "", 39.5, null, false)).sentence())
                .endsWith("Limit: at most 39.5 h; it lies beyond it.");
    }

    @ParameterizedTest
    @CsvSource({"waiting, waitingShare", "live, share", "elapsed, wallShare", "'', hours"})
    void ofChoosesTheMeasure(String of, String measure) {
        for (String each : List.of("waitingShare", "share", "wallShare", "hours")) {
            share("ledger/priority/Major/displacedNew/" + each, 0.2, 0.3);
        }
        assertThat(judge(gate("ledger", "Major", "displacedNew", of, 0.5, null, false)).line())
                .isEqualTo("ledger/priority/Major/displacedNew/" + measure);
    }

    @ParameterizedTest
    @CsvSource({"unowned, nobody", "review, reviewer", "decision, decider", "blocked, otherItem", "nobody, nobody"})
    void anAccountHasTwoNames(String name, String account) {
        share("ledger/priority/Major/" + account + "/share", 0.2, 0.3);
        assertThat(judge(gate("ledger", "Major", name, "live", 0.5, null, true))).isInstanceOf(Verdict.Holds.class);
        share("ledger/priority/Major/" + name + "/wallShare", 0.2, 0.3);
        assertThat(judge(gate("ledger", "Major", name, "elapsed", 0.5, null, true)).line())
                .as("its own name comes first").isEqualTo("ledger/priority/Major/" + name + "/wallShare");
    }

    @Test
    void aNameIsThatOfAPriorityThenOfATeamThenOfAnAreaThenOfAnyOther() {
        for (String kind : List.of("component", "zebra", "area", "type", "team", "priority")) {
            share("ledger/" + kind + "/x%2Fy/nobody/share", 0.2, 0.3);
        }
        for (String kind : List.of("priority", "team", "area", "type", "component", "zebra")) {
            String id = "ledger/" + kind + "/x%2Fy/nobody/share";
            assertThat(judge(gate("ledger", "x/y", "nobody", "live", 0.5, null, true)).line()).isEqualTo(id);
            ledger.removeIf(line -> line.id().equals(id));
        }
    }

    @Test
    void contestsHaveLinesOfTheOrderOfClassesAndOfPairs() {
        index("contest/priority/pullIndex", 0.6, 0.8);
        index("contest/priority/Major/wins", 0.6, 0.8);
        index("contest/priority/Blocker/over/Major/wins", 0.6, 0.8);
        index("contest/priority/a>b/over/c/wins", 0.6, 0.8);
        Map.of("all", "pullIndex", "Major", "Major/wins", "Blocker>Major", "Blocker/over/Major/wins",
                "Blocker over Major", "Blocker/over/Major/wins", "a>b > c", "a>b/over/c/wins").forEach((about, id) ->
                assertThat(judge(gate("contest", about, about.equals("all") ? "pullIndex" : "wins", "", null, 0.5,
                        false)).line()).isEqualTo("contest/priority/" + id));
        assertThat(judge(gate("contest", "all", "pullIndex", "", null, 0.5, false)).sentence()).isEqualTo("All work,"
                + " pullIndex: 0.70 (95 % interval 0.60 to 0.80; n = 60, 9 people). Limit: at least 0.5; the whole"
                + " interval lies within.");
    }

    @Test
    void aLineWithASlashIsTheEndOfAnId() {
        share("ledger/priority/Major/nobody/stock", 3, 3);
        assertThat(judge(gate("ledger", "Major", "nobody/stock", "", 5.0, null, false)).line())
                .isEqualTo("ledger/priority/Major/nobody/stock");
    }

    @Test
    void whatIsNotThereIsUnknownWithItsLikes() {
        share(SHARE, 0.2, 0.3);
        assertThat(judge(gate("ledger", "Major", "nobdy", "live", 0.5, null, true)).sentence()).isEqualTo("There is no"
                + " line 'ledger/priority/Major/nobdy/share' in this window. Perhaps you meant " + SHARE + ".");
        assertThat(judge(gate("ledger", "Mayor", "nobody", "live", 0.5, null, true)).sentence()).contains(
                "has no row about 'Mayor'. Perhaps you meant one of Major");
        assertThat(judge(gate("ledger", "Blocker", "nobody", "live", 0.5, null, true)).sentence())
                .contains("'Blocker' has no row of its own in this window");
        assertThat(judge(gate("leger", "Major", "nobody", "live", 0.5, null, true)).sentence())
                .contains("no reading 'leger'", "Perhaps you meant one of ledger");
        assertThat(judge(gate("ledger", "Major", "nobody", "lives", 0.5, null, true)).sentence())
                .contains("no 'of: lives'", "Perhaps you meant one of live");
    }

    @Test
    void aRefusalIsTheReason() {
        refusal = new Reading.Refusal("only 3 of 9 starts chose", "30 starts");
        assertThat(judge(gate("contest", "all", "pullIndex", "", null, 0.5, false)).sentence())
                .isEqualTo("Not enough evidence: only 3 of 9 starts chose; needs 30 starts.");
    }

    @Test
    void aWithheldFigureIsUnknown() {
        ledger.add(Sample.line(SHARE, "nobody share", Estimate.exact(0.5, Unit.SHARE, 40, 4, Grade.OBSERVED),
                Sample.TOO_FEW));
        Verdict verdict = judge(most(0.1));
        assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
        assertThat(verdict.judged()).isEmpty();
        assertThat(verdict.sentence()).isEqualTo("The figure is withheld: fewer than 5 people.");
    }

    @Test
    void aLimitInAnotherUnitIsNotCompared() {
        ledger.add(Sample.line("ledger/priority/Major/nobody/hours", "nobody",
                Estimate.exact(0.01, Unit.HOURS, 12, 9, Grade.ASSUMED)));
        assertThat(judge(gate("ledger", "Major", "nobody", "", 0.1, null, true)).sentence())
                .contains("The limit, at most 10 %, is a share, and the figure is counted in hours. Perhaps add of:");
        share(SHARE, 0.2, 0.3);
        assertThat(judge(gate("ledger", "Major", "nobody", "live", 10.0, null, false)).sentence())
                .contains("at most 10, is no share", "Perhaps write it in per cent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "reviewer", "decider", "otherItem", "review", "blocked"})
    void anAccountWithoutAnHourInARowThatIsShownIsNought(String account) {
        hours("live");
        for (String of : List.of("live", "elapsed", "")) {
            Verdict verdict = judge(gate("ledger", "Major", account, of, 0.1, null, false));
            assertThat(verdict).as(of).isInstanceOf(Verdict.Holds.class);
            assertThat(verdict.judged().orElseThrow().range().high()).isZero();
        }
    }

    @Test
    void whatOwnersWereNotSeenToDoMayBeAsMuchAsTheyWereSilent() {
        Gate gate = gate("ledger", "Major", "displacedNew", "waiting", 0.1, null, true);
        hours("live");
        assertThat(judge(gate).sentence()).startsWith("There is no line");
        share("ledger/priority/Major/silent/waitingShare", 0.05, 0.08);
        assertThat(judge(gate).sentence()).contains("0.0 % of waiting hours on calendar (an exact count, 0.0 to 8.0 %"
                + " under other settings; n = 60", "the whole range lies within");
        assertThat(judge(gate("ledger", "Major", "displacedNew", "waiting", 0.06, null, true)))
                .isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aRefusedFigureGivesItsRefusal() {
        ledger.add(Sample.line(SHARE, "nobody share", Estimate.exact(0.5, Unit.SHARE, 40, 9, Grade.OBSERVED))
                .withhold("Not enough evidence: too little; needs more."));
        assertThat(judge(most(0.1)).sentence()).isEqualTo("Not enough evidence: too little; needs more.");
    }

    @Test
    void whatMayBeFoldedOrUnrecordedIsNotTakenForNought() {
        hours("live");
        assertThat(judge(gate("ledger", "Major", "worked", "live", 0.1, null, true)))
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(judge(gate("ledger", "Major", "displacedNew", "waiting", 0.1, null, true)))
                .isInstanceOf(Verdict.Unknown.class);
        hours("ownerUnknown");
        assertThat(judge(gate("ledger", "Major", "nobody", "live", 0.1, null, true)))
                .isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aGateIsJudgedInItsOwnWindowOnly() {
        share(SHARE, 0.2, 0.3);
        head = Sample.head("13w", List.of("Major"));
        assertThatThrownBy(() -> judge(most(0.1))).hasMessageContaining("window 52w").hasMessageContaining("13w");
        head = Sample.head("2026Q1", List.of("Major"));
        Gate quarter = new Gate("g", "ledger", "Major", "nobody", "live", 0.5, null, true, " 2026q1 ", place());
        assertThat(Gatekeeper.judge(quarter, published())).isInstanceOf(Verdict.Holds.class);
    }

    private static Place place() {
        return new Place("charter.yaml", 3, 5);
    }

    private static Gate most(double limit) {
        return gate("ledger", "Major", "nobody", "live", limit, null, true);
    }

    private static Gate gate(String reading, String about, String line, String of, @Nullable Double most,
            @Nullable Double least, boolean percent) {
        return new Gate("a gate", reading, about, line, of, most, least, percent, "52w", place());
    }

    private Verdict judge(Gate gate) {
        return Gatekeeper.judge(gate, published());
    }

    private Published published() {
        Reading contests = new Reading("contest", refusal, 90, 80, Map.of(), List.of(), contest, List.of());
        return Publisher.publish(head,
                List.of(Sample.reading("ledger", ledger.toArray(Line[]::new)), contests), List.of());
    }

    private void share(String id, double low, double high) {
        ledger.add(line(id, low, high, Unit.SHARE));
    }

    private void index(String id, double low, double high) {
        contest.add(line(id, low, high, Unit.INDEX));
    }

    private void hours(String account) {
        ledger.add(Sample.line("ledger/priority/Major/" + account + "/hours", account,
                Estimate.exact(400, Unit.HOURS, 12, 9, Grade.ASSUMED)));
    }

    private static Line line(String id, double low, double high, Unit unit) {
        double value = (low + high) / 2;
        return Sample.line(id, "a label", new Estimate(value, low, high, unit, 60, 9, Grade.OBSERVED, value, value,
                Strength.EXACT));
    }
}
