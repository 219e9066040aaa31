package io.github.tic4j.parquet;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.DelegatingWriteSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/** Writes rows of any table through parquet-avro: what our own writer is compared with. */
final class AvroRowWriter implements TableWriter {

    private final TableSchema table;
    private final Schema schema;
    private final Map<String, String> footer;
    private final ParquetWriter<IndexedRecord> writer;
    private boolean closed;

    AvroRowWriter(TableSchema table, Path file, ParquetFormat format) throws IOException {
        this.table = table;
        this.schema = AvroSchemas.of(table);
        this.footer = Footer.of(table);
        this.writer = new Builder(new LocalOutputFile(file), schema, footer)
                .withConf(AvroSchemas.configuration())
                .withCodecFactory(new Codecs())
                .withCompressionCodec(format.compression().codec())
                .withRowGroupRowCountLimit(format.rowGroupRows())
                .withRowGroupSize(format.rowGroupBytes())
                .withPageRowCountLimit(ParquetFormat.PAGE_ROWS)
                .withDictionaryPageSize(ParquetFormat.DICTIONARY_BYTES)
                .build();
    }

    @Override
    public void write(Row row) throws IOException {
        if (!table.equals(row.schema())) {
            throw new IllegalArgumentException("Row of table " + row.schema().name() + " for table " + table.name());
        }
        row.requireComplete();
        writer.write(new RowRecord(schema, row));
    }

    @Override
    public void describe(String key, String value) {
        footer.put(Footer.PREFIX + key, value);
    }

    @Override
    public long bytes() {
        return writer.getDataSize();
    }

    @Override
    public void commit() throws IOException {
        closed = true;
        writer.close();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            writer.close();
        }
    }

    /** Adds what is known only at the end to the footer; {@link AvroWriteSupport} alone takes it only at the start. */
    private static final class Builder extends ParquetWriter.Builder<IndexedRecord, Builder> {

        private final Schema schema;
        private final Map<String, String> footer;

        Builder(OutputFile file, Schema schema, Map<String, String> footer) {
            super(file);
            this.schema = schema;
            this.footer = footer;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in the base class
        protected WriteSupport<IndexedRecord> getWriteSupport(Configuration configuration) {
            throw new UnsupportedOperationException("Only the configuration without Hadoop is used");
        }

        @Override
        protected WriteSupport<IndexedRecord> getWriteSupport(ParquetConfiguration configuration) {
            MessageType columns = new AvroSchemaConverter(configuration).convert(schema);
            WriteSupport<IndexedRecord> avro = new AvroWriteSupport<>(columns, schema, GenericData.get());
            return new DelegatingWriteSupport<>(avro) {
                @Override
                public FinalizedWriteContext finalizeWrite() {
                    return new FinalizedWriteContext(new LinkedHashMap<>(footer));
                }
            };
        }
    }
}
