package io.github.tic4j.claims.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Adjustment;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimPayment;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.ServicePayment;
import io.github.tic4j.claims.code.HcpcsCode;
import io.github.tic4j.claims.code.Modifier;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.generate.ClaimGenerator;
import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.Sourced;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written as X12 is read with equal figures. */
class RoundTripTest {

    private final List<Refusal> refusals = new ArrayList<>();

    private <T> List<T> read(String text, Function<X12Source, Stream<Sourced<T>>> records) throws IOException {
        Path file = Files.createTempFile("claims", ".x12");
        try {
            Files.writeString(file, text);
            try (Stream<Sourced<T>> stream = records.apply(X12Source.open(file, refusals::add))) {
                return stream.map(Sourced::value).toList();
            }
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 10)
    void generatedClaimsComeBack(@ForAll long seed) throws IOException {
        List<Claim> all = ClaimGenerator.seeded(seed).generate().claims();
        for (ClaimType type : List.of(ClaimType.PROFESSIONAL, ClaimType.INSTITUTIONAL)) {
            List<Claim> written =
                    all.stream().filter(claim -> claim.type() == type).limit(40).toList();
            List<Claim> claims = read(X12Text.claims(type, written), X12Source::claims);
            assertThat(refusals).isEmpty();
            assertThat(claims).hasSameSizeAs(written).isNotEmpty();
            for (int i = 0; i < claims.size(); i++) {
                assertSame(claims.get(i), written.get(i));
            }
        }
    }

    private static void assertSame(Claim read, Claim written) {
        assertThat(read.id()).isEqualTo(written.id());
        assertThat(read.type()).isEqualTo(written.type());
        assertThat(read.personId()).isEqualTo(written.personId());
        assertThat(read.startDate()).isEqualTo(written.startDate());
        assertThat(read.endDate()).isEqualTo(written.endDate());
        assertThat(read.amounts().charge())
                .isEqualByComparingTo(written.amounts().charge());
        assertThat(read.diagnoses())
                .extracting(dx -> dx.sequence() + " " + dx.type() + " " + dx.code())
                .isEqualTo(written.diagnoses().stream()
                        .map(dx -> dx.sequence() + " " + dx.type() + " " + dx.code())
                        .toList());
        assertThat(read.providers().billing()).isEqualTo(written.providers().billing());
        assertThat(read.institutional().admissionDate())
                .isEqualTo(written.institutional().admissionDate());
        assertThat(read.lines()).hasSameSizeAs(written.lines());
        for (int i = 0; i < read.lines().size(); i++) {
            assertThat(read.lines().get(i).hcpcs())
                    .isEqualTo(written.lines().get(i).hcpcs());
            assertThat(read.lines().get(i).modifiers())
                    .isEqualTo(written.lines().get(i).modifiers());
            assertThat(read.lines().get(i).revenueCode())
                    .isEqualTo(written.lines().get(i).revenueCode());
            assertThat(read.lines().get(i).units())
                    .isEqualByComparingTo(written.lines().get(i).units());
            assertThat(read.lines().get(i).startDate())
                    .isEqualTo(written.lines().get(i).startDate());
            assertThat(read.lines().get(i).amounts().charge())
                    .isEqualByComparingTo(written.lines().get(i).amounts().charge());
        }
    }

    @Property(tries = 60)
    void remittancesComeBackAsTheyWere(@ForAll("remittances") Remittance written) throws IOException {
        List<Remittance> read = read(X12Text.remittance(written), X12Source::remittances);
        assertThat(refusals).isEmpty();
        assertThat(read).containsExactly(written);
    }

    @Provide
    Arbitrary<Remittance> remittances() {
        return Combinators.combine(amounts(), payments().list().ofMinSize(1).ofMaxSize(4))
                .as((payment, claims) -> new Remittance(
                        "TRACE1",
                        "PAYER",
                        Npi.of("1234567893"),
                        payment,
                        LocalDate.of(2026, 1, 31),
                        claims,
                        List.of()));
    }

    private static Arbitrary<ClaimPayment> payments() {
        return Combinators.combine(
                        Arbitraries.of("1", "2", "3", "4", "22"),
                        amounts(),
                        amounts(),
                        adjustments().list().ofMaxSize(2),
                        services().list().ofMaxSize(3))
                .as((status, charge, paid, adjustments, services) -> {
                    var payment = ClaimPayment.builder(
                                    "C" + charge.unscaledValue().abs(), status)
                            .charge(charge)
                            .paid(paid)
                            .filingIndicator("12")
                            .payerControlNumber("ICN1")
                            .memberId("M1");
                    adjustments.forEach(payment::adjustment);
                    services.forEach(payment::service);
                    return payment.build();
                });
    }

    private static Arbitrary<ServicePayment> services() {
        return Combinators.combine(
                        amounts(),
                        amounts(),
                        adjustments().list().ofMaxSize(3),
                        Arbitraries.integers().between(0, 99))
                .as((charge, paid, adjustments, units) -> new ServicePayment(
                        null,
                        HcpcsCode.of("99213", null),
                        List.of(Modifier.of("25")),
                        null,
                        charge,
                        paid,
                        null,
                        BigDecimal.valueOf(units),
                        LocalDate.of(2026, 1, 5),
                        adjustments,
                        List.of()));
    }

    private static Arbitrary<Adjustment> adjustments() {
        return Combinators.combine(
                        Arbitraries.of("CO", "OA", "PI", "PR"), Arbitraries.of("45", "1", "2", "253"), amounts())
                .as(Adjustment::of);
    }

    private static Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-100000"), new BigDecimal("100000"))
                .ofScale(2);
    }
}
