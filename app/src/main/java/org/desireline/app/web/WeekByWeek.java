package org.desireline.app.web;

import java.util.ArrayList;
import java.util.List;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.part.Account;

/** The hours of all work in the order of time: a chart, and the table behind it. */
final class WeekByWeek {

    private static final List<Account> PARTIES = List.of(Account.owner, Account.nobody, Account.reviewer,
            Account.decider, Account.otherItem, Account.ownerUnknown);

    private final Telling telling;

    WeekByWeek(Telling telling) {
        this.telling = telling;
    }

    /** What is drawn and tabled; nothing where no week is told. */
    List<Block> blocks() {
        Reading reading = telling.published().reading("course").orElse(null);
        List<String> periods = reading == null ? List.of()
                : reading.lines().stream().map(Line::period).distinct().sorted().toList();
        if (periods.size() < 2) {
            return List.of();
        }
        List<String> rows = periods.stream().map(period -> "course/all/all/" + period + "/").toList();
        List<Account> told = PARTIES.stream().filter(party -> rows.stream().anyMatch(row ->
                telling.numbers().isTold(row + party.name() + "/hours"))).toList();
        if (told.isEmpty()) {
            return List.of();
        }
        String unit = periods.getFirst().substring(0, periods.getFirst().indexOf('/'));
        Grid grid = new Grid(telling, "Live working hours of each " + unit + " by the party that was awaited; exact"
                + " counts, the first and the last as far as they lie in the window", unit + " from");
        told.forEach(party -> grid.value(Words.party(party), party.name() + "/hours", As.count));
        for (int i = 0; i < periods.size(); i++) {
            grid.row(new Prose.Draft().add(new Piece.Day(day(periods.get(i)))).end(), rows.get(i), false);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Charts.course(telling, "Live working hours of each " + unit + " by the party that was awaited",
                Prose.words("Recorded work counts as its owner\u2019s. The figures stand in the table below."),
                periods.stream().map(WeekByWeek::day).toList(), rows, told));
        blocks.add(new Block.Fold(telling.anchor("fold"), Prose.words("The same " + unit + " by " + unit
                + ", in figures"), grid.blocks()));
        return blocks;
    }

    private static String day(String period) {
        return period.substring(period.indexOf('/') + 1);
    }
}
