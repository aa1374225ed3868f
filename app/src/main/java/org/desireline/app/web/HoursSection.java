package org.desireline.app.web;

import java.util.ArrayList;
import java.util.List;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.part.Account;
import org.desireline.number.Estimate;
import org.jspecify.annotations.Nullable;

/** Where the hours went: by the party awaited, then by what owners did meanwhile; class by class. */
final class HoursSection {

    private static final String ALL = "ledger/all/all/";
    private static final List<Account> PARTIES = List.of(Account.nobody, Account.owner, Account.reviewer,
            Account.decider, Account.otherItem, Account.ownerUnknown, Account.worked, Account.rework);
    private static final List<String[]> DOINGS = List.of(
            new String[] {"outranked", "on something declared higher"},
            new String[] {"contention", "on something of the same class"},
            new String[] {"displacedNew", "on something lower, begun afterwards"},
            new String[] {"displacedInflight", "on something lower, under way before"},
            new String[] {"busyUnranked", "on something of no rank"},
            new String[] {"busyAmbiguous", "on one of several, unclear which"},
            new String[] {"silent", "no visible work (never means idle)"});

    private final Telling telling;
    private final Numbers numbers;

    HoursSection(Telling telling) {
        this.telling = telling;
        this.numbers = telling.numbers();
    }

    Section section() {
        Section.Draft draft = new Section.Draft();
        Reading reading = telling.published().reading("ledger").orElse(null);
        if (reading == null) {
            return draft.end("hours", "", "");
        }
        if (reading.refusal() != null) {
            draft.refused(reading.refusal().sentence());
        }
        parties(draft);
        draft.addAll(new WeekByWeek(telling).blocks());
        classes(draft, "priority");
        owners(draft);
        for (String kind : List.of("team", "area")) {
            classes(draft, kind);
        }
        List<Block> others = new ArrayList<>();
        for (String kind : List.of("type", "component", "epic", "fixVersion", "label", "project")) {
            others.addAll(table(kind).blocks());
        }
        if (!others.isEmpty()) {
            draft.add(new Block.Fold(telling.anchor("fold"), Prose.words("The same by type, component and other"
                    + " fields"), others));
        }
        versions(draft);
        efficiency(draft);
        draft.flags(telling, reading.flags());
        return draft.end("hours", telling.head().isLone() ? "Where the hours from the first commit to the merge went"
                : "Where the hours went", "Where the hours went");
    }

    /** Every party awaited, over the whole. */
    private void parties(Section.Draft draft) {
        Grid grid = new Grid(telling, "All open items: working hours by the party that was awaited", "awaited")
                .value("hours", "/hours", As.hours).drawn("share", "/share", As.share, Axis.PART)
                .size("items", "/share", Part.n);
        for (Account account : PARTIES) {
            grid.row(Prose.words(account.phrase().replaceFirst(":.*", "")), ALL + account.name(), false);
        }
        draft.addAll(grid.blocks());
        Prose.Draft beside = new Prose.Draft();
        if (numbers.isTold(ALL + "live/hours")) {
            beside.words("Together ").add(numbers.part(ALL + "live/hours", Part.value, As.hours))
                    .words(" live working hours");
            if (numbers.isTold(ALL + "offHours/hours")) {
                beside.words("; besides ").add(numbers.part(ALL + "offHours/hours", Part.value, As.hours))
                        .words(" hours off calendar");
            }
            if (numbers.isTold(ALL + "parked/hours")) {
                beside.words(", and ").add(numbers.part(ALL + "parked/hours", Part.value, As.hours))
                        .words(" working hours of items that nobody owned and nobody had touched for 180 days");
            }
            beside.words(". Exact counts of these items; the intervals say how far a share depends on which items"
                    + " they were.");
        }
        draft.quiet(beside.end());
    }

    private Grid table(String kind) {
        Grid grid = new Grid(telling, "By " + Words.kind(kind) + ": live working hours, and the share of each party"
                + " that was awaited", Words.kind(kind)).value("hours", "live/hours", As.hours);
        PARTIES.forEach(account -> grid.value(Words.party(account), account.name() + "/share", As.share));
        grid.value("off calendar", "offHours/hours", As.hours).value("parked", "parked/hours", As.hours);
        telling.classes("ledger", kind).forEach(name -> grid.row(name, row(kind, name)));
        return grid.total(ALL);
    }

    private static String row(String kind, String name) {
        return "ledger/" + kind + "/" + Line.idPart(name) + "/";
    }

    private void classes(Section.Draft draft, String kind) {
        List<String> names = telling.classes("ledger", kind);
        if (names.isEmpty()) {
            return;
        }
        draft.addAll(table(kind).blocks());
        List<String> told = names.stream().filter(name -> PARTIES.stream().anyMatch(account ->
                numbers.isTold(row(kind, name) + account.name() + "/hours"))).toList();
        List<String> rows = told.stream().map(name -> row(kind, name)).toList();
        List<Account> parties = PARTIES.stream().filter(account -> rows.stream().anyMatch(row ->
                numbers.isTold(row + account.name() + "/hours"))).toList();
        if (told.size() > 1) {
            draft.add(Charts.stack(telling, "Live working hours by " + Words.kind(kind)
                    + " and by the party that was awaited", largest(kind, told), told.stream().map(name ->
                    name.replaceFirst("^(component|label|project):", "")).toList(), rows, parties));
        }
    }

