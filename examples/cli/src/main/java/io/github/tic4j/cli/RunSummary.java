package io.github.tic4j.cli;

import io.github.tic4j.mrf.Tally;
import io.github.tic4j.pipeline.FileResult;
import io.github.tic4j.pipeline.FileResult.Outcome;
import io.github.tic4j.pipeline.RunReport;
import io.github.tic4j.validate.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run did, for people.
 *
 * @param report the run
 * @param folder where its tables are
 */
record RunSummary(RunReport report, Path folder) {

    private static final int MOST_WARNINGS = 20;

    void print(PrintStream out) {
        out.printf(
                "%-20s %6s %9s %6s %14s %14s %14s%n",
                "payer", "read", "unchanged", "failed", "prices", "written", "rejected");
        byPayer().forEach((payer, files) -> {
            Tally prices = files.stream().map(FileResult::prices).reduce(Tally.NONE, Tally::plus);
            out.printf(
                    "%-20s %6d %9d %6d %,14d %,14d %,14d%n",
                    payer,
                    count(files, Outcome.COMMITTED),
                    count(files, Outcome.UNCHANGED),
                    count(files, Outcome.FAILED),
                    prices.seen(),
                    prices.delivered(),
                    prices.rejectedTotal());
        });
        Tally all = report.prices();
        out.printf(
                "%nAll %,d prices are accounted for: %,d written, %,d not wanted, %,d rejected %s%n",
                all.seen(), all.delivered(), all.filtered(), all.rejectedTotal(), all.rejected());
        report.quality()
                .filter(quality -> !quality.files().isEmpty())
                .ifPresent(quality -> out.println("Quality of the data: " + quality.verdict() + ", see "
                        + folder.resolve("quality_report.json")));
        out.printf("%.1f s, tables in %s%n", report.elapsed().toMillis() / 1000.0, folder);
    }

    void printWarnings(PrintStream err) {
        List<String> warnings = report.warnings();
        warnings.stream().limit(MOST_WARNINGS).forEach(warning -> err.println("tic: " + warning));
        if (warnings.size() > MOST_WARNINGS) {
            err.println("tic: and " + (warnings.size() - MOST_WARNINGS) + " warnings more, see "
                    + folder.resolve("processing_statistics.json"));
        }
    }

    void printFailures(PrintStream err) {
        for (Exception failure : report.failures()) {
            err.println("tic: " + Tic.message(failure));
        }
        if (report.files().isEmpty() && report.failures().isEmpty()) {
            err.println("tic: No index names a file to read");
        }
        long left = report.count(Outcome.NOT_TRIED);
        if (left > 0) {
            err.println("tic: " + left + " files were not tried; run again to go on");
        }
    }

    /** What broke weighs more than what could not be reached, and that more than poor data. */
    int exitCode() {
        if (report.stopped() != null) {
            return ExitCode.FAILED;
        }
        List<Integer> codes = report.failures().stream().map(ExitCode::of).toList();
        for (int code : new int[] {ExitCode.FAILED, ExitCode.BROKEN_INPUT, ExitCode.UNREACHABLE}) {
            if (codes.contains(code)) {
                return code;
            }
        }
        if (!codes.isEmpty()) {
            return ExitCode.FAILED;
        }
        if (report.files().isEmpty()) {
            return ExitCode.FINDINGS;
        }
        boolean poor = report.quality()
                .filter(quality -> !quality.files().isEmpty())
                .filter(quality -> quality.verdict() == Verdict.FAIL)
                .isPresent();
        return poor ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private Map<String, List<FileResult>> byPayer() {
        return report.files().stream()
                .collect(Collectors.groupingBy(FileResult::payer, LinkedHashMap::new, Collectors.toList()));
    }

    private static long count(List<FileResult> files, Outcome outcome) {
        return files.stream().filter(file -> file.outcome() == outcome).count();
    }
}
