package io.github.tic4j.benchmarks;

import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Param;

/**
 * How fast does a gzipped file become a Parquet file of all its prices, on two threads, beside Jackson's tokens that are
 * written as rows with parquet-avro? {@code benchmarks/run Parquet}
 */
public class ParquetBenchmark extends FileBenchmark {

    /** Who reads and writes. */
    public enum Contender {
        TIC4J,
        JACKSON
    }

    /** Who reads and writes. */
    @Param
    public Contender contender = Contender.TIC4J;

    @Override
    Work work() throws IOException {
        return work(contender, Sample.ONE_LINE);
    }

    static Work work(Contender contender, Sample sample) throws IOException {
        MrfTruth truth = sample.truth();
        Path file = sample.gzipped();
        Path parquet = file.resolveSibling("prices.parquet");
        Work.Reading reading = tally -> {
            Files.deleteIfExists(parquet);
            Tally written = tally.isExact() ? Tally.light() : tally;
            switch (contender) {
                case TIC4J -> ParquetWriting.columns(file, parquet, written);
                case JACKSON -> ParquetWriting.rows(Floor.gunzip(file), parquet, written);
            }
            if (tally.isExact()) {
                ParquetWriting.readBack(parquet, tally);
            }
        };
        return new Work(truth.bytes(), reading, tally -> tally.checkPrices(truth.all()));
    }
}
