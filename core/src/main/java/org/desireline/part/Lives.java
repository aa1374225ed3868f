package org.desireline.part;

import java.util.ArrayList;
import java.util.List;
import org.desireline.charter.Phase;
import org.desireline.journal.Origin;
import org.desireline.time.Span;
import org.jspecify.annotations.Nullable;

/**
 * The lives of all items as columns, by life index in the order of items; the steps of a life are consecutive rows of
 * the columns of steps. Cost: 73 bytes a life, 19 a step, 4 an actor of a life.
 */
final class Lives {

    private static final Phase[] PHASES = Phase.values();
    private static final int OVER = 1;
    private static final int PROVEN = 2;
    private static final int CONTAINER = 4;
    private static final int BORN_WORKING = 8;
    private static final int BY_TOUCH = 16;
    private static final int PUSHED_TOUCH = 32;
    private static final int BY_ACTIVITY = 64;
    private static final int PLANNED = 0x20;
    private static final int IN_QUEUE = 0x40;
    private static final int PHASE = 0x1F;
    private static final int BOT = -2;
    private static final double SECONDS_AN_HOUR = 3600;

    private final Columns.Ints item = new Columns.Ints();
    private final List<String> keys = new ArrayList<>();
    private final Columns.Bytes flags = new Columns.Bytes();
    private final Columns.Longs end = new Columns.Longs();
    private final Columns.Longs start = new Columns.Longs();
    private final Columns.Ints starter = new Columns.Ints();
    private final Columns.Ints startPointer = new Columns.Ints();
    private final Columns.Longs startRecord = new Columns.Longs();
    private final Columns.Longs assigned = new Columns.Longs();
    private final Columns.Ints assigner = new Columns.Ints();
    private final Columns.Ints lastOwner = new Columns.Ints();
    private final Columns.Ints firstStep = new Columns.Ints();
    private final Columns.Ints firstBlocker = new Columns.Ints();
    private final Columns.Ints firstActor = new Columns.Ints();
    private final Columns.Ints firstGap = new Columns.Ints();

    private final Columns.Longs stepAt = new Columns.Longs();
    private final Columns.Bytes stepFlags = new Columns.Bytes();
    private final Columns.Ints stepOwner = new Columns.Ints();
    private final Columns.Shorts stepCycle = new Columns.Shorts();
    /** Steps with a due date, ascending, and their due dates. */
    private final Columns.Ints dueStep = new Columns.Ints();
    private final Columns.Longs due = new Columns.Longs();
    private final Columns.Repeated stepClasses = new Columns.Repeated();

    private final Columns.Ints blocker = new Columns.Ints();
    private final Columns.Longs blockedFrom = new Columns.Longs();
    private final Columns.Longs blockedTo = new Columns.Longs();
    private final Columns.Ints actor = new Columns.Ints();
    private final Columns.Longs untouchedFrom = new Columns.Longs();
    private final Columns.Longs untouchedTo = new Columns.Longs();

    /** Lives of changes that were merged, ascending. */
    private final Columns.Ints mergedLife = new Columns.Ints();
    /** Who proposed them, -1 where that is unknown; a program as {@link #BOT} less its number. */
    private final Columns.Ints author = new Columns.Ints();
    private final Columns.Longs reviewed = new Columns.Longs();
    private final Columns.Longs merged = new Columns.Longs();

    /** Lives that somebody took while nobody owned them, ascending. */
    private final Columns.Ints claimedLife = new Columns.Ints();
    private final Columns.Ints claimer = new Columns.Ints();
    private final Columns.Longs claimed = new Columns.Longs();
    private final Columns.Ints claimPointer = new Columns.Ints();
    private final Columns.Longs claimRecord = new Columns.Longs();
    /** Lives that were estimated, ascending. */
    private final Columns.Ints estimatedLife = new Columns.Ints();
    private final Columns.Longs estimated = new Columns.Longs();
    /** In seconds. */
    private final Columns.Longs estimate = new Columns.Longs();
    private final Columns.Ints creator = new Columns.Ints();

    private final long asOfMillis;

    /** The lives as they are read up to an instant. */
    Lives(long asOfMillis) {
        this.asOfMillis = asOfMillis;
        open();
    }

    private void open() {
        firstStep.add(stepAt.size());
        firstBlocker.add(blocker.size());
        firstActor.add(actor.size());
        firstGap.add(untouchedFrom.size());
    }

