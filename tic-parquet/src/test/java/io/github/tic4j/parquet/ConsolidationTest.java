package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.Partition;
import io.github.tic4j.table.PartitionedWriter;
import io.github.tic4j.table.PendingFile;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsolidationTest {

    private static final String COLUMNS = "billing_code_type, billing_code, payer_uuid, negotiated_type, billing_class,"
            + " setting, negotiated_rate, provider_set_id, file_id";

    @TempDir
    Path root;

    static Stream<TableSchema> tables() {
        return Stream.concat(Tables.all().stream(), DerivedTables.all().stream());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void finalFileHasOneRowOfEachKey(TableSchema table) throws IOException, SQLException {
        writeBatches(table, shuffledTwice(RandomRows.of(table, 200, 17)), 75);
        String key = String.join(", ", table.key());
        String batches = "'" + root + "/copy/*.parquet'";
        copyFiles(root.resolve(table.name()), root.resolve("copy"));
        Path file = root.resolve(table.name()).resolve(table.name() + "_final.parquet");

        List<Consolidation.Merged> merged = new Consolidation(root, ParquetFormat.defaults(), 30_000).run(table);

        long distinct = (Long) Duck.value("select count(*) from (select distinct " + key + " from " + batches + ")");
        assertThat(merged).containsExactly(new Consolidation.Merged(file, 6, 400, 400 - distinct));
        assertThat(Duck.query("select distinct " + key + " from " + batches + " order by all"))
                .isEqualTo(Duck.query("select " + key + " from '" + file + "' order by all"));
        assertThat(Duck.query("select * from '" + file + "' except select * from " + batches))
                .isEmpty();
        assertThat(filesBelow(root.resolve(table.name()))).containsExactly(file);
    }

    @Test
    void finalFileIsSortedByTheKey() throws IOException, SQLException {
        writeBatches(Tables.RATES, RandomRows.of(Tables.RATES, 2000, 3), 700);

        Path file = Consolidation.of(root).run(Tables.RATES).get(0).file();

        assertThat(Duck.query("select " + COLUMNS + " from '" + file + "'"))
                .isEqualTo(Duck.query("select " + COLUMNS + " from '" + file + "' order by all nulls first"));
    }

    @Test
    void resultDoesNotDependOnTheOrderOfRowsNorOnTheHeap() throws IOException {
        List<Row> rows = RandomRows.of(Tables.RATES, 150, 29);
        writeBatches(Tables.RATES, rows, 40);
        Path first = new Consolidation(root, ParquetFormat.defaults(), 1)
                .run(Tables.RATES)
                .get(0)
                .file();
        Collections.shuffle(rows, new Random(1));
        Path elsewhere = root.resolve("elsewhere");
        writeBatches(elsewhere, Tables.RATES, rows, 1000);
        Path second = Consolidation.of(elsewhere).run(Tables.RATES).get(0).file();

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void whatAllBatchesSayIsKept() throws IOException {
        TableFolder tables = new TableFolder(root, ParquetFormat.defaults());
        for (String ledger : List.of("{\"seen\":1}", "{\"seen\":2}")) {
            try (TableWriter writer = tables.batches(Tables.RATES)) {
                writer.describe("run_id", "r1");
                writer.describe("ledger", ledger);
                writer.commit();
            }
        }

        Path file = Consolidation.of(root).run(Tables.RATES).get(0).file();

        assertThat(ParquetInfo.of(file).metadata())
                .containsEntry("tic4j.run_id", "r1")
                .doesNotContainKey("tic4j.ledger");
    }

    @Test
    void aBatchThatIsAllOfAFileReplacesItsRowsInTheFinalFile() throws IOException, SQLException {
        writeRejects("f1", "old", "older");
        writeRejects("f2", "kept");
        Consolidation.of(root).run(Tables.REJECTS);
        writeRejects("f1", "new");
        Path file = Consolidation.of(root).run(Tables.REJECTS).get(0).file();
        assertThat(Duck.query("select file_id, message from '" + file + "' order by all")
                        .toString())
                .contains("new", "kept")
                .doesNotContain("old");

        writeRejects("f1");
        assertThat(Consolidation.of(root).run(Tables.REJECTS).get(0).rows()).isOne();
    }

    private void writeRejects(String fileId, String... messages) throws IOException {
        try (TableWriter writer = new TableFolder(root, ParquetFormat.defaults()).batches(Tables.REJECTS)) {
            writer.describe("file_id", fileId);
            for (String message : messages) {
                writer.write(new Row(Tables.REJECTS)
                        .set("file_id", fileId)
                        .set("payer_uuid", "p")
                        .set("rule", "r")
                        .set("severity", "ERROR")
                        .set("byte_offset", 1L)
                        .set("message", message));
            }
            writer.commit();
        }
    }

    @Test
    void newerBatchesJoinTheFinalFile() throws IOException {
        List<Row> rows = RandomRows.of(Tables.RATES, 300, 4);
        writeBatches(Tables.RATES, rows.subList(0, 200), 100);
        Consolidation.of(root).run(Tables.RATES);
        writeBatches(Tables.RATES, rows.subList(100, 300), 100);

        List<Consolidation.Merged> merged = Consolidation.of(root).run(Tables.RATES);

        assertThat(merged).extracting(Consolidation.Merged::rows).containsExactly(400L);
        assertThat(merged).extracting(Consolidation.Merged::duplicates).containsExactly(100L);
    }

    @Test
    void eachPartitionGetsItsFinalFile() throws IOException {
        TableFolder tables = new TableFolder(root, ParquetFormat.defaults());
        try (PartitionedWriter writer = tables.partitions(Tables.RATES)) {
            for (Row row : RandomRows.of(Tables.RATES, 30, 4)) {
                writer.write(new Partition("a", LocalDate.of(2026, 11, 1)), row);
                writer.write(new Partition("b", LocalDate.of(2026, 11, 1)), row);
            }
            writer.commit();
        }

        assertThat(Consolidation.of(root).run(Tables.RATES))
                .extracting(merged -> root.relativize(merged.file()).toString())
                .containsExactly(
                        "rates/payer=a/date=2026-11-01/rates_final.parquet",
                        "rates/payer=b/date=2026-11-01/rates_final.parquet");
    }

    @Test
    void longListsAreWrittenInPieces() throws IOException, SQLException {
        List<Row> groups = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<Long> npis = Stream.iterate(1_000_000_000L + i, npi -> npi + 1)
                    .limit(6000)
                    .toList();
            groups.add(new Row(Tables.PROVIDER_GROUPS)
                    .set("group_id", "g" + i)
                    .set("npi", npis)
                    .set("npi_count", 6000L));
        }
        writeBatches(Tables.PROVIDER_GROUPS, groups, 100);

        Path file = Consolidation.of(root).run(Tables.PROVIDER_GROUPS).get(0).file();

        assertThat(Duck.query("select count(*), sum(len(npi))::bigint, sum(list_sum(npi))::bigint from '" + file + "'"))
                .containsExactly(List.of(60L, 360_000L, 60L * 6000 * 1_000_000_000 + 60L * 6000 * (5999 + 59) / 2));
    }

    @Test
    void whatACrashLeftIsTidiedFirst() throws IOException {
        writeBatches(Tables.RATES, RandomRows.of(Tables.RATES, 10, 4), 5);
        Path sort = Files.writeString(root.resolve("rates/.rates_final.parquet_0.part"), "half");
        Path half = Files.writeString(new PendingFile(root.resolve("rates/rates_final.parquet")).part(), "half");

        assertThat(Consolidation.of(root).run(Tables.RATES)).hasSize(1);
        assertThat(sort).doesNotExist();
        assertThat(half).doesNotExist();
    }

    @Test
    void brokenBatchFailsAndEverythingStays() throws IOException {
        writeBatches(Tables.RATES, RandomRows.of(Tables.RATES, 10, 4), 5);
        Path broken = Files.writeString(root.resolve("rates/rates_batch_003.parquet"), "not Parquet, but long enough");
        List<Path> before = filesBelow(root);

        assertThatThrownBy(() -> Consolidation.of(root).run(Tables.RATES))
                .isInstanceOf(IOException.class)
                .hasMessage("Not a complete Parquet file: " + broken);
        assertThat(filesBelow(root)).isEqualTo(before);
    }

    @Test
    void tableWithoutFilesNeedsNothing() throws IOException {
        assertThat(Consolidation.of(root).run(Tables.RATES)).isEmpty();
    }

    @Test
    void sortingNeedsRoom() {
        assertThatThrownBy(() -> new Consolidation(root, ParquetFormat.defaults(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Sorting needs at least 1 byte, was given 0");
    }

    private void writeBatches(TableSchema table, List<Row> rows, int rowsPerFile) throws IOException {
        writeBatches(root, table, rows, rowsPerFile);
    }

    private static void writeBatches(Path folder, TableSchema table, List<Row> rows, int rowsPerFile)
            throws IOException {
        TableFolder tables =
                new TableFolder(folder, ParquetFormat.defaults(), new TableFolder.Limits(rowsPerFile, 1 << 30, 8));
        try (TableWriter writer = tables.batches(table)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.commit();
        }
    }

    private static List<Row> shuffledTwice(List<Row> rows) {
        List<Row> twice = new ArrayList<>(rows);
        twice.addAll(rows);
        Collections.shuffle(twice, new Random(5));
        return twice;
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : filesBelow(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
