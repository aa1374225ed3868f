package org.desireline.app.source.record;

/** Says that a mapping cannot be used, with the place and what to do; its message is for whoever wrote the mapping. */
public final class BadMapping extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadMapping(String message) {
        super(message);
    }
}
