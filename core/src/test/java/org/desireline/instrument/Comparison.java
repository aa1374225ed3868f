package org.desireline.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.instrument.ledger.Account;
import org.desireline.instrument.ledger.Books;
import org.desireline.journal.Journal;
import org.desireline.part.Assembly;
import org.desireline.part.Choice;
import org.desireline.part.Doing;
import org.desireline.part.Frame;
import org.desireline.part.Meanwhile;
import org.desireline.part.MenuOracle;
import org.desireline.part.MinuteOracle;
import org.desireline.part.Organisation;
import org.desireline.part.Stretch;
import org.desireline.part.Tier;

/** Holds what is read of an organisation against what the oracles say of it. */
public final class Comparison {

    /** What is compared. */
    public enum Side { millis, line, doing, choice, facts }

    private final Organisation organisation;
    private final Journal journal;
    private final Assembly assembly;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Long> met = new TreeMap<>();

    private Comparison(Organisation organisation) {
        this.organisation = organisation;
        this.journal = organisation.journal();
        this.assembly = organisation.assembly(journal);
    }

    /** Assembles an organisation and compares it with the oracles; every law is asserted on the way. */
    public static Comparison of(Organisation organisation) {
        Comparison comparison = new Comparison(organisation);
        comparison.assembly.checkStock();
        MinuteOracle oracle = new MinuteOracle(organisation);
        Map<String, Long> millis = oracle.millis();
        Map<String, String> choices = new MenuOracle(organisation, oracle).choices();
        comparison.compare(Side.millis, millis, comparison.millis());
        comparison.compare(Side.line, oracle.ledgerLines(), Books.of(comparison.assembly));
        comparison.compare(Side.doing, oracle.doingLines(), Books.doings(comparison.assembly));
        comparison.compare(Side.choice, choices, comparison.choices());
        comparison.compare(Side.facts, oracle.facts(), comparison.facts());
        millis.keySet().forEach(comparison::meetMillis);
        oracle.met().keySet().forEach(what -> comparison.meet(what, 1));
        choices.values().forEach(comparison::meetChoice);
        comparison.meet("bulk edits", oracle.facts().get("bulkEdits"));
        comparison.meet("containers", oracle.facts().get("containers"));
        comparison.meet("late items", oracle.facts().get("lateItems"));
        comparison.meet("work outside lives", Math.min(1, oracle.facts().get("afterEnd")));
        for (String tier : List.of("logged", "status", "session")) {
            comparison.meet("work by " + tier, Math.min(1, oracle.facts().get(tier + "Millis")));
        }
        return comparison;
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

    private void meetChoice(String choice) {
        meet("choice " + choice.substring(0, choice.indexOf(' ')), 1);
        meet(choice.contains(" inside") ? "choice inside" : "choice outside", 1);
        for (String held : List.of("blocked ", "stale ", "holds ")) {
            meet("menu " + held.strip(), choice.contains(held) ? 1 : 0);
        }
        meet("choice pushed", choice.contains(" pushed ") ? 1 : 0);
        String menu = choice.substring(0, choice.indexOf(']'));
        meet("menu of several", menu.contains(", ") ? 1 : 0);
        meet("menu of several ranks", choice.contains(" HIGHER ") ? 1 : 0);
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

    private Map<String, String> choices() {
        Map<String, String> choices = new TreeMap<>();
        assembly.choices(0, 1, choice -> {
            if (choices.put(journal.itemId(choice.chosenItem()), text(choice)) != null) {
                throw new AssertionError("two first starts of " + choice.chosenKey());
            }
        });
        return choices;
    }

    private String text(Choice choice) {
        List<String> menu = new ArrayList<>();
        for (int column = 0; column < choice.size(); column++) {
            byte held = choice.held()[column];
            StringBuilder text = new StringBuilder((held & Choice.CONTAINER) != 0 ? "holds " : "");
            text.append((held & Choice.BLOCKED) != 0 ? "blocked " : "");
            text.append((held & Choice.PARKED) != 0 ? "parked " : "");
            text.append((held & Choice.STALE) != 0 ? "stale " : "");
            for (Dimension dimension : Dimension.values()) {
                int code = choice.classes()[dimension.ordinal()][column];
                text.append(assembly.frame().classes().names(dimension).get(code)).append(' ');
            }
            text.append(choice.ageMillis()[column]).append(column == choice.chosen() ? " *" : "");
            menu.add(text.toString());
        }
        return choice.outcome() + " by " + (choice.actor() < 0 ? "" : journal.actorToken(choice.actor())) + " at "
                + choice.atMillis() + (choice.inWindow() ? " inside" : " outside") + (choice.pushed() ? " pushed" : "")
                + " of " + menu + (choice.outcome() == Choice.Outcome.STARTED ? standing(choice) : "");
    }

    private String standing(Choice choice) {
        TreeMap<String, Integer> codes = new TreeMap<>();
        for (int code : choice.classes()[Dimension.PRIORITY.ordinal()]) {
            codes.put(assembly.frame().classes().names(Dimension.PRIORITY).get(code), code);
        }
        StringBuilder text = new StringBuilder(" in order");
        codes.forEach((one, first) -> codes.forEach((other, second) -> text.append(", ").append(one).append(' ')
                .append(choice.standing().relation(first, second)).append(' ').append(other)));
        return text.toString();
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
