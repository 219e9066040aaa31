package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.table.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    @TempDir
    Path root;

    @Test
    void sameRatesInOtherFilesAndOrderHaveNoChanges() throws IOException, SQLException {
        List<Row> rows = SampleTables.rates(500, 1);
        SampleTables.write(before(), rows);
        Collections.reverse(rows);
        rows.forEach(row -> row.set("file_id", "another").set("description", "reworded"));
        SampleTables.write(after(), rows);

        Comparison.Changes changes = compare();

        assertThat(changes.unchanged()).isEqualTo(distinctPrices(before()));
        assertThat(changes.added() + changes.removed() + changes.changed()).isZero();
        assertThat(ParquetInfo.of(changes.file()).rows()).isZero();
    }

    @Test
    void changesAreToldWithTheirAmount() throws IOException, SQLException {
        SampleTables.write(before(), List.of(price("a", "100"), price("b", "10"), price("c", "0")));
        SampleTables.write(after(), List.of(price("a", "125"), price("c", "3"), price("d", "7.5")));

        Comparison.Changes changes = compare();

        assertThat(changes).isEqualTo(new Comparison.Changes(changes.file(), 0, 1, 1, 2));
        assertThat(Duck.query(
                        "select billing_code, change, rate_before::double, rate_after::double, difference::double,"
                                + " relative_difference::double from '" + changes.file() + "'"))
                .containsExactly(
                        Arrays.asList("a", "changed", 100.0, 125.0, 25.0, 0.25),
                        Arrays.asList("b", "removed", 10.0, null, null, null),
                        Arrays.asList("c", "changed", 0.0, 3.0, 3.0, null),
                        Arrays.asList("d", "added", null, 7.5, null, null));
    }

    @Test
    void severalPricesOfOneIdentityArePairedEqualFirst() throws IOException, SQLException {
        SampleTables.write(before(), List.of(price("a", "10"), price("a", "20"), price("a", "30"), price("a", "20")));
        SampleTables.write(after(), List.of(price("a", "20"), price("a", "12"), price("a", "33"), price("a", "40")));

        Comparison.Changes changes = compare();

        assertThat(changes).isEqualTo(new Comparison.Changes(changes.file(), 1, 1, 0, 2));
        assertThat(Duck.query("select change, rate_before::double, rate_after::double from '" + changes.file() + "'"))
                .containsExactly(
                        Arrays.asList("changed", 10.0, 12.0),
                        Arrays.asList("changed", 30.0, 33.0),
                        Arrays.asList("added", null, 40.0));
    }

    @Test
    void orderOfPlacesAndModifiersDoesNotCount() throws IOException {
        SampleTables.write(before(), List.of(price("a", "1").set("service_codes", List.of("22", "11"))));
        SampleTables.write(after(), List.of(price("a", "1").set("service_codes", List.of("11", "22", "22"))));

        assertThat(compare().unchanged()).isEqualTo(1);
    }

    @Test
    void priceThatIsOnlyTextIsCompared() throws IOException, SQLException {
        SampleTables.write(before(), List.of(price("a", "1E-30")));
        SampleTables.write(after(), List.of(price("a", "2E-30")));

        assertThat(Duck.query("select change, rate_before_text, rate_after_text, difference from '"
                        + compare().file() + "'"))
                .containsExactly(Arrays.asList("changed", "1E-30", "2E-30", null));
    }

    @Test
    void differenceThatNoDecimalHoldsIsLeftOut() throws IOException, SQLException {
        SampleTables.write(before(), List.of(price("a", "-99999999999999999999"), price("b", "1E-18")));
        SampleTables.write(after(), List.of(price("a", "99999999999999999999"), price("b", "1000")));

        assertThat(Duck.query("select change, difference is null, relative_difference is null from '"
                        + compare().file() + "'"))
                .containsExactly(List.of("changed", true, false), List.of("changed", false, true));
    }

    @Test
    void organisationsAreComparedThroughTheirSets() throws IOException, SQLException {
        SampleTables.write(before(), 1, 1);
        SampleTables.write(after(), 1, 1);
        Files.delete(rates(before()));
        Files.delete(rates(after()));
        SampleTables.write(before(), List.of(price("a", "1").set("provider_set_id", "s1")));
        SampleTables.write(
                after(),
                List.of(
                        price("a", "1").set("provider_set_id", "s0"),
                        price("a", "2").set("provider_set_id", "unknown")));

        Comparison.Changes changes = compare();

        assertThat(changes.unchanged()).isEqualTo(1);
        assertThat(Duck.query("select organization_uuid, provider_set_id, change from '" + changes.file() + "'"))
                .containsExactly(Arrays.asList(null, "unknown", "added"), Arrays.asList("o1", null, "removed"));
    }

    @Test
    void sortingOutOfCoreFindsTheSame() throws IOException {
        List<Row> old = SampleTables.rates(400, 1);
        List<Row> young = new ArrayList<>(old.subList(50, 400));
        young.addAll(SampleTables.rates(60, 2));
        SampleTables.write(before(), old);
        SampleTables.write(after(), young);
        Comparison.Changes inMemory = compare();
        Comparison.Changes outOfCore = new Comparison(before(), after(), root.resolve("small"), 2000).run();

        assertThat(outOfCore.file()).hasSameBinaryContentAs(inMemory.file());
        assertThat(root.resolve("small/rate_changes")).isDirectoryNotContaining("glob:**.part");
        assertThat(inMemory.changed() + inMemory.added()).isPositive();
    }

    @Test
    void sortingNeedsRoom() {
        assertThatThrownBy(() -> new Comparison(root, root, root, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Sorting needs at least 1 byte, was given 0");
    }

    private Comparison.Changes compare() throws IOException {
        return Comparison.of(before(), after(), root.resolve("out")).run();
    }

    private Path before() {
        return root.resolve("2026-10");
    }

    private Path after() {
        return root.resolve("2026-11");
    }

    private static Path rates(Path folder) {
        return folder.resolve("rates/rates_batch_001.parquet");
    }

    private static Row price(String code, String amount) {
        return SampleTables.rate("f", "p").set("billing_code", code).set("negotiated_rate", new BigDecimal(amount));
    }

    private static long distinctPrices(Path folder) throws SQLException {
        return (Long) Duck.value("select count(*) from (select distinct billing_code_type, billing_code, payer_uuid,"
                + " provider_set_id, negotiated_type, billing_class, setting, negotiated_rate from '" + rates(folder)
                + "')");
    }
}
