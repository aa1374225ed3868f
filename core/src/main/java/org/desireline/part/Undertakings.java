package org.desireline.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.charter.Intent;
import org.desireline.charter.Phase;
import org.desireline.charter.Undertaking;
import org.desireline.journal.EventId;
import org.desireline.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * Commitments and decisions that were declared, beside the touches of the items that show what becomes of them. Cost: 8
 * bytes a touch of a linked item; what became of one is worked out as it is asked for, {@code n log n} in its links.
 */
final class Undertakings {

    private final List<Undertaking> all;
    private final BitSet linked = new BitSet();
    private final Map<Integer, long[]> touches = new HashMap<>();

    /** What was declared, in the order of ids. */
    Undertakings(List<Undertaking> declared) {
        all = declared.stream().sorted(Comparator.comparing(Undertaking::kind).thenComparing(Undertaking::id)).toList();
        all.forEach(each -> each.links().stream().filter(link -> link.item() >= 0)
                .forEach(link -> linked.set(link.item())));
    }

    /** Keeps of a life what tells whether anything was done. */
    void add(Life life) {
        if (linked.get(life.item)) {
            long[] own = new long[life.touches.size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = life.touches.get(i);
            }
            touches.put(life.item, own);
        }
    }

    /** Number of commitments and decisions. */
    int size() {
        return all.size();
    }

    /** The part that a row gives, or null where it gives none: decisions promise no day. */
    @Nullable Promise promise(int row, Lives lives, ClassTable classes, Window window, long asOfMillis) {
        return all.get(row).kind() == Undertaking.Kind.DECISION ? null
                : of(row, lives, classes, window, asOfMillis);
    }

    /** All of them and what became of each. */
    List<Followed> followed(Lives lives, ClassTable classes, Window window, long asOfMillis) {
        List<Followed> followed = new ArrayList<>();
        for (int row = 0; row < all.size(); row++) {
            Undertaking each = all.get(row);
            int items = (int) each.links().stream().filter(link -> link.fromMillis() <= asOfMillis)
                    .map(Undertaking.Link::item).filter(item -> item >= 0).distinct().count();
            followed.add(new Followed(each, of(row, lives, classes, window, asOfMillis), items));
        }
        return followed;
    }

    private @Nullable Promise of(int row, Lives lives, ClassTable classes, Window window, long asOfMillis) {
        Undertaking declared = all.get(row);
        if (declared.declaredMillis() > asOfMillis) {
            return null;
        }
        long at = declared.declaredMillis();
        Fulfilment fulfilment = new Fulfilment(declared, lives, asOfMillis);
        Fate fate = new Fate(declared, fulfilment, asOfMillis);
        long withdrawn = fate.takenBack;
        boolean promised = declared.kind() == Undertaking.Kind.COMMITMENT;
        if (promised && fate.kept == Promise.NEVER && withdrawn == Promise.NEVER) {
            withdrawn = fulfilment.allDroppedMillis();
        }
        long acted = Promise.NEVER;
        long sign = Math.max(at, fate.kept);
        TreeSet<Integer> actors = new TreeSet<>();
        for (Undertaking.Link link : declared.links()) {
            int life = link.item() < 0 ? -1 : lives.lifeOf(link.item());
            long from = Math.max(at, link.fromMillis());
            if (life < 0 || from >= link.toMillis() || from > asOfMillis) {
                continue;
            }
            for (int actor : lives.actors(life)) {
                actors.add(actor);
            }
            for (long touch : touches.getOrDefault(link.item(), new long[0])) {
                if (touch > from && touch < link.toMillis()) {
                    acted = acted == Promise.NEVER ? touch : Math.min(acted, touch);
                    sign = Math.max(sign, touch);
                }
            }
        }
        if (!fate.revisions.isEmpty()) {
            sign = Math.max(sign, fate.revisions.getLast().atMillis());
        }
        boolean first = fate.kept != Promise.NEVER && (acted == Promise.NEVER || acted > fate.kept);
        long due = declared.days().getFirst().dueMillis();
        return new Promise(Promise.DECLARED, declared.id(), row, "", true, -1, group(declared),
                classes.nothingBut(Dimension.TEAM, declared.team()),
                actors.stream().mapToInt(Integer::intValue).toArray(), at, due, fate.revisions,
                first ? fate.kept : acted, fate.kept, withdrawn, sign, null, null,
                fulfilment.isDoneAt(at), declared.evidence(),
                due != Undertaking.NO_DAY && window.span().contains(due - 1), declared.place());
    }

    /** The cluster it belongs to: that of the team, else one of those of whatever nobody owns. */
    private static int group(Undertaking declared) {
        return declared.team() != Intent.NONE ? Promise.GROUPS + declared.team()
                : (int) Math.floorMod(EventId.of("commitment:" + declared.id()).high(), (long) Promise.GROUPS);
    }

    /** What became of the day, and whether it was kept. */
    private static final class Fate {

        final List<Promise.Revision> revisions = new ArrayList<>();
        long kept = Promise.NEVER;
        long takenBack = Promise.NEVER;

