package io.github.tic4j.parquet;

import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Figures about the prices of each billing code, as the table {@code analytics}: how many, from how many payers and for how
 * many organisations, extremes, mean, deviation, percentiles, outliers. Dollars, dollars per day and percentages are kept
 * apart.
 *
 * <p>The rates are sorted by code out of core, so that only one code's prices are in memory at a time. Percentiles are exact as
 * long as the distinct prices of a code fit; beyond that the groups with most of them go over to estimates with a stated
 * error, and the table says which. Count, extremes, mean and deviation are exact always. The result depends neither on the
 * order of rows nor on the files that they are in. Reading needs hadoop-client-api, see {@link ParquetRows}.
 *
 * @param root the folder of the tables
 * @param groupings what to group by
 * @param memoryBytes how much heap sorting may use, and how much the prices of one code may
 */
public record Analytics(Path root, List<Grouping> groupings, long memoryBytes) {

    private static final List<String> ALWAYS = List.of(
            "billing_code_type",
            "billing_code",
            "name",
            "payer_uuid",
            "negotiated_type",
            "negotiated_rate",
            "provider_set_id");

    /** Copies the list. */
    public Analytics {
        groupings = List.copyOf(groupings);
        if (memoryBytes < 1) {
            throw new IllegalArgumentException("Figures need at least 1 byte, were given " + memoryBytes);
        }
    }

    /** Figures by the groupings named (see {@link Groupings}), with an eighth of the largest heap for each purpose. */
    public static Analytics of(Path root, String... groupings) throws IOException {
        List<Grouping> known = new ArrayList<>();
        for (String name : groupings) {
            known.add(Groupings.named(name, root));
        }
        return new Analytics(root, known, Runtime.getRuntime().maxMemory() / 8);
    }

    /**
     * Computes the figures and writes {@code analytics/analytics_final.parquet} in place of an older one.
     *
     * @return the file
     */
    public Path run() throws IOException {
        TableFolder tables = new TableFolder(root, ParquetFormat.defaults());
        Path target = tables.folderOf(DerivedTables.ANALYTICS).resolve(tables.finalName(DerivedTables.ANALYTICS));
        TableSchema columns = Tables.RATES.select(columns());
        RowCodec codec = new RowCodec(columns, List.of("billing_code_type", "billing_code"));
        try (TableWriter writer = ParquetFormat.defaults().open(DerivedTables.ANALYTICS, target);
                RowSorter sorter = new RowSorter(codec, target, memoryBytes)) {
            TableFiles.forEach(root, columns, sorter::add);
            try (RowSorter.Merge rates = sorter.merge()) {
                computeAll(rates, codec, writer);
            }
            writer.commit();
        }
        return target;
    }

    private void computeAll(RowSorter.Merge rates, RowCodec codec, TableWriter writer) throws IOException {
        ProviderIndex providers = ProviderIndex.read(root);
        SortedRow first = rates.next();
        while (first != null) {
            CodeFigures figures = new CodeFigures(this, providers, codec.decode(first));
            SortedRow rate = first;
            while (rate != null && rate.hasKeyOf(first)) {
                figures.add(codec.decode(rate));
                rate = rates.next();
            }
            for (Row row : figures.rows()) {
                writer.write(row);
            }
            first = rate;
        }
    }

    private String[] columns() {
        TreeSet<String> columns = new TreeSet<>(ALWAYS);
        groupings.forEach(grouping -> columns.addAll(grouping.columns()));
        return columns.toArray(String[]::new);
    }
}
