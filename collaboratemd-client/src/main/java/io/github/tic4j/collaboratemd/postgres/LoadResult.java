package io.github.tic4j.collaboratemd.postgres;

import io.github.tic4j.collaboratemd.table.CellKind;
import io.github.tic4j.collaboratemd.table.Drift;
import java.util.List;
import java.util.Map;

/**
 * What a load did.
 *
 * @param accounts the rows by account, of those that had an archive
 * @param rowsRemoved the former rows that a snapshot replaced
 * @param drift where headers depart from what is expected
 * @param findings cells that do not read as what their column should hold; their text is in the table
 */
public record LoadResult(Map<String, Rows> accounts, long rowsRemoved, List<Drift> drift, List<CellFinding> findings) {

    /** Copies the collections. */
    public LoadResult {
        accounts = Map.copyOf(accounts);
        drift = List.copyOf(drift);
        findings = List.copyOf(findings);
    }

    /**
     * The rows of one account.
     *
     * @param read the rows of its archive
     * @param inserted the rows that the table gained
     */
    public record Rows(long read, long inserted) {

        /** The rows that an appending load did not add because the table had them. */
        public long known() {
            return read - inserted;
        }
    }

    /** The rows of all archives. */
    public long rowsRead() {
        return accounts.values().stream().mapToLong(Rows::read).sum();
    }

    /** The rows that the table gained. */
    public long rowsInserted() {
        return accounts.values().stream().mapToLong(Rows::inserted).sum();
    }

    /**
     * Cells of one column and account that views will show as null.
     *
     * @param account the account
     * @param column the column
     * @param kind what it should hold
     * @param cells how many cells hold something else
     * @param firstLine the line of the first of them
     */
    public record CellFinding(String account, String column, CellKind kind, long cells, long firstLine) {}
}
