package org.desireline.app.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.desireline.app.run.Gap;
import org.desireline.charter.Dimension;
import org.desireline.finding.Sentence;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.journal.Trouble;
import org.desireline.number.Estimate;
import org.desireline.part.Account;
import org.desireline.part.ClassTable;
import org.desireline.publish.Head;
import org.desireline.publish.Published;

/** The page that {@code look} prints: what can be known, what wins, where the hours went, what can be said. */
final class LookPage {

    private static final List<Account> PARTIES = List.of(Account.nobody, Account.owner, Account.reviewer,
            Account.decider, Account.otherItem, Account.ownerUnknown, Account.worked);
    private static final int MOST_TROUBLES = 6;
    private static final int NAME_WIDTH = 30;

    private final Published published;
    private final Figures figures;
    private final Page page;
    private final WinsSheet wins;
    private final List<Dimension> by;
    private final String guesses;
    private final List<Gap> gaps;
    private final int limit;
    private final String command;
    private final String again;

    /**
     * A page.
     *
     * @param by dimensions besides priority to print
     * @param guesses path of the file of guesses, as shown
     * @param gaps what the exports do not hold, and what fetches it
     * @param limit rows in a list
     * @param command how this program is called here, for the commands the page names
     * @param again what to add to a command so that it sees what this one saw
     */
    LookPage(Published published, boolean colour, List<Dimension> by, String guesses, List<Gap> gaps, int limit,
            String command, String again) {
        this.published = published;
        this.figures = new Figures(published);
        this.page = new Page(colour);
        this.wins = new WinsSheet(published, command, again);
        this.by = List.copyOf(by);
        this.guesses = guesses;
        this.gaps = List.copyOf(gaps);
        this.limit = limit;
        this.command = command;
        this.again = again;
    }

    String text() {
        support();
        if (published.head().isLone()) {
            changes();
            page.title("Where the hours on calendar went, " + window());
            page.wrap(Ink.QUIET, "from the first commit to the merge: shares of live working hours. review: from the"
                    + " last commit to the merge, waiting for review or to be merged. unknwn: from the first commit to"
                    + " the last, when it is not on record who was awaited. parked: untouched for 180 days. What"
                    + " touches several areas counts for the one with the most hours of them."
                    + (published.line(line("all", "all", Account.owner, "share")).isEmpty() ? ""
                    : " owner: work on reviews, of too few people to stand apart."), 0);
            by.forEach(this::dimension);
        } else {
            order();
            shared(wins::wins);
            shared(wins::decides);
            changes();
            by.forEach(this::dimension);
            shared(sheet -> wins.attention(sheet, kinds()));
            hours();
        }
        shared(new PromiseSheet(published, command, again)::promised);
        shared(new OwnersSheet(published, command, again)::owns);
        shared(new DecisionSheet(published, command, again)::decided);
        shared(new IntentSheet(published, command, again)::told);
        waits();
        shared(new FindingsSheet(published, command, again)::made);
        say();
        return page.toString();
    }

    /** Prints sections that the report has too. */
    private void shared(Consumer<Sheet> sections) {
        Sheet sheet = new Sheet();
        sections.accept(sheet);
        page.append(sheet);
    }

    private List<String> kinds() {
        List<String> kinds = new ArrayList<>(List.of("priority"));
        by.forEach(dimension -> kinds.add(dimension.label()));
        return kinds;
    }

    private void support() {
        Head head = published.head();
        Head.Data data = head.data();
        page.title("What this data can and cannot support");
        page.line(Page.format("%,d items · %,d events · %,d people · until %s", data.items(), data.events(),
                data.actors(), Instant.ofEpochMilli(head.asOfMillis()).toString().substring(0, 10)));
        if (!head.isLone()) {
            page.line(Page.format("%,d status changes · %,d owner changes · %,d priority changes",
                    data.statusChanges(), data.assigneeChanges(), data.priorityChanges()));
            page.line(Page.format("%,d items reopened (%,d times) · %,d comments · %,d work logs",
                    data.reopenedItems(), data.reopenedEvents(), data.comments(), data.workLogs()));
        }
        page.line(Page.format("window %s: %s to %s (%s)", head.window().name(), head.window().from(),
                head.window().to().minusDays(1), head.zone()));
        page.blank();
        if (head.isLone()) {
            lone();
        } else {
            told(data);
        }
        guessed();
        troubles();
    }

