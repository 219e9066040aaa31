package io.github.tic4j.parquet;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows of any table: nulls, repeated and single values, empty lists, extreme numbers and texts that break careless code. */
final class RandomRows {

    private static final List<String> TEXTS = List.of(
            "99213",
            "",
            " ",
            "a,b",
            "\"",
            "line\r\nbreak",
            "\u00e9\u4e2d\ud83d\ude00",
            "null",
            "\\",
            "\u0000",
            "x".repeat(300));
    private static final List<String> DECIMALS = List.of(
            "0",
            "-0.01",
            "81.50",
            "0.38999999999999996",
            "1.2300e2",
            "99999999999999999999.999999999999999999",
            "-99999999999999999999.999999999999999999",
            "0.000000000000000001",
            "1E+19");

    private final Random random;

    private RandomRows(long seed) {
        this.random = new Random(seed);
    }

    static List<Row> of(TableSchema schema, int count, long seed) {
        RandomRows rows = new RandomRows(seed);
        List<Row> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Row row = new Row(schema);
            for (int c = 0; c < schema.columns().size(); c++) {
                Column column = schema.columns().get(c);
                if (!column.nullable() || rows.random.nextInt(4) > 0) {
                    row.set(c, rows.value(column.type()));
                }
            }
            result.add(row);
        }
        return result;
    }

    private Object value(ColumnType type) {
        return switch (type) {
            case TEXT -> text();
            case LONG -> whole();
            case DECIMAL -> decimal();
            case BOOL -> random.nextBoolean();
            case DATE -> LocalDate.of(9999, 12, 31).minusDays(random.nextBoolean() ? 0 : random.nextInt(3_000_000));
            case TIMESTAMP -> Instant.EPOCH.plus(random.nextLong(-1L << 50, 1L << 50), ChronoUnit.MICROS);
            case TEXT_LIST -> list(ColumnType.TEXT);
            case LONG_LIST -> list(ColumnType.LONG);
        };
    }

    private String text() {
        return random.nextBoolean() ? TEXTS.get(random.nextInt(TEXTS.size())) : Long.toString(random.nextLong(), 36);
    }

    private long whole() {
        return random.nextInt(3) == 0 ? random.nextLong() : 1_000_000_000L + random.nextInt(50);
    }

    private BigDecimal decimal() {
        return random.nextInt(3) == 0
                ? new BigDecimal(DECIMALS.get(random.nextInt(DECIMALS.size())))
                : new BigDecimal(BigInteger.valueOf(random.nextInt(1_000_000)), random.nextInt(4));
    }

    private List<Object> list(ColumnType element) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(element));
        }
        return list;
    }
}
