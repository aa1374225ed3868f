package org.desireline.app.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.desireline.finding.LivedOrder;
import org.desireline.finding.Sentence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Trap;
import org.desireline.journal.Trouble;
import org.desireline.number.Estimate;
import org.desireline.part.Account;
import org.desireline.publish.Head;
import org.desireline.publish.Published;
import org.desireline.watch.Kept;
import org.jspecify.annotations.Nullable;

/** The sheet of {@code report}: what was declared beside what was lived, by priority, team and version. */
final class ReportPage {

    private static final int MOST_TROUBLES = 12;
    private static final List<Account> PARTIES = List.of(Account.nobody, Account.owner, Account.reviewer,
            Account.decider, Account.otherItem, Account.ownerUnknown, Account.worked, Account.rework);
    private static final List<String> DOINGS = List.of("outranked", "contention", "displacedNew", "displacedInflight",
            "busyUnranked", "busyAmbiguous", "silent");

    private final Published published;
    private final Kept kept;
    private final Head head;
    private final Figures figures;
    private final LivedOrder lived;
    private final WinsSheet wins;
    private final String charter;
    private final String command;
    private final String again;
    private final Sheet sheet = new Sheet();

    /**
     * A report.
     *
     * @param kept what became of the charter's gates
     * @param charter the charter's file, as shown
     * @param command how this program is called here
     * @param again what to add to a command so that it sees what this one saw
     */
    ReportPage(Published published, Kept kept, String charter, String command, String again) {
        this.kept = kept;
        this.published = published;
        this.head = published.head();
        this.figures = new Figures(published);
        this.lived = LivedOrder.of(published);
        this.wins = new WinsSheet(published, command, again);
        this.charter = charter;
        this.command = command;
        this.again = again;
    }

    Sheet sheet() {
        declared();
        order();
        wins.wins(sheet);
        wins.decides(sheet);
        wins.attention(sheet, List.of("priority", "team"));
        StructureSheets.all(sheet, published, command, again);
        hours("Where the hours on calendar went, by priority", "priority", classes("priority"));
        owners();
        hours("By team", "team", classes("team"));
        hours("By area", "area", classes("area"));
        versions();
        efficiency();
        new GateSheet(kept, command, again).judged(sheet);
        say();
        troubles();
        next();
        return sheet;
    }

    private void declared() {
        Head.Data data = head.data();
        sheet.heading("Declared against lived");
        sheet.text(Page.format("%s · window %s: %s to %s (%s) · %,d items · %,d events · until %s", charter,
                head.window().name(), head.window().from(), head.window().to().minusDays(1), head.zone(),
                data.items(), data.events(), Instant.ofEpochMilli(head.asOfMillis()).toString().substring(0, 10)));
        for (Head.Version version : head.versions()) {
            sheet.entry("from " + version.name() + ": " + String.join(" > ", version.priorities())
                    + (version.assumed() ? " (assumed: every figure says \"as if this order had held\")" : ""));
        }
    }

