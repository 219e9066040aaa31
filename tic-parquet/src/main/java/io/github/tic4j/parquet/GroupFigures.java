package io.github.tic4j.parquet;

import io.github.tic4j.table.Decimals;
import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The figures of one billing code, group and unit. */
final class GroupFigures {

    private static final long BYTES_PER_PRICE = 160;

    private final Row first;
    private final ProviderIndex providers;
    private final long memoryBytes;
    private final PriceFigures prices = new PriceFigures();
    private final BitSet payers = new BitSet();
    private final BitSet organizations = new BitSet();
    private long excluded;
    private int lastSet = ProviderIndex.UNKNOWN;

    /** The figures of the group that this row of {@link GroupedPrices} is of. */
    GroupFigures(Row first, ProviderIndex providers, long memoryBytes) {
        this.first = first;
        this.providers = providers;
        this.memoryBytes = memoryBytes;
    }

    void add(Row grouped) {
        BigDecimal price = grouped.decimal(GroupedPrices.PRICE);
        if (price == null || price.signum() <= 0) {
            excluded++;
            return;
        }
        prices.add(price);
        if (prices.held() * BYTES_PER_PRICE > memoryBytes) {
            prices.estimate();
        }
        payers.set(number(grouped, GroupedPrices.PAYER));
        int set = number(grouped, GroupedPrices.PROVIDER_SET);
        if (set != lastSet) {
            for (int organization : providers.organizationsOf(set)) {
                organizations.set(organization);
            }
            lastSet = set;
        }
    }

    private static int number(Row grouped, int column) {
        return Objects.requireNonNull(grouped.whole(column)).intValue();
    }

    /** The row of analytics, with the code's name. */
    Row row(GroupedPrices of) {
        String codeType = first.text(GroupedPrices.CODE_TYPE);
        String code = first.text(GroupedPrices.CODE);
        Row row = new Row(DerivedTables.ANALYTICS)
                .set("grouping", first.text(GroupedPrices.GROUPING))
                .set("group_value", first.text(GroupedPrices.VALUE))
                .set("billing_code_type", codeType)
                .set("procedure_code", code)
                .set("procedure_name", of.nameOf(codeType, code))
                .set("unit", first.text(GroupedPrices.UNIT))
                .set("rate_count", prices.count())
                .set("excluded_count", excluded)
                .set("payer_count", (long) payers.cardinality())
                .set("organization_count", providers.isEmpty() ? null : (long) organizations.cardinality())
                .set("method", prices.isExact() ? "exact" : "sketch")
                .set("relative_error", prices.isExact() ? BigDecimal.ZERO : PriceSketch.RELATIVE_ERROR);
        PriceFigures.Summary summary = prices.summary();
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
}
