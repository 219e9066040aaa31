package io.github.tic4j.table;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Writes rows as text to a stream that it owns. */
final class StreamWriter implements TableWriter {

    private static final int BUFFER = 1 << 16;

    private final TableSchema schema;
    private final CountingOutput stored;
    private final OutputStream out;
    private final RowPrinter printer;
    private boolean closed;

    StreamWriter(TableSchema schema, OutputStream stream, boolean gzip, Printing printing) throws IOException {
        this.schema = schema;
        this.stored = new CountingOutput(stream);
        this.out = new BufferedOutputStream(gzip ? new GZIPOutputStream(stored, BUFFER) : stored, BUFFER);
        this.printer = printing.on(schema, out);
    }

    @Override
    public void write(Row row) throws IOException {
        if (!schema.equals(row.schema())) {
            throw new IllegalArgumentException("Row of table " + row.schema().name() + " for table " + schema.name());
        }
        row.requireComplete();
        printer.print(row);
    }

    @Override
    public long bytes() {
        return stored.count;
    }

    @Override
    public void commit() throws IOException {
        printer.flush();
        closed = true;
        out.close();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            // What is buffered is discarded on purpose: the stream below is closed past it.
            stored.close();
        }
    }

    /** Makes the printer of a format. */
    interface Printing {
        RowPrinter on(TableSchema schema, OutputStream out) throws IOException;
    }

    private static final class CountingOutput extends FilterOutputStream {

        private long count;

        CountingOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }
    }
}
