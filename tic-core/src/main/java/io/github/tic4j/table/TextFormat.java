package io.github.tic4j.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tables as text in UTF-8: JSON lines or CSV, each plain or compressed with gzip. Both hold the same rows under the same
 * names as every other format.
 *
 * <p>JSON lines: one object per row with all columns, null where a column is null; decimals are JSON numbers with every
 * digit, never in scientific notation; dates and moments are ISO 8601 texts; lists are arrays.
 *
 * <p>CSV by RFC 4180: a header line, comma, CRLF, quotes doubled. A null is an empty field, an empty text is {@code ""}.
 * Lists are JSON arrays in one field.
 *
 * <p>What is {@linkplain TableWriter#describe said about the table} has no place in text and is dropped.
 */
public enum TextFormat implements TableFormat {
    /** JSON lines, {@code .jsonl}. */
    JSON_LINES(".jsonl"),
    /** JSON lines in gzip, {@code .jsonl.gz}. */
    JSON_LINES_GZIP(".jsonl.gz"),
    /** CSV, {@code .csv}. */
    CSV(".csv"),
    /** CSV in gzip, {@code .csv.gz}. */
    CSV_GZIP(".csv.gz");

    private final String extension;

    TextFormat(String extension) {
        this.extension = extension;
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public TableWriter open(TableSchema schema, Path file) throws IOException {
        PendingFile pending = new PendingFile(file);
        return pending.publishing(writer(schema, Files.newOutputStream(pending.part())));
    }

    /**
     * A writer to a stream, for instance to standard output. The writer owns the stream: it closes it on commit and on
     * close. What was written before a failure cannot be taken back.
     */
    public TableWriter writer(TableSchema schema, OutputStream stream) throws IOException {
        StreamWriter.Printing printing = isJson() ? JsonLinesPrinter::new : CsvPrinter::new;
        return new StreamWriter(schema, stream, isGzip(), printing);
    }

    boolean isJson() {
        return this == JSON_LINES || this == JSON_LINES_GZIP;
    }

    boolean isGzip() {
        return this == JSON_LINES_GZIP || this == CSV_GZIP;
    }
}
