package io.github.tic4j.parquet;

import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.TableFolder;
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
 * <p>The prices are sorted by code and group out of core, so that only one group's are in memory at a time, and the names of
 * the codes. Percentiles are exact as long as the distinct prices of a group fit; beyond that they are estimates with a stated
 * error, and the table says which. Count, extremes, mean and deviation are exact always. The result depends neither on the
 * order of rows nor on the files that they are in. Reading needs hadoop-client-api, see {@link ParquetRows}.
 *
 * @param root the folder of the tables
 * @param groupings what to group by
 * @param memoryBytes how much heap sorting may use, and how much the prices of one group may
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
        RowCodec codec = new RowCodec(GroupedPrices.SCHEMA, GroupedPrices.SCHEMA.key());
        ProviderIndex providers = ProviderIndex.read(root);
        try (TableWriter writer = ParquetFormat.defaults().open(DerivedTables.ANALYTICS, target);
                RowSorter sorter = new RowSorter(codec, target, memoryBytes)) {
            GroupedPrices prices = new GroupedPrices(groupings, providers, sorter);
            TableFiles.forEach(root, Tables.RATES.select(columns()), prices::add);
            try (RowSorter.Merge sorted = sorter.merge()) {
                SortedRow row = sorted.next();
                while (row != null) {
                    SortedRow first = row;
                    GroupFigures figures = new GroupFigures(codec.decode(first), providers, memoryBytes);
                    while (row != null && row.hasKeyOf(first)) {
                        figures.add(codec.decode(row));
                        row = sorted.next();
                    }
                    writer.write(figures.row(prices));
                }
            }
            writer.commit();
        }
        return target;
    }

    private String[] columns() {
        TreeSet<String> columns = new TreeSet<>(ALWAYS);
        groupings.forEach(grouping -> columns.addAll(grouping.columns()));
        return columns.toArray(String[]::new);
    }
}
