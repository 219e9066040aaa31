package io.github.tic4j.internal.scan;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The keys that the schemas define; the spelling is the name in lower case. Those of items and below come first. */
enum Field {
    NEGOTIATION_ARRANGEMENT,
    NAME,
    BILLING_CODE_TYPE,
    BILLING_CODE_TYPE_VERSION,
    BILLING_CODE,
    DESCRIPTION,
    SEVERITY_OF_ILLNESS,
    NEGOTIATED_RATES,
    BUNDLED_CODES,
    COVERED_SERVICES,
    NEGOTIATED_PRICES,
    NEGOTIATED_TYPE,
    NEGOTIATED_RATE,
    EXPIRATION_DATE,
    BILLING_CLASS,
    SETTING,
    SERVICE_CODE,
    BILLING_CODE_MODIFIER,
    ADDITIONAL_INFORMATION,
    PROVIDER_REFERENCES,
    PROVIDER_GROUPS,
    PROVIDER_GROUP_ID,
    NETWORK_NAME,
    LOCATION,
    NPI,
    TIN,
    TYPE,
    VALUE,
    BUSINESS_NAME,
    ALLOWED_AMOUNTS,
    PAYMENTS,
    ALLOWED_AMOUNT,
    PROVIDERS,
    BILLED_CHARGE,
    REPORTING_ENTITY_NAME,
    REPORTING_ENTITY_TYPE,
    LAST_UPDATED_ON,
    VERSION,
    PLAN_NAME,
    PLAN_ID_TYPE,
    PLAN_ID,
    PLAN_MARKET_TYPE,
    ISSUER_NAME,
    PLAN_SPONSOR_NAME,
    IN_NETWORK,
    OUT_OF_NETWORK,
    REPORTING_STRUCTURE,
    REPORTING_PLANS,
    IN_NETWORK_FILES,
    ALLOWED_AMOUNT_FILE,
    DRUG_FILE,
    TOC_FILES,
    BLOBS,
    URL,
    DOWNLOADURL,
    DRUGS,
    DRUG_NAME,
    DRUG_TYPE,
    NDC,
    PRICES,
    HISTORICAL_NET_PRICE,
    HISTORICAL_NET_REPORTING_PERIOD,
    ADMINISTRATIVE_FEE,
    DISPENSING_FEE,
    TRANSACTION_FEE,
    PHARMACIES,
    PHARMACY_ID_TYPE,
    PHARMACY_IDS,
    FILES,
    FILE_SCHEMA,
    SIZE,
    UNKNOWN;

    private static final Map<String, Field> BY_NAME = new HashMap<>();

    /** Older names and misspellings that real files contain. */
    private static final Map<String, Field> ALIASES = Map.ofEntries(
            Map.entry("billing_class_modifier", BILLING_CODE_MODIFIER),
            Map.entry("billing_code_modifiers", BILLING_CODE_MODIFIER),
            Map.entry("billing_code_modifer", BILLING_CODE_MODIFIER),
            Map.entry("billing_modifier", BILLING_CODE_MODIFIER),
            Map.entry("service_codes", SERVICE_CODE),
            Map.entry("plan_sponser_name", PLAN_SPONSOR_NAME),
            Map.entry("in_networks", IN_NETWORK),
            Map.entry("out_of_networks", OUT_OF_NETWORK),
            Map.entry("price", NEGOTIATED_RATE),
            Map.entry("exp_date", EXPIRATION_DATE),
            Map.entry("provider_group", PROVIDER_GROUPS),
            Map.entry("negotiated_price", NEGOTIATED_PRICES),
            Map.entry("allowed_amount_files", ALLOWED_AMOUNT_FILE),
            Map.entry("in_network_file", IN_NETWORK_FILES),
            Map.entry("reporting_structures", REPORTING_STRUCTURE),
            Map.entry("network_names", NETWORK_NAME),
            Map.entry("additional_info", ADDITIONAL_INFORMATION),
            Map.entry("prescription_drug_file", DRUG_FILE),
            Map.entry("drug_files", DRUG_FILE),
            Map.entry("download_url", DOWNLOADURL),
            Map.entry("file_url", URL),
            Map.entry("file_path", URL),
            Map.entry("href", URL),
            Map.entry("link", URL),
            Map.entry("file_name", NAME),
            Map.entry("file_type", FILE_SCHEMA),
            Map.entry("file_size", SIZE));

    static {
        for (Field field : values()) {
            BY_NAME.put(field.key(), field);
        }
        BY_NAME.remove(UNKNOWN.key());
        // Names outside CMS's schemas, which publishers spell just so.
        BY_NAME.put("downloadUrl", DOWNLOADURL);
        BY_NAME.put("TOC_Files", TOC_FILES);
        BY_NAME.put("aaData", BLOBS);
        BY_NAME.put("fileName", NAME);
        BY_NAME.put("filePath", URL);
        BY_NAME.put("fileSchema", FILE_SCHEMA);
        BY_NAME.put("reportingPlans", REPORTING_PLANS);
        BY_NAME.put("planName", PLAN_NAME);
        BY_NAME.put("planId", PLAN_ID);
        BY_NAME.put("planIdType", PLAN_ID_TYPE);
        BY_NAME.put("planMarketType", PLAN_MARKET_TYPE);
    }

    /** The spelling in a file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One bit for each field that stands in an item or below, to tell which an object has; none for the others. */
    @SuppressWarnings("EnumOrdinal") // the bit lives as long as the object that is being read
    long bit() {
        return ordinal() < Long.SIZE ? 1L << ordinal() : 0;
    }

    static Map<String, Field> known() {
        return BY_NAME;
    }

    static Map<String, Field> aliases() {
        return ALIASES;
    }
}
