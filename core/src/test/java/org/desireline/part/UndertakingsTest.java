package org.desireline.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.desireline.charter.Intent;
import org.desireline.charter.Undertaking;
import org.desireline.part.Promise.Kind;
import org.desireline.part.Promise.Revision;
import org.junit.jupiter.api.Test;

/** What became of commitments, item by item; and of random ones, day by day. */
class UndertakingsTest {

    private static final String ONE = "t:d:one";
    private static final String TWO = "t:d:two";

    private final Promises world = new Promises().item(ONE, 0, "bob").item(TWO, 0, "eve");

    private Promise after(double asOfDay, Vows vows) {
        List<Promise> all = new ArrayList<>();
        world.assembly(asOfDay, List.of(vows.made())).promises(0, 1, all::add);
        return all.getLast();
    }

    @Test
    void aCommitmentIsKeptWhenAllItemsThatItNamesAreDone() {
        world.commented(ONE, 5, "bob").done(ONE, 10).done(TWO, 20);
        Promise promise = after(100, new Vows("alerts", 2, 30).names(0).names(1).of(3));
        assertThat(promise.kind()).isEqualTo(Kind.DECLARED);
        assertThat(promise.key()).isEqualTo("alerts");
        assertThat(promise.keptMillis()).isEqualTo(Promises.at(20));
        assertThat(promise.isKeptBy(promise.firstDueMillis())).isTrue();
        assertThat(promise.firstActionMillis()).isEqualTo(Promises.at(5));
        assertThat(promise.lastSignMillis()).isEqualTo(Promises.at(20));
        assertThat(promise.inWindow()).isTrue();
        assertThat(promise.isCommitment()).isTrue();
        assertThat(promise.origin()).isEqualTo("charter.yaml:9:5");
        assertThat(promise.actors()).hasSize(2);
    }

    @Test
    void anItemThatNobodyCreatedYetIsNotDone() {
        world.done(ONE, 10);
        assertThat(after(100, new Vows("alerts", 2, 30).names(0).names(Undertaking.UNKNOWN_ITEM)).keptMillis())
                .isEqualTo(Promise.NEVER);
    }

    @Test
    void lateIsLateAndWhatIsOpenIsOpen() {
        Promise open = after(100, new Vows("alerts", 2, 30).names(0));
        assertThat(open.keptMillis()).isEqualTo(Promise.NEVER);
        assertThat(open.withdrawnMillis()).isEqualTo(Promise.NEVER);
        world.done(ONE, 40);
        Promise late = after(100, new Vows("alerts", 2, 30).names(0));
        assertThat(late.keptMillis()).isEqualTo(Promises.at(40));
        assertThat(late.isKeptBy(late.lastDueMillis())).isFalse();
    }

    @Test
    void aLaterDayIsARevisionAndOneThatComesOnceItIsKeptIsNone() {
        world.done(ONE, 40);
        Promise moved = after(100, new Vows("alerts", 2, 30).dueAgain(25, 50).names(0));
        assertThat(moved.revisions()).containsExactly(
                new Revision(Promises.at(25), Promises.at(31), Promises.at(51)));
        assertThat(moved.isKeptBy(moved.firstDueMillis())).isFalse();
        assertThat(moved.isKeptBy(moved.lastDueMillis())).isTrue();
        assertThat(after(100, new Vows("alerts", 2, 60).dueAgain(45, 90).names(0)).revisions()).isEmpty();
        // As it was known on day 30, the change of day 45 had not happened.
        assertThat(after(30, new Vows("alerts", 2, 60).dueAgain(45, 90).names(0)).revisions()).isEmpty();
    }

    @Test
    void whatIsNoLongerDeclaredIsWithdrawnUnlessItWasKept() {
        Promise withdrawn = after(100, new Vows("alerts", 2, 30).takenBack(20).names(0, 2, 20));
        assertThat(withdrawn.withdrawnMillis()).isEqualTo(Promises.at(20));
        world.done(ONE, 25);
        assertThat(after(100, new Vows("alerts", 2, 30).takenBack(20).names(0, 2, 20)).keptMillis())
                .isEqualTo(Promise.NEVER);
        Promise kept = after(100, new Vows("alerts", 2, 30).takenBack(40).names(0, 2, 40));
        assertThat(kept.keptMillis()).isEqualTo(Promises.at(25));
        assertThat(kept.withdrawnMillis()).isEqualTo(Promise.NEVER);
        Promise again = after(100, new Vows("alerts", 2, 30).takenBack(20).dueAgain(22, 30).names(0));
        assertThat(again.keptMillis()).isEqualTo(Promises.at(25));
        assertThat(again.revisions()).isEmpty();
    }

