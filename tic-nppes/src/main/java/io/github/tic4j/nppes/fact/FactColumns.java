package io.github.tic4j.nppes.fact;

import static io.github.tic4j.table.Column.optional;
import static io.github.tic4j.table.Column.required;
import static io.github.tic4j.table.ColumnType.BOOL;
import static io.github.tic4j.table.ColumnType.DATE;
import static io.github.tic4j.table.ColumnType.DECIMAL;
import static io.github.tic4j.table.ColumnType.LONG;
import static io.github.tic4j.table.ColumnType.TEXT;
import static io.github.tic4j.table.ColumnType.TEXT_LIST;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The columns of the fact table. Those of a price bear the names that the original pipeline gave them, as in the table
 * wide_rates; those of NPPES are {@link NppesColumns} with the prefix {@code nppes_}.
 */
public final class FactColumns {

    /** What the names of NPPES's columns begin with. */
    static final String NPPES = "nppes_";

    private static final List<Column> PRICE = List.of(
            optional("fact_key", TEXT, "rate_uuid, an underscore and the NPI, or None; null without rate_uuid."),
            optional("rate_uuid", TEXT, "The original pipeline's identity; null without code or decimal price."),
            optional("rate_id", TEXT, "Lossless identity of the price, where the rates have it."),
            required("file_id", TEXT, "The file, see files."),
            required("payer_uuid", TEXT, "The payer, see payers."),
            optional("provider_set_id", TEXT, "Whom the price is for, see provider_sets."),
            optional("negotiation_arrangement", TEXT, "CMS negotiation_arrangement: ffs, bundle or capitation."),
            optional("billing_code_type", TEXT, "CMS billing_code_type in its normal form."),
            optional("billing_code_type_version", TEXT, "CMS billing_code_type_version as published."),
            optional("service_code", TEXT, "CMS billing_code in its normal form."),
            optional("service_code_text", TEXT, "billing_code as published, where that is not its normal form."),
            optional("service_description", TEXT, "CMS description of the item, or else its name."),
            optional("severity_of_illness", TEXT, "CMS severity_of_illness."),
            optional("code_set_id", TEXT, "What a bundle or a capitation contains, see code_sets."),
            optional("rate_type", TEXT, "CMS negotiated_type."),
            optional("negotiated_rate", DECIMAL, "CMS negotiated_rate, exactly as published."),
            optional("negotiated_rate_text", TEXT, "negotiated_rate where the decimal cannot hold it."),
            optional("rate_category", TEXT, "The band of a price in dollars, such as $100-500; see RateCategory."),
            optional("service_category", TEXT, "What the code is for, see ServiceClassifier."),
            optional("effective_date", DATE, "Always null: the files do not say."),
            optional("expiration_date", DATE, "CMS expiration_date; 9999-12-31 says that there is none."),
            optional("expiration_date_text", TEXT, "expiration_date where that is not an ISO date."),
            optional("service_codes", TEXT_LIST, "CMS service_code: places of service."),
            optional("billing_class", TEXT, "CMS billing_class: professional, institutional or both."),
            optional("setting", TEXT, "CMS setting: inpatient, outpatient or both."),
            optional("billing_code_modifier", TEXT_LIST, "CMS billing_code_modifier."),
            optional("additional_information", TEXT, "CMS additional_information."),
            optional("quality_flags", TEXT_LIST, "Ids of the rules that found something about the price."),
            optional(
                    "is_facility",
                    BOOL,
                    "Whether billing_class is institutional; null where that is missing or both."));

    /** What a row says of the organisation, and of the NPIs that the price is for. */
    static final TableSchema ORGANIZATION = new TableSchema(
            "fact_organization",
            1,
            "What a row of the fact table says of the organisation.",
            List.of(
                    optional("organization_uuid", TEXT, "The organisation, see organizations; null if not known."),
                    optional("tin", TEXT, "The tax number, digits only; an NPI where tin_type says so."),
                    optional("tin_type", TEXT, "ein or npi."),
                    optional(
                            "organization_name",
                            TEXT,
                            "The name published, or else that of NPPES where the tax number is an NPI."),
                    optional(
                            "organization_type",
                            TEXT,
                            "Individual or Organization, by NPPES, where the tax number is an NPI."),
                    optional(
                            "parent_system",
                            TEXT,
                            "The organisation's parent by NPPES, where the tax number is an NPI."),
                    optional("primary_specialty", TEXT, "Its specialty by NPPES, where the tax number is an NPI."),
                    optional("npi_count", LONG, "How many distinct NPIs bill under the organisation, in all prices."),
                    optional(
                            "headquarters_address",
                            TEXT,
                            "Street, city, state and postal code of the organisation, where known."),
                    optional(
                            "service_areas",
                            TEXT_LIST,
                            "States where those of its NPIs that the price is for practise, sorted."),
                    optional("rate_npi_count", LONG, "How many of the organisation's NPIs the price is for."),
                    optional("nppes_found_count", LONG, "How many of those NPIs NPPES knows to be in use.")),
            List.of());

    private static final List<Column> PROVIDER = List.of(
            optional(
                    "rate_npis",
                    TEXT_LIST,
                    "Those NPIs; null in a table by NPI, where they would repeat in every row."),
            optional(
                    "npi",
                    TEXT,
                    "The NPI as published; in a table by organisation its own, where the tax number is one."),
            required("nppes_match", TEXT, "How that NPI fared in NPPES, see NppesMatch."),
            optional("implausible", TEXT, "The rule by which this provider is unlikely to render the service."));

    /** One row per price, organisation and NPI; or, if asked for, one per price and organisation. */
    public static final TableSchema FACT_TABLE = new TableSchema(
            "fact_table",
            1,
            "One row per price, organisation and NPI, with what NPPES knows.",
            columns(),
            List.of(
                    "billing_code_type",
                    "service_code",
                    "payer_uuid",
                    "organization_uuid",
                    "npi",
                    "rate_type",
                    "billing_class",
                    "setting",
                    "negotiated_rate",
                    "negotiated_rate_text",
                    "expiration_date",
                    "service_codes",
                    "billing_code_modifier",
                    "additional_information",
                    "provider_set_id",
                    "file_id"));

    private FactColumns() {}

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(PRICE);
        columns.addAll(ORGANIZATION.columns());
        columns.addAll(PROVIDER);
        Set<String> npi = Set.of("npi");
        for (Column column : NppesColumns.NPPES_PROVIDERS.columns()) {
            if (!npi.contains(column.name())) {
                columns.add(optional(NPPES + column.name(), column.type(), column.doc()));
            }
        }
        return columns;
    }
}
