package io.github.tic4j.parquet;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.PendingFile;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Joins the batches of a table into one sorted file for each partition, {@code rates_final.parquet}, and drops rows that
 * another row equals in all columns of the table's key. Tables may be larger than the heap.
 *
 * <p>The final file replaces the batches as one step. A crash before that leaves the batches, a crash after it the final file,
 * once {@link TableFolder#recover} has run, which consolidation does first. Running it again joins newer batches with the
 * final file. A batch that is {@linkplain TableWriter#describe described} by a {@code file_id} replaces the rows that the
 * final file has of that file. Reading needs hadoop-client-api, see {@link ParquetRows}.
 *
 * @param root the folder of the tables
 * @param format how the final files are stored
 * @param sortBytes how much heap sorting may use; what does not fit is sorted in files beside the result, which need about
 *     as much room as the table itself
 */
public record Consolidation(Path root, ParquetFormat format, long sortBytes) {

    private static final String FILE_ID = "file_id";

    /** Checks that there is room for sorting. */
    public Consolidation {
        if (sortBytes < 1) {
            throw new IllegalArgumentException("Sorting needs at least 1 byte, was given " + sortBytes);
        }
    }

    /** Consolidation in the default format with a quarter of the largest heap for sorting. */
    public static Consolidation of(Path root) {
        return new Consolidation(
                root, ParquetFormat.defaults(), Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * Consolidates all partitions of a table.
     *
     * @return what became of each partition, in the order of their paths; empty if there are no files
     * @throws IOException if reading or writing fails; the partition at hand keeps its batches
     */
    public List<Merged> run(TableSchema schema) throws IOException {
        TableFolder tables = new TableFolder(root, format);
        tables.recover();
        Map<Path, List<Path>> partitions = new TreeMap<>();
        for (Path file : tables.files(schema)) {
            partitions
                    .computeIfAbsent(file.resolveSibling(tables.finalName(schema)), target -> new ArrayList<>())
                    .add(file);
        }
        List<Merged> merged = new ArrayList<>();
        for (Map.Entry<Path, List<Path>> partition : partitions.entrySet()) {
            merged.add(merge(tables, schema, partition.getKey(), partition.getValue()));
        }
        return merged;
    }

    private Merged merge(TableFolder tables, TableSchema schema, Path target, List<Path> files) throws IOException {
        RowCodec codec = new RowCodec(schema, schema.key());
        try (PendingFile pending = new PendingFile(target);
                RowSorter sorter = new RowSorter(codec, target, sortBytes);
                TableWriter writer = new ParquetTableWriter(schema, pending.part(), format)) {
            long read = addAll(schema, files, target, sorter);
            long written = writeDistinct(sorter, codec, writer);
            commonDescription(files).forEach(writer::describe);
            writer.commit();
            tables.replace(pending, files);
            return new Merged(target, files.size(), read, read - written);
        }
    }

    /** What all the files say in the same words, such as the run that they come from. */
    private static Map<String, String> commonDescription(List<Path> files) throws IOException {
        Map<String, String> common = new TreeMap<>(Footer.descriptionOf(files.get(0)));
        for (Path file : files) {
            common.entrySet().retainAll(Footer.descriptionOf(file).entrySet());
        }
        return common;
    }

    /**
     * Adds the rows of batches, then those of a final file from before. A batch that is described by a {@code file_id} is all
     * that the file has now, so that rows of this file in the final file are void.
     */
    private long addAll(TableSchema schema, List<Path> files, Path finalFile, RowSorter sorter) throws IOException {
        Set<String> renewed = new HashSet<>();
        int fileId = schema.columns().stream().map(Column::name).toList().indexOf(FILE_ID);
        long read = 0;
        for (Path file : files) {
            if (file.equals(finalFile)) {
                continue;
            }
            String whole = fileId < 0 ? null : Footer.descriptionOf(file).get(FILE_ID);
            if (whole != null) {
                renewed.add(whole);
            }
            read += add(schema, file, sorter, row -> {
                if (whole != null) {
                    // The documents of an archive have ids of their own.
                    renewed.add(row.text(fileId));
                }
                return true;
            });
        }
        if (files.contains(finalFile)) {
            read += add(schema, finalFile, sorter, row -> fileId < 0 || !renewed.contains(row.text(fileId)));
        }
        return read;
    }

    private static long add(TableSchema schema, Path file, RowSorter sorter, Predicate<Row> wanted) throws IOException {
        long added = 0;
        try (ParquetRows rows = ParquetRows.open(file, schema)) {
            for (Row row : rows) {
                if (wanted.test(row)) {
                    sorter.add(row);
                    added++;
                }
            }
        }
        return added;
    }

    private static long writeDistinct(RowSorter sorter, RowCodec codec, TableWriter writer) throws IOException {
        long written = 0;
        try (RowSorter.Merge rows = sorter.merge()) {
            SortedRow last = null;
            for (SortedRow row = rows.next(); row != null; row = rows.next()) {
                if (last == null || !row.hasKeyOf(last)) {
                    writer.write(codec.decode(row));
                    written++;
                }
                last = row;
            }
        }
        return written;
    }

    /**
     * What became of one partition.
     *
     * @param file the final file
     * @param files how many files it was made of
     * @param rows how many rows those had, without those that were left out
     * @param duplicates how many of them were dropped, since an equal one is kept
     */
    public record Merged(Path file, int files, long rows, long duplicates) {}
}
