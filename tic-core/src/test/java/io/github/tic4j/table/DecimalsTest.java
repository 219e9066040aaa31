package io.github.tic4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @Property(tries = 500)
    void fitsExactlyWhenRescalingLosesNothing(
            @ForAll
                    @BigRange(
                            min = "-9999999999999999999999999999999999999999",
                            max = "9999999999999999999999999999999999999999")
                    BigInteger unscaled,
            @ForAll @IntRange(min = -30, max = 50) int scale) {
        BigDecimal value = new BigDecimal(unscaled, scale);
        BigDecimal rescaled = value.setScale(Decimals.SCALE, RoundingMode.DOWN);
        boolean exact = rescaled.compareTo(value) == 0 && rescaled.precision() <= Decimals.PRECISION;

        assertThat(Decimals.fits(value)).isEqualTo(exact);
    }

    @Property(tries = 500)
    void everyPriceOfACentOrMoreThatADoublePrintsFits(@ForAll double any) {
        double price = 0.01 + Math.abs(any % 1e9);

        assertThat(Decimals.fits(new BigDecimal(Double.toString(price)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+2147483647", "1E-2147483647", "-1E+1000000000", "1E+20", "1E-19"})
    void hugeExponentsAreAnsweredAtOnce(String text) {
        assertThat(Decimals.fits(new BigDecimal(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0E+2147483647",
                "1.2300e2",
                "99999999999999999999.999999999999999999",
                "-0.01",
                "1E-18",
                "5.0000000000000000000000"
            })
    void whatFitsIsGivenAtTheScale(String text) {
        BigDecimal value = new BigDecimal(text);

        assertThat(Decimals.atScale(value)).isEqualByComparingTo(value.signum() == 0 ? BigDecimal.ZERO : value);
        assertThat(Decimals.atScale(value).scale()).isEqualTo(Decimals.SCALE);
    }

    @Test
    void whatDoesNotFitIsNotRounded() {
        assertThatThrownBy(() -> Decimals.atScale(new BigDecimal("1E-19")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Decimal 1E-19 does not fit 38 digits with 18 after the point");
    }
}
