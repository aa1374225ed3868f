package org.desireline.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.Origin;
import org.desireline.time.Window;

/**
 * The promises of all items as columns, in the order of lives. Cost: 41 bytes a promise, 16 a day that it was set to;
 * parts are built as they are asked for, linear in the days of a promise.
 */
final class Pledges {

    private final List<String> targets = new ArrayList<>();
    private final Map<String, Integer> codeOf = new HashMap<>();
    private final Columns.Ints life = new Columns.Ints();
    private final Columns.Ints target = new Columns.Ints();
    private final Columns.Bytes sinceKnown = new Columns.Bytes();
    private final Columns.Ints pointer = new Columns.Ints();
    private final Columns.Longs record = new Columns.Longs();
    private final Columns.Longs firstAction = new Columns.Longs();
    private final Columns.Longs lastTouch = new Columns.Longs();
    private final Columns.Ints firstDay = new Columns.Ints();

    /** What tables tell of promises of wholes, by row. */
    private final Map<Integer, Whole> wholes = new HashMap<>();
    /** What records declare besides their day, by row. */
    private final Map<Integer, Declared> declared = new HashMap<>();
    private final Columns.Longs at = new Columns.Longs();
    private final Columns.Longs due = new Columns.Longs();

    Pledges() {
        firstDay.add(0);
    }

    /** Adds what was promised of a life; lives come in their order. */
    void add(int which, Life of) {
        int touches = of.touches.size();
        if (of.whole != null) {
            Pledge whole = new Pledge(Field.WHOLE);
            long due = of.wholeDueMillis == Life.NEVER ? of.createdMillis() + 1 : of.wholeDueMillis;
            whole.set(of.createdMillis(), due, true, of.wholePointer, of.wholeRecord);
            wholes.put(life.size() + (int) of.pledges.stream().filter(Pledge::isMade).count(), of.whole);
            of.pledges.add(whole);
        }
        for (Pledge pledge : of.pledges) {
            if (!pledge.isMade()) {
                continue;
            }
            if (of.again != null && pledge.target.isEmpty()) {
                declared.put(life.size(), new Declared(of.again, asked(of.asked)));
            }
            life.add(which);
            Integer code = codeOf.putIfAbsent(pledge.target, targets.size());
            if (code == null) {
                targets.add(pledge.target);
            }
            target.add(code == null ? targets.size() - 1 : code);
            sinceKnown.add(pledge.sinceKnown ? 1 : 0);
            pointer.add(pledge.pointer);
            record.add(pledge.record);
            firstAction.add(pledge.firstAction);
            lastTouch.add(touches == 0 ? Life.NEVER : of.touches.get(touches - 1));
            for (int i = 0; i < pledge.at.size(); i++) {
                at.add(pledge.at.get(i));
                due.add(pledge.due.get(i));
            }
            firstDay.add(at.size());
        }
    }

    private static SortedMap<String, Integer> asked(String joined) {
        TreeMap<String, Integer> asked = new TreeMap<>();
        for (String each : Field.split(joined)) {
            int blank = each.lastIndexOf(' ');
            asked.put(each.substring(0, Math.max(0, blank)), Integer.parseInt(each.substring(blank + 1)));
        }
        return asked;
    }

    /** Gives back the slack of the columns. */
    Pledges settle() {
        for (Columns.Longs column : List.of(record, firstAction, lastTouch, at, due)) {
            column.trim();
        }
        for (Columns.Ints column : List.of(life, target, pointer, firstDay)) {
            column.trim();
        }
        sinceKnown.trim();
        return this;
    }

    /** Number of promises. */
    int size() {
        return life.size();
    }

    /** The promise of a row. */
    Promise promise(int row, Journal journal, Lives lives, Pools pools, Window window) {
        int which = life.get(row);
        Course course = new Course(row, lives.isOver(which) ? lives.endMillis(which) : Long.MAX_VALUE);
        boolean done = lives.isOver(which) && lives.phase(lives.lastStep(which)) == Phase.done;
        boolean dropped = lives.isOver(which) && !done;
        boolean back = course.takenBack != Promise.NEVER;
        long kept = done && !back ? lives.endMillis(which) : Promise.NEVER;
        long withdrawn = back ? course.takenBack : dropped ? lives.endMillis(which) : Promise.NEVER;
        long made = at.get(firstDay.get(row));
        int step = Math.max(lives.firstStep(which), lives.stepAt(which, made));
        int owner = lives.owner(step) >= 0 ? lives.owner(step) : lives.lastOwner(which);
        int[] classes = ClassTable.unpacked(lives.classes(step));
        int team = owner < 0 ? TeamWeek.NONE : pools.teamOf(owner, made);
        int teamClass = Dimension.TEAM.ordinal();
        classes[teamClass] = team == TeamWeek.NONE ? classes[teamClass] : team;
        long revised = course.revisions.isEmpty() ? made : course.revisions.getLast().atMillis();
        long sign = Math.max(Math.max(lastTouch.get(row), revised), kept == Promise.NEVER ? made : kept);
        return new Promise(lives.item(which), lives.key(which), numberOf(row), targets.get(target.get(row)),
                sinceKnown.get(row) != 0, Math.max(owner, -1), group(journal, lives.item(which)), classes,
                lives.actors(which), made, due.get(firstDay.get(row)), course.revisions,
                firstAction(row, kept), kept, withdrawn, sign,
                wholes.get(row), declared.get(row), lives.isOver(which) && made >= lives.endMillis(which),
                Promise.isProvenByItems(targets.get(target.get(row))),
                window.span().contains(due.get(firstDay.get(row)) - 1),
                Origin.shown(journal.text(pointer.get(row)), record.get(row)));
    }

    private long firstAction(int row, long kept) {
        long acted = firstAction.get(row) == Life.NEVER ? Promise.NEVER : firstAction.get(row);
        return kept == Promise.NEVER || (acted != Promise.NEVER && acted < kept) ? acted : kept;
    }

    /** Which of its item's promises it is. */
    private int numberOf(int row) {
        int number = 0;
        while (number < row && life.get(row - number - 1) == life.get(row)) {
            number++;
        }
        return number;
    }

    private static int group(Journal journal, int item) {
        return (int) Math.floorMod(EventId.of(journal.itemId(item)).high(), (long) Promise.GROUPS);
    }

    /** What became of the day of a promise before its item came to its end. */
    private final class Course {

        private final List<Promise.Revision> revisions = new ArrayList<>();
        private long takenBack = Promise.NEVER;

        Course(int row, long endMillis) {
            int first = firstDay.get(row);
            long held = due.get(first);
            for (int i = first + 1; i < firstDay.get(row + 1) && at.get(i) < endMillis; i++) {
                long next = due.get(i);
                if (next == Life.NEVER) {
                    takenBack = takenBack == Promise.NEVER ? at.get(i) : takenBack;
                    continue;
                }
                takenBack = Promise.NEVER;
                if (next != held) {
                    revisions.add(new Promise.Revision(at.get(i), held, next));
                    held = next;
                }
            }
        }
    }
}
