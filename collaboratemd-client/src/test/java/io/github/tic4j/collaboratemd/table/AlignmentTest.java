package io.github.tic4j.collaboratemd.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.collaboratemd.table.Drift.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlignmentTest {

    private static final ReportType TYPE = new ReportType(
            "Test Report",
            LoadMode.SNAPSHOT,
            List.of(
                    new ReportType.Column("claim_id", CellKind.TEXT, false),
                    new ReportType.Column("amount", CellKind.MONEY, false),
                    new ReportType.Column("office", CellKind.TEXT, true)),
            Map.of("charge_claim_id", "claim_id", "claim_number", "claim_id"));

    @Test
    void columnsAreMatchedByNameAndNeverByPosition() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("one", List.of("claim_id", "amount"));
        headers.put("two", List.of("note", "amount", "charge_claim_id"));
        Alignment alignment = Alignment.of(TYPE, headers);
        assertThat(alignment.columns()).containsExactly("claim_id", "amount", "office", "note");
        assertThat(alignment.align("two", row("n", "5", "c"))).containsExactly("c", "5", null, "n");
        assertThat(alignment.align("one", row("c", "5"))).containsExactly("c", "5", null, null);
    }

    @Test
    void driftIsReportedAndOptionalColumnsAreNotMissed() {
        Alignment alignment = Alignment.of(TYPE, Map.of("one", List.of("charge_claim_id", "note")));
        assertThat(alignment.drift())
                .containsExactlyInAnyOrder(
                        new Drift(Kind.RENAMED, "one", "charge_claim_id", "claim_id"),
                        new Drift(Kind.MISSING, "one", "amount", "amount"),
                        new Drift(Kind.UNKNOWN, "one", "note", "note"));
    }

    @Test
    void twoLabelsForOneColumnKeepBothValues() {
        Alignment alignment = Alignment.of(TYPE, Map.of("one", List.of("charge_claim_id", "claim_number", "amount")));
        assertThat(alignment.columns()).containsExactly("claim_id", "amount", "office", "claim_number");
        assertThat(alignment.align("one", row("a", "b", "5"))).containsExactly("a", "5", null, "b");
    }

    @Test
    void aTypeWithoutExpectationsTakesWhatComes() {
        Alignment alignment = Alignment.of(ReportType.named("Model Data"), Map.of("one", List.of("b", "a")));
        assertThat(alignment.columns()).containsExactly("b", "a");
        assertThat(alignment.drift()).isEmpty();
    }

    @Test
    void aFileThatWasNotAlignedIsAnError() {
        Alignment alignment = Alignment.of(TYPE, Map.of());
        assertThatThrownBy(() -> alignment.align("one", row()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not aligned: one");
    }

    @Test
    void thirteenTypesAreBuiltIn() {
        assertThat(ReportType.builtIn())
                .extracting(ReportType::name)
                .containsExactly(
                        "ar_aging",
                        "charges_on_hold",
                        "claim_stage_breakdown",
                        "denial_trends",
                        "gross_billing",
                        "payment_trend",
                        "pdr3_calculator",
                        "quadrant_performance",
                        "rcm_productivity",
                        "rev_rec_charges",
                        "rev_rec_payments",
                        "user_time_spread",
                        "write_off_trend");
        assertThat(ReportType.named("AR Aging").mode()).isEqualTo(LoadMode.SNAPSHOT);
        assertThat(ReportType.named("user_time_spread").mode()).isEqualTo(LoadMode.APPEND);
        assertThat(ReportType.named("user_time_spread")
                        .withMode(LoadMode.SNAPSHOT)
                        .mode())
                .isEqualTo(LoadMode.SNAPSHOT);
    }

    @Test
    void noBuiltInAliasHidesAnExpectedColumn() {
        for (ReportType type : ReportType.builtIn()) {
            assertThat(type.columns()).extracting(ReportType.Column::name).doesNotHaveDuplicates();
            assertThat(type.aliases().keySet())
                    .noneMatch(alias -> type.column(alias).isPresent());
            assertThat(type.aliases().values())
                    .allMatch(name -> type.column(name).isPresent());
        }
    }

    private static Row row(String... cells) {
        return new Row(Map.of(), Arrays.copyOf(cells, cells.length), "test", 1);
    }
}
