package io.github.tic4j.collaboratemd.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ColumnNamesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/table/snake-case.csv", numLinesToSkip = 1)
    void labelsBecomeSnakeCase(String label, String name) {
        assertThat(ColumnNames.snakeCase(label == null ? "" : label)).isEqualTo(name);
    }

    @Property
    void snakeCaseIsStableAndClean(@ForAll String label) {
        String name = ColumnNames.snakeCase(label);
        assertThat(name)
                .isNotEmpty()
                .doesNotContain(" ", "__", "\"", "-")
                .doesNotStartWith("_")
                .doesNotEndWith("_");
        assertThat(ColumnNames.snakeCase(ColumnNames.snakeCase(name))).isEqualTo(ColumnNames.snakeCase(name));
    }

    @Property
    void columnsAreDistinctAndFitPostgres(@ForAll @Size(max = 12) List<String> labels) {
        List<String> names = ColumnNames.of(labels);
        assertThat(names).hasSameSizeAs(labels).doesNotHaveDuplicates();
        assertThat(names).allMatch(name -> name.getBytes(StandardCharsets.UTF_8).length <= 63);
        assertThat(names).doesNotContainAnyElementsOf(ColumnNames.RESERVED);
    }

    @Property
    void labelsThatDifferOnlyInOrderGetTheSameNames(@ForAll @UniqueElements @Size(max = 8) List<Short> numbers) {
        List<String> labels =
                numbers.stream().map(n -> "Column " + (n + 40_000)).toList();
        List<String> reversed =
                labels.stream().sorted(java.util.Comparator.reverseOrder()).toList();
        assertThat(ColumnNames.of(reversed)).containsExactlyInAnyOrderElementsOf(ColumnNames.of(labels));
    }

    @Test
    void repeatedLabelsAreNumberedFromTheSecondOn() {
        assertThat(ColumnNames.of(List.of("Payer", "Payer", "payer "))).containsExactly("payer", "payer_1", "payer_2");
    }

    @Test
    void numberingNeverTakesTheNameOfAnotherLabel() {
        assertThat(ColumnNames.of(List.of("Payer", "Payer", "Payer 1"))).containsExactly("payer", "payer_2", "payer_1");
    }

    @Test
    void labelsThatCollideWithOurColumnsArePrefixed() {
        assertThat(ColumnNames.of(List.of("Created At", "Row Hash", "Customer Account")))
                .containsExactly("src_created_at", "src_row_hash", "src_customer_account");
    }

    @Test
    void longLabelsAreCutBetweenCharactersAndStayDistinct() {
        String label = "ä".repeat(40);
        assertThat(ColumnNames.of(List.of(label, label + "x"))).containsExactly("ä".repeat(31), "ä".repeat(30) + "_1");
    }
}
