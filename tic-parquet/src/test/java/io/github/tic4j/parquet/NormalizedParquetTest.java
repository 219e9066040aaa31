package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.normalize.NormalizeOptions;
import io.github.tic4j.normalize.NormalizeOptions.RateIds;
import io.github.tic4j.normalize.Normalizer;
import io.github.tic4j.normalize.Payer;
import io.github.tic4j.normalize.SourceFile;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.Sources;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSet;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A normalised file in Parquet, as DuckDB reads it. */
class NormalizedParquetTest {

    @TempDir
    Path folder;

    private MrfTruth truth;

    @BeforeEach
    void normalize() throws IOException {
        MrfSpec spec = MrfSpec.builder()
                .items(300)
                .ratesPerItem(40)
                .providerReferences(100)
                .schema(MrfSpec.Schema.V1)
                .shares(MrfSpec.Shares.MIXED)
                .order(MrfSpec.Order.REFERENCES_LAST)
                .build();
        truth = MrfGenerator.write(spec, folder.resolve("rates.json.gz"));
        normalize("tables", 2);
    }

    @Test
    void pricesAddUpToTheTruth() throws SQLException {
        assertThat(Duck.query(
                        "select count(*), sum(negotiated_rate)::decimal(38, 4), count(rate_id) from " + table("rates")))
                .isEqualTo(List.of(List.of(
                        truth.all().prices(),
                        truth.all().sum().setScale(4),
                        truth.all().prices())));
        Map<Object, Object> byCode = new TreeMap<>();
        Duck.query("select coalesce(billing_code_type_text, billing_code_type) || ' '"
                        + " || coalesce(billing_code_text, billing_code) as code, count(*) from " + table("rates")
                        + " group by 1")
                .forEach(row -> byCode.put(row.get(0), row.get(1)));
        assertThat(truth.pricesByCode())
                .isNotEmpty()
                .allSatisfy((code, prices) -> assertThat(byCode.get(code)).isEqualTo(prices));
    }

    @Test
    void everyKeyIsFound() throws SQLException {
        for (String orphans : List.of(
                "%1$s r where not exists (from %2$s s where s.provider_set_id = r.provider_set_id)",
                "(select unnest(group_ids) as id from %2$s) u where not exists (from %3$s g where g.group_id = u.id)",
                "%3$s g where not exists (from %4$s o where o.organization_uuid = g.organization_uuid)",
                "%5$s p where not exists (from %4$s o where o.organization_uuid = p.organization_uuid)",
                "%1$s r where not exists (from %6$s f where f.file_id = r.file_id and f.payer_uuid = r.payer_uuid)")) {
            String query = String.format(
                    orphans,
                    table("rates"),
                    table("provider_sets"),
                    table("provider_groups"),
                    table("organizations"),
                    table("providers"),
                    table("files"));
            assertThat(Duck.value("select count(*) from " + query)).as(query).isEqualTo(0L);
        }
    }

    @Test
    void providersAreTheDistinctPairsOfTheGroups() throws SQLException {
        String pairs = "(select distinct organization_uuid, unnest(npi) as npi from " + table("provider_groups") + ")";

        assertThat(Duck.value("select count(*) from " + pairs))
                .isEqualTo(Duck.value("select count(*) from " + table("providers")));
        assertThat(Duck.value("select count(*) from (" + "select organization_uuid, count(*) n from " + pairs
                        + " group by 1) g join " + table("organizations") + " o using (organization_uuid)"
                        + " where n != npi_count"))
                .isEqualTo(0L);
        assertThat(Duck.value("select count(*) from (select provider_set_id, count(distinct npi) n from"
                        + " (select provider_set_id, unnest(group_ids) as group_id from " + table("provider_sets")
                        + ") join (select group_id, unnest(npi) as npi from " + table("provider_groups")
                        + ") using (group_id) group by 1) join " + table("provider_sets")
                        + " using (provider_set_id) where n != npi_count"))
                .isEqualTo(0L);
    }

    @Test
    void anotherRunWritesTheSameBytes() throws IOException {
        normalize("again", 1);

        Map<Path, byte[]> tables = files("tables");
        Map<Path, byte[]> again = files("again");
        assertThat(again.keySet()).isEqualTo(tables.keySet()).hasSizeGreaterThan(8);
        tables.forEach(
                (file, bytes) -> assertThat(again.get(file)).as(file.toString()).isEqualTo(bytes));
    }

    private void normalize(String into, int threads) throws IOException {
        TableFolder tables = new TableFolder(folder.resolve(into), ParquetFormat.defaults());
        NormalizeOptions options = NormalizeOptions.builder()
                .reading(ReadOptions.builder().threads(threads).build())
                .rateIds(RateIds.LOSSLESS)
                .build();
        try (TableSet set = new TableSet(tables::batches)) {
            Normalizer.with(options)
                    .normalize(
                            SourceFile.builder(Sources.of(folder.resolve("rates.json.gz")), Payer.named("test"))
                                    .build(),
                            set);
            set.commit();
        }
    }

    private String table(String name) {
        return "'" + folder.resolve("tables/" + name + "/*.parquet") + "'";
    }

    private Map<Path, byte[]> files(String root) throws IOException {
        Map<Path, byte[]> content = new TreeMap<>();
        Path base = folder.resolve(root);
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                content.put(base.relativize(file), Files.readAllBytes(file));
            }
        }
        return content;
    }
}
