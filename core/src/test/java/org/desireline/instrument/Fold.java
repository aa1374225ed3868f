package org.desireline.instrument;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.desireline.part.Assembly;
import org.desireline.part.Frame;
import org.desireline.part.Part;

/**
 * Runs one instrument, all parts into one tally or split among many.
 *
 * @param <P> its grain
 * @param <S> its tally
 */
public final class Fold<P extends Part, S extends Serializable> {

    private final Instrument<P, S> instrument;

    private Fold(Instrument<P, S> instrument) {
        this.instrument = instrument;
    }

    /** For an instrument. */
    public static <P extends Part, S extends Serializable> Fold<P, S> of(Instrument<P, S> instrument) {
        return new Fold<>(instrument);
    }

    /** The parts an instrument asks for. */
    public List<P> parts(Assembly assembly) {
        List<P> parts = new ArrayList<>();
        instrument.grains().forEach(grain -> assembly.parts(grain, 0, 1, parts::add));
        return parts;
    }

    /** The reading of all parts, folded into one tally. */
    public Reading unmerged(Assembly assembly) {
        List<P> parts = parts(assembly);
        S tally = instrument.zero(assembly.frame());
        while (true) {
            for (P part : parts) {
                instrument.add(tally, part);
            }
            switch (instrument.close(tally, assembly.frame(), needed(assembly))) {
                case Instrument.Next.Done<S> done -> {
                    return done.reading();
                }
                case Instrument.Next.Again<S> again -> tally = again.zero();
            }
        }
    }

    /** The reading of the parts dealt out and ordered at random, the tallies sent and merged. */
    public Reading merged(Assembly assembly, SplittableRandom random) {
        List<P> parts = parts(assembly);
        shuffle(parts, random);
        int hands = 1 + random.nextInt(6);
        Frame frame = assembly.frame();
        S first = null;
        while (true) {
            List<S> tallies = new ArrayList<>();
            for (int i = 0; i < hands; i++) {
                tallies.add(first == null ? instrument.zero(frame) : sent(first));
            }
            for (P part : parts) {
                instrument.add(tallies.get(random.nextInt(hands)), part);
            }
            shuffle(tallies, random);
            S sum = sent(tallies.remove(0));
            while (!tallies.isEmpty()) {
                S next = sent(tallies.remove(0));
                sum = random.nextBoolean() ? instrument.merge(sum, next) : instrument.merge(next, sum);
            }
            switch (instrument.close(sum, frame, needed(assembly))) {
                case Instrument.Next.Done<S> done -> {
                    return done.reading();
                }
                case Instrument.Next.Again<S> again -> first = again.zero();
            }
        }
    }

    /** The closed readings that the instrument's card names. */
    List<Reading> needed(Assembly assembly) {
        List<Reading> needed = new ArrayList<>();
        for (Instrument<?, ?> other : Instruments.all()) {
            if (instrument.card().needs().contains(other.card().name())) {
                needed.add(of(other).unmerged(assembly));
            }
        }
        return needed;
    }

    private static <T> void shuffle(List<T> all, SplittableRandom random) {
        for (int i = all.size() - 1; i > 0; i--) {
            java.util.Collections.swap(all, i, random.nextInt(i + 1));
        }
    }

    /** A tally after a journey through bytes. */
    @SuppressWarnings("unchecked")
    static <S extends Serializable> S sent(S tally) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(tally);
            out.flush();
            return (S) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException broken) {
            throw new AssertionError("a tally did not survive its journey", broken);
        }
    }
}
