package io.github.tic4j.parquet;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one of our own Parquet files, in their order, once. Columns that are not asked for are not read.
 *
 * <p>Unlike writing, reading needs {@code org.apache.hadoop:hadoop-client-api} on the class path, which tic-parquet does not
 * bring along. Used by one thread; whoever opens it closes it. Checksums of pages are verified.
 *
 * <pre>{@code
 * try (ParquetRows rates = ParquetRows.open(file, Tables.RATES.select("billing_code", "negotiated_rate"))) {
 *     for (Row rate : rates) {
 *         ...
 *     }
 * }
 * }</pre>
 */
public final class ParquetRows implements Iterable<Row>, Closeable {

    private final Path file;
    private final ParquetReader<Row> reader;
    private @Nullable Row next;
    private boolean started;

    private ParquetRows(Path file, ParquetReader<Row> reader) {
        this.file = file;
        this.reader = reader;
    }

    /**
     * Opens a file.
     *
     * @param schema the columns wanted; one that the file lacks is null in every row
     * @throws UnreadableParquetException if the file is not Parquet, is damaged, says that it is another table's, has none of
     *     the columns, lacks a required one, or has one of another type
     * @throws IOException if the file cannot be read
     * @throws IllegalStateException if hadoop-client-api is not on the class path
     */
    public static ParquetRows open(Path file, TableSchema schema) throws IOException {
        ParquetInfo info = ParquetInfo.of(file); // says clearly what Parquet says in several ways
        Optional<String> table = Footer.tableOf(info).filter(name -> !name.equals(schema.name()));
        if (table.isPresent()) {
            throw new UnreadableParquetException(
                    "Table " + table.get() + " where table " + schema.name() + " should be", file, null);
        }
        try {
            ParquetReader<Row> reader = new Builder(new LocalInputFile(file), schema)
                    .usePageChecksumVerification()
                    .withCodecFactory(new Codecs())
                    .build();
            return new ParquetRows(file, reader).start();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "Reading Parquet needs org.apache.hadoop:hadoop-client-api on the class path; " + e.getMessage()
                            + " is missing",
                    e);
        }
    }

    /** Reads the first row, with which Parquet looks at the file's columns. */
    private ParquetRows start() throws IOException {
        try {
            next = read();
            return this;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The rows. May be asked for once; reading errors come as {@link UncheckedIOException}. */
    @Override
    public Iterator<Row> iterator() {
        if (started) {
            throw new IllegalStateException("The rows of a file are read once; open it again");
        }
        started = true;
        return new Rows();
    }

    /** The rows as a stream that closes this reader when it is closed. */
    public Stream<Row> stream() {
        return StreamSupport.stream(spliterator(), false).onClose(() -> {
            try {
                close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable Row read() throws IOException {
        try {
            return reader.read();
        } catch (RowReadSupport.OtherColumnsException e) {
            throw new UnreadableParquetException(String.valueOf(e.getMessage()), file, e);
        } catch (FileSystemException | ClosedChannelException | InterruptedIOException e) {
            throw e; // the disk's or the program's fault, not the file's
        } catch (IOException | RuntimeException e) {
            // Damaged bytes come out of Parquet as exceptions of many kinds, most without the file's name.
            throw new UnreadableParquetException("Cannot read rows, " + e, file, e);
        }
    }

    private final class Rows implements Iterator<Row> {

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Row next() {
            Row row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            try {
                next = read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return row;
        }
    }

    private static final class Builder extends ParquetReader.Builder<Row> {

        private final TableSchema schema;

        Builder(InputFile file, TableSchema schema) {
            super(file, new PlainParquetConfiguration());
            this.schema = schema;
        }

        @Override
        protected ReadSupport<Row> getReadSupport() {
            return new RowReadSupport(schema);
        }
    }
}
