package io.github.tic4j.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A table with a column of each type, and rows for it. */
final class SampleTable {

    static final TableSchema SCHEMA = new TableSchema(
            "samples",
            3,
            "One row per sample.",
            List.of(
                    Column.required("code", ColumnType.TEXT, "A text."),
                    Column.optional("amount", ColumnType.DECIMAL, "A decimal."),
                    Column.optional("amount_text", ColumnType.TEXT, "Its companion."),
                    Column.optional("places", ColumnType.TEXT_LIST, "Texts."),
                    Column.optional("npi", ColumnType.LONG_LIST, "Numbers."),
                    Column.optional("day", ColumnType.DATE, "A date."),
                    Column.optional("moment", ColumnType.TIMESTAMP, "A moment."),
                    Column.optional("count", ColumnType.LONG, "A number."),
                    Column.optional("known", ColumnType.BOOL, "A truth.")),
            List.of("code"));

    private SampleTable() {}

    static Row full(String code) {
        return new Row(SCHEMA)
                .set("code", code)
                .set("amount", new BigDecimal("81.50"))
                .set("places", List.of("11", "22"))
                .set("npi", List.of(1234567893L))
                .set("day", LocalDate.of(9999, 12, 31))
                .set("moment", Instant.parse("2026-11-20T06:30:00.123456Z"))
                .set("count", 7L)
                .set("known", true);
    }

    static Row sparse(String code) {
        return new Row(SCHEMA).set("code", code);
    }
}
