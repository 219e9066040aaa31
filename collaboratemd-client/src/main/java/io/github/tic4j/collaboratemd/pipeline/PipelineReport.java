package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.postgres.TrackedReport;
import io.github.tic4j.collaboratemd.postgres.ViewOutcome;
import java.util.List;

/**
 * What a step of the pipeline did.
 *
 * @param status how it ended
 * @param runId the run that it belongs to; empty if there is none
 * @param reports every report of every account as it stands now, those never asked for left out
 * @param tables the tables, after a load
 * @param views the views, after a load
 */
public record PipelineReport(
        PipelineStatus status,
        String runId,
        List<TrackedReport> reports,
        List<TableOutcome> tables,
        List<ViewOutcome> views) {

    /** Copies the lists. */
    public PipelineReport {
        reports = List.copyOf(reports);
        tables = List.copyOf(tables);
        views = List.copyOf(views);
    }
}