    /** What a repository alone can tell. */
    private void lone() {
        supported("when work came to the main line, and when it was begun: from the first commit of each merge or pull"
                + " request to its merge, by kind and by area");
        unsupported("how long it took where git keeps one time only: of a squashed pull request, and of most commits"
                + " straight on the main line. They are items with hardly an hour");
        unsupported("what was never merged, who was asked for a review and when, and reviews that no commit names");
        unsupported("who owned an item when, and what owners did meanwhile: git knows no owners");
        unsupported("an order: no item carries a priority");
    }

    private void told(Head.Data data) {
        if (data.activities().told() > 0 && data.itemsWithChangeLog() == 0) {
            unsupported("who had a case when, and when work began: the log tells what was completed only. From the"
                    + " system that wrote it, export the moments at which work was scheduled and begun as well"
                    + " (lifecycle:transition in XES, a column of starts in CSV)");
            supported("which activity came when, and which status a case had after it");
        } else if (data.itemsWithChangeLog() == data.items()) {
            supported(isLog() ? "states and owners over time: the log tells when work on every case began and ended"
                    : "states and owners over time: the change log of every item is here");
        } else if (data.itemsWithChangeLog() > 0) {
            unsupported(Page.format("states and owners over time: a whole change log for %,d of %,d items only",
                    data.itemsWithChangeLog(), data.items()));
        } else {
            unsupported("who owned an item when, and when work began: there is no change log");
            supported("what was created, by priority, type and component; when it was resolved; who holds it since its"
                    + " last update");
        }
        if (data.mu() >= 0.8) {
            supported(Page.format("an order: %.0f %% of items carry a priority of known rank",
                    Math.floor(100 * data.mu())));
        } else {
            unsupported(Page.format("an order: only %.0f %% of items carry a priority of known rank",
                    Math.floor(100 * data.mu())));
        }
        if (data.kappa() >= 0.2) {
            supported(Page.format("what owners did meanwhile: recorded work covers %s of the time that could go into"
                    + " tracked work (κ; 60 %% of the calendar, assumed): see report", percent(data.kappa())));
        } else {
            unsupported(Page.format("what owners did meanwhile: recorded work covers %s of the time that could go into"
                    + " tracked work (κ; 60 %% of the calendar, assumed), so an hour in the owner's hands is not split"
                    + " into work and waiting", percent(data.kappa())));
        }
        Figures.activities(data.activities()).forEach(text -> page.hang("· " + text, 2, 4));
        Figures.work(data.work()).forEach(text -> page.hang("· " + text, 2, 4));
        published.line("ledger/all/everything/all/unassigned/wallShare").map(Line::estimate)
                .ifPresent(this::unassigned);
        richer();
    }

    /** What to type where items are without their past; as it is typed, however long. */
    private void richer() {
        if (gaps.isEmpty()) {
            return;
        }
        page.blank();
        Gap gap = gaps.getFirst();
        page.hang(Page.format("Fetch the past of %,d items from %s%s, then look at the folder:", gap.items(),
                tracker(gap.source()), gaps.size() == 1 ? ""
                : Page.format(" (and %d more like it: docs/sources.md)", gaps.size() - 1)), 0, 2);
        gap.commands().forEach(typed -> page.line("  " + page.paint(Ink.NAME, Page.clean(typed))));
    }

    private static String tracker(String source) {
        return switch (source) {
            case "github" -> "GitHub";
            case "gitlab" -> "GitLab";
            case "jira" -> "Jira, page by page";
            default -> source;
        };
    }

    /** Whether the data are process logs and nothing else: besides its activities a case is created and closed. */
    private boolean isLog() {
        Head.Data data = published.head().data();
        return data.activities().told() > 0 && data.activities().told() + 2 * data.items() >= data.events();
    }

    private void unassigned(Estimate share) {
        String text = "· of all open time, every item's whole history by the wall clock, ";
        if (share.sensitivityHigh() > share.value()) {
            page.hang(Page.format("%sbetween %.1f and %.1f %% had no owner, for want of a change log", text,
                    100 * share.value(), 100 * share.sensitivityHigh()), 2, 4);
        } else {
            page.hang(Page.format("%s%.1f %% had no owner (95 %% interval %.1f to %.1f)", text, 100 * share.value(),
                    100 * share.low(), 100 * share.high()), 2, 4);
        }
    }

