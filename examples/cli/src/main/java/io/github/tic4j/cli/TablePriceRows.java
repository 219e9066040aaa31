package io.github.tic4j.cli;

import static io.github.tic4j.table.Column.optional;
import static io.github.tic4j.table.Column.required;
import static io.github.tic4j.table.ColumnType.DECIMAL;
import static io.github.tic4j.table.ColumnType.LONG;
import static io.github.tic4j.table.ColumnType.TEXT;
import static io.github.tic4j.table.ColumnType.TEXT_LIST;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.Rate;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices as rows of a table, in CSV or Parquet. A group is written {@code npi+npi@type:tin}, since a table does not nest. */
final class TablePriceRows implements PriceRows {

    /** One row per price, under CMS's names and as published. */
    static final TableSchema PRICES = new TableSchema(
            "prices",
            1,
            "One row per price of the files read.",
            List.of(
                    optional("negotiation_arrangement", TEXT, "CMS negotiation_arrangement."),
                    optional("name", TEXT, "CMS name of the item."),
                    optional("billing_code_type", TEXT, "CMS billing_code_type."),
                    optional("billing_code_type_version", TEXT, "CMS billing_code_type_version."),
                    optional("billing_code", TEXT, "CMS billing_code."),
                    optional("description", TEXT, "CMS description of the item."),
                    optional("severity_of_illness", TEXT, "CMS severity_of_illness."),
                    optional("negotiated_type", TEXT, "CMS negotiated_type."),
                    optional("negotiated_rate", DECIMAL, "CMS negotiated_rate, exactly as published."),
                    optional(
                            "negotiated_rate_text", TEXT, "The same, where it is no plain number or too long for one."),
                    optional("expiration_date", TEXT, "CMS expiration_date."),
                    optional("service_code", TEXT_LIST, "CMS service_code: places of service."),
                    optional("billing_class", TEXT, "CMS billing_class."),
                    optional("setting", TEXT, "CMS setting."),
                    optional("billing_code_modifier", TEXT_LIST, "CMS billing_code_modifier."),
                    optional("additional_information", TEXT, "CMS additional_information."),
                    optional("provider_references", TEXT_LIST, "CMS provider_references, as spelt."),
                    optional("provider_groups", TEXT_LIST, "The groups that stand in the rate."),
                    optional("resolved_provider_groups", TEXT_LIST, "All groups, where they were asked for."),
                    required("source", TEXT, "The file or archive entry."),
                    required("byte_offset", LONG, "Where the price starts in it.")),
            List.of());

    private final TableWriter table;
    private final Row row = new Row(PRICES);
    private @Nullable Rate lastRate;
    private @Nullable PriceTerms lastTerms;

    /** Writes to a writer of {@link #PRICES}, which is committed and closed with this. */
    TablePriceRows(TableWriter table) {
        this.table = table;
    }

    @Override
    public void write(Price price, @Nullable List<ProviderGroup> resolved) throws IOException {
        if (!isSame(price.rate(), lastRate)) {
            item(price.item());
            rate(price.rate(), resolved);
            lastRate = price.rate();
        }
        terms(price.terms());
        row.set(8, price.negotiatedRate()).set(20, price.byteOffset());
        if (price.rateText() != null) {
            row.set(9, price.rateText());
        }
        table.write(row);
    }

    private void item(Item item) {
        row.set(0, item.negotiationArrangement())
                .set(1, item.name())
                .set(2, item.billingCodeType())
                .set(3, item.billingCodeTypeVersion())
                .set(4, item.billingCode())
                .set(5, item.description())
                .set(6, item.severityOfIllness())
                .set(19, item.source());
    }

    private void rate(Rate rate, @Nullable List<ProviderGroup> resolved) {
        row.set(16, rate.providerReferences())
                .set(17, texts(rate.providerGroups()))
                .set(18, resolved == null ? null : texts(resolved));
    }

    private void terms(PriceTerms terms) {
        if (!isSame(terms, lastTerms)) {
            row.set(7, terms.negotiatedType())
                    .set(10, terms.expirationDate())
                    .set(11, terms.serviceCodes())
                    .set(12, terms.billingClass())
                    .set(13, terms.setting())
                    .set(14, terms.billingCodeModifiers())
                    .set(15, terms.additionalInformation());
            lastTerms = terms;
        }
    }

    @Override
    public void write(AllowedAmount amount) {
        throw new IllegalArgumentException(
                "An allowed-amounts file has other columns than prices: use --format jsonl for "
                        + amount.item().source());
    }

    /** Neighbouring prices mostly share these objects, which saves filling the columns again. */
    private static boolean isSame(Object one, @Nullable Object other) {
        return one == other;
    }

    private static List<String> texts(List<ProviderGroup> groups) {
        return groups.stream()
                .map(group -> String.join("+", group.npis().texts())
                        + '@'
                        + group.tin().type()
                        + ':'
                        + group.tin().value())
                .toList();
    }

    @Override
    public void finish() throws IOException {
        table.commit();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
