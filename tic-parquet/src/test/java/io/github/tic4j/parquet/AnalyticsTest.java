package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.tic4j.table.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyticsTest {

    private static final String UNIT = "case negotiated_type when 'percentage' then 'percent' when 'per diem' then"
            + " 'dollars-per-day' when 'odd' then 'unknown' else 'dollars' end";
    private static final String FIGURES = "min(r), max(r), avg(r)::decimal(38,9), stddev_samp(r)::decimal(38,9),"
            + " quantile_cont(r::double, 0.5)::decimal(38,9), quantile_cont(r::double, 0.1)::decimal(38,9),"
            + " quantile_cont(r::double, 0.95)::decimal(38,9)";

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"none", "billing_class", "setting"})
    void figuresAreThoseOfDuckDb(String grouping) throws IOException, SQLException {
        SampleTables.write(root, 4000, 1);

        Path file = Analytics.of(root, grouping).run();

        String group = grouping.equals("none") ? "null::varchar" : grouping;
        String prices = "(select *, " + UNIT + " as unit, " + group + " as g, case when negotiated_rate > 0 then"
                + " negotiated_rate end as r from '" + root + "/rates/*.parquet')";
        String expected = "select g, billing_code_type, billing_code, unit, count(r), count(*) - count(r),"
                + " count(distinct payer_uuid), " + FIGURES + " from " + prices + " group by 1, 2, 3, 4 order by all";
        String actual = "select group_value, billing_code_type, procedure_code, unit, rate_count, excluded_count,"
                + " payer_count, min_rate, max_rate, avg_rate::decimal(38,9), std_dev::decimal(38,9),"
                + " median_rate::decimal(38,9), p10_rate::decimal(38,9), p95_rate::decimal(38,9) from '" + file
                + "' order by all";
        List<List<Object>> rows = Duck.query(actual);
        assertThat(rows).hasSizeGreaterThan(10);
        assertSame(rows, Duck.query(expected));
    }

    @Test
    void groupsOfOtherTablesCountEachPriceOnce() throws IOException, SQLException {
        SampleTables.write(root, 2000, 3);

        Path file = Analytics.of(root, "payer", "plan", "organization", "state", "specialty")
                .run();

        assertThat(groups(file, "payer")).isEqualTo(rates("case payer_uuid when 'p0' then 'alpha' else 'beta' end"));
        assertThat(groups(file, "plan"))
                .isEqualTo(rates("unnest(case file_id when 'F0' then ['Gold', 'Silver'] else [null] end)"));
        assertThat(groups(file, "organization"))
                .isEqualTo(
                        rates("unnest(case provider_set_id when 's0' then ['o0'] when 's1' then ['o0', 'o1'] when 's2'"
                                + " then ['o2'] else [null] end)"));
        assertThat(groups(file, "state"))
                .isEqualTo(rates("unnest(case provider_set_id when 's0' then ['GA'] when 's1' then ['FL', 'GA'] else"
                        + " [null] end)"));
        assertThat(groups(file, "specialty"))
                .isEqualTo(rates("unnest(case when provider_set_id in ('s0', 's1') then ['Radiology', 'Surgery'] else"
                        + " [null] end)"));
    }

    @Test
    void nameOfACodeIsTheFirstInTextOrder() throws IOException, SQLException {
        SampleTables.write(root, 500, 3);

        Path file = Analytics.of(root, "none").run();

        assertThat(Duck.value("select max(procedure_name) from '" + file + "' where procedure_code is not null"))
                .isEqualTo("Visit 0");
    }

    @Test
    void organisationsAreCountedOnce() throws IOException, SQLException {
        SampleTables.write(root, 500, 3);

        Path file = Analytics.of(root, "none").run();

        assertThat(Duck.value("select max(organization_count) from '" + file + "'"))
                .isEqualTo(3L);
    }

    @Test
    void withoutProviderTablesNoOrganisationIsCounted() throws IOException, SQLException {
        SampleTables.write(root, SampleTables.rates(100, 3));

        Path file = Analytics.of(root, "none", "state").run();

        assertThat(Duck.query("select distinct organization_count, group_value from '" + file + "'"))
                .isEqualTo(List.of(Arrays.asList(null, null)));
    }

    @Test
    void beyondTheBudgetPercentilesAreOffByNoMoreThanStated() throws IOException, SQLException {
        SampleTables.write(root, 5000, 5);
        Path exact = Files.move(Analytics.of(root, "none").run(), root.resolve("exact.parquet"));
        Path sketch = new Analytics(root, List.of(Groupings.named("none", root)), 1000).run();
        String figures =
                "select billing_code_type, procedure_code, unit, rate_count, min_rate, max_rate, avg_rate, std_dev from '%s'";
        String off = "select max(abs(s.%1$s - e.%1$s) / e.%1$s)::double from '" + sketch + "' s join '" + exact
                + "' e on s.procedure_code = e.procedure_code and s.billing_code_type = e.billing_code_type and s.unit = e.unit";

        assertThat(Duck.query("select method, relative_error::double from '" + sketch + "' group by all order by 1"))
                .containsExactly(List.of("exact", 0.0), List.of("sketch", 0.005));
        assertThat(Duck.query(String.format(figures, sketch))).isEqualTo(Duck.query(String.format(figures, exact)));
        for (String figure : List.of("median_rate", "p10_rate", "p25_rate", "p75_rate", "p90_rate", "p95_rate")) {
            assertThat((Double) Duck.value(String.format(off, figure)))
                    .as(figure)
                    .isLessThanOrEqualTo(0.005);
        }
        assertThat((Double) Duck.value("select max(abs(s.outlier_share - e.outlier_share))::double from '" + sketch
                        + "' s join '" + exact + "' e using (billing_code_type, procedure_code, unit)"))
                .isLessThan(0.05);
    }

    @Test
    void extremePricesHaveFiguresToo() throws IOException, SQLException {
        List<Row> rows = new ArrayList<>();
        for (String price : List.of("1E-18", "99999999999999999999.999999999999999999", "1E-18", "5")) {
            rows.add(SampleTables.rate("f", "p")
                    .set("negotiated_type", "negotiated")
                    .set("negotiated_rate", new BigDecimal(price)));
        }
        SampleTables.write(root, rows);
        for (long memory : new long[] {1, 1 << 20}) {
            Path file = new Analytics(root, List.of(Groupings.named("none", root)), memory).run();

            assertThat(Duck.query(
                            "select p10_rate::varchar, max_rate::varchar, p95_rate <= max_rate, p10_rate > 0 from '"
                                    + file + "'"))
                    .containsExactly(
                            List.of("0.000000000000000001", "99999999999999999999.999999999999999999", true, true));
        }
        new Report(root).write(root.resolve("report.html"));

        assertThat(root.resolve("report.html")).content().doesNotContain("NaN", "Infinity");
    }

    @Test
    void resultDependsNeitherOnOrderNorOnFiles() throws IOException {
        List<Row> rows = SampleTables.rates(1000, 8);
        SampleTables.write(root.resolve("a"), rows);
        Collections.shuffle(rows, new Random(1));
        SampleTables.write(root.resolve("b"), rows.subList(0, 500));
        SampleTables.write(root.resolve("b"), rows.subList(500, 1000));
        Path a = Analytics.of(root.resolve("a"), "none", "payer").run();
        Path b = new Analytics(
                        root.resolve("b"),
                        List.of(Groupings.named("none", root), Groupings.named("payer", root)),
                        500_000)
                .run();

        assertThat(b).hasSameBinaryContentAs(a);
    }

    @Test
    void hostsMayGroupAsTheyLike() throws IOException, SQLException {
        SampleTables.write(root, 300, 8);
        Grouping cheap = new Grouping() {
            @Override
            public String name() {
                return "cheap";
            }

            @Override
            public List<String> columns() {
                return List.of("negotiated_rate");
            }

            @Override
            public Collection<String> groupsOf(Row rate) {
                BigDecimal price = (BigDecimal) rate.value("negotiated_rate");
                return List.of(price.compareTo(BigDecimal.TEN) < 0 ? "yes" : "no");
            }
        };

        Path file = new Analytics(root, List.of(cheap), 1 << 20).run();

        assertThat(Duck.query("select group_value, sum(rate_count + excluded_count)::bigint from '" + file
                        + "' group by 1 order by 1"))
                .isEqualTo(Duck.query("select case when negotiated_rate < 10 then 'yes' else 'no' end, count(*) from '"
                        + root + "/rates/*.parquet' group by 1 order by 1"));
    }

    @Test
    void pricesThatAreTextOrNotAboveZeroAreCountedOnly() throws IOException, SQLException {
        SampleTables.write(
                root,
                List.of(
                        SampleTables.rate("f", "p").set("negotiated_rate", new BigDecimal("1E-30")),
                        SampleTables.rate("f", "p").set("negotiated_rate", new BigDecimal("-0.01"))));

        assertThat(Duck.query("select rate_count, excluded_count, min_rate, method from '"
                        + Analytics.of(root, "none").run() + "'"))
                .containsExactly(Arrays.asList(0L, 2L, null, "exact"));
    }

    @Test
    void unknownGroupingIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Analytics.of(root, "zip"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No grouping zip; there are " + Groupings.names());
    }

    @Test
    void figuresNeedRoom() {
        assertThatThrownBy(() -> new Analytics(root, List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Figures need at least 1 byte, were given 0");
    }

    private static List<List<Object>> groups(Path file, String grouping) throws SQLException {
        return Duck.query("select group_value, sum(rate_count + excluded_count)::bigint from '" + file
                + "' where grouping = '" + grouping + "' group by 1 order by 1");
    }

    private List<List<Object>> rates(String group) throws SQLException {
        return Duck.query("select g, count(*) from (select " + group + " as g from '" + root
                + "/rates/*.parquet') group by 1 order by 1");
    }

    /** Equal but for what DuckDB computes in floating point. */
    private static void assertSame(List<List<Object>> actual, List<List<Object>> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).subList(0, 9)).isEqualTo(expected.get(i).subList(0, 9));
            for (int k = 9; k < actual.get(i).size(); k++) {
                BigDecimal figure = (BigDecimal) expected.get(i).get(k);
                if (figure == null) {
                    assertThat(actual.get(i).get(k)).isNull();
                } else {
                    assertThat((BigDecimal) actual.get(i).get(k)).isCloseTo(figure, within(new BigDecimal("0.000001")));
                }
            }
        }
    }
}
