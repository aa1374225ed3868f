package org.desireline.instrument.contest;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which classes can be compared with one another: those of one league.
 *
 * <p>A worth that is finite exists for classes each of which was chosen over another, through any chain, and the other
 * way round: those of one strong component of the graph "was chosen while the other lay there" (Ford 1957, "Solution of
 * a ranking problem from binary comparisons"). For dummies of classes that is what a linear program for separation
 * would find. Alternatives of other leagues than the chosen one's tell nothing of the differences within it: as the gap
 * between leagues grows, their chance vanishes. Where standard errors are wanted, the classes of a league must also
 * stay connected when any one person is left out. Cost: O(people × classes²) after one pass.
 */
final class Leagues {

    /** Stands for a class that no ballot holds. */
    static final int NONE = -1;

    private final Ballots ballots;
    private final int classes;
    private final int[] league;

    private Leagues(Ballots ballots, int classes) {
        this.ballots = ballots;
        this.classes = classes;
        this.league = new int[classes];
        Arrays.fill(league, NONE);
        for (Ballots.Ballot ballot : ballots.all()) {
            for (int column : ballot.menu()) {
                league[ballots.decisions().classOf(column)] = 0;
            }
        }
    }

    /**
     * Parts classes into leagues.
     *
     * @param classes how many classes are named
     * @param withoutAnyone whether a league must hold together without any one person
     */
    static Leagues of(Ballots ballots, int classes, boolean withoutAnyone) {
        Leagues leagues = new Leagues(ballots, classes);
        int before = 0;
        int now = leagues.count();
        while (now != before) {
            leagues.split(leagues.strong());
            if (withoutAnyone) {
                for (boolean[][] joined : leagues.joinedWithoutEach()) {
                    leagues.split(joined);
                }
            }
            before = now;
            now = leagues.count();
        }
        return leagues;
    }

    private int count() {
        return (int) IntStream.of(league).distinct().count();
    }

    /** Parts each league into the groups of a relation that is reflexive, symmetric and transitive within it. */
    private void split(boolean[][] related) {
        int[] next = new int[classes];
        for (int code = 0; code < classes; code++) {
            next[code] = league[code];
            for (int other = 0; league[code] != NONE && other <= code; other++) {
                if (league[other] == league[code] && related[code][other]) {
                    next[code] = other + 1;
                    break;
                }
            }
        }
        System.arraycopy(next, 0, league, 0, classes);
    }

    /** Whether two classes were each chosen over the other, through any chain within their league. */
    private boolean[][] strong() {
        boolean[][] beat = new boolean[classes][classes];
        for (Ballots.Ballot ballot : ballots.all()) {
            int won = ballots.decisions().classOf(ballot.chosen());
            for (int column : ballot.menu()) {
                int other = ballots.decisions().classOf(column);
                beat[won][other] |= league[won] == league[other];
            }
        }
        close(beat);
        boolean[][] both = new boolean[classes][classes];
        for (int one = 0; one < classes; one++) {
            for (int other = 0; other < classes; other++) {
                both[one][other] = one == other || (beat[one][other] && beat[other][one]);
            }
        }
        return both;
    }

    /** By person, whether two classes are joined by menus of all others. */
    private Iterable<boolean[][]> joinedWithoutEach() {
        long[][] whole = new long[classes][classes];
        TreeMap<Integer, long[][]> own = new TreeMap<>();
        for (Ballots.Ballot ballot : ballots.all()) {
            int won = ballots.decisions().classOf(ballot.chosen());
            long[][] mine = own.computeIfAbsent(ballot.actor(), who -> new long[classes][classes]);
            for (int column : ballot.menu()) {
                int other = ballots.decisions().classOf(column);
                if (league[won] == league[other]) {
                    whole[won][other]++;
                    mine[won][other]++;
                }
            }
        }
        return own.values().stream().map(mine -> {
            boolean[][] joined = new boolean[classes][classes];
            for (int one = 0; one < classes; one++) {
                for (int other = 0; other < classes; other++) {
                    boolean met = whole[one][other] > mine[one][other] || whole[other][one] > mine[other][one];
                    joined[one][other] = one == other || met;
                }
            }
            close(joined);
            return joined;
        }).toList();
    }

    /** The transitive closure (Warshall 1962, "A theorem on Boolean matrices"). */
    private static void close(boolean[][] related) {
        for (int via = 0; via < related.length; via++) {
            for (boolean[] row : related) {
                for (int to = 0; row[via] && to < related.length; to++) {
                    row[to] |= related[via][to];
                }
            }
        }
    }

    /** The league of a class, or {@link #NONE}. */
    int of(int code) {
        return league[code];
    }

    /** Whether two classes can be compared. */
    boolean join(int one, int other) {
        return league[one] != NONE && league[one] == league[other];
    }

    int classes() {
        return classes;
    }
}
