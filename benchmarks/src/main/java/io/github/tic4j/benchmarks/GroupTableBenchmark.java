package io.github.tic4j.benchmarks;

import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Param;

/**
 * How fast are the provider groups of a plain file read and kept for every rate that may ask for them, beside a map of
 * objects bound by Jackson? {@code benchmarks/run GroupTable}
 */
public class GroupTableBenchmark extends FileBenchmark {

    /** Who reads. */
    public enum Contender {
        TIC4J,
        DATABIND
    }

    /** Who reads. */
    @Param
    public Contender contender = Contender.TIC4J;

    @Override
    Work work() throws IOException {
        return work(contender, Sample.PROVIDERS);
    }

    static Work work(Contender contender, Sample sample) throws IOException {
        MrfTruth truth = sample.truth();
        Path file = sample.plain();
        Work.Reading reading = switch (contender) {
            case TIC4J -> tally -> TicReading.groups(file, tally);
            case DATABIND -> tally -> JacksonReading.groups(Files.newInputStream(file), tally);
        };
        return new Work(truth.bytes(), reading, tally -> tally.check(truth.providers()));
    }
}
