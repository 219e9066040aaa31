package io.github.tic4j.nppes.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.nppes.Entity;
import io.github.tic4j.nppes.Lifecycle;
import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.PersonName;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderStatus;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSource;
import io.github.tic4j.table.TextFormat;
import io.github.tic4j.testing.ChildJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers, groups and sets that would fill the heap several times over. */
class FactHeapTest {

    private static final int GROUPS = 20_000;
    private static final int NPIS_PER_GROUP = 6;
    private static final int GROUPS_PER_SET = 5;
    private static final int SETS = 20_000;
    private static final int PRICES = 15_000;

    @TempDir
    Path scratch;

    @Test
    void theHeapDoesNotGrowWithTheTables() throws Exception {
        ChildJvm.Result child = ChildJvm.runIn("24m", FactHeapTest.class, scratch.toString());

        assertThat(child.exit()).as(child.output()).isZero();
        assertThat(child.output().strip()).endsWith(PRICES * GROUPS_PER_SET * NPIS_PER_GROUP + " rows of 120000 NPIs");
    }

    /** Runs in the small heap. */
    public static void main(String[] arguments) throws IOException {
        FactOptions options = FactOptions.defaults()
                .withScratch(Path.of(arguments[0]))
                .withColumns(List.of("service_code", "npi", "nppes_last_name", "nppes_match"));
        FactTable facts = new FactTable(tables(), FactHeapTest::provider, TaxonomyTable.empty(), options);
        FactSummary summary = facts.write(TextFormat.CSV.writer(facts.schema(), OutputStream.nullOutputStream()));
        System.out.println(summary.rows().count() + " rows of " + summary.npis() + " NPIs");
    }

    private static TableSource tables() {
        return (schema, consumer) -> {
            int rows = schema.name().equals("rates")
                    ? PRICES
                    : schema.name().equals("provider_sets")
                            ? SETS
                            : schema.name().equals("provider_groups") ? GROUPS : 0;
            for (int i = 0; i < rows; i++) {
                consumer.accept(row(schema, i));
            }
        };
    }

    private static Row row(TableSchema schema, int i) {
        Row row = new Row(schema);
        if (schema.name().equals("rates")) {
            return row.set("provider_set_id", "set" + (i * 7919L % SETS)).set("billing_code", "99213");
        }
        if (schema.name().equals("provider_sets")) {
            List<String> groups = new ArrayList<>();
            for (int g = 0; g < GROUPS_PER_SET; g++) {
                groups.add("group" + (i + g * 101) % GROUPS);
            }
            return row.set("provider_set_id", "set" + i).set("group_ids", groups);
        }
        List<Long> npis = new ArrayList<>();
        for (int n = 0; n < NPIS_PER_GROUP; n++) {
            npis.add(Npi.ofNineDigits(100_000_000 + i * NPIS_PER_GROUP + n).value());
        }
        return row.set("group_id", "group" + i)
                .set("organization_uuid", new UUID(0, i).toString())
                .set("npi", npis);
    }

    private static Optional<Provider> provider(Npi npi) {
        Entity entity =
                new Entity.Individual(new PersonName(null, "FIRST" + npi, null, "LAST" + npi, null, null), null, null);
        return Optional.of(new Provider(
                npi,
                ProviderStatus.ACTIVE,
                entity,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Lifecycle.UNKNOWN,
                new Provenance(Provenance.Origin.SNAPSHOT, "nppes.zip", Instant.EPOCH)));
    }
}
