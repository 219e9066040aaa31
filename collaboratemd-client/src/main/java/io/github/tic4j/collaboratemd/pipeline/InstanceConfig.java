package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.Credentials;
import java.util.List;

/**
 * The accounts that one set of credentials serves.
 *
 * @param key its name, which marks its rows in every table
 * @param baseUrl where the API is
 * @param credentials its credentials
 * @param accounts the accounts
 * @param reports the reports of each account
 */
public record InstanceConfig(
        String key, String baseUrl, Credentials credentials, List<Account> accounts, List<ReportConfig> reports) {

    /** Copies the lists. */
    public InstanceConfig {
        accounts = List.copyOf(accounts);
        reports = List.copyOf(reports);
    }
}
