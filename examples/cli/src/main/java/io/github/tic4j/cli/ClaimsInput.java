package io.github.tic4j.cli;

import io.github.tic4j.claims.read.ClaimFormat;
import io.github.tic4j.claims.read.ClaimSource;
import io.github.tic4j.claims.read.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** What claims are read from, and what of it was not taken over. */
final class ClaimsInput {

    private static final int MOST_SHOWN = 5;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "PATH",
            description = "A file, a folder or a zip archive; files may be gzipped.")
    private Path path = Path.of("");

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "rif, synthea, synpuf, tuva, csv or json.")
    private ClaimFormat format = ClaimFormat.CSV;

    private final Map<String, Long> refusedValues = new HashMap<>();
    private final Map<String, Long> refusedRows = new HashMap<>();

    /** Opens the input and counts what is refused. Each pass over a kind of record counts again. */
    ClaimSource open() throws IOException {
        return open(refusal -> {});
    }

    /** The same, and tells of what is refused. */
    ClaimSource open(Consumer<Refusal> told) throws IOException {
        return format.open(path, refusal -> {
            boolean isRow = refusal.column().isEmpty();
            (isRow ? refusedRows : refusedValues)
                    .merge((isRow ? "" : refusal.column() + ": ") + refusal.reason(), 1L, Long::sum);
            told.accept(refusal);
        });
    }

    /** Opens the input for a pass that does not count. */
    ClaimSource openAgain() throws IOException {
        return format.open(path, refusal -> {});
    }

    /** Rows and files that were refused as a whole. */
    long refusedRows() {
        return sum(refusedRows);
    }

    /** Values that were refused while their record was taken. */
    long refusedValues() {
        return sum(refusedValues);
    }

    /** Prints how much was refused, and why most of it. */
    void printRefusals(PrintStream out) {
        print("rows and files refused", refusedRows, out);
        print("values refused", refusedValues, out);
    }

    private static void print(String what, Map<String, Long> reasons, PrintStream out) {
        if (!reasons.isEmpty()) {
            out.printf("%n%s: %,d%n", what, sum(reasons));
            TextTable table = new TextTable("reason", "times");
            reasons.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_SHOWN)
                    .forEach(reason -> table.add(reason.getKey(), reason.getValue()));
            table.print(out);
        }
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