    /** Adds a life; those of items with higher numbers come later. */
    void add(Life life) {
        item.add(life.item);
        keys.add(life.key);
        flags.add((life.over ? OVER : 0) | (life.proven ? PROVEN : 0) | (life.container ? CONTAINER : 0)
                | (life.bornWorking ? BORN_WORKING : 0) | (life.startedByTouch ? BY_TOUCH : 0)
                | (life.startedByTouch && life.pushedTouch ? PUSHED_TOUCH : 0)
                | (life.startedByActivity ? BY_ACTIVITY : 0));
        end.add(life.endMillis);
        start.add(life.startMillis);
        starter.add(life.starter);
        startPointer.add(life.startPointer);
        startRecord.add(life.startRecord);
        assigned.add(life.assignedMillis);
        assigner.add(life.assigner);
        lastOwner.add(life.lastOwner);
        creator.add(life.authorIsBot ? Life.NO_OWNER : life.author);
        if (life.claim != null) {
            claimedLife.add(item.size() - 1);
            claimer.add(life.claim.actor());
            claimed.add(life.claim.atMillis());
            claimPointer.add(life.claim.pointer());
            claimRecord.add(life.claim.record());
        }
        if (life.estimateHours > 0) {
            estimatedLife.add(item.size() - 1);
            estimated.add(life.estimatedMillis);
            estimate.add(Math.round(life.estimateHours * SECONDS_AN_HOUR));
        }
        for (Life.Step step : life.steps) {
            stepAt.add(step.atMillis());
            stepFlags.add(step.phase().ordinal() | (step.planned() ? PLANNED : 0) | (step.inQueue() ? IN_QUEUE : 0));
            stepOwner.add(step.owner());
            stepCycle.add(step.cycle());
            if (step.dueMillis() != Life.NEVER) {
                dueStep.add(stepAt.size() - 1);
                due.add(step.dueMillis());
            }
            stepClasses.add(step.classes());
        }
        for (Life.Blocker span : life.blockers) {
            blocker.add(span.item());
            blockedFrom.add(span.fromMillis());
            blockedTo.add(span.toMillis());
        }
        for (int who : life.actors) {
            actor.add(who);
        }
        if (life.isChange && life.mergedMillis != Long.MAX_VALUE) {
            mergedLife.add(item.size() - 1);
            author.add(life.authorIsBot ? BOT - life.author : life.author);
            reviewed.add(life.reviewedMillis);
            merged.add(life.mergedMillis);
        }
        gaps(life);
        open();
    }

    /** The spans in which the item had gone untouched for long enough to be parked. */
    private void gaps(Life life) {
        long last = life.createdMillis();
        for (int i = 0; i <= life.touches.size(); i++) {
            long next = i < life.touches.size() ? life.touches.get(i) : Long.MAX_VALUE;
            // Nobody asks about the time after the as-of instant.
            if (next - Life.UNTOUCHED_MILLIS > last && last + Life.UNTOUCHED_MILLIS <= asOfMillis) {
                untouchedFrom.add(last + Life.UNTOUCHED_MILLIS);
                untouchedTo.add(next);
            }
            last = next;
        }
    }

    /** Gives back the slack of the columns. */
    void trim() {
        for (Columns.Longs column : List.of(end, start, startRecord, assigned, stepAt, due, blockedFrom,
                blockedTo, untouchedFrom, untouchedTo, reviewed, merged, claimed, claimRecord, estimated, estimate)) {
            column.trim();
        }
        for (Columns.Ints column : List.of(item, starter, startPointer, assigner, lastOwner, firstStep, firstBlocker,
                firstActor, firstGap, stepOwner, dueStep, blocker, actor, mergedLife, author, claimedLife, claimer,
                claimPointer, estimatedLife, creator)) {
            column.trim();
        }
        stepCycle.trim();
        stepClasses.trim();
        flags.trim();
        stepFlags.trim();
    }

    /** Number of lives. */
    int size() {
        return item.size();
    }

    int item(int life) {
        return item.get(life);
    }

    /** The life of an item, negative where it has none. */
    int lifeOf(int which) {
        return item.find(which);
    }

    String key(int life) {
        return keys.get(life);
    }

    boolean isOver(int life) {
        return (flags.get(life) & OVER) != 0;
    }

    boolean isProven(int life) {
        return (flags.get(life) & PROVEN) != 0;
    }

    boolean isContainer(int life) {
        return (flags.get(life) & CONTAINER) != 0;
    }

    boolean isBornWorking(int life) {
        return (flags.get(life) & BORN_WORKING) != 0;
    }

    /** Whether no move into work tells its start, but the owner's first trace on it. */
    boolean isStartedByTouch(int life) {
        return (flags.get(life) & BY_TOUCH) != 0;
    }

    /** Whether its start is that of an activity of a process log. */
    boolean isStartedByActivity(int life) {
        return (flags.get(life) & BY_ACTIVITY) != 0;
    }

    /** Whether somebody else had assigned it shortly before the trace that tells its start. */
    boolean isPushedTouch(int life) {
        return (flags.get(life) & PUSHED_TOUCH) != 0;
    }

    /** Number of lives that somebody took while nobody owned them. */
    int claims() {
        return claimedLife.size();
    }

    /** The life of a claim; claims stand in the order of lives. */
    int claimedLife(int claim) {
        return claimedLife.get(claim);
    }

    /** The claim of a life, or a negative number. */
    int claimOf(int life) {
        return claimedLife.find(life);
    }

    int claimer(int claim) {
        return claimer.get(claim);
    }

    long claimedMillis(int claim) {
        return claimed.get(claim);
    }

