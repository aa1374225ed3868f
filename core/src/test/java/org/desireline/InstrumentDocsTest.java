package org.desireline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Instruments;
import org.junit.jupiter.api.Test;

/** The manual of instruments is what their cards say, and nothing else. */
class InstrumentDocsTest {

    private static final String PAGE = "docs/instruments.md";
    private static final int WIDTH = 120;

    @Test
    void theManualSaysWhatTheCardsSay() {
        List<String> sections = new ArrayList<>(List.of(head()));
        Instruments.all().forEach(instrument -> sections.add(section(instrument)));
        String expected = String.join("\n", sections);
        assertThat(Repository.text(PAGE)).as("%s should read, from here to the next rule:%n%s%n----", PAGE, expected)
                .isEqualTo(expected);
    }

    @Test
    void everyInstrumentFillsItsCard() {
        for (Instrument<?, ?> instrument : Instruments.all()) {
            Card card = instrument.card();
            assertThat(List.of(card.name(), card.question(), card.unit(), card.method(), card.cost(), card.leastData(),
                    card.nullClaim())).as(card.name()).noneMatch(String::isBlank);
            assertThat(card.sources()).as("the sources of " + card.name()).isNotEmpty();
            assertThat(card.blindSpots()).as("the blind spots of " + card.name()).isNotEmpty();
        }
    }

    private static String head() {
        return "# Instruments\n\n" + wrapped("", "Made from the cards of the catalogue, the class `Instruments`."
                + " `InstrumentDocsTest` holds this page to them, and prints what it should read when a card changes."
                + " How the figures are computed stands in [methods.md](methods.md).");
    }

    private static String section(Instrument<?, ?> instrument) {
        Card card = instrument.card();
        StringBuilder out = new StringBuilder("## " + card.name() + "\n\n");
        out.append(wrapped("", "*" + card.question() + "*")).append('\n');
        fact(out, "Unit", card.unit());
        fact(out, "Grain", instrument.grains().stream().map(grain -> "`" + grain.getSimpleName() + "`")
                .collect(Collectors.joining(", ")));
        fact(out, "Method", card.method());
        fact(out, "Least data", card.leastData());
        fact(out, "Needs the readings of",
                card.needs().isEmpty() ? "no other instrument" : String.join(", ", card.needs()));
        fact(out, "Null claim", card.nullClaim());
        fact(out, "Cost", card.cost());
        list(out, "Blind spots", card.blindSpots());
        list(out, "Sources", card.sources());
        return out.toString();
    }

    private static void fact(StringBuilder out, String name, String text) {
        out.append(wrapped("  ", "- **" + name + ":** " + text));
    }

    private static void list(StringBuilder out, String name, List<String> texts) {
        out.append("- **").append(name).append(":**\n");
        texts.forEach(text -> out.append(wrapped("    ", "  - " + text)));
    }

    /** The text in lines of at most 120 characters, all but the first indented. */
    private static String wrapped(String indent, String text) {
        StringBuilder out = new StringBuilder();
        int begin = 0;
        while (text.length() - begin > WIDTH - (begin == 0 ? 0 : indent.length())) {
            int room = WIDTH - (begin == 0 ? 0 : indent.length());
            int cut = text.lastIndexOf(' ', begin + room);
            out.append(begin == 0 ? "" : indent).append(text, begin, cut).append('\n');
            begin = cut + 1;
        }
        return out.append(begin == 0 ? "" : indent).append(text.substring(begin)).append('\n').toString();
    }
}
