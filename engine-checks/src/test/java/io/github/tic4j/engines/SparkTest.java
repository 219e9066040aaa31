package io.github.tic4j.engines;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark reads every table that a run writes, and finds in it what DuckDB finds. */
class SparkTest {

    /** The Hadoop in Spark calls what later JDKs have removed. */
    private static final int LATEST_JDK = 21;

    @TempDir
    static Path folder;

    private static List<Path> tables = List.of();
    private static @Nullable SparkSession spark;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(Runtime.version().feature() <= LATEST_JDK, "Spark runs on JDK 17 to " + LATEST_JDK);
        tables = Demo.tables(folder);
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", true)
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        if (spark != null) {
            spark.stop();
        }
    }

    @Test
    void readsWhatDuckDbReadsRowByRow() throws SQLException {
        assertThat(tables).hasSizeGreaterThan(10);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            for (Path table : tables) {
                long rows = 0;
                Iterator<Row> found = read(table).toLocalIterator();
                try (ResultSet expected = statement.executeQuery("select * from '" + table + "'")) {
                    while (expected.next()) {
                        assertThat(found).as("row %s of %s", rows, table).hasNext();
                        assertThat(values(found.next()))
                                .as("row %s of %s", rows, table)
                                .isEqualTo(values(expected));
                        rows++;
                    }
                }
                assertThat(found).as("rows of %s after %s", table, rows).isExhausted();
                assertThat(rows).as("rows of %s", table).isPositive();
            }
        }
    }

    @Test
    void seesDecimalsDatesAndLists() {
        var schema = read(table("rates_final")).schema();

        assertThat(schema.apply("negotiated_rate").dataType()).isEqualTo(DataTypes.createDecimalType(38, 18));
        assertThat(schema.apply("expiration_date").dataType()).isEqualTo(DataTypes.DateType);
        assertThat(schema.apply("service_codes").dataType())
                .isEqualTo(DataTypes.createArrayType(DataTypes.StringType, true));
    }

    @Test
    void filtersByStatisticsWithoutLosingRows() {
        Dataset<Row> rates = read(table("rates_final"));
        long all = rates.count();
        String code = rates.first().getAs("billing_code");

        long with = rates.filter(col("billing_code").equalTo(lit(code))).count();
        long without = rates.filter(col("billing_code").notEqual(lit(code))).count();

        assertThat(with).isPositive().isLessThan(all);
        assertThat(with + without).isEqualTo(all);
    }

    private static Dataset<Row> read(Path file) {
        return spark.read().parquet(file.toString());
    }

    private static Path table(String name) {
        return tables.stream()
                .filter(file -> file.endsWith(name + ".parquet"))
                .findFirst()
                .orElseThrow();
    }

    private static List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            values.add(value instanceof scala.collection.Seq<?> ? row.getList(i) : canonical(value));
        }
        return values;
    }

    private static List<@Nullable Object> values(ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            values.add(
                    value instanceof Array list
                            ? Stream.of((Object[]) list.getArray()).toList()
                            : canonical(value));
        }
        return values;
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        if (value instanceof Timestamp moment) {
            return moment.toLocalDateTime().toInstant(ZoneOffset.UTC);
        }
        return value;
    }
}
