package io.github.tic4j.benchmarks;

import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.openjdk.jmh.annotations.Param;

/**
 * How fast is every price of a plain file decoded, without an object for each, on one thread and on two? Databind is what
 * is written first and makes objects. {@code benchmarks/run FullRead}
 */
public class FullReadBenchmark extends FileBenchmark {

    /** Who reads. */
    public enum Contender {
        TIC4J,
        TIC4J_TWO_THREADS,
        JACKSON,
        DATABIND,
        DSL_JSON,
        COPY
    }

    /** Who reads. */
    @Param
    public Contender contender = Contender.TIC4J;

    /** What is read. */
    @Param({"ONE_LINE", "TABS"})
    public Sample sample = Sample.ONE_LINE;

    @Override
    Work work() throws IOException {
        return work(contender, sample);
    }

    static Work work(Contender contender, Sample sample) throws IOException {
        MrfTruth truth = sample.truth();
        Path file = sample.plain();
        return switch (contender) {
            case TIC4J -> Work.all(truth, tally -> TicReading.cursor(file, TicReading.all(1), tally));
            case TIC4J_TWO_THREADS -> Work.all(truth, tally -> TicReading.cursor(file, TicReading.all(2), tally));
            case JACKSON ->
                Work.all(truth, tally -> JacksonReading.stream(Files.newInputStream(file), Set.of(), tally));
            case DATABIND -> Work.all(truth, tally -> JacksonReading.databind(Files.newInputStream(file), tally));
            case DSL_JSON ->
                Work.all(truth, tally -> DslJsonReading.stream(Files.newInputStream(file), Set.of(), tally));
            case COPY -> Work.bytes(truth, tally -> tally.bytes(Floor.copy(Files.newInputStream(file))));
        };
    }
}
