package io.github.tic4j.s3;

import io.github.tic4j.table.Partition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Where the objects of a run lie below a prefix. Days and times are UTC.
 *
 * <pre>
 * TABLE/payer=PAYER/date=YYYY-MM-DD/FILE
 * fact_tables/memory_efficient_fact_table_YYYYMMDD_HHMMSS.parquet
 * fact_tables/streaming_chunks/chunk_NNNN_YYYYMMDD_HHMMSS.parquet
 * fact_table_summary.json
 * processing_statistics/YYYY-MM-DD/processing_statistics_EPOCH.json
 * </pre>
 *
 * @param prefix where it begins; a slash is added at the end where it is missing
 */
public record S3Layout(S3Location prefix) {

    private static final String FACT_TABLE = "memory_efficient_fact_table";
    private static final String STATISTICS = "processing_statistics";
    private static final String SUMMARY = "fact_table_summary.json";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Makes a prefix of the location. */
    public S3Layout {
        prefix = prefix.isPrefix() ? prefix : prefix.resolve("");
    }

    /** A file of a table. */
    public S3Location table(String table, Partition partition, String file) {
        requireSegment("table", table);
        requireSegment("file", file);
        String folders = partition.folders().toString().replace('\\', '/');
        return prefix.resolve(table + "/" + folders + "/" + file);
    }

    /** A fact table made at a time. */
    public S3Location factTable(Instant made) {
        return prefix.resolve("fact_tables/" + FACT_TABLE + "_" + STAMP.format(made) + ".parquet");
    }

    /** One of the numbered pieces of a fact table that is written as it is made. */
    public S3Location factTableChunk(int number, Instant made) {
        String name = String.format(Locale.ROOT, "chunk_%04d_%s.parquet", number, STAMP.format(made));
        return prefix.resolve("fact_tables/streaming_chunks/" + name);
    }

    /** The summary of the latest fact table. */
    public S3Location factTableSummary() {
        return prefix.resolve(SUMMARY);
    }

    /** The statistics of a run that ended at a time. */
    public S3Location statistics(Instant ended) {
        LocalDate day = LocalDate.ofInstant(ended, ZoneOffset.UTC);
        return prefix.resolve(STATISTICS + "/" + day + "/" + STATISTICS + "_" + ended.getEpochSecond() + ".json");
    }

    /** A file of a local run under its own path. */
    S3Location mirror(String relativePath) {
        return prefix.resolve(relativePath);
    }

    /** A file of a local run where this layout wants it; one that the layout does not know keeps its own path. */
    S3Location place(String relativePath, Instant modified, Partition partition) {
        String[] segments = relativePath.split("/");
        if (segments.length == 2) {
            return table(segments[0], partition, segments[1]);
        }
        return switch (relativePath) {
            case FACT_TABLE + ".parquet" -> factTable(modified);
            case FACT_TABLE + "_summary.json", SUMMARY -> factTableSummary();
            case STATISTICS + ".json" -> statistics(modified);
            default -> mirror(relativePath);
        };
    }

    private static void requireSegment(String what, String text) {
        if (text.isEmpty() || text.indexOf('/') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A " + what + " is one segment of a path: '" + text + "'");
        }
    }
}
