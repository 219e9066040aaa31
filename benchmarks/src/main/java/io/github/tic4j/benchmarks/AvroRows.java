package io.github.tic4j.benchmarks;

import com.github.luben.zstd.Zstd;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.jspecify.annotations.Nullable;

/** Writes rows as generic records with parquet-avro, in the columns and with the compression that tic-parquet uses. */
final class AvroRows implements Closeable {

    private static final int DECIMALS = 18;
    private static final int DECIMAL_BYTES = 16;

    private final Schema schema;
    private final ParquetWriter<GenericRecord> writer;

    AvroRows(TableSchema table, Path file) throws IOException {
        schema = schemaOf(table);
        ParquetConfiguration configuration = new PlainParquetConfiguration();
        configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
        writer = AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
                .withSchema(schema)
                .withDataModel(GenericData.get())
                .withConf(configuration)
                .withCodecFactory(new ZstdOnly())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build();
    }

    /** The published schema of rates, cut down to the columns of a table. */
    private static Schema schemaOf(TableSchema table) throws IOException {
        try (InputStream rates = TableSchema.class.getResourceAsStream("/io/github/tic4j/parquet/rates.avsc")) {
            Schema all = new Schema.Parser().parse(rates);
            List<Schema.Field> fields = table.columns().stream()
                    .map(column -> all.getField(column.name()))
                    .map(field -> new Schema.Field(field, field.schema()))
                    .toList();
            return Schema.createRecord(all.getName(), all.getDoc(), all.getNamespace(), false, fields);
        }
    }

    void write(Row row) throws IOException {
        GenericRecord record = new GenericData.Record(schema);
        for (int i = 0; i < schema.getFields().size(); i++) {
            record.put(i, stored(row.value(i)));
        }
        writer.write(record);
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof LocalDate date) {
            return (int) date.toEpochDay();
        }
        if (!(value instanceof BigDecimal number)) {
            return value;
        }
        BigInteger digits = number.setScale(DECIMALS).unscaledValue();
        byte[] bytes = new byte[DECIMAL_BYTES];
        Arrays.fill(bytes, (byte) (digits.signum() < 0 ? -1 : 0));
        byte[] tail = digits.toByteArray();
        System.arraycopy(tail, 0, bytes, DECIMAL_BYTES - tail.length, tail.length);
        return new GenericData.Fixed(null, bytes);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** Parquet's own factory would need Hadoop. */
    private static final class ZstdOnly implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) throws IOException {
                    return BytesInput.from(Zstd.compress(bytes.toInputStream().readAllBytes()));
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return CompressionCodecName.ZSTD;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("Only writes");
        }

        @Override
        public void release() {}
    }
}
