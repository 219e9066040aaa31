package io.github.tic4j.parquet;

import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Makes rows of the columns of a file. Values of a dictionary are decoded once, not once a row. */
final class RowReadSupport extends ReadSupport<Row> {

    private final TableSchema schema;

    RowReadSupport(TableSchema schema) {
        this.schema = schema;
    }

    @Override
    public ReadContext init(InitContext context) {
        MessageType file = context.getFileSchema();
        List<Type> wanted = new ArrayList<>();
        for (Type column : AvroSchemas.columnsOf(schema).getFields()) {
            String name = column.getName();
            if (file.containsField(name)) {
                requireSame(column, file.getType(name));
                wanted.add(file.getType(name));
            } else if (!column.isRepetition(Type.Repetition.OPTIONAL)) {
                throw new OtherColumnsException("Parquet file has no column " + name + "; table " + schema.name()
                        + " version " + schema.version() + " requires it");
            }
        }
        if (wanted.isEmpty()) {
            throw new OtherColumnsException("Parquet file has no column of table " + schema.name());
        }
        return new ReadContext(new MessageType(file.getName(), wanted));
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the base class
    public RecordMaterializer<Row> prepareForRead(
            Configuration configuration, Map<String, String> metadata, MessageType file, ReadContext context) {
        return new RowMaterializer(schema, context.getRequestedSchema());
    }

    @Override
    public RecordMaterializer<Row> prepareForRead(
            ParquetConfiguration configuration, Map<String, String> metadata, MessageType file, ReadContext context) {
        return new RowMaterializer(schema, context.getRequestedSchema());
    }

    /** Same but for the repetition: a column may have become optional between two versions. */
    private void requireSame(Type expected, Type actual) {
        if (!leafOf(expected).equals(leafOf(actual))) {
            throw new OtherColumnsException("Parquet file has column " + actual + " where table " + schema.name()
                    + " version " + schema.version() + " has " + expected);
        }
    }

    private static List<Object> leafOf(Type type) {
        if (type.isPrimitive()) {
            return Arrays.asList(type.asPrimitiveType().getPrimitiveTypeName(), type.getLogicalTypeAnnotation());
        }
        List<Object> leaf = new ArrayList<>();
        leaf.add(type.getLogicalTypeAnnotation());
        for (Type field : type.asGroupType().getFields()) {
            leaf.add(field.getName());
            leaf.addAll(leafOf(field));
        }
        return leaf;
    }

    /** The file is fine, but its columns are not those of the table. */
    static final class OtherColumnsException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OtherColumnsException(String message) {
            super(message);
        }
    }

    private static final class RowMaterializer extends RecordMaterializer<Row> {

        private final TableSchema schema;
        private final Converter[] columns;
        private Row row;

        RowMaterializer(TableSchema schema, MessageType requested) {
            this.schema = schema;
            this.row = new Row(schema);
            this.columns = new Converter[requested.getFieldCount()];
            for (int i = 0; i < columns.length; i++) {
                int target = schema.indexOf(requested.getFieldName(i));
                ColumnType type = schema.columns().get(target).type();
                columns[i] = type.isList()
                        ? new ListConverter(type, values -> row.set(target, values))
                        : new ValueConverter(type, value -> row.set(target, value));
            }
        }

        @Override
        public Row getCurrentRecord() {
            return row;
        }

        @Override
        public GroupConverter getRootConverter() {
            return new GroupConverter() {
                @Override
                public Converter getConverter(int column) {
                    return columns[column];
                }

                @Override
                public void start() {
                    row = new Row(schema);
                }

                @Override
                public void end() {}
            };
        }
    }
}
