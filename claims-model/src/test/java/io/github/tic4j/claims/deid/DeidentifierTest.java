package io.github.tic4j.claims.deid;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Address;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.RefusedValue;
import io.github.tic4j.claims.code.Drg;
import io.github.tic4j.claims.code.ZipCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeidentifierTest {

    private static final TokenKey KEY = TokenKey.of("k1", TokenKeyTest.secret(0));
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 30);
    private static final Deidentifier SAFE_HARBOR = Deidentifier.safeHarbor(KEY, TODAY);
    private static final Deidentifier LIMITED = Deidentifier.limitedDataset(KEY);

    private static final Patient PATIENT = Patient.builder("P-1")
            .name("Ann", "Example")
            .birthDate(LocalDate.of(1950, 4, 17))
            .sex("F")
            .race("white")
            .ssn("078-05-1120")
            .medicalRecordNumber("MRN77")
            .address(new Address("1 Main St", "Boston", "Suffolk", "MA", ZipCode.of("02139-4307")))
            .phone("617-555-0100")
            .email("ann@example.org")
            .chronicConditions(2)
            .lastVisit(LocalDate.of(2024, 3, 3))
            .build();

    private static final Claim CLAIM = Claim.institutional("C-100")
            .personId("P-1")
            .memberId("M-1")
            .patientControlNumber("PCN9")
            .payerControlNumber("ICN9")
            .period(LocalDate.of(2023, 12, 30), LocalDate.of(2024, 1, 4))
            .stay(LocalDate.of(2023, 12, 30), LocalDate.of(2024, 1, 4))
            .paidDate(LocalDate.of(2024, 2, 1))
            .billType("111")
            .drg(Drg.ms("470"))
            .billingNpi("1234567893")
            .billingTin("12-3456789")
            .diagnoses("M17.11", "see note of Dr. Doe")
            .procedure("0SRC0J9", LocalDate.of(2023, 12, 31))
            .charge("1000.00")
            .line(line -> line.revenueCode("0120").hcpcs("99221").units(5).charge("1000.00"))
            .refused(new RefusedValue("paidDate", "078-05-1120", "not a date"))
            .build();

    @Test
    void safeHarborKeepsYearStateAndThreeDigitsOfThePatient() {
        Patient masked = SAFE_HARBOR.apply(PATIENT);

        assertThat(masked)
                .usingRecursiveComparison()
                .isEqualTo(Patient.builder(KEY.token("person", "P-1"))
                        .birthDate(LocalDate.of(1950, 1, 1))
                        .sex("F")
                        .race("white")
                        .address(new Address(null, null, null, "MA", ZipCode.of("021")))
                        .chronicConditions(2)
                        .lastVisit(LocalDate.of(2024, 1, 1))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"1934-07-01, 1934-01-01, ", "1934-06-30, , 90", "1910-01-01, , 90"})
    void agesAbove89AreShownAs90WithoutAYearOfBirth(LocalDate birth, LocalDate shown, Integer age) {
        Patient masked = SAFE_HARBOR.apply(Patient.builder("p").birthDate(birth).build());

        assertThat(masked.birthDate()).isEqualTo(shown);
        assertThat(masked.statedAge()).isEqualTo(age);
    }

    @Test
    void ofTheDeadTheAgeAtDeathCountsAndOfTheUndatedTheStatedAge() {
        Patient died = Patient.builder("p")
                .birthDate(LocalDate.of(1920, 5, 5))
                .deathDate(LocalDate.of(2000, 2, 2))
                .build();

        assertThat(SAFE_HARBOR.apply(died).birthDate()).isEqualTo(LocalDate.of(1920, 1, 1));
        assertThat(SAFE_HARBOR.apply(Patient.builder("p").statedAge(97).build()).statedAge())
                .isEqualTo(90);
        assertThat(SAFE_HARBOR.apply(Patient.builder("p").statedAge(89).build()).statedAge())
                .isEqualTo(89);
    }

    @ParameterizedTest
    @CsvSource({"02139, 021", "03601, 000", "20501, 000", "36901, 000", "06301, 000", "2139, "})
    void zipCodesOfFewPeopleBecomeZeros(String zip, String shown) {
        Address address = SAFE_HARBOR
                .apply(Patient.builder("p")
                        .address(new Address(null, null, null, null, ZipCode.of(zip)))
                        .build())
                .address();

        assertThat(address.zip() == null ? null : address.zip().raw()).isEqualTo(shown);
    }

    @Test
    void theListOfSparseZipsCanBeReplaced() {
        Patient patient = Patient.builder("p")
                .address(new Address(null, null, null, null, ZipCode.of("02139")))
                .build();

        assertThat(SAFE_HARBOR
                        .withSparseZips(Set.of("021"))
                        .apply(patient)
                        .address()
                        .zip()
                        .raw())
                .isEqualTo("000");
    }

    @Test
    void safeHarborMasksAClaimButItsCodesAndAmounts() {
        Claim masked = SAFE_HARBOR.apply(CLAIM);

        assertThat(masked.id()).isEqualTo(KEY.token("claim", "C-100"));
        assertThat(masked.personId()).isEqualTo(KEY.token("person", "P-1"));
        assertThat(masked.startDate()).isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(masked.institutional().dischargeDate()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(masked.procedures().get(0).date()).isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(masked.amounts()).isEqualTo(CLAIM.amounts());
        assertThat(masked.diagnoses())
                .extracting(diagnosis -> diagnosis.code().raw())
                .containsExactly("M1711");
        assertThat(masked.lines().get(0).hcpcs().value()).isEqualTo("99221");
        assertThat(masked.providers().billing().raw()).isEqualTo(KEY.token("npi", "1234567893"));
        assertThat(masked.providers().billingTin().raw()).isEqualTo(KEY.token("tin", "123456789"));
        assertThat(masked.refused()).isEmpty();
    }

    @Test
    void validNpisAreKeptOnRequest() {
        Deidentifier keeping = SAFE_HARBOR.keepingNpis();

        assertThat(keeping.apply(CLAIM).providers().billing().value()).isEqualTo("1234567893");
        assertThat(keeping.apply(CLAIM.toBuilder().billingNpi("078-05-1120").build())
                        .providers()
                        .billing()
                        .raw())
                .startsWith("k1.");
    }

    @Test
    void aClaimStillFindsItsPersonItsCoverageAndItsOriginal() {
        Claim adjustment =
                CLAIM.toBuilder().id("C-101").originalClaimId("C-100").build();
        CoverageSpan span = new CoverageSpan(
                "P-1", "M-1", "S-1", "self", "acme", null, "gold", "G-1", LocalDate.of(2023, 5, 5), null, "src");

        assertThat(SAFE_HARBOR.apply(adjustment).originalClaimId())
                .isEqualTo(SAFE_HARBOR.apply(CLAIM).id());
        assertThat(SAFE_HARBOR.apply(span).personId())
                .isEqualTo(SAFE_HARBOR.apply(CLAIM).personId());
        assertThat(SAFE_HARBOR.apply(span).memberId())
                .isEqualTo(SAFE_HARBOR.apply(CLAIM).memberId());
        assertThat(SAFE_HARBOR.apply(span).startDate()).isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(SAFE_HARBOR.apply(PATIENT).id())
                .isEqualTo(SAFE_HARBOR.apply(CLAIM).personId());
    }

    @Test
    void fillsLoseTheirPrescriptionNumber() {
        PrescriptionFill fill = PrescriptionFill.builder()
                .prescriptionNumber("RX1")
                .ndc("00093-1048-01")
                .dispensingDate(LocalDate.of(2023, 5, 5))
                .daysSupply(30)
                .compound("a long text about somebody")
                .build();
        PrescriptionFill masked = SAFE_HARBOR
                .apply(Claim.pharmacy("c")
                        .personId("p")
                        .line(line -> line.fill(fill))
                        .build())
                .lines()
                .get(0)
                .fill();

        assertThat(masked.prescriptionNumber()).isEqualTo(KEY.token("prescription", "RX1"));
        assertThat(masked.ndc().value()).isEqualTo("00093104801");
        assertThat(masked.dispensingDate()).isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(masked.compound()).isNull();
    }

    @Test
    void providersLoseNameAndStreet() {
        Provider masked = SAFE_HARBOR.apply(Provider.builder("d1")
                .npi("1234567893")
                .name("Doe")
                .specialty("cardiology")
                .tin("12-3456789")
                .taxonomy("207RC0000X")
                .address(new Address("1 Main St", "Boston", null, "MA", ZipCode.of("02139")))
                .deactivatedDate(LocalDate.of(2020, 5, 5))
                .beds(10)
                .build());

        assertThat(masked.name()).isNull();
        assertThat(masked.address().city()).isNull();
        assertThat(masked.specialty()).isEqualTo("cardiology");
        assertThat(masked.deactivatedDate()).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(masked.id()).startsWith("k1.");
    }

    @Test
    void theLimitedDataSetKeepsCityZipAndAgeAndIsNotSafeHarbor() {
        Patient masked = LIMITED.apply(PATIENT);

        assertThat(masked.address()).isEqualTo(new Address(null, "Boston", null, "MA", ZipCode.of("02139-4307")));
        assertThat(masked.firstName()).isNull();
        assertThat(ChronoUnit.DAYS.between(masked.birthDate(), masked.lastVisit()))
                .isEqualTo(ChronoUnit.DAYS.between(PATIENT.birthDate(), PATIENT.lastVisit()));
        assertThat(LIMITED.isSafeHarbor()).isFalse();
        assertThat(LIMITED).hasToString("limited data set with TokenKey k1");
        assertThat(SAFE_HARBOR).hasToString("Safe Harbor with TokenKey k1");
    }

    @Property(tries = 200)
    void allDatesOfAPersonMoveBackAlike(
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String person,
            @ForAll @IntRange(min = 0, max = 20000) int day) {
        LocalDate date = LocalDate.of(1970, 1, 1).plusDays(day);
        Claim claim = Claim.professional("c")
                .personId(person)
                .period(date, date.plusDays(3))
                .build();
        Patient patient = Patient.builder(person).birthDate(date).build();
        for (Deidentifier limited : new Deidentifier[] {LIMITED, Deidentifier.limitedDatasetInWeeks(KEY)}) {
            Claim masked = limited.apply(claim);
            long moved = ChronoUnit.DAYS.between(masked.startDate(), date);

            assertThat(moved).isBetween(1L, 365L);
            assertThat(masked.endDate()).isEqualTo(masked.startDate().plusDays(3));
            assertThat(limited.apply(patient).birthDate()).isEqualTo(masked.startDate());
        }
        assertThat(Deidentifier.limitedDatasetInWeeks(KEY)
                        .apply(claim)
                        .startDate()
                        .getDayOfWeek())
                .isEqualTo(date.getDayOfWeek());
    }

    @Test
    void aClaimWithoutAnyIdHasNoDates() {
        assertThat(LIMITED.apply(Claim.professional(" ").date(TODAY).build()).startDate())
                .isNull();
    }
}
