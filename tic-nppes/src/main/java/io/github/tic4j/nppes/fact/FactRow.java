package io.github.tic4j.nppes.fact;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.OriginalIds;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.Tables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of the fact table, filled from the outside in: what belongs to the price is set once for all of its rows, what
 * belongs to the organisation once for all of its NPIs. Columns that the table does not have are not computed.
 */
final class FactRow {

    /** The columns of rates that the categories and ids are made of, in the order of the constants below. */
    private static final List<String> ALWAYS = List.of(
            "provider_set_id",
            "payer_uuid",
            "billing_code_type",
            "billing_code",
            "negotiated_type",
            "negotiated_rate",
            "expiration_date",
            "billing_class",
            "description",
            "name");

    private static final int SET = 0;
    private static final int CODE_TYPE = 2;
    private static final int CODE = 3;
    private static final int TYPE = 4;
    private static final int RATE = 5;
    private static final int CLASS = 7;
    private static final int DESCRIPTION = 8;
    private static final int NAME = 9;

    private static final Map<String, String> RENAMED = Map.of(
            "billing_code", "service_code",
            "billing_code_text", "service_code_text",
            "negotiated_type", "rate_type");
    private static final TableSchema TAXONOMIES = NppesColumns.NPPES_PROVIDERS.select("taxonomy_codes");
    private static final int[] TO_TAXONOMIES = RowStore.targets(NppesColumns.NPPES_PROVIDERS, TAXONOMIES, "");

    private final NppesRows nppes;
    private final ServiceClassifier services;
    private final boolean listsNpis;
    private final Row row;
    private final Map<String, Integer> columns = new HashMap<>();
    private final TableSchema prices;
    private final int[] priceTargets;
    private final int[] organizationTargets;
    private final int[] nppesTargets;
    private final Row taxonomies = new Row(TAXONOMIES);
    private @Nullable Row price;
    private @Nullable String codeType;
    private @Nullable String code;
    private ImplausiblePairs.OfCode pairs;
    private String serviceCategory;
    private @Nullable RateCategory rateCategory;
    private @Nullable String rateUuid;
    private ImplausiblePairs.@Nullable Implausibility implausibility;

    FactRow(FactOptions options, NppesRows nppes) {
        this.nppes = nppes;
        services = options.services();
        listsNpis = options.grain() == FactOptions.Grain.ORGANIZATION;
        row = new Row(options.schema());
        for (String column : options.columns()) {
            columns.put(column, columns.size());
        }
        prices = prices(columns.keySet());
        priceTargets = prices.columns().stream()
                .mapToInt(column -> columns.getOrDefault(factName(column), -1))
                .toArray();
        organizationTargets = RowStore.targets(FactColumns.ORGANIZATION, row.schema(), "");
        nppesTargets = RowStore.targets(NppesColumns.NPPES_PROVIDERS, row.schema(), FactColumns.NPPES);
        pairs = ImplausiblePairs.builtIn().ofCode(null, null);
        serviceCategory = services.category(null, null);
    }

    /** The columns of rates that are needed. */
    TableSchema prices() {
        return prices;
    }

    Row row() {
        return row;
    }

    @Nullable
    RateCategory rateCategory() {
        return rateCategory;
    }

    String serviceCategory() {
        return serviceCategory;
    }

    /** Why the provider is unlikely to render the service. */
    ImplausiblePairs.@Nullable Implausibility implausibility() {
        return implausibility;
    }

    static @Nullable String providerSet(Row price) {
        return price.text(SET);
    }

    /** Starts with a price. */
    void price(Row next) {
        price = next;
        for (int i = 0; i < priceTargets.length; i++) {
            set(priceTargets[i], next.value(i));
        }
        String description = next.text(DESCRIPTION);
        put("service_description", description == null ? next.text(NAME) : description);
        categories(next);
        String billingClass = next.text(CLASS);
        boolean isSaid = "institutional".equals(billingClass) || "professional".equals(billingClass);
        put("is_facility", isSaid ? "institutional".equals(billingClass) : null);
    }

    /** Goes on with one of the price's organisations; {@code null} where there is none. */
    void organization(@Nullable Billing billing) {
        for (int i = 0; i < organizationTargets.length; i++) {
            set(
                    organizationTargets[i],
                    billing == null ? null : billing.organization().value(i));
        }
        rateUuid = billing == null ? null : rateUuid(billing.organization().text(0));
        put("rate_uuid", rateUuid);
        if (listsNpis && billing != null && columns.containsKey("rate_npis")) {
            put(
                    "rate_npis",
                    Arrays.stream(billing.npis()).mapToObj(Long::toString).toList());
        }
    }

    /** Completes the row with an NPI; 0 with the handle of no NPI where there is none. */
    void npi(long npi, long handle) {
        NppesMatch match = NppesRows.match(handle);
        String text = match == NppesMatch.NO_NPI ? null : Long.toString(npi);
        put("npi", text);
        put("nppes_match", match.name());
        nppes.read(handle, nppesTargets, row);
        implausibility = pairs.isEmpty() ? null : implausibility(handle);
        put("implausible", implausibility == null ? null : implausibility.rule());
        if (columns.containsKey("fact_key")) {
            put("fact_key", rateUuid == null ? null : rateUuid + "_" + (text == null ? "None" : text));
        }
    }

    private void categories(Row next) {
        if (!Objects.equals(code, next.text(CODE)) || !Objects.equals(codeType, next.text(CODE_TYPE))) {
            code = next.text(CODE);
            codeType = next.text(CODE_TYPE);
            serviceCategory = services.category(codeType, code);
            pairs = ImplausiblePairs.builtIn().ofCode(codeType, code);
        }
        put("service_category", serviceCategory);
        rateCategory = "percentage".equals(next.text(TYPE)) ? null : RateCategory.of(next.decimal(RATE));
        put("rate_category", rateCategory == null ? null : rateCategory.label());
    }

    private @Nullable String rateUuid(@Nullable String organization) {
        boolean isWanted = columns.containsKey("rate_uuid") || columns.containsKey("fact_key");
        if (!isWanted || organization == null || price == null) {
            return null;
        }
        return OriginalIds.rate(price, UUID.fromString(organization))
                .map(UUID::toString)
                .orElse(null);
    }

    private ImplausiblePairs.@Nullable Implausibility implausibility(long handle) {
        nppes.read(handle, TO_TAXONOMIES, taxonomies);
        List<String> codes = taxonomies.texts(0);
        return codes == null ? null : pairs.of(codes);
    }

    private void put(String column, @Nullable Object value) {
        set(columns.getOrDefault(column, -1), value);
    }

    private void set(int column, @Nullable Object value) {
        if (column >= 0) {
            row.set(column, value);
        }
    }

    private static TableSchema prices(Set<String> wanted) {
        Set<String> names = new LinkedHashSet<>(ALWAYS);
        Tables.RATES.columns().stream()
                .filter(column -> wanted.contains(factName(column)))
                .forEach(column -> names.add(column.name()));
        return Tables.RATES.select(names.toArray(String[]::new));
    }

    private static String factName(Column column) {
        return RENAMED.getOrDefault(column.name(), column.name());
    }
}
