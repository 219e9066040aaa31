package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.Price;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DuckDB reads a file that is too large for a tree and must find the same multiset of prices. */
class DuckDbOracleTest {

    private static final String PRICES = """
            WITH items AS (
              SELECT unnest(in_network) AS item
              FROM read_json('%s', maximum_object_size = 8000000, columns = {in_network: 'STRUCT(
                billing_code_type VARCHAR, billing_code VARCHAR, negotiated_rates STRUCT(negotiated_prices STRUCT(
                  negotiated_type VARCHAR, negotiated_rate DECIMAL(30, 8), expiration_date VARCHAR,
                  billing_class VARCHAR)[])[])[]'})),
            rates AS (
              SELECT item.billing_code_type AS type, item.billing_code AS code, unnest(item.negotiated_rates) AS rate
              FROM items),
            prices AS (
              SELECT type, code, unnest(rate.negotiated_prices) AS price FROM rates)
            SELECT concat_ws('|', type, code, price.negotiated_type, CAST(price.negotiated_rate AS VARCHAR),
              price.expiration_date, price.billing_class)
            FROM prices
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(MrfSpec.Order.class)
    void findsTheSameMultisetOfPrices(MrfSpec.Order order) throws IOException, SQLException {
        Path file = folder.resolve("generated.json");
        MrfSpec spec = MrfSpec.builder()
                .targetBytes(3_000_000)
                .providerReferences(200)
                .order(order)
                .shares(new MrfSpec.Shares(0.2, 0.2, 0.2, 0.5, 0.2, 0))
                .build();
        long prices = MrfGenerator.write(spec, file).all().prices();
        List<String> ours = new ArrayList<>();
        try (MrfReader reader = MrfReader.open(file)) {
            for (Price price : reader) {
                ours.add(String.join(
                        "|",
                        price.item().billingCodeType(),
                        price.item().billingCode(),
                        price.terms().negotiatedType(),
                        price.negotiatedRate().setScale(8).toPlainString(),
                        price.terms().expirationDate(),
                        price.terms().billingClass()));
            }
        }
        assertThat(ours).hasSize((int) prices);
        assertThat(ours.stream().sorted().toList())
                .isEqualTo(duckDb(file).stream().sorted().toList());
    }

    private static List<String> duckDb(Path file) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("SET memory_limit = '1GB'; SET threads = 1");
            try (ResultSet rows = statement.executeQuery(PRICES.formatted(file))) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
        }
        return lines;
    }
}
