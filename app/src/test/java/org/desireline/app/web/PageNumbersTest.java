package org.desireline.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.desireline.app.Call;
import org.desireline.app.RealData;
import org.desireline.instrument.Instruments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every number on a page is the number that JSON gives for the same line, and nothing else on it is a number. */
class PageNumbersTest {

    /** Numbers in the page's own words: what a text explains, and how long some things are. */
    private static final Pattern CONSTANT = Pattern.compile("95[ \u00a0]% ?|50\u00a0%|180 days|85 of 100|24 hours|"
            + "\\b[01]\\b");
    private static final String METHODS = Instruments.all().stream().map(instrument -> Clean.text(
            instrument.card().toString())).collect(Collectors.joining("\n"));
    /** D of an organisation that follows its order, which a sentence names for comparison. */
    private static final Set<String> SAID_OF_OTHERS = Set.of("14");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'', 1, 40", "'', 3, 20", "orphan-area, 2, 8", "displaced, 2, 8", "obedient, 2, 8", "aligned, 5, 8",
        "quiet, 2, 8", "opposed, 1, 12"
    })
    void everyNumberIsThatOfItsLine(String world, long seed, int weeks) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("demo", "--seed", seed, "--weeks", weeks, "--json", "--into",
                folder, "--no-browser"));
        if (!world.isEmpty()) {
            arguments.addAll(List.of("--world", world));
        }
        Call call = Call.of(arguments.toArray());
        assertThat(call.code()).as(call.talk()).isIn(0, 4);
        assertHeld(PageTree.read(folder.resolve("page.html")), new Answer(call.out()));
    }

    @Test
    void soItIsOfDuraSpace() throws IOException {
        held(RealData.file("jira-duraspace-changelog/issues.zip"));
    }

    @Test
    void soItIsOfAProcessLog() throws IOException {
        held(RealData.file("xes-bpi-classic/Helpdesk.xes.gz"));
    }

    private void held(Path export) throws IOException {
        Path page = folder.resolve("page.html");
        Call call = Call.of("look", export, "--throwaway", "--json", "--html", page);
        assertThat(call.code()).as(call.talk()).isIn(0, 4);
        assertHeld(PageTree.read(page), new Answer(call.out()));
        assertThat(Files.size(page)).isLessThan(4_000_000);
    }

    @Test
    void theHoursOfACaseAreThoseOfItsItem() throws IOException {
        Call call = Call.of("demo", "--weeks", 20, "--into", folder, "--no-browser");
        assertThat(call.code()).as(call.talk()).isZero();
        PageTree page = PageTree.read(folder.resolve("page.html"));
        List<Element> hours = page.having("data-item");
        assertThat(hours).hasSizeGreaterThan(30);
        String key = hours.getFirst().getAttribute("data-item");
        JsonNode item = JsonMapper.shared().readTree(Call.of("show", key, "--home", folder.resolve(".desireline"),
                "--json").out());
        List<Element> own = hours.stream().filter(one -> one.getAttribute("data-item").equals(key)).toList();
        assertThat(own).hasSize(2 * item.get("states").size());
        for (Element one : own) {
            String[] path = one.getAttribute("data-path").split("/", -1);
            assertNumber(one, item.get("states").get(Integer.parseInt(path[1])).get(path[2]));
        }
    }

    private static void assertHeld(PageTree page, Answer answer) {
        List<Element> figures = page.having("data-line");
        assertThat(figures).hasSizeGreaterThan(5);
        for (Element figure : figures) {
            String id = figure.getAttribute("data-line");
            JsonNode line = Objects.requireNonNull(answer.line(id), id);
            assertThat(line.get("withheld").isNull()).as(id).isTrue();
            assertNumber(figure, Objects.requireNonNull(answer.number(id, figure.getAttribute("data-part")), id));
        }
        for (Element count : page.having("data-run")) {
            String path = count.getAttribute("data-run");
            if (path.equals("troubles")) {
                List<String> counts = new ArrayList<>();
                answer.root().get("troubles").forEach(trouble -> counts.add(trouble.get("count").asString()));
                assertThat(counts).contains(count.getAttribute("value"));
            } else {
                assertNumber(count, Objects.requireNonNull(answer.at(path), path));
            }
        }
        page.data().forEach(spec -> assertDrawn(JsonMapper.shared().readTree(spec), answer));
        assertQuoted(page, answer);
        for (String words : page.ownWords()) {
            assertThat(CONSTANT.matcher(words).replaceAll("")).as("no number of its own in: %s", words)
                    .doesNotContainPattern("\\d");
        }
        assertSaid(page, answer);
    }

    private static void assertNumber(Element shown, JsonNode exact) {
        String as = shown.getAttribute("data-as");
        assertThat(new BigDecimal(shown.getAttribute("value"))).as(shown.getTextContent())
                .isEqualByComparingTo(exact.decimalValue());
        assertThat(Shown.is(shown.getTextContent(), as, exact.asDouble()))
                .as("'%s' is %s, written as %s", shown.getTextContent(), exact, as).isTrue();
    }

    /** Every figure that a script draws stands in a line. */
    private static void assertDrawn(JsonNode at, Answer answer) {
        if (at.has("line")) {
            for (String part : List.of("value", "low", "high")) {
                if (at.has(part)) {
                    assertThat(at.get(part).decimalValue()).as(at.get("line").asString()).isEqualByComparingTo(
                            Objects.requireNonNull(answer.number(at.get("line").asString(), part)).decimalValue());
                }
            }
        } else if (at.has("value")) {
            assertThat(at.get("value").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
        }
        at.forEach(inner -> assertDrawn(inner, answer));
    }

    /** What is quoted is said by the run, or by a card, letter by letter. */
    private static void assertQuoted(PageTree page, Answer answer) {
        for (Element quoted : page.elements(element -> element.getAttribute("class").equals("quoted"))) {
            String text = quoted.getTextContent();
            int reason = text.indexOf(": ") + 2;
            boolean isRefusal = text.startsWith("Not enough evidence: ") && text.contains("; needs ")
                    && answer.says(text.substring(reason, text.indexOf("; needs ")));
            assertThat(isRefusal || answer.says(text) || METHODS.contains(text)).as(text).isTrue();
        }
    }

    /** Every number of a sentence at the top is led back to a line. */
    private static void assertSaid(PageTree page, Answer answer) {
        List<Element> said = page.elements(element -> element.getAttribute("class").equals("say"));
        for (Element sentence : said) {
            assertThat(answer.says(sentence.getTextContent())).as(sentence.getTextContent()).isTrue();
            PageTree alone = new PageTree("", List.of(), List.of(), "", sentence);
            List<String> loose = alone.elements(element -> element.getAttribute("class").equals("quoted")).stream()
                    .map(Element::getTextContent).filter(text -> text.matches("[-\\d.,]+")).toList();
            assertThat(SAID_OF_OTHERS).as("numbers without a line in: %s", sentence.getTextContent())
                    .containsAll(loose);
        }
    }
}