    private void supported(String text) {
        page.hang("✓ " + text, 2, 4);
    }

    private void unsupported(String text) {
        page.hang("✗ " + text, 2, 4);
    }

    private static String percent(double share) {
        return share > 0 && share < 0.01 ? Page.format("%.1f %%", 100 * share) : Page.format("%.0f %%", 100 * share);
    }

    private void guessed() {
        page.blank();
        page.hang("Guessed" + (guesses.isEmpty() ? ":" : " (edit " + guesses + ", run again):"), 0, 2);
        for (Head.Assumption assumption : published.head().assumptions()) {
            page.hang(Page.format("%-11s%s (%s)", assumption.what(), assumption.value(), assumption.why()), 2, 13);
        }
    }

    private void troubles() {
        List<Trouble> troubles = published.troubles();
        if (troubles.isEmpty()) {
            return;
        }
        List<String> kinds = Figures.kinds(troubles);
        long all = troubles.stream().mapToLong(Trouble::count).sum();
        page.blank();
        page.line(page.paint(Ink.WARN, Page.format("Troubles in the data: %,d%s", all,
                kinds.size() > MOST_TROUBLES ? " (all of them: --json)" : "")));
        kinds.stream().limit(MOST_TROUBLES).forEach(kind -> page.hang(kind, 2, 4));
    }

    private void order() {
        page.title(published.head().isDeclared() ? "The declared order against the lived one"
                : isLog() ? "The order of priorities against the lived one"
                : "The tracker's order against the lived one");
        Reading reading = published.reading("contest").orElse(null);
        if (reading == null) {
            return;
        }
        pullIndex(reading);
        List<Line> pairs = reading.lines().stream()
                .filter(line -> line.about().kind().equals("pair") && line.label().equals("wins")).toList();
        if (pairs.isEmpty()) {
            return;
        }
        page.blank();
        winsHead("both ready on one desk", "the first won", pairs);
        List<String> order = published.head().priorities();
        pairs.stream().filter(line -> line.estimate() != null)
                .sorted(Comparator.<Line>comparingInt(line -> rank(order, line, 0))
                        .thenComparingInt(line -> rank(order, line, 1)))
                .forEach(line -> win(line, line.about().id(), 30));
        withheld(pairs);
        if (pairs.stream().anyMatch(line -> line.estimate() != null)) {
            page.wrap(Ink.QUIET, "exact counts; their intervals take choices as independent, that of Π does not", 0);
        }
    }

    /** How changes to a repository come in, where any did. */
    private void changes() {
        Reading reading = published.reading("review").orElse(null);
        if (reading == null || !reading.measured()) {
            return;
        }
        page.title("How changes come in");
        changes("toFirstReview", "first review by another than the author");
        changes("toMerge", "merge");
        Line without = published.line("review/all/all/unreviewed").orElse(null);
        Estimate share = without == null ? null : without.estimate();
        if (share != null) {
            page.hang(Page.format("%,.0f of %,d changes were merged without a review by anybody but their author:"
                    + " %.0f %% (%.0f to %.0f)", share.value() * share.n(), share.n(), 100 * share.value(),
                    100 * share.low(), 100 * share.high()), 0, 2);
        } else if (without != null) {
            page.hang("merged without a review by another: withheld, " + without.withheld(), 0, 2);
        }
        reading.flags().forEach(flag -> page.hang("! " + flag, 0, 2));
        page.wrap(Ink.QUIET, "wall clock, merged in the window, proposed by people; by class, and the longest: "
                + show("review") + ".", 0);
    }

    private void changes(String label, String end) {
        Line line = published.line("review/all/all/" + label).orElse(null);
        Estimate hours = line == null ? null : line.estimate();
        if (hours != null) {
            page.hang(Page.format("half had their %s within %s h (95 %% %s to %s; %,d changes)", end,
                    page.paint(Ink.SAY, Page.format("%,.1f", hours.value())), Page.format("%,.1f", hours.low()),
                    Page.format("%,.1f", hours.high()), hours.n()), 0, 2);
        } else if (line != null) {
            page.hang("to the " + end + ": withheld, " + line.withheld(), 0, 2);
        }
    }

    private static int rank(List<String> order, Line line, int side) {
        String[] names = line.about().id().split(" over ", -1);
        return side < names.length ? order.indexOf(names[side]) : -1;
    }

