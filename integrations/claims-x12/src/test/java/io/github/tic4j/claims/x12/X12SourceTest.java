package io.github.tic4j.claims.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimPayment;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.DiagnosisType;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.RecordType;
import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.ServicePayment;
import io.github.tic4j.claims.lifecycle.RemittanceBalance;
import io.github.tic4j.claims.lifecycle.RemittanceMatching;
import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.Sourced;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class X12SourceTest {

    private static final Path FOLDER = Path.of("src/test/resources/x12");

    private final List<Refusal> refusals = new ArrayList<>();

    private X12Source open(String name) throws IOException {
        return X12Source.open(FOLDER.resolve(name), refusals::add);
    }

    private static <T> List<T> list(Stream<Sourced<T>> records) {
        try (records) {
            return records.map(Sourced::value).toList();
        }
    }

    @Test
    void aProfessionalClaimIsReadWhole() throws IOException {
        Claim claim = list(open("professional.x12").claims()).get(0);
        assertThat(claim.type()).isEqualTo(ClaimType.PROFESSIONAL);
        assertThat(claim.id()).isEqualTo("C100");
        assertThat(claim.personId()).isEqualTo("M100");
        assertThat(claim.payer()).isEqualTo("ACME HEALTH");
        assertThat(claim.plan()).isEqualTo("GOLD PLAN");
        assertThat(claim.startDate()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(claim.endDate()).isEqualTo(LocalDate.of(2026, 1, 6));
        assertThat(claim.amounts().charge()).isEqualByComparingTo("170.50");
        assertThat(claim.amounts().otherPayerPaid()).isEqualByComparingTo("20");
        assertThat(claim.providers().billing()).hasToString("1234567893");
        assertThat(claim.providers().billingTin().value()).isEqualTo("123456789");
        assertThat(claim.providers().billingTaxonomy().value()).isEqualTo("207Q00000X");
        assertThat(claim.providers().rendering()).hasToString("1558598797");
        assertThat(claim.providers().referring()).hasToString("1993999998");
        assertThat(claim.diagnoses()).extracting(dx -> dx.code().value()).containsExactly("E119", "I10");
        assertThat(refusals).isEmpty();
    }

    @Test
    void linesKeepTheirCodesUnitsAndPointers() throws IOException {
        Claim claim = list(open("professional.x12").claims()).get(0);
        assertThat(claim.lines()).hasSize(2);
        assertThat(claim.lines().get(0).hcpcs().value()).isEqualTo("99213");
        assertThat(claim.lines().get(0).modifiers()).hasToString("[25]");
        assertThat(claim.lines().get(0).controlNumber()).isEqualTo("L1");
        assertThat(claim.lines().get(0).diagnosisPointers()).containsExactly(1, 2);
        assertThat(claim.lines().get(0).placeOfService().value()).isEqualTo("11");
        assertThat(claim.lines().get(1).placeOfService().value()).isEqualTo("22");
        assertThat(claim.lines().get(1).units()).isEqualByComparingTo("2");
        assertThat(claim.lines().get(1).amounts().charge()).isEqualByComparingTo("20");
        assertThat(claim.lines().get(1).rendering()).hasToString("1993999998");
        assertThat(claim.lines().get(1).endDate()).isEqualTo(LocalDate.of(2026, 1, 6));
    }

    @Test
    void aReplacementForADependentNamesWhatItReplaces() throws IOException {
        Claim claim = list(open("professional.x12").claims()).get(1);
        assertThat(claim.recordType()).isEqualTo(RecordType.ADJUSTMENT);
        assertThat(claim.originalClaimId()).isEqualTo("OLD101");
        assertThat(claim.memberId()).isEqualTo("M200");
        assertThat(claim.personId()).isEqualTo("M200/20150630/CLEO");
    }

    @Test
    void anInstitutionalClaimHasItsStayAndItsCodes() throws IOException {
        Claim claim = list(open("institutional.x12").claims()).get(0);
        assertThat(claim.type()).isEqualTo(ClaimType.INSTITUTIONAL);
        assertThat(claim.institutional().billType().value()).isEqualTo("111");
        assertThat(claim.institutional().drg().value()).isEqualTo("291");
        assertThat(claim.institutional().admissionDate()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(claim.institutional().dischargeDate()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(claim.institutional().admissionType()).isEqualTo("1");
        assertThat(claim.institutional().admissionSource()).isEqualTo("7");
        assertThat(claim.institutional().dischargeStatus().value()).isEqualTo("01");
        assertThat(claim.providers().attending()).hasToString("1558598797");
        assertThat(claim.providers().operating()).hasToString("1993999998");
        assertThat(claim.diagnoses())
                .extracting(dx -> dx.type() + " " + dx.code().value() + " " + dx.presentOnAdmission())
                .containsExactly("PRINCIPAL I509 Y", "ADMITTING R0602 null", "OTHER E119 N", "OTHER N179 Y");
        assertThat(claim.principalDiagnosis().type()).isEqualTo(DiagnosisType.PRINCIPAL);
        assertThat(claim.procedures().get(0).code().value()).isEqualTo("02HV33Z");
        assertThat(claim.procedures().get(0).date()).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(claim.lines())
                .extracting(line -> line.revenueCode().value() + " " + line.unitType() + " " + line.units())
                .containsExactly("0120 DA 4", "0450 UN 1");
        assertThat(claim.lines().get(1).hcpcs().value()).isEqualTo("99284");
        assertThat(refusals).isEmpty();
    }

    @Test
    void aDentalClaimHasItsTeeth() throws IOException {
        Claim claim = list(open("dental.x12").claims()).get(0);
        assertThat(claim.type()).isEqualTo(ClaimType.DENTAL);
        assertThat(claim.startDate()).isEqualTo(LocalDate.of(2026, 1, 8));
        assertThat(claim.providers().rendering()).hasToString("1558598797");
        assertThat(claim.lines()).hasSize(2);
        assertThat(claim.lines().get(0).hcpcs().value()).isEqualTo("D2391");
        assertThat(claim.lines().get(0).tooth()).isEqualTo("14");
        assertThat(claim.lines().get(0).amounts().charge()).isEqualByComparingTo("150");
        assertThat(claim.lines().get(1).tooth()).isNull();
        assertThat(refusals).isEmpty();
    }

    @Test
    void personsAndProvidersAreRead() throws IOException {
        X12Source source = open("professional.x12");
        List<Patient> patients = list(source.patients());
        assertThat(patients)
                .extracting(
                        Patient::id,
                        Patient::birthDate,
                        patient -> patient.address().city())
                .containsExactly(
                        tuple("M100", LocalDate.of(1980, 2, 29), "SPRINGFIELD"),
                        tuple("M200", null, null),
                        tuple("M200/20150630/CLEO", LocalDate.of(2015, 6, 30), "SPRINGFIELD"));
        List<Provider> providers = list(source.providers());
        assertThat(providers)
                .extracting(Provider::id, Provider::kind, Provider::name)
                .containsExactly(
                        tuple("1234567893", Provider.Kind.ORGANIZATION, "NORTH CLINIC"),
                        tuple("1993999998", Provider.Kind.INDIVIDUAL, "RAY REFERRER"),
                        tuple("1558598797", Provider.Kind.INDIVIDUAL, "DEE DOCTOR"),
                        tuple("1993999998", Provider.Kind.INDIVIDUAL, "NAN NURSE"));
        assertThat(source.coverage()).isEmpty();
    }

    @Test
    void aRemittanceIsReadWholeAndBalances() throws IOException {
        X12Source source = open("remittance.x12");
        Remittance remittance = list(source.remittances()).get(0);
        assertThat(remittance.traceNumber()).isEqualTo("CHK-77");
        assertThat(remittance.payer()).isEqualTo("ACME HEALTH");
        assertThat(remittance.payee()).hasToString("1234567893");
        assertThat(remittance.payment()).isEqualByComparingTo("175");
        assertThat(remittance.paymentDate()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(remittance.claims()).hasSize(2);
        ClaimPayment first = remittance.claims().get(0);
        assertThat(first.patientControlNumber()).isEqualTo("C100");
        assertThat(first.payerControlNumber()).isEqualTo("ICN1");
        assertThat(first.memberId()).isEqualTo("M100");
        assertThat(first.rendering()).hasToString("1558598797");
        assertThat(first.receivedDate()).isEqualTo(LocalDate.of(2026, 1, 10));
        assertThat(first.adjustments()).hasSize(1);
        ServicePayment service = first.services().get(0);
        assertThat(service.hcpcs().value()).isEqualTo("99213");
        assertThat(service.lineControlNumber()).isEqualTo("L1");
        assertThat(service.allowed()).isEqualByComparingTo("140");
        assertThat(service.adjustments())
                .extracting(adjustment -> adjustment.groupCode() + adjustment.reasonCode() + " " + adjustment.amount())
                .containsExactly("CO45 0.5", "CO253 10", "PR1 20", "PR3 10");
        assertThat(service.remarkCodes()).containsExactly("N130");
        assertThat(remittance.claims().get(1).isReversal()).isTrue();
        assertThat(remittance.claims().get(1).services().get(0).revenueCode().value())
                .isEqualTo("0450");
        assertThat(remittance.providerAdjustments())
                .extracting(other -> other.reasonCode() + " " + other.reference() + " " + other.amount())
                .containsExactly("WO REF1 -120", "L6 null 5");
        assertThat(RemittanceBalance.check(remittance)).isEmpty();
        assertThat(list(source.claims())).isEmpty();
    }

    @Test
    void aFolderIsReadWithAllItsTransactions() throws IOException {
        X12Source source = X12Source.open(FOLDER, refusals::add);
        assertThat(list(source.claims())).extracting(Claim::id).containsExactly("D100", "H100", "C100", "C101");
        assertThat(list(source.remittances())).hasSize(1);
        try (Stream<Sourced<Claim>> claims = source.claims()) {
            assertThat(claims.map(claim -> claim.lineage().get(0).toString()))
                    .containsExactly(
                            "dental.x12:17", "institutional.x12:18", "professional.x12:21", "professional.x12:49");
        }
        assertThat(source.raw().filter(row -> row.text().startsWith("CLM*"))).hasSize(4);
    }

    /** The sample of docs/claims.md. */
    @Test
    void claimsAndRemittancesFindEachOther() throws IOException {
        Path folder = FOLDER;
        X12Source source = X12Source.open(folder, refusals::add);
        List<Claim> billed;
        List<Remittance> paid;
        try (Stream<Sourced<Claim>> claims = source.claims();
                Stream<Sourced<Remittance>> remittances = source.remittances()) {
            billed = claims.map(Sourced::value).toList();
            paid = remittances.map(Sourced::value).toList();
        }
        RemittanceMatching.Outcome outcome = RemittanceMatching.match(billed, paid);
        assertThat(outcome.unmatched()).hasSize(1);
        assertThat(outcome.claims().get(2).adjudicated().amounts().paid()).isEqualByComparingTo("120");
    }
}
