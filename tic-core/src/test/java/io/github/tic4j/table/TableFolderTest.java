package io.github.tic4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFolderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path root;

    private final List<TableWriter> open = new ArrayList<>();
    private int mostOpen;

    @Test
    void batchesAreNumberedAndContinue() throws IOException {
        writeTwice(tables(new TableFolder.Limits(2, 1 << 20, 8)), 3);

        assertThat(names(root.resolve("samples")))
                .containsExactly(
                        "samples_batch_001.csv",
                        "samples_batch_002.csv",
                        "samples_batch_003.csv",
                        "samples_batch_004.csv");
    }

    @Test
    void fullByBytesToo() throws IOException {
        TableFolder tables = tables(new TableFolder.Limits(1 << 20, 1 << 17, 8));
        try (TableWriter writer = tables.batches(SampleTable.SCHEMA)) {
            for (int i = 0; i < 5; i++) {
                writer.write(SampleTable.full("x".repeat(100_000)));
            }
            writer.commit();
            assertThat(writer.bytes()).isGreaterThan(500_000);
        }

        assertThat(names(root.resolve("samples"))).hasSizeBetween(2, 5);
    }

    @Test
    void tableWithoutRowsGetsOneFile() throws IOException {
        try (TableWriter writer = tables(TableFolder.Limits.defaults()).batches(SampleTable.SCHEMA)) {
            writer.commit();
        }

        assertThat(names(root.resolve("samples"))).containsExactly("samples_batch_001.csv");
    }

    @Test
    void closingWithoutCommitDeletesCompleteBatchesToo() throws IOException {
        try (TableWriter writer = tables(new TableFolder.Limits(1, 1 << 20, 8)).batches(SampleTable.SCHEMA)) {
            writer.write(SampleTable.full("1"));
            writer.write(SampleTable.full("2"));
            assertThat(names(root.resolve("samples"))).hasSize(2);
        }

        assertThat(root.resolve("samples")).isEmptyDirectory();
    }

    @Test
    void partitionsAreFoldersThatHiveReads() throws IOException {
        TableFolder tables = tables(TableFolder.Limits.defaults());
        Partition partition = new Partition("blue=cross/ä", DAY);
        try (TableWriter writer = tables.batches(SampleTable.SCHEMA, partition)) {
            writer.write(SampleTable.full("1"));
            writer.commit();
        }

        assertThat(tables.files(SampleTable.SCHEMA))
                .containsExactly(
                        root.resolve("samples/payer=blue%3Dcross%2F%C3%A4/date=2026-11-20/samples_batch_001.csv"));
        assertThat(tables.finalName(SampleTable.SCHEMA)).isEqualTo("samples_final.csv");
    }

    @Test
    void thousandPartitionsDoNotMeanThousandOpenWriters() throws IOException {
        TableFolder tables = tables(new TableFolder.Limits(1000, 1 << 20, 3));
        try (PartitionedWriter writer = tables.partitions(SampleTable.SCHEMA)) {
            writer.describe("run_id", "r1");
            for (int i = 0; i < 1000; i++) {
                writer.write(new Partition("payer" + i, DAY), SampleTable.full("1"));
                writer.write(new Partition("often", DAY), SampleTable.full("2"));
            }
            writer.commit();
        }

        assertThat(mostOpen).isEqualTo(3);
        assertThat(tables.files(SampleTable.SCHEMA)).hasSize(1001);
    }

    @Test
    void partitionThatComesBackGetsItsNextBatch() throws IOException {
        TableFolder tables = tables(new TableFolder.Limits(1000, 1 << 20, 1));
        Partition a = new Partition("a", DAY);
        try (PartitionedWriter writer = tables.partitions(SampleTable.SCHEMA)) {
            writer.write(a, SampleTable.full("1"));
            writer.write(new Partition("b", DAY), SampleTable.full("2"));
            writer.write(a, SampleTable.full("3"));
            writer.commit();
        }

        assertThat(names(tables.folderOf(SampleTable.SCHEMA, a)))
                .containsExactly("samples_batch_001.csv", "samples_batch_002.csv");
    }

    @Test
    void partitionsWithoutCommitLeaveNoFile() throws IOException {
        TableFolder tables = tables(new TableFolder.Limits(1000, 1 << 20, 1));
        try (PartitionedWriter writer = tables.partitions(SampleTable.SCHEMA)) {
            writer.write(new Partition("a", DAY), SampleTable.full("1"));
            writer.write(new Partition("b", DAY), SampleTable.full("2"));
        }

        assertThat(tables.files(SampleTable.SCHEMA)).isEmpty();
        assertThat(tables.recover()).isEmpty();
    }

    @Test
    void filesOfOtherNamesAreNotOurs() throws IOException {
        TableFolder tables = tables(TableFolder.Limits.defaults());
        Path folder = Files.createDirectories(tables.folderOf(SampleTable.SCHEMA));
        Files.writeString(folder.resolve("samples_mine.csv"), "x");
        Files.writeString(folder.resolve("others_batch_001.csv"), "x");
        Path ours = Files.writeString(folder.resolve("samples_batch_041.csv"), "x");

        assertThat(tables.files(SampleTable.SCHEMA)).containsExactly(ours);
        assertThat(tables.nextBatch(SampleTable.SCHEMA, folder)).hasFileName("samples_batch_042.csv");
    }

    @Test
    void leftoversAreNotFilesOfTheTable() throws IOException {
        TableFolder tables = tables(TableFolder.Limits.defaults());
        Path part = new PendingFile(root.resolve("samples/samples_batch_001.csv")).part();
        Files.writeString(part, "half");

        assertThat(tables.files(SampleTable.SCHEMA)).isEmpty();
        assertThat(tables.recover()).containsExactly(part);
    }

    @Test
    void limitsOfNothingAreRefused() {
        assertThatThrownBy(() -> new TableFolder.Limits(0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Limits must be at least 1, were rowsPerFile 0, bytesPerFile 1, openWriters 1");
    }

    @Test
    void partitionWithoutPayerIsRefused() {
        assertThatThrownBy(() -> new Partition(" ", DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Partition needs the name of a payer");
    }

    private void writeTwice(TableFolder tables, int rows) throws IOException {
        for (int run = 0; run < 2; run++) {
            try (TableWriter writer = tables.batches(SampleTable.SCHEMA)) {
                for (int i = 0; i < rows; i++) {
                    writer.write(SampleTable.full("1"));
                }
                writer.commit();
            }
        }
    }

    private TableFolder tables(TableFolder.Limits limits) {
        return new TableFolder(root, new CountingFormat(), limits);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** CSV that counts how many of its writers are open. */
    private final class CountingFormat implements TableFormat {

        @Override
        public String extension() {
            return ".csv";
        }

        @Override
        public TableWriter open(TableSchema schema, Path file) throws IOException {
            TableWriter writer = TextFormat.CSV.open(schema, file);
            open.add(writer);
            mostOpen = Math.max(mostOpen, open.size());
            return new TableWriter() {
                @Override
                public void write(Row row) throws IOException {
                    writer.write(row);
                }

                @Override
                public long bytes() {
                    return writer.bytes();
                }

                @Override
                public void commit() throws IOException {
                    writer.commit();
                }

                @Override
                public void close() throws IOException {
                    open.remove(writer);
                    writer.close();
                }
            };
        }
    }
}
