package org.desireline.app.web;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instruments;
import org.desireline.publish.Head;
import org.desireline.publish.ItemPage;
import org.desireline.publish.Published;
import org.desireline.watch.Kept;

/** The page as one file: no other file and no network is needed to read it. */
public final class HtmlPage {

    private static final List<String> SCRIPTS = List.of("echarts.common.min.js", "page.js");

    private HtmlPage() {}

    /**
     * What the page is told besides what was published.
     *
     * @param product name and version of the program
     * @param charter the charter's file, as shown; empty where nothing was declared
     * @param guesses the file of guesses, as shown; empty where nothing is kept
     * @param richer what the exports do not hold, and what fetches it
     * @param command how this program is called here
     * @param again what to add to a command so that it sees what this page saw
     * @param kept what became of the gates of the charter
     * @param items the page of an item, by its key
     */
    public record Around(
            String product,
            String charter,
            String guesses,
            List<Richer> richer,
            String command,
            String again,
            Kept kept,
            Function<String, Optional<ItemPage>> items) {

        public Around {
            richer = List.copyOf(richer);
        }
    }

    /** The page of a run. */
    public static String of(Published published, Around around) {
        Telling telling = new Telling(published, around.command(), around.again());
        List<Section> sections = sections(telling, around);
        boolean isDrawn = sections.stream().anyMatch(section -> section.blocks().stream().anyMatch(HtmlPage::isDrawn));
        List<String> scripts = isDrawn ? SCRIPTS.stream().map(Assets::text).toList() : List.of();
        String style = Assets.text("page.css");
        View view = new View(TopSection.QUESTION, brief(published.head()), sections, policy(style, scripts), style,
                scripts, about(published.head(), around));
        return rendered(view);
    }

    /** The templates take null where nothing is to listen to their tags. */
    @SuppressWarnings("NullAway")
    private static String rendered(View view) {
        StringOutput html = new StringOutput();
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(html), null, view);
        return html.toString();
    }

    private static boolean isDrawn(Block block) {
        return switch (block) {
            case Block.Chart chart -> true;
            case Block.Fold fold -> fold.blocks().stream().anyMatch(HtmlPage::isDrawn);
            case Block.Heading heading -> false;
            case Block.Paragraph paragraph -> false;
            case Block.Entries entries -> false;
            case Block.Command command -> false;
            case Block.Table table -> false;
            case Block.Strip strip -> false;
            case Block.Legend legend -> false;
        };
    }

    /** The sections that have something to say, in order. */
    private static List<Section> sections(Telling telling, Around around) {
        Said said = Said.of(telling.published());
        List<Card> cards = new ArrayList<>();
        Instruments.all().forEach(instrument -> cards.add(instrument.card()));
        List<Section> sections = new ArrayList<>();
        sections.add(new TopSection(telling).section(said));
        sections.add(new SupportSection(telling).section(around.richer(), around.guesses()));
        sections.add(new OrderSection(telling).section());
        sections.add(new HoursSection(telling).section());
        sections.add(new PromiseSection(telling).section());
        sections.add(new OwnerSection(telling).section());
        sections.add(new LoadSection(telling).section());
        sections.add(new ChoiceSection(telling).section());
        sections.add(new AttentionSection(telling).section());
        sections.add(new ReviewSection(telling).section());
        sections.add(new TogetherSection(telling).together());
        sections.add(new TogetherSection(telling).steppingIn());
        sections.addAll(new OtherSections(telling).sections(cards));
        sections.add(new IntentSection(telling).section());
        sections.add(new CharterSection(telling).section(around.charter()));
        sections.add(new GateSection(telling).section(around.kept()));
        sections.add(new CaseSection(telling).section(said, around.items()));
        sections.add(new ProofSection(telling).section());
        sections.add(new MethodSection(telling).section(cards));
        sections.removeIf(section -> section.blocks().isEmpty());
        return sections;
    }

    private static Prose brief(Head head) {
        return new Prose.Draft().words("From ").day(head.window().from().toString()).words(" to ")
                .day(head.window().to().minusDays(1).toString()).words(", ").count("data/items", head.data().items())
                .words(" items, ").count("data/actors", head.data().actors()).words(" people").end();
    }

    private static Prose about(Head head, Around around) {
        return new Prose.Draft().words("Made by Desireline ").quoted(around.product())
                .words(". The same figures as JSON: add ").typed("--json").words(". Rules and guesses: ")
                .quoted(head.config()).words(". This file asks for nothing from anywhere.").end();
    }

    private static String policy(String style, List<String> scripts) {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + Assets.hash(style)
                + (scripts.isEmpty() ? "" : "; script-src "
                        + String.join(" ", scripts.stream().map(Assets::hash).toList()));
    }
}
