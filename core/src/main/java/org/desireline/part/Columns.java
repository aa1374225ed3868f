package org.desireline.part;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Growing columns of primitives, and the one sort over them. */
final class Columns {

    private static final int FIRST_CAPACITY = 64;

    private Columns() {}

    /** A growing column of longs. */
    static final class Longs {

        private long[] values = new long[FIRST_CAPACITY];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = value;
        }

        long get(int index) {
            return values[index];
        }

        int size() {
            return size;
        }

        void removeLast() {
            size--;
        }

        void setLast(long value) {
            values[size - 1] = value;
        }

        /** The values, without slack. */
        long[] trimmed() {
            return Arrays.copyOf(values, size);
        }

        /** Gives back what it holds too much. */
        void trim() {
            values = trimmed();
        }

        /** Index of the last value at or below a bound among {@code [from, to)}, which ascend; from - 1 if none. */
        int lastAtOrBelow(int from, int to, long bound) {
            int found = Arrays.binarySearch(values, from, to, bound);
            return found >= 0 ? found : -found - 2;
        }
    }

    /** A growing column of ints. */
    static final class Ints {

        private int[] values = new int[FIRST_CAPACITY];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = value;
        }

        int get(int index) {
            return values[index];
        }

        int size() {
            return size;
        }

        void removeLast() {
            size--;
        }

        /** Index of a value in a column that ascends, negative where it is not there. */
        int find(int value) {
            return Arrays.binarySearch(values, 0, size, value);
        }

        void trim() {
            values = Arrays.copyOf(values, size);
        }
    }

    /** A growing column of lengths of time: 4 bytes each, and 12 more where it is longer than 24 days. */
    static final class Lengths {

        private static final int ELSEWHERE = -1;

        private final Ints values = new Ints();
        private final Ints longRows = new Ints();
        private final Longs longValues = new Longs();

        void add(long millis) {
            boolean fits = millis >= 0 && millis <= Integer.MAX_VALUE;
            if (!fits) {
                longRows.add(values.size());
                longValues.add(millis);
            }
            values.add(fits ? (int) millis : ELSEWHERE);
        }

        long get(int index) {
            int value = values.get(index);
            return value == ELSEWHERE ? longValues.get(longRows.find(index)) : value;
        }

        void setLast(long millis) {
            int last = values.size() - 1;
            if (values.get(last) == ELSEWHERE) {
                longRows.removeLast();
                longValues.removeLast();
            }
            values.removeLast();
            add(millis);
        }

        int size() {
            return values.size();
        }

        void trim() {
            values.trim();
            longRows.trim();
            longValues.trim();
        }
    }

    /** Instants that do not change any more: 5 bytes each where all lie within 34 years, else 8. */
    static final class Instants {

        private static final long MOST = 1L << 40;

        private long first = Long.MAX_VALUE;
        private int[] low = new int[0];
        private byte[] high = new byte[0];
        /** The instants themselves where they lie too far apart, else empty. */
        private long[] whole = new long[0];

        Instants(Longs column) {
            long last = Long.MIN_VALUE;
            for (int i = 0; i < column.size(); i++) {
                first = Math.min(first, column.get(i));
                last = Math.max(last, column.get(i));
            }
            long range = last - first;
            if (range < 0 || range >= MOST) {
                whole = column.trimmed();
                return;
            }
            low = new int[column.size()];
            high = new byte[column.size()];
            for (int i = 0; i < column.size(); i++) {
                low[i] = (int) (column.get(i) - first);
                high[i] = (byte) ((column.get(i) - first) >>> 32);
            }
        }

        long get(int index) {
            return whole.length > 0 ? whole[index]
                    : first + (((high[index] & 0xFFL) << 32) | (low[index] & 0xFFFFFFFFL));
        }
    }

    /** A growing column of longs of which few differ: 4 bytes each, and 8 for each that is different. */
    static final class Repeated {

        private final Ints codes = new Ints();
        private final Longs distinct = new Longs();
        private final Map<Long, Integer> codeOf = new HashMap<>();

        void add(long value) {
            int last = codes.size() - 1;
            if (last >= 0 && get(last) == value) {
                codes.add(codes.get(last));
                return;
            }
            Integer code = codeOf.putIfAbsent(value, distinct.size());
            if (code == null) {
                distinct.add(value);
            }
            codes.add(code == null ? distinct.size() - 1 : code);
        }

        long get(int index) {
            return distinct.get(codes.get(index));
        }

        /** Gives back what it holds too much; nothing is added afterwards. */
        void trim() {
            codes.trim();
            distinct.trim();
            codeOf.clear();
        }
    }

    /** A growing column of small numbers; what is larger than a short counts as the largest. */
    static final class Shorts {

        private short[] values = new short[FIRST_CAPACITY];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = (short) Math.min(value, Short.MAX_VALUE);
        }

        short get(int index) {
            return values[index];
        }

        void trim() {
            values = Arrays.copyOf(values, size);
        }
    }

    /** A growing column of bytes. */
    static final class Bytes {

        private byte[] values = new byte[FIRST_CAPACITY];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = (byte) value;
        }

        byte get(int index) {
            return values[index];
        }

        void set(int index, int value) {
            values[index] = (byte) value;
        }

        void trim() {
            values = Arrays.copyOf(values, size);
        }
    }

    /** Compares rows by their indices. */
    @FunctionalInterface
    interface Order {
        /** Negative where the first row comes before the second, 0 where their order is that of their indices. */
        int compare(int first, int second);
    }

    /** The row indices {@code 0 .. size} in order, by a stable merge sort: {@code n log n}, 8 bytes a row. */
    static int[] sorted(int size, Order order) {
        int[] from = new int[size];
        for (int i = 0; i < size; i++) {
            from[i] = i;
        }
        int[] to = new int[size];
        for (int width = 1; width < size; width *= 2) {
            for (int low = 0; low < size; low += 2 * width) {
                merge(from, to, low, Math.min(low + width, size), Math.min(low + 2 * width, size), order);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(int[] from, int[] to, int low, int middle, int high, Order order) {
        int left = low;
        int right = middle;
        if (middle >= high || order.compare(from[middle - 1], from[middle]) <= 0) {
            System.arraycopy(from, low, to, low, high - low);
            return;
        }
        for (int i = low; i < high; i++) {
            boolean takeLeft = right >= high || (left < middle && order.compare(from[left], from[right]) <= 0);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
