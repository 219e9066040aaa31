package io.github.tic4j.internal.run;

import io.github.tic4j.table.Partition;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the tables of a file are, below the folder of a run.
 *
 * @param extension the ending of the files
 * @param partitioned whether tables have folders by payer and date
 */
public record Layout(String extension, boolean partitioned) {

    /** The path of one of the files of a table, {@code rates/rates_batch_007.parquet} or {@code _batch_007_2.parquet}. */
    Path file(ManifestEntry.Listed file, String table, int part) {
        String suffix = part == 1 ? "" : "_" + part;
        return folder(file, table)
                .resolve(String.format(Locale.ROOT, "%s_batch_%03d%s%s", table, file.number(), suffix, extension));
    }

    /** The path of a batch in the folder of a task, as {@link io.github.tic4j.table.TableFolder} names it. */
    static Path batch(String table, int number, String extension) {
        return Path.of(table, String.format(Locale.ROOT, "%s_batch_%03d%s", table, number, extension));
    }

    /** The path of the file that consolidation puts in the place of the batches beside it. */
    Path finalFile(ManifestEntry.Listed file, String table) {
        return folder(file, table).resolve(table + "_final" + extension);
    }

    @Override
    public String toString() {
        return extension + (partitioned ? " in partitions" : " without partitions");
    }

    private Path folder(ManifestEntry.Listed file, String table) {
        Path folder = Path.of(table);
        return partitioned ? folder.resolve(new Partition(file.payer(), file.date()).folders()) : folder;
    }
}
