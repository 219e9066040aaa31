package io.github.tic4j.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.claims.code.Drg;
import io.github.tic4j.claims.code.HcpcsCode;
import io.github.tic4j.claims.code.Mbi;
import io.github.tic4j.claims.code.ZipCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    @Test
    void builderWritesAProfessionalClaim() {
        Claim claim = Claim.professional("C-1")
                .personId("P-1")
                .date(DAY)
                .billingNpi("1234567893")
                .diagnoses("E11.9", "I10")
                .line(line -> line.hcpcs("99213")
                        .modifiers("25")
                        .placeOfService("11")
                        .units(1)
                        .charge("125.00"))
                .line(line -> line.hcpcs("36415").diagnosisPointers(1, 2))
                .charge("125.00")
                .build();

        assertThat(claim.type()).isEqualTo(ClaimType.PROFESSIONAL);
        assertThat(claim.principalDiagnosis().code().value()).isEqualTo("E119");
        assertThat(claim.diagnoses().get(1).type()).isEqualTo(DiagnosisType.OTHER);
        assertThat(claim.lines()).extracting(ClaimLine::number).containsExactly(1, 2);
        assertThat(claim.lines().get(1).startDate()).isEqualTo(DAY);
        assertThat(claim.lines().get(1).diagnosisPointers()).containsExactly(1, 2);
        assertThat(claim.amounts().charge()).isEqualTo(new BigDecimal("125.00"));
        assertThat(claim.amounts().paid()).isNull();
    }

    @Test
    void builderWritesAnInstitutionalClaim() {
        Claim claim = Claim.institutional("C-1")
                .billType("0117")
                .drg(Drg.ms("470"))
                .stay(DAY, DAY.plusDays(3))
                .admission("3", "1")
                .dischargeStatus("1")
                .procedure("0SR90JZ", DAY)
                .build();

        assertThat(claim.frequency()).isEqualTo("7");
        assertThat(claim.isAdjustment()).isTrue();
        assertThat(claim.institutional().dischargeStatus().value()).isEqualTo("01");
        assertThat(claim.procedures().get(0).sequence()).isEqualTo(1);
    }

    @Test
    void statedFrequencyWinsOverThatOfTheBill() {
        assertThat(Claim.institutional("C-1")
                        .billType("111")
                        .frequency("8")
                        .build()
                        .isReversal())
                .isTrue();
        assertThat(Claim.institutional("C-1").billType("bad").build().frequency())
                .isNull();
    }

    @Test
    void recordTypeAndFrequencySayWhatARecordDoes() {
        assertThat(Claim.dental("C-1").build().isOriginal()).isTrue();
        assertThat(Claim.dental("C-1")
                        .recordType(RecordType.REVERSAL)
                        .frequency("7")
                        .build()
                        .isAdjustment())
                .isFalse();
        assertThat(Claim.pharmacy("C-1")
                        .recordType(RecordType.ADJUSTMENT)
                        .build()
                        .isAdjustment())
                .isTrue();
    }

    @Test
    void blankTextIsAbsent() {
        Claim claim = Claim.professional(" C-1 ")
                .personId("  ")
                .billingNpi("")
                .line(line -> line.hcpcs(" ").modifiers("", "25"))
                .build();

        assertThat(claim.id()).isEqualTo("C-1");
        assertThat(claim.personId()).isNull();
        assertThat(claim.providers().billing()).isNull();
        assertThat(claim.lines().get(0).hcpcs()).isNull();
        assertThat(claim.lines().get(0).modifiers()).hasSize(1);
    }

    @Test
    void rawTextOfACodeIsKept() {
        assertThat(Claim.professional("C")
                        .billingNpi(" 12 ")
                        .build()
                        .providers()
                        .billing()
                        .raw())
                .isEqualTo(" 12 ");
    }

    @Test
    void hippsIsKnownByItsRevenueCodeWhicheverIsSetFirst() {
        ClaimLine line = ClaimLine.builder(1).hcpcs("1AGK1").revenueCode("0022").build();

        assertThat(line.hcpcs().kind()).isEqualTo(HcpcsCode.Kind.HIPPS);
        assertThat(line.toBuilder().revenueCode("0450").build().hcpcs().isValid())
                .isFalse();
    }

    @Test
    void builderGoesThereAndBack() {
        Claim claim = full();

        assertThat(claim.toBuilder().build()).isEqualTo(claim);
        assertThat(claim.lines().get(0).toBuilder().build())
                .isEqualTo(claim.lines().get(0));
        assertThat(claim.toBuilder().id("other").build()).isNotEqualTo(claim);
    }

    @Test
    void builtClaimDoesNotChangeWithItsBuilder() {
        ClaimBuilder builder = Claim.professional("C-1").line(line -> line);
        Claim claim = builder.build();
        builder.line(line -> line).adjustment(Adjustment.of("CO", "45", BigDecimal.ONE));

        assertThat(claim.lines()).hasSize(1);
        assertThat(claim.adjustments()).isEmpty();
        List<ClaimLine> lines = claim.lines();
        assertThatThrownBy(lines::clear)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(null);
    }

    @Test
    void amountThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Claim.professional("C-1").charge("12,50"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an amount: \"12,50\"");
    }

    @Test
    void amountsAddUpAndKeepWhatIsAbsentAbsent() {
        Amounts one = Amounts.NONE.withCharge(BigDecimal.TEN).withPaid(BigDecimal.ONE);
        Amounts sum = one.plus(Amounts.NONE.withCharge(BigDecimal.ONE).withDeductible(BigDecimal.ONE));

        assertThat(sum.charge()).isEqualByComparingTo("11");
        assertThat(sum.paid()).isEqualByComparingTo("1");
        assertThat(sum.deductible()).isEqualByComparingTo("1");
        assertThat(sum.allowed()).isNull();
        assertThat(one.map(BigDecimal::negate).paid()).isEqualByComparingTo("-1");
    }

    @Test
    void ageIsCountedInFullYears() {
        Patient patient =
                Patient.builder("P").birthDate(LocalDate.of(2000, 2, 29)).build();

        assertThat(patient.ageOn(LocalDate.of(2018, 2, 28))).isEqualTo(17);
        assertThat(patient.ageOn(LocalDate.of(2018, 3, 1))).isEqualTo(18);
        assertThat(Patient.builder("P").statedAge(40).build().ageOn(DAY)).isEqualTo(40);
        assertThat(Patient.builder("P").build().ageOn(DAY)).isNull();
    }

    @Test
    void coverageIsOpenWhereItHasNoDay() {
        CoverageSpan open = CoverageSpan.of("P", "Acme", "Gold", DAY, null);

        assertThat(open.overlaps(DAY.minusDays(5), DAY)).isTrue();
        assertThat(open.overlaps(DAY.minusDays(5), DAY.minusDays(1))).isFalse();
        assertThat(open.overlaps(DAY.plusYears(50), DAY.plusYears(51))).isTrue();
    }

    @Test
    void batchAddsUpItsCharges() {
        List<Claim> claims = new ArrayList<>(List.of(
                Claim.dental("A").charge("10.10").build(),
                Claim.dental("B").build(),
                Claim.dental("C").charge("0.20").build()));
        ClaimBatch batch = new ClaimBatch("B-1", null, DAY, "clearing house", claims, 3, new BigDecimal("10.30"));
        claims.clear();

        assertThat(batch.totalCharge()).isEqualTo(batch.statedCharge());
        assertThat(batch.isAsStated()).isTrue();
        assertThat(new ClaimBatch("B", null, DAY, null, List.of(), 1, null).isAsStated())
                .isFalse();
        assertThat(new ClaimBatch("B", null, DAY, null, List.of(), null, BigDecimal.ONE).isAsStated())
                .isFalse();
        assertThat(batch).hasToString("ClaimBatch[B-1, 3 claims]");
    }

    @ParameterizedTest
    @MethodSource("records")
    void toStringShowsNoPerson(Object value) {
        assertThat(value.toString())
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("2190", "1EG4", "1960", "62701");
    }

    static List<Object> records() {
        Claim claim = full();
        Patient patient = Patient.builder("secret-person")
                .name("Secret", "Secretson")
                .birthDate(LocalDate.of(1960, 5, 17))
                .deathDate(LocalDate.of(1960, 5, 18))
                .sex("F")
                .race("secret")
                .ethnicity("secret")
                .ssn("219-09-9999")
                .mbi(Mbi.of("1EG4-TE5-MK73"))
                .medicalRecordNumber("secret")
                .address(new Address("1 Secret St", "Secretville", "secret", "IL", ZipCode.of("62701")))
                .phone("secret")
                .email("secret@example.org")
                .chronicConditions(3)
                .lastVisit(DAY)
                .build();
        CoverageSpan span = new CoverageSpan(
                "secret", "secret", "secret", "secret", "secret", "secret", "secret", "secret", DAY, null, "secret");
        Provider provider = Provider.builder("secret")
                .npi("1558598797")
                .kind(Provider.Kind.INDIVIDUAL)
                .name("Dr Secret")
                .type("Clinic")
                .tin("219099999")
                .taxonomy("207Q00000X")
                .specialty("secret")
                .address(patient.address())
                .deactivatedDate(DAY)
                .beds(5)
                .teaching(false)
                .build();
        ServicePayment service = new ServicePayment(
                "secret",
                HcpcsCode.of("99213"),
                List.of(),
                null,
                BigDecimal.ONE,
                BigDecimal.ONE,
                null,
                null,
                DAY,
                List.of(),
                List.of());
        ClaimPayment payment = ClaimPayment.builder("secret", "1")
                .payerControlNumber("secret")
                .memberId("secret")
                .filingIndicator("MB")
                .patientResponsibility(BigDecimal.ONE)
                .renderingNpi("1558598797")
                .receivedDate(DAY)
                .service(service)
                .build();
        ProviderAdjustment adjustment = new ProviderAdjustment("secret", "WO", "secret", BigDecimal.ONE);
        Remittance remittance =
                new Remittance("secret", "secret", null, BigDecimal.ONE, DAY, List.of(payment), List.of(adjustment));
        return List.of(
                claim,
                claim.lines(),
                claim.lines().get(0).fill(),
                claim.providers(),
                claim.refused(),
                patient,
                patient.address(),
                patient.ssn(),
                patient.mbi(),
                span,
                provider,
                provider.tin(),
                payment,
                service,
                adjustment,
                remittance,
                new ClaimBatch("B", "1", DAY, "s", List.of(claim), 1, null));
    }

    private static Claim full() {
        return Claim.pharmacy("secret-claim")
                .status(PaymentStatus.PAID)
                .frequency("1")
                .originalClaimId("secret")
                .patientControlNumber("secret")
                .payerControlNumber("secret")
                .personId("secret")
                .memberId("secret")
                .payer("secret")
                .plan("secret")
                .source("secret")
                .date(DAY)
                .receivedDate(DAY)
                .processedDate(DAY)
                .paidDate(DAY)
                .billingNpi("1234567893")
                .billingTin("219099999")
                .billingTaxonomy("207Q00000X")
                .renderingNpi("1558598797")
                .facilityNpi("1558598797")
                .attendingNpi("1558598797")
                .operatingNpi("1558598797")
                .referringNpi("1558598797")
                .diagnoses("E11.9")
                .amounts(Amounts.NONE)
                .allowed("2.00")
                .paid("1.00")
                .adjustment(Adjustment.of("PR", "1", BigDecimal.ONE))
                .refused(new RefusedValue("lines[0].charge", "secret", "not a number"))
                .line(line -> line.number(7)
                        .controlNumber("secret")
                        .hcpcs("J1100")
                        .revenueCode("0250")
                        .modifier("25")
                        .unitType("UN")
                        .units(new BigDecimal("1.5"))
                        .renderingNpi("1558598797")
                        .status(PaymentStatus.PAID)
                        .amounts(Amounts.NONE
                                .withCoinsurance(BigDecimal.ONE)
                                .withCopayment(BigDecimal.ONE)
                                .withOtherPayerPaid(BigDecimal.ONE))
                        .allowed("2.00")
                        .paid("1.00")
                        .adjustment(Adjustment.of("PR", "1", BigDecimal.ONE))
                        .remarkCode("N1")
                        .tooth("14")
                        .fill(PrescriptionFill.builder()
                                .prescriptionNumber("secret")
                                .ndc("00093-1048-01")
                                .drugName("secret")
                                .dispensingDate(DAY)
                                .quantity(BigDecimal.TEN)
                                .daysSupply(30)
                                .daysPrescribed(30)
                                .fillNumber(0)
                                .dispenseAsWritten("0")
                                .compound("1")
                                .prescriber("1558598797")
                                .dispenser("1234567893")
                                .build()))
                .build();
    }
}
