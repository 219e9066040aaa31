package io.github.tic4j.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of tables in one format: {@code ROOT/TABLE/[payer=P/date=D/]TABLE_batch_001.parquet} while a run goes on (and
 * {@code TABLE_batch_001_2.parquet} for a second file of the same source), and
 * {@code TABLE_final.parquet} after consolidation.
 *
 * <p>Immutable. Several threads may write different tables or partitions; two writers of one table and partition at a
 * time would race for a batch number.
 *
 * @param root the folder
 * @param format how files are stored
 * @param limits when a file is full and how many may be open
 */
public record TableFolder(Path root, TableFormat format, Limits limits) {

    /** A folder with the default limits. */
    public TableFolder(Path root, TableFormat format) {
        this(root, format, Limits.defaults());
    }

    /**
     * A writer of as many batch files as it takes, numbered on from those there are. Files appear one by one as they fill
     * up; closing without commit deletes them again.
     */
    public TableWriter batches(TableSchema schema) {
        return new BatchWriter(this, schema, folderOf(schema));
    }

    /** As {@link #batches(TableSchema)}, for one partition. */
    public TableWriter batches(TableSchema schema, Partition partition) {
        return new BatchWriter(this, schema, folderOf(schema, partition));
    }

    /** A writer that sends each row to the partition named with it. */
    public PartitionedWriter partitions(TableSchema schema) {
        return new PartitionedWriter(this, schema);
    }

    /** Where a table's files are: the folder itself and, where the table is partitioned, those below it. */
    public Path folderOf(TableSchema schema) {
        return root.resolve(schema.name());
    }

    /** Where the files of one partition of a table are. */
    public Path folderOf(TableSchema schema, Partition partition) {
        return folderOf(schema).resolve(partition.folders());
    }

    /** The name of the one file that consolidation makes of a table's batches, for instance {@code rates_final.parquet}. */
    public String finalName(TableSchema schema) {
        return schema.name() + "_final" + format.extension();
    }

    /** The complete files of a table in all partitions, sorted by path; empty if there are none. */
    public List<Path> files(TableSchema schema) throws IOException {
        Path folder = folderOf(schema);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Pattern names = namesOf(schema);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            names.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Puts one complete file, not committed yet, in the place of others of the same folder. After a crash half-way, {@link
     * #recover} finishes it.
     */
    public void replace(PendingFile file, List<Path> old) throws IOException {
        Replacement.run(file, old);
    }

    /**
     * Tidies up after a crash: finishes a {@linkplain #replace replacement} and deletes what was half-written. To be called
     * before a run, while nobody else writes to the folder.
     *
     * @return the half-written files that were deleted
     */
    public List<Path> recover() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        Replacement.finishAll(root);
        return PendingFile.removeLeftovers(root);
    }

    /** The path of the batch with the next free number in a folder of this table. */
    public Path nextBatch(TableSchema schema, Path folder) throws IOException {
        Pattern batch = namesOf(schema);
        int last = 0;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Matcher matcher = batch.matcher(String.valueOf(file.getFileName()));
                    if (matcher.matches() && matcher.group(1) != null) {
                        last = Math.max(last, Integer.parseInt(matcher.group(1)));
                    }
                }
            }
        }
        return folder.resolve(
                String.format(Locale.ROOT, "%s_batch_%03d%s", schema.name(), last + 1, format.extension()));
    }

    /** The names that files of a table have, the number of a batch as a group: what has another name is not ours. */
    private Pattern namesOf(TableSchema schema) {
        return Pattern.compile(Pattern.quote(schema.name()) + "_(?:batch_(\\d{3,9})(?:_\\d{1,9})?|final)"
                + Pattern.quote(format.extension()));
    }

    /**
     * When a file is full and how many may be open.
     *
     * @param rowsPerFile a file is complete with this many rows, or with the batch of columns that reaches it
     * @param bytesPerFile or, if that comes first, when about this many bytes are stored; formats that buffer overshoot by
     *     what they buffer
     * @param openWriters how many partitions a {@link PartitionedWriter} keeps open; each holds the memory that the format
     *     needs for one writer
     */
    public record Limits(long rowsPerFile, long bytesPerFile, int openWriters) {

        /** Checks that all are at least one. */
        public Limits {
            if (rowsPerFile < 1 || bytesPerFile < 1 || openWriters < 1) {
                throw new IllegalArgumentException("Limits must be at least 1, were rowsPerFile " + rowsPerFile
                        + ", bytesPerFile " + bytesPerFile + ", openWriters " + openWriters);
            }
        }

        /** Ten million rows or one gibibyte per file, and eight open writers. */
        public static Limits defaults() {
            return new Limits(10_000_000, 1L << 30, 8);
        }
    }
}