    @Test
    void whatWasDroppedIsNotDoneAndWhereAllWasItIsWithdrawn() {
        world.dropped(ONE, 10).done(TWO, 15);
        Promise half = after(100, new Vows("alerts", 2, 30).names(0).names(1));
        assertThat(half.keptMillis()).isEqualTo(Promise.NEVER);
        assertThat(half.withdrawnMillis()).isEqualTo(Promise.NEVER);
        assertThat(after(100, new Vows("alerts", 2, 30).names(0)).withdrawnMillis()).isEqualTo(Promises.at(10));
    }

    @Test
    void whatAnExpressionHoldsForMustBeOverWhenTheDayPasses() {
        world.done(ONE, 10).done(TWO, 35);
        Vows one = new Vows("alerts", 2, 30).matches(0, 2, 1000).matches(1, 20, 1000);
        Promise late = after(100, one);
        assertThat(late.keptMillis()).as("the first was done before the second belonged").isEqualTo(Promises.at(35));
        Vows after = new Vows("alerts", 2, 30).matches(0, 2, 1000).matches(1, 32, 1000);
        assertThat(after(100, after).keptMillis()).as("what comes later undoes nothing").isEqualTo(Promises.at(10));
        Vows gone = new Vows("alerts", 2, 30).matches(0, 2, 1000).matches(1, 5, 12);
        assertThat(after(100, gone).keptMillis()).as("what belongs no more is not asked for")
                .isEqualTo(Promises.at(12));
    }

    @Test
    void whatWasOverBeforeIsNoWorkOnIt() {
        world.done(ONE, 1).dropped(TWO, 10);
        Promise idle = after(100, new Vows("alerts", 2, 30).matches(0, 0, 1000).matches(1, 0, 1000));
        assertThat(idle.keptMillis()).isEqualTo(Promise.NEVER);
        assertThat(idle.isCommitment()).isTrue();
    }

    @Test
    void whatIsDeclaredOnceTheDayOrTheWorkIsOverIsARecord() {
        world.done(ONE, 5);
        assertThat(after(100, new Vows("alerts", 10, 30).names(0)).isCommitment()).isFalse();
        assertThat(after(100, new Vows("alerts", 31, 30).names(1)).isCommitment()).isFalse();
        assertThat(after(100, new Vows("alerts", 10, 30).names(0).names(1)).isCommitment()).isTrue();
    }

    @Test
    void itGoesQuietWhenNothingIsDoneForTwoWeeksOrAQuarterOfItsLead() {
        world.commented(ONE, 20, "bob");
        Vows vows = new Vows("alerts", 2, 29).names(0);
        assertThat(after(43.5, vows).isSettledBy(Promises.at(43.5))).isFalse();
        Promise quiet = after(44, vows);
        assertThat(quiet.isSettledBy(Promises.at(44))).isTrue();
        assertThat(quiet.isSilent()).isTrue();
        // Made 200 days ahead, it has 50 days.
        Vows ahead = new Vows("alerts", 2, 201).names(0);
        assertThat(after(251, ahead).isSettledBy(Promises.at(251))).isFalse();
        assertThat(after(252, ahead).isSettledBy(Promises.at(252))).isTrue();
        world.commented(ONE, 31, "bob");
        assertThat(after(60, vows).isSilent()).isFalse();
    }

    @Test
    void withoutEvidenceNothingShowsWhetherItIsKept() {
        Promise bare = after(100, new Vows("alerts", 2, 30));
        assertThat(bare.provable()).isFalse();
        assertThat(bare.isSettledBy(Promises.at(100))).isFalse();
        assertThat(bare.keptMillis()).isEqualTo(Promise.NEVER);
    }

    @Test
    void whatIsMadeAfterTheDataEndIsKnownAndNoPart() {
        Assembly assembly = world.assembly(10, List.of(new Vows("later", 20, 30).names(0).made()));
        List<Promise> all = new ArrayList<>();
        assembly.promises(0, 1, all::add);
        assertThat(all).isEmpty();
        assertThat(assembly.followed()).hasSize(1).allMatch(each -> each.promise() == null);
    }

