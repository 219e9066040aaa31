package io.github.tic4j.benchmarks;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.snapshot.NppesSnapshot;
import io.github.tic4j.nppes.snapshot.ProviderCursor;
import io.github.tic4j.nppes.snapshot.Verification;
import io.github.tic4j.testing.NppesGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 * How long does it take to look up a provider at random, for the columns that the fact table needs, and does it make
 * garbage? {@code benchmarks/run Lookup}
 *
 * <p>The snapshot has as many providers as a bulk file of {@link Sample#BYTES} has rows. All of NPPES is
 * {@code -Dtic4j.benchmark.bytes=12350000000}, and {@code -prof gc} shows the garbage.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class LookupBenchmark {

    private static final int BYTES_PER_ROW = 1300;
    /** More lookups than caches hold providers, so that each finds its own cold. */
    private static final int NPIS = 1 << 21;

    private final long[] npis = new long[NPIS];
    private int next;
    private @Nullable NppesSnapshot snapshot;
    private @Nullable ProviderCursor cursor;

    /** Makes the snapshot, if it is not there, and has every NPI found. */
    @Setup
    public void open() throws IOException {
        int providers = (int) Math.max(1, Long.getLong(Sample.BYTES, 1_000_000_000) / BYTES_PER_ROW);
        NppesSnapshot opened = NppesSnapshot.open(snapshot(providers), Verification.QUICK);
        ProviderCursor openCursor = opened.cursor();
        snapshot = opened;
        cursor = openCursor;
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < NPIS; i++) {
            npis[i] = NppesGenerator.npi(random.nextInt(providers));
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

    /** The columns, by cursor. */
    @Benchmark
    public void columns(Blackhole sink) {
        ProviderCursor found = cursor;
        if (found != null && found.seek(npi())) {
            sink.consume(found.status());
            sink.consume(found.entityType());
            sink.consume(found.taxonomyCode());
            sink.consume(found.city());
            sink.consume(found.state());
            sink.consume(found.zip5());
            sink.consume(found.enumeratedDay());
            sink.consume(found.updatedDay());
        }
    }

    /** Whether it is known, by cursor. */
    @Benchmark
    public boolean seek() {
        return cursor != null && cursor.seek(npi());
    }

    /** The whole record. */
    @Benchmark
    public Object record() {
        return snapshot == null ? "" : snapshot.find(new Npi(npi()));
    }

    private long npi() {
        next = (next + 1) & (NPIS - 1);
        return npis[next];
    }

    private static Path snapshot(int providers) throws IOException {
        Path folder = Path.of(System.getProperty(Sample.FOLDER, "target/data"));
        Path made = folder.resolve("nppes-" + providers);
        if (!Files.exists(made)) {
            Files.createDirectories(folder);
            Path zip = folder.resolve("nppes-" + providers + ".zip");
            NppesGenerator.monthly(zip, providers, 1);
            NppesSnapshot.build(made, List.of(zip));
            Files.delete(zip);
        }
        return made;
    }
}
