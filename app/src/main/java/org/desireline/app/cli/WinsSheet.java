package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.app.web.ChoiceWords;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Trap;
import org.desireline.number.Estimate;
import org.desireline.part.ClassTable;
import org.desireline.publish.Published;
import org.jspecify.annotations.Nullable;

/**
 * What wins when priorities compete, what decides which work starts, and what got attention: the sections that {@code
 * look} and {@code report} share.
 */
final class WinsSheet {

    private static final List<String> FAMILIES = List.of("firstStart", "pool", "switch");
    private static final List<String> FLAGS = List.of("worth: ", "power: ", "teams: ", "switch: ", "pool: ");

    private final Published published;
    private final Figures figures;
    private final String command;
    private final String again;

    /**
     * The sections of a run.
     *
     * @param command how this program is called here
     * @param again what to add to a command so that it sees what this one saw
     */
    WinsSheet(Published published, String command, String again) {
        this.published = published;
        this.figures = new Figures(published);
        this.command = command;
        this.again = again;
    }

    /** Whether a flag of the contests is told by these sections. */
    static boolean tells(String flag) {
        return FLAGS.stream().anyMatch(flag::startsWith);
    }

    /** What wins: pair by pair of priorities, and each tradeoff rule. */
    void wins(Sheet sheet) {
        Reading contest = published.reading("contest").orElse(null);
        if (contest == null) {
            return;
        }
        pairs(sheet, contest);
        tradeoffs(sheet, contest);
    }

    private void pairs(Sheet sheet, Reading contest) {
        List<Line> tried = lines(contest, "pair", "inversion");
        List<String> told = contest.flags().stream().filter(WinsSheet::tells).toList();
        if (tried.isEmpty() && told.isEmpty()) {
            return;
        }
        sheet.heading("Which wins, for one item of each on the menu");
        List<List<String>> rows = new ArrayList<>();
        for (Line line : tried) {
            String pair = line.id().substring(0, line.id().length() - "/inversion".length());
            rows.add(List.of(line.about().id(), figures.count(pair + "/occasions"), figures.odds(pair + "/worth"),
                    verdict(line)));
        }
        if (!tried.isEmpty()) {
            sheet.table(List.of("both ready, one started", "occasions", "first : second (95 %)", "the order here"),
                    rows);
            sheet.quiet("how many times as likely the first is to be started as the second, where one of each is on the"
                    + " menu; people as clusters, tests by Holm over all pairs. Menus: " + show("contest/priority")
                    + ".");
        }
        never(sheet, contest);
        told.forEach(flag -> sheet.entry("! " + flag));
        teams(sheet, contest);
    }

    /** Pairs that were never on one menu: an answer of its own. */
    private void never(Sheet sheet, Reading contest) {
        List<String> names = lines(contest, "pair", "occasions").stream()
                .filter(line -> line.estimate() != null && line.estimate().value() == 0)
                .map(line -> line.about().id().replace(" over ", " and ")).toList();
        if (!names.isEmpty()) {
            sheet.text("These never competed: " + String.join("; ", names) + ". (An exact count.)");
        }
        for (Line line : lines(contest, "pair", "neverChosen")) {
            Estimate never = line.estimate();
            if (never != null && never.value() > 0) {
                sheet.text(Page.format("%s: one of the two was never chosen in %,.0f opportunities (so at most in"
                        + " %.1f %% of them).", line.about().id(), never.value(), 300 / never.value()));
            }
        }
    }

    private void teams(Sheet sheet, Reading contest) {
        List<Line> lines = contest.lines().stream()
                .filter(line -> line.id().startsWith("contest/team/") && line.id().endsWith("/worth")).toList();
        List<List<String>> rows = new ArrayList<>();
        lines.stream().filter(line -> line.estimate() != null).forEach(line ->
                rows.add(List.of(line.about().id() + ", " + line.label().replace("worth: ", ""),
                        figures.odds(line.id()), figures.people(line.id()))));
        if (!rows.isEmpty()) {
            sheet.table(List.of("by team, drawn towards the whole", "first : second (95 %)", "people"), rows);
        }
    }

    private void tradeoffs(Sheet sheet, Reading contest) {
        List<Line> rules = lines(contest, "tradeoff", "occasions");
        if (rules.isEmpty()) {
            return;
        }
        sheet.heading("Tradeoff rules");
        List<List<String>> rows = new ArrayList<>();
        for (Line rule : rules) {
            String id = rule.id().substring(0, rule.id().length() - "/occasions".length());
            Estimate met = rule.estimate();
            boolean never = met != null && met.value() == 0;
            rows.add(List.of(rule.about().id(), figures.count(rule.id()), figures.interval(id + "/kept"),
                    never ? "never tested" : kept(estimate(id + "/kept"))));
        }
        sheet.table(List.of("rule", "occasions", "kept (95 %)", ""), rows);
        sheet.quiet("occasions on which work of both lay on one menu while the rule was in force, and one of the two"
                + " was started; exact counts. Menus: " + show("contest/tradeoff") + ".");
    }

