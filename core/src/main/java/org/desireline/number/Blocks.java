package org.desireline.number;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A port: how the blocks of a long computation are worked off, one after another or side by side.
 *
 * <p>A kernel cuts its work into blocks that do not depend on who works them off, and adds up their results in the
 * order of the blocks; so one thread and many give the same bits. Whoever has threads hands in an implementation over
 * them.
 */
public interface Blocks {

    /**
     * Works off the blocks 0 to {@code count − 1}, each once and in any order.
     *
     * @param block gives the result of one block; touches nothing that another block touches
     * @return the results in the order of the blocks
     */
    <T> List<T> map(int count, IntFunction<T> block);

    /** One after another, on the caller's thread. */
    static Blocks inOrder() {
        return InOrder.ONLY;
    }

    /** The blocks in their order, on the caller's thread. */
    enum InOrder implements Blocks {
        ONLY;

        @Override
        public <T> List<T> map(int count, IntFunction<T> block) {
            return IntStream.range(0, count).mapToObj(block).toList();
        }
    }
}
