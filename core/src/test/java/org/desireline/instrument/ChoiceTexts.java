package org.desireline.instrument;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.journal.Journal;
import org.desireline.part.Assembly;
import org.desireline.part.Choice;
import org.desireline.part.Oracles;

/** Choices as they are read, in the words of the oracles. */
final class ChoiceTexts {

    private final Journal journal;
    private final Assembly assembly;
    private final Map<Choice.Family, Map<String, String>> texts = new EnumMap<>(Choice.Family.class);
    private final Map<String, String> prospects = new TreeMap<>();

    ChoiceTexts(Journal journal, Assembly assembly) {
        this.journal = journal;
        this.assembly = assembly;
        for (Choice.Family family : Choice.Family.values()) {
            texts.put(family, new TreeMap<>());
        }
        for (int shard = 0; shard < 3; shard++) {
            assembly.choices(shard, 3, this::add);
        }
    }

    Map<String, String> of(Choice.Family family) {
        return texts.getOrDefault(family, Map.of());
    }

    Map<String, String> prospects() {
        return prospects;
    }

    private void add(Choice choice) {
        String item = journal.itemId(choice.chosenItem());
        String key = switch (choice.family()) {
            case FIRST_START -> item;
            case SWITCH -> journal.actorToken(choice.actor()) + " at " + choice.atMillis();
            case POOL -> item + " by " + journal.actorToken(choice.actor()) + " at " + choice.atMillis();
        };
        texts.get(choice.family()).merge(key, text(choice), (one, other) -> both(choice, one, other));
        for (int column = 0; column < choice.size(); column++) {
            StringBuilder text = new StringBuilder();
            for (Choice.Attribute attribute : Choice.Attribute.values()) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(Oracles.millionths(choice.prospects().of(attribute, column)));
            }
            String family = choice.family() == Choice.Family.FIRST_START ? "first" : choice.family().label();
            prospects.merge(family + " " + key + " " + journal.itemId(choice.items()[column]), text.toString(),
                    (one, other) -> both(choice, one, other));
        }
    }

    /** Of activities of one case several may lie on a menu, and several be begun at once; nothing else comes twice. */
    private static String both(Choice choice, String one, String other) {
        if (choice.family() != Choice.Family.POOL) {
            throw new AssertionError("two choices of " + choice.family() + ": " + one + "; " + other);
        }
        return Oracles.both(one, other);
    }

    private String text(Choice choice) {
        List<String> menu = new ArrayList<>();
        for (int column = 0; column < choice.size(); column++) {
            menu.add(journal.itemId(choice.items()[column]) + " " + column(choice, column));
        }
        if (choice.family() == Choice.Family.POOL) {
            menu.sort(null);
        }
        return choice.outcome() + " by " + (choice.actor() < 0 ? "" : journal.actorToken(choice.actor())) + " at "
                + choice.atMillis() + (choice.inWindow() ? " inside" : " outside") + (choice.pushed() ? " pushed" : "")
                + (choice.taken() ? " taken" : "") + (choice.byTouch() ? " by touch" : "") + " of " + menu
                + (choice.outcome() == Choice.Outcome.STARTED ? standing(choice) : "");
    }

    private String column(Choice choice, int column) {
        byte held = choice.held()[column];
        StringBuilder text = new StringBuilder((held & Choice.CONTAINER) != 0 ? "holds " : "");
        text.append((held & Choice.BLOCKED) != 0 ? "blocked " : "");
        text.append((held & Choice.PARKED) != 0 ? "parked " : "");
        text.append((held & Choice.STALE) != 0 ? "stale " : "").append((held & Choice.BEGUN) != 0 ? "begun " : "");
        for (Dimension dimension : Dimension.values()) {
            text.append(name(dimension, choice.classes()[dimension.ordinal()][column])).append(' ');
        }
        int settled = choice.settled()[column];
        boolean changed = settled != choice.classes()[Dimension.PRIORITY.ordinal()][column];
        return text.append(choice.ageMillis()[column])
                .append(changed ? " was " + name(Dimension.PRIORITY, settled) : "")
                .append((held & Choice.SEEN) != 0 ? " seen" : "")
                .append((held & Choice.RELABELLED) != 0 ? " relabelled" : "")
                .append(column == choice.chosen() ? " *" : "").toString();
    }

    private String name(Dimension dimension, int code) {
        return assembly.frame().classes().names(dimension).get(code);
    }

    private String standing(Choice choice) {
        TreeMap<String, Integer> codes = new TreeMap<>();
        for (int code : choice.classes()[Dimension.PRIORITY.ordinal()]) {
            codes.put(name(Dimension.PRIORITY, code), code);
        }
        StringBuilder text = new StringBuilder(" in order");
        codes.forEach((one, first) -> codes.forEach((other, second) -> {
            text.append(", ").append(one).append(' ').append(choice.standing().relation(first, second)).append(' ')
                    .append(other);
            int rule = one.equals(other) ? -1 : choice.standing().rule(first, second);
            text.append(rule < 0 ? "" : " by rule " + rule);
        }));
        return text.toString();
    }
}
