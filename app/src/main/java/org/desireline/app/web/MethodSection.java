package org.desireline.app.web;

import java.util.ArrayList;
import java.util.List;
import org.desireline.instrument.Card;

/** What the instruments say of themselves. */
final class MethodSection {

    private final Telling telling;

    MethodSection(Telling telling) {
        this.telling = telling;
    }

    Section section(List<Card> cards) {
        Section.Draft draft = new Section.Draft();
        draft.plain(Prose.words("Every figure is of a class of work, never of a person; one that is made of what people"
                + " did rests on five of them or more. An interval is a 95\u00a0% interval. What is exact is a count of"
                + " what was recorded. \u201cShows\u201d: the interval excludes the reference, and so does every other"
                + " reading of the data; \u201csuggests\u201d: not every one; \u201ccannot tell\u201d: neither."
                + " Where the data are too thin it says so, and what it would need. In a table \u2013 is withheld, and"
                + " \u00b7 means that there is none."));
        cards.forEach(card -> draft.add(fold(card)));
        return draft.end("methods", "About the methods", "Methods");
    }

    private Block.Fold fold(Card card) {
        List<Prose> entries = new ArrayList<>();
        entries.add(entry("How: ", card.method()));
        entries.add(entry("Least data: ", card.leastData()));
        entries.add(entry("What a false claim would be: ", card.nullClaim()));
        card.blindSpots().forEach(blind -> entries.add(entry("It cannot see: ", blind)));
        card.sources().forEach(source -> entries.add(entry("After: ", source)));
        return new Block.Fold(telling.anchor("card"), new Prose.Draft().words(card.name() + ": ")
                .quoted(card.question()).end(), List.of(new Block.Entries(entries)));
    }

    private static Prose entry(String lead, String text) {
        return new Prose.Draft().words(lead).quoted(text).end();
    }
}
