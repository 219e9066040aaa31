package io.github.tic4j.cli;

import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.parquet.ParquetTables;
import io.github.tic4j.s3.S3Location;
import io.github.tic4j.s3.S3Options;
import io.github.tic4j.s3.S3Store;
import io.github.tic4j.source.Source;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSource;
import io.github.tic4j.table.TextFormat;
import io.github.tic4j.table.TextTables;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a run, in whatever formats they are: a folder, or a prefix of a bucket, which is copied to a temporary folder first. */
final class DataFolder implements TableSource, Closeable {

    private final List<TableSource> tables = new ArrayList<>();
    private final @Nullable Path copy;

    private DataFolder(Path root, @Nullable Path copy) {
        tables.add(new ParquetTables(root));
        for (TextFormat format : TextFormat.values()) {
            tables.add(new TextTables(root, format));
        }
        this.copy = copy;
    }

    /**
     * Opens a folder.
     *
     * @param data a path, or {@code s3://bucket/prefix}
     * @param wanted which of its tables to copy from a bucket
     */
    static DataFolder open(String data, List<TableSchema> wanted) throws IOException {
        if (data.startsWith("s3://")) {
            return copy(S3Location.parse(data), wanted);
        }
        Path root = Path.of(data);
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(data);
        }
        return new DataFolder(root, null);
    }

    @Override
    public void forEach(TableSchema schema, RowConsumer consumer) throws IOException {
        for (TableSource each : tables) {
            each.forEach(schema, consumer);
        }
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            try (Stream<Path> files = Files.walk(copy)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static DataFolder copy(S3Location location, List<TableSchema> wanted) throws IOException {
        S3Location prefix = location.isPrefix() ? location : S3Location.of(location.bucket(), location.key() + "/");
        Path folder = Files.createTempDirectory("tic-data");
        DataFolder data = new DataFolder(folder, folder);
        try (S3Store store = S3Store.connect(S3Options.defaults())) {
            for (TableSchema table : wanted) {
                copy(store, prefix, table, folder);
            }
            return data;
        } catch (IOException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static void copy(S3Store store, S3Location prefix, TableSchema table, Path folder) throws IOException {
        S3Location place = prefix.resolve(table.name() + "/");
        try (Stream<Source> objects = store.sources(place)) {
            for (Iterator<Source> each = objects.iterator(); each.hasNext(); ) {
                Source object = each.next();
                Path target = folder.resolve(table.name())
                        .resolve(object.name().substring(place.toString().length()))
                        .normalize();
                if (target.startsWith(folder)
                        && TableFormats.of(target, ParquetFormat.defaults()).isPresent()) {
                    Files.createDirectories(target.getParent());
                    try (InputStream in = object.open()) {
                        Files.copy(in, target);
                    }
                }
            }
        }
    }
}
