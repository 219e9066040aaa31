package io.github.tic4j.normalize;

import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Ledger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param fileId its {@code file_id}
 * @param ending whether it was read to its end
 * @param failure why it was not, if it is broken
 * @param reports what was learnt about each of its documents
 * @param ledger the account of all documents; delivered prices are those written
 * @param rows how many rows each table got
 * @param findings what the reader's and the normaliser's own rules said, and how often
 */
public record NormalizedFile(
        String fileId,
        Ending ending,
        @Nullable RuntimeException failure,
        List<FileReport> reports,
        Ledger ledger,
        Map<String, Long> rows,
        Map<String, Long> findings) {

    /** How reading ended. */
    public enum Ending {
        /** At the end of the file. */
        COMPLETE,
        /** At the limit on prices; the rest of the file was not read. */
        LIMITED,
        /** At a fault; everything complete before it was written. */
        BROKEN
    }

    /** Copies the collections. */
    public NormalizedFile {
        reports = List.copyOf(reports);
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
        findings = Collections.unmodifiableMap(new TreeMap<>(findings));
    }
}
