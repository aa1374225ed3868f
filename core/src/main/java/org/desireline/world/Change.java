package org.desireline.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One recorded thing that a person did to an item.
 *
 * @param atMillis when
 * @param actor index of the person in {@link World#people}
 * @param what which of the things that can be done
 */
public record Change(long atMillis, int actor, What what) {

    /** What can be done to an item. */
    public sealed interface What {

        /** The item moved; a resolution is given exactly when the move closes it. */
        record Status(String from, String to, @Nullable String resolution) implements What {
        }

        /** The item changed hands; either side may be {@link World#NOBODY}. */
        record Assignee(int from, int to) implements What {
        }

        /** The item was ranked anew. */
        record Priority(String from, String to) implements What {
        }

        /** A day was promised, moved, or taken back; either side is null where there is none. */
        record Due(@Nullable LocalDate from, @Nullable LocalDate to) implements What {
        }

        /** Somebody wrote a remark. */
        record Comment(String text) implements What {
        }

        /** Somebody entered time spent, ending at the change's instant. */
        record WorkLog(long seconds) implements What {
        }

        /** Somebody committed a change to the code that names the item. */
        record Commit(String subject) implements What {
        }

        /** The item was named as what another one waits for. */
        record Blocks(int number) implements What {
        }

        /** The item was said to wait for another one. */
        record BlockedBy(int number) implements What {
        }
    }
}
