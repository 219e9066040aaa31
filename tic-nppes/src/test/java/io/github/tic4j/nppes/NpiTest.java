package io.github.tic4j.nppes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567893",
                "1679576722",
                "1558598797",
                "1720377294",
                "1881018208",
                "1003000126",
                "2123456784",
                "1306849450",
                "1841293990",
                "1962405910"
            })
    void readsWellFormedNpisAlsoThoseThatEndIn0(String text) {
        Npi npi = Npi.parse(text);

        assertThat(npi).hasToString(text);
        assertThat(npi.value()).isEqualTo(Long.parseLong(text));
        assertThat(Npi.isValid(npi.value())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1234567890, WRONG_CHECK_DIGIT",
        "2123456783, WRONG_CHECK_DIGIT",
        "9876543213, WRONG_FIRST_DIGIT",
        "0000000000, WRONG_FIRST_DIGIT",
        "9999999999, WRONG_FIRST_DIGIT",
        "0123456789, WRONG_FIRST_DIGIT",
        "123456789, WRONG_LENGTH",
        "12345678931, WRONG_LENGTH",
        "0, WRONG_LENGTH",
        "12345678901234567890123, WRONG_LENGTH",
        "123456789X, NOT_DIGITS",
        "-123456789, NOT_DIGITS",
        "1234 67893, NOT_DIGITS",
        "1234567893.0, NOT_DIGITS",
        "'  ', ABSENT",
        "'', ABSENT",
        ", ABSENT"
    })
    void saysWhatIsWrong(String text, NpiFault fault) {
        assertThat(Npi.read(text)).isEqualTo(new NpiReading(null, fault));
    }

    @Test
    void refusesDigitsOfOtherScripts() {
        assertThat(Npi.read("\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0663")
                        .fault())
                .isEqualTo(NpiFault.NOT_DIGITS);
    }

    @Test
    void takesBlanksAroundANumberForNothing() {
        assertThat(Npi.read(" 1234567893\t").npi()).isEqualTo(new Npi(1234567893L));
    }

    @Test
    void theExceptionNamesTextAndFault() {
        assertThatThrownBy(() -> Npi.parse("1234567890"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an NPI: \"1234567890\": its last digit is not the check digit of the others");
        assertThatThrownBy(() -> new Npi(12)).hasMessage("Not an NPI: \"12\": it has not exactly ten digits");
        assertThatThrownBy(() -> Npi.parse("x".repeat(100))).hasMessageContaining("\"" + "x".repeat(40) + "...\"");
        assertThatThrownBy(() -> Npi.ofNineDigits(300_000_000)).hasMessageContaining("Not nine digits");
    }

    @Test
    void aReadingHasOneOfTwo() {
        assertThatThrownBy(() -> new NpiReading(null, null)).hasMessageContaining("either an NPI or a fault");
        assertThat(Npi.read("1234567893").isValid()).isTrue();
        assertThat(Npi.read("1").isValid()).isFalse();
    }

    @Test
    void sortsByNumber() {
        Npi small = Npi.ofNineDigits(100_000_001);
        Npi large = Npi.ofNineDigits(200_000_001);

        assertThat(List.of(large, small)).isNotEqualTo(List.of(small, large));
        assertThat(List.of(large, small).stream().sorted()).containsExactly(small, large);
    }

    @Property
    void theCheckDigitIsLuhnsOver80840AndTheNumber(
            @ForAll @IntRange(min = 100_000_000, max = 299_999_999) int nineDigits) {
        Npi npi = Npi.ofNineDigits(nineDigits);

        assertThat(luhnSum("80840" + npi) % 10).isZero();
        assertThat(npi.value() / 10).isEqualTo(nineDigits);
        assertThat(Npi.fault(npi.value())).isNull();
    }

    @Property
    void changingOneDigitIsNoticed(
            @ForAll @IntRange(min = 100_000_000, max = 199_999_999) int nineDigits,
            @ForAll @IntRange(min = 1, max = 9) int position,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        StringBuilder text = new StringBuilder(Npi.ofNineDigits(nineDigits).toString());
        text.setCharAt(position, (char) ('0' + (text.charAt(position) - '0' + by) % 10));

        assertThat(Npi.read(text).fault()).isEqualTo(NpiFault.WRONG_CHECK_DIGIT);
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum;
    }
}
