package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tic4j.table.Column;
import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFormat;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.TextFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CSV and JSON lines hold what Parquet holds, asked of readers that are not ours. */
class TextFormatsTest {

    @TempDir
    Path folder;

    static Stream<TableSchema> tables() {
        return ParquetFormatTest.tables();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void duckDbFindsTheSameRowsInCsvAndInParquet(TableSchema table) throws IOException, SQLException {
        List<Row> rows = rows(table);
        Path csv = write(TextFormat.CSV_GZIP, rows);
        Path parquet = write(ParquetFormat.defaults(), rows);
        String types = table.columns().stream()
                .map(column -> "'" + column.name() + "': '" + csvTypeOf(column) + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        String values = table.columns().stream()
                .map(column -> column.type().isList() ? column.name() + "::json::" + listTypeOf(column) : column.name())
                .collect(Collectors.joining(", "));

        assertThat(Duck.query("select " + values + " from read_csv('" + csv + "', header = true, columns = " + types
                        + ", nullstr = '', allow_quoted_nulls = false, delim = ',', quote = '\"', escape = '\"')"))
                .isEqualTo(Duck.query("select * from '" + parquet + "'"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void jacksonFindsTheSameRowsInJsonLines(TableSchema table) throws IOException {
        List<Row> rows = rows(table);
        Path file = write(TextFormat.JSON_LINES_GZIP, rows);
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines = reader.lines().toList();
        }

        assertThat(lines).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode line = mapper.readTree(lines.get(i));
            assertThat(line).hasSize(table.columns().size());
            for (int column = 0; column < table.columns().size(); column++) {
                assertThat(textOf(line.get(table.columns().get(column).name())))
                        .isEqualTo(textOf(rows.get(i).value(column)));
            }
        }
    }

    /** Without the character nought, which CSV readers do not take. */
    private static List<Row> rows(TableSchema table) {
        return RandomRows.of(table, 300, 23).stream()
                .filter(row -> !row.toString().contains("\u0000"))
                .toList();
    }

    private Path write(TableFormat format, List<Row> rows) throws IOException {
        Path file = folder.resolve("rows" + format.extension());
        try (TableWriter writer = format.open(rows.get(0).schema(), file)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.commit();
        }
        return file;
    }

    private static String csvTypeOf(Column column) {
        return switch (column.type()) {
            case TEXT, TEXT_LIST, LONG_LIST -> "VARCHAR";
            case LONG -> "BIGINT";
            case DECIMAL -> "DECIMAL(38,18)";
            case BOOL -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMPTZ";
        };
    }

    private static String listTypeOf(Column column) {
        return column.type() == ColumnType.TEXT_LIST ? "VARCHAR[]" : "BIGINT[]";
    }

    private static Object textOf(Object value) {
        if (value == null || (value instanceof JsonNode node && node.isNull())) {
            return null;
        }
        if (value instanceof JsonNode node && node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(textOf(element)));
            return list;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(TextFormatsTest::textOf).toList();
        }
        if (value instanceof JsonNode node && node.isNumber()) {
            return node.decimalValue().stripTrailingZeros();
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        return value instanceof JsonNode node ? node.asText() : value.toString();
    }
}
