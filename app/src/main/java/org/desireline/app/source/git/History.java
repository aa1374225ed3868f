package org.desireline.app.source.git;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * How commits came to the main line: the first of each commit's parents, from the tip back, is that line; every other
 * commit that the tip reaches came with the first merge on the line that reaches it.
 *
 * <p>Cost: each commit and each of its parents is looked at once.
 */
final class History {

    /** Of a commit that the tip does not reach. */
    static final int NOWHERE = -1;

    private final int[] line;
    private final int[] broughtBy;

    private History(int[] line, int[] broughtBy) {
        this.line = line;
        this.broughtBy = broughtBy;
    }

    /**
     * The history of commits that are numbered from 0.
     *
     * @param parents by commit, its parents, the first of them first; -1 for one that is not there
     * @param tip the newest commit of the main line
     */
    static History of(int[][] parents, int tip) {
        int[] line = new int[parents.length];
        int size = 0;
        int[] broughtBy = new int[parents.length];
        Arrays.fill(broughtBy, NOWHERE);
        for (int at = tip; at >= 0; at = parents[at].length == 0 ? -1 : parents[at][0]) {
            broughtBy[at] = at;
            line[size++] = at;
        }
        for (int from = 0, to = size - 1; from < to; from++, to--) {
            int kept = line[from];
            line[from] = line[to];
            line[to] = kept;
        }
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            open.push(line[i]);
            while (!open.isEmpty()) {
                for (int parent : parents[open.pop()]) {
                    if (parent >= 0 && broughtBy[parent] == NOWHERE) {
                        broughtBy[parent] = line[i];
                        open.push(parent);
                    }
                }
            }
        }
        return new History(Arrays.copyOf(line, size), broughtBy);
    }

    /**
     * How many commits come one after another before each, by commit: more for whoever builds on another. Cost: each
     * commit and each of its parents is looked at twice.
     *
     * @param parents as in {@link #of}
     */
    static int[] depths(int[][] parents) {
        int[] depths = new int[parents.length];
        Arrays.fill(depths, NOWHERE);
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < parents.length; i++) {
            open.push(i);
            while (!open.isEmpty()) {
                int commit = open.peek();
                int depth = 0;
                for (int parent : parents[commit]) {
                    if (parent >= 0 && depths[parent] == NOWHERE) {
                        open.push(parent);
                    } else if (parent >= 0) {
                        depth = Math.max(depth, depths[parent] + 1);
                    }
                }
                if (open.peek() == commit) {
                    depths[commit] = depth;
                    open.pop();
                }
            }
        }
        return depths;
    }

    /** The main line, the oldest first. */
    int[] line() {
        return line.clone();
    }

    /** By which commit of the main line another came to it; that of the line by itself; {@link #NOWHERE} if by none. */
    int broughtBy(int commit) {
        return broughtBy[commit];
    }
}
