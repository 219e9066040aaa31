package io.github.tic4j.claims.deid;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.claims.Address;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.RefusedValue;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

    private static final TokenKey KEY = TokenKey.of("k1", TokenKeyTest.secret(0));
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 30);

    private final Verifier safeHarbor = Verifier.of(Deidentifier.safeHarbor(KEY, TODAY));
    private final Verifier limited = Verifier.of(Deidentifier.limitedDataset(KEY));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "078-05-1120|an SSN", "call (617) 555-0100|a telephone number", "617.555.0100|a telephone number",
                "ann@example.org|an e-mail address", "see https://x.org|an internet address",
                        "10.0.0.12|an internet address",
                "1EG4-TE5-MK73|an MBI", "1S00E00AA06|an MBI"
            })
    void patternsOfIdentifiersAreStoppedInBothProfiles(String text, String kind) {
        for (Verifier verifier : new Verifier[] {safeHarbor, limited}) {
            assertThatThrownBy(() -> verifier.check("claims.plan", text))
                    .isInstanceOf(IdentifierFoundException.class)
                    .hasMessage("Nothing leaves: claims.plan holds " + kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-05-17", "20230517", "5/17/2023", "17-May-2023", "on 2023-05-17 he"})
    void fullDatesAreStoppedUnderSafeHarborOnly(String text) {
        assertThatThrownBy(() -> safeHarbor.check("claims.note", text))
                .hasMessage("Nothing leaves: claims.note holds a full date");
        assertThatCode(() -> limited.check("claims.note", text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023",
                "2023-01-01",
                "99213",
                "E119",
                "00093104801",
                "k1.abcdefghijklmnopqrstuvwxyz234567",
                "1234567893",
                "1000.00",
                "CO-45"
            })
    void harmlessTextsPass(String text) {
        assertThatCode(() -> safeHarbor.check("claims.code", text)).doesNotThrowAnyException();
    }

    @Test
    void columnsOfZipAndAgeAreKnownByName() {
        assertThatThrownBy(() -> safeHarbor.check("patients.zip", "02139"))
                .hasMessageContaining("a ZIP code of more than three digits");
        assertThatThrownBy(() -> safeHarbor.check("patients.age", "91")).hasMessageContaining("an age above 89");
        assertThatThrownBy(() -> safeHarbor.check("patients.stated_age", 97)).hasMessageContaining("an age above 89");
        assertThatThrownBy(() -> safeHarbor.check("patients.birth", LocalDate.of(1950, 1, 2)))
                .hasMessageContaining("a full date");
        assertThatCode(() -> {
                    safeHarbor.check("patients.zip", "021");
                    safeHarbor.check("patients.age", 90);
                    safeHarbor.check("patients.age", "90");
                    safeHarbor.check("claims.units", 97);
                    safeHarbor.check("patients.birth", LocalDate.of(1950, 1, 1));
                    limited.check("patients.zip", "02139");
                    limited.check("patients.birth", LocalDate.of(1950, 1, 2));
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P-100001",
                "Mary",
                "of EXAMPLE, Mary",
                "Mary Jane",
                "MRN77",
                "78051120x",
                "1 Main St",
                "Cambridge",
                "C-200",
                "M-300",
                "PCN400",
                "garbled",
                "RX500",
                "S-600",
                "G-700"
            })
    void removedValuesAreStoppedAsAWholeAndAsAWord(String text) {
        safeHarbor.remember(Patient.builder("P-100001")
                .name("Mary Jane", "Example")
                .medicalRecordNumber("MRN77")
                .ssn("78051120x")
                .address(new Address("1 Main St", "Cambridge", null, "MA", null))
                .build());
        safeHarbor.remember(Claim.pharmacy("C-200")
                .memberId("M-300")
                .patientControlNumber("PCN400")
                .refused(new RefusedValue("x", "garbled", "not a date"))
                .line(line -> line.fill(
                        PrescriptionFill.builder().prescriptionNumber("RX500").build()))
                .build());
        safeHarbor.remember(
                new CoverageSpan("P-100001", null, "S-600", null, null, null, null, "G-700", null, null, null));

        assertThatThrownBy(() -> safeHarbor.check("claims.plan", text))
                .isInstanceOf(IdentifierFoundException.class)
                .hasMessage("Nothing leaves: claims.plan holds a value that was removed");
        assertThatCode(() -> safeHarbor.check("claims.state", "MA")).doesNotThrowAnyException();
    }
}
