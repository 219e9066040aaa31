package io.github.tic4j.parquet;

import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.PendingFile;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/**
 * Writes columns straight to Parquet: ids become dictionary codes by one look-up, runs of equal codes are stored as runs,
 * and no object is made per row. Nothing appears under the file's name before {@link #commit()}.
 *
 * <p>A row group ends when it is as large as the format says, or when the dictionary of a column reaches 8 MiB. Memory is
 * the compressed row group and its dictionaries: tens of megabytes. Used by one thread at a time.
 */
final class ColumnWriter implements Closeable {

    private final TableSchema schema;
    private final ParquetFormat format;
    private final PendingFile pending;
    private final MessageType message;
    private final Map<String, String> footer;
    private final BytesInputCompressor compressor;
    private final ParquetFileWriter file;
    private ColumnChunkPageWriteStore pages;
    private List<Chunk> chunks;
    private int groupRows;
    private int pageRows;
    private long storedBytes;
    private boolean usable = true;
    private boolean closed;

    ColumnWriter(TableSchema schema, Path target, ParquetFormat format) throws IOException {
        this.schema = schema;
        this.format = format;
        this.pending = new PendingFile(target);
        this.message = AvroSchemas.columnsOf(schema);
        this.footer = Footer.of(schema);
        footer.put("parquet.avro.schema", AvroSchemas.of(schema).toString());
        this.compressor = new Codecs().getCompressor(format.compression().codec());
        this.file = new ParquetFileWriter(
                new LocalOutputFile(pending.part()),
                message,
                ParquetFileWriter.Mode.OVERWRITE,
                format.rowGroupBytes(),
                0,
                ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
                ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
                ParquetProperties.DEFAULT_PAGE_WRITE_CHECKSUM_ENABLED);
        file.start();
        this.pages = newPages();
        this.chunks = newChunks();
    }

    /**
     * Adds the rows of a batch.
     *
     * @throws IllegalArgumentException if the batch is of another table, a required column is null, or a value does not suit
     *     its column; the writer can then only be closed
     * @throws IOException if storing fails; the writer can then only be closed
     */
    void write(ColumnBatch batch) throws IOException {
        if (!schema.equals(batch.schema())) {
            throw new IllegalArgumentException(
                    "Batch of table " + batch.schema().name() + " for table " + schema.name());
        }
        requireUsable();
        usable = false; // columns are of different length after a failure
        int from = 0;
        while (from < batch.rows()) {
            int room = Math.min(ParquetFormat.PAGE_ROWS - pageRows, format.rowGroupRows() - groupRows);
            int count = Math.min(batch.rows() - from, room);
            for (int i = 0; i < chunks.size(); i++) {
                chunks.get(i).append(batch.column(i), from, count);
            }
            from += count;
            advance(count);
        }
        usable = true;
    }

    /** Says something about the table, stored in the footer; see {@link TableWriter#describe}. */
    void describe(String key, String value) {
        footer.put(Footer.PREFIX + key, value);
    }

    /** How many bytes were stored so far, without the row group at hand. */
    long bytes() {
        return storedBytes;
    }

    /** Completes and publishes the file; see {@link TableWriter#commit}. */
    void commit() throws IOException {
        requireUsable();
        usable = false;
        if (groupRows > 0) {
            endRowGroup();
        }
        file.end(footer);
        pending.commit();
    }

    /** Releases what is held and, if there was no {@link #commit()}, discards what was written. Idempotent. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (pending) {
            pages.close();
            compressor.release();
            file.close();
        }
    }

    private void requireUsable() {
        if (!usable) {
            throw new IllegalStateException("After commit or a failed write a writer can only be closed");
        }
    }

    private void advance(int count) throws IOException {
        pageRows += count;
        groupRows += count;
        boolean groupIsFull = groupRows == format.rowGroupRows();
        if (pageRows == ParquetFormat.PAGE_ROWS && !groupIsFull) {
            for (Chunk chunk : chunks) {
                chunk.endPage();
            }
            pageRows = 0;
            groupIsFull = chunks.stream().mapToLong(Chunk::pageBytes).sum() >= format.rowGroupBytes();
        }
        for (Chunk chunk : chunks) {
            groupIsFull |= chunk.dictionaryBytes() >= ParquetFormat.DICTIONARY_BYTES;
        }
        if (groupIsFull) {
            endRowGroup();
            chunks = newChunks();
        }
    }

    private void endRowGroup() throws IOException {
        for (Chunk chunk : chunks) {
            chunk.end();
        }
        file.startBlock(groupRows);
        pages.flushToFileWriter(file);
        file.endBlock();
        storedBytes = file.getPos();
        pages.close();
        pages = newPages();
        groupRows = 0;
        pageRows = 0;
    }

    private ColumnChunkPageWriteStore newPages() {
        return new ColumnChunkPageWriteStore(
                compressor,
                message,
                HeapByteBufferAllocator.getInstance(),
                ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
                ParquetProperties.DEFAULT_PAGE_WRITE_CHECKSUM_ENABLED);
    }

    private List<Chunk> newChunks() {
        List<Chunk> result = new ArrayList<>();
        for (int i = 0; i < schema.columns().size(); i++) {
            // Our types have one leaf each, so that leaves and columns correspond.
            ColumnDescriptor leaf = message.getColumns().get(i);
            PageWriter writer = pages.getPageWriter(leaf);
            result.add(
                    schema.columns().get(i).type().isList()
                            ? new ListChunk(schema.columns().get(i), leaf, writer)
                            : new FlatChunk(schema.columns().get(i), leaf, writer));
        }
        return result;
    }
}
