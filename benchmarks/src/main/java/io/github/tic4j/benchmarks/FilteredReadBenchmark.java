package io.github.tic4j.benchmarks;

import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.openjdk.jmh.annotations.Param;

/**
 * How fast are the prices of a hundredth of the codes found in a plain file, on one thread and on two? {@code
 * benchmarks/run FilteredRead}
 */
public class FilteredReadBenchmark extends FileBenchmark {

    /** Who reads. */
    public enum Contender {
        TIC4J,
        TIC4J_TWO_THREADS,
        JACKSON,
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
        Set<String> codes = sample.selectedCodes();
        return switch (contender) {
            case TIC4J -> Work.selected(truth, tally -> TicReading.cursor(file, TicReading.only(codes, 1), tally));
            case TIC4J_TWO_THREADS ->
                Work.selected(truth, tally -> TicReading.cursor(file, TicReading.only(codes, 2), tally));
            case JACKSON ->
                Work.selected(truth, tally -> JacksonReading.stream(Files.newInputStream(file), codes, tally));
            case DSL_JSON ->
                Work.selected(truth, tally -> DslJsonReading.stream(Files.newInputStream(file), codes, tally));
            case COPY -> Work.bytes(truth, tally -> tally.bytes(Floor.copy(Files.newInputStream(file))));
        };
    }
}
