package org.desireline.broken.part;

import java.util.concurrent.Executor;

/** Broken: hands work to other threads. */
public final class UsesPool {

    private UsesPool() {}

    /** The broken part. */
    public static void value(Executor pool, Runnable work) {
        pool.execute(work);
    }
}
