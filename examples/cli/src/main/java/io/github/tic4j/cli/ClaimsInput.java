package io.github.tic4j.cli;

import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.read.ClaimFormat;
import io.github.tic4j.claims.read.ClaimSource;
import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.Sourced;
import io.github.tic4j.claims.x12.X12Source;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What claims are read from, and what of it was not taken over. */
final class ClaimsInput {

    private static final int MOST_SHOWN = 5;

    /** The layouts: those of the claims model, and X12. */
    enum Format {
        /** CMS research identifiable files. */
        RIF,
        /** The CSV export of Synthea. */
        SYNTHEA,
        /** CMS DE-SynPUF. */
        SYNPUF,
        /** The columns of the Tuva input layer. */
        TUVA,
        /** Plain files of claims, patients, providers and prescriptions. */
        CSV,
        /** Claims that carry patient, provider and insurance. */
        JSON,
        /** X12 837 and 835. */
        X12;

        ClaimSource open(Path path, Consumer<Refusal> refusals) throws IOException {
            return this == X12
                    ? X12Source.open(path, refusals)
                    : ClaimFormat.valueOf(name()).open(path, refusals);
        }
    }

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
            description = "rif, synthea, synpuf, tuva, csv, json or x12.")
    private Format format = Format.CSV;

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

    /** The remittances of the input; none if its layout has none. */
    List<Remittance> remittances() throws IOException {
        if (!(open() instanceof X12Source source)) {
            return List.of();
        }
        try (Stream<Sourced<Remittance>> remittances = source.remittances()) {
            return remittances.map(Sourced::value).toList();
        }
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
