package org.desireline.part;

/**
 * What one member of the awaited party was doing during a stretch, already looked up: no instrument sees a timeline.
 *
 * @param actor number of the actor, as a cluster label only
 * @param pool number of members of the party; each stands for one part in so many of the stretch
 * @param millis on-calendar milliseconds by ordinal of {@link Doing}; they add up to the stretch's
 * @param displacedBy milliseconds of {@link Doing#displacedNew} by the class that was worked on
 * @param inflightShort what {@link Doing#displacedInflight} would be with a session gap of one hour
 * @param inflightLong what it would be with a session gap of four hours
 */
public record Meanwhile(
        int actor, int pool, long[] millis, long[] displacedBy, long inflightShort, long inflightLong) {

    /** Milliseconds of a doing. */
    public long millis(Doing doing) {
        return millis[doing.ordinal()];
    }
}
