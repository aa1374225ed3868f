package org.desireline.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.desireline.charter.PathRule.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of a charter that have a form of their own. */
class CharterValuesTest {

    private static final Place PLACE = new Place("charter.yaml", 3, 5);

    @ParameterizedTest
    @CsvSource({"40%, 4000, 40%", "0%, 0, 0%", "100%, 10000, 100%", "12.5%, 1250, 12.5%", "12.05 %, 1205, 12.05%"})
    void aShareIsReadExactly(String text, int hundredths, String written) {
        assertThat(Share.parse(text).hundredths()).isEqualTo(hundredths);
        assertThat(Share.parse(text).text()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"5 x 30h, 5 x 30h, 150", "1x37.5h, 1 x 37.5h, 37.5", "2 × 8 h, 2 x 8h, 16"})
    void aCapacityIsPeopleTimesHours(String text, String written, double hours) {
        assertThat(Capacity.parse(text).text()).isEqualTo(written);
        assertThat(Capacity.parse(text).weekMillis()).isEqualTo(Math.round(hours * 3_600_000));
    }

    @ParameterizedTest
    @CsvSource({"30m, 1800000", "4h, 14400000", "2d, 172800000", "1w, 604800000"})
    void aLengthOfTimeIsReadInItsUnit(String text, long millis) {
        assertThat(Length.parse(text).millis()).isEqualTo(millis);
        assertThat(Length.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "review precedes done", "review is followed by done", "review is followed by done within 5d",
        "label:hotfix and label:feature never both", "reviewer is not author", "assigned within 2d",
        "at least 2 reviewed", "only created starts", "only done ends"})
    void everyRuleOfAPathIsWrittenAsItIsRead(String text) {
        assertThat(PathRule.parse(text).text()).isEqualTo(text);
        assertThat(PathRule.parse("  " + text.replace(" ", "  ")).text()).isEqualTo(text);
    }

    @Test
    void whatIsBothAPhaseAndAnEventIsThePhase() {
        assertThat(PathRule.parse("merged precedes done")).isEqualTo(
                new PathRule.Precedes(new Mark(Mark.Kind.VERB, "merged"), new Mark(Mark.Kind.PHASE, "done")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "reviw precedes done | Perhaps you meant `review`.", "a then b | Perhaps like one of: review precedes done;",
        "creater is not owner | Perhaps you meant `creator`.", "assigned within 2y | Perhaps you meant 2d",
        "at least 0 done | ''"})
    void aRuleThatIsNoneIsRefusedWithAGuess(String text, String guess) {
        if (guess.isEmpty()) {
            assertThat(PathCheck.impossible(PathRule.parse(text))).isEqualTo("at least none is no rule");
        } else {
            assertThatThrownBy(() -> PathRule.parse(text)).hasMessageContaining(guess);
        }
    }

    @Test
    void anAreaIsAComponentALabelAProjectOrAGlob() {
        assertThat(List.of("component:Alerts", "label:x", "project:ONE", "alerts/**")).allSatisfy(text ->
                assertThat(Area.parse(new Word(text, PLACE)).text()).isEqualTo(text));
        assertThatThrownBy(() -> Area.parse(new Word("lable:x", PLACE))).hasMessageContaining("you meant `label:`");
        assertThatThrownBy(() -> Area.parse(new Word("label: ", PLACE))).hasMessageContaining("names no area");
    }

    @ParameterizedTest
    @CsvSource({"include, includes", "form, from", "prefre, prefer", "xyzzy, ''", "GATES, gates"})
    void theNearestWordIsTheOneWithTheFewestLettersToChange(String word, String nearest) {
        assertThat(Nearest.of(word, List.of("includes", "from", "prefer", "gates"))).isEqualTo(nearest);
    }

    @Test
    void aMistakeShowsItsLineWithACaretBelowIt() {
        Mistake mistake = Mistake.of(org.desireline.journal.Trouble.Severity.WARNING, PLACE,
                new IllegalArgumentException("There is no such thing. Perhaps you meant that."));
        assertThat(mistake.showing("    it: 1").text()).isEqualTo("""
                charter.yaml:3:5: warning: there is no such thing. Perhaps you meant that.
                        it: 1
                        ^""");
        assertThat(mistake.trouble().what()).isEqualTo("there is no such thing. Perhaps you meant that");
    }

    @Test
    void statusesOfOneProjectOverruleThoseOfAll() {
        StatusMap map = new StatusMap(java.util.Map.of("jira/A", java.util.Map.of("Open", Phase.queued)));
        StatusMap with = map.with(List.of(new Declared.StatusWord("jira/A", new Word("Open", PLACE), Phase.blocked),
                new Declared.StatusWord("", new Word("Open", PLACE), Phase.backlog)));
        assertThat(with.phase("jira/A", "Open")).isEqualTo(Phase.blocked);
    }
}
