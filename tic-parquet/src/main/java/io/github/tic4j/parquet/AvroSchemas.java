package io.github.tic4j.parquet;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Decimals;
import io.github.tic4j.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.schema.MessageType;

/** The Avro schema of a table. Those of the SDK's own tables are also resources of this package, {@code NAME.avsc}. */
final class AvroSchemas {

    static final int DECIMAL_BYTES = 16;

    private static final String NAMESPACE = "io.github.tic4j.tables";
    private static final Schema DECIMAL = LogicalTypes.decimal(Decimals.PRECISION, Decimals.SCALE)
            .addToSchema(Schema.createFixed("decimal", null, NAMESPACE, DECIMAL_BYTES));

    private AvroSchemas() {}

    static Schema of(TableSchema table) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Column column : table.columns()) {
            Schema type = typeOf(column.type());
            fields.add(
                    column.nullable()
                            ? new Schema.Field(
                                    column.name(),
                                    Schema.createUnion(Schema.create(Schema.Type.NULL), type),
                                    column.doc(),
                                    Schema.Field.NULL_DEFAULT_VALUE)
                            : new Schema.Field(column.name(), type, column.doc()));
        }
        Schema record = Schema.createRecord(table.name(), table.doc(), NAMESPACE, false, fields);
        record.addProp("version", table.version());
        return record;
    }

    /** The columns as Parquet has them. */
    static MessageType columnsOf(TableSchema table) {
        return new AvroSchemaConverter(configuration()).convert(of(table));
    }

    /** What parquet-avro has to know to write three-level lists. */
    static ParquetConfiguration configuration() {
        ParquetConfiguration configuration = new PlainParquetConfiguration();
        configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
        return configuration;
    }

    static Schema typeOf(ColumnType type) {
        return switch (type) {
            case TEXT -> Schema.create(Schema.Type.STRING);
            case LONG -> Schema.create(Schema.Type.LONG);
            case DECIMAL -> DECIMAL;
            case BOOL -> Schema.create(Schema.Type.BOOLEAN);
            case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
            case TIMESTAMP -> LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
            case TEXT_LIST -> Schema.createArray(typeOf(ColumnType.TEXT));
            case LONG_LIST -> Schema.createArray(typeOf(ColumnType.LONG));
        };
    }
}
