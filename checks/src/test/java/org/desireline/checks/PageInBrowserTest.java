package org.desireline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.desireline.app.cli.Commands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a browser: quiet, whole at every width, and readable by whoever does not see it. */
class PageInBrowserTest {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    @TempDir
    private static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void writeThePages() throws IOException {
        chromium = Chromium.start();
        assertThat(run("demo", "--weeks", "30", "--into", folder.toString(), "--no-browser")).isZero();
        Path hostile = Files.createDirectories(folder.resolve("hostile"));
        try (var files = Files.list(folder.resolve("export"))) {
            for (Path file : files.toList()) {
                Files.writeString(hostile.resolve(file.getFileName()), Files.readString(file)
                        .replace("\"Major\"", "\"</script><script>document.title='owned'</script>\"")
                        .replace("\"Minor\"", "\"<svg onload=\\\"document.title='owned'\\\">\"")
                        .replace("\"Intake\"", "\"\u05d0\u05d1\u05d2\u05d3 \u202e abc\"")
                        .replace("\"Story\"", "\"" + "x".repeat(10_000) + "\""));
            }
        }
        assertThat(run("look", hostile.toString(), "--throwaway", "--html", folder.resolve("hostile.html")
                .toString())).isZero();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static int run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Commands.run(nowhere, nowhere, arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "390, light, true", "390, dark, false", "390, print, false", "1280, light, false", "1280, dark, true",
        "1280, print, false", "1920, light, false", "1920, dark, false", "1920, print, true"
    })
    void thePageIsQuietAndWholeAtEveryWidth(int width, String look, boolean held) {
        try (Chromium.Opened opened = chromium.open(folder.resolve("page.html"), width, look, true)) {
            Page page = opened.page();
            assertThat(opened.said()).isEmpty();
            assertThat(opened.asked()).containsExactly(page.url());
            assertFits(page, width);
            int charts = page.locator("figure.chart").count();
            assertThat(charts).isPositive();
            assertThat(page.locator("figure.chart svg").count()).isEqualTo(charts);
            // Ten seconds each: every width and every look is held against the rules once.
            List<Rule> grave = !held ? List.of() : new AxeBuilder(page).analyze().getViolations().stream()
                    .filter(rule -> GRAVE.contains(rule.getImpact())).toList();
            assertThat(grave.stream().map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml() + " "
                    + rule.getNodes().getFirst().getFailureSummary())).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, light", "1280, dark"})
    void hostileNamesAreInertAndLaidOut(int width, String look) {
        try (Chromium.Opened opened = chromium.open(folder.resolve("hostile.html"), width, look, true)) {
            assertThat(opened.said()).isEmpty();
            assertThat(opened.page().title()).doesNotContain("owned");
            assertFits(opened.page(), width);
            Object tallest = opened.page().evaluate("() => Math.max(...[...document.querySelectorAll('tr')]"
                    + ".map(row => row.getBoundingClientRect().height))");
            assertThat(((Number) tallest).doubleValue()).as("height of the tallest row").isLessThan(400);
        }
    }

    @Test
    void withoutScriptsThePageReadsAsWell() {
        try (Chromium.Opened opened = chromium.open(folder.resolve("page.html"), 1280, "light", false)) {
            Page page = opened.page();
            assertThat(page.locator("table").count()).isGreaterThan(10);
            assertThat(page.locator("svg.bar").count()).isGreaterThan(20);
            assertThat(page.locator("figure.chart .canvas:visible").count()).isZero();
        }
    }

    @Test
    void aKeyboardReachesTheContentsAndOpensWhatIsFolded() {
        try (Chromium.Opened opened = chromium.open(folder.resolve("page.html"), 1280, "light", true)) {
            Page page = opened.page();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            assertThat(page.url()).endsWith("#answer");
            page.locator("summary").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("details[open]").count()).isEqualTo(1);
            Object moving = page.evaluate("() => document.getAnimations().length");
            assertThat(((Number) moving).intValue()).isZero();
        }
    }

    private static void assertFits(Page page, int width) {
        Object reach = page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(((Number) reach).intValue()).as("width of what is laid out").isLessThanOrEqualTo(width);
    }
}
