package org.desireline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of dependencies in the manual of architecture is made from the compiled classes. */
class DependencyTableTest {

    private static final String PAGE = "ARCHITECTURE.md";
    private static final String BEGIN = "<!-- dependencies: made by DependencyTableTest -->\n";
    private static final String END = "<!-- end of dependencies -->";
    private static final String ROOT = "org.desireline.";
    /** Annotations about null stand in every package and say nothing about it. */
    private static final String NULLNESS = "org.jspecify.";
    private static final Comparator<String> PLACE = Comparator.<String>comparingInt(DependencyTableTest::place)
            .thenComparing(Comparator.naturalOrder());

    @Test
    void theTableIsThatOfTheCompiledClasses() {
        String page = Repository.text(PAGE);
        assertThat(page).as(PAGE + " holds the two comments that fence the table").contains(BEGIN, END);
        String found = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
        String expected = table();
        assertThat(found).as("the table in %s should read:%n%s", PAGE, expected).isEqualTo(expected);
    }

    private static String table() {
        TreeMap<String, Set<String>> uses = new TreeMap<>(PLACE);
        TreeMap<String, Set<String>> libraries = new TreeMap<>(PLACE);
        for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.desireline")) {
            String user = below(type);
            if (user.isEmpty()) {
                continue;
            }
            Set<String> mine = uses.computeIfAbsent(user, name -> new TreeSet<>(PLACE));
            Set<String> outside = libraries.computeIfAbsent(user, name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT)) {
                    mine.add(below(target));
                } else if (isLibrary(target)) {
                    outside.add(library(target));
                }
            }
            mine.remove(user);
        }
        List<String> rows = new ArrayList<>(List.of("| package | uses | outside the JDK |", "|---|---|---|"));
        uses.forEach((user, used) -> rows.add("| `" + user + "` | " + cell(used) + " | "
                + cell(libraries.getOrDefault(user, Set.of())) + " |"));
        return String.join("\n", rows) + "\n";
    }

    private static String cell(Set<String> names) {
        return names.isEmpty() ? "nothing" : "`" + String.join("` `", names) + "`";
    }

    private static String below(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
    }

    private static boolean isLibrary(JavaClass type) {
        String name = type.getName();
        return !type.isPrimitive() && !name.startsWith("java.") && !name.startsWith(NULLNESS)
                && !type.getPackageName().equals("org.desireline");
    }

    /** The first two segments of a package name tell the library. */
    private static String library(JavaClass type) {
        String[] segments = type.getPackageName().split("\\.", -1);
        return segments.length < 2 ? segments[0] : segments[0] + "." + segments[1];
    }

    /** By the order of the architecture; the planted organisations, which stand beside it, come last. */
    private static int place(String name) {
        int place = Architecture.ORDER.indexOf(name.replaceFirst("\\..*", ""));
        return place < 0 ? Architecture.ORDER.size() : place;
    }
}
