package io.github.tic4j.collaboratemd;

import java.util.regex.Pattern;

/**
 * A report with a filter, both saved in the CollaborateMD application, where their numbers are shown. The filter holds
 * the window of dates.
 *
 * @param reportId the number of the report
 * @param filterId the number of the filter
 */
public record SavedReport(String reportId, String filterId) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    /** Checks that both are numbers. */
    public SavedReport {
        if (!DIGITS.matcher(reportId).matches() || !DIGITS.matcher(filterId).matches()) {
            throw new IllegalArgumentException("report and filter are numbers");
        }
    }
}
