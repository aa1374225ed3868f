package org.desireline.instrument.contest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.charter.Relation;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Tally;
import org.desireline.instrument.Top;
import org.desireline.number.ExactSum;
import org.desireline.part.Choice;
import org.desireline.part.Frame;

/**
 * Counts, of the occasions on which both were ready on the same desk, how often each class of work was started.
 *
 * <p>Question: which priorities win when they compete? Unit: the pull index Π = 1 − observed inversions / inversions
 * expected of a blind draw; and wins out of occasions. Method: first starts against menus of the same owner's
 * unstarted items; delete-one-person jackknife for Π, Wilson intervals for raw wins. Cost: O(menu) a choice and
 * dimension. Law: an obedient organisation has Π = 1. Blind spot: items that could not be started for reasons nobody
 * recorded.
 */
public final class Contest implements Instrument<Choice, Contest.Score> {

    /** Which rules decide what is on a menu, and which choices count. */
    enum Setting {
        /** Containers, blocked and parked items are on no menu. */
        RULES(Choice.CONTAINER | Choice.BLOCKED | Choice.PARKED),
        /** Every unstarted, open item of the owner is on the menu. */
        OPEN_DESK(0),
        /** As the rules, and owned items untouched for 180 days are on no menu either. */
        NO_STALE(Choice.CONTAINER | Choice.BLOCKED | Choice.PARKED | Choice.STALE),
        /** As the rules; only starts that nobody had assigned within the last 15 minutes. */
        PULLED(Choice.CONTAINER | Choice.BLOCKED | Choice.PARKED),
        /** As the rules; only starts that somebody else had assigned within the last 15 minutes. */
        PUSHED(Choice.CONTAINER | Choice.BLOCKED | Choice.PARKED);

        private final int barred;

        Setting(int barred) {
            this.barred = barred;
        }

        boolean admits(byte held) {
            return (held & barred) == 0;
        }

