package io.github.tic4j.parquet;

import io.github.tic4j.table.PendingFile;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Joins the batches of a table into one sorted file for each partition, {@code rates_final.parquet}, and drops rows that
 * another row equals in all columns of the table's key. Tables may be larger than the heap.
 *
 * <p>The final file replaces the batches as one step. A crash before that leaves the batches, a crash after it the final file,
 * once {@link TableFolder#recover} has run, which consolidation does first. Running it again joins newer batches with the
 * final file. Reading needs hadoop-client-api, see {@link ParquetRows}.
 *
 * @param root the folder of the tables
 * @param format how the final files are stored
 * @param sortBytes how much heap sorting may use; what does not fit is sorted in files beside the result, which need about
 *     as much room as the table itself
 */
public record Consolidation(Path root, ParquetFormat format, long sortBytes) {

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
            long read = addAll(files, schema, sorter);
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

    private static long addAll(List<Path> files, TableSchema schema, RowSorter sorter) throws IOException {
        long read = 0;
        for (Path file : files) {
            try (ParquetRows rows = ParquetRows.open(file, schema)) {
                for (Row row : rows) {
                    sorter.add(row);
                    read++;
                }
            }
        }
        return read;
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
     * @param rows how many rows those had
     * @param duplicates how many of them were dropped, since an equal one is kept
     */
    public record Merged(Path file, int files, long rows, long duplicates) {}
}
