package io.github.tic4j.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.table.Partition;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3LayoutTest {

    private static final Instant AT = Instant.parse("2025-01-29T14:30:22.5Z");
    private static final Partition PARTITION = new Partition("bcbs fl", LocalDate.of(2025, 1, 29));

    private final S3Layout layout = new S3Layout(S3Location.parse("s3://rates/tic-mrf"));

    @Test
    void namesObjectsAsTheirReadersExpect() {
        assertThat(layout.table("rates", PARTITION, "rates_batch_001.parquet"))
                .hasToString("s3://rates/tic-mrf/rates/payer=bcbs%20fl/date=2025-01-29/rates_batch_001.parquet");
        assertThat(layout.factTable(AT))
                .hasToString("s3://rates/tic-mrf/fact_tables/memory_efficient_fact_table_20250129_143022.parquet");
        assertThat(layout.factTableChunk(7, AT))
                .hasToString("s3://rates/tic-mrf/fact_tables/streaming_chunks/chunk_0007_20250129_143022.parquet");
        assertThat(layout.factTableSummary()).hasToString("s3://rates/tic-mrf/fact_table_summary.json");
        assertThat(layout.statistics(AT))
                .hasToString(
                        "s3://rates/tic-mrf/processing_statistics/2025-01-29/processing_statistics_1738161022.json");
    }

    @ParameterizedTest
    @CsvSource({
        "rates/rates_final.parquet, rates/payer=bcbs%20fl/date=2025-01-29/rates_final.parquet",
        "processing_statistics.json, processing_statistics/2025-01-29/processing_statistics_1738161022.json",
        "memory_efficient_fact_table.parquet, fact_tables/memory_efficient_fact_table_20250129_143022.parquet",
        "memory_efficient_fact_table_summary.json, fact_table_summary.json",
        "rates/payer=a/date=2025-01-01/b.parquet, rates/payer=a/date=2025-01-01/b.parquet",
        "manifest.jsonl, manifest.jsonl",
    })
    void placesTheFilesOfALocalRun(String file, String key) {
        assertThat(layout.place(file, AT, PARTITION).key()).isEqualTo("tic-mrf/" + key);
    }

    @Test
    void beginsAnywhere() {
        assertThat(new S3Layout(S3Location.of("rates", "")).factTableSummary())
                .hasToString("s3://rates/fact_table_summary.json");
        assertThat(new S3Layout(S3Location.of("rates", "a/"))).isEqualTo(new S3Layout(S3Location.of("rates", "a")));
    }

    @Test
    void refusesNamesThatAreSeveral() {
        assertThatThrownBy(() -> layout.table("a/b", PARTITION, "f"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A table is one segment of a path: 'a/b'");
        assertThatThrownBy(() -> layout.table("a", PARTITION, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A file is one segment of a path: ''");
    }
}