    /** Which part of the bars is the longest, in words: classes with the same one together. */
    private Prose largest(String kind, List<String> names) {
        Prose.Draft draft = new Prose.Draft().words("Bars are as long as the hours that items were open.");
        for (Account party : PARTIES) {
            boolean isFirst = true;
            for (String name : names) {
                if (most(row(kind, name)) == party) {
                    draft.words(isFirst ? " Most " + phrase(party) + ": " : ", ").name(name).words(" ")
                            .add(numbers.part(row(kind, name) + party.name() + "/share", Part.value, As.share));
                    isFirst = false;
                }
            }
            draft.words(isFirst ? "" : ".");
        }
        return draft.end();
    }

    private @Nullable Account most(String row) {
        Account most = null;
        double share = 0;
        for (Account account : PARTIES) {
            Estimate estimate = numbers.estimate(row + account.name() + "/share");
            if (estimate != null && estimate.value() > share) {
                most = account;
                share = estimate.value();
            }
        }
        return most;
    }

    private static String phrase(Account account) {
        String phrase = account.phrase().replaceFirst(":.*", "");
        return phrase.startsWith("recorded") || phrase.startsWith("owner") ? "is " + phrase : phrase;
    }

    /** What owners were doing while items waited for them. */
    private void owners(Section.Draft draft) {
        boolean any = DOINGS.stream().anyMatch(doing -> numbers.isTold(ALL + doing[0] + "/waitingShare"));
        if (telling.head().isLone() || !(any || numbers.isKnown(ALL + "displacedNew/waitingShare"))) {
            return;
        }
        draft.heading("What owners were doing while items waited for them");
        if (!any) {
            numbers.reason(ALL + "displacedNew/waitingShare").ifPresent(draft::refused);
            bound(draft);
            return;
        }
        Grid whole = new Grid(telling, "Of all the hours that items waited, for whomever: what their owner was doing",
                "their owner was")
                .value("hours", "/hours", As.hours).drawn("share of all waiting", "/waitingShare", As.share, Axis.PART)
                .range("at least\u2013most", "/waitingShare", As.share);
        DOINGS.forEach(doing -> whole.row(Prose.words(doing[1]), ALL + doing[0], false));
        draft.addAll(whole.blocks());
        Grid grid = new Grid(telling, "Displaced by lower work begun afterwards, by priority", "priority")
                .value("waited", "waiting/hours", As.hours)
                .drawn("displaced", "displacedNew/waitingShare", As.share, Axis.PART)
                .range("at least\u2013most", "displacedNew/waitingShare", As.share);
        telling.classes("ledger", "priority").forEach(name -> grid.row(name, row("priority", name)));
        draft.addAll(grid.total(ALL).blocks());
        draft.quiet("At least\u2013most: over other session gaps, and if all that is silent belonged to it.");
        ratio(draft);
    }

    private void ratio(Section.Draft draft) {
        String id = ALL + "displacement/ratio";
        if (numbers.isTold(id)) {
            draft.plain(new Prose.Draft().words("D = ").add(numbers.told(id, As.ratio)).words(", ")
                    .add(numbers.part(id, Part.actors, As.count)).words(" owners: of the time that owners worked on"
                            + " another rank while work waited for them, how much was on a lower one begun"
                            + " afterwards.").end());
        } else {
            numbers.reason(id).ifPresent(reason -> draft.plain(new Prose.Draft().words("D: ").quoted(reason).end()));
        }
    }

    /** Without a second level, the most that displacement could be. */
    private void bound(Section.Draft draft) {
        String id = ALL + "owner/waitingShare";
        if (numbers.isTold(id)) {
            draft.plain(new Prose.Draft().words("What can be said: ").add(numbers.told(id, As.share))
                    .words(" of the waiting hours were spent in an owner\u2019s hands; no more than that may have been"
                            + " displaced by less important work.").end());
        }
    }

    private void versions(Section.Draft draft) {
        List<String> periods = telling.published().readings().stream().flatMap(reading -> reading.lines().stream())
                .map(Line::period).filter(period -> period.startsWith("version/")).distinct().sorted().toList();
        if (periods.size() < 2) {
            return;
        }
        Grid grid = new Grid(telling, "By version of the charter: hours are split at the instant it came into force",
                "version from").value("hours", "live/hours", As.hours);
        PARTIES.forEach(account -> grid.value(Words.party(account), account.name() + "/share", As.share));
        grid.interval("lower, new (95\u00a0%)", "displacedNew/waitingShare", As.share);
        for (String period : periods) {
            String name = period.substring("version/".length());
            grid.row(name.equals("before") ? Prose.words("before the first")
                    : new Prose.Draft().add(new Piece.Day(name)).end(), ALL + period + "/", false);
        }
        draft.addAll(grid.blocks());
    }

    private void efficiency(Section.Draft draft) {
        String row = ALL + "flowEfficiency/";
        Grid grid = new Grid(telling, "Flow efficiency: recorded work over elapsed time; the forms differ by factors,"
                + " so say which one you mean", "form").drawn("share", "", As.fineShare, Axis.PART);
        grid.row(Prose.words("on calendar, without rework"), row + "calendar", false)
                .row(Prose.words("on calendar, with rework"), row + "calendarWithRework", false)
                .row(Prose.words("wall clock, without rework"), row + "wall", false)
                .row(Prose.words("wall clock, with rework"), row + "wallWithRework", false);
        draft.addAll(grid.blocks());
    }
}
