package org.desireline.part;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What everybody is at while the clock of an oracle walks through a diary, and since when. */
final class Workbench {

    private static final long HOUR = 3_600_000L;

    /** A run of one person's work on one item, by session gap. */
    private static final class Episode {
        private final long[] since = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        private long last = Long.MIN_VALUE / 2;
    }

    private final Map<String, List<Diary.Piece>> pieces;
    /** Session gaps: the shorter, the one that counts, the longer. */
    private final long[] gaps;
    private final Map<String, Integer> next = new HashMap<>();
    private final Map<String, Diary.Piece> present = new TreeMap<>();
    private final Map<String, Map<Integer, Episode>> episodes = new HashMap<>();

    Workbench(Diary diary) {
        this.pieces = diary.pieces();
        this.gaps = new long[] {HOUR, diary.gap(), 4 * HOUR};
    }

    /** Goes on to an instant; gives the one until which nobody turns to anything else, no later than asked for. */
    long walkTo(long now, long atMost) {
        long until = atMost;
        present.clear();
        for (var person : pieces.entrySet()) {
            List<Diary.Piece> all = person.getValue();
            int place = next.getOrDefault(person.getKey(), 0);
            while (place < all.size() && all.get(place).to() <= now) {
                place++;
            }
            next.put(person.getKey(), place);
            if (place < all.size()) {
                Diary.Piece piece = all.get(place);
                boolean runs = piece.from() <= now;
                until = Math.min(until, runs ? piece.to() : piece.from());
                if (runs) {
                    present.put(person.getKey(), piece);
                }
            }
        }
        for (var person : present.entrySet()) {
            Episode episode = episodes.computeIfAbsent(person.getKey(), who -> new HashMap<>())
                    .computeIfAbsent(person.getValue().item(), item -> new Episode());
            for (int gap = 0; gap < gaps.length; gap++) {
                episode.since[gap] = now - episode.last >= gaps[gap] ? now : episode.since[gap];
            }
            episode.last = until;
        }
        return until;
    }

    /** What people are at, one piece a person who is at work. */
    List<Diary.Piece> pieces() {
        return List.copyOf(present.values());
    }

    /** The item somebody is at, or -1. */
    int item(String actor) {
        Diary.Piece piece = present.get(actor);
        return piece == null ? -1 : piece.item();
    }

    /** Whether records of more than one item run. */
    boolean isDoubtful(String actor) {
        Diary.Piece piece = present.get(actor);
        return piece != null && piece.doubtful();
    }

    /** Whether what somebody is at now was under way before an instant, by session gap from the shortest. */
    boolean wasUnderWay(String actor, int gap, long before) {
        return episodes.get(actor).get(item(actor)).since[gap] < before;
    }
}
