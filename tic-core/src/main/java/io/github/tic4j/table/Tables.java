package io.github.tic4j.table;

import static io.github.tic4j.table.Column.optional;
import static io.github.tic4j.table.Column.required;
import static io.github.tic4j.table.ColumnType.DATE;
import static io.github.tic4j.table.ColumnType.DECIMAL;
import static io.github.tic4j.table.ColumnType.LONG;
import static io.github.tic4j.table.ColumnType.LONG_LIST;
import static io.github.tic4j.table.ColumnType.TEXT;
import static io.github.tic4j.table.ColumnType.TEXT_LIST;
import static io.github.tic4j.table.ColumnType.TIMESTAMP;

import java.util.List;

/**
 * The tables of the compact layout: rates refer to provider sets, sets to groups, groups to organisations and NPIs, each
 * stored once. Names follow CMS where CMS names a value.
 *
 * <p>A column {@code x_text} is the companion of {@code x} (see {@link TableSchema}). A column {@code x_uuid} holds a UUID by
 * the rule of the original pipeline, so that existing data join; a column {@code x_id}, apart from CMS's own {@code plan_id},
 * holds a content hash in lower-case hexadecimal.
 */
public final class Tables {

    /** One row per MRF read. */
    public static final TableSchema FILES = new TableSchema(
            "files",
            1,
            "One row per machine-readable file that was read.",
            List.of(
                    required(
                            "file_id",
                            TEXT,
                            "Identifies the file; a hash of the payer and of the file's address without signature or"
                                    + " query, so that it is the same in every run."),
                    required("payer_uuid", TEXT, "The payer, see payers."),
                    required("source_url", TEXT, "Where the file came from, without credentials, signature or query."),
                    optional(
                            "content_sha256",
                            TEXT,
                            "SHA-256 of the file as stored, before it was decompressed; null if it is not known."),
                    optional("content_bytes", LONG, "Size of the file as stored; null if it is not known."),
                    required(
                            "kind",
                            TEXT,
                            "in-network-rates, allowed-amounts, table-of-contents, provider-reference,"
                                    + " prescription-drugs or unknown."),
                    optional("version", TEXT, "The schema version as the file states it."),
                    optional("version_detected", TEXT, "The schema version by what the file contains: 1 or 2."),
                    optional("reporting_entity_name", TEXT, "CMS reporting_entity_name."),
                    optional("reporting_entity_type", TEXT, "CMS reporting_entity_type."),
                    optional("last_updated_on", DATE, "CMS last_updated_on."),
                    optional(
                            "last_updated_on_text",
                            TEXT,
                            "last_updated_on as published, where that is not an ISO date."),
                    required("prices_seen", LONG, "Prices in the file: written, filtered and rejected together."),
                    required("prices_written", LONG, "Prices that became rows of rates or allowed_amounts."),
                    required("prices_filtered", LONG, "Prices that the filters did not want."),
                    required("prices_rejected", LONG, "Prices that were rejected, see rejects."),
                    required("ledger", TEXT, "The whole ledger as a JSON object."),
                    required("run_id", TEXT, "The run that read the file."),
                    required("processed_at", TIMESTAMP, "When the run processed the file.")),
            List.of("file_id"));

    /** One row per health plan. */
    public static final TableSchema PLANS = new TableSchema(
            "plans",
            1,
            "One row per health plan, from the index and from file headers.",
            List.of(
                    required("plan_key", TEXT, "Identifies the plan; a hash of the plan's fields below."),
                    required("payer_uuid", TEXT, "The payer, see payers."),
                    optional("plan_name", TEXT, "CMS plan_name."),
                    optional("plan_id_type", TEXT, "CMS plan_id_type in lower case: ein or hios."),
                    optional("plan_id", TEXT, "CMS plan_id as published."),
                    optional("plan_market_type", TEXT, "CMS plan_market_type in lower case."),
                    optional("issuer_name", TEXT, "CMS issuer_name, from schema version 2 on."),
                    optional("plan_sponsor_name", TEXT, "CMS plan_sponsor_name, from schema version 2 on.")),
            List.of("plan_key"));

    /** One row per plan and file. */
    public static final TableSchema FILE_PLANS = new TableSchema(
            "file_plans",
            1,
            "One row per pair of a file and a plan that it serves.",
            List.of(
                    required("file_id", TEXT, "The file, see files."),
                    required("plan_key", TEXT, "The plan, see plans."),
                    required("origin", TEXT, "Who says so: index or header."),
                    optional("description", TEXT, "What the index calls the file.")),
            List.of("file_id", "plan_key", "origin"));

