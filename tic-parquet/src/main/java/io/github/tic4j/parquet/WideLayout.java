package io.github.tic4j.parquet;

import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.OriginalIds;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The layout of the original pipeline, made from the compact tables without another look at the source files: {@code
 * wide_rates} has one row for each price and organisation, with the organisation's NPIs. Its companions {@code organizations},
 * {@code providers} and {@code payers} are those of the compact layout.
 *
 * <p>Provider sets and groups are held in memory, about ten bytes for an NPI; the rates stream. A price whose provider set is
 * not known gives one row without organisation. Reading needs hadoop-client-api, see {@link ParquetRows}.
 *
 * @param root the folder of the tables
 * @param format how the table is stored
 */
public record WideLayout(Path root, ParquetFormat format) {

    private static final TableSchema RATES = Tables.RATES.select(
            "payer_uuid",
            "billing_code_type",
            "billing_code",
            "name",
            "description",
            "provider_set_id",
            "negotiated_type",
            "negotiated_rate",
            "negotiated_rate_text",
            "expiration_date",
            "service_codes",
            "billing_class",
            "setting",
            "billing_code_modifier",
            "file_id");
    private static final List<String> SAME = List.of(
            "payer_uuid",
            "billing_code_type",
            "negotiated_rate",
            "negotiated_rate_text",
            "expiration_date",
            "billing_class",
            "setting",
            "service_codes",
            "billing_code_modifier",
            "file_id");

    /**
     * Writes {@code wide_rates/wide_rates_final.parquet} in place of an older one.
     *
     * @return the file
     */
    public Path run() throws IOException {
        TableFolder tables = new TableFolder(root, format);
        Path target = tables.folderOf(DerivedTables.WIDE_RATES).resolve(tables.finalName(DerivedTables.WIDE_RATES));
        ProviderSets sets = ProviderSets.read(root);
        try (TableWriter writer = format.open(DerivedTables.WIDE_RATES, target)) {
            TableFiles.forEach(root, RATES, rate -> {
                ProviderSets.ProviderSet set = sets.find((String) rate.value("provider_set_id"));
                if (set.members().isEmpty()) {
                    writer.write(row(rate, set, null));
                }
                for (ProviderSets.Member member : set.members()) {
                    writer.write(row(rate, set, member));
                }
            });
            writer.commit();
        }
        return target;
    }

    private static Row row(Row rate, ProviderSets.ProviderSet set, ProviderSets.@Nullable Member member) {
        Row row = new Row(DerivedTables.WIDE_RATES);
        SAME.forEach(column -> row.set(column, rate.value(column)));
        Object description = rate.value("description");
        row.set("service_code", rate.value("billing_code"))
                .set("service_description", description == null ? rate.value("name") : description)
                .set("rate_type", rate.value("negotiated_type"))
                .set("provider_references", set.references());
        if (member != null) {
            row.set("organization_uuid", member.organization())
                    .set("tin_type", member.tinType())
                    .set("npi_numbers", member.npis())
                    .set("rate_uuid", rateUuid(rate, member.organization()));
        }
        return row;
    }

    private static @Nullable String rateUuid(Row rate, String organization) {
        return OriginalIds.rate(rate, UUID.fromString(organization))
                .map(UUID::toString)
                .orElse(null);
    }
}
