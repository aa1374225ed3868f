package org.desireline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.desireline.charter.Gate;
import org.desireline.charter.Place;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.publish.Head;
import org.desireline.publish.Published;
import org.desireline.publish.Publisher;
import org.desireline.publish.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gates made from lines: which limit, in which digits, and that they hold on the day they are made. */
class DraftTest {

    private static Published published(Line... lines) {
        Head head = Sample.head("Blocker", "Major");
        Head declared = new Head(head.asOfMillis(), head.window(), head.zone(), head.config(), head.charterFrom(),
                false, head.priorities(), List.of(new Head.Version("2014-01-13", false, head.priorities())),
                head.data(), head.assumptions());
        return Publisher.publish(declared, List.of(lines).stream()
                .map(line -> Sample.reading(line.id().substring(0, line.id().indexOf('/')), line)).toList(), List.of());
    }

    private static Draft draft(String id, String label, double low, double high, Unit unit) {
        double value = (low + high) / 2;
        Line line = Sample.line(id, label, new Estimate(value, low, high, unit, 60, 9, Grade.OBSERVED, value, value,
                Strength.EXACT));
        Published published = published(line);
        Draft draft = Draft.of(line, published).orElse(null);
        if (draft != null) {
            Verdict verdict = Gatekeeper.judge(draft.gate(), published);
            assertThat(verdict).isInstanceOf(Verdict.Holds.class);
            assertThat(verdict.line()).isEqualTo(id);
        }
        return draft;
    }

    @Test
    void theLimitIsTheFarEndOfTheIntervalOnTheSideOnWhichItGetsWorse() {
        assertThat(draft("ledger/priority/Major/nobody/share", "nobody share", 0.1812, 0.2789, Unit.SHARE).entry())
                .isEqualTo("""
                          - name: "ledger/priority/Major/nobody/share, 52w"
                            reading: ledger
                            about: Major
                            line: nobody
                            of: live
                            at-most: 27.9%
                            window: 52w
                        """);
        Draft worked = draft("ledger/priority/Major/worked/hours", "worked", 12.34, 20, Unit.HOURS);
        assertThat(worked.entry()).contains("at-least: 12.3h").doesNotContain("at-most");
    }

    @Test
    void whereNothingTellsWhatIsWorseBothEndsAreLimits() {
        assertThat(draft("attention/priority/Major/touches", "touches", 0.2, 0.3, Unit.SHARE).entry())
                .contains("at-least: 20%\n    at-most: 30%");
    }

    @ParameterizedTest
    @CsvSource({"-0.224, -0.001, INDEX, -0.23, 0", "0.5, 0.5, INDEX, 0.5, 0.5", "1, 3.1, ITEMS, 1, 4",
        "-0.03, 0.4, SHARE, -3%, 40%", "0.03125, 0.0625, NATS, 0.0312, 0.0625", "0.071, 0.29, SHARE, 7.1%, 29%"})
    void limitsAreRoundedOutwards(double low, double high, Unit unit, String least, String most) {
        assertThat(draft("choice/firstStart/age/effect", "effect", low, high, unit).entry())
                .contains("at-least: " + least + "\n", "at-most: " + most + "\n");
    }

    @Test
    void noLimitIsSetWhereNoShareCanBe() {
        assertThat(draft("ledger/priority/Major/nobody/share", "nobody share", 0.5, 1.5, Unit.SHARE)).isNull();
        assertThat(draft("choice/firstStart/x/explains", "explains", 0.5, 1.5, Unit.SHARE).entry())
                .contains("at-least: 50%").doesNotContain("at-most");
    }

    @Test
    void theRangeUnderOtherSettingsCounts() {
        Line line = Sample.line("ledger/priority/Major/displacedNew/waitingShare", "displacedNew waitingShare",
                new Estimate(0.04, 0.03, 0.05, Unit.SHARE, 60, 9, Grade.OBSERVED, 0.04, 0.3, Strength.EXACT));
        assertThat(Draft.of(line, published(line)).orElseThrow().entry()).contains("of: waiting\n    at-most: 30%");
    }

