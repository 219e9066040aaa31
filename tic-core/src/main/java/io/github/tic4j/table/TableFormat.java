package io.github.tic4j.table;

import java.io.IOException;
import java.nio.file.Path;

/** A way to store a table in a file: {@link TextFormat}, or Parquet from tic-parquet. Immutable and thread-safe. */
public interface TableFormat {

    /** The ending of the file's name, with its dot. */
    String extension();

    /**
     * Opens a file for writing. Until {@link TableWriter#commit()} the content stands beside it under another name (see
     * {@link PendingFile}); a file that exists is replaced then. Missing folders are created.
     */
    TableWriter open(TableSchema schema, Path file) throws IOException;
}