    /** One row per payer. */
    public static final TableSchema PAYERS = new TableSchema(
            "payers",
            1,
            "One row per payer.",
            List.of(
                    required("payer_uuid", TEXT, "Identifies the payer, by the original pipeline's rule."),
                    required("payer_name", TEXT, "The payer's short name in the configuration, also its partition."),
                    optional("parent_organization", TEXT, "The organisation that owns the payer, where it is known."),
                    optional("reporting_entity_name", TEXT, "CMS reporting_entity_name of its index."),
                    optional("reporting_entity_type", TEXT, "CMS reporting_entity_type of its index."),
                    optional("index_url", TEXT, "Where its index is, without credentials, signature or query.")),
            List.of("payer_uuid"));

    /** One row per negotiated price. */
    public static final TableSchema RATES = new TableSchema(
            "rates",
            1,
            "One row per in-network price, that is per element of negotiated_prices.",
            List.of(
                    optional(
                            "rate_id",
                            TEXT,
                            "Lossless identity: a hash of all that was published of the price. Null unless"
                                    + " asked for, since it takes more room than all other columns together."),
                    optional(
                            "rate_uuid",
                            TEXT,
                            "The original pipeline's identity, for joins with its data; distinct prices"
                                    + " can share it. Null unless asked for."),
                    required("file_id", TEXT, "The file, see files."),
                    required("payer_uuid", TEXT, "The payer, see payers."),
                    optional(
                            "negotiation_arrangement", TEXT, "CMS negotiation_arrangement: ffs, bundle or capitation."),
                    optional("billing_code_type", TEXT, "CMS billing_code_type in its normal form."),
                    optional(
                            "billing_code_type_text",
                            TEXT,
                            "billing_code_type as published, where that is not its normal form."),
                    optional("billing_code_type_version", TEXT, "CMS billing_code_type_version as published."),
                    optional("billing_code", TEXT, "CMS billing_code in its normal form."),
                    optional(
                            "billing_code_text", TEXT, "billing_code as published, where that is not its normal form."),
                    optional("name", TEXT, "CMS name of the item."),
                    optional("description", TEXT, "CMS description of the item."),
                    optional("severity_of_illness", TEXT, "CMS severity_of_illness."),
                    optional(
                            "code_set_id",
                            TEXT,
                            "What a bundle or a capitation contains, see code_sets; null for ffs."),
                    optional("provider_set_id", TEXT, "Whom the price is for, see provider_sets."),
                    optional(
                            "negotiated_type",
                            TEXT,
                            "CMS negotiated_type in lower case. The price is a percentage where this"
                                    + " is percentage, dollars a day where it is per diem, else dollars."),
                    optional("negotiated_rate", DECIMAL, "CMS negotiated_rate, exactly as published."),
                    optional(
                            "negotiated_rate_text",
                            TEXT,
                            "negotiated_rate as published, where the decimal cannot hold it;"
                                    + " the decimal is then null."),
                    optional("expiration_date", DATE, "CMS expiration_date; 9999-12-31 says that there is none."),
                    optional(
                            "expiration_date_text",
                            TEXT,
                            "expiration_date as published, where that is not an ISO date."),
                    optional(
                            "service_codes",
                            TEXT_LIST,
                            "CMS service_code: places of service, two digits each, or CSTM-00; null if there"
                                    + " is none."),
                    optional("billing_class", TEXT, "CMS billing_class: professional, institutional or both."),
                    optional("setting", TEXT, "CMS setting, from schema version 2 on: inpatient, outpatient or both."),
                    optional(
                            "billing_code_modifier",
                            TEXT_LIST,
                            "CMS billing_code_modifier in upper case; null if there is none."),
                    optional("additional_information", TEXT, "CMS additional_information."),
                    optional(
                            "quality_flags",
                            TEXT_LIST,
                            "Ids of the rules that found something about this price; null if" + " none did.")),
            List.of(
                    "billing_code_type",
                    "billing_code",
                    "payer_uuid",
                    "negotiated_type",
                    "billing_class",
                    "setting",
                    "negotiated_rate",
                    "negotiated_rate_text",
                    "expiration_date",
                    "expiration_date_text",
                    "service_codes",
                    "billing_code_modifier",
                    "additional_information",
                    "provider_set_id",
                    "negotiation_arrangement",
                    "billing_code_type_version",
                    "billing_code_type_text",
                    "billing_code_text",
                    "name",
                    "description",
                    "severity_of_illness",
                    "code_set_id",
                    "file_id"));

