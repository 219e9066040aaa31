package io.github.tic4j.benchmarks;

import io.github.tic4j.internal.inflate.ByteInput;
import io.github.tic4j.internal.inflate.GzipStream;
import io.github.tic4j.internal.inflate.InflaterChoice;
import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Param;

/**
 * How fast is a gzipped file decompressed, by the decoder of this library and by a {@code GZIPInputStream} with a large
 * buffer? {@code benchmarks/run Inflate}
 */
public class InflateBenchmark extends FileBenchmark {

    /** Who decompresses. */
    public enum Contender {
        TIC4J,
        JDK
    }

    /** Who decompresses. */
    @Param
    public Contender contender = Contender.TIC4J;

    /** What is decompressed. */
    @Param({"ONE_LINE", "TABS", "PROVIDERS"})
    public Sample sample = Sample.ONE_LINE;

    @Override
    Work work() throws IOException {
        return work(contender, sample);
    }

    static Work work(Contender contender, Sample sample) throws IOException {
        MrfTruth truth = sample.truth();
        Path file = sample.gzipped();
        return switch (contender) {
            case TIC4J ->
                Work.bytes(
                        truth,
                        tally -> tally.bytes(Floor.copy(new GzipStream(
                                new ByteInput(Files.newInputStream(file), file.toString()), InflaterChoice.OWN))));
            case JDK -> Work.bytes(truth, tally -> tally.bytes(Floor.copy(Floor.gunzip(file))));
        };
    }
}
