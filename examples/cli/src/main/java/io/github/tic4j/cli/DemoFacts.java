package io.github.tic4j.cli;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.fact.FactOptions;
import io.github.tic4j.nppes.fact.FactSummary;
import io.github.tic4j.nppes.fact.FactTable;
import io.github.tic4j.nppes.fact.NppesMatch;
import io.github.tic4j.nppes.snapshot.NppesSnapshot;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.parquet.ParquetRows;
import io.github.tic4j.parquet.ParquetTables;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import io.github.tic4j.testing.NppesGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The last step of the demo: a made-up NPPES file, a snapshot of it, and the fact table of the run. */
final class DemoFacts {

    /** A price has hundreds of NPIs, and a newcomer no patience for millions of rows. */
    private static final int PRICES = 1_000;

    private static final int SEED = 42;

    private final Path tables;
    private final Path folder;

    DemoFacts(Path tables, Path folder) {
        this.tables = tables;
        this.folder = folder;
    }

    /** The fact table; there when the demo is through. */
    Path file() {
        return folder.resolve("fact_table.parquet");
    }

    void write(PrintStream out) throws IOException {
        Path zip = folder.resolve("NPPES_Data_Dissemination_made_up.zip");
        Path snapshots = folder.resolve("nppes");
        Files.createDirectories(folder);
        NppesGenerator.monthly(zip, registered(), 1);
        NppesSnapshot.build(snapshots, List.of(zip));
        FactSummary summary;
        try (NppesSnapshot snapshot = NppesSnapshot.open(snapshots)) {
            FactOptions sampled = FactOptions.defaults().withSample(PRICES, SEED);
            FactTable facts = new FactTable(new ParquetTables(tables), snapshot, TaxonomyTable.empty(), sampled);
            try (TableWriter writer = ParquetFormat.defaults().open(facts.schema(), file())) {
                summary = facts.write(writer);
                writer.commit();
            }
        }
        long found = summary.rows().matches().getOrDefault(NppesMatch.FOUND, 0L);
        out.printf(
                Locale.ROOT,
                "   %,d of the prices, drawn at random, became %,d rows, one per price and NPI;%n"
                        + "   the registry knows the NPI of %,d of them.%n",
                summary.prices().count(),
                summary.rows().count(),
                found);
    }

    /** The NPIs of the run that the made-up registry knows: all that are well-formed, but for one in ten. */
    private long[] registered() throws IOException {
        TreeSet<Long> npis = new TreeSet<>();
        try (ParquetRows rows =
                ParquetRows.open(tables.resolve("providers/providers_final.parquet"), Tables.PROVIDERS)) {
            for (Row row : rows) {
                long npi = Long.parseLong(String.valueOf(row.value("npi")));
                if (Npi.isValid(npi) && npi % 10 != 7) {
                    npis.add(npi);
                }
            }
        }
        return npis.stream().mapToLong(Long::longValue).toArray();
    }
}
