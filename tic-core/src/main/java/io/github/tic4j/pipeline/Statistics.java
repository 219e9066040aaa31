package io.github.tic4j.pipeline;

import io.github.tic4j.internal.run.JsonObject;
import io.github.tic4j.mrf.Tally;
import io.github.tic4j.pipeline.FileResult.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The figures of a run under the names that the original pipeline gave them. */
final class Statistics {

    private Statistics() {}

    static String of(RunReport report) {
        return JsonObject.printPretty(figures(report)) + "\n";
    }

    private static Map<String, Object> figures(RunReport report) {
        Tally prices = report.prices();
        long committed = report.count(Outcome.COMMITTED);
        long failed = report.count(Outcome.FAILED);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("run_id", report.runId());
        figures.put("start_time", report.startedAt());
        figures.put("completion_time", Instant.now().truncatedTo(ChronoUnit.SECONDS));
        figures.put("processing_time_seconds", seconds(report.elapsed()));
        figures.put("payers_processed", report.payers() - report.unlisted().size());
        figures.put("total_files_found", report.files().size());
        figures.put("files_processed", committed + failed);
        figures.put("files_succeeded", committed);
        figures.put("files_failed", failed);
        figures.put("files_unchanged", report.count(Outcome.UNCHANGED));
        figures.put("files_not_tried", report.count(Outcome.NOT_TRIED));
        figures.put("records_extracted", prices.seen());
        figures.put("records_validated", prices.delivered());
        figures.put("records_filtered", prices.filtered());
        figures.put("records_rejected", prices.rejectedTotal());
        figures.put("rejected_by_rule", prices.rejected());
        figures.put("records_processed", report.pricesOfThisRun());
        figures.put("processing_rate_per_second", rate(report.pricesOfThisRun(), report.elapsed()));
        figures.put("bytes_read", report.bytesOfThisRun());
        figures.put("memory_usage_mb", usedMegabytes());
        figures.put("errors", messages(report.failures()));
        figures.put("warnings", report.warnings());
        return figures;
    }

    private static List<String> messages(List<Exception> failures) {
        return failures.stream()
                .map(failure -> Objects.requireNonNullElse(failure.getMessage(), failure.toString()))
                .toList();
    }

    private static BigDecimal rate(long count, Duration elapsed) {
        BigDecimal seconds = seconds(elapsed);
        return seconds.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(count).divide(seconds, 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal seconds(Duration elapsed) {
        return BigDecimal.valueOf(elapsed.toMillis(), 3);
    }

    private static BigDecimal usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        return BigDecimal.valueOf((runtime.totalMemory() - runtime.freeMemory()) * 10 / (1 << 20), 1);
    }
}
