package io.github.tic4j.parquet;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file is there and is not what it should be: no Parquet, cut off, damaged, or of another table. */
public final class UnreadableParquetException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableParquetException(String problem, Path file, @Nullable Throwable cause) {
        super(problem + ": " + file, cause);
    }
}
