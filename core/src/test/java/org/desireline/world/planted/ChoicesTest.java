package org.desireline.world.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.desireline.world.Change;
import org.desireline.world.Change.What;
import org.desireline.world.Person;
import org.desireline.world.WorkItem;
import org.desireline.world.World;
import org.desireline.world.planted.Pick.Kind;
import org.desireline.world.planted.Pick.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What planted people choose, out of what, and in organisations of what size. */
class ChoicesTest {

    private static final long WEEK_MILLIS = 7 * 24 * 3_600_000L;

    /** What was lived before there were sizes, pools and exceptions is lived still. */
    @ParameterizedTest
    @CsvSource({"aligned, 1, -1696949918", "push, 2, 1794362663", "hidden-block, 1, -2046080240"})
    void theWorldsAreWhatTheyWere(String plan, long seed, int hash) {
        StringBuilder text = new StringBuilder();
        for (WorkItem item : Planted.live(Plan.of(plan), seed, 26).recorded(Tier.TRACED, Flaws.NONE).items()) {
            text.append(item.number()).append(item.createdMillis()).append(item.type()).append(item.priority())
                    .append(item.component()).append(item.creator()).append(item.changes());
        }
        assertThat(text.toString().hashCode()).isEqualTo(hash);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theWeightsCanBeReadOffTheMenusOfEveryKind(Kind kind) {
        Plan plan = Plan.of("fast-seeking").picking(0.8, 0.8).pooling(0.4);
        List<Pick> picks = new ArrayList<>();
        List<Double> importance = new ArrayList<>();
        for (long seed = 1; seed <= 6; seed++) {
            Planted planted = Planted.live(plan, seed, 26);
            Choices choices = planted.choices(planted.span());
            picks.addAll(choices.picks(kind));
            importance.add(choices.importance());
            assertThat(choices.ease()).isEqualTo(0.8 / Arrivals.SIZE_SIGMA);
        }
        double[] fitted = fit(picks);
        double mean = importance.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(picks).hasSizeGreaterThan(400);
        assertThat(fitted[0]).as("%s importance", kind).isCloseTo(mean, within(4 * fitted[2] + 0.05 * mean));
        assertThat(fitted[1]).as("%s ease", kind).isCloseTo(0.8 / Arrivals.SIZE_SIGMA, within(4 * fitted[3]));
    }

    /** Importance and ease by Newton's method, each with its standard error. */
    private static double[] fit(List<Pick> picks) {
        double a = 0;
        double b = 0;
        double[] h = new double[3];
        for (int round = 0; round < 12; round++) {
            double[] g = new double[2];
            h = new double[3];
            for (Pick pick : picks) {
                double total = 0;
                double[] m = new double[5];
                for (Option option : pick.menu()) {
                    double x = option.importance();
                    double y = option.ease();
                    double p = StrictMath.exp(a * x + b * y);
                    total += p;
                    double[] terms = {p * x, p * y, p * x * x, p * x * y, p * y * y};
                    for (int i = 0; i < 5; i++) {
                        m[i] += terms[i];
                    }
                }
                double x = m[0] / total;
                double y = m[1] / total;
                g[0] += pick.choice().importance() - x;
                g[1] += pick.choice().ease() - y;
                h[0] += m[2] / total - x * x;
                h[1] += m[3] / total - x * y;
                h[2] += m[4] / total - y * y;
            }
            double det = h[0] * h[2] - h[1] * h[1];
            a += (h[2] * g[0] - h[1] * g[1]) / det;
            b += (h[0] * g[1] - h[1] * g[0]) / det;
        }
        double det = h[0] * h[2] - h[1] * h[1];
        return new double[] {a, b, StrictMath.sqrt(h[2] / det), StrictMath.sqrt(h[0] / det)};
    }

    @Test
    void effectsAreWeightsByTypicalDifferences() {
        List<Option> menu = List.of(new Option(1, 0, 1), new Option(2, 3, StrictMath.E));
        Choices choices = new Choices(Plan.of("fast-seeking"), List.of(0.1, 0.3),
                List.of(new Pick(Kind.FIRST_START, 0, 5, menu, 0, false)));
        double half = StrictMath.sqrt(0.5);
        assertThat(choices.within(Kind.FIRST_START, Option::importance)).isCloseTo(half, within(1e-12));
        assertThat(choices.within(Kind.FIRST_START, Option::ease)).isCloseTo(half, within(1e-12));
        assertThat(choices.within(Kind.POOL, Option::ease)).isZero();
        assertThat(choices.importanceEffect(Kind.FIRST_START))
                .isCloseTo(0.2 / Scale.IMPORTANCE_SD * half, within(1e-12));
        assertThat(choices.easeEffect(Kind.FIRST_START)).isCloseTo(1.2 / Arrivals.SIZE_SIGMA * half, within(1e-12));
        assertThat(choices.worth(0, 3)).isCloseTo(0.2 / Scale.IMPORTANCE_SD, within(1e-12));
        assertThat(choices.worth(2, 1)).isCloseTo(-choices.worth(0, 3) / 3, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, 6", "3, 5", "8, 5", "9, 6"})
    void anOrganisationMayBeOfAnySize(int teams, int members) {
        Planted planted = Planted.live(Plan.of("aligned").settled(teams, members), 3, 4);
        World world = planted.recorded(Tier.LOGGED, Flaws.NONE);
        List<String> names = planted.people().stream().map(Person::team).distinct().toList();
        assertThat(planted.people()).hasSize(teams * members).doesNotHaveDuplicates();
        assertThat(names).hasSize(teams);
        Set<String> areas = new HashSet<>();
        names.forEach(team -> areas.addAll(planted.areas(team)));
        assertThat(areas).hasSize(3 * teams)
                .containsAll(world.items().stream().map(WorkItem::component).distinct().toList());
        Set<Integer> actors = new HashSet<>();
        world.items().forEach(item -> item.changes().forEach(change -> actors.add(change.actor())));
        assertThat(actors).hasSize(teams * members);
        assertThat(planted.span().toMillis() - planted.settled().fromMillis()).isBetween(4 * WEEK_MILLIS,
                5 * WEEK_MILLIS);
        assertThat(world.startMillis()).isEqualTo(planted.settled().fromMillis() - 26 * WEEK_MILLIS);
    }

    @Test
    void aSettledOrganisationHasNoTrend() {
        double first = 0;
        double last = 0;
        for (long seed = 1; seed <= 4; seed++) {
            Planted planted = Planted.live(Plan.of("aligned").settled(8, 5), seed, 26);
            World world = planted.recorded(Tier.LOGGED, Flaws.NONE);
            long from = planted.settled().fromMillis();
            first += LongStream.range(0, 13).map(week -> open(world, from + week * WEEK_MILLIS)).average().orElse(0);
            last += LongStream.range(13, 26).map(week -> open(world, from + week * WEEK_MILLIS)).average().orElse(0);
        }
        assertThat(last / first).isCloseTo(1, within(0.08));
        assertThat(first / 4 / 40).isBetween(4.5, 5.5);
    }

    private static long open(World world, long atMillis) {
        return world.items().stream().filter(item -> item.createdMillis() <= atMillis && item.changes().stream()
                .noneMatch(change -> change.atMillis() <= atMillis && change.what() instanceof What.Status move
                        && move.resolution() != null)).count();
    }

    @Test
    void theExceptionIsKeptInItsShareOfTheOccasionsAndInFreezesOnly() {
        long occasions = 0;
        long kept = 0;
        ZoneId zone = ZoneId.of("Europe/Zurich");
        for (long seed = 1; seed <= 6; seed++) {
            Planted planted = Planted.live(Plan.of("even-over"), seed, 26);
            Choices choices = planted.choices(planted.span());
            for (Pick pick : choices.picks(Kind.FIRST_START)) {
                LocalDate day = java.time.Instant.ofEpochMilli(pick.atMillis()).atZone(zone).toLocalDate();
                boolean frozen = planted.freezes().stream()
                        .anyMatch(freeze -> !day.isBefore(freeze.from()) && !day.isAfter(freeze.to()));
                int chosen = pick.choice().rank();
                boolean both = (chosen == 1 || chosen == 2)
                        && pick.menu().stream().anyMatch(option -> option.rank() == 3 - chosen);
                assertThat(pick.excepted()).isEqualTo(frozen && both);
            }
            assertThat(planted.freezes()).hasSize(4);
            assertThat(choices.kept() + choices.broken()).isEqualTo(choices.occasions());
            occasions += choices.occasions();
            kept += choices.kept();
        }
        assertThat(occasions).isGreaterThan(250);
        assertThat(kept / (double) occasions).isCloseTo(0.6, within(0.1));
    }

    @Test
    void whatWaitsToBeTakenIsAssignedByItsTakerAndBegunThen() {
        Planted planted = Planted.live(Plan.of("pooled"), 2, 12);
        Choices choices = planted.choices(planted.span());
        World world = planted.recorded(Tier.TRACED, Flaws.NONE);
        long taken = 0;
        for (WorkItem item : world.items()) {
            List<Change> changes = item.changes();
            for (int i = 0; i < changes.size(); i++) {
                Change change = changes.get(i);
                if (change.what() instanceof What.Assignee hands && hands.to() == change.actor()) {
                    taken++;
                    assertThat(changes.get(i + 1).atMillis()).isGreaterThanOrEqualTo(change.atMillis() + 60_000);
                    assertThat(changes.get(i + 1).what()).isEqualTo(
                            new What.Status(WorkItem.FIRST_STATUS, "In Progress", null));
                }
            }
        }
        assertThat(taken / (double) world.items().size()).isCloseTo(0.5, within(0.08));
        assertThat(choices.picks(Kind.POOL)).hasSizeGreaterThan(30).allSatisfy(pick -> {
            WorkItem item = world.items().get(pick.choice().item() - 1);
            assertThat(item.changes().getFirst().atMillis()).isEqualTo(pick.atMillis());
            assertThat(item.changes().getFirst().actor()).isEqualTo(pick.person());
        });
    }

    @Test
    void sizesAreToldToTheMinuteOrAsBadlyAsAskedFor() {
        Planted planted = Planted.live(Plan.of("aligned"), 2, 26);
        List<WorkItem> whole = planted.recorded(Tier.ENDS, Flaws.NONE).items();
        for (Pick pick : planted.choices(planted.span()).picks(Kind.FIRST_START)) {
            for (Option option : pick.menu()) {
                assertThat(whole.get(option.item() - 1).estimateSeconds() / 3600.0)
                        .isCloseTo(option.sizeHours(), within(0.5 / 60 + 1e-9));
            }
        }
        List<WorkItem> flawed = planted.recorded(Tier.ENDS, Flaws.USUAL).items();
        double square = 0;
        long told = 0;
        for (int i = 0; i < whole.size(); i++) {
            if (flawed.get(i).estimateSeconds() > 0) {
                double off = StrictMath.log(flawed.get(i).estimateSeconds()
                        / (double) whole.get(i).estimateSeconds());
                square += off * off;
                told++;
            }
        }
        assertThat(told / (double) whole.size()).isCloseTo(0.8, within(0.03));
        assertThat(StrictMath.sqrt(square / told)).isCloseTo(0.3, within(0.02));
    }

    @Test
    void whatCannotBePlannedIsRefused() {
        assertThatThrownBy(() -> new Layout(0, 6, 0, 0)).hasMessageContaining("0 of 6");
        assertThatThrownBy(() -> new Layout(1, 1, 0, 0)).hasMessageContaining("1 of 1");
        assertThatThrownBy(() -> new Layout(1, 6, 99, 0)).hasMessageContaining("99");
        assertThatThrownBy(() -> new Layout(1, 6, 0, 1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new Tradeoff(1, 2, 0.5, 6, 2)).hasMessageContaining("not 1 to 2");
        assertThatThrownBy(() -> new Tradeoff(2, 1, 2, 6, 2)).hasMessageContaining("2.0");
        assertThatThrownBy(() -> new Tradeoff(2, 1, 0.5, 6, 6)).hasMessageContaining("Of 6 weeks, 6");
        assertThatThrownBy(() -> new Pick(Kind.POOL, 0, 0, List.of(), 0, false)).hasMessageContaining("menu of 0");
        assertThatThrownBy(() -> new Flaws(0, 0, 0, 1, 0, -1)).hasMessageContaining("-1");
    }
}
