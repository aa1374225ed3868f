package org.desireline.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.desireline.part.Promise.Kind;
import org.desireline.part.Promise.Revision;
import org.junit.jupiter.api.Test;

/** What became of promises, event by event. */
class PromiseTest {

    private static final String ITEM = "t:d:one";

    private final Promises world = new Promises().item(ITEM, 0, "bob");

    @Test
    void aDueDateIsAPromiseUntilTheEndOfItsDay() {
        Promise promise = world.promised(ITEM, 2, "", 30).commented(ITEM, 5, "bob").done(ITEM, 30.5).parts(100)
                .getFirst();
        assertThat(promise.kind()).isEqualTo(Kind.DUE);
        assertThat(promise.key()).isEqualTo("one");
        assertThat(promise.sinceKnown()).isTrue();
        assertThat(promise.declaredAtMillis()).isEqualTo(Promises.at(2));
        assertThat(promise.firstDueMillis()).isEqualTo(Promises.at(31));
        assertThat(promise.firstActionMillis()).isEqualTo(Promises.at(5));
        assertThat(promise.keptMillis()).isEqualTo(Promises.at(30.5));
        assertThat(promise.isKeptBy(promise.firstDueMillis())).isTrue();
        assertThat(promise.withdrawnMillis()).isEqualTo(Promise.NEVER);
        assertThat(promise.inWindow()).isTrue();
        assertThat(promise.origin()).isEqualTo("by-hand#2");
    }

    @Test
    void aChangeOfPlansIsNoActionButASignOfLife() {
        Promise promise = world.promised(ITEM, 2, "", 30).moved(ITEM, 10, "", 50).moved(ITEM, 60, "", 40).parts(200)
                .getFirst();
        assertThat(promise.firstActionMillis()).isEqualTo(Promise.NEVER);
        assertThat(promise.lastSignMillis()).isEqualTo(Promises.at(60));
        assertThat(promise.revisions()).containsExactly(
                new Revision(Promises.at(10), Promises.at(31), Promises.at(51)),
                new Revision(Promises.at(60), Promises.at(51), Promises.at(41)));
        assertThat(promise.revisions()).extracting(Revision::isPush).containsExactly(true, false);
        assertThat(promise.revisions()).extracting(Revision::isLate).containsExactly(false, true);
        assertThat(promise.lastDueMillis()).isEqualTo(Promises.at(41));
    }

    @Test
    void whatIsTakenBackAndGivenAgainStandsAsItWas() {
        world.promised(ITEM, 2, "", 30).takenBack(ITEM, 3, "");
        assertThat(world.parts(200).getFirst().withdrawnMillis()).isEqualTo(Promises.at(3));
        Promise again = world.promised(ITEM, 4, "", 30).parts(200).getFirst();
        assertThat(again.withdrawnMillis()).isEqualTo(Promise.NEVER);
        assertThat(again.revisions()).isEmpty();
        assertThat(again.declaredAtMillis()).isEqualTo(Promises.at(2));
    }

    @Test
    void whatWasTakenBackIsNotKeptByBeingDone() {
        Promise promise = world.promised(ITEM, 2, "", 30).takenBack(ITEM, 3, "").done(ITEM, 4).parts(200).getFirst();
        assertThat(promise.keptMillis()).isEqualTo(Promise.NEVER);
        assertThat(promise.withdrawnMillis()).isEqualTo(Promises.at(3));
    }

    @Test
    void whatIsDroppedIsWithdrawn() {
        Promise promise = world.promised(ITEM, 2, "", 30).dropped(ITEM, 4).parts(200).getFirst();
        assertThat(promise.withdrawnMillis()).isEqualTo(Promises.at(4));
        assertThat(promise.keptMillis()).isEqualTo(Promise.NEVER);
    }

    @Test
    void whatIsSetWithTheEndOrLaterChangesNothing() {
        Promise promise = world.promised(ITEM, 2, "", 30).done(ITEM, 20).moved(ITEM, 20, "", 25)
                .takenBack(ITEM, 21, "").parts(200).getFirst();
        assertThat(promise.revisions()).isEmpty();
        assertThat(promise.keptMillis()).isEqualTo(Promises.at(20));
    }

