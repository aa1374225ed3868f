package org.desireline.app.git;

import java.util.BitSet;

/**
 * A pattern of paths as {@code CODEOWNERS} has them: with a stroke inside, it begins at the top; without, it fits at
 * any depth; {@code *} stops at a stroke, {@code **} does not; what it fits includes all below it, but {@code docs/*}
 * only the files in that folder. Cost: its length times that of the path.
 *
 * @param pattern the pattern from the top
 * @param below whether all below what it fits belongs to it
 */
public record Glob(String pattern, boolean below) {

    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_OF_PATH = 4_096;

    /** Reads a pattern; one that is longer than any that was meant fits nothing. */
    public static Glob of(String text) {
        String pattern = text;
        boolean folder = pattern.endsWith("/");
        if (folder) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        boolean fromTop = pattern.indexOf('/') >= 0;
        pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        if (pattern.length() > MOST_CHARACTERS) {
            return new Glob("/", false);
        }
        return new Glob(fromTop ? pattern : "**/" + pattern, !pattern.endsWith("/*"));
    }

    /** Whether a path belongs to it. */
    public boolean fits(String path) {
        boolean fromTop = pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
        if (fromTop || pattern.equals("**/**")) {
            return !fromTop || (path.startsWith(pattern) && (path.length() == pattern.length()
                    || (below && path.charAt(pattern.length()) == '/')));
        }
        String name = path.length() > MOST_OF_PATH ? path.substring(0, MOST_OF_PATH) : path;
        int n = pattern.length();
        BitSet states = new BitSet(n + 1);
        states.set(0);
        skip(states, n);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (below && states.get(n) && c == '/') {
                return true;
            }
            BitSet next = new BitSet(n + 1);
            for (int state = states.nextSetBit(0); state >= 0 && state < n; state = states.nextSetBit(state + 1)) {
                char p = pattern.charAt(state);
                if (p == '*') {
                    boolean any = isAny(state);
                    if (any || c != '/') {
                        next.set(state);
                    }
                } else if (p == c || (p == '?' && c != '/')) {
                    next.set(state + 1);
                }
            }
            skip(next, n);
            states = next;
        }
        return states.get(n);
    }

    /** What follows a star may come at once; what follows {@code **} and a stroke, without the stroke too. */
    private void skip(BitSet states, int n) {
        for (int state = states.nextSetBit(0); state >= 0 && state < n; state = states.nextSetBit(state + 1)) {
            if (pattern.charAt(state) == '*') {
                boolean any = isAny(state);
                int after = any ? state + 2 : state + 1;
                states.set(after);
                boolean begins = state == 0 || pattern.charAt(state - 1) == '/';
                if (any && begins && after < n && pattern.charAt(after) == '/') {
                    states.set(after + 1);
                }
            }
        }
    }

    private boolean isAny(int state) {
        return state + 1 < pattern.length() && pattern.charAt(state + 1) == '*';
    }
}
