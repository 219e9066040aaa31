package io.github.tic4j.parquet;

import io.github.tic4j.table.Column;
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
import org.jspecify.annotations.Nullable;

/**
 * What became of the prices from one run to a later one, as the table {@code rate_changes}: added, removed or changed, and by
 * how much.
 *
 * <p>A price is the same one in both runs if payer, code, organisation, negotiated type, class, setting, arrangement, places of
 * service, modifiers and additional information agree. Files, provider sets, expiry and descriptions do not count, since
 * publishers renumber and reword them every month. Where a set of these has several prices, equal ones are paired first and
 * the others in ascending order. A price that is published twice counts once.
 *
 * <p>Both sides are sorted out of core. Reading needs hadoop-client-api, see {@link ParquetRows}.
 *
 * @param before the folder of the earlier run's tables
 * @param after the folder of the later run's tables
 * @param root the folder to write to
 * @param sortBytes how much heap sorting may use for each side
 */
public record Comparison(Path before, Path after, Path root, long sortBytes) {

    private static final List<String> IDENTITY = DerivedTables.RATE_CHANGES
            .key()
            .subList(0, DerivedTables.RATE_CHANGES.key().indexOf("change"));
    private static final TableSchema PRICES = prices();
    private static final TableSchema RATES = Tables.RATES.select(PRICES.columns().stream()
            .map(Column::name)
            .filter(name -> !name.equals("organization_uuid"))
            .toArray(String[]::new));
    private static final int ORGANIZATION = PRICES.indexOf("organization_uuid");

    /** Where the columns of RATES are in PRICES. */
    private static final int[] PLACES = RATES.columns().stream()
            .mapToInt(column -> PRICES.indexOf(column.name()))
            .toArray();

    /** Checks that there is room for sorting. */
    public Comparison {
        if (sortBytes < 1) {
            throw new IllegalArgumentException("Sorting needs at least 1 byte, was given " + sortBytes);
        }
    }

    /** A comparison that uses an eighth of the largest heap for sorting each side. */
    public static Comparison of(Path before, Path after, Path root) {
        return new Comparison(before, after, root, Runtime.getRuntime().maxMemory() / 8);
    }

    /** Compares, and writes {@code rate_changes/rate_changes_final.parquet} in place of an older one. */
    public Changes run() throws IOException {
        TableFolder tables = new TableFolder(root, ParquetFormat.defaults());
        Path target = tables.folderOf(DerivedTables.RATE_CHANGES).resolve(tables.finalName(DerivedTables.RATE_CHANGES));
        RowCodec codec = new RowCodec(PRICES, IDENTITY);
        try (TableWriter writer = tables.format().open(DerivedTables.RATE_CHANGES, target);
                RowSorter earlier = new RowSorter(codec, target.resolveSibling("before"), sortBytes);
                RowSorter later = new RowSorter(codec, target.resolveSibling("after"), sortBytes)) {
            sort(before, earlier);
            sort(after, later);
            Changes changes;
            try (RowSorter.Merge old = earlier.merge();
                    RowSorter.Merge young = later.merge()) {
                changes = new PriceMatcher(codec, writer).match(old, young, target);
            }
            writer.commit();
            return changes;
        }
    }

    private static TableSchema prices() {
        List<Column> columns = new ArrayList<>(DerivedTables.RATE_CHANGES
                .select(IDENTITY.toArray(String[]::new))
                .columns());
        columns.addAll(
                Tables.RATES.select("negotiated_rate", "negotiated_rate_text").columns());
        return new TableSchema("prices", 1, "One row per price and organisation.", columns, IDENTITY);
    }

    private static void sort(Path root, RowSorter sorter) throws IOException {
        ProviderIndex providers = ProviderIndex.read(root);
        TableFiles.forEach(root, RATES, rate -> {
            Row price = new Row(PRICES);
            for (int i = 0; i < PLACES.length; i++) {
                price.set(PLACES[i], withoutOrder(rate.value(i)));
            }
            int[] organizations = providers.organizationsOf((String) rate.value("provider_set_id"));
            if (organizations.length == 0) {
                sorter.add(price);
                return;
            }
            price.set("provider_set_id", null);
            for (int organization : organizations) {
                sorter.add(price.set(ORGANIZATION, providers.uuidOf(organization)));
            }
        });
    }

    private static @Nullable Object withoutOrder(@Nullable Object value) {
        return value instanceof List<?> list && list.size() > 1 ? List.copyOf(new TreeSet<>(list)) : value;
    }

    /**
     * What a comparison found.
     *
     * @param file the table of changes
     * @param unchanged how many prices are in both runs
     * @param added how many are only in the later one
     * @param removed how many are only in the earlier one
     * @param changed how many are in both with another amount
     */
    public record Changes(Path file, long unchanged, long added, long removed, long changed) {}
}
