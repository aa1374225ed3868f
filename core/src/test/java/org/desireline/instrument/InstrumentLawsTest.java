package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every instrument of the catalogue keeps the laws, and every broken one in {@link Headcount} is caught by its law. */
class InstrumentLawsTest {

    static List<Instrument<?, ?>> catalogue() {
        return Instruments.all();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void mergedFoldsReadLikeTheUnmergedOne(Instrument<?, ?> instrument) {
        InstrumentLaws.of(instrument).mergedFoldsReadLikeTheUnmergedOne();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void aTallySurvivesItsJourney(Instrument<?, ?> instrument) {
        InstrumentLaws.of(instrument).aTallySurvivesItsJourney();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void zeroIsFresh(Instrument<?, ?> instrument) {
        InstrumentLaws.of(instrument).zeroIsFresh();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void evidenceNamesItemsThatWereSeen(Instrument<?, ?> instrument) {
        InstrumentLaws.of(instrument).evidenceNamesItemsThatWereSeen();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void lineIdsAreUniqueAndSorted(Instrument<?, ?> instrument) {
        InstrumentLaws.of(instrument).lineIdsAreUniqueAndSorted();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void unitsAreTheInstruments(Instrument<?, ?> instrument) {
        InstrumentLaws.of(instrument).unitsAreTheInstruments();
    }

    @Test
    void theCatalogueNamesEachInstrumentOnce() {
        assertThat(catalogue()).extracting(instrument -> instrument.card().name()).doesNotHaveDuplicates();
    }

    @Test
    void aSoundInstrumentPasses() {
        assertThatCode(() -> InstrumentLaws.of(new Headcount()).all()).doesNotThrowAnyException();
    }

    @Test
    void aMergeThatThrowsEverythingAwayIsCaught() {
        InstrumentLaws<?, ?> laws = InstrumentLaws.of(new Headcount.Forgetful());
        assertThatThrownBy(laws::mergedFoldsReadLikeTheUnmergedOne).isInstanceOf(AssertionError.class);
    }

    @Test
    void aMergeThatDropsItsSecondTallyIsCaught() {
        InstrumentLaws<?, ?> laws = InstrumentLaws.of(new Headcount.OneSided());
        assertThatThrownBy(laws::mergedFoldsReadLikeTheUnmergedOne).isInstanceOf(AssertionError.class);
    }

    @Test
    void aZeroThatIsSharedIsCaught() {
        InstrumentLaws<?, ?> laws = InstrumentLaws.of(new Headcount.Shared());
        assertThatThrownBy(laws::zeroIsFresh).isInstanceOf(AssertionError.class);
    }

    @Test
    void anAddThatDependsOnOrderIsCaught() {
        InstrumentLaws<?, ?> laws = InstrumentLaws.of(new Headcount.Moody());
        assertThatThrownBy(laws::mergedFoldsReadLikeTheUnmergedOne).isInstanceOf(AssertionError.class);
    }

    @Test
    void aSumOfRoundedNumbersIsCaught() {
        InstrumentLaws<?, ?> laws = InstrumentLaws.of(new Headcount.Floating());
        assertThatThrownBy(laws::mergedFoldsReadLikeTheUnmergedOne).isInstanceOf(AssertionError.class);
    }

    @Test
    void aTallyThatLosesItsSumsOnTheWayIsCaught() {
        InstrumentLaws<?, ?> laws = InstrumentLaws.of(new Headcount.Frail());
        assertThatThrownBy(laws::aTallySurvivesItsJourney).isInstanceOf(AssertionError.class);
    }

    @Test
    void evidenceThatWasNeverSeenIsCaught() {
        InstrumentLaws<?, ?> laws = InstrumentLaws.of(new Headcount.Inventive());
        assertThatThrownBy(laws::evidenceNamesItemsThatWereSeen).isInstanceOf(AssertionError.class);
    }

    @Test
    void linesThatCannotBeToldApartAreCaught() {
        InstrumentLaws<?, ?> laws = InstrumentLaws.of(new Headcount.Repetitive());
        assertThatThrownBy(laws::lineIdsAreUniqueAndSorted).isInstanceOf(AssertionError.class);
    }

    @Test
    void aForeignUnitIsCaught() {
        InstrumentLaws<?, ?> laws = InstrumentLaws.of(new Headcount.Foreign());
        assertThatThrownBy(laws::unitsAreTheInstruments).isInstanceOf(AssertionError.class);
    }
}
