package org.desireline.instrument.contest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.charter.Relation;
import org.desireline.part.Choice;

/**
 * Choices with their menus, one row each, for what has to be fitted when all of them are known.
 *
 * <p>Kept are choices inside the window with two ranked classes on the menu or more. Of a menu of more than
 * {@value #MOST} items, so many are kept, the started one always, the others drawn uniformly by item and instant:
 * sampling that does not look at the classes leaves the estimates where they were (McFadden 1978, "Modelling the choice
 * of residential location"). Rows come in any order and are read in that of family, actor, instant and item. Memory:
 * 15 bytes an item of a menu and some 40 a row.
 */
final class Decisions implements Serializable {

    /** The longest menu that is kept whole. */
    static final int MOST = 50;

    private static final long serialVersionUID = 1L;
    private static final int PRIORITY = Dimension.PRIORITY.ordinal();
    private static final int TEAM = Dimension.TEAM.ordinal();
    /** Set beside what a part tells of an item: its class was in no order just then. */
    private static final byte UNRANKED = (byte) 128;
    private static final byte PUSHED = 1;
    private static final byte BY_TOUCH = 2;
    private static final int CODE_BITS = 5;

    private int size;
    private int columns;
    private int turned;
    private byte[] family = new byte[16];
    private byte[] how = new byte[16];
    private int[] actor = new int[16];
    private long[] atMillis = new long[16];
    private int[] item = new int[16];
    /** The first column after the row's, and the first pair after the row's. */
    private int[] columnsTo = new int[16];
    private int[] turnedTo = new int[16];
    private int[] columnItem = new int[64];
    private byte[] columnClass = new byte[64];
    private byte[] columnTeam = new byte[64];
    private byte[] columnHeld = new byte[64];
    private float[] columnSize = new float[64];
    private float[] columnAge = new float[64];
    /** Pairs of judged classes of which the second stood higher, though its code is the larger. */
    private short[] turnedPair = new short[8];

    /**
     * Adds a choice whose chosen item lay on its menu.
     *
     * @param ranks how many classes of priority are named
     * @param judged how many of them stand in the order that is judged, by their codes
     */
    void add(Choice choice, int ranks, int judged) {
        int[] codes = choice.classes()[PRIORITY];
        int[] ranked = IntStream.of(codes).distinct().sorted()
                .filter(code -> code < ranks && choice.standing().relation(code, code) == Relation.EQUAL).toArray();
        if (ranked.length < 2) {
            return;
        }
        room();
        family[size] = (byte) choice.family().ordinal();
        how[size] = (byte) ((choice.pushed() ? PUSHED : 0) | (choice.byTouch() ? BY_TOUCH : 0));
        actor[size] = choice.actor();
        atMillis[size] = choice.atMillis();
        item[size] = choice.chosenItem();
        for (int column : sample(choice)) {
            boolean isRanked = Arrays.binarySearch(ranked, codes[column]) >= 0;
            columnItem[columns] = choice.items()[column];
            columnClass[columns] = (byte) codes[column];
            columnTeam[columns] = (byte) choice.classes()[TEAM][column];
            columnHeld[columns] = (byte) (isRanked ? choice.held()[column] : choice.held()[column] | UNRANKED);
            if (choice.family() == Choice.Family.FIRST_START) {
                columnSize[columns] = (float) choice.prospects().of(Choice.Attribute.SIZE, column);
                columnAge[columns] = (float) choice.prospects().of(Choice.Attribute.AGE, column);
            }
            columns++;
        }
        for (int i = 0; i < ranked.length; i++) {
            for (int j = i + 1; j < ranked.length; j++) {
                if (ranked[j] < judged && choice.standing().relation(ranked[i], ranked[j]) == Relation.LOWER) {
                    turnedPair[turned++] = (short) (ranked[i] << CODE_BITS | ranked[j]);
                }
            }
        }
        columnsTo[size] = columns;
        turnedTo[size] = turned;
        size++;
    }

