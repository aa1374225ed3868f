package org.desireline.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.journal.EventId;
import org.desireline.journal.Journal;
import org.desireline.number.Grade;
import org.desireline.time.Span;
import org.desireline.time.Spans;

/**
 * Turns a life into stretches: cuts it wherever anything changes and decides for each piece who is awaited.
 *
 * <p>Precedence at an instant, first match wins (METHODS: the delay ledger): closed gap, worked, blocked, decision,
 * review, owner unknown, unowned, owner. Cost: {@code s log s} in the item's own changes, and two binary searches a
 * stretch for the calendar and for each class that its owner worked on.
 */
final class TraceBuilder {

    private static final int GROUPS = 64;
    private static final int PRIORITY = Dimension.PRIORITY.ordinal();
    private static final int TEAM = Dimension.TEAM.ordinal();
    /** The holder that stands for the first team; owners and the lack of one have greater numbers. */
    private static final int FIRST_TEAM = Math.min(Life.NO_OWNER, Life.OWNER_UNKNOWN) - 1;
    private static final int[] NOBODY = new int[0];

    private final Journal journal;
    private final Frame frame;
    private final Lives lives;
    private final Spans calendar;
    private final Timelines timelines;
    private final Workloads workloads;
    private final Pools pools;
    private final StartRepair repair;

    TraceBuilder(
            Assembly.Ground ground, Frame frame, Timelines timelines, Workloads workloads, StartRepair repair) {
        this.journal = ground.journal();
        this.frame = frame;
        this.lives = ground.lives();
        this.calendar = ground.calendar();
        this.timelines = timelines;
        this.workloads = workloads;
        this.pools = ground.pools();
        this.repair = repair;
    }

    /** The trace of a life. */
    Trace build(int life) {
        Spans worked = timelines.worked(life);
        List<Stretch> stretches = stretches(life, worked);
        long groupHash = EventId.of(journal.itemId(lives.item(life))).high();
        int cluster = lives.lastOwner(life) >= 0 ? lives.lastOwner(life)
                : journal.actorCount() + (int) Math.floorMod(groupHash, (long) GROUPS);
        return new Trace(lives.item(life), lives.key(life), lives.createdMillis(life), lives.endMillis(life),
                lives.isOver(life), lives.isOver(life) && lives.phase(lives.lastStep(life)) == Phase.done,
                lives.isContainer(life), lives.isProven(life), cluster, lives.actors(life),
                labours(life, stretches), stretches, lives.change(life, frame.window().span()));
    }

    private List<Stretch> stretches(int life, Spans worked) {
        Spans waits = blockedSpans(life);
        long[] cuts = cuts(life, worked, waits);
        List<Stretch> stretches = new ArrayList<>();
        int waitNumber = 0;
        Wait lastWait = null;
        int lastHolder = Life.OWNER_UNKNOWN;
        int row = -1;
        int[] codes = new int[0];
        Availability available = new Availability();
        for (int i = 0; i + 1 < cuts.length; i++) {
            long from = cuts[i];
            int step = lives.stepAt(life, from);
            if (step != row) {
                codes = ClassTable.unpacked(lives.classes(step));
                row = step;
            }
            int[] party = party(step, from);
            Wait idle = wait(step, from, waits, party);
            Wait wait = idle != Wait.closedGap && worked.contains(from) ? Wait.worked : idle;
            int holder = holder(step, idle, codes[TEAM]);
            if (wait != lastWait || holder != lastHolder) {
                waitNumber++;
                lastWait = wait;
                lastHolder = holder;
            }
            long since = available.since(idle, holder, from);
            boolean parked = wait != Wait.closedGap && wait != Wait.worked && lives.isParkedAt(life, step, from);
            long on = calendar.overlapMillis(from, cuts[i + 1]);
            stretches.add(new Stretch(from, cuts[i + 1], lives.phase(step), wait, waitNumber, lives.cycle(step),
                    grade(life, step, wait, from), lives.owner(step) != Life.NO_OWNER, parked,
                    frame.window().span().contains(from), on, frame.charter().intent().versionAt(from), codes,
                    wait == Wait.owner && on > 0 ? meanwhile(party, codes[PRIORITY], since, from, cuts[i + 1], on)
                            : List.of()));
        }
        return List.copyOf(stretches);
    }

    /** Since when an item could have been worked on by whom it waits for; recorded work does not begin it anew. */
    private static final class Availability {

        private Wait wait = Wait.closedGap;
        private int holder = Life.OWNER_UNKNOWN;
        private long sinceMillis;

        long since(Wait nowWait, int nowHolder, long fromMillis) {
            if (nowWait != wait || nowHolder != holder) {
                wait = nowWait;
                holder = nowHolder;
                sinceMillis = fromMillis;
            }
            return sinceMillis;
        }
    }

    /** In whose hands an item is: its owner, or the team that is awaited because the item lies in its queue. */
    private int holder(int step, Wait idle, int team) {
        int owner = lives.owner(step);
        return owner == Life.NO_OWNER && idle == Wait.owner ? FIRST_TEAM - team : owner;
    }

    /** Who would have to act, where that is the owner or a team in whose queue the item lies. */
    private int[] party(int step, long atMillis) {
        int owner = lives.owner(step);
        if (owner >= 0) {
            return new int[] {owner};
        }
        return owner == Life.NO_OWNER && lives.isInQueue(step) ? pools.members(lives.classes(step), atMillis) : NOBODY;
    }

    private List<Meanwhile> meanwhile(int[] party, int own, long since, long from, long to, long onMillis) {
        List<Meanwhile> all = new ArrayList<>(party.length);
        for (int who : party) {
            all.add(workloads.meanwhile(who, party.length, own, since, from, to, onMillis));
        }
        return List.copyOf(all);
    }

