package io.github.tic4j.collaboratemd.table;

/**
 * What was downloaded is not a readable report: broken Base64, ZIP or CSV, or more than the limits allow. Asking for the
 * same report again may help where the transfer was at fault; the message names the place, never a value.
 */
public final class ReportContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An error in a whole archive or file; {@code reason} must not quote content. */
    public ReportContentException(String reason) {
        super("Cannot read the report: " + reason);
    }

    ReportContentException(String reason, String file, long line) {
        super("Cannot read the report: " + reason + " at line " + line + " of " + file);
    }
}
