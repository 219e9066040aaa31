package io.github.tic4j.parquet;

import io.github.tic4j.table.PendingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One page to look at for the tables of a run: prices by code and payer, the widest spreads, what was read and rejected, what
 * changed since the run before. The page needs nothing but itself, follows the reader's light or dark setting, and reads well
 * on a phone and on paper.
 *
 * <p>It shows what the folder has: {@code analytics} by none and payer (see {@link Analytics}), {@code files}, {@code
 * rejects}, {@code payers}, {@code organizations} and {@code rate_changes} (see {@link Comparison}). The same tables make the
 * same page, byte for byte. Reading needs hadoop-client-api, see {@link ParquetRows}.
 *
 * @param root the folder of the tables
 */
public record Report(Path root) {

    /** Writes the page, in place of an older one. */
    public void write(Path file) throws IOException {
        ReportData data = ReportData.read(root);
        try (PendingFile pending = new PendingFile(file)) {
            Files.writeString(pending.part(), new ReportPage(data).html());
            pending.commit();
        }
    }
}
