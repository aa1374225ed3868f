package org.desireline.app.charterfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manual says is true, and what charters need stays out of the way of who has none. */
class CharterPageTest {

    private static final List<String> HEAVY = List.of("dev.cel.", "com.networknt.", "org.eclipse.jgit.");

    @TempDir
    private Path folder;

    @Test
    void theExampleOfTheManualReadsWithoutAMistake() throws IOException {
        Path top = Path.of("").toAbsolutePath();
        while (!Files.exists(top.resolve("docs/charter.md"))) {
            top = top.getParent();
        }
        String page = Files.readString(top.resolve("docs/charter.md"));
        String example = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n",
                page.indexOf("```yaml") + 8));
        Loaded loaded = CharterFiles.read(Files.writeString(folder.resolve("charter.yaml"), example));
        assertThat(loaded.text()).isEmpty();
        assertThat(loaded.versions()).hasSize(1);
    }

    @Test
    void onlyChartersAndRepositoriesLoadTheLibrariesTheyNeed() {
        Set<String> packages = new TreeSet<>();
        Set<String> git = new TreeSet<>();
        for (JavaClass one : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.desireline.app")) {
            one.getDirectDependenciesFromSelf().stream().map(use -> use.getTargetClass().getName())
                    .filter(name -> HEAVY.stream().anyMatch(name::startsWith)).forEach(name -> {
                        packages.add(one.getPackageName());
                        if (name.startsWith("org.eclipse.jgit.")) {
                            git.add(one.getName().replaceFirst("[$].*", ""));
                        }
                    });
        }
        assertThat(packages).containsExactly("org.desireline.app.charterfile", "org.desireline.app.demo",
                "org.desireline.app.git", "org.desireline.app.source.git");
        assertThat(git).containsExactly("org.desireline.app.charterfile.GitHistory", "org.desireline.app.demo.GitFiles",
                "org.desireline.app.git.GitSettings", "org.desireline.app.source.git.GitSource",
                "org.desireline.app.source.git.WalkFetch");
    }
}
