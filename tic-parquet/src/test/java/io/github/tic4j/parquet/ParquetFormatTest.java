package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Decimals;
import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParquetFormatTest {

    private static final TableSchema EVERY_TYPE = new TableSchema(
            "every_type",
            1,
            "A column of each type.",
            Stream.of(ColumnType.values())
                    .map(type -> Column.optional(type.name().toLowerCase(java.util.Locale.ROOT), type, "A value."))
                    .toList(),
            List.of());

    @TempDir
    Path folder;

    static Stream<TableSchema> tables() {
        return Stream.of(Tables.all(), DerivedTables.all(), List.of(EVERY_TYPE)).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void duckDbAndOurReaderReadEveryTableRowForRow(TableSchema table) throws IOException, SQLException {
        List<Row> rows = RandomRows.of(table, 500, 7);
        Path file = write(ParquetFormat.defaults(), rows);

        assertThat(Duck.query("select * from '" + file + "'")).isEqualTo(plain(rows));
        assertThat(read(file, table)).map(Row::toString).isEqualTo(plain(rows, table));
    }

    @ParameterizedTest
    @EnumSource
    void everyCompressionHoldsTheSameRows(Compression compression) throws IOException, SQLException {
        List<Row> rows = RandomRows.of(Tables.RATES, 200, 11);
        Path file = write(ParquetFormat.defaults().with(compression), rows);

        assertThat(Duck.query("select * from '" + file + "'")).isEqualTo(plain(rows));
        assertThat(read(file, Tables.RATES)).hasSize(200);
        assertThat(Duck.value("select distinct compression from parquet_metadata('" + file + "')"))
                .isEqualTo(compression.codec().name());
    }

    @Test
    void typesAreThoseOfTheDesign() throws IOException, SQLException {
        Path file = write(ParquetFormat.defaults(), RandomRows.of(EVERY_TYPE, 1, 1));

        assertThat(Duck.query("select column_type from (describe select * from '" + file + "')"))
                .extracting(row -> row.get(0))
                .containsExactly(
                        "VARCHAR",
                        "BIGINT",
                        "DECIMAL(38,18)",
                        "BOOLEAN",
                        "DATE",
                        "TIMESTAMP WITH TIME ZONE",
                        "VARCHAR[]",
                        "BIGINT[]");
    }

    @Test
    void footerTellsTableVersionAndWhatWasSaid() throws IOException {
        Path file = folder.resolve("rates.parquet");
        try (TableWriter writer = ParquetFormat.defaults().open(Tables.RATES, file)) {
            writer.describe("run_id", "r1");
            RandomRows.of(Tables.RATES, 3, 1).forEach(row -> writeTo(writer, row));
            writer.describe("ledger", "{\"seen\":3}");
            writer.commit();
        }

        ParquetInfo info = ParquetInfo.of(file);
        assertThat(info.rows()).isEqualTo(3);
        assertThat(info.metadata())
                .containsEntry("tic4j.table", "rates")
                .containsEntry("tic4j.schema_version", "1")
                .containsEntry("tic4j.run_id", "r1")
                .containsEntry("tic4j.ledger", "{\"seen\":3}");
    }

    @Test
    void rowGroupsAreAsLargeAsAsked() throws IOException {
        Path file = write(new ParquetFormat(Compression.SNAPPY, 100, 64 << 20), RandomRows.of(Tables.RATES, 250, 3));

        assertThat(ParquetInfo.of(file).rowGroups()).isEqualTo(3);
    }

    @Test
    void filterOnASortedCodeReadsFewRowGroups() throws IOException, SQLException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            rows.add(rate().set("billing_code", String.format("%05d", i)));
        }
        Path file = write(new ParquetFormat(Compression.ZSTD, 100, 64 << 20), rows);

        assertThat(Duck.value(
                        "select count(*) from parquet_metadata('" + file + "') where path_in_schema = 'billing_code'"
                                + " and stats_min_value <= '00451' and stats_max_value >= '00451'"))
                .isEqualTo(1L);
    }

    @Test
    void priceThatDoesNotFitIsKeptAsText() throws IOException, SQLException {
        Path file = write(
                ParquetFormat.defaults(),
                List.of(
                        rate().set("negotiated_rate", new BigDecimal("0.38999999999999996")),
                        rate().set("negotiated_rate", new BigDecimal("1.0000000000000000001"))));

        assertThat(Duck.query("select negotiated_rate::varchar, negotiated_rate_text from '" + file + "'"))
                .isEqualTo(List.of(
                        java.util.Arrays.asList("0.389999999999999960", null),
                        java.util.Arrays.asList(null, "1.0000000000000000001")));
    }

    @Test
    void closingWithoutCommitLeavesNothing() throws IOException {
        try (TableWriter writer = ParquetFormat.defaults().open(Tables.RATES, folder.resolve("rates.parquet"))) {
            writer.write(rate());
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rowOfAnotherTableIsRefused() throws IOException {
        try (TableWriter writer = ParquetFormat.defaults().open(Tables.RATES, folder.resolve("rates.parquet"))) {
            assertThatThrownBy(() -> writer.write(new Row(Tables.PLANS)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Row of table plans for table rates");
        }
    }

    @Test
    void missingRequiredValueIsNamed() throws IOException {
        try (TableWriter writer = ParquetFormat.defaults().open(Tables.RATES, folder.resolve("rates.parquet"))) {
            assertThatThrownBy(() -> writer.write(new Row(Tables.RATES)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Column rates.file_id is required, was null");
        }
    }

    @Test
    void batchesFillUpByBytes() throws IOException {
        ParquetFormat format = new ParquetFormat(Compression.NONE, 100, 1 << 20);
        TableFolder tables = new TableFolder(folder, format, new TableFolder.Limits(1_000_000, 20_000, 8));
        try (TableWriter writer = tables.batches(Tables.RATES)) {
            RandomRows.of(Tables.RATES, 2000, 5).forEach(row -> writeTo(writer, row));
            writer.commit();
        }

        assertThat(tables.files(Tables.RATES)).hasSizeGreaterThan(5);
        assertThat(tables.files(Tables.RATES).get(0)).hasFileName("rates_batch_001.parquet");
    }

    @Test
    void sizesOfNothingAreRefused() {
        assertThatThrownBy(() -> new ParquetFormat(Compression.ZSTD, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row groups must have at least 1 row and 1 byte, were rowGroupRows 0, rowGroupBytes 1");
    }

    @Test
    void footerOfAFileThatIsCutOffIsAnError() throws IOException {
        Path file = write(ParquetFormat.defaults(), List.of(rate()));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 4, 7, whole.length / 2, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ParquetInfo.of(file))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Not a complete Parquet file: " + file);
        }
    }

    private Path write(ParquetFormat format, List<Row> rows) throws IOException {
        TableSchema table = rows.get(0).schema();
        Path file = folder.resolve(table.name() + ".parquet");
        try (TableWriter writer = format.open(table, file)) {
            rows.forEach(row -> writeTo(writer, row));
            writer.commit();
        }
        return file;
    }

    private static void writeTo(TableWriter writer, Row row) {
        try {
            writer.write(row);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Row> read(Path file, TableSchema table) throws IOException {
        try (ParquetRows rows = ParquetRows.open(file, table)) {
            return rows.stream().toList();
        }
    }

    private static Row rate() {
        return new Row(Tables.RATES).set("file_id", "f1").set("payer_uuid", "p1");
    }

    private static List<List<Object>> plain(List<Row> rows) {
        List<List<Object>> plain = new ArrayList<>();
        for (Row row : rows) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < row.schema().columns().size(); i++) {
                values.add(row.value(i) instanceof BigDecimal number ? Decimals.atScale(number) : row.value(i));
            }
            plain.add(values);
        }
        return plain;
    }

    private static List<String> plain(List<Row> rows, TableSchema table) {
        return plain(rows).stream().map(row -> table.name() + row).toList();
    }
}
