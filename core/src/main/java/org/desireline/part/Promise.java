package org.desireline.part;

import java.util.List;
import org.desireline.journal.Field;
import org.jspecify.annotations.Nullable;

/**
 * A promise that an item will be done by a day, or a commitment that was declared, and what became of it.
 *
 * <p>Days end at 24:00 in the zone of the charter. What is set while the item comes to its end, or later, tells where
 * it went and not what was promised: it changes nothing here.
 *
 * @param item number of the item, ordered by native id; {@link #DECLARED} of a commitment that was declared
 * @param key the name people know it by; of a commitment its id
 * @param number which of the item's promises it is, from 0; which of the commitments
 * @param target what it is about: empty for the item's own due date
 * @param sinceKnown whether it is on record when it was made; else only that it stands
 * @param owner number of the actor who owned the item when it was made, else who owned it last, as a cluster label
 *     only; -1 where nobody did
 * @param group one of 64 groups of items, for those that nobody owned; of a commitment its team's, from {@link
 *     #GROUPS} on
 * @param classes class code by ordinal of the dimension, when it was made; the team is the owner's where teams were
 *     declared
 * @param actors distinct actors with any event on the item
 * @param declaredAtMillis when it was made
 * @param firstDueMillis the end of the day first given
 * @param revisions changes of the day, in order; those that changed nothing left out
 * @param firstActionMillis when somebody first touched the item afterwards, other than to change its plans, or when it
 *     was done; or {@link #NEVER}
 * @param keptMillis when the item was done for good, or {@link #NEVER}
 * @param withdrawnMillis when the item was dropped or the day taken back, or {@link #NEVER}
 * @param lastSignMillis when somebody last touched the item or moved the day
 * @param whole what a table tells of it where it is of a whole, else null
 * @param declared what its record declares besides the day, where it is one's and says so, else null
 * @param declaredAfterEnd whether the item had come to its end when it was made
 * @param provable whether anything on record shows whether it was kept. The end of an item does not show it of a
 *     target that a record names: a proposal has days for several stages, and may have met the first of them long
 *     before its last. Nor is it shown of a commitment that names no evidence
 * @param inWindow whether the day first given lies inside the window of the run
 * @param origin where it was read, as it is shown
 */
public record Promise(
        int item,
        String key,
        int number,
        String target,
        boolean sinceKnown,
        int owner,
        int group,
        int[] classes,
        int[] actors,
        long declaredAtMillis,
        long firstDueMillis,
        List<Revision> revisions,
        long firstActionMillis,
        long keptMillis,
        long withdrawnMillis,
        long lastSignMillis,
        @Nullable Whole whole,
        @Nullable Declared declared,
        boolean declaredAfterEnd,
        boolean provable,
        boolean inWindow,
        String origin)
        implements Part {

    /** No instant. */
    public static final long NEVER = Long.MIN_VALUE;
    private static final long LEAST_QUIET_MILLIS = 14L * 24 * 3_600_000;
    private static final int QUIET_SHARE = 4;
    /** In place of the number of an item: the promise is a commitment that was declared. */
    public static final int DECLARED = -1;
    /** How many groups there are of items that nobody owned. */
    public static final int GROUPS = 64;
    /** The target of the release that an item is to be part of. */
    public static final String RELEASE_TARGET = Field.FIX_VERSION;
    /** The target of the sprint that an item is to be done in. */
    public static final String SPRINT_TARGET = Field.SPRINT;

    /** What a promise is about. The constants' labels are those of line ids. */
    public enum Kind {
        /** The item's own due date. */
        DUE("due"),
        /** The day of the release it is to be part of. */
        RELEASE("release"),
        /** The end of the sprint it is in. */
        SPRINT("sprint"),
        /** A target that a record names. */
        RECORD("record"),
        /** A commitment that a charter declares, or that was written down as one. */
        DECLARED("declared"),
        /** A whole, such as a sprint, of which a table tells how much was delivered. */
        WHOLE("whole");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name used in JSON and in line ids. */
        public String label() {
            return label;
        }
    }

    /**
     * A change of the day.
     *
     * @param atMillis when it was made
     * @param fromMillis the end of the day it was due before
     * @param toMillis the end of the day it is due from then on
     */
    public record Revision(long atMillis, long fromMillis, long toMillis) {

        /** Whether the day was moved back. */
        public boolean isPush() {
            return toMillis > fromMillis;
        }

        /** Whether it was recorded only after the old day had passed. */
        public boolean isLate() {
            return atMillis >= fromMillis;
        }
    }

    public Promise {
        revisions = List.copyOf(revisions);
        if (keptMillis != NEVER && withdrawnMillis != NEVER) {
            throw new IllegalArgumentException("The promise " + number + " of item " + item + " was kept at "
                    + keptMillis + " and withdrawn at " + withdrawnMillis + ".");
        }
    }

    /** What it is about. */
    public Kind kind() {
        return item == DECLARED ? Kind.DECLARED : kind(target);
    }

    private static Kind kind(String target) {
        return switch (target) {
            case "" -> Kind.DUE;
            case RELEASE_TARGET -> Kind.RELEASE;
            case SPRINT_TARGET -> Kind.SPRINT;
            case Field.WHOLE -> Kind.WHOLE;
            default -> Kind.RECORD;
        };
    }

    /** Whether the end of an item shows that a promise of this target was kept. */
    static boolean isProvenByItems(String target) {
        return kind(target) != Kind.RECORD && kind(target) != Kind.WHOLE;
    }

    /** The end of the day it was due at last. */
    public long lastDueMillis() {
        return revisions.isEmpty() ? firstDueMillis : revisions.getLast().toMillis();
    }

    /** From when it was made to the end of the day first given; not above 0 where it was written down afterwards. */
    public long leadMillis() {
        return firstDueMillis - declaredAtMillis;
    }

    /** Whether it was made in time: else it is a record of what was, and no commitment. */
    public boolean isCommitment() {
        return leadMillis() > 0 && !declaredAfterEnd;
    }

    /** Whether its last day passed so long before an instant that it could have gone quiet. */
    public boolean isSettledBy(long millis) {
        return provable && millis >= lastDueMillis() + Math.max(LEAST_QUIET_MILLIS, leadMillis() / QUIET_SHARE);
    }

    /** Whether nothing was done or said of it since its last day. */
    public boolean isSilent() {
        return keptMillis == NEVER && withdrawnMillis == NEVER && lastSignMillis <= lastDueMillis();
    }

    /** Whether it was kept by an instant. */
    public boolean isKeptBy(long millis) {
        return keptMillis != NEVER && keptMillis <= millis;
    }
}
