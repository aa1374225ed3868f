package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.publish.Fate;
import org.desireline.publish.Fate.Outcome;
import org.desireline.publish.Published;

/** Commitments and decisions that were declared, one by one: the section that {@code look} and {@code report} share. */
final class FateSheet {

    private static final int MOST_WORDS = 60;
    private static final int MOST = 40;

    private final Published published;

    FateSheet(Published published) {
        this.published = published;
    }

    /** What became of each; nothing where none was declared. */
    void told(Sheet sheet) {
        List<Fate> commitments = of("commitment");
        List<Fate> decisions = of("decision");
        if (commitments.isEmpty() && decisions.isEmpty()) {
            return;
        }
        sheet.heading("What was committed to and decided");
        if (!commitments.isEmpty()) {
            sheet.text(sum(commitments, commitments.size() == 1 ? " commitment" : " commitments"));
            commitments.stream().sorted(Comparator.comparing(Fate::due).thenComparing(Fate::id)).limit(MOST)
                    .forEach(fate -> sheet.entry(commitment(fate)));
        }
        if (!decisions.isEmpty()) {
            sheet.text(sum(decisions, decisions.size() == 1 ? " decision" : " decisions"));
            decisions.stream().sorted(Comparator.comparing(Fate::made).thenComparing(Fate::id)).limit(MOST)
                    .forEach(fate -> sheet.entry(decision(fate)));
        }
        int more = Math.max(0, commitments.size() - MOST) + Math.max(0, decisions.size() - MOST);
        if (more > 0) {
            sheet.quiet("And " + Page.count(more) + " more: see --json.");
        }
    }

    private List<Fate> of(String kind) {
        return published.fates().stream().filter(fate -> fate.kind().equals(kind)).toList();
    }

    /** How many there are of each outcome: exact counts. */
    private static String sum(List<Fate> fates, String what) {
        TreeMap<Outcome, Long> counts = new TreeMap<>();
        fates.forEach(fate -> counts.merge(fate.outcome(), 1L, Long::sum));
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Outcome, Long> each : counts.entrySet()) {
            parts.add(Page.count(each.getValue()) + " " + word(each.getKey()));
        }
        return Page.count(fates.size()) + what + " on record (exact): " + String.join(", ", parts) + ".";
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case kept -> "kept";
            case late -> "done late";
            case open -> "open";
            case overdue -> "overdue";
            case quiet -> "gone quiet";
            case withdrawn -> "withdrawn";
            case unprovable -> "of which nothing shows whether it is kept";
            case record -> "written down when it was over, and no commitment";
            case later -> "made after the data end";
            case acted -> "acted upon within 30 days";
            case unused -> "without a first action within 30 days";
            case fresh -> "less than 30 days old without an action yet";
            case unlinked -> "of which no item shows whether it was acted upon";
        };
    }

    private static String commitment(Fate fate) {
        String moved = fate.pushes() == 0 ? fate.firstDue().equals(fate.due()) ? "" : ", first for " + fate.firstDue()
                : ", first for " + fate.firstDue() + " and moved back " + (fate.pushes() == 1 ? "once"
                        : fate.pushes() + " times");
        return title(fate) + "due " + fate.due() + moved + ": " + state(fate);
    }

    private static String decision(Fate fate) {
        String state = switch (fate.outcome()) {
            case acted -> "first acted upon on " + fate.day();
            case unused -> fate.day().isEmpty() ? "nobody acted upon its items yet, 30 days on or more"
                    : "nobody acted upon its items for 30 days, first on " + fate.day();
            case fresh -> "nobody acted upon its items yet";
            case unlinked -> "it names no item, so that nothing shows whether it was acted upon";
            case withdrawn -> "taken back on " + fate.day();
            case later -> "made after the data end: newer data are needed to follow it";
            case kept, late, open, overdue, quiet, unprovable, record -> word(fate.outcome());
        };
        return title(fate) + state;
    }

    private static String title(Fate fate) {
        String words = Page.clean(fate.what());
        boolean cut = words.codePointCount(0, words.length()) > MOST_WORDS;
        String shown = cut ? words.substring(0, words.offsetByCodePoints(0, MOST_WORDS - 1)) + "…" : words;
        return Page.clean(fate.id()) + (shown.isEmpty() ? "" : " (" + shown + ")") + ", made " + fate.made()
                + (fate.inMeeting() ? " in a meeting" : "") + ", ";
    }

    private static String state(Fate fate) {
        return switch (fate.outcome()) {
            case kept -> "kept, on " + fate.day();
            case late -> "done late, on " + fate.day();
            case open -> fate.items() == 0 ? "open; no item shows it yet" : "open";
            case overdue -> "overdue; last sign of life " + fate.day();
            case quiet -> "gone quiet; last sign of life " + fate.day();
            case withdrawn -> "withdrawn on " + fate.day();
            case unprovable -> "it names no evidence, so that nothing shows whether it is kept";
            case record -> "written down when its day had passed or its items were done: no commitment";
            case later -> "made after the data end: newer data are needed to follow it";
            case acted, unused, fresh, unlinked -> word(fate.outcome());
        };
    }
}