    /** Who was recorded at work in each worked stretch; a stretch is cut wherever recorded work begins or ends. */
    private List<Trace.Labour> labours(int life, List<Stretch> stretches) {
        int[] segments = timelines.ofLife(life);
        if (segments.length == 0) {
            return List.of();
        }
        long[] starts = stretches.stream().mapToLong(Stretch::fromMillis).toArray();
        List<Trace.Labour> labours = new ArrayList<>();
        for (int segment : segments) {
            int found = Arrays.binarySearch(starts, timelines.fromMillis(segment));
            for (int i = Math.max(0, found >= 0 ? found : -found - 2); i < starts.length; i++) {
                Stretch stretch = stretches.get(i);
                if (stretch.fromMillis() >= timelines.toMillis(segment)) {
                    break;
                }
                long millis = Math.min(timelines.toMillis(segment), stretch.toMillis())
                        - Math.max(timelines.fromMillis(segment), stretch.fromMillis());
                if (stretch.cause() == Wait.worked && millis > 0) {
                    labours.add(new Trace.Labour(timelines.actor(segment), i, millis));
                }
            }
        }
        return labours;
    }

    /** Every instant of a life at which a stretch may end, ascending, from its creation to its end. */
    private long[] cuts(int life, Spans worked, Spans waits) {
        Columns.Longs cuts = new Columns.Longs();
        long created = lives.createdMillis(life);
        long end = lives.endMillis(life);
        cuts.add(created);
        cuts.add(end);
        for (int step = lives.firstStep(life); step <= lives.lastStep(life); step++) {
            cuts.add(lives.atMillis(step));
            cuts.add(lives.dueMillis(step));
        }
        cuts.add(repair.startMillis(life));
        cuts.add(frame.window().span().fromMillis());
        cuts.add(frame.window().span().toMillis());
        frame.charter().intent().versions().forEach(version -> cuts.add(version.fromMillis()));
        addEnds(cuts, worked);
        addEnds(cuts, waits);
        for (int row = lives.firstGap(life); row < lives.firstGap(life + 1); row++) {
            cuts.add(lives.untouchedFrom(row));
            cuts.add(lives.untouchedTo(row));
        }
        long[] all = cuts.trimmed();
        Arrays.sort(all);
        int size = 0;
        for (long cut : all) {
            if (cut >= created && cut <= end && (size == 0 || cut != all[size - 1])) {
                all[size++] = cut;
            }
        }
        return Arrays.copyOf(all, size);
    }

    private static void addEnds(Columns.Longs cuts, Spans spans) {
        for (int i = 0; i < spans.size(); i++) {
            cuts.add(spans.get(i).fromMillis());
            cuts.add(spans.get(i).toMillis());
        }
    }

    /** When it waited for other items: the spans of the links, cut to where the other item was open. */
    private Spans blockedSpans(int life) {
        if (lives.firstBlocker(life) == lives.firstBlocker(life + 1)) {
            return Spans.none();
        }
        List<Span> open = new ArrayList<>();
        for (int row = lives.firstBlocker(life); row < lives.firstBlocker(life + 1); row++) {
            int other = lives.lifeOf(lives.blocker(row));
            if (other >= 0 && other != life) {
                addOpen(open, other, lives.blockedFrom(row), lives.blockedTo(row));
            }
        }
        return open.isEmpty() ? Spans.none() : Spans.union(open);
    }

    private void addOpen(List<Span> open, int other, long from, long to) {
        for (int step = lives.firstStep(other); step <= lives.lastStep(other); step++) {
            long until = step < lives.lastStep(other) ? lives.atMillis(step + 1) : Long.MAX_VALUE;
            long start = Math.max(from, lives.atMillis(step));
            if (!lives.phase(step).isOver() && start < Math.min(to, until)) {
                open.add(new Span(start, Math.min(to, until)));
            }
        }
    }

    /** Whether an item waits for another one at an instant. */
    boolean blockedAt(int life, long atMillis) {
        for (int row = lives.firstBlocker(life); row < lives.firstBlocker(life + 1); row++) {
            int other = lives.lifeOf(lives.blocker(row));
            if (lives.blockedFrom(row) <= atMillis && atMillis < lives.blockedTo(row) && other >= 0
                    && other != life && lives.isOpenAt(other, atMillis)) {
                return true;
            }
        }
        return false;
    }

    /** What an item waits for while nobody works on it. */
    private Wait wait(int step, long at, Spans waits, int[] party) {
        Phase phase = lives.phase(step);
        if (phase.isOver()) {
            return Wait.closedGap;
        }
        if (phase == Phase.blocked || waits.contains(at)) {
            return Wait.blocked;
        }
        if (phase == Phase.decision) {
            return Wait.decision;
        }
        if (phase == Phase.review) {
            return Wait.review;
        }
        if (party.length > 0) {
            return Wait.owner;
        }
        return lives.owner(step) == Life.OWNER_UNKNOWN ? Wait.ownerUnknown : Wait.unowned;
    }

    private Grade grade(int life, int step, Wait wait, long from) {
        if (wait == Wait.ownerUnknown) {
            return Grade.AMBIGUOUS;
        }
        if (wait == Wait.owner && from >= repair.startMillis(life)) {
            return Grade.ASSUMED;
        }
        boolean byLink = wait == Wait.blocked && lives.phase(step) != Phase.blocked;
        boolean byQueue = wait == Wait.owner && lives.owner(step) == Life.NO_OWNER;
        return byLink || byQueue || !lives.isProven(life) ? Grade.INFERRED : Grade.OBSERVED;
    }
}