    private void pullIndex(Reading reading) {
        if (reading.refusal() != null) {
            page.wrap(reading.refusal().sentence(), 0);
            dropped(reading);
            return;
        }
        Line line = published.line("contest/priority/pullIndex").orElse(null);
        Estimate index = line == null ? null : line.estimate();
        if (line == null || index == null) {
            page.wrap("Withheld: " + (line == null || line.withheld() == null ? "no choices" : line.withheld())
                    + ".", 0);
            return;
        }
        page.line(Page.format("pull index Π  %s  (%.2f to %.2f; %,d choices of %d people)",
                page.paint(Ink.SAY, Page.format("%.2f", index.value())), index.low(), index.high(), index.n(),
                index.actors()));
        page.line(page.paint(Ink.QUIET, "1 the order is followed · 0 it is ignored · below 0 it is reversed"));
        page.line(scale(index));
        published.line("contest/priority/pullIndex/passedOver").map(Line::estimate).ifPresent(over ->
                published.line("contest/priority/pullIndex/passedOverByChance").map(Line::estimate).ifPresent(blind ->
                        page.wrap(Page.format("%,.0f of %,d choices passed over something of higher priority that"
                                + " lay ready on the same desk; a blind draw would have passed over %,.0f.",
                                over.value(), over.n(), blind.value()), 0)));
        for (String setting : List.of("pulled", "pushed", "openDesk", "noStale")) {
            published.line("contest/priority/pullIndex/" + setting).ifPresent(other -> setting(setting, other));
        }
        dropped(reading);
        reading.flags().stream().filter(flag -> !WinsSheet.tells(flag)).forEach(flag -> page.hang("! " + flag, 0, 2));
    }

    private void setting(String setting, Line line) {
        String name = switch (setting) {
            case "pulled" -> "taken up by the owner's own choice";
            case "pushed" -> "just assigned by somebody else";
            case "openDesk" -> "every open item on the menu";
            default -> "without items untouched for 180 days";
        };
        Estimate estimate = line.estimate();
        if (estimate == null) {
            page.hang(name + ": withheld, " + line.withheld(), 2, 4);
            return;
        }
        page.line(Page.format("  %-38sΠ %5.2f  (%.2f to %.2f; %,d choices)", name, estimate.value(), estimate.low(),
                estimate.high(), estimate.n()));
    }

    private void dropped(Reading reading) {
        Map<String, String> words = new TreeMap<>(Map.of(
                "oneItemMenu", "had nothing else to choose", "oneClass", "had one rank to choose from",
                "menuMiss", "of items not on their owner's menu", "container", "of containers",
                "unranked", "of items without a rank", "fromPool", "just taken out of what nobody owned"));
        List<String> parts = new ArrayList<>();
        words.forEach((reason, text) -> {
            Long count = reading.dropped().get(reason);
            if (count != null) {
                parts.add(Page.format("%,d %s", count, text));
            }
        });
        if (!parts.isEmpty()) {
            page.hang("not counted, of the window's starts: " + String.join(" · ", parts), 0, 2);
        }
    }

    /** Π and its interval on a line from -1 to 1. */
    private String scale(Estimate index) {
        int cells = 51;
        StringBuilder line = new StringBuilder("─".repeat(cells));
        for (int i = 0; i < cells; i++) {
            double at = 2.0 * i / (cells - 1) - 1;
            if (index.low() <= at && at <= index.high()) {
                line.setCharAt(i, '━');
            }
        }
        line.setCharAt(cells / 2, '┼');
        line.setCharAt((int) Math.round((Math.clamp(index.value(), -1, 1) + 1) / 2 * (cells - 1)), '●');
        return "  −1 reversed " + page.paint(Ink.NAME, line.toString()) + " 1 followed";
    }

    private void winsHead(String both, String won, List<Line> lines) {
        if (lines.stream().anyMatch(line -> line.estimate() != null)) {
            page.line(page.paint(Ink.QUIET, Page.format("%-34s%12s%12s%12s", both, won, "95 %", "blindly")));
        }
    }

    private static long descending(Line line) {
        return line.estimate() == null ? 0 : -line.estimate().n();
    }

    private void withheld(List<Line> lines) {
        long hidden = lines.stream().filter(line -> line.withheld() != null).count();
        if (hidden > 0) {
            page.line(page.paint(Ink.QUIET, Page.format("%d%s withheld: %s", hidden,
                    hidden < lines.size() ? " more" : "", lines.stream()
                    .map(Line::withheld).filter(reason -> reason != null).findFirst().orElse(""))));
        }
    }

