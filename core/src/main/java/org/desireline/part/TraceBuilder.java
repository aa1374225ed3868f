package org.desireline.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.charter.Phase;
import org.desireline.number.Grade;
import org.desireline.time.Span;
import org.desireline.time.Spans;
import org.desireline.time.Window;

/**
 * Turns a life into stretches: cuts it wherever anything changes and decides for each piece who is awaited.
 *
 * <p>Precedence at an instant, first match wins (METHODS: the delay ledger): closed gap, worked, blocked, decision,
 * review, owner unknown, unowned, owner. Cost: {@code s log s} in the item's own changes, and two binary searches a
 * stretch for the calendar.
 */
final class TraceBuilder {

    private static final int GROUPS = 64;

    private final List<Life> lives;
    private final int[] lifeOfItem;
    private final ClassTable classes;
    private final Spans calendar;
    private final Window window;
    private final int actors;

    TraceBuilder(
            List<Life> lives, int[] lifeOfItem, ClassTable classes, Spans calendar, Window window, int actors) {
        this.lives = lives;
        this.lifeOfItem = lifeOfItem;
        this.classes = classes;
        this.calendar = calendar;
        this.window = window;
        this.actors = actors;
    }

    /**
     * The trace of a life.
     *
     * @param worked when somebody was recorded at work on it
     * @param segments the same, by actor
     * @param groupHash a hash of the item's native id
     */
    Trace build(Life life, Spans worked, List<Timelines.Segment> segments, long groupHash) {
        Spans waits = blockedSpans(life);
        long[] cuts = cuts(life, worked, waits);
        List<Stretch> stretches = new ArrayList<>();
        int waitNumber = 0;
        Wait lastWait = null;
        int lastOwner = Life.OWNER_UNKNOWN;
        int classesOf = -1;
        int[] codes = new int[0];
        for (int i = 0; i + 1 < cuts.length; i++) {
            long from = cuts[i];
            int index = life.stepAt(from);
            Life.Step step = life.steps.get(index);
            if (index != classesOf) {
                codes = classes.codes(step);
                classesOf = index;
            }
            Wait wait = wait(step, from, worked, waits);
            if (wait != lastWait || step.owner() != lastOwner) {
                waitNumber++;
                lastWait = wait;
                lastOwner = step.owner();
            }
            boolean parked = !step.phase().isOver() && wait != Wait.worked && life.parkedAt(from, step);
            stretches.add(new Stretch(from, cuts[i + 1], step.phase(), wait, waitNumber, step.cycle(),
                    grade(life, step, wait), step.owner() != Life.NO_OWNER, parked, window.span().contains(from),
                    calendar.overlapMillis(from, cuts[i + 1]), 1, codes));
        }
        int cluster = life.lastOwner >= 0 ? life.lastOwner : actors + (int) Math.floorMod(groupHash, (long) GROUPS);
        return new Trace(life.item, life.key, life.createdMillis(), life.endMillis, life.over, life.container,
                life.proven, cluster,
                life.actors, labours(segments, stretches), List.copyOf(stretches));
    }

    /** Who was recorded at work in each worked stretch; a stretch is cut wherever recorded work begins or ends. */
    private static List<Trace.Labour> labours(List<Timelines.Segment> segments, List<Stretch> stretches) {
        if (segments.isEmpty()) {
            return List.of();
        }
        List<Trace.Labour> labours = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            for (Timelines.Segment segment : segments) {
                long millis = Math.min(segment.toMillis(), stretch.toMillis())
                        - Math.max(segment.fromMillis(), stretch.fromMillis());
                if (stretch.cause() == Wait.worked && millis > 0) {
                    labours.add(new Trace.Labour(segment.actor(), i, millis));
                }
            }
        }
        return labours;
    }

    private long[] cuts(Life life, Spans worked, Spans waits) {
        TreeSet<Long> cuts = new TreeSet<>();
        long created = life.createdMillis();
        long end = life.endMillis;
        cuts.add(created);
        cuts.add(end);
        life.steps.forEach(step -> cuts.add(step.atMillis()));
        life.steps.forEach(step -> cuts.add(step.dueMillis()));
        cuts.add(window.span().fromMillis());
        cuts.add(window.span().toMillis());
        addEnds(cuts, worked);
        addEnds(cuts, waits);
        long previous = created;
        for (int i = 0; i <= life.touches.length; i++) {
            long next = i < life.touches.length ? life.touches[i] : end;
            if (next - previous > Life.UNTOUCHED_MILLIS) {
                cuts.add(previous + Life.UNTOUCHED_MILLIS);
                cuts.add(next);
            }
            previous = next;
        }
        return cuts.subSet(created, true, end, true).stream().mapToLong(Long::longValue).toArray();
    }

    private static void addEnds(Set<Long> cuts, Spans spans) {
        for (int i = 0; i < spans.size(); i++) {
            cuts.add(spans.get(i).fromMillis());
            cuts.add(spans.get(i).toMillis());
        }
    }

    /** When it waited for other items: the spans of the links, cut to where the other item was open. */
    private Spans blockedSpans(Life life) {
        List<Span> open = new ArrayList<>();
        for (Life.Blocker blocker : life.blockers) {
            int other = lifeOfItem[blocker.item()];
            if (other >= 0 && lives.get(other) != life) {
                addOpen(open, lives.get(other), blocker.fromMillis(), blocker.toMillis());
            }
        }
        return open.isEmpty() ? Spans.none() : Spans.union(open);
    }

    private static void addOpen(List<Span> open, Life other, long from, long to) {
        for (int i = 0; i < other.steps.size(); i++) {
            Life.Step step = other.steps.get(i);
            long end = i + 1 < other.steps.size() ? other.steps.get(i + 1).atMillis() : Long.MAX_VALUE;
            long start = Math.max(from, step.atMillis());
            if (!step.phase().isOver() && start < Math.min(to, end)) {
                open.add(new Span(start, Math.min(to, end)));
            }
        }
    }

    /** Whether an item waits for another one at an instant. */
    boolean blockedAt(Life life, long atMillis) {
        for (Life.Blocker blocker : life.blockers) {
            int other = lifeOfItem[blocker.item()];
            if (blocker.fromMillis() <= atMillis && atMillis < blocker.toMillis() && other >= 0
                    && lives.get(other) != life && lives.get(other).openAt(atMillis)) {
                return true;
            }
        }
        return false;
    }

    private static Wait wait(Life.Step step, long at, Spans worked, Spans waits) {
        if (step.phase().isOver()) {
            return Wait.closedGap;
        }
        if (worked.contains(at)) {
            return Wait.worked;
        }
        if (step.phase() == Phase.blocked || waits.contains(at)) {
            return Wait.blocked;
        }
        if (step.phase() == Phase.decision) {
            return Wait.decision;
        }
        if (step.phase() == Phase.review) {
            return Wait.review;
        }
        return switch (step.owner()) {
            case Life.OWNER_UNKNOWN -> Wait.ownerUnknown;
            case Life.NO_OWNER -> Wait.unowned;
            default -> Wait.owner;
        };
    }

    private static Grade grade(Life life, Life.Step step, Wait wait) {
        if (wait == Wait.ownerUnknown) {
            return Grade.AMBIGUOUS;
        }
        boolean byLink = wait == Wait.blocked && step.phase() != Phase.blocked;
        return byLink || !life.proven ? Grade.INFERRED : Grade.OBSERVED;
    }
}
