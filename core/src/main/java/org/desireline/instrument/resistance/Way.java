package org.desireline.instrument.resistance;

import java.util.Locale;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;

/**
 * A path through the organisation: the work of one class in one part of it.
 *
 * @param dimension what the part is a class of
 * @param part its code
 * @param rank class code of the priority, or {@link #IMPORTANT}
 */
record Way(Dimension dimension, int part, int rank) implements Comparable<Way> {

    /** The more important half of the classes, together. */
    static final int IMPORTANT = 31;

    private static final int CODE_BITS = 5;
    private static final int CODE = (1 << CODE_BITS) - 1;
    /** How many bits a packed path takes. */
    static final int BITS = 14;

    private static final Dimension[] DIMENSIONS = Dimension.values();

    static int pack(int dimension, int part, int rank) {
        return (dimension << CODE_BITS | part) << CODE_BITS | rank;
    }

    static Way of(int packed) {
        return new Way(DIMENSIONS[packed >>> (2 * CODE_BITS)], packed >>> CODE_BITS & CODE, packed & CODE);
    }

    int packed() {
        return pack(dimension.ordinal(), part, rank);
    }

    @Override
    public int compareTo(Way other) {
        return Integer.compare(packed(), other.packed());
    }

    /** What the ids of the lines of a part's work of a class begin with. */
    static String prefix(Dimension dimension, String part, String rank) {
        return "resistance/" + dimension.label().toLowerCase(Locale.ROOT) + "/" + Line.idPart(part) + "/"
                + Line.idPart(rank) + "/";
    }
}
