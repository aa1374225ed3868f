package org.desireline.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.world.Person;
import org.desireline.world.Riverbank;
import org.desireline.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** No word of the data is markup on a page, nobody is on it, and it runs and loads nothing but its own. */
class HostilePageTest {

    private static final Map<String, String> NAMES = new LinkedHashMap<>(Map.of(
            "Major", "</script><script>alert(1)</script>",
            "Minor", "<svg onload=alert(2)><a href=\"javascript:alert(3)\" onclick='x'>",
            "Intake", "\u05d0\u05d1\u05d2 \u202e gnorw",
            "Rota", "]]><!--<style>*{display:none}</style>${7*7}@if(true)",
            "Story", "x".repeat(10_000),
            "Bug", "\" autofocus onfocus=alert(4) x=\"&lt;b&gt;"));

    @TempDir
    private Path folder;

    /** The demo's export with other names for its classes. */
    private Path export() throws IOException {
        Path export = folder.resolve("export");
        Exports.of(Riverbank.make(Riverbank.SEED, 30), export);
        try (var files = Files.list(export)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                for (Map.Entry<String, String> name : NAMES.entrySet()) {
                    String json = name.getValue().replace("\\", "\\\\").replace("\"", "\\\"");
                    text = text.replace("\"" + name.getKey() + "\"", "\"" + json + "\"");
                }
                Files.writeString(file, text);
            }
        }
        return export;
    }

    @Test
    void hostileNamesAreTextAndNothingElse() throws IOException {
        Path file = folder.resolve("page.html");
        Call call = Call.of("look", export(), "--throwaway", "--html", file);
        assertThat(call.code()).as(call.talk()).isZero();
        PageTree page = PageTree.read(file);
        assertThat(page.scripts()).hasSizeLessThanOrEqualTo(2);
        for (Element element : page.elements(any -> true)) {
            NamedNodeMap attributes = element.getAttributes();
            List<String> names = IntStream.range(0, attributes.getLength()).mapToObj(i -> attributes.item(i)
                    .getNodeName()).toList();
            assertThat(names).noneMatch(name -> name.startsWith("on") || name.equals("style") || name.equals("src"));
            assertThat(element.getAttribute("href")).matches("|#[a-z0-9-]+");
        }
        String all = page.root().getTextContent();
        assertThat(all).contains("</script><script>alert(1)</script>", "${7*7}@if(true)", "x".repeat(160) + "\u2026",
                "\u05d0\u05d1\u05d2 \ufffd gnorw", "&lt;b&gt;").doesNotContain("\u202e");
        List<String> named = page.elements(element -> element.getTagName().equals("bdi")).stream()
                .map(Element::getTextContent).toList();
        assertThat(named).contains("\u05d0\u05d1\u05d2 \ufffd gnorw", "x".repeat(160) + "\u2026",
                "\" autofocus onfocus=alert(4) x=\"&lt;b&gt;");
    }

    @Test
    void thePolicyLetsTheseTextsRunAndNoOther() throws IOException {
        Path file = folder.resolve("page.html");
        assertThat(Call.of("look", export(), "--throwaway", "--html", file).code()).isZero();
        PageTree page = PageTree.read(file);
        String policy = page.elements(element -> element.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .getFirst().getAttribute("content");
        List<String> hashes = new ArrayList<>(page.scripts().stream().map(Assets::hash).toList());
        assertThat(policy).startsWith("default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
                + Assets.hash(page.style()));
        assertThat(policy.replaceFirst(".*script-src ", "").split(" ", -1)).containsExactlyElementsOf(hashes);
        assertThat(page.elements(element -> List.of("link", "img", "iframe", "object", "form", "base")
                .contains(element.getTagName()))).isEmpty();
    }

    @Test
    void nobodyIsOnAPage() throws IOException {
        List<String> pages = new ArrayList<>();
        List<String> words = new ArrayList<>(List.of("@riverbank", "no surprises so far"));
        for (long seed = 1; seed <= 3; seed++) {
            World world = Riverbank.make(seed, 25);
            for (Person person : world.people()) {
                words.add(person.name());
                words.add(person.account());
            }
            Path into = folder.resolve("world" + seed);
            assertThat(Call.of("demo", "--seed", seed, "--weeks", 25, "--into", into, "--no-browser").code())
                    .isIn(0, 4);
            pages.add(Files.readString(into.resolve("page.html")));
        }
        for (String world : List.of("orphan-area", "displaced")) {
            Path into = folder.resolve(world);
            assertThat(Call.of("demo", "--world", world, "--weeks", 8, "--into", into, "--no-browser").code())
                    .isIn(0, 4);
            pages.add(Files.readString(into.resolve("page.html")));
        }
        Pattern token = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");
        for (String page : pages) {
            String text = PageTree.of(page).root().getTextContent();
            assertThat(words).noneMatch(text::contains);
            assertThat(token.matcher(page).find()).isFalse();
            assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4_000_000);
        }
    }

    @Test
    void theSameRunGivesTheSamePage() throws IOException {
        Path export = Exports.of(Riverbank.make(4, 20), folder.resolve("export"));
        Path one = folder.resolve("one.html");
        Path other = folder.resolve("other.html");
        Call.of("look", export, "--throwaway", "--threads", 1, "--html", one);
        Call.of("look", export, "--throwaway", "--threads", 3, "--html", other);
        assertThat(Files.readString(other)).isEqualTo(Files.readString(one));
        Call failed = Call.of("look", export, "--throwaway", "--html", folder);
        assertThat(failed.code()).isEqualTo(3);
        assertThat(failed.talk()).contains("--html");
    }
}
