package org.desireline.broken.part;

/** Broken: starts a thread. */
public final class StartsThread {

    private StartsThread() {}

    /** The broken part. */
    public static void value(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
    }
}
