package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.CustomerNumber;
import io.github.tic4j.collaboratemd.SavedReport;
import io.github.tic4j.collaboratemd.table.ReportType;
import java.util.Map;

/**
 * A report that is run for every account of an instance.
 *
 * @param type what the report is
 * @param report the saved report with its usual filter
 * @param accountFilters other filters for some accounts, such as one over fewer days where the usual one times out
 */
public record ReportConfig(ReportType type, SavedReport report, Map<CustomerNumber, String> accountFilters) {

    /** Copies the filters. */
    public ReportConfig {
        accountFilters = Map.copyOf(accountFilters);
    }

    /** What is run for an account. */
    public SavedReport savedReport(CustomerNumber account) {
        String filter = accountFilters.get(account);
        return filter == null ? report : new SavedReport(report.reportId(), filter);
    }
}
