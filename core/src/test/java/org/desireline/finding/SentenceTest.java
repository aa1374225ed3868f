package org.desireline.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {

    private static final String REFUSAL = "Not enough evidence:";

    private final List<Line> lines = new ArrayList<>();
    private Head head = Sample.head("Blocker", "Major");

    @Test
    void theOrderComesNext() {
        pullIndex(0.15, 0.02, 0.31, Strength.SHOWS);
        ledgerShares("Blocker", 0.6, 0.2, 0);
        wholeShares(0.5, 0.1);
        Sentence sentence = choose();
        assertThat(sentence.kind()).isEqualTo("order");
        assertThat(sentence.line()).isEqualTo("contest/priority/pullIndex");
        assertThat(sentence.text()).isEqualTo("Of 1,378 choices of what to start next, 210 passed over an item of"
                + " higher priority that was ready on the same desk; a blind draw would have passed over 247. Here the"
                + " tracker's priority decides less than half of what it could. (Π 0.15, 95 % interval 0.02 to 0.31,"
                + " 33 people, the same under every menu rule tried.)");
    }

    @Test
    void anOrderLivedInReverseIsSaidToBe() {
        pullIndex(-0.2, -0.31, -0.01, Strength.SUGGESTS, 0.55);
        assertThat(choose().text()).contains("works in reverse: the more urgent, the later it is started.")
                .contains("(Π -0.20, 95 % interval -0.31 to -0.01,").endsWith("not under every menu rule tried.)");
    }

    @ParameterizedTest
    @CsvSource({
        "0.15, 0.02, 0.31, CANNOT_TELL, cannot be told", "0.3, 0.1, 0.5, SHOWS, cannot be told",
        "0.9, 0.8, 1.0, SHOWS, decides more than half of what it could"
    })
    void anOrderThatMayNotBeClaimedIsSaidToStandOutInNothing(
            double value, double low, double high, Strength strength, String words) {
        pullIndex(value, low, high, strength);
        ledgerShares("Blocker", 0.6, 0.2, 0);
        assertThat(choose().kind()).isEqualTo("clear");
        assertThat(choose().text()).startsWith("Nothing stands out in the window 2014-01-13 to 2015-01-11: ")
                .contains(words);
        assertThat(choose().line()).isEqualTo("contest/priority/pullIndex");
    }

    @Test
    void whatDisplacesComesFirst() {
        pullIndex(0.3, 0.2, 0.4, Strength.SHOWS);
        displaced(0.3, 0.2, Strength.SHOWS);
        assertThat(choose().kind()).isEqualTo("displaced");
        assertThat(choose().line()).isEqualTo("ledger/priority/Blocker/displacedNew/waitingShare");
        assertThat(choose().text()).isEqualTo("Of the 900 working hours that Blocker work waited in the window"
                + " 2014-01-13 to 2015-01-11, 40 % (95 % interval 35 to 45 %; at most 40 %; 60 items, 9 owners) passed"
                + " while its owners worked on something declared less important that was begun afterwards. Of all the"
                + " hours that owners worked on another rank while items waited, 30 % (20 to 40 %) went to a lower one;"
                + " where an order is followed it is about 14 %.");
    }

    @Test
    void whatMayBeWhereAnOrderIsFollowedIsNotSaidToBeDisplaced() {
        pullIndex(0.6, 0.55, 0.7, Strength.SHOWS);
        displaced(0.16, 0.1, Strength.CANNOT_TELL);
        assertThat(choose().kind()).isEqualTo("clear");
    }

    @Test
    void aPartStandsOutWhereItsWholeIntervalLiesAboveAllOthers() {
        pullIndex(0.6, 0.55, 0.7, Strength.SHOWS);
        waits("component", "Lime", "nobody", 0.6);
        waits("component", "Hides", "nobody", 0.3);
        waits("component", "Tides", "nobody", 0.1);
        waits("component", "Lime", "reviewer", 0.35);
        waits("component", "Hides", "reviewer", 0.2);
        assertThat(choose().text()).isEqualTo("Of the working hours that items of Lime waited in the window 2014-01-13"
                + " to 2015-01-11, 60 % waited for nobody: they had no owner (95 % interval 55 to 65 %, 60 items); in"
                + " no other component is it more than 35 %.");
        assertThat(choose().line()).isEqualTo("ledger/component/Lime/nobody/waitingShare");
    }

    @ParameterizedTest
    @CsvSource({"nobody, 0.35, 0.3", "nobody, 0.15, 0.01", "owner, 0.9, 0.1"})
    void aPartDoesNotStandOutByALittleOrByItsQueue(String account, double one, double other) {
        pullIndex(0.6, 0.55, 0.7, Strength.SHOWS);
        waits("component", "Lime", account, one);
        waits("component", "Hides", account, other);
        assertThat(choose().kind()).isEqualTo("clear");
    }

    @ParameterizedTest
    @CsvSource({"reviewer, 0.56, party", "reviewer, 0.55, clear", "owner, 0.9, clear", "decider, 0.9, party"})
    void aPartyPrevailsWhereItsWholeIntervalLiesAboveHalf(String account, double share, String kind) {
        pullIndex(0.6, 0.55, 0.7, Strength.SHOWS);
        waits("priority", "Blocker", account, share);
        assertThat(choose().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pullIndex", "pullIndex/passedOver", "pullIndex/passedOverByChance"})
    void anOrderWithAWithheldPartIsPassedBy(String part) {
        pullIndex(0.15, 0.02, 0.31, Strength.SHOWS);
        withhold("contest/priority/" + part);
        wholeShares(0.5, 0.1);
        assertThat(choose().kind()).isEqualTo("unowned");
    }

    @Test
    void nextComesThePartyThatTheMostImportantWorkAwaited() {
        ledgerShares("Major", 0.9, 0.05, 0);
        ledgerShares("Blocker", 0.2, 0.4, 0.1);
        wholeShares(0.5, 0.1);
        Sentence sentence = choose();
        assertThat(sentence.kind()).isEqualTo("awaited");
        assertThat(sentence.line()).isEqualTo("ledger/priority/Blocker/owner/share");
        assertThat(sentence.text()).isEqualTo("Of the working hours that Blocker items were open in the window"
                + " 2014-01-13 to 2015-01-11, 40 % lay with their owner (95 % interval 35 to 45 %, 60 items).");
    }

    @Test
    void aClassWithoutHoursLeavesItToTheNext() {
        ledgerShares("Major", 0.9, 0.05, 0);
        assertThat(choose().line()).isEqualTo("ledger/priority/Major/nobody/share");
    }

    @Test
    void aClassWithoutAClearLargestPartyLeavesItToTheNext() {
        ledgerShares("Blocker", 0.32, 0.3, 0);
        ledgerShares("Major", 0.2, 0.4, 0);
        assertThat(choose().line()).isEqualTo("ledger/priority/Major/owner/share");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, waited for nobody: they had no owner", "owner, lay with their owner",
        "reviewer, waited for a reviewer", "decider, waited for a decision", "otherItem, were blocked by another item"
    })
    void everyPartyHasItsWords(String account, String words) {
        share("ledger/priority/Blocker/" + account + "/share", account, 0.4);
        assertThat(choose().text()).contains(", 40 % " + words + " (95 % interval");
    }

    @Test
    void theWholeOfTheDataIsSaidInWords() {
        head = Sample.head("all", List.of("Blocker"));
        ledgerShares("Blocker", 0.2, 0.4, 0.1);
        assertThat(choose().text())
                .startsWith("Of the working hours that Blocker items were open in the whole of the data, ");
    }

    @Test
    void whatHadNoOwnerComesThird() {
        ledgerShares("Blocker", 0.2, 0.3, 0.4);
        wholeShares(0.5, 0.1);
        stock("nobody", 40);
        Sentence sentence = choose();
        assertThat(sentence.kind()).isEqualTo("unowned");
        assertThat(sentence.line()).isEqualTo("ledger/all/all/nobody/share");
        assertThat(sentence.text()).startsWith("Of the working hours that items were open in the window 2014-01-13")
                .contains("50 % waited for nobody: they had no owner");
    }

    @Test
    void whatHasNoOwnerNowComesLast() {
        wholeShares(0.2, 0.7);
        stock("nobody", 30);
        stock("parked", 20);
        stock("owner", 1_150);
        Sentence sentence = choose();
        assertThat(sentence.kind()).isEqualTo("unowned");
        assertThat(sentence.line()).isEqualTo("ledger/all/all/nobody/stock");
        assertThat(sentence.text()).isEqualTo("When the data end, 50 of 1,200 open items (4 %) have no owner: nobody is"
                + " due to act on them. (An exact count.)");
    }

    @Test
    void aCountWithAWithheldPartIsNotCalledExact() {
        stock("nobody", 30);
        stock("owner", 50);
        stock("decider", 7);
        withhold("ledger/all/all/decider/stock");
        assertThat(choose().text()).doesNotContain("30 of 80");
    }

    @Test
    void aStockIsProvedByALineThatIsThere() {
        stock("parked", 20);
        stock("owner", 50);
        Sentence sentence = choose();
        assertThat(sentence.kind()).isEqualTo("unowned");
        assertThat(published().line(sentence.line())).isPresent();
    }

    @Test
    void whatIsUnknownAndWithheldIsNotTakenForNothing() {
        wholeShares(0.2, 0.7);
        withhold("ledger/all/all/ownerUnknown/share");
        assertThat(choose().text()).doesNotContain("waited for nobody");
    }

    @Test
    void withoutFiguresTheSentenceSaysWhatIsMissing() {
        assertThat(choose().kind()).isEqualTo("nothing");
        assertThat(choose().text()).startsWith(REFUSAL).contains("needs");
        assertThat(choose().line()).isEmpty();
        ledgerShares("Blocker", 0.6, 0.2, 0);
        List<Line> all = List.copyOf(lines);
        all.forEach(line -> withhold(line.id()));
        assertThat(choose().text()).startsWith(REFUSAL);
    }

    @Test
    void theRefusalDoesNotDenyFiguresThatAreShown() {
        stock("owner", 50);
        assertThat(published().hasFigures()).isTrue();
        assertThat(choose().text()).startsWith(REFUSAL).doesNotContain("no figure rests on five people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100 % sure", "%s %d %n", "{0} {}", "$1 \\", "A/B", "%", "nobody/share"})
    void namesOfClassesArePrintedAsTheyAre(String name) {
        head = Sample.head(name);
        ledgerShares(name, 0.2, 0.4, 0.1);
        assertThat(choose().text()).startsWith("Of the working hours that " + name + " items were open in the window ");
        assertThat(choose().line()).isEqualTo("ledger/priority/" + Line.idPart(name) + "/owner/share");
        assertThat(published().line(choose().line())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Blocker", "100 % sure", "A/B"})
    void whatIsUnknownOutweighsAPartyWhateverTheClassIsCalled(String name) {
        head = Sample.head(name);
        ledgerShares(name, 0.1, 0.4, 0.5);
        assertThat(choose().kind()).isEqualTo("nothing");
    }

    @ParameterizedTest
    @EnumSource(value = Strength.class, names = {"SHOWS", "SUGGESTS"})
    void theSameFiguresGiveTheSameSentence(Strength strength) {
        pullIndex(0.15, 0.02, 0.31, strength);
        assertThat(choose()).isEqualTo(choose());
    }

    private Published published() {
        return Publisher.publish(head, List.of(Sample.reading("sample", lines.toArray(Line[]::new))), List.of());
    }

    private Sentence choose() {
        return Sentence.choose(published());
    }

    private void withhold(String id) {
        lines.replaceAll(line -> line.id().equals(id) ? line.withhold("for a test") : line);
    }

    private void pullIndex(double value, double low, double high, Strength strength) {
        pullIndex(value, low, high, strength, value);
    }

    private void pullIndex(double value, double low, double high, Strength strength, double rangeHigh) {
        String id = "contest/priority/pullIndex";
        lines.add(Sample.line(id, "pullIndex",
                new Estimate(value, low, high, Unit.INDEX, 1378, 33, Grade.OBSERVED, value, rangeHigh, strength)));
        lines.add(Sample.line(id + "/passedOver", "passedOver",
                Estimate.exact(210, Unit.CHOICES, 1378, 33, Grade.OBSERVED)));
        lines.add(Sample.line(id + "/passedOverByChance", "passedOverByChance",
                Estimate.exact(246.7, Unit.CHOICES, 1378, 33, Grade.OBSERVED)));
    }

    private void ledgerShares(String priority, double nobody, double owner, double unknown) {
        String row = "ledger/priority/" + Line.idPart(priority) + "/";
        share(row + "nobody/share", "nobody", nobody);
        share(row + "owner/share", "owner", owner);
        share(row + "ownerUnknown/share", "ownerUnknown", unknown);
    }

    private void wholeShares(double nobody, double unknown) {
        share("ledger/all/all/nobody/share", "nobody", nobody);
        share("ledger/all/all/ownerUnknown/share", "ownerUnknown", unknown);
    }

    private void share(String id, String account, double value) {
        lines.add(Sample.line(id, account + " share", new Estimate(value, Math.max(0, value - 0.05),
                Math.min(1, value + 0.05), Unit.SHARE, 60, 9, Grade.OBSERVED, value, value, Strength.EXACT)));
    }

    private void displaced(double ratio, double low, Strength strength) {
        lines.add(Sample.line("ledger/all/all/displacement/ratio", "displacement/ratio", new Estimate(ratio, low,
                2 * ratio - low, Unit.SHARE, 60, 9, Grade.OBSERVED, ratio, ratio, strength)));
        lines.add(Sample.line("ledger/priority/Blocker/waiting/hours", "waiting",
                Estimate.exact(900, Unit.HOURS, 60, 9, Grade.OBSERVED)));
        share("ledger/priority/Blocker/displacedNew/waitingShare", "displacedNew", 0.4);
    }

    private void waits(String kind, String name, String account, double value) {
        Line line = Sample.line("ledger/" + kind + "/" + name + "/" + account + "/waitingShare",
                account + " waitingShare", new Estimate(value, value - 0.05, value + 0.05, Unit.SHARE, 60, 9,
                        Grade.OBSERVED, value, value, Strength.EXACT));
        lines.add(new Line(line.id(), new Line.About(kind, name), line.label(), "window", line.estimate(), line.of(),
                line.support(), line.withheld(), line.evidence()));
    }

    private void stock(String account, int items) {
        lines.add(Sample.line("ledger/all/all/" + account + "/stock", account,
                Estimate.exact(items, Unit.ITEMS, items, 9, Grade.OBSERVED)));
    }
}
