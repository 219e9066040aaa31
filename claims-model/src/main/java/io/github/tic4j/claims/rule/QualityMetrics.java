package io.github.tic4j.claims.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * How good one record is, and why not better.
 *
 * @param scores the scores
 * @param missingFields paths of failed completeness rules
 * @param validationErrors messages of failed validity rules
 * @param dataAnomalies messages of failed accuracy rules
 */
public record QualityMetrics(
        QualityScores scores, List<String> missingFields, List<String> validationErrors, List<String> dataAnomalies) {

    /** Copies the lists. */
    public QualityMetrics {
        missingFields = List.copyOf(missingFields);
        validationErrors = List.copyOf(validationErrors);
        dataAnomalies = List.copyOf(dataAnomalies);
    }

    static QualityMetrics of(Report report) {
        QualityTally tally = new QualityTally();
        tally.add(report);
        List<String> missing = new ArrayList<>();
        List<String> invalid = new ArrayList<>();
        List<String> anomalies = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (report.result(finding.ruleId()) == Result.FAIL) {
                switch (report.rule(finding.ruleId()).dimension()) {
                    case COMPLETENESS -> missing.add(finding.path());
                    case VALIDITY -> invalid.add(finding.message());
                    case ACCURACY -> anomalies.add(finding.message());
                    case NONE -> {}
                }
            }
        }
        return new QualityMetrics(tally.scores(), missing, invalid, anomalies);
    }
}
