package org.desireline.part;

import java.util.BitSet;
import java.util.List;
import org.desireline.charter.Phase;
import org.desireline.time.Spans;

/**
 * What is on record of people's work, before it is laid out in time: records with a beginning and an end, by tier,
 * and signs of work, which are instants. Columns, in the order of actors and then of time. Cost: {@code n log n} in
 * records; 13 bytes a record, 9 a sign.
 */
final class WorkRecords {

    /** Commits of one person closer than this are one act: a program repeats them. */
    static final long COMMITS_APART_MILLIS = 5_000L;

    /** Records with a beginning and an end. */
    static final class Spells {

        private Columns.Ints actor = new Columns.Ints();
        private int[] first = new int[0];
        private int[] life = new int[0];
        private Columns.Instants from = new Columns.Instants(new Columns.Longs());
        private final Columns.Lengths length = new Columns.Lengths();
        private Columns.Ints lives = new Columns.Ints();
        private Columns.Longs starts = new Columns.Longs();
        private Columns.Longs ends = new Columns.Longs();

        private void add(int which, List<Life.Work> work) {
            for (Life.Work piece : work) {
                actor.add(piece.actor());
                lives.add(which);
                starts.add(piece.fromMillis());
                ends.add(piece.toMillis());
            }
        }

        private void settle(int actors) {
            int n = actor.size();
            int[] order = Columns.sorted(n, (a, b) -> actor.get(a) != actor.get(b)
                    ? Integer.compare(actor.get(a), actor.get(b)) : Long.compare(starts.get(a), starts.get(b)));
            first = new int[actors + 1];
            life = new int[n];
            Columns.Longs start = new Columns.Longs();
            for (int i = 0; i < n; i++) {
                life[i] = lives.get(order[i]);
                start.add(starts.get(order[i]));
                length.add(ends.get(order[i]) - starts.get(order[i]));
                first[actor.get(order[i]) + 1]++;
            }
            from = new Columns.Instants(start);
            length.trim();
            accumulate(first);
            actor = new Columns.Ints();
            lives = new Columns.Ints();
            starts = new Columns.Longs();
            ends = new Columns.Longs();
        }

        /** First row of an actor's records; the last is the one before the next actor's first. */
        int first(int who) {
            return first[who];
        }

        int life(int row) {
            return life[row];
        }

        long fromMillis(int row) {
            return from.get(row);
        }

        long toMillis(int row) {
            return from.get(row) + length.get(row);
        }
    }

    private final Acts acts = new Acts();
    private final Spells logs = new Spells();
    private final Spells windows = new Spells();
    private Columns.Ints signActor = new Columns.Ints();
    private Columns.Ints signLife = new Columns.Ints();
    private Columns.Longs signAt = new Columns.Longs();
    private Columns.Instants signs = new Columns.Instants(signAt);
    private BitSet opens = new BitSet();
    private BitSet answers = new BitSet();
    private BitSet commits = new BitSet();
    private int[] firstSign = new int[0];
    private long loggedMillis;

