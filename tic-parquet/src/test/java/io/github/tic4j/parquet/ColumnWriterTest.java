package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.PendingFile;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnWriterTest {

    private static final ParquetFormat SMALL_GROUPS = new ParquetFormat(Compression.ZSTD, 700, 1 << 20);

    @TempDir
    Path folder;

    static Stream<TableSchema> tables() {
        return ParquetFormatTest.tables();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyTableHasTheValuesThatParquetAvroWrites(TableSchema table) throws IOException, SQLException {
        List<Row> rows = RandomRows.of(table, 2000, 5);
        Path oracle = writeRows(rows);
        Path file = writeColumns(SMALL_GROUPS, rows, 300);

        assertThat(Duck.query("select * from '" + file + "'")).isEqualTo(Duck.query("select * from '" + oracle + "'"));
        assertThat(readAvro(file)).isEqualTo(readAvro(oracle));
        assertThat(ParquetInfo.of(file).rows()).isEqualTo(2000);
        assertThat(ParquetInfo.of(file).rowGroups()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void everyCompressionHoldsTheSameRows(Compression compression) throws IOException, SQLException {
        List<Row> rows = RandomRows.of(Tables.RATES, 300, 9);
        Path file = writeColumns(ParquetFormat.defaults().with(compression), rows, 100);

        assertThat(Duck.query("select * from '" + file + "'"))
                .isEqualTo(Duck.query("select * from '" + writeRows(rows) + "'"));
    }

    @Test
    void minimumAndMaximumAreThoseThatParquetAvroFinds() throws IOException, SQLException {
        List<Row> rows = RandomRows.of(Tables.RATES, 1000, 21);
        String figures = "select path_in_schema, num_values, stats_min_value, stats_max_value, stats_null_count"
                + " from parquet_metadata('%s') order by 1";

        assertThat(Duck.query(String.format(figures, writeColumns(ParquetFormat.defaults(), rows, 1000))))
                .isEqualTo(Duck.query(String.format(figures, writeRows(rows))));
    }

    @Property(tries = 25)
    void anyMixtureOfRunsAndSingleValuesIsStored(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int distinct)
            throws IOException, SQLException {
        Random random = new Random(seed);
        int[] ids = new int[30_000];
        for (int i = 0; i < ids.length; ) {
            int id = random.nextInt(distinct + 1) - 1;
            int run = random.nextBoolean() ? 1 : random.nextInt(random.nextInt(10) == 0 ? 25_000 : 20) + 1;
            int end = Math.min(ids.length, i + run);
            Arrays.fill(ids, i, end, id);
            i = end;
        }
        List<String> codes =
                Stream.iterate(0, i -> i + 1).map(i -> "c" + i).limit(distinct).toList();
        Path file = Files.createTempDirectory("runs").resolve("rates.parquet");
        try (TableWriter writer =
                ParquetFormat.defaults().with(Compression.NONE).open(Tables.RATES, file)) {
            writer.write(new ColumnBatch(Tables.RATES)
                    .rows(ids.length)
                    .same("file_id", "f")
                    .same("payer_uuid", "p")
                    .coded("billing_code", ids, codes));
            writer.commit();
        }

        List<Object> expected = Arrays.stream(ids)
                .mapToObj(id -> id < 0 ? null : (Object) codes.get(id))
                .toList();
        assertThat(Duck.value("select list(billing_code) from '" + file + "'")).isEqualTo(expected);
        Files.delete(file);
        Files.delete(file.getParent());
    }

    @Test
    void listsOfThousandsAreStored() throws IOException, SQLException {
        List<List<String>> lists = new ArrayList<>();
        for (int length : new int[] {0, 1, 5000, 70_000}) {
            lists.add(Stream.iterate(0, i -> i + 1)
                    .limit(length)
                    .map(i -> "p" + i % 977)
                    .toList());
        }
        int[] ids = new int[100];
        Arrays.setAll(ids, i -> i % 5 - 1);
        Path file = folder.resolve("rates.parquet");
        try (TableWriter writer = ParquetFormat.defaults().open(Tables.RATES, file)) {
            writer.write(rates(ids.length).coded("service_codes", ids, lists));
            writer.commit();
        }

        assertThat(Duck.query("select len(service_codes), service_codes[70000] from '" + file + "' limit 5"))
                .isEqualTo(List.of(
                        Arrays.asList(null, null),
                        Arrays.asList(0L, null),
                        Arrays.asList(1L, null),
                        Arrays.asList(5000L, null),
                        Arrays.asList(70_000L, "p" + 69_999 % 977)));
    }

    @Test
    void largeDictionaryEndsTheRowGroup() throws IOException, SQLException {
        Path file = folder.resolve("rates.parquet");
        int rows = 1_200_000;
        long[] unscaled = new long[rows];
        Arrays.setAll(unscaled, i -> i);
        byte[] scales = new byte[rows];
        Arrays.fill(scales, (byte) 2);
        try (TableWriter writer = new ParquetFormat(Compression.SNAPPY, rows, 1 << 30).open(Tables.RATES, file)) {
            writer.write(rates(rows).scaled("negotiated_rate", unscaled, scales));
            writer.commit();
        }

        assertThat(ParquetInfo.of(file).rowGroups()).isEqualTo(3);
        assertThat(Duck.query("select count(*), count(distinct negotiated_rate), sum(negotiated_rate)::varchar from '"
                        + file + "'"))
                .isEqualTo(List.of(List.of(1_200_000L, 1_200_000L, "7199994000.000000000000000000")));
    }

    @Test
    void dictionaryMayGrowAndChangeBetweenBatches() throws IOException, SQLException {
        List<String> codes = new ArrayList<>(List.of("a"));
        Path file = folder.resolve("rates.parquet");
        try (TableWriter writer = ParquetFormat.defaults().open(Tables.RATES, file)) {
            writer.write(rates(2).coded("billing_code", new int[] {0, -1}, codes));
            codes.add("b");
            writer.write(rates(2).coded("billing_code", new int[] {1, 0}, codes));
            writer.write(rates(2).coded("billing_code", new int[] {1, 0}, List.of("b", "c")));
            writer.commit();
        }

        assertThat(Duck.query("select billing_code from '" + file + "'"))
                .extracting(row -> row.get(0))
                .containsExactly("a", null, "b", "a", "c", "b");
    }

    @Test
    void emptyTableHasItsColumns() throws IOException, SQLException {
        Path file = folder.resolve("rates.parquet");
        try (TableWriter writer = ParquetFormat.defaults().open(Tables.RATES, file)) {
            writer.write(rates(0));
            writer.commit();
        }

        assertThat(Duck.value("select count(*) from (describe select * from '" + file + "')"))
                .isEqualTo((long) Tables.RATES.columns().size());
    }

    @Test
    void footerTellsWhatWasSaid() throws IOException {
        Path file = folder.resolve("rates.parquet");
        try (TableWriter writer = ParquetFormat.defaults().open(Tables.RATES, file)) {
            writer.write(rates(1));
            writer.describe("ledger", "{}");
            writer.commit();
        }

        assertThat(ParquetInfo.of(file).metadata())
                .containsEntry("tic4j.table", "rates")
                .containsEntry("tic4j.ledger", "{}");
    }

    @Test
    void closingWithoutCommitLeavesNothing() throws IOException {
        try (TableWriter writer = SMALL_GROUPS.open(Tables.RATES, folder.resolve("rates.parquet"))) {
            writer.write(rates(1000));
            assertThat(writer.bytes()).isPositive();
            writer.close();
        }

        assertThat(folder).isEmptyDirectory();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(rates(1).same("file_id", null), "Column file_id is required, was null"),
                fault(rates(1).same("billing_code", 7L), "Column billing_code: TEXT takes String, was Long 7"),
                fault(rates(1).each("billing_code", List.of(7L)), "Column billing_code: TEXT takes String, was Long 7"),
                fault(
                        rates(1).coded("billing_code", new int[] {3}, List.of("a")),
                        "Column billing_code has id 3 for a list of 1 values"),
                fault(
                        rates(1).coded("service_codes", new int[] {-2}, List.of()),
                        "Column service_codes has id -2 for a list of 0 values"),
                fault(
                        rates(2).coded("billing_code", new int[] {0}, List.of("a")),
                        "Column rates.billing_code has 1 values for 2 rows"),
                fault(
                        rates(1).scaled("negotiated_rate", new long[] {1}, new byte[] {19}),
                        "Column negotiated_rate has scale 19; 0 to 18 fit, anything else is text in negotiated_rate_text"),
                fault(
                        rates(1).same("negotiated_rate", new BigDecimal("1E+20")),
                        "Column negotiated_rate: Decimal 1E+20 does not fit 38 digits with 18 after the point"),
                fault(new ColumnBatch(Tables.PLANS), "Batch of table plans for table rates"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatDoesNotSuitAColumnIsNamed(ColumnBatch batch, String message) throws IOException {
        try (TableWriter writer = SMALL_GROUPS.open(Tables.RATES, folder.resolve("rates.parquet"))) {
            assertThatThrownBy(() -> writer.write(batch))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
            if (batch.schema().equals(Tables.RATES)) {
                assertThatThrownBy(writer::commit)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("After commit or a failed write a writer can only be closed");
            }
        }
    }

    @Test
    void faultsOfABatchShowWhenItIsFilled() {
        assertThatThrownBy(() -> rates(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A batch cannot have -1 rows");
        assertThatThrownBy(() -> rates(1).scaled("billing_code", new long[1], new byte[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column rates.billing_code is not a decimal");
    }

    private static Arguments fault(ColumnBatch batch, String message) {
        return Arguments.of(batch, message);
    }

    private static ColumnBatch rates(int rows) {
        return new ColumnBatch(Tables.RATES).rows(rows).same("file_id", "f").same("payer_uuid", "p");
    }

    private Path writeColumns(ParquetFormat format, List<Row> rows, int batchSize) throws IOException {
        TableSchema table = rows.get(0).schema();
        Path file = folder.resolve(table.name() + "_columns.parquet");
        RowColumns columns = new RowColumns(table);
        try (TableWriter writer = format.open(table, file)) {
            for (int from = 0; from < rows.size(); from += batchSize) {
                List<Row> batch = rows.subList(from, Math.min(rows.size(), from + batchSize));
                writer.write(columns.batch(batch, from / batchSize));
            }
            writer.commit();
        }
        return file;
    }

    private Path writeRows(List<Row> rows) throws IOException {
        TableSchema table = rows.get(0).schema();
        Path file = folder.resolve(table.name() + "_rows.parquet");
        try (PendingFile pending = new PendingFile(file);
                TableWriter writer =
                        pending.publishing(new AvroRowWriter(table, pending.part(), ParquetFormat.defaults()))) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.commit();
        }
        return file;
    }

    private static List<String> readAvro(Path file) throws IOException {
        List<String> records = new ArrayList<>();
        try (ParquetReader<GenericRecord> reader = AvroParquetReader.<GenericRecord>builder(
                        new LocalInputFile(file), new PlainParquetConfiguration())
                .withDataModel(GenericData.get())
                .withCodecFactory(new Codecs())
                .build()) {
            for (GenericRecord next = reader.read(); next != null; next = reader.read()) {
                records.add(next.toString());
            }
        }
        return records;
    }
}
