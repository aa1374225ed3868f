package org.desireline.app.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output that remembers a failure. A reader that went away, as {@code head} does, is none.
 */
final class Outlet extends FilterOutputStream {

    private boolean full;

    Outlet(OutputStream out) {
        super(new BufferedOutputStream(out, 1 << 16));
    }

    /** Whether something could not be written. */
    boolean isFull() {
        return full;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException failed) {
            throw remember(failed);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException failed) {
            throw remember(failed);
        }
    }

    private IOException remember(IOException failed) {
        boolean readerWentAway = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
        full |= !readerWentAway;
        return failed;
    }
}
