package org.desireline.instrument.contest;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.charter.Intent;
import org.desireline.charter.Relation;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.MenuCases;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Tally;
import org.desireline.instrument.Top;
import org.desireline.number.ExactSum;
import org.desireline.part.Choice;
import org.desireline.part.Frame;
import org.desireline.part.Meeting;

/**
 * Counts, of the occasions on which both were ready on the same desk, how often each class of work was started.
 *
 * <p>Question: which priorities win when they compete? Unit: the pull index Π = 1 − observed inversions / inversions
 * expected of a blind draw; and wins out of occasions. Method: first starts against menus of the same owner's
 * unstarted items; delete-one-person jackknife for Π, Wilson intervals for raw wins. Cost: O(menu) a choice and
 * dimension. Law: an obedient organisation has Π = 1. Blind spot: items that could not be started for reasons nobody
 * recorded. What has to be fitted when all choices are known, worth, is {@link Worth}'s.
 */
public final class Contest implements Instrument<Choice, Contest.Score> {

    /** What a sum counts. */
    enum Kind {
        /** Parts of a setting, by {@link Outcome}. */
        OUTCOME,
        /** Choices of an actor between at least two ranks. */
        MIXED,
        /** Choices of an actor that passed over something of a higher rank. */
        INVERSIONS,
        /** Occasions on which both classes were on the menu and one of the two was started, by actor. */
        PAIR_MET,
        /** Those that the first class won. */
        PAIR_WON,
        /** Occasions on which the class and another were on the menu, by actor. */
        CLASS_MET,
        /** Those that the class won. */
        CLASS_WON,
        /** Choices of an actor between what had been passed over before and what had not, both of the same class. */
        FRESH_MET,
        /** Those in which what had not been passed over was started. */
        FRESH_WON,
        /** Choices between ranks of what was ranked anew within a day of its start. */
        RELABELLED,
        /** Menus of an actor on which a class lay, whatever else did. */
        CLASS_SEEN
    }

    /** What became of a part. The constants' names are those of JSON. */
    enum Outcome {
        mixed, oneItemMenu, oneClass, unranked, menuMiss, container, skippedStart, outsideWindow, fromPool, otherFamily,
        overlap, noPool
    }

    /** The tally. */
    public static final class Score implements Serializable {

        private static final long serialVersionUID = 1L;

        final int ranks;
        /** Classes of priority in the order that is judged: the first so many codes. */
        final int judged;
        final Tally sums = new Tally();
        final TreeMap<Long, ExactSum> expected = new TreeMap<>();
        final HashMap<Long, Top> evidence = new HashMap<>();
        final Rulings rulings;
        final Decisions decisions = new Decisions();
        /** First starts delivered. */
        long parts;

        Score(Frame frame) {
            Intent intent = frame.charter().intent();
            ranks = frame.classes().named(Dimension.PRIORITY);
            judged = intent.isDeclared() ? intent.versions().get(intent.versions().size() - 1).order().size()
                    : frame.classes().ranked();
            rulings = new Rulings(intent.rules());
        }

        private void outcome(Setting setting, Outcome outcome) {
            sums.add(key(Kind.OUTCOME, setting, 0, outcome.ordinal(), 0, 0), 1);
        }

        private void expect(long key, double amount) {
            expected.computeIfAbsent(key, id -> new ExactSum()).add(amount);
        }
    }

    private static final int PRIORITY = Dimension.PRIORITY.ordinal();

    @Override
    public Card card() {
        return new Card(
                "contest",
                "When work of different classes lay ready on the same desk, which was started?",
                "pull index Π (1 order followed, 0 ignored, below 0 reversed); wins out of occasions; worth in log-odds"
                        + " and the odds of an inversion",
                "Each first start is set against its menu: the same owner's unstarted, open items; what was just"
                        + " taken out of what nobody owned was chosen there, and is no first start. Π = 1 − observed"
                        + " inversions / inversions expected of a blind draw from the menu, over menus with at"
                        + " least two"
                        + " ranks, with a delete-one-person jackknife interval. Raw wins carry Wilson intervals. Worth:"
                        + " the first choice of a Plackett–Luce ranking, each item an alternative, with a one-step"
                        + " jackknife over people and t(G − 1). A pair of priorities is said to be reversed by a"
                        + " one-sided test, Holm over all pairs, and shown only where menus, pulled starts, recorded"
                        + " moves and equal size and age say so too. Teams are drawn towards what they have in common."
                        + " Tradeoff rules: occasions on which each decided, kept or broken. Turns from item to item"
                        + " and takings out of a pool are families of their own.",
                List.of("Plackett (1975), The analysis of permutations",
                        "Luce (1959), Individual choice behavior",
                        "McFadden (1974), Conditional logit analysis of qualitative choice behavior",
                        "Ford (1957), Solution of a ranking problem from binary comparisons",
                        "Efron (1977), The efficiency of Cox's likelihood function for censored data",
                        "Bell and McCaffrey (2002), Bias reduction in standard errors for linear regression with"
                                + " multi-stage samples",
                        "Holm (1979), A simple sequentially rejective multiple test procedure",
                        "Paule and Mandel (1982), Consensus values and weighting factors",
                        "Morris (1983), Parametric empirical Bayes inference",
                        "Tukey (1958), Bias and confidence in not quite large samples",
                        "Wilson (1927), Probable inference, the law of succession, and statistical inference"),
                "O(menu × dimensions) a choice; memory in pairs of classes × people, and 15 bytes an item of a menu of"
                        + " at most 50; some ten Newton fits of choices × classes² when it is closed",
                List.of(),
                "30 choices between ranks by 5 people, none above half of them; at most 10 % of starts off their menu."
                        + " For worth 100 of them, spread as if 4 people had made equal parts, and 30 occasions a pair",
                "The order is said not to decide what is started in an organisation that follows it mostly; or a pair"
                        + " of priorities to be reversed where the one above is worth as much or more",
                List.of("Items that could not be started for reasons nobody recorded",
                        "Work assigned from above describes whoever assigns it",
                        "Work that is never marked as begun is not seen",
                        "The odds of two classes are taken not to depend on what else lies there; a flag says where"
                                + " they do",
                        "People differ; worth is an average over them, drawn towards none",
                        "Turns from item to item are read off recorded work, in one way only"));
    }

