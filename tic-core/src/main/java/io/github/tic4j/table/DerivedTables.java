package io.github.tic4j.table;

import static io.github.tic4j.table.Column.optional;
import static io.github.tic4j.table.Column.required;
import static io.github.tic4j.table.ColumnType.DATE;
import static io.github.tic4j.table.ColumnType.DECIMAL;
import static io.github.tic4j.table.ColumnType.LONG;
import static io.github.tic4j.table.ColumnType.TEXT;
import static io.github.tic4j.table.ColumnType.TEXT_LIST;

import java.util.List;

/** Tables that are made out of those of {@link Tables}, without another look at the source files. */
public final class DerivedTables {

    /** One row per billing code and grouping. */
    public static final TableSchema ANALYTICS = new TableSchema(
            "analytics",
            1,
            "One row per billing code, unit and group: figures about its prices.",
            List.of(
                    required("grouping", TEXT, "What prices of a code were grouped by: none, payer and so on."),
                    optional("group_value", TEXT, "The group; null where it is unknown or grouping is none."),
                    optional("billing_code_type", TEXT, "The kind of code."),
                    optional("procedure_code", TEXT, "The billing code."),
                    optional("procedure_name", TEXT, "The code's name; of several the first in text order."),
                    required("unit", TEXT, "dollars, dollars-per-day, percent or unknown; never mixed."),
                    required("rate_count", LONG, "How many prices the figures are about: those above zero."),
                    required("excluded_count", LONG, "How many more there are: zero, negative or only text."),
                    required("payer_count", LONG, "How many payers the prices come from."),
                    optional("organization_count", LONG, "How many organisations they are for, where known."),
                    optional("min_rate", DECIMAL, "The lowest price; null, like all below, if rate_count is 0."),
                    optional("max_rate", DECIMAL, "The highest price."),
                    optional("avg_rate", DECIMAL, "The mean, exact, then rounded to 18 decimals."),
                    optional("std_dev", DECIMAL, "The sample standard deviation; null for a single price."),
                    optional("median_rate", DECIMAL, "The 50th percentile, interpolated linearly as all."),
                    optional("p10_rate", DECIMAL, "The 10th percentile."),
                    optional("p25_rate", DECIMAL, "The 25th percentile."),
                    optional("p75_rate", DECIMAL, "The 75th percentile."),
                    optional("p90_rate", DECIMAL, "The 90th percentile."),
                    optional("p95_rate", DECIMAL, "The 95th percentile."),
                    optional("outlier_share", DECIMAL, "Share beyond 1.5 interquartile ranges, from 0 to 1."),
                    required("method", TEXT, "exact, or sketch where percentiles and outliers are estimates."),
                    required("relative_error", DECIMAL, "The most that a percentile is off, by its value.")),
            List.of("grouping", "group_value", "billing_code_type", "procedure_code", "unit"));

    /** One row per price that differs between two runs. */
    public static final TableSchema RATE_CHANGES = new TableSchema(
            "rate_changes",
            1,
            "One row per price that was added, removed or changed between two runs, by code and organisation.",
            List.of(
                    required("payer_uuid", TEXT, "The payer."),
                    optional("billing_code_type", TEXT, "The kind of code."),
                    optional("billing_code", TEXT, "The billing code."),
                    optional("organization_uuid", TEXT, "The organisation, where it is known."),
                    optional("provider_set_id", TEXT, "The provider set, where the organisation is not known."),
                    optional("negotiated_type", TEXT, "CMS negotiated_type."),
                    optional("billing_class", TEXT, "CMS billing_class."),
                    optional("setting", TEXT, "CMS setting."),
                    optional("negotiation_arrangement", TEXT, "CMS negotiation_arrangement."),
                    optional("service_codes", TEXT_LIST, "CMS service_code, sorted, each once."),
                    optional("billing_code_modifier", TEXT_LIST, "CMS billing_code_modifier, sorted, each once."),
                    optional("additional_information", TEXT, "CMS additional_information."),
                    required("change", TEXT, "added, removed or changed."),
                    optional("rate_before", DECIMAL, "The price of the earlier run."),
                    optional("rate_before_text", TEXT, "The same, where the decimal cannot hold it."),
                    optional("rate_after", DECIMAL, "The price of the later run."),
                    optional("rate_after_text", TEXT, "The same, where the decimal cannot hold it."),
                    optional("difference", DECIMAL, "rate_after less rate_before, for changed prices."),
                    optional("relative_difference", DECIMAL, "difference by rate_before, rounded to 18 decimals.")),
            List.of(
                    "payer_uuid",
                    "billing_code_type",
                    "billing_code",
                    "organization_uuid",
                    "provider_set_id",
                    "negotiated_type",
                    "billing_class",
                    "setting",
                    "negotiation_arrangement",
                    "service_codes",
                    "billing_code_modifier",
                    "additional_information",
                    "change",
                    "rate_before",
                    "rate_before_text",
                    "rate_after",
                    "rate_after_text"));

    /** One row per price and organisation, made from the compact tables. */
    public static final TableSchema WIDE_RATES = new TableSchema(
            "wide_rates",
            1,
            "One row per in-network price and organisation: the layout of the original pipeline.",
            List.of(
                    optional(
                            "rate_uuid", TEXT, "The original pipeline's identity; null without code or decimal price."),
                    required("payer_uuid", TEXT, "The payer, see payers."),
                    optional("organization_uuid", TEXT, "The organisation, see organizations; null if not known."),
                    optional("billing_code_type", TEXT, "CMS billing_code_type in its normal form."),
                    optional("service_code", TEXT, "CMS billing_code in its normal form, named as in the original."),
                    optional("service_description", TEXT, "CMS description of the item, or else its name."),
                    optional("negotiated_rate", DECIMAL, "CMS negotiated_rate, exactly as published."),
                    optional("negotiated_rate_text", TEXT, "negotiated_rate where the decimal cannot hold it."),
                    optional("rate_type", TEXT, "CMS negotiated_type."),
                    optional("effective_date", DATE, "Always null: the files do not say."),
                    optional("expiration_date", DATE, "CMS expiration_date."),
                    optional("billing_class", TEXT, "CMS billing_class."),
                    optional("setting", TEXT, "CMS setting."),
                    optional("service_codes", TEXT_LIST, "CMS service_code: places of service."),
                    optional("billing_code_modifier", TEXT_LIST, "CMS billing_code_modifier."),
                    optional("tin_type", TEXT, "CMS tin.type: ein or npi."),
                    optional("npi_numbers", TEXT_LIST, "The organisation's NPIs that the price is for, sorted."),
                    optional("provider_references", TEXT_LIST, "The source's provider_group_id values, as spelt."),
                    required("file_id", TEXT, "The file, see files.")),
            List.of(
                    "billing_code_type",
                    "service_code",
                    "payer_uuid",
                    "organization_uuid",
                    "rate_type",
                    "billing_class",
                    "setting",
                    "negotiated_rate",
                    "negotiated_rate_text",
                    "expiration_date",
                    "service_codes",
                    "billing_code_modifier",
                    "npi_numbers",
                    "provider_references",
                    "tin_type",
                    "service_description",
                    "file_id"));

    private DerivedTables() {}

    /** All of them. */
    public static List<TableSchema> all() {
        return List.of(ANALYTICS, RATE_CHANGES, WIDE_RATES);
    }
}
