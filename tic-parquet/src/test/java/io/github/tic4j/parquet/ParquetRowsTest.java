package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowsTest {

    private static final TableSchema SOME = Tables.RATES.select("negotiated_rate", "billing_code");

    private final List<Row> rows = RandomRows.of(Tables.RATES, 50, 2);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("rates.parquet");
        try (TableWriter writer = ParquetFormat.defaults().open(Tables.RATES, file)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.commit();
        }
    }

    @Test
    void someColumnsInAnotherOrder() throws IOException {
        try (ParquetRows read = ParquetRows.open(file, SOME)) {
            assertThat(read.stream().map(row -> row.text(1)))
                    .isEqualTo(rows.stream()
                            .map(row -> (String) row.value("billing_code"))
                            .toList());
        }
    }

    @Test
    void columnThatAnOlderFileLacksIsNull() throws IOException {
        TableSchema newer = with(SOME, Column.optional("region", ColumnType.TEXT, "Added later."));
        try (ParquetRows read = ParquetRows.open(file, newer)) {
            assertThat(read.iterator().next().value("region")).isNull();
        }
    }

    @Test
    void requiredColumnThatTheFileLacksIsNamed() {
        TableSchema newer = with(SOME, Column.required("region", ColumnType.TEXT, "Added later."));

        assertThatThrownBy(() -> ParquetRows.open(file, newer))
                .isInstanceOf(UnreadableParquetException.class)
                .hasMessage("Parquet file has no column region; table rates version 1 requires it: " + file);
    }

    @Test
    void columnOfAnotherTypeIsNamed() {
        TableSchema other = new TableSchema(
                "rates",
                2,
                "Rates.",
                List.of(Column.optional("negotiated_rate", ColumnType.TEXT, "A text.")),
                List.of());

        assertThatThrownBy(() -> ParquetRows.open(file, other))
                .isInstanceOf(UnreadableParquetException.class)
                .hasMessageContaining(
                        "negotiated_rate (DECIMAL(38,18)) where table rates version 2 has optional binary");
    }

    @Test
    void rowsAreReadOnce() throws IOException {
        try (ParquetRows read = ParquetRows.open(file, SOME)) {
            Iterator<Row> iterator = read.iterator();
            rows.forEach(row -> iterator.next());

            assertThat(iterator.hasNext()).isFalse();
            assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(read::iterator)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The rows of a file are read once; open it again");
        }
    }

    @Test
    void fileThatIsMissingOrCutOffIsAnError() throws IOException {
        assertThatThrownBy(() -> ParquetRows.open(folder.resolve("none.parquet"), SOME))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none.parquet");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
        assertThatThrownBy(() -> ParquetRows.open(file, SOME))
                .isInstanceOf(UnreadableParquetException.class)
                .hasMessage("Not a complete Parquet file: " + file);
    }

    @Test
    void tableOfAnotherNameIsRefused() {
        assertThatThrownBy(() -> ParquetRows.open(file, Tables.PAYERS))
                .isInstanceOf(UnreadableParquetException.class)
                .hasMessage("Table rates where table payers should be: " + file);
    }

    @Test
    void fileWithoutAnyOfTheColumnsIsRefused() {
        TableSchema other = new TableSchema(
                "rates", 1, "Rates.", List.of(Column.optional("region", ColumnType.TEXT, "Added later.")), List.of());

        assertThatThrownBy(() -> ParquetRows.open(file, other))
                .isInstanceOf(UnreadableParquetException.class)
                .hasMessage("Parquet file has no column of table rates: " + file);
    }

    @Test
    void damagedBytesAreAnErrorWithTheFilesNameOrChangeNothing() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        List<Row> undamaged = readAll();
        int errors = 0;
        for (int i = 4; i < whole.length - 8; i += 53) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x55;
            Files.write(file, damaged);
            try {
                assertThat(readAll()).as("damaged at %s", i).isEqualTo(undamaged);
            } catch (UnreadableParquetException e) {
                assertThat(e).hasMessageContaining(file.toString());
                errors++;
            }
        }

        assertThat(errors).isPositive();
    }

    private List<Row> readAll() throws IOException {
        try (ParquetRows read = ParquetRows.open(file, Tables.RATES)) {
            List<Row> all = new ArrayList<>();
            read.forEach(all::add);
            return all;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static TableSchema with(TableSchema schema, Column column) {
        List<Column> columns = new ArrayList<>(schema.columns());
        columns.add(column);
        return new TableSchema(schema.name(), schema.version(), schema.doc(), columns, schema.key());
    }
}
