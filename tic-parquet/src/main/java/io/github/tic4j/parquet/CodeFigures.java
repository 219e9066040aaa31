package io.github.tic4j.parquet;

import io.github.tic4j.table.Decimals;
import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of one billing code, by group and unit. */
final class CodeFigures {

    private static final long BYTES_PER_PRICE = 160;

    private final Analytics analytics;
    private final ProviderIndex providers;
    private final @Nullable String codeType;
    private final @Nullable String code;
    private final Map<Key, Group> groups = new TreeMap<>();
    private @Nullable String name;
    private long held;

    /** The figures of the code that this rate is for. */
    CodeFigures(Analytics analytics, ProviderIndex providers, Row rate) {
        this.analytics = analytics;
        this.providers = providers;
        this.codeType = (String) rate.value("billing_code_type");
        this.code = (String) rate.value("billing_code");
    }

    void add(Row rate) {
        String itemName = (String) rate.value("name");
        if (itemName != null && (name == null || itemName.compareTo(name) < 0)) {
            name = itemName;
        }
        Unit unit = Unit.of((String) rate.value("negotiated_type"));
        for (Grouping grouping : analytics.groupings()) {
            for (String value : grouping.groupsOf(rate)) {
                Group group = groups.computeIfAbsent(new Key(grouping.name(), value, unit), key -> new Group());
                held -= group.prices.held();
                group.add(rate, providers);
                held += group.prices.held();
            }
        }
        while (held * BYTES_PER_PRICE > analytics.memoryBytes()) {
            estimateLargest();
        }
    }

    private void estimateLargest() {
        Group largest = groups.values().stream()
                .max(Comparator.comparingInt(group -> group.prices.held()))
                .orElseThrow();
        held -= largest.prices.held();
        largest.prices.estimate();
    }

    /** The rows of analytics, in a fixed order. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, group) -> rows.add(row(key, group)));
        return rows;
    }

    private Row row(Key key, Group group) {
        Row row = new Row(DerivedTables.ANALYTICS)
                .set("grouping", key.grouping)
                .set("group_value", key.value)
                .set("billing_code_type", codeType)
                .set("procedure_code", code)
                .set("procedure_name", name)
                .set("unit", key.unit.label())
                .set("rate_count", group.prices.count())
                .set("excluded_count", group.excluded)
                .set("payer_count", (long) group.payers.size())
                .set("organization_count", providers.isEmpty() ? null : (long) group.organizations.cardinality())
                .set("method", group.prices.isExact() ? "exact" : "sketch")
                .set("relative_error", group.prices.isExact() ? BigDecimal.ZERO : PriceSketch.RELATIVE_ERROR);
        PriceFigures.Summary summary = group.prices.summary();
        if (summary != null) {
            fill(row, summary);
        }
        return row;
    }

    private static void fill(Row row, PriceFigures.Summary summary) {
        PriceFigures.Percentiles percentiles = summary.percentiles();
        row.set("min_rate", summary.min())
                .set("max_rate", summary.max())
                .set("avg_rate", rounded(summary.mean()))
                .set("std_dev", rounded(summary.deviation()))
                .set("median_rate", rounded(percentiles.at(new BigDecimal("0.5"))))
                .set("outlier_share", rounded(percentiles.outlierShare()));
        for (String percent : List.of("10", "25", "75", "90", "95")) {
            row.set("p" + percent + "_rate", rounded(percentiles.at(new BigDecimal("0." + percent))));
        }
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.setScale(Decimals.SCALE, RoundingMode.HALF_EVEN);
    }

    private record Key(String grouping, @Nullable String value, Unit unit) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::grouping)
                .thenComparing(Key::value, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Key::unit);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** The prices of one group. */
    private static final class Group {

        private final PriceFigures prices = new PriceFigures();
        private final Set<Object> payers = new HashSet<>();
        private final BitSet organizations = new BitSet();
        private long excluded;

        void add(Row rate, ProviderIndex providers) {
            BigDecimal price = (BigDecimal) rate.value("negotiated_rate");
            if (price == null || price.signum() <= 0) {
                excluded++;
                return;
            }
            prices.add(price);
            payers.add(rate.value("payer_uuid"));
            for (int organization : providers.organizationsOf((String) rate.value("provider_set_id"))) {
                organizations.set(organization);
            }
        }
    }
}