    /** One row per out-of-network payment and provider. */
    public static final TableSchema ALLOWED_AMOUNTS = new TableSchema(
            "allowed_amounts",
            1,
            "One row per out-of-network payment and provider, that is per element of providers.",
            List.of(
                    required("file_id", TEXT, "The file, see files."),
                    required("payer_uuid", TEXT, "The payer, see payers."),
                    optional("billing_code_type", TEXT, "CMS billing_code_type in its normal form."),
                    optional(
                            "billing_code_type_text",
                            TEXT,
                            "billing_code_type as published, where that is not its normal form."),
                    optional("billing_code_type_version", TEXT, "CMS billing_code_type_version as published."),
                    optional("billing_code", TEXT, "CMS billing_code in its normal form."),
                    optional(
                            "billing_code_text", TEXT, "billing_code as published, where that is not its normal form."),
                    optional("name", TEXT, "CMS name of the item."),
                    optional("description", TEXT, "CMS description of the item."),
                    optional("organization_uuid", TEXT, "The organisation that was paid, see organizations."),
                    optional("tin_type", TEXT, "CMS tin.type in lower case: ein or npi."),
                    optional("tin", TEXT, "CMS tin.value, digits only."),
                    optional("tin_text", TEXT, "tin.value as published, where that is not its normal form."),
                    optional("service_codes", TEXT_LIST, "CMS service_code: places of service."),
                    optional("billing_class", TEXT, "CMS billing_class: professional or institutional."),
                    optional("setting", TEXT, "CMS setting, in schema version 2.0 only."),
                    optional("allowed_amount", DECIMAL, "CMS allowed_amount in dollars, exactly as published."),
                    optional("allowed_amount_text", TEXT, "allowed_amount where the decimal cannot hold it."),
                    optional("billing_code_modifier", TEXT_LIST, "CMS billing_code_modifier in upper case."),
                    optional("billed_charge", DECIMAL, "CMS billed_charge in dollars, exactly as published."),
                    optional("billed_charge_text", TEXT, "billed_charge where the decimal cannot hold it."),
                    optional("npi", LONG_LIST, "CMS npi of the providers who were paid."),
                    optional("quality_flags", TEXT_LIST, "Ids of the rules that found something about this payment.")),
            List.of(
                    "billing_code_type",
                    "billing_code",
                    "payer_uuid",
                    "tin",
                    "billing_class",
                    "setting",
                    "allowed_amount",
                    "allowed_amount_text",
                    "billed_charge",
                    "billed_charge_text",
                    "service_codes",
                    "billing_code_modifier",
                    "npi",
                    "tin_type",
                    "tin_text",
                    "billing_code_type_version",
                    "billing_code_type_text",
                    "billing_code_text",
                    "name",
                    "description",
                    "file_id"));

    /** One row per code that a bundle or a capitation contains. */
    public static final TableSchema CODE_SETS = new TableSchema(
            "code_sets",
            1,
            "One row per code that a bundle or a capitation contains.",
            List.of(
                    required(
                            "code_set_id",
                            TEXT,
                            "Identifies the set; a hash of the file and of the item's place in it."),
                    required("position", LONG, "Place of the code in the set, from 0."),
                    required("kind", TEXT, "bundled_codes or covered_services."),
                    optional("billing_code_type", TEXT, "CMS billing_code_type in its normal form."),
                    optional(
                            "billing_code_type_text",
                            TEXT,
                            "billing_code_type as published, where that is not its normal form."),
                    optional("billing_code_type_version", TEXT, "CMS billing_code_type_version as published."),
                    optional("billing_code", TEXT, "CMS billing_code in its normal form."),
                    optional(
                            "billing_code_text", TEXT, "billing_code as published, where that is not its normal form."),
                    optional("description", TEXT, "CMS description of the code.")),
            List.of("code_set_id", "position"));

    /** One row per distinct list of groups that prices refer to. */
    public static final TableSchema PROVIDER_SETS = new TableSchema(
            "provider_sets",
            1,
            "One row per distinct list of provider groups that prices refer to.",
            List.of(
                    required(
                            "provider_set_id",
                            TEXT,
                            "Identifies the set; a hash of its groups, and of the file if some reference is unresolved."),
                    required("group_ids", TEXT_LIST, "The groups, see provider_groups; sorted, each once."),
                    required("npi_count", LONG, "How many distinct NPIs the groups have."),
                    optional(
                            "provider_references",
                            TEXT_LIST,
                            "The source's provider_group_id values in their own spelling;"
                                    + " null where groups stand inside the rate. One spelling is kept if files differ."),
                    optional(
                            "unresolved_references",
                            TEXT_LIST,
                            "Those of them whose groups are not known: the file does not define them, or says that they are elsewhere.")),
            List.of("provider_set_id"));

