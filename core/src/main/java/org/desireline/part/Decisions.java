package org.desireline.part;

import java.time.LocalTime;
import java.util.List;
import org.desireline.journal.Origin;
import org.desireline.time.Spans;
import org.desireline.time.WorkWeek;

/**
 * The decisions of all items as columns, in the order of lives and then of time. Cost: 48 bytes a decision; a part is
 * built as it is asked for, linear in the steps of its life that lie in it.
 */
final class Decisions {

    private static final long DAY_MILLIS = 24L * 3_600_000;
    /** No calendar with a working day in each week has five working days later than this. */
    private static final long FAR_MILLIS = 50 * DAY_MILLIS;

    private final Columns.Ints life = new Columns.Ints();
    private final Columns.Longs opened = new Columns.Longs();
    private final Columns.Longs decided = new Columns.Longs();
    private final Columns.Ints decider = new Columns.Ints();
    private final Columns.Ints pointer = new Columns.Ints();
    private final Columns.Longs record = new Columns.Longs();
    private final Columns.Longs acted = new Columns.Longs();
    private final Columns.Ints people = new Columns.Ints();

    /** Adds what came up for decision in a life; lives come in their order. */
    void add(int which, Life of) {
        for (Question question : of.questions) {
            life.add(which);
            opened.add(question.openedMillis);
            decided.add(question.decidedMillis);
            decider.add(question.decider);
            pointer.add(question.pointer);
            record.add(question.record);
            acted.add(question.actedMillis);
            people.add(question.people.size());
        }
    }

    /** Gives back the slack of the columns. */
    Decisions settle() {
        for (Columns.Longs column : List.of(opened, decided, record, acted)) {
            column.trim();
        }
        for (Columns.Ints column : List.of(life, decider, pointer, people)) {
            column.trim();
        }
        return this;
    }

    /** Number of decisions. */
    int size() {
        return life.size();
    }

    int life(int row) {
        return life.get(row);
    }

    long openedMillis(int row) {
        return opened.get(row);
    }

    long decidedMillis(int row) {
        return decided.get(row);
    }

    /** The decision of a row. */
    Decision decision(int row, Assembly.Ground ground, Frame frame, Weeks weeks) {
        Lives lives = ground.lives();
        int which = life.get(row);
        long from = opened.get(row);
        long to = decided.get(row);
        long at = from == Life.NEVER ? to : from;
        int who = decider.get(row);
        int next = row + 1 < life.size() && life.get(row + 1) == which ? row + 1 : -1;
        return new Decision(lives.item(which), lives.key(which), numberOf(row), from, to, Math.max(-1, who),
                who == Question.PROGRAM,
                ground.membership().rights(ground.membership().stepAt(lives.item(which), at)),
                who < 0 ? 0 : ground.rights().heldBy(who, to), people.get(row), handOffs(lives, row), acted.get(row),
                next < 0 ? Decision.NEVER : opened.get(next), next < 0 ? Decision.NEVER : decided.get(next),
                from == Life.NEVER ? Decision.Time.UNKNOWN : time(lives, which, from, frame.charter().week(), weeks),
                lives.actors(which), frame.window().span().contains(at),
                to == Life.NEVER ? "" : Origin.shown(ground.journal().text(pointer.get(row)), record.get(row)));
    }

    /** Which of its item's decisions it is. */
    private int numberOf(int row) {
        int number = 0;
        while (number < row && life.get(row - number - 1) == life.get(row)) {
            number++;
        }
        return number;
    }

    /** How often the item went from one person to another after it came up and before it was decided. */
    private int handOffs(Lives lives, int row) {
        int which = life.get(row);
        if (opened.get(row) == Life.NEVER) {
            return 0;
        }
        int step = lives.stepAt(which, opened.get(row));
        int last = lives.owner(step);
        int handOffs = 0;
        long until = decided.get(row) == Life.NEVER ? Long.MAX_VALUE : decided.get(row);
        for (step++; step <= lives.lastStep(which) && lives.atMillis(step) < until; step++) {
            int owner = lives.owner(step);
            handOffs += owner >= 0 && last >= 0 && owner != last ? 1 : 0;
            last = owner >= 0 ? owner : last;
        }
        return handOffs;
    }

    private static Decision.Time time(Lives lives, int which, long at, WorkWeek week, Weeks weeks) {
        long due = lives.dueMillis(lives.stepAt(which, at));
        TeamWeek.Regime regime = weeks.regimeAt(at);
        if (regime == TeamWeek.Regime.PRESSURE || (due != Life.NEVER && isNear(at, due, week))) {
            return Decision.Time.SHORT;
        }
        return due != Life.NEVER || regime == TeamWeek.Regime.CALM ? Decision.Time.ENOUGH : Decision.Time.UNKNOWN;
    }

    /** Whether no more than five working days' hours lie between an instant and another, which may have passed. */
    private static boolean isNear(long at, long due, WorkWeek week) {
        if (due - at > FAR_MILLIS) {
            return false;
        }
        Spans left = week.expand(at, due);
        LocalTime closes = week.closes();
        long day = (closes.equals(LocalTime.MIDNIGHT) ? DAY_MILLIS : closes.toNanoOfDay() / 1_000_000)
                - week.opens().toNanoOfDay() / 1_000_000;
        return left.millis() <= Decision.SHORT_DAYS * day;
    }
}
