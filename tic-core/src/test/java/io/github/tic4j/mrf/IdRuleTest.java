package io.github.tic4j.mrf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdRuleTest {

    @ParameterizedTest
    @CsvSource({
        "690.1, 690.10",
        "1e3, 1000",
        "1E+3, 1000.0",
        "017, 17",
        "17., 17",
        "' 17 ', 17",
        "0, -0.00",
        "1e18, 1000000000000000000",
    })
    void spellingsOfOneNumberAreOneIdByNumberAndTwoByText(String one, String other) {
        assertThat(IdRule.NUMBER.key(one)).isEqualTo(IdRule.NUMBER.key(other));
        assertThat(IdRule.TEXT.key(one)).isEqualTo(one).isNotEqualTo(IdRule.TEXT.key(other));
    }

    @Property(tries = 200)
    void numbersThatDifferAreTwoIds(@ForAll @Scale(4) BigDecimal one, @ForAll @Scale(4) BigDecimal other) {
        assertThat(IdRule.NUMBER.key(one.toString()).equals(IdRule.NUMBER.key(other.toPlainString())))
                .isEqualTo(one.compareTo(other) == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x1", "", " ", "1.2.3", "1000e2147483647", "1e99999999999", "NaN", "0x10"})
    void whatIsNoNumberStandsForItself(String id) {
        assertThat(IdRule.NUMBER.key(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000_000})
    void aNumberOfUnreasonableLengthIsTakenAsText(int length) {
        String id = "1".repeat(length);
        assertThat(IdRule.NUMBER.key(id)).isSameAs(id);
    }
}
