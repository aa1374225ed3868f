package org.desireline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.checks.TimeBudgets.Spent;
import org.junit.jupiter.api.Test;

/** The last thing {@code mvn verify} does: it shows what the tests of all modules took, by groups with budgets. */
class TimeSpentTest {

    private static final List<String> MODULES = List.of("core", "app", "bench", "checks");
    private static final Pattern SUITE =
            Pattern.compile("<testsuite [^>]*?\\bname=\"([^\"]+)\" time=\"([\\d.,]+)\" tests=\"(\\d+)\"");

    @Test
    void everyClassOfTestsBelongsToAGroup() throws IOException {
        List<Spent> all = new ArrayList<>();
        for (String module : MODULES) {
            read(Path.of("").toAbsolutePath().resolveSibling(module).resolve("target"), all);
        }
        TimeBudgets budgets = TimeBudgets.parse(lines());
        IO.println("\nWhat the tests took\n\n" + budgets.table(all));
        assertThat(all).as("reports of tests").isNotEmpty();
        assertThat(budgets.homeless(all)).as("classes in no group of time-budgets.txt").isEmpty();
    }

    /** The reports on the classes that there still are. */
    private static void read(Path target, List<Spent> all) throws IOException {
        Path reports = target.resolve("surefire-reports");
        if (!Files.isDirectory(reports)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
            for (Path file : files) {
                Matcher suite = SUITE.matcher(Files.readString(file, StandardCharsets.UTF_8));
                assertThat(suite.find()).as("a test suite in %s", file).isTrue();
                String name = suite.group(1);
                if (Files.exists(target.resolve("test-classes").resolve(name.replace('.', '/') + ".class"))) {
                    all.add(new Spent(name, Integer.parseInt(suite.group(3)),
                            Double.parseDouble(suite.group(2).replace(",", ""))));
                }
            }
        }
    }

    private static List<String> lines() throws IOException {
        try (var table = Objects.requireNonNull(TimeSpentTest.class.getResourceAsStream("/time-budgets.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
