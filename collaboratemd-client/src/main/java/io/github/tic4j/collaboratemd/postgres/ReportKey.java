package io.github.tic4j.collaboratemd.postgres;

/**
 * One report of one account.
 *
 * @param instance the key of the instance, that is of the credentials
 * @param account the customer number
 * @param report the name of the report's table
 */
public record ReportKey(String instance, String account, String report) {

    /** The three, with slashes between. */
    @Override
    public String toString() {
        return instance + "/" + report + "/" + account;
    }
}
