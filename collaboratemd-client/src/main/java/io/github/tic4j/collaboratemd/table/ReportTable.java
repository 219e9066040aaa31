package io.github.tic4j.collaboratemd.table;

import java.io.Closeable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one report, read as they are asked for. Cells are trimmed and blank ones null; a short row is filled with
 * nulls; a row with more values than the header has columns is an error, since its values would stand in wrong columns.
 *
 * <p>Single pass and not thread-safe. The reader of the table closes it; {@link #stream()} does so on its own close.
 * Broken content throws {@link ReportContentException} while iterating.
 */
public final class ReportTable implements Iterable<Row>, Closeable {

    private final List<String> columns;
    private final Iterator<CsvFile> files;
    private @Nullable CsvFile current;
    private boolean started;

    ReportTable(List<String> columns, Iterator<CsvFile> files) {
        this.columns = List.copyOf(columns);
        this.files = files;
    }

    /** The names of the columns, as {@link ColumnNames#of(List)} makes them; empty where there is no file with a header. */
    public List<String> columns() {
        return columns;
    }

    /** All rows, file after file. */
    @Override
    public Iterator<Row> iterator() {
        if (started) {
            throw new IllegalStateException("a report table is read only once");
        }
        started = true;
        return new Rows();
    }

    /** All rows; closing the stream closes the table. */
    public Stream<Row> stream() {
        return StreamSupport.stream(spliterator(), false).onClose(this::close);
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    private final class Rows implements Iterator<Row> {

        private final Map<String, Integer> positions = new HashMap<>();
        private @Nullable Row next;

        Rows() {
            for (String column : columns) {
                positions.put(column, positions.size());
            }
            advance();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Row next() {
            Row row = next;
            if (row == null) {
                throw new NoSuchElementException("no more rows");
            }
            advance();
            return row;
        }

        private void advance() {
            next = null;
            while (next == null && (current != null || files.hasNext())) {
                CsvFile file = current == null ? files.next() : current;
                current = file;
                next = file.next(columns, positions);
                if (next == null) {
                    close();
                }
            }
        }
    }
}
