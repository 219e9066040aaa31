package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of docs/parquet.md. */
class ParquetSamplesTest {

    @TempDir
    Path folder;

    @Test
    void rows() throws IOException {
        Path file = folder.resolve("rates.parquet");
        Row row = SampleTables.rate("f1", "p1");

        try (TableWriter rates = ParquetFormat.defaults().open(Tables.RATES, file)) {
            rates.describe("run_id", "2026-11-20");
            rates.write(row);
            rates.commit();
        }

        assertThat(ParquetInfo.of(file).metadata()).containsEntry("tic4j.run_id", "2026-11-20");
    }

    @Test
    void columns() throws IOException, SQLException {
        Path file = folder.resolve("rates.parquet");
        String fileId = "f1";
        String payer = "p1";
        int[] codeIds = {0, 1};
        List<String> codes = List.of("99213", "99214");
        int[] placeIds = {0, -1};
        List<List<String>> placeLists = List.of(List.of("11", "22"));
        long[] unscaled = {8150, 12};
        byte[] scales = {2, 0};
        int count = 2;

        ColumnBatch batch = new ColumnBatch(Tables.RATES)
                .same("file_id", fileId) // one value for all rows
                .same("payer_uuid", payer)
                .coded("billing_code", codeIds, codes) // a number into a list that may grow; -1 is null
                .coded("service_codes", placeIds, placeLists) // lists likewise
                .scaled("negotiated_rate", unscaled, scales); // 8150 with scale 2 is 81.50
        try (TableWriter rates = ParquetFormat.defaults().open(Tables.RATES, file)) {
            rates.write(batch.rows(count)); // refill the arrays, write again
            rates.commit();
        }

        assertThat(Duck.query("select billing_code, service_codes, negotiated_rate::double from '" + file + "'"))
                .containsExactly(List.of("99213", List.of("11", "22"), 81.5), Arrays.asList("99214", null, 12.0));
    }

    @Test
    void reading() throws IOException {
        SampleTables.write(folder, SampleTables.rates(3, 1));
        Path file = folder.resolve("rates/rates_batch_001.parquet");
        StringBuilder out = new StringBuilder();

        try (ParquetRows rates = ParquetRows.open(file, Tables.RATES.select("billing_code", "negotiated_rate"))) {
            for (Row rate : rates) {
                out.append(rate.value("billing_code") + " " + rate.value("negotiated_rate"));
            }
        }

        assertThat(out).startsWith("9921");
    }

    @Test
    void consolidationFiguresComparisonLayoutAndReport() throws IOException {
        Path october = folder.resolve("october");
        Path november = folder.resolve("november");
        SampleTables.write(october, List.of(price("1")));
        SampleTables.write(november, List.of(price("2"), price("2")));

        for (Consolidation.Merged merged : Consolidation.of(november).run(Tables.RATES)) {
            assertThat(merged.rows() + " rows, " + merged.duplicates() + " duplicates dropped")
                    .isEqualTo("2 rows, 1 duplicates dropped");
        }
        Path analytics = Analytics.of(november, "none", "payer", "state").run();
        Comparison.Changes changes = Comparison.of(october, november, november).run();
        Path wide = new WideLayout(november, ParquetFormat.defaults()).run();
        new Report(november).write(november.resolve("report.html"));

        assertThat(ParquetInfo.of(analytics).rows()).isEqualTo(3);
        assertThat(changes.changed() + " changed, " + changes.added() + " came, " + changes.removed() + " went")
                .isEqualTo("1 changed, 0 came, 0 went");
        assertThat(ParquetInfo.of(wide).rows()).isEqualTo(1);
        assertThat(november.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void groupingOfOnesOwn() throws IOException, SQLException {
        SampleTables.write(folder, List.of(price("1").set("billing_code_modifier", List.of("26", "TC")), price("2")));

        Grouping modifier = new Grouping() {
            @Override
            public String name() {
                return "modifier";
            }

            @Override
            public List<String> columns() {
                return List.of("billing_code_modifier");
            }

            @Override
            @SuppressWarnings("unchecked")
            public Collection<String> groupsOf(Row rate) {
                Object modifiers = rate.value("billing_code_modifier");
                return modifiers == null ? List.of("none") : (List<String>) modifiers;
            }
        };
        Path file = new Analytics(folder, List.of(modifier), 64 << 20).run();

        assertThat(Duck.query("select group_value, rate_count from '" + file + "' order by 1"))
                .containsExactly(List.of("26", 1L), List.of("TC", 1L), List.of("none", 1L));
    }

    private static Row price(String amount) {
        return SampleTables.rate("f", "p")
                .set("billing_code", "99213")
                .set("negotiated_type", "negotiated")
                .set("negotiated_rate", new BigDecimal(amount));
    }
}