    /** One row per distinct provider group. */
    public static final TableSchema PROVIDER_GROUPS = new TableSchema(
            "provider_groups",
            1,
            "One row per distinct combination of tax identity, business name, NPIs and networks.",
            List.of(
                    required(
                            "group_id",
                            TEXT,
                            "Identifies the group; a hash of the columns below, not CMS's provider_group_id,"
                                    + " which numbers the references of one file."),
                    optional("organization_uuid", TEXT, "The organisation, see organizations."),
                    optional(
                            "tin_type",
                            TEXT,
                            "CMS tin.type in lower case: ein, or npi where the tax number is private."),
                    optional("tin", TEXT, "CMS tin.value, digits only."),
                    optional("tin_text", TEXT, "tin.value as published, where that is not its normal form."),
                    optional("business_name", TEXT, "CMS tin.business_name, from schema version 2 on."),
                    required(
                            "npi",
                            LONG_LIST,
                            "CMS npi, sorted, each once; a single 0 says that the NPIs are not known."),
                    required("npi_count", LONG, "How many NPIs the list has."),
                    optional("network_names", TEXT_LIST, "CMS network_name, from schema version 2 on.")),
            List.of("group_id"));

    /** One row per organisation. */
    public static final TableSchema ORGANIZATIONS = new TableSchema(
            "organizations",
            1,
            "One row per organisation, that is per tax identity.",
            List.of(
                    required(
                            "organization_uuid",
                            TEXT,
                            "Identifies the organisation, by the original pipeline's rule for one whose name is missing, so that a TIN is"
                                    + " one organisation whatever its names."),
                    required("tin", TEXT, "The tax number, digits only; an NPI where tin_type says so."),
                    optional("tin_type", TEXT, "ein or npi."),
                    optional("organization_name", TEXT, "The first name that the file publishes for it."),
                    required(
                            "npi_count",
                            LONG,
                            "How many distinct NPIs bill under it, by the prices that were written of one file."),
                    optional("address_line_1", TEXT, "Street, from the provider registry."),
                    optional("city", TEXT, "City, from the provider registry."),
                    optional("state", TEXT, "State, two letters, from the provider registry."),
                    optional("zip_code", TEXT, "Postal code, from the provider registry."),
                    optional("phone", TEXT, "Telephone, from the provider registry.")),
            List.of("organization_uuid"));

    /** One row per organisation and NPI. */
    public static final TableSchema PROVIDERS = new TableSchema(
            "providers",
            1,
            "One row per pair of an organisation and an NPI that bills under it.",
            List.of(
                    required("provider_uuid", TEXT, "Identifies the NPI, by the original pipeline's rule."),
                    required("npi", TEXT, "The national provider identifier, ten digits."),
                    required("organization_uuid", TEXT, "The organisation, see organizations."),
                    optional("provider_name", TEXT, "Name, from the provider registry."),
                    optional("specialty", TEXT, "Primary specialty, from the provider registry."),
                    optional("address_line_1", TEXT, "Street, from the provider registry."),
                    optional("city", TEXT, "City, from the provider registry."),
                    optional("state", TEXT, "State, two letters, from the provider registry."),
                    optional("zip_code", TEXT, "Postal code, from the provider registry.")),
            List.of("npi", "organization_uuid"));

    /** One row per rejected price or group. */
    public static final TableSchema REJECTS = new TableSchema(
            "rejects",
            1,
            "One row per price or group that was rejected.",
            List.of(
                    required("file_id", TEXT, "The file, see files."),
                    required("payer_uuid", TEXT, "The payer, see payers."),
                    required("rule", TEXT, "The id of the rule that rejected it."),
                    required("severity", TEXT, "The severity of the finding."),
                    optional("path", TEXT, "The JSON path of the element."),
                    required("byte_offset", LONG, "Where it starts in the decompressed file."),
                    required("message", TEXT, "What was expected and what was found."),
                    optional("raw_text", TEXT, "The element as published, cut off at a limit.")),
            List.of("file_id", "byte_offset", "rule", "message"));

    private Tables() {}

    /** All of them. */
    public static List<TableSchema> all() {
        return List.of(
                FILES,
                PLANS,
                FILE_PLANS,
                PAYERS,
                RATES,
                ALLOWED_AMOUNTS,
                CODE_SETS,
                PROVIDER_SETS,
                PROVIDER_GROUPS,
                ORGANIZATIONS,
                PROVIDERS,
                REJECTS);
    }
}
