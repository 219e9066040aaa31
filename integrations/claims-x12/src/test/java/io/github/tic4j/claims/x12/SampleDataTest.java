package io.github.tic4j.claims.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.lifecycle.RemittanceBalance;
import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.Sourced;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that others publish; counts and sums were taken from them by hand. */
class SampleDataTest {

    private final List<Refusal> refusals = new ArrayList<>();

    private X12Source open(String name) throws IOException {
        Path file = Path.of(System.getProperty("tic4j.shared", ""), "claims", "x12", name);
        Assumptions.assumeTrue(Files.exists(file), "no such sample here");
        return X12Source.open(file, refusals::add);
    }

    @ParameterizedTest
    @CsvSource({
        "imsweb_837_x12_valid.txt, 2, 1000, 24.50",
        "imsweb_837_x12_complex.txt, 6, 3000, 124.76",
        "imsweb_837_x223-test.txt, 1, 500, 73.42"
    })
    void claimsAreReadWithTheirSums(String name, int count, BigDecimal charge, BigDecimal lines) throws IOException {
        try (Stream<Sourced<Claim>> stream = open(name).claims()) {
            List<Claim> claims = stream.map(Sourced::value).toList();
            assertThat(claims).hasSize(count);
            assertThat(sum(claims.stream().map(claim -> claim.amounts().charge())))
                    .isEqualByComparingTo(charge);
            assertThat(sum(claims.stream()
                            .flatMap(claim -> claim.lines().stream())
                            .map(line -> line.amounts().charge())))
                    .isEqualByComparingTo(lines);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "keironstoddart_835_blue_cross_nc_sample.txt, 1, 3, 1922.86",
        "keironstoddart_835_emedny_sample.txt, 3, 10, 45.75",
        "keironstoddart_835_united_healthcare_legacy_sample.txt, 2, 5, 349.99"
    })
    void remittancesAreReadAndBalance(String name, int claims, int services, BigDecimal payment) throws IOException {
        try (Stream<Sourced<Remittance>> stream = open(name).remittances()) {
            List<Remittance> remittances = stream.map(Sourced::value).toList();
            assertThat(remittances).hasSize(1);
            Remittance remittance = remittances.get(0);
            assertThat(remittance.claims()).hasSize(claims);
            assertThat(remittance.claims().stream()
                            .mapToInt(claim -> claim.services().size())
                            .sum())
                    .isEqualTo(services);
            assertThat(remittance.payment()).isEqualByComparingTo(payment);
            assertThat(RemittanceBalance.check(remittance)).isEmpty();
        }
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
