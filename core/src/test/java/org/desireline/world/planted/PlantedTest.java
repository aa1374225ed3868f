package org.desireline.world.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.desireline.time.Span;
import org.desireline.time.Spans;
import org.desireline.world.Change;
import org.desireline.world.Change.What;
import org.desireline.number.Keyed;
import org.desireline.world.WorkItem;
import org.desireline.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedTest {

    private static final int WEEKS = 12;

    @Test
    void theSameSeedLivesTheSameLife() {
        Plan plan = Plan.of("displaced");
        assertThat(recorded(plan, 3, Tier.TRACED)).isEqualTo(recorded(plan, 3, Tier.TRACED));
        assertThat(recorded(plan, 3, Tier.TRACED)).isNotEqualTo(recorded(plan, 4, Tier.TRACED));
    }

    @Test
    void whatIsAskedForDoesNotDependOnWhatIsPicked() {
        assertThat(recorded(Plan.of("inverted"), 5, Tier.ENDS).items())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("changes")
                .isEqualTo(recorded(Plan.of("obedient"), 5, Tier.ENDS).items());
    }

    @ParameterizedTest
    @ValueSource(strings = {"obedient", "fast-seeking", "push", "hidden-block", "late-labels", "orphan-area"})
    void everyWorkingHourOfAnItemIsUnderOneCause(String name) {
        Lived lived = Lived.of(Plan.of(name), 7);
        Span half = new Span(lived.span.fromMillis() + 5_000_000_000L, lived.span.toMillis() - 1_234_567_000L);
        for (Span window : List.of(lived.span, half)) {
            long open = 0;
            for (Job job : lived.jobs) {
                Job.Stage last = job.stages.getLast();
                long end = last.party() == Job.Party.OVER ? last.fromMillis() : Long.MAX_VALUE;
                open += lived.staff.week(job.team()).overlapMillis(
                        Math.max(window.fromMillis(), job.createdMillis), Math.min(window.toMillis(), end));
            }
            assertThat(Truth.of(lived.staff, lived.jobs, lived.picks, window).millis()).isEqualTo(open);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"obedient", "aligned", "push", "hidden-block", "review-bottleneck"})
    void nobodySitsAtTwoItemsAtOnceOrAtWhatIsNotTheirs(String name) {
        Lived lived = Lived.of(Plan.of(name), 11);
        List<Sitting> all = new ArrayList<>();
        for (Job job : lived.jobs) {
            for (Sitting sitting : job.sittings) {
                assertThat(sitting.toMillis()).isGreaterThan(sitting.fromMillis());
                assertThat(sitting.person()).isEqualTo(job.owner);
                assertThat(partyAt(job, sitting.fromMillis())).isEqualTo(Job.Party.OWNER);
                assertThat(lived.staff.hours(sitting.person()).overlapMillis(sitting.fromMillis(), sitting.toMillis()))
                        .isEqualTo(sitting.toMillis() - sitting.fromMillis());
                all.add(sitting);
            }
        }
        all.sort(Comparator.comparingInt(Sitting::person).thenComparingLong(Sitting::fromMillis));
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).person() != all.get(i - 1).person()
                    || all.get(i).fromMillis() >= all.get(i - 1).toMillis()).as("sitting %d", i).isTrue();
        }
        assertThat(all).hasSizeGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theObedientNeverBeginSomethingLower(long seed) {
        Truth truth = Planted.live(Plan.of("obedient"), seed, WEEKS).truth(new Span(0, Long.MAX_VALUE));
        assertThat(truth.millis(Truth.Cause.DISPLACED_NEW)).isZero();
        assertThat(truth.pullIndex()).isEqualTo(1.0);
        assertThat(truth.starts()).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theLessAnOrderIsFollowedTheMoreIsDisplaced(long seed) {
        List<Double> displacement = new ArrayList<>();
        for (String name : List.of("obedient", "aligned", "displaced", "inverted")) {
            Planted planted = Planted.live(Plan.of(name), seed, 26);
            displacement.add(planted.truth(planted.span()).displacement());
        }
        assertThat(displacement).isSorted();
        assertThat(displacement.get(2)).isCloseTo(0.30, within(0.06));
        assertThat(displacement.get(3)).isGreaterThan(0.6);
    }

    @Test
    void theOrphanedAreaWaitsForAnOwnerAndNoOtherDoes() {
        Planted planted = Planted.live(Plan.of("orphan-area"), 2, 26);
        Truth truth = planted.truth(planted.span());
        int areas = 4 * Staff.AREAS;
        long orphaned = truth.areaMillis(Truth.Cause.UNOWNED, areas - 1);
        for (int area = 0; area < areas - 1; area++) {
            assertThat(truth.areaMillis(Truth.Cause.UNOWNED, area)).isLessThan(orphaned / 5);
        }
    }

    @Test
    void aLogHoldsEverySitting() {
        Lived lived = Lived.of(Plan.of("aligned"), 4);
        long logged = 0;
        for (WorkItem item : recorded(Plan.of("aligned"), 4, Tier.LOGGED).items()) {
            for (Change change : item.changes()) {
                assertThat(change.what()).isNotInstanceOf(What.Commit.class);
                logged += change.what() instanceof What.WorkLog log ? 1000 * log.seconds() : 0;
            }
        }
        assertThat(logged).isEqualTo(lived.jobs.stream().flatMap(job -> job.sittings.stream())
                .mapToLong(sitting -> sitting.toMillis() - sitting.fromMillis()).sum());
    }

    @Test
    void pausesBoundEverySitting() {
        Lived lived = Lived.of(Plan.of("aligned"), 4);
        long working = 0;
        World world = recorded(Plan.of("aligned"), 4, Tier.PAUSED);
        for (WorkItem item : world.items()) {
            long since = -1;
            for (Change change : item.changes()) {
                if (change.what() instanceof What.Status move) {
                    working += move.from().equals("In Progress") ? change.atMillis() - since : 0;
                    since = change.atMillis();
                }
            }
        }
        long sat = lived.jobs.stream().flatMap(job -> job.sittings.stream())
                .filter(sitting -> sitting.toMillis() < world.endMillis())
                .mapToLong(sitting -> sitting.toMillis() - sitting.fromMillis()).sum();
        assertThat(working).isEqualTo(sat);
    }

    @Test
    void tracesFallOnSittingsAndEndsTellOfEndsOnly() {
        Lived lived = Lived.of(Plan.of("aligned"), 4);
        World traced = recorded(Plan.of("aligned"), 4, Tier.TRACED);
        long commits = 0;
        for (WorkItem item : traced.items()) {
            Job job = lived.jobs.get(item.number() - 1);
            for (Change change : item.changes()) {
                if (change.what() instanceof What.Commit) {
                    commits++;
                    assertThat(job.sittings).anyMatch(sitting -> sitting.fromMillis() < change.atMillis()
                            && change.atMillis() < sitting.toMillis());
                }
            }
        }
        assertThat(commits).isGreaterThan(2000);
        Set<String> kinds = recorded(Plan.of("aligned"), 4, Tier.ENDS).items().stream()
                .flatMap(item -> item.changes().stream())
                .map(change -> change.what() instanceof What.Status move ? move.to()
                        : change.what().getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder("Assignee", "Done");
    }

    @Test
    void theImportantLeaveTwiceTheTracesWhereThatIsPlanned() {
        assertThat(commitsAnHour("trace-density", "Blocker") / commitsAnHour("displaced", "Blocker"))
                .isCloseTo(2, within(0.15));
        assertThat(commitsAnHour("trace-density", "Minor")).isEqualTo(commitsAnHour("displaced", "Minor"));
    }

    private static double commitsAnHour(String plan, String priority) {
        return recorded(Plan.of(plan), 6, Tier.TRACED).items().stream()
                .filter(item -> item.priority().equals(priority))
                .flatMap(item -> item.changes().stream())
                .filter(change -> change.what() instanceof What.Commit).count();
    }

    @Test
    void flawsAreAsManyAsAskedFor() {
        Planted planted = Planted.live(Plan.of("aligned"), 9, 26);
        World whole = planted.recorded(Tier.TRACED, Flaws.NONE);
        World flawed = planted.recorded(Tier.TRACED, Flaws.USUAL);
        assertThat(owners(flawed) / owners(whole)).isCloseTo(0.9, within(0.03));
        assertThat(planted.recorded(Tier.TRACED, Flaws.STARVED).items().size() / (double) whole.items().size())
                .isCloseTo(0.1, within(0.03));
        long moved = 0;
        long late = 0;
        for (int i = 0; i < whole.items().size(); i++) {
            List<Long> told = moves(flawed.items().get(i));
            List<Long> meant = moves(whole.items().get(i));
            for (int j = 0; j < Math.min(told.size(), meant.size()); j++) {
                moved++;
                late += told.get(j) > meant.get(j) ? 1 : 0;
                assertThat(told.get(j)).isGreaterThanOrEqualTo(meant.get(j));
            }
        }
        assertThat(late / (double) moved).isCloseTo(0.05, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTenthOfWhatIsPromisedIsForgottenAndNeverTouchedOnceItsDayHasPassed(long seed) {
        Planted planted = Planted.live(Plan.of("quiet"), seed, 26);
        Map<Integer, WorkItem> items = planted.recorded(Tier.TRACED, Flaws.NONE).items().stream()
                .collect(Collectors.toMap(WorkItem::number, item -> item));
        long forgotten = 0;
        for (Promised promised : planted.promised()) {
            WorkItem item = items.get(promised.number());
            List<Change> days = item.changes().stream().filter(one -> one.what() instanceof What.Due).toList();
            assertThat(((What.Due) days.getFirst().what()).to()).isEqualTo(promised.first());
            assertThat(days.getFirst().atMillis()).isEqualTo(promised.madeMillis()).isLessThan(
                    promised.firstEndMillis());
            if (promised.isForgotten()) {
                forgotten++;
                assertThat(item.updatedMillis()).isLessThan(promised.lastEndMillis());
                assertThat(item.changes()).noneMatch(one -> one.what() instanceof What.Status);
            }
        }
        assertThat(planted.promised()).hasSizeGreaterThan(200);
        assertThat(forgotten / (double) planted.promised().size()).isCloseTo(0.1, within(0.05));
    }

    @Test
    void whatIsPromisedIsKeptOrMovedOrWithdrawn() {
        List<WorkItem> items = LongStream.range(1, 5).boxed().flatMap(seed -> Planted.live(Plan.of("quiet"), seed, 26)
                .recorded(Tier.LOGGED, Flaws.NONE).items().stream()).toList();
        long taken = 0;
        long moved = 0;
        long dropped = 0;
        long done = 0;
        for (WorkItem item : items) {
            for (Change change : item.changes()) {
                switch (change.what()) {
                    case What.Due due when due.to() == null -> taken++;
                    case What.Due due when due.from() != null -> moved++;
                    case What.Status move when "Won't Do".equals(move.resolution()) -> dropped++;
                    case What.Status move when "Done".equals(move.resolution()) -> done++;
                    default -> { }
                }
            }
        }
        assertThat(taken).isPositive();
        assertThat(dropped).isPositive();
        assertThat(moved).isGreaterThan(20);
        assertThat(done).isGreaterThan(1000);
    }

    @Test
    void aDesertedAreaIsLeftAloneAndNoOther() {
        Lived lived = Lived.of(Plan.of("deserted-area"), 3);
        long since = lived.span.toMillis() - 5 * 7 * 24 * 3_600_000L - (4 * 24 + 16) * 3_600_000L;
        for (int area = 0; area < lived.staff.areas(); area++) {
            int which = area;
            long begun = lived.jobs.stream().filter(job -> job.area == which).flatMap(job -> job.sittings.stream())
                    .filter(sitting -> sitting.fromMillis() >= since).count();
            assertThat(begun == 0).as("area %d", area).isEqualTo(area == lived.staff.areas() - 1);
        }
        assertThat(lived.jobs).filteredOn(job -> job.area == lived.staff.areas() - 1 && job.createdMillis >= since)
                .hasSizeGreaterThan(15);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> Plan.of("alined")).hasMessageContaining("'alined'").hasMessageContaining("aligned");
        assertThatThrownBy(() -> Planted.live(Plan.of("aligned"), 1, 0)).hasMessageContaining("0 weeks");
        assertThatThrownBy(() -> new Flaws(0, 0, 0, 1.5, 0, 0)).hasMessageContaining("1.5");
    }

    private static double owners(World world) {
        return world.items().stream().flatMap(item -> item.changes().stream())
                .filter(change -> change.what() instanceof What.Assignee).count();
    }

    private static List<Long> moves(WorkItem item) {
        return item.changes().stream().filter(change -> change.what() instanceof What.Status)
                .map(Change::atMillis).toList();
    }

    private static Job.Party partyAt(Job job, long atMillis) {
        Job.Party party = Job.Party.NOBODY;
        for (Job.Stage stage : job.stages) {
            party = stage.fromMillis() <= atMillis ? stage.party() : party;
        }
        return party;
    }

    private static World recorded(Plan plan, long seed, Tier tier) {
        return Planted.live(plan, seed, WEEKS).recorded(tier, Flaws.NONE);
    }

    /** A life whose jobs can be looked at. */
    private record Lived(Staff staff, List<Job> jobs, List<Pick> picks, Span span) {

        static Lived of(Plan plan, long seed) {
            Span span = Planted.live(plan, seed, WEEKS).span();
            Keyed keyed = new Keyed(seed);
            Staff staff = new Staff(keyed, plan, span.fromMillis(), span.toMillis());
            List<Job> jobs = new Arrivals(keyed, staff, plan).jobs(span.fromMillis(), span.toMillis());
            List<Pick> picks = new Simulation(keyed, plan, staff, Spans.none(), jobs, span.toMillis()).live().picks();
            return new Lived(staff, jobs, picks, span);
        }
    }
}
