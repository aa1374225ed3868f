package org.desireline.app.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/**
 * Says on standard error what is being done, as soon as it has taken longer than a second: on a terminal in one line
 * that changes, elsewhere in lines, those that only count on not more often than every few seconds.
 */
final class Progress implements Consumer<String>, AutoCloseable {

    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final long LINES_NANOS = 5_000_000_000L;
    private static final int WIDTH = 78;

    private final PrintWriter talk;
    private final boolean verbose;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private String step = "";
    private long saidAt;
    private boolean said;

    Progress(PrintWriter talk, boolean verbose) {
        this(talk, verbose, "yes".equals(System.getenv("DESIRELINE_TALK_TERMINAL")));
    }

    /**
     * Progress on a writer.
     *
     * @param terminal whether the line that was written last can be written over
     */
    Progress(PrintWriter talk, boolean verbose, boolean terminal) {
        this.talk = talk;
        this.verbose = verbose;
        this.terminal = terminal;
    }

    @Override
    public void accept(String doing) {
        long nanos = System.nanoTime() - began;
        if (!verbose && nanos <= QUIET_NANOS) {
            return;
        }
        String name = doing.replaceFirst(": .*", "");
        boolean counts = said && name.equals(step);
        if (counts && nanos - saidAt < (terminal ? TERMINAL_NANOS : LINES_NANOS)) {
            return;
        }
        step = name;
        saidAt = nanos;
        say(nanos, Page.clean(doing) + " …");
    }

    private void say(long nanos, String doing) {
        said = true;
        String line = Page.format("%5.1f s  %s", nanos / 1e9, doing);
        if (terminal && !verbose) {
            talk.print("\r\u001b[K" + Page.fit(line, WIDTH));
        } else {
            talk.println(line);
        }
        talk.flush();
    }

    /** Says that it is over, where anything was said. */
    void end() {
        if (said && (verbose || !terminal)) {
            say(System.nanoTime() - began, "done");
        }
    }

    /** Clears the line for whatever is said next, even if it is why things went wrong. */
    @Override
    public void close() {
        if (said && terminal && !verbose) {
            talk.print("\r\u001b[K");
            talk.flush();
        }
    }
}
