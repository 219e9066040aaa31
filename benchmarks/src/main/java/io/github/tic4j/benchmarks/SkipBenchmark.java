package io.github.tic4j.benchmarks;

import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.openjdk.jmh.annotations.Param;

/** How fast is a plain file stepped over in which no item is wanted, on one thread? {@code benchmarks/run Skip} */
public class SkipBenchmark extends FileBenchmark {

    private static final Set<String> NO_CODE = Set.of("CPT none");

    /** Who reads. */
    public enum Contender {
        TIC4J,
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
        return switch (contender) {
            case TIC4J -> Work.nothing(truth, tally -> TicReading.cursor(file, TicReading.only(NO_CODE, 1), tally));
            case JACKSON ->
                Work.nothing(truth, tally -> JacksonReading.stream(Files.newInputStream(file), NO_CODE, tally));
            case DSL_JSON ->
                Work.nothing(truth, tally -> DslJsonReading.stream(Files.newInputStream(file), NO_CODE, tally));
            case COPY -> Work.bytes(truth, tally -> tally.bytes(Floor.copy(Files.newInputStream(file))));
        };
    }
}
