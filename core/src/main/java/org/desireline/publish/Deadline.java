package org.desireline.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.desireline.charter.Undertaking;
import org.desireline.journal.EventId;
import org.desireline.journal.Journal;
import org.desireline.part.Assembly;
import org.desireline.part.Followed;
import org.desireline.part.Promise;

/**
 * A day by which something that is still open was promised: a commitment that was declared, or an item with a due date.
 * Of an item there is its key and nothing else.
 *
 * @param uid the same between runs, whatever else changes
 * @param day the day it is due at last
 * @param id id of the commitment, or key of the item
 * @param what words of the commitment; empty of an item
 * @param declared whether it is a commitment that was declared
 */
public record Deadline(String uid, LocalDate day, String id, String what, boolean declared) {

    /** All that are open at the as-of instant, by day, then by id. */
    public static List<Deadline> of(Journal journal, Assembly assembly) {
        ZoneId zone = assembly.frame().charter().week().zone();
        List<Deadline> open = new ArrayList<>();
        assembly.promises(0, 1, promise -> {
            if (promise.kind() == Promise.Kind.DUE && isOpen(promise)) {
                open.add(new Deadline(uid(journal.itemId(promise.item())), day(promise, zone), promise.key(), "",
                        false));
            }
        });
        for (Followed each : assembly.followed()) {
            Promise promise = each.promise();
            if (promise != null && promise.kind() == Promise.Kind.DECLARED && isOpen(promise)
                    && each.undertaking().kind() == Undertaking.Kind.COMMITMENT) {
                open.add(new Deadline(uid("commitment:" + promise.key()), day(promise, zone), promise.key(),
                        each.undertaking().what(), true));
            }
        }
        open.sort(Comparator.<Deadline>comparingLong(each -> each.day().toEpochDay()).thenComparing(Deadline::id)
                .thenComparing(Deadline::uid));
        return open;
    }

    private static boolean isOpen(Promise promise) {
        return promise.keptMillis() == Promise.NEVER && promise.withdrawnMillis() == Promise.NEVER
                && !promise.declaredAfterEnd();
    }

    private static String uid(String id) {
        EventId hash = EventId.of(id);
        return Long.toHexString(hash.high()) + "-" + Long.toHexString(hash.low()) + "@desireline";
    }

    private static LocalDate day(Promise promise, ZoneId zone) {
        return Instant.ofEpochMilli(promise.lastDueMillis() - 1).atZone(zone).toLocalDate();
    }
}