    @Test
    void aDecisionPromisesNoDayAndIsFollowed() {
        world.commented(ONE, 40, "bob");
        Undertaking freeze = new Undertaking("freeze", "Freeze growth", Undertaking.Kind.DECISION, true, Intent.NONE,
                List.of(new Undertaking.Day(Promises.at(2), Undertaking.NO_DAY)), true,
                List.of(new Undertaking.Link(0, Promises.at(2), Long.MAX_VALUE, true)), "decisions.yaml:2:5");
        Assembly assembly = world.assembly(100, List.of(freeze));
        List<Promise> all = new ArrayList<>();
        assembly.promises(0, 1, all::add);
        assertThat(all).isEmpty();
        Promise followed = assembly.followed().getFirst().promise();
        assertThat(followed).isNotNull();
        assertThat(followed.firstActionMillis()).isEqualTo(Promises.at(40));
        assertThat(followed.keptMillis()).isEqualTo(Promise.NEVER);
    }

    @Test
    void whatWasNeverMadeIsRefused() {
        assertThatThrownBy(() -> new Undertaking("x", "", Undertaking.Kind.COMMITMENT, false, Intent.NONE, List.of(),
                false, List.of(), "")).hasMessageContaining("never made");
        assertThatThrownBy(() -> new Vows("x", 5, 9).dueAgain(4, 10).made()).hasMessageContaining("must ascend");
    }

    /** What a person would find who looks at the items of a commitment at each noon, with no change of its day. */
    private static double keptDay(List<int[]> items, List<double[]> links, double made, int due, int asOf) {
        List<Boolean> fulfilled = new ArrayList<>();
        for (int day = 0; day < asOf; day++) {
            boolean open = false;
            boolean done = false;
            for (double[] link : links) {
                int[] item = items.get((int) link[0]);
                boolean named = link[3] == 1;
                boolean over = item[0] >= 0 && item[0] < asOf && day >= item[0];
                boolean belongs = day >= Math.max(made, link[1]) && day < link[2];
                boolean before = !named && item[0] >= 0 && item[0] <= made;
                if (belongs && !before) {
                    done |= over && item[1] == 1;
                    open |= named ? !(over && item[1] == 1) : !over;
                }
            }
            fulfilled.add(day >= made && done && !open);
        }
        // Settled on its day, else by the first day after, else as it stands at the end.
        int at = Math.min(due, asOf - 1);
        while (at < asOf && !fulfilled.get(at)) {
            at++;
        }
        while (at > 0 && at < asOf && fulfilled.get(at - 1)) {
            at--;
        }
        return at < asOf ? at : -1;
    }

    @Test
    void whatIsFoundIsWhatSomebodyWouldFindWhoLooksEveryDay() {
        int kept = 0;
        for (long seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Promises world1 = new Promises();
            List<int[]> items = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String item = "t:d:i" + i;
                world1.item(item, 0, "bob");
                int end = random.nextInt(4) == 0 ? -1 : 1 + random.nextInt(60);
                boolean done = random.nextInt(4) > 0;
                items.add(new int[] {end, done ? 1 : 0});
                if (end >= 0 && done) {
                    world1.done(item, end);
                } else if (end >= 0) {
                    world1.dropped(item, end);
                }
            }
            int made = 2 + random.nextInt(20);
            int due = made + random.nextInt(40);
            Vows vows = new Vows("v" + seed, made, due);
            List<double[]> links = new ArrayList<>();
            for (int n = 0; n < 1 + random.nextInt(3); n++) {
                int item = random.nextInt(3);
                int from = random.nextInt(50);
                int to = from + 1 + random.nextInt(70);
                boolean named = random.nextInt(3) == 0;
                links.add(new double[] {item, from, to, named ? 1 : 0});
                if (named) {
                    vows.names(item, from, to);
                } else {
                    vows.matches(item, from, to);
                }
            }
            int asOf = 70;
            List<Promise> all = new ArrayList<>();
            world1.assembly(asOf - 0.5, List.of(vows.made())).promises(0, 1, all::add);
            double day = keptDay(items, links, made, due, asOf);
            assertThat(all.getLast().keptMillis()).as("seed " + seed)
                    .isEqualTo(day < 0 ? Promise.NEVER : Promises.at(day));
            kept += day < 0 ? 0 : 1;
        }
        assertThat(kept).isBetween(80, 320);
    }
}
