package org.desireline.journal;

/** The world failed: a file, a disk or a network could not be read. Thrown by sources and stores only. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure. */
    public enum Kind { MISSING, UNREADABLE, NOT_UNDERSTOOD }

    private final Kind kind;
    private final String source;
    private final boolean retryable;

    /** A failure of the named source. */
    public SourceException(Kind kind, String source, boolean retryable, String message) {
        super(message);
        this.kind = kind;
        this.source = source;
        this.retryable = retryable;
    }

    /** What kind of failure. */
    public Kind kind() {
        return kind;
    }

    /** The path or address that failed. */
    public String source() {
        return source;
    }

    /** Whether trying again may help. */
    public boolean retryable() {
        return retryable;
    }
}
