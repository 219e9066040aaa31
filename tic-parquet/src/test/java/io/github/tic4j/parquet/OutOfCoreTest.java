package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import io.github.tic4j.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consolidation and figures of a table that is several times as large as the heap, in a process of their own. */
class OutOfCoreTest {

    private static final int ROWS = 80_000;
    private static final int BATCHES = 5;

    @TempDir
    Path root;

    @Test
    void tableLargerThanTheHeapIsConsolidatedAndAnalysed() throws Exception {
        ChildJvm.Result child = ChildJvm.runIn("56m", OutOfCoreTest.class, root.toString());

        assertThat(child.exit()).as(child.output()).isZero();
        assertThat(Duck.query("select count(*), count(distinct negotiated_rate), sum(negotiated_rate)::bigint from '"
                        + root + "/rates/rates_final.parquet'"))
                .containsExactly(List.of((long) ROWS, (long) ROWS, (long) ROWS * (ROWS + 1) / 2));
        assertThat(Duck.query("select rate_count, median_rate::bigint, method from '" + root
                        + "/analytics/analytics_final.parquet' where procedure_code = '00000'"))
                .containsExactly(List.of(ROWS / 100L, ROWS / 2L - 49, "exact"));
    }

    /** Runs in the small heap. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        writeTwice(root);
        List<Consolidation.Merged> merged =
                new Consolidation(root, ParquetFormat.defaults(), 4 << 20).run(Tables.RATES);
        if (merged.get(0).duplicates() != ROWS) {
            throw new IllegalStateException("Found " + merged);
        }
        new Analytics(root, List.of(Groupings.named("none", root)), 4 << 20).run();
    }

    /** Every row twice, in different files. */
    private static void writeTwice(Path root) throws IOException {
        ParquetFormat format = new ParquetFormat(Compression.ZSTD, 8000, 4 << 20);
        TableFolder tables = new TableFolder(root, format);
        for (int batch = 0; batch < 2 * BATCHES; batch++) {
            int rows = ROWS / BATCHES;
            int first = batch % BATCHES * rows;
            Path file = tables.nextBatch(Tables.RATES, tables.folderOf(Tables.RATES));
            try (TableWriter writer = format.open(Tables.RATES, file)) {
                for (int i = 0; i < rows; i += 1000) {
                    writer.write(batch(first + i));
                }
                writer.commit();
            }
        }
    }

    private static ColumnBatch batch(int first) {
        long[] prices = new long[1000];
        Arrays.setAll(prices, i -> first + i + 1L);
        int[] ids = new int[1000];
        Arrays.setAll(ids, i -> (first + i) % 100);
        return new ColumnBatch(Tables.RATES)
                .rows(1000)
                .same("file_id", "f".repeat(64))
                .same("payer_uuid", "p".repeat(36))
                .same("description", "d".repeat(700))
                .same("negotiated_type", "negotiated")
                .coded(
                        "billing_code",
                        ids,
                        Stream.iterate(0, i -> i + 1)
                                .limit(100)
                                .map(i -> String.format("%05d", i))
                                .toList())
                .scaled("negotiated_rate", prices, new byte[1000]);
    }
}