    @Override
    public List<Class<? extends Choice>> grains() {
        return List.of(Choice.class);
    }

    @Override
    public Score zero(Frame frame) {
        return new Score(frame);
    }

    /** Packs a key; the actor stands in the low 28 bits. */
    static long key(Kind kind, Setting setting, int dimension, int first, int second, int who) {
        if (who < 0 || who >= 1 << 28) {
            throw new IllegalArgumentException("Too many actors for a key: " + who + ".");
        }
        long what = (long) kind.ordinal() << 8 | (long) setting.ordinal() << 4 | dimension;
        return ((what << 10 | (long) first << 5 | second) << 28) | who;
    }

    @Override
    public void add(Score score, Choice choice) {
        boolean isStart = choice.family() == Choice.Family.FIRST_START;
        score.parts += isStart ? 1 : 0;
        for (Setting setting : Setting.values()) {
            if (setting.family() == choice.family()) {
                score.outcome(setting, outcome(score, choice, setting));
            }
        }
        if (choice.counts()) {
            score.decisions.add(choice, score.ranks, score.judged);
        }
    }

    private static Outcome outcome(Score score, Choice choice, Setting setting) {
        if (!choice.inWindow()) {
            return Outcome.outsideWindow;
        }
        if (choice.taken()) {
            return Outcome.fromPool;
        }
        if (choice.outcome() != Choice.Outcome.STARTED) {
            return switch (choice.outcome()) {
                case SKIPPED -> Outcome.skippedStart;
                case OVERLAP -> Outcome.overlap;
                case NO_POOL -> Outcome.noPool;
                case STARTED, MISS -> Outcome.menuMiss;
            };
        }
        if (!setting.counts(choice.pushed(), choice.byTouch())) {
            return Outcome.otherFamily;
        }
        byte held = choice.held()[choice.chosen()];
        if (setting.bars(Choice.CONTAINER) && (held & Choice.CONTAINER) != 0) {
            return Outcome.container;
        }
        if (!setting.admits(held)) {
            return Outcome.menuMiss;
        }
        int[] menu = choice.without(setting.barred());
        if (setting == Setting.RULES) {
            seen(score, choice, menu);
        }
        if (menu.length < 2) {
            return Outcome.oneItemMenu;
        }
        if (setting.tellsWins()) {
            classes(score, choice, setting, menu);
            pairs(score, choice, setting, menu);
        }
        if (setting == Setting.RULES) {
            score.rulings.add(choice, menu);
        }
        if (setting == Setting.PULLED) {
            fresh(score, choice, menu);
        }
        return order(score, choice, setting, menu);
    }

    private static void seen(Score score, Choice choice, int[] menu) {
        int[] ranks = choice.classes()[PRIORITY];
        IntStream.of(menu).map(i -> ranks[i]).filter(rank -> rank < score.ranks).distinct().forEach(rank ->
                score.sums.add(key(Kind.CLASS_SEEN, Setting.RULES, 0, rank, 0, choice.actor()), 1));
    }

