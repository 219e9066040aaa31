package io.github.tic4j.collaboratemd.postgres;

import io.github.tic4j.collaboratemd.table.ReportArchive;
import io.github.tic4j.collaboratemd.table.ReportType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The rows of one report of one instance, ready to go into its table.
 *
 * @param type what the report is
 * @param instance the key of the instance; only its rows are touched
 * @param archives the archives by account, each made when it is read, twice; an account without rows has none
 * @param retained the accounts whose former rows stay though nothing came for them; former rows of any other account go
 *     where the report is a snapshot
 */
public record TableLoad(
        ReportType type, String instance, Map<String, Supplier<ReportArchive>> archives, Set<String> retained) {

    /** Copies both collections. */
    public TableLoad {
        archives = new LinkedHashMap<>(archives);
        retained = Set.copyOf(retained);
    }
}
