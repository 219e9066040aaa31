package io.github.tic4j.parquet;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays out rates as one row per price and group, which sorted by their key bring the prices of a group together. */
final class GroupedPrices {

    static final TableSchema SCHEMA = new TableSchema(
            "grouped_prices",
            1,
            "One row per price and group that it counts in.",
            List.of(
                    Column.optional("billing_code_type", ColumnType.TEXT, "The code's type."),
                    Column.optional("billing_code", ColumnType.TEXT, "The code."),
                    Column.required("grouping", ColumnType.TEXT, "The grouping's name."),
                    Column.optional("group_value", ColumnType.TEXT, "The group."),
                    Column.required("unit", ColumnType.TEXT, "The unit."),
                    Column.required("payer", ColumnType.LONG, "A number that stands for the payer."),
                    Column.required("provider_set", ColumnType.LONG, "The set's number in the provider index."),
                    Column.optional("price", ColumnType.DECIMAL, "The price.")),
            List.of("billing_code_type", "billing_code", "grouping", "group_value", "unit"));

    static final int CODE_TYPE = SCHEMA.indexOf("billing_code_type");
    static final int CODE = SCHEMA.indexOf("billing_code");
    static final int GROUPING = SCHEMA.indexOf("grouping");
    static final int VALUE = SCHEMA.indexOf("group_value");
    static final int UNIT = SCHEMA.indexOf("unit");
    static final int PAYER = SCHEMA.indexOf("payer");
    static final int PROVIDER_SET = SCHEMA.indexOf("provider_set");
    static final int PRICE = SCHEMA.indexOf("price");

    private final List<Grouping> groupings;
    private final ProviderIndex providers;
    private final RowSorter sorter;
    private final Map<Code, String> names = new HashMap<>();
    private final Map<Object, Long> payers = new HashMap<>();
    private final Row row = new Row(SCHEMA);

    GroupedPrices(List<Grouping> groupings, ProviderIndex providers, RowSorter sorter) {
        this.groupings = groupings;
        this.providers = providers;
        this.sorter = sorter;
    }

    void add(Row rate) throws IOException {
        Code code = new Code((String) rate.value("billing_code_type"), (String) rate.value("billing_code"));
        if (rate.value("name") instanceof String name) {
            names.merge(code, name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        row.set(CODE_TYPE, code.type)
                .set(CODE, code.code)
                .set(UNIT, Unit.of((String) rate.value("negotiated_type")).label())
                .set(PAYER, payers.computeIfAbsent(String.valueOf(rate.value("payer_uuid")), payer ->
                        (long) payers.size()))
                .set(PROVIDER_SET, (long) providers.numberOf((String) rate.value("provider_set_id")))
                .set(PRICE, rate.value("negotiated_rate"));
        for (Grouping grouping : groupings) {
            row.set(GROUPING, grouping.name());
            for (String value : grouping.groupsOf(rate)) {
                sorter.add(row.set(VALUE, value));
            }
        }
    }

    /** The name of a code: of all that were published the first in text order, or {@code null}. */
    @Nullable
    String nameOf(@Nullable String codeType, @Nullable String code) {
        return names.get(new Code(codeType, code));
    }

    private record Code(@Nullable String type, @Nullable String code) {}
}