    /**
     * The choice as a test of the order: was something of a higher rank passed over, and how likely was that blindly?
     */
    private static Outcome order(Score score, Choice choice, Setting setting, int[] menu) {
        int[] ranks = choice.classes()[PRIORITY];
        int chosen = ranks[choice.chosen()];
        if (chosen >= score.ranks || choice.standing().relation(chosen, chosen) != Relation.EQUAL) {
            return Outcome.unranked;
        }
        int[] present = IntStream.of(menu).map(i -> ranks[i]).distinct()
                .filter(rank -> choice.standing().relation(rank, rank) == Relation.EQUAL).toArray();
        int[] ranked = IntStream.of(menu).filter(i -> contains(present, ranks[i])).toArray();
        long below = IntStream.of(ranked).filter(i -> above(choice, present, ranks[i]).length > 0).count();
        if (below == 0) {
            return Outcome.oneClass;
        }
        int[] passed = above(choice, present, chosen);
        int who = choice.actor();
        score.sums.add(key(Kind.MIXED, setting, 0, 0, 0, who), 1);
        long inversions = key(Kind.INVERSIONS, setting, 0, 0, 0, who);
        score.sums.add(inversions, passed.length > 0 ? 1 : 0);
        score.expect(inversions, (double) below / ranked.length);
        if ((choice.held()[choice.chosen()] & Choice.RELABELLED) != 0) {
            score.sums.add(key(Kind.RELABELLED, setting, 0, 0, 0, who), 1);
        }
        if (passed.length > 0) {
            long above = IntStream.of(ranked).filter(i -> contains(passed, ranks[i])).count();
            evidence(score, key(Kind.INVERSIONS, setting, 0, 0, 0, 0), choice, menu, PRIORITY,
                    passed.length * 1_000_000L + above);
        }
        return Outcome.mixed;
    }

    /** The classes present that stand higher than one of them, in the order and under the rules of that instant. */
    private static int[] above(Choice choice, int[] present, int rank) {
        return IntStream.of(present).filter(other -> choice.standing().relation(other, rank) == Relation.HIGHER)
                .toArray();
    }

    private static boolean contains(int[] all, int value) {
        return IntStream.of(all).anyMatch(each -> each == value);
    }

    /** Within the class of what was started: does what was passed over before have the chance of what was not? */
    private static void fresh(Score score, Choice choice, int[] menu) {
        int[] ranks = choice.classes()[PRIORITY];
        int chosen = ranks[choice.chosen()];
        int[] same = IntStream.of(menu).filter(i -> ranks[i] == chosen).toArray();
        long unseen = IntStream.of(same).filter(i -> (choice.held()[i] & Choice.SEEN) == 0).count();
        if (unseen == 0 || unseen == same.length) {
            return;
        }
        score.sums.add(key(Kind.FRESH_MET, Setting.PULLED, 0, 0, 0, choice.actor()), 1);
        long won = key(Kind.FRESH_WON, Setting.PULLED, 0, 0, 0, choice.actor());
        score.sums.add(won, (choice.held()[choice.chosen()] & Choice.SEEN) == 0 ? 1 : 0);
        score.expect(won, (double) unseen / same.length);
    }

    private static void classes(Score score, Choice choice, Setting setting, int[] menu) {
        int dimensions = setting == Setting.RULES ? choice.classes().length : 1;
        for (int d = 0; d < dimensions; d++) {
            int[] codes = choice.classes()[d];
            int chosen = codes[choice.chosen()];
            int[] present = IntStream.of(menu).map(i -> codes[i]).distinct().toArray();
            if (present.length < 2) {
                continue;
            }
            for (int code : present) {
                score.sums.add(key(Kind.CLASS_MET, setting, d, code, 0, choice.actor()), 1);
                long won = key(Kind.CLASS_WON, setting, d, code, 0, choice.actor());
                score.sums.add(won, code == chosen ? 1 : 0);
                long count = IntStream.of(menu).filter(i -> codes[i] == code).count();
                score.expect(key(Kind.CLASS_WON, setting, d, code, 0, 0), (double) count / menu.length);
            }
            evidence(score, key(Kind.CLASS_WON, setting, d, chosen, 0, 0), choice, menu, d, menu.length);
        }
    }

    private static void pairs(Score score, Choice choice, Setting setting, int[] menu) {
        for (Meeting pair : Meeting.of(choice, menu, score.ranks)) {
            int first = pair.first();
            int second = pair.second();
            score.sums.add(key(Kind.PAIR_MET, setting, 0, first, second, choice.actor()), 1);
            score.sums.add(key(Kind.PAIR_WON, setting, 0, first, second, choice.actor()), pair.firstWon() ? 1 : 0);
            score.expect(key(Kind.PAIR_WON, setting, 0, first, second, 0), pair.chance());
            if (!pair.firstWon()) {
                evidence(score, key(Kind.PAIR_WON, setting, 0, first, second, 0), choice, menu, PRIORITY,
                        pair.firsts());
            }
        }
    }

    private static void evidence(Score score, long key, Choice choice, int[] menu, int dimension, long weight) {
        score.evidence.computeIfAbsent(key, id -> new Top()).add(MenuCases.of(choice, menu, dimension, weight));
    }

    @Override
    public Score merge(Score score, Score other) {
        score.sums.add(other.sums);
        other.expected.forEach((key, sum) -> score.expected.computeIfAbsent(key, id -> new ExactSum()).add(sum));
        other.evidence.forEach((key, top) -> score.evidence.computeIfAbsent(key, id -> new Top()).add(top));
        score.rulings.add(other.rulings);
        score.decisions.add(other.decisions);
        score.parts += other.parts;
        return score;
    }

    @Override
    public Next<Score> close(Score score, Frame frame, List<Reading> needed) {
        return new Next.Done<>(new ScoreSheet(score, frame).reading());
    }
}
