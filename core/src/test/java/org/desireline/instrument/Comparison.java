package org.desireline.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.instrument.ledger.Books;
import org.desireline.journal.Journal;
import org.desireline.journal.Verb;
import org.desireline.part.Account;
import org.desireline.part.AreaOracle;
import org.desireline.part.Assembly;
import org.desireline.part.Choice;
import org.desireline.part.Doing;
import org.desireline.part.Frame;
import org.desireline.part.Meanwhile;
import org.desireline.part.MenuOracle;
import org.desireline.part.MinuteOracle;
import org.desireline.part.Oracles;
import org.desireline.part.Organisation;
import org.desireline.part.Stretch;
import org.desireline.part.Tier;

/** Holds what is read of an organisation against what the oracles say of it. */
public final class Comparison {

    /** What is compared. */
    public enum Side {
        millis, line, doing, choice, turn, claim, prospect, actorWeek, teamWeek, areaWeek, areaStock, facts
    }

    private final Organisation organisation;
    private final Journal journal;
    private final Assembly assembly;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Long> met = new TreeMap<>();
    private final WeekTexts weeks;

    private Comparison(Organisation organisation) {
        this.organisation = organisation;
        this.journal = organisation.journal();
        this.assembly = organisation.assembly(journal);
        this.weeks = new WeekTexts(journal, assembly);
    }

    /** Assembles an organisation and compares it with the oracles; every law is asserted on the way. */
    public static Comparison of(Organisation organisation) {
        Comparison comparison = new Comparison(organisation);
        comparison.assembly.checkStock();
        Oracles oracles = new Oracles(organisation);
        comparison.compareHours(oracles.hours());
        comparison.compareChoices(oracles.menus());
        Map<String, String> actorWeeks = oracles.weeks().actorWeeks();
        Map<String, String> teamWeeks = oracles.weeks().teamWeeks();
        comparison.compare(Side.actorWeek, actorWeeks, comparison.weeks.actorWeeks());
        comparison.compare(Side.teamWeek, teamWeeks, comparison.weeks.teamWeeks());
        comparison.compareAreas(oracles.weeks().areas());
        actorWeeks.values().forEach(comparison::meetActorWeek);
        teamWeeks.values().forEach(comparison::meetTeamWeek);
        return comparison;
    }

    private void compareAreas(AreaOracle oracle) {
        AreaTexts read = new AreaTexts(journal, assembly);
        compare(Side.areaWeek, oracle.weeks(), read.weeks());
        compare(Side.areaStock, oracle.stocks(), read.stocks());
        oracle.weeks().forEach((whose, week) -> {
            String[] counts = week.split(" ", -1);
            meet("area week " + counts[0], 1);
            meet("area week of a team in another's", whose.contains(" as none ") || whose.contains(" of none ")
                    || whose.matches(".* as (.*) in .* of \\1 from .*") ? 0 : 1);
            meet("area week with declared", counts[2].equals("0") ? 0 : 1);
            meet("area week with unclear", counts[5].equals("0") ? 0 : 1);
            meet("area week with approvals", counts[6].equals("0") ? 0 : 1);
        });
        oracle.stocks().forEach((whose, stock) -> {
            String[] counts = stock.split(" ", -1);
            meet("area stock of a team", whose.contains(" of none ") ? 0 : 1);
            meet("area stock with new items", counts[1].equals("0") ? 0 : 1);
            meet("area stock with waiting", counts[3].equals("0") ? 0 : 1);
            meet("area stock with hand-overs", counts[4].equals("0") ? 0 : 1);
        });
    }

