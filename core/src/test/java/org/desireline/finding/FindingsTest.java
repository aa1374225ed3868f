package org.desireline.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.finding.Finding.Structure;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.publish.Publisher;
import org.desireline.publish.Published;
import org.desireline.publish.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which structure is named for what was published, and that a sentence says only what its lines carry. */
class FindingsTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");

    private final List<Line> resistance = new ArrayList<>();
    private final List<Line> others = new ArrayList<>();

    private Published published() {
        return Publisher.publish(Sample.head("Blocker", "Critical", "Major"), List.of(
                Sample.reading("resistance", resistance.toArray(Line[]::new)), reading("contest", "contest/"),
                reading("capacity", "capacity/"),
                reading("ownership", "ownership/"), reading("rest", "")), List.of());
    }

    private Reading reading(String name, String prefix) {
        return Sample.reading(name, others.stream().filter(line -> prefix.isEmpty()
                ? !line.id().startsWith("contest/") && !line.id().startsWith("ownership/")
                        && !line.id().startsWith("capacity/")
                : line.id().startsWith(prefix)).toArray(Line[]::new));
    }

    private List<Finding> found() {
        List<Finding> found = Findings.of(published());
        found.forEach(this::saysOnlyWhatItsLinesCarry);
        return found;
    }

    /** Every number of a sentence is a figure of one of its lines, a day of the window, or the reference it names. */
    private void saysOnlyWhatItsLinesCarry(Finding finding) {
        Set<String> known = new HashSet<>(Set.of("95", "14", "2014", "01", "13", "2015", "11"));
        for (String id : finding.lines()) {
            Estimate estimate = published().line(id).map(Line::estimate).orElseThrow();
            for (double value : new double[] {estimate.value(), estimate.low(), estimate.high()}) {
                for (String format : List.of("%,.0f", "%.1f", "%.2f")) {
                    known.add(String.format(Locale.ROOT, format, value));
                    known.add(String.format(Locale.ROOT, format, 100 * value));
                }
            }
            known.add(String.format(Locale.ROOT, "%,d", estimate.n()));
            known.add(String.format(Locale.ROOT, "%d", estimate.actors()));
        }
        Matcher matcher = NUMBER.matcher(finding.sentence());
        while (matcher.find()) {
            assertThat(known).as(finding.sentence()).contains(matcher.group());
        }
    }

    private static Line line(String kind, String about, String id, String label, Estimate estimate) {
        Line line = Sample.line(id, label, estimate);
        return new Line(id, new Line.About(kind, about), label, "window", estimate, "of all", line.support(), null,
                List.of());
    }

    private static Estimate share(double value, Strength strength) {
        return new Estimate(value, value - 0.06, value + 0.06, Unit.SHARE, 61, 9, Grade.OBSERVED, value, value,
                strength);
    }

    private void waits(String dimension, String part, String party, double share, double elsewhere, Strength strength) {
        String prefix = "resistance/" + dimension + "/" + part + "/important/";
        if (resistance.stream().noneMatch(line -> line.id().equals(prefix + "waiting"))) {
            resistance.add(line(dimension, part, prefix + "waiting", "important waiting",
                    Estimate.exact(1234, Unit.HOURS, 61, 9, Grade.OBSERVED)));
        }
        resistance.add(line(dimension, part, prefix + party + "/excess", "excess",
                share(share - elsewhere, strength)));
        resistance.add(line(dimension, part, prefix + party + "/waitingShare", "share",
                share(share, Strength.EXACT)));
        resistance.add(line(dimension, part, prefix + party + "/elsewhere", "elsewhere",
                share(elsewhere, Strength.EXACT)));
    }

    private void load(String dimension, String part, double value, Strength strength) {
        others.add(line(dimension, part, "capacity/" + dimension + "/" + part + "/load", "load",
                new Estimate(value, value - 0.05, value + 0.05, Unit.INDEX, 204, 9, Grade.OBSERVED, value, value,
                        strength)));
    }

    @Test
    void whatComesBeyondWhatIsFinishedIsCapacity() {
        waits("team", "Blue", "queue", 0.6, 0.2, Strength.SHOWS);
        load("team", "Blue", 1.2, Strength.SHOWS);
        for (String team : List.of("Blue", "Red", "Green")) {
            resistance.add(line("team", team, "resistance/team/" + team + "/important/owner/hours",
                    "important owner hours", Estimate.exact(team.equals("Blue") ? 900 : 300, Unit.HOURS, 60, 9,
                            Grade.OBSERVED)));
        }
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.structure()).isEqualTo(Structure.CAPACITY);
            assertThat(finding.hours()).isCloseTo(600, within(1e-9));
        });
    }

    private void displaced(double ratio, boolean easy) {
        others.add(line("all", "all", "ledger/all/all/displacement/ratio", "displacement/ratio",
                share(ratio, Strength.SHOWS)));
        others.add(line("priority", "Blocker", "ledger/priority/Blocker/displacedNew/hours", "displacedNew",
                Estimate.exact(300, Unit.HOURS, 60, 9, Grade.OBSERVED)));
        others.add(line("attribute", "fast", "choice/firstStart/fastOverImportant", "fastOverImportant",
                new Estimate(0.1, easy ? 0.05 : -0.05, 0.2, Unit.NATS, 300, 9, Grade.OBSERVED, 0.1, 0.1,
                        easy ? Strength.SUGGESTS : Strength.CANNOT_TELL)));
        others.add(line("attribute", "fast", "choice/firstStart/fast/explains", "explains",
                share(0.7, Strength.EXACT)));
        others.add(line("attribute", "important", "choice/firstStart/important/explains", "explains",
                share(0.2, Strength.EXACT)));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, OWNERSHIP", "ownerUnknown, OWNERSHIP", "decider, OWNERSHIP", "reviewer, OWNERSHIP",
        "queue, NOT_EXPLAINED", "owner, NOT_EXPLAINED", "otherItem, NOT_EXPLAINED"
    })
    void whoIsAwaitedMoreThanElsewhereTellsTheStructure(String party, Structure structure) {
        waits("team", "Blue", party, 0.6, 0.2, Strength.SHOWS);
        load("team", "Blue", 1.01, Strength.CANNOT_TELL);
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.structure()).isEqualTo(structure);
            assertThat(finding.hours()).isCloseTo((0.6 - 0.4 * 0.2 / 0.8) * 1234, within(1e-9));
            assertThat(finding.about()).isEqualTo(new Line.About("team", "Blue"));
        });
    }

    @Test
    void ofAPartTheLargestShareIsNamed() {
        waits("team", "Blue", "reviewer", 0.3, 0.1, Strength.SHOWS);
        waits("team", "Blue", "nobody", 0.5, 0.2, Strength.SHOWS);
        assertThat(found()).singleElement().extracting(Finding::structure).isEqualTo(Structure.OWNERSHIP);
    }

    @Test
    void ofAPartyTheDimensionInWhichItStandsOutMostIsNamed() {
        waits("team", "Blue", "nobody", 0.4, 0.2, Strength.SHOWS);
        waits("area", "Lime", "nobody", 0.8, 0.2, Strength.SHOWS);
        assertThat(found()).singleElement().extracting(finding -> finding.about().id()).isEqualTo("Lime");
    }

    @Test
    void whatIsNotClaimedIsNotFound() {
        waits("team", "Blue", "nobody", 0.6, 0.2, Strength.CANNOT_TELL);
        others.add(line("all", "all", "commitment/all/all/quiet", "quiet", share(0.08, Strength.EXACT)));
        others.add(line("all", "all", "commitment/all/all/neverMovedBack", "neverMovedBack",
                share(0.5, Strength.EXACT)));
        assertThat(found()).isEmpty();
    }

    @Test
    void displacementIsLaidToIncentivesOnlyWhereEaseDecides() {
        displaced(0.4, true);
        assertThat(found()).singleElement().extracting(Finding::structure).isEqualTo(Structure.INCENTIVES);
        others.clear();
        displaced(0.4, false);
        assertThat(found()).singleElement().extracting(Finding::structure).isEqualTo(Structure.NOT_EXPLAINED);
    }

    /** Where more lies on a desk, more is passed over: of these hours only the usual ones are laid to the choices. */
    @Test
    void hoursThatAPartIsBehindAreNotLaidToChoicesAsWell() {
        displaced(0.28, true);
        assertThat(found()).singleElement().extracting(Finding::hours).isEqualTo(150.0);
        load("team", "Blue", 1.2, Strength.SHOWS);
        for (String team : List.of("Blue", "Red", "Green")) {
            for (String party : List.of("owner", "displacedNew")) {
                resistance.add(line("team", team, "resistance/team/" + team + "/important/" + party + "/hours",
                        "important " + party + " hours", Estimate.exact(team.equals("Blue") ? 220 : 40, Unit.HOURS, 60,
                                9, Grade.OBSERVED)));
            }
        }
        assertThat(found()).extracting(Finding::structure)
                .containsExactly(Structure.CAPACITY, Structure.INCENTIVES);
        assertThat(found()).extracting(Finding::hours).containsExactly(180.0, (300.0 - 180) / 2);
    }

    @Test
    void quietPromisesAreFollowThrough() {
        others.add(line("all", "all", "commitment/all/all/quiet", "quiet", share(0.2, Strength.EXACT)));
        others.add(line("all", "all", "commitment/all/all/neverMovedBack", "neverMovedBack",
                share(0.3, Strength.EXACT)));
        assertThat(found()).hasSize(2).allMatch(finding -> finding.structure() == Structure.FOLLOW_THROUGH);
    }

    @Test
    void ownersWithoutTimeAreCapacity() {
        others.add(line("area", "Lime", "ownership/area/Lime/overloaded", "overloaded", share(0.7, Strength.SHOWS)));
        assertThat(found()).singleElement().extracting(Finding::structure).isEqualTo(Structure.CAPACITY);
    }

    @Test
    void anOrphanIsToldOnce() {
        others.add(line("area", "Lime", "ownership/area/Lime/orphanHours", "orphanHours",
                new Estimate(90, 40, 140, Unit.HOURS, 55, 9, Grade.OBSERVED, 90, 90, Strength.SHOWS)));
        others.add(line("area", "Lime", "ownership/area/Lime/ownerlessHours", "ownerlessHours",
                new Estimate(120, 80, 160, Unit.HOURS, 55, 9, Grade.OBSERVED, 120, 120, Strength.EXACT)));
        others.add(line("area", "Lime", "ownership/area/Lime/ownerlessElsewhere", "ownerlessElsewhere",
                new Estimate(15, 10, 20, Unit.HOURS, 55, 9, Grade.OBSERVED, 15, 15, Strength.EXACT)));
        assertThat(found()).singleElement().extracting(Finding::id).isEqualTo("owner/area/Lime");
        waits("area", "Lime", "nobody", 0.8, 0.2, Strength.SHOWS);
        assertThat(found()).singleElement().extracting(Finding::id).isEqualTo("waiting/area/Lime");
    }

    @Test
    void theFirstHasTheMostAtStakeAndThereAreAtMostSeven() {
        for (int part = 0; part < 9; part++) {
            waits("area", String.valueOf((char) ('A' + part)), "nobody", 0.4 + part / 25.0, 0.2, Strength.SHOWS);
        }
        assertThat(found()).hasSize(7).extracting(finding -> finding.about().id())
                .containsExactly("I", "H", "G", "F", "E", "D", "C");
    }
}
