package io.github.tic4j.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are identifiers that the original pipeline published. */
class OriginalIdsTest {

    @ParameterizedTest
    @CsvSource({
        "centene_fidelis, db18448f-0a71-51f8-9a6d-351171089123",
        "centene_ambetter, c4c4e558-8665-5067-86a9-773f407f8b70",
        "centene_healthnet, 2c6e3588-e634-527a-b886-0723b6c0c199",
        "bcbs_il, 4aa38aee-d7a9-5811-9eda-48e298fd32fa"
    })
    void payers(String name, UUID expected) {
        assertThat(OriginalIds.payer(name)).isEqualTo(expected);
    }

    @Test
    void organisationsWithAndWithoutAName() {
        assertThat(OriginalIds.organization("720467503", null)).hasToString("1b71f30f-804f-5fb3-907e-2509f5847b47");
        assertThat(OriginalIds.organization("720467503", "")).hasToString("30b619ac-1011-516a-a302-f8fe04c54c62");
        assertThat(OriginalIds.organization("123456789", "")).hasToString("45c2f4b2-d815-5f6e-be35-a3ef0d71013d");
    }

    @Test
    void providers() {
        assertThat(OriginalIds.provider("1234567893")).hasToString("9c07ab39-0221-5010-ba7e-3815e4beaff0");
    }

    @Test
    void rates() {
        Row ambetter = rate("centene_ambetter", "20552", "41.69");
        Row fidelis = rate("centene_fidelis", "99213", "81.5");

        assertThat(OriginalIds.rate(ambetter, OriginalIds.organization("720467503", null)))
                .hasValue(UUID.fromString("9d8393bf-e26d-52a5-aadc-2dbafd85ccf5"));
        assertThat(OriginalIds.rate(fidelis, OriginalIds.organization("123456789", "")))
                .hasValue(UUID.fromString("c807da38-84c5-5638-874e-178850e63b8e"));
    }

    @Test
    void ratesAreRoundedAsBinaryFloatingPoint() {
        UUID organization = OriginalIds.organization("1", null);

        assertThat(OriginalIds.rate(rate("p", "1", "2.675"), organization))
                .isEqualTo(OriginalIds.rate(rate("p", "1", "2.67"), organization))
                .isNotEqualTo(OriginalIds.rate(rate("p", "1", "2.67").set("expiration_date", null), organization));
    }

    @Test
    void rateWithoutCodeOrDecimalPriceHasNone() {
        UUID organization = OriginalIds.organization("1", null);

        assertThat(OriginalIds.rate(rate("p", null, "2"), organization)).isEmpty();
        assertThat(OriginalIds.rate(rate("p", "1", "1E-30"), organization)).isEmpty();
    }

    private static Row rate(String payer, String code, String price) {
        return new Row(Tables.RATES)
                .set("payer_uuid", OriginalIds.payer(payer).toString())
                .set("billing_code", code)
                .set("negotiated_rate", new BigDecimal(price))
                .set("expiration_date", LocalDate.of(9999, 12, 31));
    }
}
