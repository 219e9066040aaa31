package io.github.tic4j.benchmarks;

import io.github.tic4j.nppes.snapshot.NppesSnapshot;
import io.github.tic4j.nppes.snapshot.SnapshotReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does it take to build a snapshot of NPPES, beside inflating its zip with the JDK and doing nothing with what comes
 * out? {@code benchmarks/run Snapshot}, for all of NPPES {@code benchmarks/run Snapshot --providers 9500000}; each with 512 MB
 * of heap.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class SnapshotBenchmark {

    /** Who works. */
    public enum Contender {
        /** The snapshot is built, and forced to the disk. */
        TIC4J,
        /** {@link ZipFile} inflates, without comparing checksums. */
        JDK
    }

    /** Who works. */
    @Param
    public Contender contender = Contender.TIC4J;

    /** Goes through the zip once. */
    @Benchmark
    public long read() throws IOException {
        Path zip = NppesSample.zip();
        return switch (contender) {
            case TIC4J -> build(zip);
            case JDK -> inflate(zip);
        };
    }

    /** Removes what was built. */
    @TearDown
    public void clean() throws IOException {
        Path built = built();
        if (Files.exists(built)) {
            try (Stream<Path> files = Files.walk(built)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static long build(Path zip) throws IOException {
        SnapshotReport report = NppesSnapshot.build(built(), List.of(zip));
        long providers = report.layers().get(0).count("providers");
        if (providers != NppesSample.providers()) {
            throw new IllegalStateException("The snapshot has " + providers + " providers");
        }
        return providers;
    }

    private static long inflate(Path path) throws IOException {
        long bytes = 0;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                bytes += drain(zip.getInputStream(entry));
            }
        }
        return bytes;
    }

    private static long drain(InputStream content) throws IOException {
        try (content) {
            byte[] buffer = new byte[1 << 18];
            long bytes = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
            }
            return bytes;
        }
    }

    private static Path built() throws IOException {
        return NppesSample.folder().resolve("nppes-built");
    }
}
