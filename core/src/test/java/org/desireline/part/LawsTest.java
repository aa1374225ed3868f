package org.desireline.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.desireline.charter.Phase;
import org.desireline.number.Grade;
import org.desireline.time.Spans;
import org.desireline.time.WorkWeek;
import org.junit.jupiter.api.Test;

/** The laws hold on whatever is assembled, and what breaks them does not pass. */
class LawsTest {

    private static final long HOUR = 3_600_000L;
    private static final Spans ALWAYS = new WorkWeek(ZoneOffset.UTC, DayOfWeek.MONDAY, DayOfWeek.SUNDAY,
            LocalTime.MIDNIGHT, LocalTime.MIDNIGHT).expand(0, 1000 * HOUR);

    @Test
    void theLawsHoldOnAThousandOrganisations() {
        for (long seed = 10_000; seed < 11_000; seed++) {
            Organisation organisation = Organisations.random(seed);
            assertThatCode(() -> {
                Assembly assembly = organisation.assembly();
                assembly.traces(0, 1, trace -> assertThat(trace.stretches().stream().mapToLong(Stretch::millis).sum())
                        .isEqualTo(trace.endMillis() - trace.createdMillis()));
                assembly.checkStock();
            }).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    @Test
    void shardsDeliverWhatOneReaderGets() {
        for (long seed = 0; seed < 50; seed++) {
            Assembly assembly = Organisations.random(seed).assembly();
            List<Integer> traces = new ArrayList<>();
            List<Integer> sharded = new ArrayList<>();
            List<Long> choices = new ArrayList<>();
            List<Long> shardedChoices = new ArrayList<>();
            assembly.traces(0, 1, trace -> traces.add(trace.item()));
            assembly.choices(0, 1, choice -> choices.add(choice.atMillis() ^ ((long) choice.chosenItem() << 48)));
            for (int shard = 0; shard < 3; shard++) {
                assembly.traces(shard, 3, trace -> sharded.add(trace.item()));
                assembly.choices(shard, 3, choice ->
                        shardedChoices.add(choice.atMillis() ^ ((long) choice.chosenItem() << 48)));
            }
            assertThat(sharded).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(traces);
            assertThat(shardedChoices).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(choices);
        }
    }

    @Test
    void theSameEventsInAnotherOrderGiveTheSameTraces() {
        for (long seed = 0; seed < 50; seed++) {
            Organisation organisation = Organisations.random(seed);
            List<org.desireline.journal.Event> turned = new ArrayList<>(organisation.events());
            java.util.Collections.reverse(turned);
            turned.addAll(organisation.events());
            Organisation other = new Organisation(seed, organisation.stepMillis(), organisation.charter(),
                    organisation.window(), organisation.asOfMillis(), turned, organisation.decree());
            assertThat(text(other)).as("seed %d", seed).isEqualTo(text(organisation));
        }
    }

    private static String text(Organisation organisation) {
        StringBuilder text = new StringBuilder();
        organisation.assembly().traces(0, 1, trace -> {
            text.append(trace.key());
            trace.stretches().forEach(stretch -> text.append(stretch.fromMillis()).append(stretch.cause())
                    .append(java.util.Arrays.toString(stretch.classes())));
        });
        return text.toString();
    }

    @Test
    void anUnbrokenTracePasses() {
        assertThatCode(() -> Laws.checkItem(trace(0, 10, stretch(0, 4, 2), stretch(4, 10, 6))))
                .doesNotThrowAnyException();
    }

    @Test
    void aGapIsCaught() {
        assertCaught("item law", () -> Laws.checkItem(trace(0, 10, stretch(0, 4, 2), stretch(5, 10, 5))));
    }

    @Test
    void anOverlapIsCaught() {
        assertCaught("item law", () -> Laws.checkItem(trace(0, 10, stretch(0, 6, 2), stretch(5, 10, 5))));
    }

    @Test
    void aLostEndIsCaught() {
        assertCaught("item law", () -> Laws.checkItem(trace(0, 10, stretch(0, 4, 2))));
    }

    @Test
    void aLostBeginningIsCaught() {
        assertCaught("item law", () -> Laws.checkItem(trace(0, 10, stretch(4, 10, 2))));
    }

    @Test
    void moreCalendarThanTimeIsCaught() {
        assertCaught("item law", () -> Laws.checkItem(trace(0, 10, stretch(0, 10, 11))));
        assertCaught("item law", () -> Laws.checkItem(trace(0, 10, stretch(0, 10, -1))));
    }

    @Test
    void aTraceWithoutStretchesIsCaughtUnlessItIsEmpty() {
        assertCaught("item law", () -> Laws.checkItem(trace(0, 10)));
        assertThatCode(() -> Laws.checkItem(trace(10, 10))).doesNotThrowAnyException();
    }

    @Test
    void onePersonAtTwoDesksIsCaught() {
        Lives lives = lives(life(0, 0, 100), life(1, 0, 100));
        Timelines timelines = timelines(lives, List.of(new Life.Work(0, 10 * HOUR, 20 * HOUR)),
                List.of(new Life.Work(0, 15 * HOUR, 25 * HOUR)));
        assertThatCode(() -> Laws.checkWork(lives, timelines, ALWAYS, work(15, 0))).doesNotThrowAnyException();
        assertCaught("actor law", () -> Laws.checkDisjoint(0, 15 * HOUR, 20 * HOUR));
    }

    @Test
    void workThatIsNotCountedIsCaught() {
        Lives lives = lives(life(0, 0, 100));
        Timelines timelines = worked(lives, 10, 20);
        assertThatCode(() -> Laws.checkWork(lives, timelines, ALWAYS, work(10, 0))).doesNotThrowAnyException();
        assertCaught("actor law", () -> Laws.checkWork(lives, timelines, ALWAYS, work(9, 0)));
    }

    @Test
    void workBeyondALifeMustBeOwnedUpTo() {
        Lives lives = lives(life(0, 0, 15));
        Timelines timelines = worked(lives, 10, 20);
        assertThatCode(() -> Laws.checkWork(lives, timelines, ALWAYS, work(10, 5))).doesNotThrowAnyException();
        assertCaught("Double entry", () -> Laws.checkWork(lives, timelines, ALWAYS, work(10, 0)));
    }

    @Test
    void workThatNoWeekHoldsIsCaught() {
        Timelines timelines = worked(lives(life(0, 0, 100)), 10, 20);
        assertThatCode(() -> Laws.checkWeeks(10 * HOUR, timelines)).doesNotThrowAnyException();
        assertCaught("week law", () -> Laws.checkWeeks(9 * HOUR, timelines));
    }

    @Test
    void recordsOfSeveralItemsAtOnceAreTakenInTurns() {
        Timelines timelines = timelines(lives(life(0, 0, 100), life(1, 0, 100)),
                List.of(new Life.Work(0, 10 * HOUR, 20 * HOUR)),
                List.of(new Life.Work(0, 12 * HOUR, 14 * HOUR), new Life.Work(1, 13 * HOUR, 15 * HOUR)));
        List<List<Long>> segments = new ArrayList<>();
        for (int i = 0; i < timelines.segments(); i++) {
            segments.add(List.of((long) timelines.actor(i), (long) timelines.life(i), timelines.fromMillis(i) / HOUR,
                    timelines.toMillis(i) / HOUR, timelines.isAmbiguous(i) ? 1L : 0L));
        }
        assertThat(segments).containsExactly(List.of(0L, 0L, 10L, 12L, 0L), List.of(0L, 0L, 12L, 13L, 1L),
                List.of(0L, 1L, 13L, 14L, 1L), List.of(0L, 0L, 14L, 20L, 0L), List.of(1L, 1L, 13L, 15L, 0L));
    }

    @Test
    void aSecondLevelThatDoesNotAddUpIsCaught() {
        long[] millis = new long[Doing.values().length];
        millis[Doing.displacedNew.ordinal()] = 2 * HOUR;
        millis[Doing.silent.ordinal()] = 4 * HOUR;
        Meanwhile right = new Meanwhile(0, 1, millis, new long[] {2 * HOUR}, 0, 0);
        assertThatCode(() -> Laws.checkItem(trace(0, 10, doing(right)))).doesNotThrowAnyException();
        assertCaught("item law", () -> Laws.checkItem(trace(0, 10,
                doing(new Meanwhile(0, 1, millis, new long[] {HOUR}, 0, 0)))));
        assertCaught("item law", () -> Laws.checkItem(trace(0, 10,
                doing(new Meanwhile(0, 2, millis, new long[] {2 * HOUR}, 0, 0)))));
        long[] less = millis.clone();
        less[Doing.silent.ordinal()] = HOUR;
        assertCaught("item law", () -> Laws.checkItem(trace(0, 10,
                doing(new Meanwhile(0, 1, less, new long[] {2 * HOUR}, 0, 0)))));
    }

    private static Stretch doing(Meanwhile meanwhile) {
        return new Stretch(0, 10 * HOUR, Phase.queued, Wait.owner, 1, 1, Grade.OBSERVED, true, false, true, 6 * HOUR,
                -1, new int[0], List.of(meanwhile));
    }

    @Test
    void theStockOfTracesAddsUp() {
        Laws.Stock stock = new Laws.Stock();
        for (int i = 0; i < 600; i++) {
            stock.add(lives(owned(10 + i)), 0, trace(0, 10 + i, stretch(0, 4, 2), stretch(4, 10 + i, 6)));
        }
        assertThatCode(stock::check).doesNotThrowAnyException();
    }

    @Test
    void hoursThatNoItemLivedAreCaughtByTheStock() {
        Laws.Stock stock = new Laws.Stock();
        stock.add(lives(owned(10)), 0, trace(0, 11, stretch(0, 11, 2)));
        assertCaught("stock law", stock::check);
    }

    @Test
    void hoursPostedToAnOwnerWhereThereWasNoneAreCaughtByTheStock() {
        Laws.Stock stock = new Laws.Stock();
        stock.add(lives(life(0, 0, 10)), 0, trace(0, 10, stretch(0, 10, 2)));
        assertCaught("stock law", stock::check);
    }

    @Test
    void workThatNoStretchPostsIsCaughtByDoubleEntry() {
        Lives lives = lives(owned(10));
        Laws.Entry entry = new Laws.Entry();
        entry.add(lives, 0, trace(0, 10, stretch(0, 10, 2)), worked(lives, 2, 5));
        assertCaught("Double entry", entry::check);
    }

    @Test
    void workAfterTheEndOfALifeIsPostedNowhere() {
        Lives lives = lives(owned(10));
        Laws.Entry entry = new Laws.Entry();
        entry.add(lives, 0, trace(0, 10, stretch(0, 10, 2)), worked(lives, 10, 15));
        assertThatCode(entry::check).doesNotThrowAnyException();
    }

    private static Lives lives(Life... all) {
        Lives lives = new Lives(1000 * HOUR);
        for (Life life : all) {
            lives.add(life);
        }
        return lives;
    }

    /** One piece of work by the first actor on the first item. */
    private static Timelines worked(Lives lives, long fromHour, long toHour) {
        return timelines(lives, List.of(new Life.Work(0, fromHour * HOUR, toHour * HOUR)));
    }

    /** Logs by item, of two actors. */
    @SafeVarargs
    private static Timelines timelines(Lives lives, List<Life.Work>... logs) {
        WorkRecords records = new WorkRecords();
        for (int item = 0; item < logs.length; item++) {
            Life life = new Life(item);
            life.work.addAll(logs[item]);
            records.record(item, life, null);
        }
        return new Timelines(lives, records.settle(2), ALWAYS, ZoneOffset.UTC, Sessions.USUAL, 2);
    }

    private static Life owned(long endHour) {
        Life life = new Life(0);
        life.steps.add(new Life.Step(0, Phase.queued, 3, 1, false, false, Life.NEVER, 0));
        life.endMillis = endHour * HOUR;
        return life;
    }

    private static void assertCaught(String law, org.assertj.core.api.ThrowableAssert.ThrowingCallable breaking) {
        assertThatThrownBy(breaking).isInstanceOf(LawFailed.class).hasMessageContaining(law);
    }

    private static Frame.Work work(long workHours, long afterEndHours) {
        return new Frame.Work(List.of(new Frame.TierWork(workHours * HOUR, workHours * HOUR, 1, 1)),
                afterEndHours * HOUR, 0, 0, Sessions.USUAL, 0, 0, List.of());
    }

    private static Life life(int item, long createdHour, long endHour) {
        Life life = new Life(item);
        life.steps.add(new Life.Step(createdHour * HOUR, Phase.queued, Life.NO_OWNER, 1, false, false, Life.NEVER, 0));
        life.endMillis = endHour * HOUR;
        return life;
    }

    private static Stretch stretch(long fromHour, long toHour, long onHours) {
        return new Stretch(fromHour * HOUR, toHour * HOUR, Phase.queued, Wait.owner, 1, 1, Grade.OBSERVED, true, false,
                true, onHours * HOUR, -1, new int[0], List.of());
    }

    private static Trace trace(long createdHour, long endHour, Stretch... stretches) {
        return new Trace(0, "ONE-1", createdHour * HOUR, endHour * HOUR, true, true, false, true, 0, new int[0],
                List.of(),
                List.of(stretches), null);
    }
}