    @Test
    void whatIsWrittenOnceTheDayOrTheItemIsOverIsARecord() {
        assertThat(world.promised(ITEM, 31, "", 30).parts(200).getFirst().isCommitment()).isFalse();
        String other = "t:d:other";
        world.item(other, 0, "bob").done(other, 10).promised(other, 10, Promise.RELEASE_TARGET, 50);
        Promise late = world.parts(200).get(1);
        assertThat(late.declaredAfterEnd()).isTrue();
        assertThat(late.leadMillis()).isPositive();
        assertThat(late.isCommitment()).isFalse();
    }

    @Test
    void eachTargetOfAnItemIsAPromiseOfItsOwn() {
        world.promised(ITEM, 2, "", 30).promised(ITEM, 3, "beta", 40).promised(ITEM, 4, Promise.SPRINT_TARGET, 14)
                .promised(ITEM, 4.5, Promise.RELEASE_TARGET, 90).moved(ITEM, 5, "beta", 60).done(ITEM, 50);
        List<Promise> all = world.parts(200);
        assertThat(all).extracting(Promise::kind).containsExactly(Kind.DUE, Kind.RECORD, Kind.SPRINT, Kind.RELEASE);
        assertThat(all).extracting(Promise::number).containsExactly(0, 1, 2, 3);
        assertThat(all).extracting(promise -> promise.revisions().size()).containsExactly(0, 1, 0, 0);
        assertThat(all).extracting(promise -> promise.isKeptBy(promise.firstDueMillis()))
                .containsExactly(false, false, false, true);
    }

    @Test
    void onlyTheItemsOwnDueDateIsItsDueDate() {
        // Parked is what nobody owns and has no due date ahead, once it lay untouched for 180 days.
        String lone = "t:d:lone";
        world.chronicle.created(lone, Promises.at(0), "ada", Map.of());
        world.promised(lone, 1, "beta", 900);
        Trace trace = world.organisation(400).assembly().traceOf(1);
        assertThat(trace).isNotNull();
        assertThat(trace.key()).isEqualTo("one");
        Trace other = world.organisation(400).assembly().traceOf(0);
        assertThat(other.stretches()).anyMatch(Stretch::parked);
        world.promised(lone, 1, "", 900);
        assertThat(world.organisation(400).assembly().traceOf(0).stretches()).noneMatch(Stretch::parked);
    }

    @Test
    void whereOnlyThePresentDayIsKnownItIsNotKnownSinceWhen() {
        world.chronicle.changed(ITEM, Promises.at(7), "ada", Field.DUE, Promises.day(60));
        assertThat(world.parts(200).getFirst().sinceKnown()).isFalse();
        String other = "t:d:other";
        world.chronicle.created(other, Promises.at(7), "ada", Map.of(Field.DUE, Promises.day(60)));
        assertThat(world.parts(200)).filteredOn(promise -> promise.key().equals("other"))
                .allMatch(Promise::sinceKnown).hasSize(1);
    }

    @Test
    void whatIsNoDayIsNoPromise() {
        world.chronicle.event(ITEM, Promises.at(1), Verb.dueSet, "ada", Map.of(Field.DUE, "next quarter"));
        assertThat(world.parts(200)).isEmpty();
    }

    @Test
    void programsAndEditsOfManyItemsAreNoSigns() {
        world.promised(ITEM, 2, "", 30).commented(ITEM, 9, "robot");
        for (int i = 0; i < 5; i++) {
            String each = i == 0 ? ITEM : "t:d:bulk" + i;
            if (i > 0) {
                world.item(each, 0, "bob");
            }
            world.chronicle.changed(each, Promises.at(40), "ada", Field.LABEL, "tidy");
        }
        Promise promise = world.parts(200).getLast();
        assertThat(promise.key()).isEqualTo("one");
        assertThat(promise.firstActionMillis()).isEqualTo(Promise.NEVER);
        assertThat(promise.lastSignMillis()).isEqualTo(Promises.at(2));
    }

    @Test
    void nothingIsBothKeptAndWithdrawn() {
        assertThatThrownBy(() -> new Promise(1, "one", 0, "", true, -1, 0, new int[0], new int[0], 0, 1, List.of(), 2,
                3, 4, 5, null, null, false, true, true, "")).hasMessageContaining("was kept at 3 and withdrawn at 4");
    }
}