    private void compareHours(MinuteOracle oracle) {
        Map<String, Long> millis = oracle.millis();
        compare(Side.millis, millis, millis());
        compare(Side.line, oracle.ledgerLines(), Books.of(assembly));
        compare(Side.doing, oracle.doingLines(), Books.doings(assembly));
        compare(Side.facts, oracle.facts(), facts());
        millis.keySet().forEach(this::meetMillis);
        oracle.met().keySet().forEach(what -> meet(what, 1));
        meet("bulk edits", oracle.facts().get("bulkEdits"));
        meet("containers", oracle.facts().get("containers"));
        meet("late items", oracle.facts().get("lateItems"));
        meet("work outside lives", Math.min(1, oracle.facts().get("afterEnd")));
        for (String tier : List.of("logged", "status", "session")) {
            meet("work by " + tier, Math.min(1, oracle.facts().get(tier + "Millis")));
        }
    }

    private void compareChoices(MenuOracle oracle) {
        ChoiceTexts read = new ChoiceTexts(journal, assembly);
        compare(Side.choice, oracle.firstStarts(), read.of(Choice.Family.FIRST_START));
        compare(Side.turn, oracle.switches(), read.of(Choice.Family.SWITCH));
        compare(Side.claim, oracle.claims(), read.of(Choice.Family.POOL));
        compare(Side.prospect, oracle.prospects(), read.prospects());
        oracle.firstStarts().values().forEach(choice -> meetChoice("choice", choice));
        oracle.switches().values().forEach(choice -> meetChoice("turn", choice));
        oracle.claims().values().forEach(choice -> meetChoice("claim", choice));
        oracle.prospects().values().forEach(prospect -> meetProspect(prospect.replaceFirst(" and .*", "")));
        boolean office = organisation.events().stream().anyMatch(event -> event.verb() == Verb.scheduled);
        for (String choice : office ? oracle.claims().values() : List.<String>of()) {
            meet("begin " + choice.replaceFirst(" .*", ""), 1);
            String menu = choice.substring(choice.indexOf('['), choice.indexOf(']'));
            meet("begin of several", menu.contains(", ") ? 1 : 0);
            meet("begin out of two of one case", menu.matches(".*(log:office:[0-9]+) .*, \\1 .*") ? 1 : 0);
        }
    }

    /** Whatever is not equal, led by its side; empty where the program is right. */
    public List<String> differences() {
        return List.copyOf(differences);
    }

    /** How often what came up, by the oracles. */
    public Map<String, Long> met() {
        return met;
    }

    private void meet(String what, long count) {
        met.merge(what, count, Long::sum);
    }

    private void meetMillis(String key) {
        String[] parts = key.split(" ", -1);
        boolean isAct = parts[1].equals("act");
        boolean isDoing = key.contains(" of ");
        meet(isAct ? "act " + parts[2] : isDoing ? parts[1] : "account " + parts[1], 1);
        meet("doing of several", isDoing && !parts[parts.length - 1].equals("1") ? 1 : 0);
    }

    private void meetChoice(String family, String choice) {
        meet(family + " " + choice.substring(0, choice.indexOf(' ')), 1);
        meet(choice.contains(" inside") ? family + " inside" : family + " outside", 1);
        String menu = choice.substring(choice.indexOf('['), choice.indexOf(']'));
        for (String held : List.of("blocked", "stale", "holds", "seen", "relabelled")) {
            meet(family + " menu " + held, menu.contains(" " + held + " ") || menu.contains(" " + held + ",") ? 1 : 0);
        }
        switch (family) {
            case "turn" -> meet("turn menu begun", menu.contains(" begun ") ? 1 : 0);
            case "claim" -> meet("claim menu parked", menu.contains(" parked ") ? 1 : 0);
            default -> {
                meet("choice pushed", choice.contains(" pushed ") ? 1 : 0);
                meet("choice taken", choice.contains(" taken ") ? 1 : 0);
                meet("choice by touch", choice.contains(" by touch ") ? 1 : 0);
                meet("choice pushed by touch", choice.contains(" pushed by touch ") ? 1 : 0);
            }
        }
        meet(family + " menu of several", menu.contains(", ") ? 1 : 0);
        meet(family + " of several ranks", choice.contains(" HIGHER ") ? 1 : 0);
        meet(family + " by rule", choice.contains(" by rule ") ? 1 : 0);
        meet(family + " settled otherwise", menu.contains(" was ") ? 1 : 0);
    }

