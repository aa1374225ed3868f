package org.desireline.bench;

import java.util.concurrent.TimeUnit;
import org.desireline.journal.Journal;
import org.desireline.part.Assembler;
import org.desireline.part.Assembly;
import org.desireline.part.Organisation;
import org.desireline.part.Organisations;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What it costs to assemble a journal and to build its traces and choices, over two years of random events. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls make() before anything else.
public class AssemblyBench {

    /** About how many events. */
    @Param({"1000", "10000", "100000"})
    public int events;

    private Organisation organisation;
    private Journal journal;
    private Assembly assembly;

    /** Makes the journal; the seed is 1. */
    @Setup
    public void make() {
        organisation = Organisations.large(1, events);
        journal = organisation.journal();
        assembly = assemble();
    }

    /** The assembly alone, with its laws. */
    @Benchmark
    public Assembly assemble() {
        return Assembler.assemble(journal, organisation.charter(), organisation.window(), organisation.asOfMillis());
    }

    /** All traces of an assembled journal. */
    @Benchmark
    public void traces(Blackhole sink) {
        assembly.traces(0, 1, sink::consume);
    }

    /** All choices of an assembled journal. */
    @Benchmark
    public void choices(Blackhole sink) {
        assembly.choices(0, 1, sink::consume);
    }

    /** The stock law over all traces. */
    @Benchmark
    public void stock() {
        assembly.checkStock();
    }
}
