package io.github.tic4j.cli.samples;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.nppes.ProviderJson;
import io.github.tic4j.nppes.backfill.Backfill;
import io.github.tic4j.nppes.backfill.BackfillOptions;
import io.github.tic4j.nppes.backfill.BackfillReport;
import io.github.tic4j.nppes.backfill.BackfillSink;
import io.github.tic4j.nppes.backfill.CachedDirectory;
import io.github.tic4j.nppes.backfill.LookupJournal;
import io.github.tic4j.nppes.backfill.NpiCollector;
import io.github.tic4j.nppes.fact.FactOptions;
import io.github.tic4j.nppes.fact.FactSummary;
import io.github.tic4j.nppes.fact.FactTable;
import io.github.tic4j.nppes.registry.RegistryClient;
import io.github.tic4j.nppes.snapshot.NppesSnapshot;
import io.github.tic4j.nppes.snapshot.ProviderCursor;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.parquet.ParquetTables;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The samples of docs/nppes.md and docs/facts.md. */
final class NppesSamples {

    private NppesSamples() {}

    static void snapshot(Path folder, Path monthlyZip, Path weeklyZip, Path deactivationZip) throws IOException {
        NppesSnapshot.build(folder, List.of(monthlyZip, weeklyZip, deactivationZip));
        try (NppesSnapshot snapshot = NppesSnapshot.open(folder)) {
            ProviderDirectory directory = ProviderDirectory.chain(snapshot, RegistryClient.create());
            Provider provider = directory.find(Npi.parse("1234567893")).orElseThrow();
            System.out.println(ProviderJson.writePretty(provider));
        }
    }

    static void cursor(NppesSnapshot snapshot) {
        ProviderCursor cursor = snapshot.cursor();
        if (cursor.seek(1234567893L)) {
            String taxonomy = cursor.taxonomyCode();
            System.out.println(taxonomy);
        }
    }

    static void backfill(NppesSnapshot snapshot, Path run, Path folder, BackfillSink sink)
            throws IOException, InterruptedException {
        NpiCollector npis = new NpiCollector();
        new ParquetTables(run).forEach(Tables.PROVIDERS.select("npi"), row -> npis.add(row.text(0)));
        try (LookupJournal journal = LookupJournal.open(folder.resolve("nppes_cache.jsonl"))) {
            ProviderDirectory directory =
                    ProviderDirectory.chain(snapshot, new CachedDirectory(RegistryClient.create(), journal));
            BackfillReport report = new Backfill(directory, BackfillOptions.defaults()).run(npis, sink);
            System.out.println(report.toJson(null));
        }
    }

    static void facts(Path run, NppesSnapshot snapshot, Path nuccCsv) throws IOException {
        FactTable facts =
                new FactTable(new ParquetTables(run), snapshot, TaxonomyTable.load(nuccCsv), FactOptions.defaults());
        try (TableWriter out = ParquetFormat.defaults().open(facts.schema(), Path.of("fact_table.parquet"))) {
            FactSummary summary = facts.write(out);
            out.commit();
            System.out.println(summary.toJson());
        }
    }

    static FactOptions options() {
        return FactOptions.defaults()
                .withJoin(FactOptions.Join.INNER)
                .withGrain(FactOptions.Grain.ORGANIZATION)
                .withSample(1000, 42)
                .withColumns(List.of("service_code", "negotiated_rate", "rate_npis", "nppes_found_count"));
    }
}
