package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.postgres.LoadResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one report of one instance at the load.
 *
 * @param instance the key of the instance
 * @param report the name of the report's table
 * @param kind what was done
 * @param loaded what the load did; null where there was none
 * @param missing the accounts whose report did not come
 * @param retained the accounts that keep their former rows because they cannot be used any more
 * @param reason why the table is as it was; empty if it was loaded
 */
public record TableOutcome(
        String instance,
        String report,
        Kind kind,
        @Nullable LoadResult loaded,
        List<String> missing,
        List<String> retained,
        String reason) {

    /** Copies the lists. */
    public TableOutcome {
        missing = List.copyOf(missing);
        retained = List.copyOf(retained);
    }

    /** What was done. */
    public enum Kind {
        /** The rows are in the table. */
        LOADED,
        /** There was nothing to load that had not been loaded before. */
        UNCHANGED,
        /** Accounts are missing; the table is as it was. */
        REFUSED,
        /** The load failed; the table is as it was. */
        FAILED
    }

    /** What the load did, if there was one. */
    public Optional<LoadResult> result() {
        return Optional.ofNullable(loaded);
    }
}
