package io.github.tic4j.nppes.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesTest {

    @ParameterizedTest
    @CsvSource({
        "0.01, $0-100",
        "100, $0-100",
        "100.00, $0-100",
        "100.01, $100-500",
        "500, $100-500",
        "1000, $500-1K",
        "5000, $1K-5K",
        "10000, $5K-10K",
        "10000.01, $10K+",
        "1e300, $10K+",
        "0, ",
        "-5, "
    })
    void aBandContainsItsUpperEnd(BigDecimal price, String label) {
        RateCategory category = RateCategory.of(price);

        assertThat(category == null ? null : category.label()).isEqualTo(label);
    }

    @Test
    void noPriceHasNoBand() {
        assertThat(RateCategory.of(null)).isNull();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/spec/service-categories.csv", numLinesToSkip = 1)
    void placesCodes(String type, String code, String standard, String legacy) {
        assertThat(ServiceClassifier.standard().category(type, code)).isEqualTo(standard);
        assertThat(ServiceClassifier.legacy().category(type, code)).isEqualTo(legacy);
    }
}
