package io.github.tic4j.benchmarks;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.snapshot.NppesSnapshot;
import io.github.tic4j.nppes.snapshot.ProviderCursor;
import io.github.tic4j.testing.NppesGenerator;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long does it take to look up a provider at random, and does it make garbage? {@code benchmarks/run Lookup}, for all of
 * NPPES {@code benchmarks/run Lookup --providers 9500000}; with JMH's {@code -prof gc} it shows the garbage.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class LookupBenchmark {

    /** More lookups than caches hold providers, so that each finds its own cold. */
    private static final int NPIS = 1 << 21;

    private final long[] npis = new long[NPIS];
    private int next;
    private @Nullable NppesSnapshot snapshot;
    private @Nullable ProviderCursor cursor;

    /** Makes the snapshot, if it is not there, and has every NPI found. */
    @Setup
    public void open() throws IOException {
        NppesSnapshot opened = NppesSample.snapshot();
        ProviderCursor openCursor = opened.cursor();
        snapshot = opened;
        cursor = openCursor;
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < NPIS; i++) {
            npis[i] = NppesGenerator.npi(random.nextInt(NppesSample.providers()));
            if (!openCursor.seek(npis[i])) {
                throw new IllegalStateException("The snapshot lacks " + npis[i]);
            }
        }
    }

    /** Lets go of it. */
    @TearDown
    public void close() {
        if (snapshot != null) {
            snapshot.close();
        }
    }

    /** The columns of the fact table that a row of fixed size holds, by cursor. */
    @Benchmark
    public void columns(Blackhole sink) {
        ProviderCursor found = cursor;
        if (found != null && found.seek(npi())) {
            sink.consume(found.status());
            sink.consume(found.entityType());
            sink.consume(found.sex());
            sink.consume(found.taxonomyCode());
            sink.consume(found.city());
            sink.consume(found.state());
            sink.consume(found.zip5());
            sink.consume(found.enumeratedDay());
            sink.consume(found.updatedDay());
            sink.consume(found.deactivatedDay());
        }
    }

    /** Whether it is known, by cursor. */
    @Benchmark
    public boolean seek() {
        return cursor != null && cursor.seek(npi());
    }

    /** The whole record, names and addresses included, which is what the fact table asks for, once for each NPI. */
    @Benchmark
    public Object record() {
        return snapshot == null ? "" : snapshot.find(new Npi(npi()));
    }

    private long npi() {
        next = (next + 1) & (NPIS - 1);
        return npis[next];
    }
}