    private void order() {
        sheet.heading("The declared order and the lived one");
        List<List<String>> rows = new ArrayList<>();
        List<String> declared = head.priorities();
        for (int i = 0; i < declared.size(); i++) {
            String name = declared.get(i);
            int at = lived.names().indexOf(name);
            LivedOrder.Rank rank = lived.ranks().get(at);
            rows.add(List.of(name, Integer.toString(i + 1),
                    lived.isKnown() && rank.isTold() ? Integer.toString(at + 1) : Sheet.NOTHING,
                    rank.over().isEmpty() ? Sheet.NOTHING : String.join(", ", rank.over()),
                    rank.under().isEmpty() ? Sheet.NOTHING : String.join(", ", rank.under())));
        }
        sheet.table(List.of("priority", "declared", "lived", "started before", "started after"), rows);
        if (!lived.isKnown()) {
            sheet.text(lived.lack());
        }
        Reading contest = published.reading("contest").orElse(null);
        Line pull = published.line("contest/priority/pullIndex").orElse(null);
        Estimate index = pull == null ? null : pull.estimate();
        if (pull != null && index != null) {
            sheet.text(Page.format("Pull index Π %.2f (95 %% interval %.2f to %.2f; %,d choices of %d people): 1 the"
                    + " order in force at each start is followed, 0 it is ignored, below 0 it is reversed. %s.",
                    plain(index.value()), plain(index.low()), plain(index.high()), index.n(), index.actors(),
                    capital(Figures.claim(pull, index))));
            flags(contest);
        } else if (contest != null && contest.refusal() != null) {
            sheet.text(contest.refusal().sentence());
        }
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What could make the figures look as they do for another reason. */
    private void flags(@Nullable Reading reading) {
        if (reading != null && !Trap.met(reading).isEmpty()) {
            reading.flags().stream().filter(Trap::isFlag).forEach(flag -> sheet.entry("! " + flag));
        }
    }

    /** A number that reads as nought is nought, without a sign. */
    private static double plain(double value) {
        return Math.abs(value) < 0.005 ? 0 : value;
    }

    /** The classes of a kind that have figures in the window, the declared ones first. */
    private List<String> classes(String kind) {
        List<String> found = published.readings().stream().flatMap(reading -> reading.lines().stream())
                .filter(line -> line.about().kind().equals(kind) && line.period().equals("window")
                        && line.id().startsWith("ledger/"))
                .map(line -> line.about().id()).distinct().toList();
        List<String> ordered = new ArrayList<>(kind.equals("priority") ? head.priorities() : List.of());
        ordered.retainAll(found);
        found.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
        return ordered;
    }

    private static String row(String kind, String name) {
        return "ledger/" + kind + "/" + Line.idPart(name) + "/";
    }

    private void hours(String title, String kind, List<String> classes) {
        if (classes.isEmpty()) {
            return;
        }
        sheet.heading(title);
        List<String> names = new ArrayList<>(List.of(kind, "hours"));
        PARTIES.forEach(account -> names.add(heading(account)));
        names.add("off");
        List<List<String>> rows = new ArrayList<>();
        for (String name : classes) {
            rows.add(partyRow(name, row(kind, name)));
        }
        rows.add(partyRow("all", "ledger/all/all/"));
        sheet.table(names, rows);
        if (kind.equals("priority")) {
            sheet.quiet("live working hours, and the share of each party that was awaited; exact counts of these items."
                    + " \"off\": hours off calendar. A dash is withheld; " + command + " show ledger/priority" + again
                    + " says why, with intervals and items.");
        }
    }

    private List<String> partyRow(String name, String row) {
        List<String> cells = new ArrayList<>(List.of(name, figures.hours(row + "live/hours")));
        PARTIES.forEach(account -> cells.add(figures.share(row + account.name() + "/share")));
        cells.add(figures.hours(row + "offHours/hours"));
        return cells;
    }

    private static String heading(Account account) {
        return switch (account) {
            case nobody -> "nobody";
            case owner -> "owner";
            case reviewer -> "review";
            case decider -> "decider";
            case otherItem -> "blocked";
            case ownerUnknown -> "unknown";
            case worked -> "worked";
            case rework -> "rework";
            case parked -> "parked";
            case closedGap -> "closed";
        };
    }

    private void owners() {
        sheet.heading("What owners were doing while items waited for them");
        Optional<Line> refused = published.line("ledger/all/all/displacedNew/waitingShare")
                .filter(line -> line.withheld() != null);
        boolean any = DOINGS.stream().anyMatch(doing ->
                published.line("ledger/all/all/" + doing + "/waitingShare").map(Line::estimate).isPresent());
        if (!any) {
            String why = refused.map(Line::withheld).orElse("");
            sheet.text(why.isEmpty() ? "Not enough evidence: nothing waited for its owner in the window."
                    : why.startsWith("Not enough evidence") ? why : "Not enough evidence: " + why + ".");
            bounds();
            return;
        }
        List<String> names = List.of("share of waiting", "waited", "higher", "same", "lower, new", "lower, before",
                "no rank", "unclear", "silent");
        List<List<String>> rows = new ArrayList<>();
        for (String name : classes("priority")) {
            rows.add(doingRow(name, row("priority", name)));
        }
        rows.add(doingRow("all", "ledger/all/all/"));
        sheet.table(names, rows);
        sheet.quiet("of the hours items waited: their owner worked on something declared higher, of the same class,"
                + " lower and begun afterwards, lower but under way before, of no rank, on one of several; or left no"
                + " trace, which never means idle.");
        List<List<String>> displaced = new ArrayList<>();
        for (String name : classes("priority")) {
            String row = row("priority", name);
            displaced.add(List.of(name, figures.interval(row + "displacedNew/waitingShare"),
                    figures.range(row + "displacedNew/waitingShare"), by(row)));
        }
        displaced.add(List.of("all", figures.interval("ledger/all/all/displacedNew/waitingShare"),
                figures.range("ledger/all/all/displacedNew/waitingShare"), by("ledger/all/all/")));
        sheet.table(List.of("displaced by lower, new", "share (95 %)", "at least–most", "by"), displaced);
        ratio();
        sheet.quiet(Page.format("\"at least–most\": over other session gaps, and if all that is silent belonged to it."
                + " Recorded work covers %.0f %% of working time (κ); %.0f %% of the items have a rank (μ).",
                Math.floor(100 * head.data().kappa()), Math.floor(100 * head.data().mu())));
        Figures.activities(head.data().activities()).forEach(sheet::quiet);
        Figures.work(head.data().work()).forEach(sheet::quiet);
    }

    /** D of the whole. */
    private void ratio() {
        Line line = published.line("ledger/all/all/displacement/ratio").orElse(null);
        Estimate ratio = line == null ? null : line.estimate();
        if (line != null && ratio != null) {
            sheet.text(Page.format("D = %.2f (95 %% interval %.2f to %.2f; %d owners): of the time that owners worked"
                    + " on another rank while work waited for them, how much was on a lower one begun afterwards. %s.",
                    ratio.value(), ratio.low(), ratio.high(), ratio.actors(), capital(Figures.claim(line, ratio))));
            flags(published.reading("ledger").orElse(null));
        } else if (line != null && line.withheld() != null) {
            sheet.text("D: " + line.withheld());
        }
    }

    /** Without a second level, the most that displacement could be: all the time that items waited for their owners. */
    private void bounds() {
        Estimate owner = published.line("ledger/all/all/owner/waitingShare").map(Line::estimate).orElse(null);
        if (owner != null) {
            sheet.text(Page.format("What can be said: %.0f %% of the waiting hours (95 %% interval %.0f to %.0f %%; %,d"
                    + " items) were spent in an owner's hands, so between 0 and %.0f %% of them may have been displaced"
                    + " by less important work.", 100 * owner.value(), 100 * owner.low(), 100 * owner.high(),
                    owner.n(), Math.ceil(100 * owner.value())));
        }
    }

    private List<String> doingRow(String name, String row) {
        List<String> cells = new ArrayList<>(List.of(name, figures.hours(row + "waiting/hours")));
        DOINGS.forEach(doing -> cells.add(figures.share(row + doing + "/waitingShare")));
        return cells;
    }

    /** The class that displaced most. */
    private String by(String row) {
        String most = Sheet.NOTHING;
        double hours = 0;
        for (String name : classes("priority")) {
            Estimate by = published.line(row + "displacedNew/by/" + Line.idPart(name) + "/hours").map(Line::estimate)
                    .orElse(null);
            if (by != null && by.value() > hours) {
                hours = by.value();
                most = name;
            }
        }
        return most;
    }

    private void versions() {
        List<String> periods = published.readings().stream().flatMap(reading -> reading.lines().stream())
                .map(Line::period).filter(period -> period.startsWith("version/")).distinct().sorted().toList();
        if (periods.size() < 2) {
            return;
        }
        sheet.heading("By version of the charter");
        List<List<String>> rows = new ArrayList<>();
        List<String> classes = new ArrayList<>(classes("priority"));
        classes.add("all");
        for (String name : classes) {
            for (String period : periods) {
                String row = (name.equals("all") ? "ledger/all/all/" : row("priority", name)) + period + "/";
                String version = period.substring(8).equals("before") ? "before the first" : period.substring(8);
                rows.add(List.of(name + ", " + version, figures.hours(row + "live/hours"),
                        figures.share(row + "nobody/share"), figures.share(row + "owner/share"),
                        figures.share(row + "reviewer/share"), figures.share(row + "outranked/waitingShare"),
                        figures.share(row + "displacedNew/waitingShare")));
            }
        }
        rows.removeIf(row -> row.get(1).equals(Sheet.NOTHING));
        sheet.table(List.of("priority, version from", "hours", "nobody", "owner", "review", "outranked", "lower, new"),
                rows);
        sheet.quiet("hours are split at the instant a version came into force; outranked and \"lower, new\" are shares"
                + " of waiting hours.");
    }

    private void efficiency() {
        String row = "ledger/all/all/flowEfficiency/";
        if (published.line(row + "calendar").map(Line::estimate).isEmpty()) {
            return;
        }
        sheet.heading("Flow efficiency");
        sheet.table(List.of("recorded work over elapsed time", "on calendar", "wall clock"), List.of(
                List.of("without rework", figures.interval(row + "calendar"), figures.interval(row + "wall")),
                List.of("with rework", figures.interval(row + "calendarWithRework"),
                        figures.interval(row + "wallWithRework"))));
        sheet.quiet("the four forms differ by factors: say which one you mean.");
    }

    private void say() {
        new FindingsSheet(published, command, again).made(sheet);
        Sentence sentence = Sentence.choose(published);
        sheet.heading("What you can say");
        sheet.say(sentence.text());
        if (!sentence.line().isEmpty()) {
            sheet.command("Proof: ", command + " show '" + sentence.line() + "'" + again);
        }
    }

    private void troubles() {
        List<Trouble> troubles = published.troubles();
        if (troubles.isEmpty()) {
            return;
        }
        sheet.heading("Troubles in the charter and the data");
        List<String> kinds = Figures.kinds(troubles);
        kinds.stream().limit(MOST_TROUBLES).forEach(sheet::entry);
        if (kinds.size() > MOST_TROUBLES) {
            sheet.quiet("and " + (kinds.size() - MOST_TROUBLES) + " kinds more: --json");
        }
    }

    private void next() {
        sheet.heading("What to do next");
        sheet.text(head.versions().stream().anyMatch(Head.Version::assumed)
                ? "Reorder the lines of the priorities in " + charter + " until they say what you mean, take 'assumed'"
                        + " out when they were really declared, and run this again."
                : "Write limits that these figures are to keep under 'gates' in " + charter + ".");
        sheet.command("Then: ", command + " check" + Options.withoutWindow(again));
    }
}
