package org.desireline.publish;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.desireline.charter.Undertaking;
import org.desireline.part.Assembly;
import org.desireline.part.Followed;
import org.desireline.part.Promise;
import org.jspecify.annotations.Nullable;

/**
 * What became of one commitment or decision that was declared. Its words are those that were declared; of the items
 * that show it there is only how many they are, and of whom it is nothing.
 *
 * @param id its id
 * @param kind commitment or decision
 * @param what its words, or empty
 * @param made the day from which it counts
 * @param inMeeting whether that is the day of a meeting
 * @param firstDue the day first given; empty of a decision
 * @param due the day last given; empty of a decision
 * @param pushes how often the day was moved back
 * @param items how many items show it
 * @param outcome what became of it
 * @param day when that was: kept, taken back, first acted upon, or the last sign of life; empty where there is none
 * @param place where it was first read
 */
public record Fate(
        String id,
        String kind,
        String what,
        String made,
        boolean inMeeting,
        String firstDue,
        String due,
        int pushes,
        int items,
        Outcome outcome,
        String day,
        String place) {

    /** What became of it. The constants' names are those of JSON. */
    public enum Outcome {
        /** Done by its last day. */
        kept,
        /** Done after its last day. */
        late,
        /** Not done, and its day has not passed. */
        open,
        /** Not done, and its day has passed. */
        overdue,
        /** Not done, and nothing was done or said of it since its day, for two weeks or a quarter of its lead. */
        quiet,
        /** Taken back, no longer declared, or all its items were dropped. */
        withdrawn,
        /** Nothing shows whether it is kept. */
        unprovable,
        /** Written down when its day had passed or its items were done: it was no commitment. */
        record,
        /** Made after the data end. */
        later,
        /** A decision upon whose items somebody acted. */
        acted,
        /** A decision upon whose items nobody acted within 30 days. */
        unused,
        /** A decision upon whose items nobody acted, less than 30 days old. */
        fresh,
        /** A decision that names no items: nobody can tell whether it was acted upon. */
        unlinked
    }

    private static final long UNUSED_MILLIS = 30L * 24 * 3_600_000;

    /** All of a run, by kind, then by id. */
    public static List<Fate> of(Assembly assembly) {
        ZoneId zone = assembly.frame().charter().week().zone();
        return assembly.followed().stream().map(each -> of(each, assembly.frame().asOfMillis(), zone)).toList();
    }

    private static Fate of(Followed followed, long asOfMillis, ZoneId zone) {
        Undertaking declared = followed.undertaking();
        Promise promise = followed.promise();
        boolean decision = declared.kind() == Undertaking.Kind.DECISION;
        Outcome outcome = promise == null ? Outcome.later
                : decision ? decision(declared, promise, asOfMillis) : commitment(promise, asOfMillis);
        long first = declared.days().getFirst().dueMillis();
        long last = promise == null ? first : promise.lastDueMillis();
        return new Fate(declared.id(), decision ? "decision" : "commitment", declared.what(),
                day(declared.declaredMillis(), zone), declared.inMeeting(), decision ? "" : day(first - 1, zone),
                decision ? "" : day(last - 1, zone), promise == null ? 0
                        : (int) promise.revisions().stream().filter(Promise.Revision::isPush).count(),
                followed.linked(), outcome, promise == null ? "" : day(promise, outcome, zone), declared.place());
    }

    private static Outcome commitment(Promise promise, long asOfMillis) {
        if (promise.withdrawnMillis() != Promise.NEVER) {
            return Outcome.withdrawn;
        }
        if (!promise.isCommitment()) {
            return Outcome.record;
        }
        if (!promise.provable()) {
            return Outcome.unprovable;
        }
        if (promise.keptMillis() != Promise.NEVER) {
            return promise.isKeptBy(promise.lastDueMillis()) ? Outcome.kept : Outcome.late;
        }
        return asOfMillis < promise.lastDueMillis() ? Outcome.open
                : promise.isSettledBy(asOfMillis) && promise.isSilent() ? Outcome.quiet : Outcome.overdue;
    }

    private static Outcome decision(Undertaking declared, Promise promise, long asOfMillis) {
        if (promise.withdrawnMillis() != Promise.NEVER) {
            return Outcome.withdrawn;
        }
        if (!declared.evidence()) {
            return Outcome.unlinked;
        }
        long acted = promise.firstActionMillis();
        boolean soon = acted != Promise.NEVER && acted - declared.declaredMillis() < UNUSED_MILLIS;
        return soon ? Outcome.acted
                : asOfMillis - declared.declaredMillis() >= UNUSED_MILLIS ? Outcome.unused : Outcome.fresh;
    }

    private static String day(Promise promise, Outcome outcome, ZoneId zone) {
        @Nullable Long at = switch (outcome) {
            case kept, late -> (Long) promise.keptMillis();
            case withdrawn -> (Long) promise.withdrawnMillis();
            case overdue, quiet -> (Long) promise.lastSignMillis();
            case acted, unused -> promise.firstActionMillis() == Promise.NEVER ? null
                    : (Long) promise.firstActionMillis();
            case open, unprovable, record, later, fresh, unlinked -> null;
        };
        return at == null ? "" : day(at, zone);
    }

    private static String day(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate().toString();
    }
}
