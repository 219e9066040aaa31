package io.github.tic4j.benchmarks;

import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiFunction;
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
        return work(contender, sample, sample.selectedCodes(), Work::selected);
    }

    /** The work of reading the prices of some codes, and what is checked of it. */
    static Work work(
            Contender contender, Sample sample, Set<String> codes, BiFunction<MrfTruth, Work.Reading, Work> checked)
            throws IOException {
        MrfTruth truth = sample.truth();
        Path file = sample.plain();
        return switch (contender) {
            case TIC4J -> checked.apply(truth, tally -> TicReading.cursor(file, TicReading.only(codes, 1), tally));
            case TIC4J_TWO_THREADS ->
                checked.apply(truth, tally -> TicReading.cursor(file, TicReading.only(codes, 2), tally));
            case JACKSON ->
                checked.apply(truth, tally -> JacksonReading.stream(Files.newInputStream(file), codes, tally));
            case DSL_JSON ->
                checked.apply(truth, tally -> DslJsonReading.stream(Files.newInputStream(file), codes, tally));
            case COPY -> Work.bytes(truth, tally -> tally.bytes(Floor.copy(Files.newInputStream(file))));
        };
    }
}
