package org.desireline.charter;

import java.util.Arrays;

/**
 * Which declared class every item belonged to, over time: a step function for each item, as primitive columns.
 *
 * <p>Made where expressions can be evaluated; here there are only item numbers, instants and codes. An item without a
 * step belongs to nothing. Cost: 20 bytes a step; O(log s) to find the step of an instant.
 */
public final class Membership {

    private final int[] start;
    private final long[] atMillis;
    private final byte[] priority;
    private final byte[] team;
    private final byte[] area;
    private final int[] pressures;
    private final int[] rights;

    private Membership(
            int[] start, long[] atMillis, byte[] priority, byte[] team, byte[] area, int[] pressures, int[] rights) {
        this.start = start;
        this.atMillis = atMillis;
        this.priority = priority;
        this.team = team;
        this.area = area;
        this.pressures = pressures;
        this.rights = rights;
    }

    /** No item belongs to anything. */
    public static Membership none() {
        return new Builder(0).build();
    }

    /** First step of an item; the steps of item i are {@code first(i)} to {@code first(i + 1)}, exclusive. */
    public int first(int item) {
        return start[Math.min(item, start.length - 1)];
    }

    /** The instant from which a step holds. */
    public long atMillis(int step) {
        return atMillis[step];
    }

    /** The step of an item that holds at an instant, or -1. */
    public int stepAt(int item, long instant) {
        int low = first(item);
        int found = Arrays.binarySearch(atMillis, low, first(item + 1), instant);
        int step = found >= 0 ? found : -found - 2;
        return step < low ? -1 : step;
    }

    /** Code of the priority in a step, {@link Intent#NONE} where there is none; step -1 belongs to nothing. */
    public int priority(int step) {
        return step < 0 ? Intent.NONE : priority[step];
    }

    /** Code of the team in a step. */
    public int team(int step) {
        return step < 0 ? Intent.NONE : team[step];
    }

    /** Code of the area in a step. */
    public int area(int step) {
        return step < 0 ? Intent.NONE : area[step];
    }

    /** The kinds of pressure that the item makes while it is open, as bits. */
    public int pressures(int step) {
        return step < 0 ? 0 : pressures[step];
    }

    /** The rights to decide that the item falls under, as bits: it needs a decision of each kind. */
    public int rights(int step) {
        return step < 0 ? 0 : rights[step];
    }

    /** Collects steps, item by item in ascending order, each item's in ascending order of time. */
    public static final class Builder {

        private final int[] start;
        private int item;
        private int size;
        private long[] atMillis = new long[64];
        private byte[] priority = new byte[64];
        private byte[] team = new byte[64];
        private byte[] area = new byte[64];
        private int[] pressures = new int[64];
        private int[] rights = new int[64];

        /** For so many items. */
        public Builder(int items) {
            start = new int[items + 1];
        }

        /** Adds a step of an item that falls under no right to decide. */
        public Builder add(int ofItem, long at, int priorityCode, int teamCode, int areaCode, int pressureBits) {
            return add(ofItem, at, priorityCode, teamCode, areaCode, pressureBits, 0);
        }

        /** Adds a step; one that changes nothing is left out. */
        public Builder add(
                int ofItem, long at, int priorityCode, int teamCode, int areaCode, int pressureBits, int rightBits) {
            if (ofItem < item || ofItem >= start.length - 1) {
                throw new IllegalArgumentException("Steps must come in the order of items: " + ofItem + " after "
                        + item + ", of " + (start.length - 1) + ".");
            }
            while (item < ofItem) {
                start[++item] = size;
            }
            int last = size - 1;
            if (last >= start[item]) {
                if (at <= atMillis[last]) {
                    throw new IllegalArgumentException("The steps of an item must ascend: " + at + " after "
                            + atMillis[last] + ".");
                }
                if (priority[last] == priorityCode && team[last] == teamCode && area[last] == areaCode
                        && pressures[last] == pressureBits && rights[last] == rightBits) {
                    return this;
                }
            }
            if (size == atMillis.length) {
                grow();
            }
            atMillis[size] = at;
            priority[size] = (byte) priorityCode;
            team[size] = (byte) teamCode;
            area[size] = (byte) areaCode;
            pressures[size] = pressureBits;
            rights[size++] = rightBits;
            return this;
        }

        private void grow() {
            int more = size * 2;
            atMillis = Arrays.copyOf(atMillis, more);
            priority = Arrays.copyOf(priority, more);
            team = Arrays.copyOf(team, more);
            area = Arrays.copyOf(area, more);
            pressures = Arrays.copyOf(pressures, more);
            rights = Arrays.copyOf(rights, more);
        }

        /** The step functions of all items. */
        public Membership build() {
            while (item < start.length - 1) {
                start[++item] = size;
            }
            return new Membership(start, Arrays.copyOf(atMillis, size), Arrays.copyOf(priority, size),
                    Arrays.copyOf(team, size), Arrays.copyOf(area, size), Arrays.copyOf(pressures, size),
                    Arrays.copyOf(rights, size));
        }
    }
}
