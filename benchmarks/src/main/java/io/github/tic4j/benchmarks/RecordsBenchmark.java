package io.github.tic4j.benchmarks;

import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Param;

/**
 * How fast is every price of a plain file made a record, on one thread, beside the same records made by hand from
 * Jackson's tokens? {@code benchmarks/run Records}
 */
public class RecordsBenchmark extends FileBenchmark {

    /** Who reads. */
    public enum Contender {
        TIC4J,
        JACKSON
    }

    /** Who reads. */
    @Param
    public Contender contender = Contender.TIC4J;

    @Override
    Work work() throws IOException {
        return work(contender, Sample.ONE_LINE);
    }

    static Work work(Contender contender, Sample sample) throws IOException {
        MrfTruth truth = sample.truth();
        Path file = sample.plain();
        return switch (contender) {
            case TIC4J -> Work.all(truth, tally -> TicReading.records(file, TicReading.all(1), tally));
            case JACKSON -> Work.all(truth, tally -> JacksonReading.records(Files.newInputStream(file), tally));
        };
    }
}