    private void win(Line wins, String name, int width) {
        Estimate estimate = wins.estimate();
        if (estimate == null) {
            return;
        }
        String chance = published.line(wins.id() + "ByChance").map(Line::estimate)
                .map(blind -> Page.format("%.0f %%", 100 * blind.value())).orElse("");
        String share = Page.format("%,d of %,d  %3.0f %%", Math.round(estimate.value() * estimate.n()), estimate.n(),
                100 * estimate.value());
        page.line(Page.format("%-" + width + "s%16s%12s%12s", Page.fit(name, width - 1), share,
                Page.format("%.0f–%.0f", 100 * estimate.low(), 100 * estimate.high()), chance));
    }

    private void dimension(Dimension dimension) {
        Reading reading = published.reading("contest").orElse(null);
        List<Line> wins = reading == null ? List.of() : reading.lines().stream()
                .filter(line -> line.about().kind().equals(dimension.label()) && line.label().equals("wins")).toList();
        List<String> classes = published.readings().stream().flatMap(each -> each.lines().stream())
                .filter(line -> line.about().kind().equals(dimension.label()) && line.period().equals("window"))
                .map(line -> line.about().id()).distinct().toList();
        boolean told = classes.stream().anyMatch(name -> !name.equals(ClassTable.OTHER)
                && !name.equals(ClassTable.NONE));
        if (!told) {
            return;
        }
        String title = dimension == Dimension.FIX_VERSION ? "fix version" : dimension.label();
        page.title("By " + (published.head().isLone() && dimension == Dimension.COMPONENT ? "area" : title));
        if (wins.isEmpty() && !published.head().isLone()) {
            page.line(page.paint(Ink.QUIET, "no contest between these was recorded in the window"));
        } else if (!wins.isEmpty()) {
            winsHead("ready beside another on one desk", "started", wins);
            wins.stream().filter(line -> line.estimate() != null)
                    .sorted(Comparator.comparingLong(LookPage::descending).thenComparing(Line::id))
                    .forEach(line -> win(line, line.about().id(), 30));
            withheld(wins);
            page.blank();
        }
        table(dimension.label(), classes);
    }

    private void hours() {
        page.title("Where the hours on calendar went, " + window());
        List<String> classes = new ArrayList<>(published.head().priorities());
        classes.add(ClassTable.OTHER);
        classes.add(published.head().isDeclared() ? ClassTable.UNRANKED : ClassTable.NONE);
        table("priority", classes);
        page.wrap(Ink.QUIET,
                "exact counts of these items, as shares of live working hours, by the party awaited. Off-hours and"
                + " parked (untouched for 180 days, unowned) stand apart. Intervals and items: "
                        + show("ledger/priority") + ".", 0);
    }

    private String window() {
        return published.head().window().from() + " to " + published.head().window().to().minusDays(1);
    }

    /** One row a class: live hours, the share of each party, off-hours and parked hours. */
    private void table(String kind, List<String> classes) {
        List<Account> columns = PARTIES.stream().filter(account -> classes.stream().anyMatch(name ->
                published.line(line(kind, name, account, "share")).isPresent())
                || published.line(line("all", "all", account, "share")).isPresent()).toList();
        if (columns.isEmpty()) {
            page.line(page.paint(Ink.QUIET, "no live working hours in the window"));
            return;
        }
        int cell = columns.size() > 6 ? 6 : 7;
        int width = Math.min(NAME_WIDTH, Page.WIDTH - 23 - cell * columns.size());
        StringBuilder head = new StringBuilder(Page.format("%-" + width + "s%8s", kind, "hours"));
        columns.forEach(account -> head.append(Page.format("%" + cell + "s", heading(account))));
        page.line(page.paint(Ink.QUIET, head.append(Page.format("%8s%7s", "off", "parked")).toString()));
        List<String> rows = new ArrayList<>(classes);
        rows.add("all");
        for (String name : rows) {
            String in = name.equals("all") ? "all" : kind;
            String hours = figures.hours("ledger/" + in + "/" + Line.idPart(name) + "/live/hours");
            if (hours.equals(Sheet.NOTHING)) {
                continue;
            }
            StringBuilder row = new StringBuilder(Page.format("%-" + width + "s%8s", Page.fit(name, width - 1), hours));
            columns.forEach(account -> row.append(Page.format("%" + cell + "s", cell(in, name, account))));
            row.append(Page.format("%8s", figures.hours("ledger/" + in + "/" + Line.idPart(name) + "/offHours/hours")));
            row.append(Page.format("%7s", figures.hours(line(in, name, Account.parked, "hours"))));
            page.line(name.equals("all") ? page.paint(Ink.TITLE, row.toString()) : row.toString());
        }
    }

