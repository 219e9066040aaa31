package io.github.tic4j.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The tables of a folder, as {@link TextFormat} writes them. Columns are found by name; those that are not asked for are
 * passed over. What is in the text of another type than the column is a
 * {@link io.github.tic4j.source.MalformedContentException}, which names file and line.
 *
 * @param root the folder of the tables
 * @param format how the files are stored
 */
public record TextTables(Path root, TextFormat format) implements TableSource {

    private static final int BUFFER = 1 << 16;

    @Override
    public void forEach(TableSchema schema, RowConsumer consumer) throws IOException {
        for (Path file : new TableFolder(root, format).files(schema)) {
            try (InputStream in = Files.newInputStream(file);
                    InputStream text = format.isGzip() ? new GZIPInputStream(in, BUFFER) : in) {
                RowScanner rows = format.isJson()
                        ? new JsonLinesScanner(schema, text, file.toString())
                        : new CsvScanner(schema, text, file.toString());
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    consumer.accept(row);
                }
            }
        }
    }
}
