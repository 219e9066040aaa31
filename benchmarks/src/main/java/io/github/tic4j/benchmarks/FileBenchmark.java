package io.github.tic4j.benchmarks;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What all benchmarks share: an operation is a whole file, and the figure to look at is {@code megabytes} a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
public abstract class FileBenchmark {

    private @Nullable Work work;

    /** Decompressed bytes, in millions. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Speed {
        /** How many there were. */
        public double megabytes;
    }

    /** What the parameters ask for. */
    abstract Work work() throws IOException;

    /** Has the contender prove that it finds everything, before anything is timed. */
    @Setup
    public void prove() throws IOException {
        work = work();
        work.prove();
    }

    /** Reads the file. */
    @Benchmark
    public long read(Speed speed) throws IOException {
        Work current = Objects.requireNonNull(work);
        speed.megabytes += current.bytes() / 1e6;
        return current.run();
    }
}
