package io.github.tic4j.collaboratemd.postgres;

import io.github.tic4j.collaboratemd.RunIdentifier;
import io.github.tic4j.collaboratemd.SavedReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one attempt at one report.
 *
 * @param runId the pipeline run that it belongs to
 * @param key the account and the report
 * @param savedReport report and filter
 * @param state how far it is
 * @param identifier what the service calls the run; null if it was never accepted
 * @param apiStatus the last status of the service, or the kind of failure
 * @param httpStatus the last HTTP status, 0 without an answer
 * @param attempts how often a run was asked for
 * @param rows the rows of the report, once fetched
 * @param note what went wrong, safe to show; empty if nothing
 * @param createdAt when the attempt was recorded
 * @param completedAt when its result came, or it failed
 */
public record TrackedReport(
        String runId,
        ReportKey key,
        SavedReport savedReport,
        TaskState state,
        @Nullable RunIdentifier identifier,
        String apiStatus,
        int httpStatus,
        int attempts,
        @Nullable Long rows,
        String note,
        Instant createdAt,
        @Nullable Instant completedAt) {

    /** The same attempt, further on. */
    public TrackedReport with(TaskState newState, String newApiStatus, String newNote, @Nullable Instant completed) {
        return new TrackedReport(
                runId,
                key,
                savedReport,
                newState,
                identifier,
                newApiStatus,
                httpStatus,
                attempts,
                rows,
                newNote,
                createdAt,
                completed);
    }

    /** The same attempt with the rows that were found. */
    public TrackedReport withRows(long count) {
        return new TrackedReport(
                runId,
                key,
                savedReport,
                state,
                identifier,
                apiStatus,
                httpStatus,
                attempts,
                count,
                note,
                createdAt,
                completedAt);
    }
}
