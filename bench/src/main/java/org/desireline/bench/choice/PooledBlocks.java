package org.desireline.bench.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.desireline.number.Blocks;

/** Blocks worked off side by side, on so many threads. */
final class PooledBlocks implements Blocks, AutoCloseable {

    private final ExecutorService pool;

    PooledBlocks(int threads) {
        pool = Executors.newFixedThreadPool(threads);
    }

    @Override
    public <T> List<T> map(int count, IntFunction<T> block) {
        List<Future<T>> futures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = i;
            futures.add(pool.submit(() -> block.apply(number)));
        }
        List<T> results = new ArrayList<>(count);
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while waiting for a block.", stopped);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("A block failed.", failed);
            }
        }
        return results;
    }

    @Override
    public void close() {
        pool.close();
    }
}
