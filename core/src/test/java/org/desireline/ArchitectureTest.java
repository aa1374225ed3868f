package org.desireline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each rule is held by the core, and catches every broken example that was planted for it, and nothing else. */
class ArchitectureTest {

    private static final String ROOT = "org.desireline";
    private static final String BROKEN = "org.desireline.broken";
    /** About four fifths of what there is: an empty scan, or one of half the core, is no scan. */
    private static final int FEWEST_CLASSES = 130;

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
    private static final JavaClasses EXAMPLES = new ClassFileImporter().importPackages(BROKEN);

    private final Architecture core = new Architecture(ROOT);
    private final Architecture broken = new Architecture(BROKEN);

    @Test
    void enoughClassesWereScanned() {
        assertThat(CORE.size()).isGreaterThanOrEqualTo(FEWEST_CLASSES);
        assertThat(CORE.stream().map(JavaClass::getPackageName))
                .contains(ROOT, ROOT + ".instrument.ledger", ROOT + ".instrument.contest", ROOT + ".world")
                .contains(Architecture.ORDER.stream().filter(name -> !name.equals("adjust"))
                        .map(name -> ROOT + "." + name).toArray(String[]::new))
                .noneMatch(name -> name.startsWith(BROKEN));
    }

    @Test
    void everyPackageUsesOnlyWhatStandsToItsLeft() {
        assertThat(violations(core.leftToRight(), CORE)).isEmpty();
        assertThat(culprits(broken.leftToRight())).containsExactly(
                "journal.SeesWorld", "number.SeesArrayOfEvents", "time.SeesJournal", "world.SeesPart");
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        assertThat(violations(core.noPackageOutsideTheOrder(), CORE)).isEmpty();
        assertThat(culprits(broken.noPackageOutsideTheOrder())).containsExactly("misc.Stray");
    }

    @Test
    void instrumentsNeverSeeOneAnother() {
        assertThat(violations(core.instrumentsApart(), CORE)).isEmpty();
        assertThat(culprits(broken.instrumentsApart())).containsExactly(
                "finding.SeesPosting", "instrument.SeesLedger", "instrument.contest.SeesCatalogue",
                "instrument.contest.SeesLedger");
    }

    @Test
    void theCoreNamesNoTypeOfTheWorldOutside() {
        assertThat(violations(core.noOutsideTypes(), CORE)).isEmpty();
        assertThat(culprits(broken.noOutsideTypes())).containsExactly(
                "number.RollsDice", "part.AsksNetwork", "part.ReadsFile", "part.ReadsStream", "part.StartsThread",
                "part.UsesPool", "time.TakesClock");
    }

    @Test
    void theCoreAsksTheMachineForNothing() {
        assertThat(violations(core.noImpureMembers(), CORE)).isEmpty();
        assertThat(culprits(broken.noImpureMembers())).containsExactly(
                "charter.FormatsForTheMachine", "charter.LowersForTheMachine", "charter.UsesLocaleOfMachine",
                "number.DrawsIdentity", "number.MeasuresByReference", "number.RollsMathDice",
                "number.UsesMachineArithmetic", "time.AsksToday", "time.ReadsNanos", "time.ReadsSetting",
                "time.ReadsWallClock", "time.UsesZoneOfMachine");
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(violations(core.nullMarked(), CORE)).isEmpty();
        assertThat(culprits(broken.nullMarked())).containsExactly("misc.Stray");
    }

    @Test
    void whatIsAllowedIsNotReported() {
        Set<String> all = new TreeSet<>();
        for (ArchRule rule : List.of(broken.leftToRight(), broken.noPackageOutsideTheOrder(), broken.instrumentsApart(),
                broken.noOutsideTypes(), broken.noImpureMembers(), broken.nullMarked())) {
            all.addAll(culprits(rule));
        }
        assertThat(EXAMPLES.stream().map(ArchitectureTest::nameBelowRoot)).contains("part.Allowed", "finding.Allowed");
        assertThat(all).noneMatch(name -> name.endsWith(".Allowed") || name.endsWith(".Instruments"));
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    /** The examples that the rule reports, named below their root, each once. */
    private static Set<String> culprits(ArchRule rule) {
        TreeSet<String> culprits = new TreeSet<>();
        for (JavaClass example : EXAMPLES) {
            DescribedPredicate<JavaClass> itself = DescribedPredicate.describe("itself", example::equals);
            if (!violations(rule, EXAMPLES.that(itself)).isEmpty()) {
                culprits.add(nameBelowRoot(example));
            }
        }
        return culprits;
    }

    private static String nameBelowRoot(JavaClass example) {
        return example.getName().substring(BROKEN.length() + 1);
    }
}
