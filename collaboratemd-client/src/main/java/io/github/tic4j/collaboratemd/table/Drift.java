package io.github.tic4j.collaboratemd.table;

/**
 * A departure of one file's header from what its report type expects. Nothing is lost by it: a missing column is null, an
 * unknown one is kept under its own name.
 *
 * @param kind what departs
 * @param file the file, as the caller named it
 * @param column the column as the file names it
 * @param target the column of the table that takes its values
 */
public record Drift(Kind kind, String file, String column, String target) {

    /** The kinds of departure. */
    public enum Kind {
        /** An expected column is not in the file. */
        MISSING,
        /** The file has a column that is not expected. */
        UNKNOWN,
        /** The file has an expected column under another name. */
        RENAMED
    }
}
