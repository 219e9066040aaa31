package io.github.tic4j.collaboratemd;

import java.util.Locale;
import java.util.Set;

/**
 * The status that every answer carries; an open list.
 *
 * @param text the status in upper case
 */
public record ApiStatus(String text) {

    /** The request was carried out. */
    public static final ApiStatus SUCCESS = new ApiStatus("SUCCESS");
    /** As {@link #SUCCESS}; seen in answers about reports. */
    public static final ApiStatus REPORT_COMPLETE = new ApiStatus("REPORT COMPLETE");
    /** A report is running. */
    public static final ApiStatus REPORT_RUNNING = new ApiStatus("REPORT RUNNING");
    /** The service gave up on a report. */
    public static final ApiStatus REPORT_TIMED_OUT = new ApiStatus("REPORT TIMED OUT");
    /** What was asked for does not exist. */
    public static final ApiStatus NOT_FOUND = new ApiStatus("NOT FOUND");
    /** The parameters do not fit. */
    public static final ApiStatus INVALID_CRITERIA = new ApiStatus("INVALID CRITERIA");
    /** Any other failure. */
    public static final ApiStatus ERROR = new ApiStatus("ERROR");

    private static final Set<ApiStatus> KNOWN =
            Set.of(SUCCESS, REPORT_COMPLETE, REPORT_RUNNING, REPORT_TIMED_OUT, NOT_FOUND, INVALID_CRITERIA, ERROR);

    /** Brings the text into upper case without surrounding space. */
    public ApiStatus {
        text = text.strip().toUpperCase(Locale.ROOT);
    }

    /** Whether this is one of the constants. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** Whether the request was carried out. */
    public boolean isSuccess() {
        return equals(SUCCESS) || equals(REPORT_COMPLETE);
    }

    /** The text of a known status; an unknown one is not shown, as it could be anything. */
    @Override
    public String toString() {
        return isKnown() ? text : "an unknown status";
    }
}
