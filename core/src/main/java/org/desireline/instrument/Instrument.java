package org.desireline.instrument;

import java.io.Serializable;
import java.util.List;
import org.desireline.part.Frame;
import org.desireline.part.Part;

/**
 * Reads parts and gives a reading. One that reads several grains names their common kind, {@link Part}, as its own.
 *
 * <p>Laws: folding parts in any split and order, then merging, gives the reading of the unmerged fold; a tally survives
 * serialisation; {@code zero} is fresh each time; evidence names parts that were seen.
 *
 * @param <P> the grain it reads, or what its grains have in common
 * @param <S> its tally: longs and exact sums, never an item in a key
 */
public interface Instrument<P extends Part, S extends Serializable> {

    /** What it says of itself. */
    Card card();

    /** The grains it reads; the parts of each are delivered, in no order. */
    List<Class<? extends P>> grains();

    /** A fresh, empty tally. */
    S zero(Frame frame);

    /** Folds a part into a tally. */
    void add(S tally, P part);

    /** Adds the second tally to the first and gives the first. */
    S merge(S tally, S other);

    /** Turns a tally into a reading, or asks for another round; {@code needed} are the readings its card names. */
    Next<S> close(S tally, Frame frame, List<Reading> needed);

    /**
     * What follows a fold.
     *
     * @param <S> the instrument's tally
     */
    sealed interface Next<S> {

        /**
         * The reading is complete.
         *
         * @param reading the result
         * @param <S> the instrument's tally
         */
        record Done<S>(Reading reading) implements Next<S> {}

        /**
         * Another round over all parts is needed.
         *
         * @param zero the tally to start it with
         * @param <S> the instrument's tally
         */
        record Again<S>(S zero) implements Next<S> {}
    }
}
