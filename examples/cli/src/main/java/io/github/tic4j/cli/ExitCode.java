package io.github.tic4j.cli;

import io.github.tic4j.claims.deid.IdentifierFoundException;
import io.github.tic4j.claims.read.UnreadableInputException;
import io.github.tic4j.parquet.UnreadableParquetException;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.SourceUnreachableException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What the command line returns to its caller. */
final class ExitCode {

    static final int FINE = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int BROKEN_INPUT = 3;
    static final int UNREACHABLE = 4;
    static final int FAILED = 5;

    private ExitCode() {}

    /** The code that tells an error from others. */
    static int of(Exception failure) {
        if (failure instanceof UncheckedIOException && failure.getCause() instanceof IOException cause) {
            return of(cause);
        }
        if (failure instanceof IdentifierFoundException) {
            return FINDINGS;
        }
        if (failure instanceof ContentException
                || failure instanceof UnreadableInputException
                || failure instanceof UnreadableParquetException) {
            return BROKEN_INPUT;
        }
        if (failure instanceof SourceUnreachableException || failure instanceof java.nio.file.NoSuchFileException) {
            return UNREACHABLE;
        }
        if (failure instanceof IllegalArgumentException) {
            return USAGE;
        }
        return failure instanceof IOException ? UNREACHABLE : FAILED;
    }
}
