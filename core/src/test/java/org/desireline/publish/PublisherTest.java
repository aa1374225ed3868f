package org.desireline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherTest {

    private static final Estimate FIGURE = Estimate.exact(7, Unit.HOURS, 40, 9, Grade.OBSERVED);

    @ParameterizedTest
    @CsvSource({
        "STRUCTURE, 5, 5, 0.0, true", "STRUCTURE, 5, 5, 1.0, true", "STRUCTURE, 4, 5, 0.0, false",
        "STRUCTURE, 5, 4, 0.0, false", "STRUCTURE, 0, 0, 0.0, false", "ACTIVITY, 1, 5, 0.5, true",
        "ACTIVITY, 40, 5, 0.501, false", "ACTIVITY, 40, 4, 0.25, false"
    })
    void aGroupOfFiveIsTheSmallestAndNobodyMakesUpMoreThanHalf(
            Basis basis, long items, long actors, double largest, boolean isShown) {
        Line line = only(Sample.line("a/b", "b", FIGURE, new Support(basis, items, actors, largest, "b", List.of())));
        assertThat(line.withheld() == null).isEqualTo(isShown);
        assertThat(line.estimate()).isEqualTo(isShown ? FIGURE : null);
        assertThat(Publisher.SMALLEST_GROUP).isEqualTo(5);
    }

    @Test
    void aWithheldLineKeepsItsIdAndGivesTheReason() {
        Line given = Sample.line("a/b", "b", FIGURE, Sample.TOO_FEW);
        Line line = only(given);
        assertThat(line.id()).isEqualTo("a/b");
        assertThat(line.about()).isEqualTo(given.about());
        assertThat(line.label()).isEqualTo("b");
        assertThat(line.withheld()).isEqualTo("fewer than 5 people");
        assertThat(line.estimate()).isNull();
        assertThat(line.evidence()).isEmpty();
        assertThat(given.evidence()).isNotEmpty();
    }

    @Test
    void eachReasonIsNamed() {
        assertThat(only(Sample.cell("a", 4, 9)).withheld()).isEqualTo("fewer than 5 items");
        assertThat(only(Sample.line("a/b", "b", FIGURE, new Support(Basis.ACTIVITY, 9, 9, 0.9, "b", List.of())))
                .withheld()).isEqualTo("one person makes up more than half");
    }

    @Test
    void linesOfOneCellAreWithheldTogether() {
        Support enough = new Support(Basis.STRUCTURE, 40, 9, 0, "shared", List.of());
        Support little = new Support(Basis.ACTIVITY, 40, 9, 0.8, "shared", List.of());
        Published published = publish(
                Sample.reading("first", Sample.line("first/hours", "hours", FIGURE, enough)),
                Sample.reading("second", Sample.line("second/worked", "worked", FIGURE, little),
                        Sample.cell("other", 40, 9)));
        assertThat(withheld(published)).containsOnlyKeys("first/hours", "second/worked");
    }

    @Test
    void whatSubtractionWouldBareTakesTheNextSmallestWithIt() {
        Map<String, String> withheld = withheld(publish(Sample.reading("sample", Sample.cell("small", 3, 9, "t"),
                Sample.cell("middle", 20, 9, "t"), Sample.cell("large", 60, 9, "t"))));
        assertThat(withheld).containsOnlyKeys("sample/small", "sample/middle")
                .containsEntry("sample/small", "fewer than 5 items");
        assertThat(withheld.get("sample/middle")).contains("subtraction");
    }

    @Test
    void twoHiddenCellsHideEachOther() {
        assertThat(withheld(publish(Sample.reading("sample", Sample.cell("a", 3, 9, "t"), Sample.cell("b", 4, 9, "t"),
                Sample.cell("c", 60, 9, "t"))))).containsOnlyKeys("sample/a", "sample/b");
    }

    @Test
    void ofEquallySmallCellsTheFirstByNameIsTaken() {
        assertThat(withheld(publish(Sample.reading("sample", Sample.cell("x", 3, 9, "t"), Sample.cell("c", 9, 9, "t"),
                Sample.cell("b", 9, 9, "t"))))).containsOnlyKeys("sample/x", "sample/b");
    }

    @Test
    void aCellHiddenForOneTableMayBareAnother() {
        Published published = publish(
                Sample.reading("first", Sample.cell("primary", 2, 9, "t1"), Sample.cell("second", 10, 9, "t1", "t2"),
                        Sample.cell("spared", 90, 9, "t1")),
                Sample.reading("other", Sample.cell("third", 20, 9, "t2", "t0"), Sample.cell("kept", 80, 9, "t2"),
                        Sample.cell("fourth", 30, 9, "t0"), Sample.cell("also kept", 70, 9, "t0")));
        assertThat(withheld(published)).containsOnlyKeys(
                "sample/primary", "sample/second", "sample/third", "sample/fourth");
    }

    @Test
    void aTableOfOneCellHidesNothingElse() {
        assertThat(withheld(publish(Sample.reading("sample", Sample.cell("a", 3, 9, "alone"),
                Sample.cell("b", 40, 9, "t"), Sample.cell("c", 60, 9, "t"))))).containsOnlyKeys("sample/a");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noTableIsEverLeftWithOneHiddenCell(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            List<Line> lines = new ArrayList<>();
            Map<String, List<String>> tables = new HashMap<>();
            int tableCount = random.nextInt(1, 9);
            int cells = random.nextInt(1, 25);
            for (int cell = 0; cell < cells; cell++) {
                TreeSet<String> mine = new TreeSet<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    mine.add("table" + random.nextInt(tableCount));
                }
                Line line = Sample.cell("cell" + cell, random.nextInt(3, 30), random.nextInt(4, 40),
                        mine.toArray(String[]::new));
                lines.add(line);
                mine.forEach(table -> tables.computeIfAbsent(table, id -> new ArrayList<>()).add(line.id()));
            }
            Map<String, String> withheld = withheld(publish(Sample.reading("sample", lines.toArray(Line[]::new))));
            String where = "seed " + seed + ", round " + round;
            tables.forEach((table, ids) -> assertThat(ids.size() > 1
                    && ids.stream().filter(withheld::containsKey).count() == 1).as(where + ", " + table).isFalse());
            long primary = lines.stream().filter(PublisherTest::isTooSmall).peek(
                    line -> assertThat(withheld).as(where).containsKey(line.id())).count();
            assertThat(primary == 0 && !withheld.isEmpty()).as(where).isFalse();
        }
    }

    @Test
    void readingsKeepTheirOrderAndWhatIsNotALine() {
        Trouble late = new Trouble(Severity.NOTE, "z", "odd", 1);
        Trouble early = new Trouble(Severity.ERROR, "a", "bad", 2);
        Reading refused = new Reading("refused", new Reading.Refusal("nothing", "something"), 9, 0, Map.of("x", 9L),
                List.of("a flag"), List.of(), List.of(late));
        Published published = Publisher.publish(Sample.head(), List.of(Sample.reading("zero"), refused),
                List.of(early));
        assertThat(published.readings()).extracting(Reading::instrument).containsExactly("zero", "refused");
        assertThat(published.reading("refused")).contains(refused);
        assertThat(published.reading("absent")).isEmpty();
        assertThat(published.troubles()).containsExactly(early, late);
        assertThat(published.hasFigures()).isFalse();
        assertThat(publish(Sample.reading("sample", Sample.cell("a", 9, 9))).hasFigures()).isTrue();
        assertThat(publish(Sample.reading("sample", Sample.cell("a", 9, 4))).hasFigures()).isFalse();
    }

    @Test
    void whatWasDeclaredRestsOnNobodyAndIsNoFigureOfWhatHappened() {
        Line line = Sample.cell("a", 9, 9);
        Support declared = new Support(Support.Basis.DECLARED, 2, 0, 0, "a", List.of());
        Published published = publish(Sample.reading("sample", new Line(line.id(), line.about(), line.label(),
                line.period(), line.estimate(), line.of(), declared, null, line.evidence())));
        assertThat(published.line(line.id()).orElseThrow().withheld()).isNull();
        assertThat(published.hasFigures()).isFalse();
        assertThatThrownBy(() -> new Support(Support.Basis.DECLARED, 2, 1, 0, "a", List.of()))
                .hasMessageContaining("rests on nobody");
    }

    @Test
    void onlyThePublisherMakesWhatMayBeShown() {
        assertThat(Modifier.isFinal(Published.class.getModifiers())).isTrue();
        assertThat(Serializable.class.isAssignableFrom(Published.class)).isFalse();
        assertThat(Arrays.stream(Published.class.getDeclaredConstructors()).map(Constructor::getModifiers))
                .isNotEmpty().noneMatch(modifiers -> Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
        JavaClasses core = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.desireline");
        assertThat(core.stream().flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getRawReturnType().isEquivalentTo(Published.class))
                .map(JavaMethod::getFullName))
                .isNotEmpty().allMatch(name -> name.startsWith(Publisher.class.getName() + ".publish("));
    }

    private static boolean isTooSmall(Line line) {
        return line.support().actors() < 5 || line.support().items() < 5;
    }

    private static Published publish(Reading... readings) {
        return Publisher.publish(Sample.head(), List.of(readings), List.of());
    }

    private static Line only(Line line) {
        return publish(Sample.reading("sample", line)).line(line.id()).orElseThrow();
    }

    /** Reasons by line. */
    private static Map<String, String> withheld(Published published) {
        Map<String, String> reasons = new TreeMap<>();
        published.readings().stream().flatMap(reading -> reading.lines().stream()).forEach(line -> {
            String reason = line.withheld();
            if (reason != null) {
                reasons.put(line.id(), reason);
            }
        });
        return reasons;
    }
}
