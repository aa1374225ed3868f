package org.desireline.instrument.choice;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.charter.Relation;
import org.desireline.instrument.Tally;
import org.desireline.part.Choice;

/**
 * The tally: every choice that some setting can use, and how many became what. Cost: some 50 bytes an item of a menu,
 * of which no more than {@value Sample#WHOLE} and what the second draw adds are kept.
 */
final class Decisions implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PRIORITY = Dimension.PRIORITY.ordinal();
    private static final int TEAM = Dimension.TEAM.ordinal();
    private static final long DAY_MILLIS = 24 * 3_600_000L;

    /** What became of a part. The constants' names are those of JSON. */
    enum Outcome {
        decided, oneItemMenu, unranked, menuMiss, fromPool, otherFamily, container, skippedStart, overlap, noPool,
        outsideWindow;

        /** Whether somebody is seen to turn to something, on a menu or not. */
        boolean isStart() {
            return switch (this) {
                case decided, oneItemMenu, unranked, menuMiss -> true;
                case fromPool, otherFamily, container, skippedStart, overlap, noPool, outsideWindow -> false;
            };
        }
    }

    private final int ranks;
    private final ArrayList<Decision> rows = new ArrayList<>();
    private final Tally sums = new Tally();
    /** By family and person, how many starts somebody else had just assigned. */
    private final Tally pushed = new Tally();
    private long parts;

    /**
     * An empty one.
     *
     * @param ranks how many priorities stand in an order; 0 where none is known
     */
    Decisions(int ranks) {
        this.ranks = ranks;
    }

    void add(Choice choice) {
        parts++;
        float[] scores = new float[choice.size()];
        float[] then = new float[choice.size()];
        score(choice, scores, then);
        Outcome outcome = outcome(choice, scores);
        int family = choice.family().ordinal();
        sums.add(key(family, outcome.ordinal()), 1);
        if (outcome.isStart() && choice.pushed()) {
            pushed.add(key(family, choice.actor()), 1);
        }
        if (choice.inWindow() && !choice.taken() && choice.outcome() == Choice.Outcome.STARTED && choice.size() > 1
                && (!Float.isNaN(scores[choice.chosen()]) || !Float.isNaN(then[choice.chosen()]))) {
            rows.add(row(choice, scores, then));
        }
    }

    private static long key(int family, int what) {
        return (long) family << 32 | what;
    }

    private static Outcome outcome(Choice choice, float[] scores) {
        if (!choice.inWindow()) {
            return Outcome.outsideWindow;
        }
        if (choice.taken()) {
            return Outcome.fromPool;
        }
        return switch (choice.outcome()) {
            case MISS -> Outcome.menuMiss;
            case SKIPPED -> Outcome.skippedStart;
            case OVERLAP -> Outcome.overlap;
            case NO_POOL -> Outcome.noPool;
            case STARTED -> started(choice, scores);
        };
    }

    private static Outcome started(Choice choice, float[] scores) {
        byte held = choice.held()[choice.chosen()];
        if ((held & Choice.CONTAINER) != 0) {
            return Outcome.container;
        }
        if (!Setting.RULES.admits(held)) {
            return Outcome.menuMiss;
        }
        if (Float.isNaN(scores[choice.chosen()])) {
            return Outcome.unranked;
        }
        long menu = IntStream.range(0, choice.size())
                .filter(i -> Setting.RULES.admits(choice.held()[i]) && !Float.isNaN(scores[i])).count();
        return menu < 2 ? Outcome.oneItemMenu : Outcome.decided;
    }

    /**
     * How high each item ranks among the ranks there are at that moment; an item that had no rank a day before is taken
     * at its rank just then. Without any order all stand alike.
     */
    private void score(Choice choice, float[] scores, float[] then) {
        if (ranks == 0) {
            return;
        }
        float[] byRank = new float[ranks];
        int[] known = IntStream.range(0, ranks)
                .filter(rank -> choice.standing().relation(rank, rank) == Relation.EQUAL).toArray();
        Arrays.fill(byRank, Float.NaN);
        for (int rank : known) {
            long below = IntStream.of(known)
                    .filter(other -> choice.standing().relation(rank, other) == Relation.HIGHER).count();
            byRank[rank] = known.length < 2 ? 0 : (float) below / (known.length - 1);
        }
        for (int i = 0; i < scores.length; i++) {
            int now = choice.classes()[PRIORITY][i];
            then[i] = now < ranks ? byRank[now] : Float.NaN;
            int before = choice.settled()[i];
            float settled = before < ranks ? byRank[before] : Float.NaN;
            scores[i] = Float.isNaN(settled) ? then[i] : settled;
        }
    }

    private static Decision row(Choice choice, float[] scores, float[] then) {
        int all = choice.size();
        int[] classes = choice.classes()[PRIORITY];
        boolean[] admitted = new boolean[all];
        int lying = 0;
        for (int i = 0; i < all; i++) {
            admitted[i] = Setting.RULES.admits(choice.held()[i]) && !Float.isNaN(scores[i]);
            lying += admitted[i] ? 1 : 0;
        }
        double[] chances = Sample.chances(classes, admitted);
        byte[] draws = Sample.draws(chances, choice.items(), choice.chosen(), choice.atMillis());
        int[] kept = IntStream.range(0, all).filter(i -> draws[i] != 0).toArray();
        int size = kept.length;
        List<Trait> told = Trait.told();
        float[][] traits = new float[told.size()][size];
        byte[] keptClasses = new byte[size];
        float[] keptScores = new float[size];
        float[] keptThen = new float[size];
        byte[] held = new byte[size];
        byte[] keptDraws = new byte[size];
        float[] keptChances = new float[size];
        int[] age = new int[size];
        int chosen = -1;
        for (int column = 0; column < size; column++) {
            int i = kept[column];
            chosen = i == choice.chosen() ? column : chosen;
            keptClasses[column] = (byte) classes[i];
            keptScores[column] = scores[i];
            keptThen[column] = then[i];
            held[column] = choice.held()[i];
            keptDraws[column] = draws[i];
            keptChances[column] = (float) chances[i];
            age[column] = (int) (choice.ageMillis()[i] / DAY_MILLIS);
            for (Trait trait : told) {
                Choice.Attribute attribute = trait.attribute();
                traits[trait.ordinal() - Trait.DUE.ordinal()][column] = attribute == null ? 0
                        : (float) choice.prospects().of(attribute, i);
            }
        }
        return new Decision(choice.family().ordinal(), choice.actor(), choice.atMillis(), choice.chosenItem(),
                choice.chosenKey(), choice.origin(), choice.pushed(), choice.byTouch(),
                choice.classes()[TEAM][choice.chosen()], lying, chosen, keptClasses, keptScores, keptThen, held,
                keptDraws, keptChances, traits, age);
    }

    void add(Decisions other) {
        rows.addAll(other.rows);
        sums.add(other.sums);
        pushed.add(other.pushed);
        parts += other.parts;
    }

    /** What became of the choices of a family. */
    Settled of(Choice.Family family) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, sums.get(key(family.ordinal(), outcome.ordinal())));
        }
        Map<Integer, Long> handed = new TreeMap<>();
        pushed.forEach((key, count) -> {
            if (key >> 32 == family.ordinal()) {
                handed.put((int) key, count);
            }
        });
        List<Decision> decisions = rows.stream().filter(row -> row.family() == family.ordinal())
                .sorted(Decision.ORDER).toList();
        return new Settled(decisions, outcomes, handed);
    }

    /**
     * The choices of a family.
     *
     * @param decisions those that some setting can use, in the order in which sums are taken
     * @param outcomes how many became what
     * @param pushed by person, how many starts somebody else had just assigned
     */
    record Settled(List<Decision> decisions, Map<Outcome, Long> outcomes, Map<Integer, Long> pushed) {

        long outcomes(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }

        /** How often somebody was seen to turn to something, on a menu or not. */
        long starts() {
            long all = 0;
            for (Outcome outcome : Outcome.values()) {
                all += outcome.isStart() ? outcomes(outcome) : 0;
            }
            return all;
        }
    }

    /** How many priorities stand in an order. */
    int ranks() {
        return ranks;
    }

    /** Parts seen. */
    long parts() {
        return parts;
    }
}