    private static String kept(@Nullable Estimate kept) {
        return kept == null ? Sheet.NOTHING : kept.low() > 0.5 ? "mostly kept" : kept.high() < 0.5 ? "mostly broken"
                : "cannot tell";
    }

    private static String verdict(Line inversion) {
        Estimate odds = inversion.estimate();
        if (odds == null) {
            return "withheld";
        }
        return switch (odds.strength()) {
            case SHOWS -> "reversed: shows";
            case SUGGESTS -> "reversed: suggests";
            case CANNOT_TELL -> odds.high() < 1 ? "followed" : "cannot tell";
            case EXACT -> Sheet.NOTHING;
        };
    }

    /** What decides which work starts, by kind of decision. */
    void decides(Sheet sheet) {
        Reading choice = published.reading("choice").orElse(null);
        if (choice == null) {
            return;
        }
        sheet.heading("What decides which work starts");
        if (choice.refusal() != null) {
            sheet.text(choice.refusal().sentence());
            dropped(sheet, choice);
            return;
        }
        FAMILIES.forEach(family -> family(sheet, choice, family));
        dropped(sheet, choice);
        choice.flags().forEach(flag -> sheet.entry("! " + flag));
    }

    private void family(Sheet sheet, Reading choice, String family) {
        String row = "choice/" + family + "/";
        boolean any = choice.lines().stream().anyMatch(line -> line.id().startsWith(row) && line.estimate() != null);
        if (!any) {
            return;
        }
        if (!family.equals("firstStart")) {
            sheet.text(family.equals("pool") ? "Taken out of what nobody owned:" : "Turned to when something else was"
                    + " left (a check, of which nothing is claimed):");
        }
        explained(sheet, row);
        List<List<String>> rows = new ArrayList<>();
        List<String> attributes = choice.lines().stream()
                .filter(line -> line.id().startsWith(row) && line.about().kind().equals("attribute")
                        && line.label().equals("effect"))
                .map(line -> line.about().id())
                .sorted(Comparator.<String>comparingInt(WinsSheet::place).thenComparing(Comparator.naturalOrder()))
                .toList();
        boolean claims = !family.equals("switch");
        for (String attribute : attributes) {
            String shift = figures.interval(row + attribute + "/shift");
            rows.add(claims ? List.of(words(attribute), shift, claim(estimate(row + attribute + "/effect")))
                    : List.of(words(attribute), shift));
        }
        sheet.table(claims ? List.of("of two alike, the one that is", "is started (95 %)", "so it")
                : List.of("of two alike, the one that is", "is turned to (95 %)"), rows);
        sheet.quiet("50 % would be no matter; by one typical difference on a menu. Cases: " + show(row + "priority")
                + ".");
        rates(sheet, choice, row);
        fit(sheet, row);
    }

    /** Where an attribute stands; one that is made of several stands with the first of them. */
    private static int place(String attribute) {
        int place = ChoiceWords.ATTRIBUTE_ORDER.indexOf(attribute.split("\\+", 2)[0]);
        return place < 0 ? ChoiceWords.ATTRIBUTE_ORDER.size() : place;
    }

    private static String words(String attribute) {
        List<String> parts = new ArrayList<>();
        for (String part : attribute.split("\\+", -1)) {
            parts.add(ChoiceWords.ATTRIBUTES.getOrDefault(part, part));
        }
        return String.join(" and ", parts);
    }

    private void explained(Sheet sheet, String row) {
        List<List<String>> rows = new ArrayList<>();
        for (String group : ChoiceWords.GROUP_ORDER) {
            Estimate share = estimate(row + group + "/explains");
            if (published.line(row + group + "/nats").isPresent()) {
                rows.add(List.of(ChoiceWords.GROUPS.getOrDefault(group, group), share == null ? Sheet.NOTHING
                        : share.value() < 0.005 ? "≈0" : figures.interval(row + group + "/explains"),
                        nats(estimate(row + group + "/nats"))));
            }
        }
        sheet.table(List.of("what explains the choices", "of what can be (95 %)", "nats a choice"), rows);
    }

    private static String nats(@Nullable Estimate nats) {
        return nats == null ? "–" : nats.value() < 0.005 ? "≈0"
                : Page.format("%.2f (%.2f–%.2f)", nats.value(), nats.low(), nats.high());
    }

    private static String claim(@Nullable Estimate estimate) {
        return estimate == null ? "withheld" : switch (estimate.strength()) {
            case SHOWS -> "shows";
            case SUGGESTS -> "suggests";
            case CANNOT_TELL -> "cannot tell";
            case EXACT -> Sheet.NOTHING;
        };
    }

    private void rates(Sheet sheet, Reading choice, String row) {
        for (Line line : choice.lines()) {
            Estimate rate = line.estimate();
            if (line.id().startsWith(row + "rate/") && line.label().equals("rate") && rate != null) {
                sheet.entry(Page.format("%.1f (95 %% %.1f to %.1f) %s", rate.value(), rate.low(), rate.high(),
                        line.of()));
            }
        }
    }

