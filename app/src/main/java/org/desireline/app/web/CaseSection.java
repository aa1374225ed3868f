package org.desireline.app.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.part.Account;
import org.desireline.publish.ItemPage;

/** Ten items out of the evidence, each with its days as a strip. */
final class CaseSection {

    private static final int MOST = 10;
    private static final int OF_FINDINGS = 6;
    private static final String WAITS = "ledger/all/all/largestWaits";

    private final Telling telling;

    CaseSection(Telling telling) {
        this.telling = telling;
    }

    /**
     * The section.
     *
     * @param said what is said at the top: its cases come first
     * @param items the page of an item, by its key
     */
    Section section(Said said, Function<String, Optional<ItemPage>> items) {
        Map<String, Evidence> cases = new LinkedHashMap<>();
        List<Line> proofs = said.proofs(telling.published());
        proofs.forEach(line -> take(cases, line, Math.max(1, OF_FINDINGS / proofs.size())));
        telling.published().line(WAITS).ifPresent(line -> take(cases, line, MOST));
        Section.Draft draft = new Section.Draft();
        TreeSet<Account> accounts = new TreeSet<>();
        List<Block> blocks = new ArrayList<>();
        cases.forEach((key, evidence) -> items.apply(key).ifPresent(item -> {
            item.days().forEach(day -> accounts.addAll(day.hours().keySet()));
            blocks.addAll(one(item, evidence));
        }));
        if (!blocks.isEmpty()) {
            draft.quiet("Each strip is an item\u2019s life, its last year where it is longer: a working day is as high"
                    + " as the hours it was open, coloured by the party that was awaited. Hours told above a strip"
                    + " are those of the window. What an owner did meanwhile is told of many items together, never of"
                    + " one.");
            draft.add(new Block.Legend(accounts.stream().map(Account::name).toList(), accounts.stream()
                    .map(account -> account.phrase().replaceFirst(":.*", "")).toList()));
            draft.addAll(blocks);
        } else {
            telling.numbers().reason(WAITS).ifPresent(draft::refused);
        }
        return draft.end("cases", "Cases to look at", "Cases");
    }

    private static void take(Map<String, Evidence> cases, Line line, int most) {
        int taken = 0;
        for (Evidence evidence : line.evidence()) {
            if (!evidence.item().isBlank() && cases.size() < MOST && taken < most
                    && cases.putIfAbsent(evidence.item(), evidence) == null) {
                taken++;
            }
        }
    }

    private List<Block> one(ItemPage item, Evidence evidence) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(new Prose.Draft().name(item.key())
                .words(item.over() ? ", finished" : ", open").end()));
        Prose.Draft why = new Prose.Draft().day(evidence.day()).words(": ").quoted(evidence.because());
        for (String kind : List.of("priority", "type", "component")) {
            String value = item.classes().get(kind);
            if (value != null && !value.equals("none") && !value.equals("other")) {
                why.words(" \u00b7 " + kind + " ").name(value);
            }
        }
        blocks.add(new Block.Paragraph(Block.Tone.plain, why.end()));
        Strips.of(item).ifPresent(blocks::add);
        blocks.add(new Block.Fold(telling.anchor("fold"), Prose.words("Its states in order, each hour posted once"),
                List.of(states(item), new Block.Command("All of it: ", telling.show(Shell.word(item.key()))))));
        return blocks;
    }

    private Block states(ItemPage item) {
        List<Block.Row> rows = new ArrayList<>();
        for (int i = 0; i < item.states().size(); i++) {
            ItemPage.State state = item.states().get(i);
            rows.add(new Block.Row(List.of(
                    Block.Cell.of("name", new Prose.Draft().day(state.from()).end()),
                    Block.Cell.of("text", new Prose.Draft().day(state.to()).end()),
                    Block.Cell.of("text", Prose.words(state.phase())),
                    Block.Cell.of("text", Prose.words(state.account().phrase().replaceFirst(":.*", ""))),
                    hours(item, i, "onCalendar", state.hours().onCalendar()),
                    hours(item, i, "offCalendar", state.hours().offCalendar())), false));
        }
        return new Block.Table(telling.anchor("table"), new Prose.Draft().words("States of ").name(item.key())
                .words(", in hours").end(), List.of(Block.Head.of("from", "name"),
                        Block.Head.of("to", "text"), Block.Head.of("phase", "text"),
                        Block.Head.of("awaited", "text"), Block.Head.of("on calendar", "number"),
                        Block.Head.of("off calendar", "number")), rows);
    }

    private static Block.Cell hours(ItemPage item, int state, String label, double hours) {
        return Block.Cell.of("number", new Prose(List.of(new Piece.OfItem(Clean.text(item.key()), "states/" + state
                + "/" + label, Digits.text(hours), As.fineHours.name(), As.fineHours.write(hours)))));
    }
}
