package org.desireline.app.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** Says on standard error what is being done, as soon as it has taken longer than a second. */
final class Progress implements Consumer<String> {

    private static final long QUIET_NANOS = 1_000_000_000L;

    private final PrintWriter talk;
    private final boolean verbose;
    private final long began = System.nanoTime();
    private boolean said;

    Progress(PrintWriter talk, boolean verbose) {
        this.talk = talk;
        this.verbose = verbose;
    }

    @Override
    public void accept(String step) {
        long nanos = System.nanoTime() - began;
        if (verbose || nanos > QUIET_NANOS) {
            said = true;
            talk.println(Page.format("%5.1f s  %s …", nanos / 1e9, Page.clean(step)));
            talk.flush();
        }
    }

    /** Says that it is over, where anything was said. */
    void end() {
        if (said) {
            talk.println(Page.format("%5.1f s  done", (System.nanoTime() - began) / 1e9));
            talk.flush();
        }
    }
}
