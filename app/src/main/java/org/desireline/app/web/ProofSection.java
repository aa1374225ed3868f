package org.desireline.app.web;

import java.util.ArrayList;
import java.util.List;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;

/** The evidence that the page carries, line by line. */
final class ProofSection {

    private final Telling telling;

    ProofSection(Telling telling) {
        this.telling = telling;
    }

    /** The section; it is written last, when all others have asked for what they want carried. */
    Section section() {
        Section.Draft draft = new Section.Draft();
        List<Proofs.Proof> carried = telling.proofs().carried();
        if (!carried.isEmpty()) {
            draft.quiet("The strongest cases behind the lines above, the first of each. Names of rows lead here.");
            carried.forEach(proof -> draft.add(fold(proof)));
            if (telling.proofs().left() > 0) {
                draft.add(new Block.Command("Of other lines, this lists what there is: ", telling.show("ledger")));
            }
        }
        return draft.end("evidence", "Evidence", "Evidence");
    }

    /** Of what kind a class is, where its name does not tell: "none" and "other" are of many. */
    private static String kind(Line line) {
        String kind = line.about().kind();
        return kind.equals("all") || kind.equals("priority") ? "" : Words.kind(kind) + " ";
    }

    private Block.Fold fold(Proofs.Proof proof) {
        Prose summary = new Prose.Draft().words(kind(proof.line())).name(proof.line().about().id()).words(", ")
                .quoted(Words.label(proof.line().label())).words(": of ").quoted(proof.line().of()).end();
        List<Prose> entries = new ArrayList<>();
        for (Evidence one : proof.cases()) {
            Prose.Draft entry = new Prose.Draft().name(one.item()).words(", ").day(one.day()).words(": ")
                    .quoted(one.because());
            one.details().forEach(detail -> entry.words(" \u00b7 ").quoted(detail));
            entries.add(entry.end());
        }
        return new Block.Fold(proof.anchor(), summary, List.of(new Block.Entries(entries),
                new Block.Command("All of it: ", telling.proof(proof.line().id()))));
    }
}
