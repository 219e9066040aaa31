package io.github.tic4j.benchmarks;

import java.io.IOException;
import java.util.Set;
import org.openjdk.jmh.annotations.Param;

/** How fast is a plain file stepped over in which no item is wanted, on one thread? {@code benchmarks/run Skip} */
public class SkipBenchmark extends FileBenchmark {

    private static final Set<String> NO_CODE = Set.of("CPT none");

    /** Who reads. */
    @Param({"TIC4J", "JACKSON", "DSL_JSON", "COPY"})
    public FilteredReadBenchmark.Contender contender = FilteredReadBenchmark.Contender.TIC4J;

    /** What is read. */
    @Param({"ONE_LINE", "TABS"})
    public Sample sample = Sample.ONE_LINE;

    @Override
    Work work() throws IOException {
        return FilteredReadBenchmark.work(contender, sample, NO_CODE, Work::nothing);
    }
}