    @Test
    void anOrderIsNamedWithoutTheNameThatItHasWithoutACharter() {
        Line line = Sample.line("contest/priority/pullIndex", "pullIndex", new Estimate(0.2, 0.1, 0.3, Unit.INDEX, 60,
                9, Grade.OBSERVED, 0.2, 0.2, Strength.EXACT));
        Line order = new Line(line.id(), new Line.About("order", "tracker-priority"), line.label(), line.period(),
                line.estimate(), line.of(), line.support(), null, line.evidence());
        assertThat(Draft.of(order, published(order)).orElseThrow().entry())
                .contains("about: all\n    line: pullIndex\n    at-least: 0.1\n");
    }

    @Test
    void whatIsWithheldHasNoGate() {
        Line line = Sample.line("ledger/priority/Major/nobody/share", "nobody share",
                Estimate.exact(0.2, Unit.SHARE, 60, 9, Grade.OBSERVED)).withhold("fewer than 5 people");
        assertThat(Draft.of(line, published())).isEmpty();
    }

    @Test
    void noNameBreaksOutOfItsEntry() {
        String name = Line.idPart("a\"\\\n  - name: b\u202e\u0000");
        Line line = Sample.line("ledger/label/" + name + "/nobody/hours", "nobody",
                Estimate.exact(2, Unit.HOURS, 60, 9, Grade.OBSERVED));
        Line hostile = new Line(line.id(), new Line.About("label", name), line.label(), line.period(), line.estimate(),
                line.of(), line.support(), null, line.evidence());
        assertThat(Draft.of(hostile, published(hostile)).orElseThrow().entry()).contains(
                "line: \"ledger/label/a\\\"\\\\\\u000a  - name: b\\u202e\\u0000/nobody/hours\"\n")
                .doesNotContain("\n  - name: b");
    }

    @Test
    void aLineMayBeNamedByItsIdWholeOrWithoutItsReading() {
        String id = "ledger/priority/Major/nobody/stock";
        Published published = published(Sample.line(id, "nobody", Estimate.exact(7, Unit.ITEMS, 7, 9, Grade.OBSERVED)));
        for (String line : List.of(id, "priority/Major/nobody/stock")) {
            Verdict verdict = Gatekeeper.judge(gate("ledger", "all", line, ""), published);
            assertThat(verdict).isInstanceOf(Verdict.Holds.class);
            assertThat(verdict.line()).isEqualTo(id);
        }
        assertThat(Gatekeeper.judge(gate("ledger", "Minor", id, ""), published).sentence())
                .contains("is about 'Major', not about 'Minor'");
        assertThat(Gatekeeper.judge(gate("ledger", "all", "ledger/priority/Major/nobdy/stock", ""), published)
                .sentence()).contains("There is no line 'ledger/priority/Major/nobdy/stock' in this window. Perhaps");
        assertThat(Gatekeeper.judge(gate("contest", "all", id, ""), Publisher.publish(Sample.head(), List.of(
                published.readings().getFirst(), Sample.reading("contest")), List.of())).sentence())
                .contains("is of the reading 'ledger', not of 'contest'");
    }

    @Test
    void onlyTheGatesOfTheWindowAreJudged() {
        Published published = published(Sample.line("ledger/priority/Major/nobody/stock", "nobody",
                Estimate.exact(7, Unit.ITEMS, 7, 9, Grade.OBSERVED)));
        Gate here = gate("ledger", "Major", "nobody/stock", "");
        Gate there = new Gate("there", "ledger", "Major", "nobody", "", 1.0, null, false, "13w",
                new Place("charter.yaml", 2, 1));
        Kept kept = Kept.of(List.of(there, here), published);
        assertThat(kept.verdicts()).singleElement().extracting(Verdict::word).isEqualTo("holds");
        assertThat(kept.elsewhere()).containsExactly(there);
        assertThat(Kept.of(List.of(), published).isEmpty()).isTrue();
    }

    private static Gate gate(String reading, String about, String line, String of) {
        return new Gate("a gate", reading, about, line, of, 9.0, null, false, "52w", new Place("charter.yaml", 1, 1));
    }
}