    /** How often each rule would have named what was started, on the last quarter of the choices. */
    private void fit(Sheet sheet, String row) {
        Estimate model = estimate(row + "fit/hit");
        if (model == null) {
            return;
        }
        List<String> rivals = new ArrayList<>();
        Map<String, String> names = new TreeMap<>(Map.of("hitByOrder", "the order alone", "hitByAge", "oldest first",
                "hitBySize", "smallest first", "hitByChance", "a blind draw"));
        names.forEach((label, name) -> {
            Estimate hit = estimate(row + "fit/" + label);
            if (hit != null) {
                rivals.add(name + " " + figures.interval(row + "fit/" + label));
            }
        });
        sheet.text(Page.format("Of the last %,d choices out of short menus, held out, all of this together names the"
                + " one that was started in %.0f %% (%.0f to %.0f); %s.", model.n(), 100 * model.value(),
                100 * model.low(), 100 * model.high(), String.join(", ", rivals)));
    }

    private void dropped(Sheet sheet, Reading reading) {
        List<String> parts = new ArrayList<>();
        reading.dropped().forEach((reason, count) -> {
            int slash = reason.indexOf('/');
            String why = ChoiceWords.REASONS.getOrDefault(reason.substring(slash + 1), reason.substring(slash + 1));
            parts.add(Page.format("%,d %s%s", count, slash < 0 ? "" : reason.substring(0, slash) + ": ", why));
        });
        if (!parts.isEmpty()) {
            sheet.quiet(Page.format("Of %,d decisions of every kind %,d count; left out: %s.", reading.partsSeen(),
                    reading.partsUsed(), String.join(" · ", parts)));
        }
    }

    /** What got attention, beside what came in. */
    void attention(Sheet sheet, List<String> kinds) {
        Reading attention = published.reading("attention").orElse(null);
        if (attention == null) {
            return;
        }
        sheet.heading("What got attention, week by week");
        if (attention.refusal() != null) {
            sheet.text(attention.refusal().sentence());
            return;
        }
        long told = kinds.stream().filter(kind -> attention(sheet, attention, kind)).count();
        if (told == 0) {
            sheet.text("No two classes of work are told apart here: there is nothing to compare.");
        }
        attention.flags().stream().filter(flag -> !Trap.isFlag(flag) && !flag.contains("medians of waiting"))
                .forEach(flag -> sheet.entry("! " + flag));
    }

    /** Whether classes of a kind could be set beside one another. */
    private boolean attention(Sheet sheet, Reading reading, String kind) {
        List<String> classes = new ArrayList<>(kind.equals("priority") ? published.head().priorities() : List.of());
        List<String> found = reading.lines().stream().filter(line -> line.about().kind().equals(kind))
                .map(line -> line.about().id()).distinct().toList();
        classes.retainAll(found);
        found.stream().filter(name -> !classes.contains(name) && !name.contains(" over ")).forEach(classes::add);
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> way = new ArrayList<>();
        for (String name : classes) {
            String row = "attention/" + kind + "/" + Line.idPart(name) + "/";
            rows.add(List.of(name, figures.share(row + "arrivals"), figures.interval(row + "touches"),
                    figures.interval(row + "hours"), figures.share(row + "intended"),
                    figures.points(row + "againstIntended")));
            way.add(List.of(name, figures.number(row + "reviews"), figures.number(row + "approvals"),
                    figures.hoursInterval(row + "waitHours")));
        }
        rows.removeIf(row -> List.of(Sheet.NOTHING, "–").contains(row.get(1))
                && List.of(Sheet.NOTHING, "–").contains(row.get(2)));
        way.removeIf(row -> row.stream().skip(1).allMatch(Sheet.NOTHING::equals));
        boolean named = rows.stream().anyMatch(row -> !row.get(0).equals(ClassTable.OTHER)
                && !row.get(0).equals(ClassTable.NONE));
        if (named) {
            sheet.table(List.of(kind, "came in", "touches (95 %)", "hours (95 %)", "intended", "off by"), rows);
            sheet.table(List.of("on its way, an item", "reviews (95 %)", "approvals (95 %)", "median wait h (95 %)"),
                    way);
        }
        return named;
    }

    private @Nullable Estimate estimate(String id) {
        return published.line(id).map(Line::estimate).orElse(null);
    }

    /** The lines of a label about things of a kind, those of declared pairs in their order. */
    private List<Line> lines(Reading reading, String kind, String label) {
        List<String> order = published.head().priorities();
        return reading.lines().stream()
                .filter(line -> line.about().kind().equals(kind) && line.label().equals(label))
                .sorted(Comparator.<Line>comparingInt(line -> rank(order, line, 0))
                        .thenComparingInt(line -> rank(order, line, 1)).thenComparing(Line::id)).toList();
    }

    private static int rank(List<String> order, Line line, int side) {
        String[] names = line.about().id().split(" over ", -1);
        return side < names.length ? order.indexOf(names[side]) : -1;
    }

    private String show(String what) {
        return command + " show " + what + again;
    }
}