    /** Where a claim was read, as it is shown. */
    String claimOrigin(int claim, org.desireline.journal.Journal journal) {
        return Origin.shown(journal.text(claimPointer.get(claim)), claimRecord.get(claim));
    }

    /** The hours that a life had been estimated to take by an instant; 0 where nobody had said. */
    double estimateHours(int life, long atMillis) {
        int row = estimatedLife.find(life);
        return row < 0 || estimated.get(row) > atMillis ? 0 : estimate.get(row) / SECONDS_AN_HOUR;
    }

    /** Who created it, or -1. */
    int creator(int life) {
        return creator.get(life);
    }

    long createdMillis(int life) {
        return stepAt.get(firstStep.get(life));
    }

    long endMillis(int life) {
        return end.get(life);
    }

    long startMillis(int life) {
        return start.get(life);
    }

    int starter(int life) {
        return starter.get(life);
    }

    /** Where the start was read, as it is shown; empty where there was none. */
    String startOrigin(int life, org.desireline.journal.Journal journal) {
        int pointer = startPointer.get(life);
        return pointer < 0 ? "" : Origin.shown(journal.text(pointer), startRecord.get(life));
    }

    long assignedMillis(int life) {
        return assigned.get(life);
    }

    int assigner(int life) {
        return assigner.get(life);
    }

    int lastOwner(int life) {
        return lastOwner.get(life);
    }

    /** Distinct actors with any event on the item. */
    int[] actors(int life) {
        int[] all = new int[firstActor.get(life + 1) - firstActor.get(life)];
        for (int i = 0; i < all.length; i++) {
            all[i] = actor.get(firstActor.get(life) + i);
        }
        return all;
    }

    /** How a change to a repository came in; null where it is none, or was not merged. */
    Trace.@Nullable Change change(int life, Span window) {
        int row = mergedLife.find(life);
        if (row < 0) {
            return null;
        }
        boolean isBot = author.get(row) <= BOT;
        return new Trace.Change(isBot ? BOT - author.get(row) : author.get(row), isBot, reviewed.get(row),
                merged.get(row), window.contains(merged.get(row)));
    }

    /** First row of a life's steps; the last row is the one before the next life's first. */
    int firstStep(int life) {
        return firstStep.get(life);
    }

    int lastStep(int life) {
        return firstStep.get(life + 1) - 1;
    }

    /** The row of the step in force at an instant, or -1 before the creation. */
    int stepAt(int life, long atMillis) {
        int row = stepAt.lastAtOrBelow(firstStep.get(life), firstStep.get(life + 1), atMillis);
        return row < firstStep.get(life) ? -1 : row;
    }

    long atMillis(int step) {
        return stepAt.get(step);
    }

    /** When a step of a life gives way to the next, or the life ends. */
    long untilMillis(int life, int step) {
        return step < lastStep(life) ? stepAt.get(step + 1) : end.get(life);
    }

    Phase phase(int step) {
        return PHASES[stepFlags.get(step) & PHASE];
    }

    boolean isPlanned(int step) {
        return (stepFlags.get(step) & PLANNED) != 0;
    }

    boolean isInQueue(int step) {
        return (stepFlags.get(step) & IN_QUEUE) != 0;
    }

    int owner(int step) {
        return stepOwner.get(step);
    }

    int cycle(int step) {
        return stepCycle.get(step);
    }

    long dueMillis(int step) {
        int row = dueStep.find(step);
        return row < 0 ? Life.NEVER : due.get(row);
    }

    /** Class codes of a step, packed. */
    long classes(int step) {
        return stepClasses.get(step);
    }

    /** First row of a life's blockers. */
    int firstBlocker(int life) {
        return firstBlocker.get(life);
    }

    /** The item that blocks. */
    int blocker(int row) {
        return blocker.get(row);
    }

    long blockedFrom(int row) {
        return blockedFrom.get(row);
    }

    long blockedTo(int row) {
        return blockedTo.get(row);
    }

    /** First row of a life's spans without a touch. */
    int firstGap(int life) {
        return firstGap.get(life);
    }

    long untouchedFrom(int row) {
        return untouchedFrom.get(row);
    }

    long untouchedTo(int row) {
        return untouchedTo.get(row);
    }

    /** Whether the item exists and is not finished at an instant. */
    boolean isOpenAt(int life, long atMillis) {
        int step = stepAt(life, atMillis);
        return step >= 0 && !phase(step).isOver();
    }

    /** Whether the item had gone untouched for 180 days at an instant. */
    boolean isUntouchedAt(int life, long atMillis) {
        int row = untouchedFrom.lastAtOrBelow(firstGap.get(life), firstGap.get(life + 1), atMillis);
        return row >= firstGap.get(life) && atMillis < untouchedTo.get(row);
    }

    /** Whether the item is parked at an instant at which a step of it is in force. */
    boolean isParkedAt(int life, int step, long atMillis) {
        return owner(step) == Life.NO_OWNER && !isInQueue(step) && !isPlanned(step) && dueMillis(step) <= atMillis
                && isUntouchedAt(life, atMillis);
    }
}