    private void meetProspect(String prospect) {
        String[] values = prospect.split(" ", -1);
        for (Choice.Attribute attribute : Choice.Attribute.values()) {
            meet("prospect " + attribute.label(), values[attribute.ordinal()].equals("0") ? 0 : 1);
        }
    }

    private void meetActorWeek(String week) {
        String all = week.substring(week.indexOf("all ") + 4, week.indexOf(", calm "));
        String calm = week.substring(week.indexOf(", calm ") + 7);
        meet("actor week", 1);
        meet("actor week in pressing work", calm.startsWith(all) ? 0 : 1);
        meet("actor week of a team", week.contains(" none, all") ? 0 : 1);
        meet("actor week with work outside", week.endsWith(" 0 outside") ? 0 : 1);
    }

    private void meetTeamWeek(String week) {
        meet("team week " + week.split(" ", -1)[1], 1);
        for (String flow : List.of("arrived", "finished", "wip")) {
            meet("team week with " + flow, week.contains(flow) ? 1 : 0);
        }
        meet("team week with work", week.endsWith(" of 0") ? 0 : 1);
    }

    private <V> void compare(Side side, Map<String, V> expected, Map<String, V> read) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(read.keySet());
        for (String key : keys) {
            if (!expected.containsKey(key) || !expected.get(key).equals(read.get(key))) {
                differences.add(side + " of seed " + organisation.seed() + ", " + key + ": expected "
                        + expected.get(key) + " but read " + read.get(key));
            }
        }
    }

    private Map<String, Long> millis() {
        Map<String, Long> millis = new TreeMap<>();
        assembly.traces(0, 1, trace -> {
            for (Stretch stretch : trace.container() ? List.<Stretch>of() : trace.stretches()) {
                String key = journal.itemId(trace.item()) + " " + Account.of(stretch);
                millis.merge(key + " on", stretch.onCalendarMillis(), Long::sum);
                millis.merge(key + " off", stretch.offCalendarMillis(), Long::sum);
                String item = journal.itemId(trace.item());
                millis.merge(item + " act " + stretch.version(), stretch.millis(), Long::sum);
                for (Meanwhile member : stretch.meanwhile()) {
                    add(millis, item, member);
                }
            }
        });
        millis.entrySet().removeIf(entry -> entry.getKey().contains(" of ") && entry.getValue() == 0);
        return millis;
    }

    private void add(Map<String, Long> millis, String item, Meanwhile member) {
        String size = " of " + member.pool();
        for (Doing doing : Doing.values()) {
            millis.merge(item + " " + doing + size, member.millis(doing), Long::sum);
        }
        for (int code = 0; code < member.displacedBy().length; code++) {
            if (member.displacedBy()[code] != 0) {
                String by = assembly.frame().classes().names(Dimension.PRIORITY).get(code);
                millis.merge(item + " displacedNew by " + by + size, member.displacedBy()[code], Long::sum);
            }
        }
        millis.merge(item + " inflightShort" + size, member.inflightShort(), Long::sum);
        millis.merge(item + " inflightLong" + size, member.inflightLong(), Long::sum);
    }

    private Map<String, Long> facts() {
        Frame.Facts facts = assembly.frame().facts();
        return Map.of("items", facts.items(), "containers", facts.containers(), "proven", facts.proven(), "lateItems",
                facts.lateItems(), "bulkEdits", facts.bulkEdits(), "loggedMillis", onCalendar(Tier.LOGGED),
                "statusMillis", onCalendar(Tier.STATUS), "sessionMillis", onCalendar(Tier.SESSION), "signs",
                facts.work().signs(), "afterEnd", facts.work().afterEnd());
    }

    private long onCalendar(Tier tier) {
        return assembly.frame().facts().work().of(tier).onCalendarMillis();
    }
}
