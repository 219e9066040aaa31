package io.github.tic4j.collaboratemd.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CellsTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/table/money.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void moneyIsExactOrNothing(String text, String amount) {
        assertThat(Cells.money(text)).isEqualTo(Optional.ofNullable(amount).map(BigDecimal::new));
        assertThat(CellKind.MONEY.accepts(text)).isEqualTo(amount != null);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/table/dates.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void datesExistOrAreNothing(String text, String date) {
        assertThat(Cells.date(text)).isEqualTo(Optional.ofNullable(date).map(LocalDate::parse));
        assertThat(CellKind.DATE.accepts(text)).isEqualTo(date != null);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/table/integers.csv", numLinesToSkip = 1)
    void integersLoseOnlyAFractionOfNoughts(String text, String number) {
        assertThat(Cells.integer(text)).isEqualTo(Optional.ofNullable(number).map(Long::valueOf));
        assertThat(CellKind.INTEGER.accepts(text)).isEqualTo(number != null);
    }

    @Property
    void everyWayToWriteAnAmountReadsAsTheSame(
            @ForAll @LongRange(min = -9_999_999_999L, max = 9_999_999_999L) long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        String grouped =
                new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount.abs());
        String sign = cents < 0 ? "-" : "";
        assertThat(Cells.money(amount.toPlainString())).contains(amount);
        assertThat(Cells.money(sign + "$" + grouped)).contains(amount);
        assertThat(Cells.money(cents < 0 ? "($" + grouped + ")" : grouped)).contains(amount);
    }

    @Property
    void everyDateReadsBack(@ForAll LocalDate date) {
        assertThat(Cells.date(date.format(DateTimeFormatter.ofPattern("MM/dd/uuuu"))))
                .contains(date);
        assertThat(Cells.date(date.format(DateTimeFormatter.ofPattern("M/d/uuuu"))))
                .contains(date);
        assertThat(Cells.date(date.toString())).contains(date);
    }
}
