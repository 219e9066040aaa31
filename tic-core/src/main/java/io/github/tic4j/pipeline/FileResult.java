package io.github.tic4j.pipeline;

import io.github.tic4j.mrf.Tally;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param fileId its {@code file_id} in the tables
 * @param payer the payer's name
 * @param source its address without secrets
 * @param outcome what became of it
 * @param bytes its size as stored; nought if it is not known
 * @param prices the account of its prices, for a file that was not read again as it was when it was
 * @param rows how many rows each table got
 * @param failure why it failed, or {@code null}
 * @param elapsed how long it took
 */
public record FileResult(
        String fileId,
        String payer,
        String source,
        Outcome outcome,
        long bytes,
        Tally prices,
        Map<String, Long> rows,
        @Nullable Exception failure,
        Duration elapsed) {

    /** What can become of a file. */
    public enum Outcome {
        /** It was read and its tables committed. */
        COMMITTED,
        /** It is what it was when it was committed, by what its source says or by its content. */
        UNCHANGED,
        /** It could not be read; what it had in the tables before stays. */
        FAILED,
        /** The run ended before its turn. */
        NOT_TRIED
    }

    /** Whether the tables hold the file as it is now. */
    boolean isInTables() {
        return outcome == Outcome.COMMITTED || outcome == Outcome.UNCHANGED;
    }

    /** Copies the rows. */
    public FileResult {
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    }
}