        boolean counts(boolean pushed) {
            return switch (this) {
                case PULLED -> !pushed;
                case PUSHED -> pushed;
                case RULES, OPEN_DESK, NO_STALE -> true;
            };
        }
    }

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
        RELABELLED
    }

    /** What became of a part. The constants' names are those of JSON. */
    enum Outcome {
        mixed, oneItemMenu, oneClass, unranked, menuMiss, container, skippedStart, outsideWindow, otherFamily
    }

    /** The tally. */
    public static final class Score implements Serializable {

        private static final long serialVersionUID = 1L;

        final int ranks;
        final Tally sums = new Tally();
        final TreeMap<Long, ExactSum> expected = new TreeMap<>();
        final HashMap<Long, Top> evidence = new HashMap<>();
        long parts;

        Score(int ranks) {
            this.ranks = ranks;
        }

        private void outcome(Setting setting, Outcome outcome) {
            sums.add(key(Kind.OUTCOME, setting, 0, outcome.ordinal(), 0, 0), 1);
        }

        private void expect(long key, double amount) {
            expected.computeIfAbsent(key, id -> new ExactSum()).add(amount);
        }
    }

    private static final long DAY_MILLIS = 24 * 3_600_000L;
    private static final int PRIORITY = Dimension.PRIORITY.ordinal();

    @Override
    public Card card() {
        return new Card(
                "contest",
                "When work of different classes lay ready on the same desk, which was started?",
                "pull index Π (1 order followed, 0 ignored, below 0 reversed) and wins out of occasions",
                "Each first start is set against its menu: the same owner's unstarted, open items. Π = 1 − observed"
                        + " inversions / inversions expected of a blind draw from the menu, over menus with at"
                        + " least two"
                        + " ranks, with a delete-one-person jackknife interval. Raw wins carry Wilson intervals.",
                List.of("Plackett (1975), The analysis of permutations",
                        "Tukey (1958), Bias and confidence in not quite large samples",
                        "Wilson (1927), Probable inference, the law of succession, and statistical inference"),
                "O(menu × dimensions) a choice; memory in pairs of classes × people",
                List.of(),
                "30 choices between ranks by 5 people, none above half of them; at most 10 % of starts off their menu",
                "The order is said not to decide what is started in an organisation that follows it mostly",
                List.of("Items that could not be started for reasons nobody recorded",
                        "Work assigned from above describes whoever assigns it",
                        "Work that is never marked as begun is not seen"));
    }

    @Override
    public Class<Choice> grain() {
        return Choice.class;
    }

    @Override
    public Score zero(Frame frame) {
        return new Score(frame.classes().named(Dimension.PRIORITY));
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
        score.parts++;
        for (Setting setting : Setting.values()) {
            score.outcome(setting, outcome(score, choice, setting));
        }
    }

    private static Outcome outcome(Score score, Choice choice, Setting setting) {
        if (!choice.inWindow()) {
            return Outcome.outsideWindow;
        }
        if (choice.outcome() == Choice.Outcome.SKIPPED) {
            return Outcome.skippedStart;
        }
        if (choice.outcome() == Choice.Outcome.MISS) {
            return Outcome.menuMiss;
        }
        if (!setting.counts(choice.pushed())) {
            return Outcome.otherFamily;
        }
        if ((setting.barred & choice.held()[choice.chosen()] & Choice.CONTAINER) != 0) {
            return Outcome.container;
        }
        if (!setting.admits(choice.held()[choice.chosen()])) {
            return Outcome.menuMiss;
        }
        int[] menu = IntStream.range(0, choice.size()).filter(i -> setting.admits(choice.held()[i])).toArray();
        if (menu.length < 2) {
            return Outcome.oneItemMenu;
        }
        if (setting == Setting.RULES || setting == Setting.PULLED || setting == Setting.PUSHED) {
            classes(score, choice, setting, menu);
            pairs(score, choice, setting, menu);
        }
        if (setting == Setting.PULLED) {
            fresh(score, choice, menu);
        }
        return order(score, choice, setting, menu);
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
        int[] ranks = choice.classes()[PRIORITY];
        int chosen = ranks[choice.chosen()];
        for (int other : IntStream.of(menu).map(i -> ranks[i]).distinct().toArray()) {
            int first = Math.min(chosen, other);
            int second = Math.max(chosen, other);
            if (second >= score.ranks || first == second) {
                continue;
            }
            score.sums.add(key(Kind.PAIR_MET, setting, 0, first, second, choice.actor()), 1);
            score.sums.add(key(Kind.PAIR_WON, setting, 0, first, second, choice.actor()), chosen == first ? 1 : 0);
            long firsts = IntStream.of(menu).filter(i -> ranks[i] == first).count();
            long seconds = IntStream.of(menu).filter(i -> ranks[i] == second).count();
            score.expect(key(Kind.PAIR_WON, setting, 0, first, second, 0), (double) firsts / (firsts + seconds));
            if (chosen == second) {
                evidence(score, key(Kind.PAIR_WON, setting, 0, first, second, 0), choice, menu, PRIORITY, firsts);
            }
        }
    }

    /** Keeps a choice as evidence: its class, then count and oldest age in days by class. */
    private static void evidence(Score score, long key, Choice choice, int[] menu, int dimension, long weight) {
        int[] codes = choice.classes()[dimension];
        ArrayList<Long> details = new ArrayList<>(List.of(
                (long) dimension, (long) codes[choice.chosen()]));
        IntStream.of(menu).map(i -> codes[i]).distinct().sorted().forEach(code -> {
            details.add((long) code);
            details.add(IntStream.of(menu).filter(i -> codes[i] == code).count());
            details.add(IntStream.of(menu).filter(i -> codes[i] == code)
                    .mapToLong(i -> choice.ageMillis()[i]).max().orElse(0) / DAY_MILLIS);
        });
        score.evidence.computeIfAbsent(key, id -> new Top())
                .add(new Top.Case(weight, 0, choice.chosenItem(), choice.chosenKey(), choice.atMillis(),
                        choice.origin(),
                        details));
    }

    @Override
    public Score merge(Score score, Score other) {
        score.sums.add(other.sums);
        other.expected.forEach((key, sum) -> score.expected.computeIfAbsent(key, id -> new ExactSum()).add(sum));
        other.evidence.forEach((key, top) -> score.evidence.computeIfAbsent(key, id -> new Top()).add(top));
        score.parts += other.parts;
        return score;
    }

    @Override
    public Next<Score> close(Score score, Frame frame, List<Reading> needed) {
        return new Next.Done<>(new ScoreSheet(score, frame).reading());
    }
}
