package io.github.tic4j.benchmarks;

import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.openjdk.jmh.annotations.Param;

/**
 * How fast is a gzipped file read, decompression included, on one thread and with decompression on a second? {@code
 * benchmarks/run GzipRead}
 */
public class GzipReadBenchmark extends FileBenchmark {

    /** Who reads. */
    public enum Contender {
        TIC4J,
        TIC4J_TWO_THREADS,
        JACKSON,
        INFLATE
    }

    /** Which prices. */
    public enum Wanted {
        SELECTED,
        ALL
    }

    /** Who reads. */
    @Param
    public Contender contender = Contender.TIC4J;

    /** Which prices. */
    @Param
    public Wanted wanted = Wanted.SELECTED;

    @Override
    Work work() throws IOException {
        return work(contender, wanted, Sample.ONE_LINE);
    }

    static Work work(Contender contender, Wanted wanted, Sample sample) throws IOException {
        MrfTruth truth = sample.truth();
        Path file = sample.gzipped();
        Set<String> codes = wanted == Wanted.ALL ? Set.of() : sample.selectedCodes();
        if (contender == Contender.INFLATE) {
            return Work.bytes(truth, tally -> tally.bytes(Floor.copy(Floor.gunzip(file))));
        }
        ReadOptions options = TicReading.only(codes, contender == Contender.TIC4J_TWO_THREADS ? 2 : 1);
        Work.Reading reading = contender == Contender.JACKSON
                ? tally -> JacksonReading.stream(Floor.gunzip(file), codes, tally)
                : tally -> TicReading.cursor(file, options, tally);
        return wanted == Wanted.ALL ? Work.all(truth, reading) : Work.selected(truth, reading);
    }
}
