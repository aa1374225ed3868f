package org.desireline.app.source.xes;

import java.util.ArrayList;
import java.util.List;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Instants;
import org.desireline.app.source.files.IsoInstants;
import org.desireline.app.source.files.Lifecycle;
import org.desireline.app.source.files.ProcessLog;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Turns the traces of one log into events. Pure.
 *
 * <p>Whether a log tells when work begins, and whether its clock is a simulation's that began at 1970, is told by its
 * first two thousand events, which wait until then.
 */
final class XesEvents {

    private static final int SAMPLE_EVENTS = 2_000;

    private final Delivery delivery;
    private final String pointer;
    private final long newestMillis;
    private final List<XesTrace> waiting = new ArrayList<>();
    private String log;
    private long sampled;
    private @Nullable ProcessLog process;
    private long earliestMillis = Instants.EARLIEST_MILLIS;
    private long records;
    private long nameless;

    /**
     * The events of a log.
     *
     * @param log what it is called where it does not say so itself
     * @param pointer the document as shown
     * @param newestMillis no event can be later than this
     */
    XesEvents(Delivery delivery, String log, String pointer, long newestMillis) {
        this.delivery = delivery;
        this.log = log;
        this.pointer = pointer;
        this.newestMillis = newestMillis;
    }

    /** Says what the log calls itself; it counts until events were handed on. */
    void called(String name) {
        log = process == null ? name : log;
    }

    /** Takes a trace. */
    void trace(XesTrace trace) {
        ProcessLog ready = process;
        if (ready != null) {
            translate(ready, trace);
            return;
        }
        waiting.add(trace);
        sampled += trace.events.size();
        if (sampled >= SAMPLE_EVENTS) {
            settle();
        }
    }

    private ProcessLog settle() {
        boolean starts = false;
        long early = 0;
        for (XesTrace trace : waiting) {
            for (XesTrace.XesEvent event : trace.events) {
                starts |= Lifecycle.of(event.transition) == Lifecycle.STARTED;
                long millis = IsoInstants.millis(event.time);
                early += millis >= 0 && millis < Instants.EARLIEST_MILLIS ? 1 : 0;
            }
        }
        if (early > 0 && early * 2 >= sampled) {
            earliestMillis = 0;
            delivery.trouble(Severity.NOTE, pointer, "its clock began at 1970, as a simulation's does: times before"
                    + " 1990 count", 1);
        }
        ProcessLog made = new ProcessLog(delivery, "xes", log, pointer,
                starts ? ProcessLog.Tells.STARTS : ProcessLog.Tells.COMPLETIONS);
        process = made;
        waiting.forEach(trace -> translate(made, trace));
        waiting.clear();
        return made;
    }

    private void translate(ProcessLog into, XesTrace trace) {
        String name = trace.name;
        if (name.isEmpty()) {
            name = "trace " + ++nameless;
            delivery.trouble(Severity.WARNING, pointer, "a trace has no name: it is called by its number", 1);
        }
        if (into.knows(name)) {
            delivery.trouble(Severity.WARNING, pointer,
                    "a trace has the name of one before it: it counts as more of the same case", 1);
        }
        ProcessLog.Case of = into.of(name);
        trace.attributes.forEach((key, value) -> into.attribute(of, key, value));
        for (XesTrace.XesEvent event : trace.events) {
            event(into, of, event);
        }
    }

    private void event(ProcessLog into, ProcessLog.Case of, XesTrace.XesEvent event) {
        records++;
        long index = of.next();
        long at = IsoInstants.millis(event.time);
        String wrong = wrong(event.time, at);
        if (wrong == null && event.activity.isEmpty()) {
            wrong = "does not say what was done";
        }
        if (wrong != null) {
            delivery.trouble(Severity.WARNING, pointer, "an event " + wrong + "; it does not count", 1);
            return;
        }
        String offset = IsoInstants.offset(event.time);
        if (offset.isEmpty()) {
            delivery.trouble(Severity.NOTE, pointer, "a time has no offset: it is taken as UTC", 1);
        }
        of.writtenIn(offset);
        into.add(of, new ProcessLog.Entry(at, event.activity, Lifecycle.of(event.transition), event.transition,
                event.resource, event.instance, index, records));
    }

    private @Nullable String wrong(String text, long at) {
        if (at == IsoInstants.NONE) {
            return Instants.wrong(text, null, newestMillis);
        }
        return at >= earliestMillis && at < Instants.EARLIEST_MILLIS ? null : Instants.wrong(text, at, newestMillis);
    }

    /** Hands on what waited, and answers how many cases there are. */
    long finish() {
        ProcessLog ready = process;
        return (ready == null ? settle() : ready).finish();
    }
}
