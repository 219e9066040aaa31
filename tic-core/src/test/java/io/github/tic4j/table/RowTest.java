package io.github.tic4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {

    private static final int AMOUNT = SampleTable.SCHEMA.indexOf("amount");
    private static final int AMOUNT_TEXT = SampleTable.SCHEMA.indexOf("amount_text");

    private final Row row = SampleTable.full("99213");

    @Test
    void decimalThatFitsIsKeptDigitForDigit() {
        row.set(AMOUNT, new BigDecimal("0.38999999999999996"));

        assertThat(row.decimal(AMOUNT)).isEqualTo("0.38999999999999996");
        assertThat(row.text(AMOUNT_TEXT)).isNull();
    }

    @Test
    void decimalThatDoesNotFitGoesToTheCompanionUnrounded() {
        row.set(AMOUNT, new BigDecimal("1E-19"));

        assertThat(row.decimal(AMOUNT)).isNull();
        assertThat(row.text(AMOUNT_TEXT)).isEqualTo("1E-19");
    }

    @Test
    void decimalThatFitsEmptiesTheCompanion() {
        row.set(AMOUNT, new BigDecimal("1E+20")).set(AMOUNT, BigDecimal.ONE);

        assertThat(row.text(AMOUNT_TEXT)).isNull();
    }

    @Test
    void decimalThatFitsNowhereIsRefused() {
        TableSchema schema = new TableSchema(
                "prices", 1, "Prices.", List.of(Column.optional("price", ColumnType.DECIMAL, "A price.")), List.of());

        assertThatThrownBy(() -> new Row(schema).set("price", new BigDecimal("1E+20")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Column prices.price: 1E+20 does not fit exactly and there is no companion column price_text");
    }

    @Test
    void valueOfAnotherClassIsRefusedByColumnAndValue() {
        assertThatThrownBy(() -> row.set("count", "7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column samples.count: LONG takes Long, was String 7");
    }

    @Test
    void listElementOfAnotherClassIsRefused() {
        assertThatThrownBy(() -> row.set("npi", List.of(1L, "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column samples.npi: LONG takes Long, was String 2");
    }

    @Test
    void unknownColumnIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> row.set("price", 1L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Table samples has no column price; it has [code, amount,");
    }

    @Test
    void listsAreCopied() {
        List<String> places = new ArrayList<>(List.of("11"));
        row.set("places", places);
        places.add("22");

        assertThat(row.texts(SampleTable.SCHEMA.indexOf("places"))).containsExactly("11");
    }

    @Test
    void momentLosesWhatNoFormatKeeps() {
        row.set("moment", Instant.parse("2026-01-01T00:00:00.123456789Z"));

        assertThat(row.value(SampleTable.SCHEMA.indexOf("moment")))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
    }

    @Test
    void halfOfASurrogatePairBecomesTheReplacementCharacter() {
        row.set("code", "a\uD83Db\uD83D\uDE00");

        assertThat(row.text(0)).isEqualTo("a\uFFFDb\uD83D\uDE00");
    }

    @Test
    void missingRequiredColumnIsNamed() {
        assertThatThrownBy(() -> row.clear().requireComplete())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column samples.code is required, was null");
    }

    @Test
    void typedAccessorsGiveWhatWasSet() {
        assertThat(row.wholes(SampleTable.SCHEMA.indexOf("npi"))).containsExactly(1234567893L);
        assertThat(row.whole(SampleTable.SCHEMA.indexOf("count"))).isEqualTo(7);
        assertThat(row.date(SampleTable.SCHEMA.indexOf("day"))).hasToString("9999-12-31");
        assertThat(row).isEqualTo(SampleTable.full("99213")).hasSameHashCodeAs(SampleTable.full("99213"));
        assertThat(row).isNotEqualTo(SampleTable.sparse("99213"));
        assertThat(SampleTable.sparse("1").toString()).startsWith("samples[1, null");
    }
}