        /**
         * Follows the day from one change to the next. What is settled before a change is not undone by it: that a
         * later charter no longer names what was kept says nothing.
         */
        Fate(Undertaking declared, Fulfilment fulfilment, long asOfMillis) {
            List<Undertaking.Day> days = declared.days();
            long held = days.getFirst().dueMillis();
            for (int i = 0; i < days.size() && days.get(i).atMillis() <= asOfMillis; i++) {
                long next = days.get(i).dueMillis();
                if (next == Undertaking.TAKEN_BACK) {
                    takenBack = takenBack == Promise.NEVER ? days.get(i).atMillis() : takenBack;
                    continue;
                }
                takenBack = Promise.NEVER;
                if (next != held) {
                    revisions.add(new Promise.Revision(days.get(i).atMillis(), held, next));
                    held = next;
                }
                long until = i + 1 < days.size() ? Math.min(days.get(i + 1).atMillis(), asOfMillis + 1)
                        : asOfMillis + 1;
                kept = declared.evidence() && held != Undertaking.NO_DAY ? fulfilment.keptMillis(held, until)
                        : Promise.NEVER;
                if (kept != Promise.NEVER) {
                    return;
                }
            }
        }
    }

    /** When everything that belonged to it was done, as stretches of time. */
    private static final class Fulfilment {

        private final Undertaking declared;
        private final Lives lives;
        private final long asOfMillis;
        /** Instants at which the number of open or done items changes: instant, open, done. */
        private final List<long[]> changes = new ArrayList<>();
        /** First and first instant after, ascending; {@link Long#MAX_VALUE} where it lasts. */
        private final List<long[]> stretches = new ArrayList<>();

        Fulfilment(Undertaking declared, Lives lives, long asOfMillis) {
            this.declared = declared;
            this.lives = lives;
            this.asOfMillis = asOfMillis;
            declared.links().forEach(this::add);
            changes.sort(Comparator.comparingLong(change -> change[0]));
            sweep();
        }

        private void add(Undertaking.Link link) {
            long from = Math.max(link.fromMillis(), declared.declaredMillis());
            long to = link.toMillis();
            int life = link.item() < 0 ? -1 : lives.lifeOf(link.item());
            if (from >= to || from > asOfMillis) {
                return;
            }
            if (life < 0 || !lives.isOver(life)) {
                change(from, to, 1, 0);
                return;
            }
            long end = lives.endMillis(life);
            boolean done = isDone(life);
            if (!link.named() && end <= declared.declaredMillis()) {
                return;
            }
            if (link.named() && !done) {
                change(from, to, 1, 0);
                return;
            }
            change(from, Math.min(to, end), 1, 0);
            if (done) {
                change(Math.max(from, end), to, 0, 1);
            }
        }

        private boolean isDone(int life) {
            return lives.phase(lives.lastStep(life)) == Phase.done;
        }

        private void change(long from, long to, int open, int done) {
            if (from < to) {
                changes.add(new long[] {from, open, done});
                changes.add(new long[] {to, -open, -done});
            }
        }

        private void sweep() {
            long open = 0;
            long done = 0;
            long since = Promise.NEVER;
            for (int i = 0; i < changes.size(); ) {
                long at = changes.get(i)[0];
                if (at > asOfMillis) {
                    break;
                }
                while (i < changes.size() && changes.get(i)[0] == at) {
                    open += changes.get(i)[1];
                    done += changes.get(i++)[2];
                }
                boolean fulfilled = open == 0 && done > 0;
                if (fulfilled && since == Promise.NEVER) {
                    since = at;
                } else if (!fulfilled && since != Promise.NEVER) {
                    stretches.add(new long[] {since, at});
                    since = Promise.NEVER;
                }
            }
            if (since != Promise.NEVER) {
                stretches.add(new long[] {since, Long.MAX_VALUE});
            }
        }

        boolean isDoneAt(long millis) {
            return stretches.stream().anyMatch(each -> each[0] <= millis && millis < each[1]);
        }

        /**
         * Since when it is kept as far as that is settled before an instant: since the stretch in which its day passed,
         * else since the first one after, else since the one that lasts.
         */
        long keptMillis(long dueMillis, long untilMillis) {
            for (long[] each : stretches) {
                boolean settled = each[1] == Long.MAX_VALUE || (each[1] >= dueMillis && dueMillis <= untilMillis);
                if (settled && each[0] < untilMillis) {
                    return each[0];
                }
            }
            return Promise.NEVER;
        }

        /** When the last of the named items was dropped, where all were and nothing else shows it. */
        long allDroppedMillis() {
            long last = Promise.NEVER;
            for (Undertaking.Link link : declared.links()) {
                int life = link.item() < 0 ? -1 : lives.lifeOf(link.item());
                boolean counts = link.toMillis() > asOfMillis;
                if (counts && (!link.named() || life < 0 || !lives.isOver(life) || isDone(life))) {
                    return Promise.NEVER;
                }
                last = counts ? Math.max(last, lives.endMillis(life)) : last;
            }
            return last == Promise.NEVER ? last : Math.max(last, declared.declaredMillis());
        }
    }
}