    private static String heading(Account account) {
        return switch (account) {
            case nobody -> "nobody";
            case owner -> "owner";
            case reviewer -> "review";
            case decider -> "decide";
            case otherItem -> "other";
            case ownerUnknown -> "unknwn";
            case worked -> "worked";
            case rework -> "rework";
            case parked -> "parked";
            case closedGap -> "closed";
        };
    }

    private static String line(String kind, String name, Account account, String label) {
        return "ledger/" + kind + "/" + Line.idPart(name) + "/" + account.name() + "/" + label;
    }

    /** The share of a party; recorded work of any cycle stands in one column. */
    private String cell(String kind, String name, Account account) {
        Optional<Line> line = published.line(line(kind, name, account, "share"));
        Estimate rework = account != Account.worked ? null
                : published.line(line(kind, name, Account.rework, "share")).map(Line::estimate).orElse(null);
        if (line.isEmpty()) {
            return rework == null ? Sheet.NOTHING : Figures.share(rework.value());
        }
        Estimate estimate = line.get().estimate();
        return estimate == null ? "–" : Figures.share(estimate.value() + (rework == null ? 0 : rework.value()));
    }

    private void waits() {
        page.title("The longest waits on calendar inside the window");
        Line line = published.line("ledger/all/all/largestWaits").orElse(null);
        if (line == null || line.withheld() != null) {
            page.wrap("Not enough evidence: " + (line == null ? "no wait in the window" : line.withheld())
                    + "; needs a longer window (--window all).", 0);
            return;
        }
        for (Evidence wait : line.evidence().subList(0, Math.min(limit, line.evidence().size()))) {
            boolean lone = published.head().isLone();
            int width = lone ? 26 : 17;
            String priority = lone ? " " : Page.format(" %-10s", priority(wait));
            page.line(Page.format("%s%s%-18s%s", page.paint(Ink.NAME, Page.format("%-" + width + "s",
                    Page.fitKey(wait.item(), width))), priority, since(wait), Page.clean(wait.because())));
        }
        page.wrap(Ink.QUIET, "not parked, no containers; open one: " + show(typed(line.evidence().get(0).item())), 0);
    }

    /** A key as it is typed: in quotes where a shell would make something of it. */
    private static String typed(String key) {
        String clean = Page.clean(key);
        return clean.matches("[A-Za-z0-9_.-]+") ? clean : "'" + clean.replace("'", "'\\''") + "'";
    }

    /** Since when it waited; a wait that was under way when the window began is older than that. */
    private String since(Evidence wait) {
        boolean older = wait.day().equals(published.head().window().from().toString());
        return (older ? "before " : "from ") + wait.day();
    }

    private static String priority(Evidence wait) {
        return wait.details().stream().filter(detail -> detail.startsWith("priority: "))
                .map(detail -> Page.fit(detail.substring(10), 9)).findFirst().orElse("");
    }

    private void say() {
        Sentence sentence = Sentence.choose(published);
        page.title("What you can say");
        page.wrap(Ink.SAY, sentence.text(), 0);
        page.blank();
        boolean isProven = !sentence.line().isEmpty();
        if (isProven) {
            page.line("Proof: " + page.paint(Ink.NAME, show("'" + sentence.line() + "'")));
        }
        if (isProven || !published.head().window().name().equals("all")) {
            page.line("Next:  " + page.paint(Ink.NAME, isProven ? next() : wholeHistory()));
        }
    }

    private String next() {
        Line waits = published.line("ledger/all/all/largestWaits").orElse(null);
        return waits != null && !waits.evidence().isEmpty() ? show(typed(waits.evidence().get(0).item()))
                : wholeHistory();
    }

    private String wholeHistory() {
        return command + " look --window all" + Options.withoutWindow(again).replace(" --from", "");
    }

    private String show(String what) {
        return command + " show " + what + again;
    }
}
