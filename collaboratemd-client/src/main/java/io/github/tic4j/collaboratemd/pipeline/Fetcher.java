package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.ApiStatus;
import io.github.tic4j.collaboratemd.CollaborateMdException;
import io.github.tic4j.collaboratemd.ReportResult;
import io.github.tic4j.collaboratemd.RunIdentifier;
import io.github.tic4j.collaboratemd.pipeline.Run.Task;
import io.github.tic4j.collaboratemd.postgres.TaskState;
import io.github.tic4j.collaboratemd.postgres.TrackedReport;
import io.github.tic4j.collaboratemd.table.ReportArchive;
import io.github.tic4j.collaboratemd.table.ReportContentException;
import io.github.tic4j.collaboratemd.table.ReportTable;
import io.github.tic4j.collaboratemd.table.Row;
import org.jspecify.annotations.Nullable;

/** Waits for results and keeps their archives. A report that is still running stays as it is, for another time. */
final class Fetcher {

    private final Run run;
    private final ArchiveFolder archives;

    Fetcher(Run run, ArchiveFolder archives) {
        this.run = run;
        this.archives = archives;
    }

    /** Whether there is a result to fetch, or one was fetched by another machine. */
    boolean isOpen(Task task) {
        return run.find(task)
                .filter(report -> report.identifier() != null)
                .filter(report -> report.state() == TaskState.ACCEPTED
                        || (report.state() == TaskState.FETCHED && !archives.has(task.key())))
                .isPresent();
    }

    void fetch(Task task) {
        TrackedReport report = run.find(task).orElseThrow();
        run.progress(fetch(task, report, report.identifier()));
    }

    private TrackedReport fetch(Task task, TrackedReport report, @Nullable RunIdentifier identifier) {
        if (identifier == null) {
            throw new IllegalArgumentException("never accepted: " + task.key());
        }
        try {
            ReportResult result = run.client(task.instance())
                    .reports()
                    .await(task.account().number(), identifier)
                    .execute();
            return settle(task, report, result);
        } catch (ReportContentException e) {
            return ended(report, TaskState.FAILED, "ZIP_CSV_ERROR", String.valueOf(e.getMessage()));
        } catch (CollaborateMdException e) {
            String note = String.valueOf(e.getMessage());
            // The result stays where it is: another attempt may get it.
            return e.isRetryable()
                    ? report.with(TaskState.ACCEPTED, Generator.apiStatus(e), note, null)
                    : ended(report, TaskState.FAILED, Generator.apiStatus(e), note);
        }
    }

    private TrackedReport settle(Task task, TrackedReport report, ReportResult result) {
        if (result instanceof ReportResult.Ready ready) {
            long rows = count(ready.archive());
            archives.write(task.key(), ready.archive());
            return ended(report, TaskState.FETCHED, "SUCCESS", "").withRows(rows);
        }
        if (result instanceof ReportResult.Empty empty && empty.isCertain()) {
            return ended(report, TaskState.EMPTY, "NO_DATA", "").withRows(0);
        }
        if (result instanceof ReportResult.TimedOut) {
            String note = "the service gave up on the report; a filter over fewer days may help";
            return ended(report, TaskState.TIMED_OUT, ApiStatus.REPORT_TIMED_OUT.toString(), note);
        }
        if (result instanceof ReportResult.Failed failed) {
            return failed(report, failed);
        }
        return report.with(TaskState.ACCEPTED, ApiStatus.REPORT_RUNNING.toString(), "not finished in time", null);
    }

    private TrackedReport failed(TrackedReport report, ReportResult.Failed failed) {
        String status = failed.status().toString();
        if (failed.isCustomerUnusable()) {
            return ended(report, TaskState.SKIPPED, "CUSTOMER_UNUSABLE", "the account cannot be used");
        }
        return failed.status().equals(ApiStatus.NOT_FOUND)
                ? ended(report, TaskState.EXPIRED, status, "the service no longer has the result")
                : ended(report, TaskState.FAILED, status, "the report ended with status " + status);
    }

    private TrackedReport ended(TrackedReport report, TaskState state, String apiStatus, String note) {
        return report.with(state, apiStatus, note, run.clock().instant());
    }

    /** Reads the whole report through, so that a broken one is known before any table is touched. */
    private static long count(ReportArchive archive) {
        long rows = 0;
        try (ReportTable table = archive.open()) {
            for (Row row : table) {
                rows += row.line() > 0 ? 1 : 0;
            }
        }
        return rows;
    }
}