    /** The columns that are kept, ascending. */
    private static int[] sample(Choice choice) {
        if (choice.size() <= MOST) {
            return IntStream.range(0, choice.size()).toArray();
        }
        return IntStream.range(0, choice.size()).boxed()
                .sorted(Comparator.<Integer>comparingLong(column -> column == choice.chosen() ? Long.MIN_VALUE
                        : mixed(choice.items()[column] * 0x9E3779B97F4A7C15L ^ choice.atMillis())))
                .limit(MOST).sorted().mapToInt(Integer::intValue).toArray();
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"). */
    private static long mixed(long word) {
        long z = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Adds the rows of another. */
    void add(Decisions other) {
        for (int row = 0; row < other.size; row++) {
            room();
            family[size] = other.family[row];
            how[size] = other.how[row];
            actor[size] = other.actor[row];
            atMillis[size] = other.atMillis[row];
            item[size] = other.item[row];
            for (int column = other.first(row); column < other.columnsTo[row]; column++) {
                columnItem[columns] = other.columnItem[column];
                columnClass[columns] = other.columnClass[column];
                columnTeam[columns] = other.columnTeam[column];
                columnHeld[columns] = other.columnHeld[column];
                columnSize[columns] = other.columnSize[column];
                columnAge[columns++] = other.columnAge[column];
            }
            for (int pair = row == 0 ? 0 : other.turnedTo[row - 1]; pair < other.turnedTo[row]; pair++) {
                turnedPair[turned++] = other.turnedPair[pair];
            }
            columnsTo[size] = columns;
            turnedTo[size++] = turned;
        }
    }

    /** Makes room for a row of the longest menu. */
    private void room() {
        if (size == actor.length) {
            int more = size * 2;
            family = Arrays.copyOf(family, more);
            how = Arrays.copyOf(how, more);
            actor = Arrays.copyOf(actor, more);
            atMillis = Arrays.copyOf(atMillis, more);
            item = Arrays.copyOf(item, more);
            columnsTo = Arrays.copyOf(columnsTo, more);
            turnedTo = Arrays.copyOf(turnedTo, more);
        }
        if (columns + MOST > columnItem.length) {
            int more = (columns + MOST) * 2;
            columnItem = Arrays.copyOf(columnItem, more);
            columnClass = Arrays.copyOf(columnClass, more);
            columnTeam = Arrays.copyOf(columnTeam, more);
            columnHeld = Arrays.copyOf(columnHeld, more);
            columnSize = Arrays.copyOf(columnSize, more);
            columnAge = Arrays.copyOf(columnAge, more);
        }
        int pairs = 1 << (2 * CODE_BITS - 1);
        if (turned + pairs > turnedPair.length) {
            turnedPair = Arrays.copyOf(turnedPair, (turned + pairs) * 2);
        }
    }

    /** The rows of a setting's family that count under it, in the order of actor, instant and item. */
    int[] rows(Setting setting) {
        return IntStream.range(0, size)
                .filter(row -> family[row] == setting.family().ordinal())
                .filter(row -> setting.counts((how[row] & PUSHED) != 0, (how[row] & BY_TOUCH) != 0))
                .boxed().sorted(Comparator.<Integer>comparingInt(row -> actor[row])
                        .thenComparingLong(row -> atMillis[row]).thenComparingInt(row -> item[row]))
                .mapToInt(Integer::intValue).toArray();
    }

    int actor(int row) {
        return actor[row];
    }

    long atMillis(int row) {
        return atMillis[row];
    }

    /** The columns of a row whose items may be on a menu and are of a known rank. */
    int[] menu(int row, Setting setting) {
        return IntStream.range(first(row), columnsTo[row])
                .filter(column -> columnHeld[column] >= 0 && setting.admits(columnHeld[column])).toArray();
    }

    /** The column of the started item of a row among those of a menu, or -1. */
    int chosen(int row, int[] menu) {
        return IntStream.of(menu).filter(column -> columnItem[column] == item[row]).findFirst().orElse(-1);
    }

    private int first(int row) {
        return row == 0 ? 0 : columnsTo[row - 1];
    }

    int itemOf(int column) {
        return columnItem[column];
    }

    int classOf(int column) {
        return columnClass[column];
    }

    int teamOf(int column) {
        return columnTeam[column];
    }

    double sizeOf(int column) {
        return columnSize[column];
    }

    double ageOf(int column) {
        return columnAge[column];
    }

    /** Whether two judged classes of a menu then stood the other way round than in the order that is judged. */
    boolean isTurned(int row, int[] menu) {
        long present = 0;
        for (int column : menu) {
            present |= 1L << columnClass[column];
        }
        for (int pair = row == 0 ? 0 : turnedTo[row - 1]; pair < turnedTo[row]; pair++) {
            int one = turnedPair[pair] >> CODE_BITS;
            int other = turnedPair[pair] & ((1 << CODE_BITS) - 1);
            if ((present >>> one & present >>> other & 1) == 1) {
                return true;
            }
        }
        return false;
    }
}
