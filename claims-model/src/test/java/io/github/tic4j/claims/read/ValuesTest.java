package io.github.tic4j.claims.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-05-30",
                "20150530",
                "30-May-2015",
                "30-MAY-2015",
                "5/30/2015",
                "05/30/2015",
                "2015-05-30T13:15:00Z",
                "2015-05-30 00:00:00"
            })
    void readsDatesInTheFormsThatOccur(String text) {
        assertThat(Values.date(text)).isEqualTo(LocalDate.of(2015, 5, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "2015-02-30, not a day of the calendar",
        "20151301, not a day of the calendar",
        "30-Mai-2015, not a day of the calendar",
        "2015, not a date",
        "0, not a date",
        "00000000, not a day of the calendar"
    })
    void refusesWhatIsNoDay(String text, String reason) {
        assertThatThrownBy(() -> Values.date(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, 0.00",
        "1234.5, 1234.5",
        "'1,234.50', 1234.50",
        "$12, 12",
        "-3.10, -3.10",
        "(3.10), -3.10",
        "+.5, .5",
        "5., 5",
        "007, 7"
    })
    void readsAmountsExactly(String text, BigDecimal expected) {
        assertThat(Values.amount(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "$", "1e5", "NaN", "12,34", "1.2.3", "ten", "1 000", "0x1F"})
    void refusesWhatIsNoAmount(String text) {
        assertThatThrownBy(() -> Values.amount(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a decimal number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30.5", "99999999999"})
    void refusesWhatIsNoCount(String text) {
        assertThatThrownBy(() -> Values.count(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a whole number");
    }

    @Property(tries = 200)
    void everyPlainDecimalReadsAsItself(@ForAll @Scale(2) BigDecimal amount) {
        assertThat(Values.amount(amount.toPlainString())).isEqualTo(amount);
    }
}