    /** Turns counts, each one place up, into offsets. */
    private static void accumulate(int[] offsets) {
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] += offsets[i - 1];
        }
    }

    /** Adds what is on record of a life; lives come in their order. */
    void record(int which, Life life, Pools pools) {
        logs.add(which, life.work);
        windows.add(which, life.windows);
        life.work.forEach(piece -> loggedMillis += piece.toMillis() - piece.fromMillis());
        int step = -1;
        for (Life.Sign sign : life.signs) {
            while (step + 1 < life.steps.size() && life.steps.get(step + 1).atMillis() <= sign.atMillis()) {
                step++;
            }
            Life.Step after = life.steps.get(step);
            Life.Step before = after.atMillis() < sign.atMillis() ? after : step > 0 ? life.steps.get(step - 1) : null;
            boolean reviews = sign.kind() == Life.Sign.Kind.REVIEWED
                    || (before != null && before.phase() == Phase.review);
            boolean touches = reviews || isOf(sign, after, pools) || (before != null && isOf(sign, before, pools));
            if (touches || sign.kind() == Life.Sign.Kind.COMMITTED
                    || pools.teamOf(sign.actor(), sign.atMillis()) != TeamWeek.NONE) {
                acts.add(which, sign);
            }
            if (touches) {
                boolean begins = after.phase() == Phase.working
                        && (before == null || before.phase() != Phase.working);
                opens.set(signActor.size(), sign.kind() == Life.Sign.Kind.OPENED
                        || (sign.kind() == Life.Sign.Kind.MOVED && begins));
                answers.set(signActor.size(), sign.kind() != Life.Sign.Kind.COMMITTED
                        && isAnothers(sign.actor(), after.owner(), before == null ? after.owner() : before.owner()));
                commits.set(signActor.size(), sign.kind() == Life.Sign.Kind.COMMITTED);
                signActor.add(sign.actor());
                signLife.add(which);
                signAt.add(sign.atMillis());
            }
        }
    }

    /** Whether an item was or became somebody's, and neither time the actor's. */
    private static boolean isAnothers(int actor, int owner, int formerOwner) {
        return actor != owner && actor != formerOwner && Math.max(owner, formerOwner) >= 0;
    }

    /** Whether a sign is by the owner of an item, or by a member of its team or of the owner's. */
    private static boolean isOf(Life.Sign sign, Life.Step step, Pools pools) {
        return step.owner() == sign.actor()
                || pools.shares(sign.actor(), step.classes(), step.owner(), sign.atMillis());
    }

    /** Puts everything in order; nothing is recorded afterwards. */
    WorkRecords settle(int actors) {
        acts.settle(actors);
        logs.settle(actors);
        windows.settle(actors);
        int[] order = Columns.sorted(signActor.size(), (a, b) -> signActor.get(a) != signActor.get(b)
                ? Integer.compare(signActor.get(a), signActor.get(b)) : Long.compare(signAt.get(a), signAt.get(b)));
        firstSign = new int[actors + 1];
        Columns.Ints life = new Columns.Ints();
        Columns.Longs at = new Columns.Longs();
        BitSet opening = new BitSet();
        BitSet answering = new BitSet();
        int lastActor = -1;
        long lastCommit = Long.MIN_VALUE / 2;
        for (int row : order) {
            boolean same = signActor.get(row) == lastActor;
            lastActor = signActor.get(row);
            boolean repeated = same && commits.get(row) && signAt.get(row) - lastCommit < COMMITS_APART_MILLIS;
            lastCommit = commits.get(row) ? signAt.get(row) : same ? lastCommit : Long.MIN_VALUE / 2;
            int last = at.size() - 1;
            // What one person did to one item at one instant is one act.
            boolean again = same && last >= 0 && firstSign[lastActor + 1] > 0 && at.get(last) == signAt.get(row)
                    && life.get(last) == signLife.get(row);
            if (!again && !repeated) {
                firstSign[lastActor + 1]++;
                life.add(signLife.get(row));
                at.add(signAt.get(row));
                answering.set(++last, answers.get(row));
            } else if (!repeated && !answers.get(row)) {
                answering.clear(last);
            }
            if (!repeated && opens.get(row)) {
                opening.set(last);
            }
        }
        accumulate(firstSign);
        signLife = life;
        signLife.trim();
        signs = new Columns.Instants(at);
        signAt = new Columns.Longs();
        opens = opening;
        answers = answering;
        commits = new BitSet();
        signActor = new Columns.Ints();
        return this;
    }

    /** How long all logs are together, overlapping or not. */
    long loggedMillis() {
        return loggedMillis;
    }

    /** What people did to items, whosever they were. */
    Acts acts() {
        return acts;
    }

    Spells logs() {
        return logs;
    }

    Spells windows() {
        return windows;
    }

    /** First row of an actor's signs of work; the last is the one before the next actor's first. */
    int firstSign(int who) {
        return firstSign[who];
    }

    int life(int sign) {
        return signLife.get(sign);
    }

    long atMillis(int sign) {
        return signs.get(sign);
    }

    /** Whether work begins by a sign, so that nothing went before. */
    boolean opens(int sign) {
        return opens.get(sign);
    }

    /** Whether the item was or became another's and not the actor's, and it is no commit: a word on another's work. */
    boolean answers(int sign) {
        return answers.get(sign);
    }

    /** The gaps between signs of one person with nothing but working hours between them. */
    GapProfile gaps(Spans calendar) {
        GapProfile profile = new GapProfile();
        for (int who = 0; who + 1 < firstSign.length; who++) {
            for (int row = firstSign[who] + 1; row < firstSign[who + 1]; row++) {
                long gap = signs.get(row) - signs.get(row - 1);
                if (gap > 0 && calendar.overlapMillis(signs.get(row - 1), signs.get(row)) == gap) {
                    profile.add(gap);
                }
            }
        }
        return profile;
    }
}
