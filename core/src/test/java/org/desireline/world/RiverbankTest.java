package org.desireline.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.time.Span;
import org.desireline.world.Change.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiverbankTest {

    private static final long DAY = 24 * 3_600_000L;
    private static final long LAST_MONDAY = Instant.parse("2026-10-26T00:00:00Z").toEpochMilli();
    private static final long HALF_A_YEAR_BEFORE = LAST_MONDAY - 26 * 7 * DAY;

    @Test
    void theSameSeedLivesTheSameLife() {
        assertThat(Riverbank.make(3, 12)).isEqualTo(Riverbank.make(3, 12));
        assertThat(Riverbank.make(3, 12)).isNotEqualTo(Riverbank.make(4, 12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 17})
    void whatIsAskedForDoesNotDependOnWhatIsPicked(long seed) {
        List<WorkItem> planted = Riverbank.make(seed, 40).items();
        List<WorkItem> obedient = Riverbank.obedient(seed, 40).items();
        assertThat(planted).usingRecursiveFieldByFieldElementComparatorIgnoringFields("changes")
                .isEqualTo(obedient);
        assertThat(planted.stream().map(RiverbankTest::firstOwner).toList())
                .isEqualTo(obedient.stream().map(RiverbankTest::firstOwner).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 99})
    void nobodyWorksOnTwoItemsAtOnce(long seed) {
        for (World world : List.of(Riverbank.make(seed, 40), Riverbank.obedient(seed, 40))) {
            Map<Integer, List<Span>> inHand = new HashMap<>();
            for (WorkItem item : world.items()) {
                stretches(world, item).forEach((owner, spans) ->
                        inHand.computeIfAbsent(owner, nobody -> new ArrayList<>()).addAll(spans));
            }
            assertThat(inHand).hasSize(world.people().size());
            inHand.forEach((owner, spans) -> {
                spans.sort(Comparator.comparingLong(Span::fromMillis));
                for (int i = 1; i < spans.size(); i++) {
                    assertThat(spans.get(i).fromMillis()).as("seed %d, person %d, stretch %d", seed, owner, i)
                            .isGreaterThanOrEqualTo(spans.get(i - 1).toMillis());
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 99})
    void theQuickItemBeatsTheImportantOne(long seed) {
        Starts starts = Starts.of(Riverbank.make(seed, 40)).contested(HALF_A_YEAR_BEFORE, LAST_MONDAY);
        assertThat(starts.pullIndex()).isBetween(-0.5, 0.3);
        assertThat(starts.all()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(starts.perPerson()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(starts.perPerson().values())
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(starts.all().size() / 5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 99})
    void theObedientStartWithTheMostImportant(long seed) {
        Starts starts = Starts.of(Riverbank.obedient(seed, 40)).contested(0, Long.MAX_VALUE);
        assertThat(starts.pullIndex()).isGreaterThanOrEqualTo(0.9);
        assertThat(starts.all()).hasSizeGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasJustHandedOverIsSeldomStartedAtOnce(long seed) {
        int starts = 0;
        int atOnce = 0;
        for (WorkItem item : Riverbank.make(seed, 40).items()) {
            long handed = item.createdMillis();
            for (Change change : item.changes()) {
                if (change.what() instanceof What.Assignee) {
                    handed = change.atMillis();
                } else if (change.what() instanceof What.Status move && move.from().equals("To Do")
                        && move.to().equals("In Progress")) {
                    starts++;
                    atOnce += change.atMillis() - handed < 15 * 60_000L ? 1 : 0;
                }
            }
        }
        // A start that looks pushed is no choice; a few fall into the pause between two items.
        assertThat(atOnce).as("of %d starts, seed %d", starts, seed).isLessThanOrEqualTo(starts / 25);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void movesFitTogetherAndEveryKindOfRecordOccurs(long seed) {
        Set<String> kinds = new TreeSet<>();
        Set<String> statuses = new TreeSet<>();
        for (WorkItem item : Riverbank.make(seed, 40).items()) {
            String status = WorkItem.FIRST_STATUS;
            for (Change change : item.changes()) {
                kinds.add(change.what().getClass().getSimpleName());
                if (change.what() instanceof What.Status move) {
                    assertThat(move.from()).as("item %d of seed %d", item.number(), seed).isEqualTo(status);
                    assertThat(move.resolution() != null).isEqualTo(move.to().equals("Done"));
                    status = move.to();
                    statuses.add(status);
                }
            }
        }
        assertThat(kinds).containsExactly(
                "Assignee", "BlockedBy", "Blocks", "Comment", "Priority", "Status", "WorkLog");
        assertThat(statuses).containsExactly("Blocked", "Done", "In Progress", "In Review", "Reopened");
    }

    @Test
    void theOrganisationIsSmallAndItsRecordHasTheSizeOfADemo() {
        World world = Riverbank.make(Riverbank.SEED, Riverbank.WEEKS);
        assertThat(world.people()).hasSize(14);
        assertThat(world.people().stream().map(Person::team).distinct()).hasSize(3);
        assertThat(world.items()).hasSizeBetween(350, 500);
        assertThat(Instant.ofEpochMilli(world.endMillis())).isEqualTo(Instant.parse("2026-10-30T16:00:00Z"));
        long low = world.items().stream().filter(item -> Set.of("Major", "Minor").contains(item.priority())).count();
        assertThat(low).isGreaterThan(world.items().size() / 2);
    }

    @Test
    void aLengthThatCannotBeIsRefused() {
        assertThatThrownBy(() -> Riverbank.make(1, 0)).hasMessageContaining("0 weeks");
    }

    private static int firstOwner(WorkItem item) {
        return item.changes().stream().map(Change::what)
                .filter(What.Assignee.class::isInstance).map(What.Assignee.class::cast)
                .mapToInt(What.Assignee::to).findFirst().orElse(World.NOBODY);
    }

    private static Map<Integer, List<Span>> stretches(World world, WorkItem item) {
        Map<Integer, List<Span>> stretches = new HashMap<>();
        int owner = World.NOBODY;
        long since = -1;
        for (Change change : item.changes()) {
            if (change.what() instanceof What.Assignee hands) {
                owner = hands.to();
            } else if (change.what() instanceof What.Status move) {
                if (since >= 0) {
                    stretches.computeIfAbsent(owner, nobody -> new ArrayList<>())
                            .add(new Span(since, change.atMillis()));
                }
                since = move.to().equals("In Progress") ? change.atMillis() : -1;
            }
        }
        if (since >= 0) {
            stretches.computeIfAbsent(owner, nobody -> new ArrayList<>()).add(new Span(since, world.endMillis()));
        }
        return stretches;
    }
}
