package org.desireline.app.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desireline.journal.Trouble;
import org.desireline.publish.Head;

/** The rules that the figures went by, and what is wrong with them and with the data. */
final class CharterSection {

    private static final int MOST = 40;

    private final Telling telling;

    CharterSection(Telling telling) {
        this.telling = telling;
    }

    /**
     * The section.
     *
     * @param charter the charter's file, as shown; empty where nothing was declared
     */
    Section section(String charter) {
        Section.Draft draft = new Section.Draft();
        Head head = telling.head();
        if (head.isDeclared()) {
            draft.plain(new Prose.Draft().words("Declared in ").typed(Words.file(charter)).words(".").end());
            draft.entries(head.versions().stream().map(CharterSection::version).toList());
        } else if (!head.isLone()) {
            Prose.Draft order = new Prose.Draft().words("Nothing was declared").words(head.priorities().isEmpty()
                    ? ", and no order of priorities is known"
                    : ": the figures go by the order of the tracker\u2019s own priorities");
            names(order, head.priorities());
            draft.plain(order.words(".").end());
        }
        troubles(draft);
        return draft.end("charter", head.isDeclared() ? "The charter, and troubles in it and in the data"
                : "The order gone by, and troubles in the data", "Charter and troubles");
    }

    private static Prose version(Head.Version version) {
        Prose.Draft draft = new Prose.Draft().words("from ").quoted(version.name());
        names(draft, version.priorities());
        return draft.words(version.assumed() ? " (assumed: every figure says as if this order had held)" : "").end();
    }

    private static void names(Prose.Draft draft, List<String> priorities) {
        for (int i = 0; i < priorities.size(); i++) {
            draft.words(i == 0 ? ": " : " > ").name(priorities.get(i));
        }
    }

    /** Troubles of one kind together, the worst first. */
    private void troubles(Section.Draft draft) {
        Map<String, List<Trouble>> kinds = new LinkedHashMap<>();
        telling.published().troubles().stream()
                .sorted(java.util.Comparator.comparing(Trouble::severity)).forEach(trouble ->
                        kinds.computeIfAbsent(trouble.severity() + trouble.what(), none -> new ArrayList<>())
                                .add(trouble));
        if (kinds.isEmpty()) {
            draft.plain(Prose.words("No troubles were met."));
            return;
        }
        List<Prose> entries = new ArrayList<>();
        for (List<Trouble> same : kinds.values()) {
            Trouble first = same.getFirst();
            Prose.Draft entry = new Prose.Draft().quoted(first.severity().label()).words(": ").quoted(first.where())
                    .words(": ").quoted(first.what()).words(" (")
                    .count("troubles", first.count());
            entries.add(entry.words(same.size() == 1 ? ")" : "; and alike elsewhere)").end());
        }
        draft.heading("Troubles");
        draft.entries(entries.subList(0, Math.min(MOST, entries.size())));
        if (entries.size() > MOST) {
            draft.quiet("More kinds of trouble than are listed here: see them all with --json.");
        }
    }
}
