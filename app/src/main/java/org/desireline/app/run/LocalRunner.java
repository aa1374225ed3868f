package org.desireline.app.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Instrument.Next;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Runner;
import org.desireline.instrument.Sensitivity;
import org.desireline.part.Assembly;
import org.desireline.part.Choice;
import org.desireline.part.Clause;
import org.desireline.part.Decision;
import org.desireline.part.Part;
import org.desireline.part.Promise;
import org.desireline.part.Sessions;

/** Runs instruments on the threads of this machine: a shard a thread, tallies merged in the order of shards. */
public final class LocalRunner implements Runner {

    private static final int MOST_ROUNDS = 100;
    /** Grains of which no other reading of the signs of work changes anything. */
    private static final Set<Class<? extends Part>> WITHOUT_WORK =
            Set.of(Choice.class, Promise.class, Decision.class, Clause.class);

    private final int threads;

    /** A runner on so many threads. */
    public LocalRunner(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed, not " + threads + ".");
        }
        this.threads = threads;
    }

    @Override
    public List<Reading> run(Assembly assembly, List<Instrument<?, ?>> instruments) {
        List<Reading> readings = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Instrument<?, ?> instrument : instruments) {
                readings.add(run(pool, assembly, instrument, grain -> true, needed(instrument, readings)));
            }
            for (Sessions sessions : assembly.otherSessions()) {
                widen(pool, assembly.under(sessions), instruments, readings);
            }
        }
        return readings;
    }

    /**
     * Takes what items' hours would be if signs of work were read otherwise into the ranges of readings. What needs
     * another reading is given that of the same signs. Grains that the signs do not change are not delivered again: of
     * figures made of them the other reading says nothing.
     */
    private void widen(
            ExecutorService pool, Assembly other, List<Instrument<?, ?>> instruments, List<Reading> readings) {
        List<Reading> others = new ArrayList<>();
        for (int i = 0; i < instruments.size(); i++) {
            Instrument<?, ?> instrument = instruments.get(i);
            if (instrument.grains().stream().anyMatch(grain -> !WITHOUT_WORK.contains(grain))) {
                others.add(run(pool, other, instrument, grain -> !WITHOUT_WORK.contains(grain),
                        needed(instrument, others)));
                readings.set(i, Sensitivity.widened(readings.get(i), others.getLast()));
            } else {
                others.add(readings.get(i));
            }
        }
    }

    private static List<Reading> needed(Instrument<?, ?> instrument, List<Reading> readings) {
        return readings.stream().filter(reading -> instrument.card().needs().contains(reading.instrument())).toList();
    }

    private <P extends Part, S extends Serializable> Reading run(
            ExecutorService pool, Assembly assembly, Instrument<P, S> instrument, Predicate<Class<?>> which,
            List<Reading> needed) {
        List<S> zeros = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            zeros.add(instrument.zero(assembly.frame()));
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            S tally = fold(pool, assembly, instrument, which, zeros);
            switch (instrument.close(tally, assembly.frame(), needed)) {
                case Next.Done<S> done -> {
                    return done.reading();
                }
                case Next.Again<S> again -> zeros.replaceAll(old -> copy(again.zero()));
            }
        }
        throw new IllegalStateException(instrument.card().name() + " asked for more than " + MOST_ROUNDS + " rounds.");
    }

    private <P extends Part, S extends Serializable> S fold(
            ExecutorService pool, Assembly assembly, Instrument<P, S> instrument, Predicate<Class<?>> which,
            List<S> zeros) {
        List<Class<? extends P>> grains = instrument.grains().stream().filter(which).toList();
        List<Future<S>> shards = new ArrayList<>();
        for (int i = 0; i < zeros.size(); i++) {
            int shard = i;
            shards.add(pool.submit(() -> {
                S tally = zeros.get(shard);
                for (Class<? extends P> grain : grains) {
                    assembly.parts(grain, shard, zeros.size(), part -> instrument.add(tally, part));
                }
                return tally;
            }));
        }
        S merged = get(shards.getFirst());
        for (Future<S> shard : shards.subList(1, shards.size())) {
            merged = instrument.merge(merged, get(shard));
        }
        return merged;
    }

    /** A copy of a tally that shares nothing with it. */
    @SuppressWarnings("unchecked")
    private static <S extends Serializable> S copy(S tally) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(tally);
            }
            return (S) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException broken) {
            throw new IllegalStateException("A tally does not survive serialisation: " + tally.getClass(), broken);
        }
    }

    private static <S> S get(Future<S> future) {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while instruments ran.", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
