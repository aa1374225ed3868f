package org.desireline.app;

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
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each rule is held by the application, and catches every broken example planted for it, and nothing else. */
class AppArchitectureTest {

    private static final String ROOT = "org.desireline.app";
    private static final String BROKEN = "org.desireline.broken.app";
    /** About four fifths of what there is: an empty scan, or one of half the application, is no scan. */
    private static final int FEWEST_CLASSES = 100;

    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
    private static final JavaClasses EXAMPLES = new ClassFileImporter().importPackages(BROKEN);

    @Test
    void enoughClassesWereScanned() {
        assertThat(APP.size()).isGreaterThanOrEqualTo(FEWEST_CLASSES);
        assertThat(APP.stream().map(JavaClass::getPackageName)).contains(ROOT, ROOT + ".cli", ROOT + ".run",
                ROOT + ".demo", ROOT + ".store", ROOT + ".sql", ROOT + ".web", ROOT + ".source", ROOT + ".source.files",
                ROOT + ".source.jira", ROOT + ".source.git", ROOT + ".git");
        assertThat(APP.stream().map(JavaClass::getSimpleName)).doesNotContain("AppArchitecture", "Call")
                .contains("Commands", "Progress", "JiraEvents", "IssueReader", "Past", "JiraReader",
                        "GitEvents", "GitSource");
    }

    @Test
    void aCommandPrintsOnlyWhatWasPublished() {
        assertHeld(AppArchitecture::commandsPrintWhatWasPublished, "cli.SeesJournal", "cli.SeesLedger", "cli.SeesPart",
                "cli.SeesSource", "web.SeesPart", "web.SeesRun");
    }

    @Test
    void sourcesDoNotSeeOneAnother() {
        assertHeld(AppArchitecture::sourcesApart, "source.one.SeesRun", "source.one.SeesTwo");
    }

    @Test
    void eachPackageSeesOnlyWhatComesBeforeIt() {
        assertHeld(AppArchitecture::eachSeesOnlyWhatComesBefore, "run.SeesCli", "source.one.SeesRun", "store.SeesRun");
    }

    @Test
    void onlyTheStoreAndTheTablesKnowTheDatabase() {
        assertHeld(AppArchitecture::onlyTheStoreKnowsTheDatabase, "run.AsksInSql");
    }

    @Test
    void aRunDoesNotKnowHowItIsPrinted() {
        assertHeld(AppArchitecture::runsKnowNoCommand, "run.SeesCli");
    }

    @Test
    void translatingDoesNoInputAndNoOutput() {
        assertHeld(AppArchitecture::translationIsPure, "source.one.CallsOut", "source.one.OneEvents",
                "source.one.Past");
    }

    @Test
    void oneClassWritesToTheConsole() {
        assertHeld(AppArchitecture::onlyCommandsWriteToTheConsole, "cli.Prints");
    }

    @Test
    void nobodyAsksWhatTimeItIs() {
        assertHeld(AppArchitecture::nobodyReadsTheClock, "run.AsksNow", "run.AsksSource", "run.ReadsNanos",
                "run.ReadsWallClock");
    }

    private static void assertHeld(Function<AppArchitecture, ArchRule> rule, String... culprits) {
        assertThat(violations(rule.apply(new AppArchitecture(ROOT)), APP)).isEmpty();
        assertThat(culprits(rule.apply(new AppArchitecture(BROKEN)))).containsExactly(culprits);
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
                culprits.add(example.getName().substring(BROKEN.length() + 1));
            }
        }
        return culprits;
    }
}
