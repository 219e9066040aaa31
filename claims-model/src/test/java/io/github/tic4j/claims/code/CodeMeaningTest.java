package io.github.tic4j.claims.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CodeMeaningTest {

    @Test
    void hcpcsFieldIsToldApartByFormAndRevenueCode() {
        assertThat(HcpcsCode.of("99213").kind()).isEqualTo(HcpcsCode.Kind.CPT);
        assertThat(HcpcsCode.of("0001T").kind()).isEqualTo(HcpcsCode.Kind.CPT);
        assertThat(HcpcsCode.of("J1100").kind()).isEqualTo(HcpcsCode.Kind.LEVEL_II);
        assertThat(HcpcsCode.of("D2740").kind()).isEqualTo(HcpcsCode.Kind.CDT);
        assertThat(HcpcsCode.of("1AGK1", RevenueCode.of("22")).kind()).isEqualTo(HcpcsCode.Kind.UNKNOWN);
        assertThat(HcpcsCode.of("1AGK1", RevenueCode.of("022")).kind()).isEqualTo(HcpcsCode.Kind.HIPPS);
        assertThat(HcpcsCode.of("1AGK1", RevenueCode.of("0450")).kind()).isEqualTo(HcpcsCode.Kind.UNKNOWN);
        assertThat(HcpcsCode.of("99213", null).kind()).isEqualTo(HcpcsCode.Kind.CPT);
    }

    @Test
    void hippsAndHcpcsOfOneTextAreDifferentCodes() {
        assertThat(HcpcsCode.of("99213", RevenueCode.of("0023"))).isNotEqualTo(HcpcsCode.of("99213"));
    }

    @Test
    void modifiersSayWhatTheyLift() {
        assertThat(Modifier.of("LT").isAnatomic()).isTrue();
        assertThat(Modifier.of("25").liftsNcciEdit()).isTrue();
        assertThat(Modifier.of("25").marksDistinctService()).isFalse();
        assertThat(Modifier.of("xu").liftsNcciEdit()).isTrue();
        assertThat(Modifier.of("76").marksDistinctService()).isTrue();
        assertThat(Modifier.of("76").liftsNcciEdit()).isFalse();
        assertThat(Modifier.of("RI").marksDistinctService()).isTrue();
    }

    @Test
    void revenueCodesKnowTheirRanges() {
        assertThat(RevenueCode.of("001").isTotal()).isTrue();
        assertThat(RevenueCode.of("0100").isRoomAndBoard()).isTrue();
        assertThat(RevenueCode.of("0219").isRoomAndBoard()).isTrue();
        assertThat(RevenueCode.of("0220").isRoomAndBoard()).isFalse();
        assertThat(RevenueCode.of("01A").isRoomAndBoard()).isFalse();
        assertThat(RevenueCode.of("0024").carriesHipps()).isTrue();
    }

    @Test
    void billTypesKnowInpatients() {
        assertThat(BillType.of("0111").isInpatient()).isTrue();
        assertThat(BillType.of("131").isInpatient()).isFalse();
        assertThat(BillType.of("821").isInpatient()).isTrue();
        assertThat(BillType.of("511").isKnown()).isFalse();
        assertThat(BillType.of("?").frequency()).isEmpty();
        assertThat(BillType.of("?").facility()).isEqualTo("?");
    }

    @Test
    void placesOfServiceKnowTheirKind() {
        assertThat(PlaceOfService.of("21").isInpatient()).isTrue();
        assertThat(PlaceOfService.of("2").isTelehealth()).isTrue();
        assertThat(PlaceOfService.of("30").isKnown()).isFalse();
        assertThat(PlaceOfService.of("30").isValid()).isTrue();
    }

    @Test
    void dischargeStatusesKnowWhatBecameOfThePatient() {
        assertThat(DischargeStatus.of("20").isDeath()).isTrue();
        assertThat(DischargeStatus.of("42").isDeath()).isTrue();
        assertThat(DischargeStatus.of("1").isDeath()).isFalse();
        assertThat(DischargeStatus.of("30").isStillPatient()).isTrue();
        assertThat(DischargeStatus.of("81").plansReadmission()).isTrue();
        assertThat(DischargeStatus.of("96").plansReadmission()).isFalse();
        assertThat(DischargeStatus.of("08").isKnown()).isFalse();
    }

    @Test
    void ungroupableDrgsAreOfMedicareOnly() {
        assertThat(Drg.ms("999").isUngroupable()).isTrue();
        assertThat(Drg.apr("955").isUngroupable()).isFalse();
        assertThat(Drg.apr("998").isUngroupable()).isFalse();
    }

    @Test
    void madeUpBeneficiaryIdsAreAcceptedOnlyWhereAskedFor() {
        assertThat(Mbi.of("1SG4TE5MK73").isValid()).isFalse();
        assertThat(Mbi.of("1SG4TE5MK73").isSynthetic()).isTrue();
        assertThat(Mbi.ofTestData("1SG4-TE5-MK73").isValid()).isTrue();
        assertThat(Mbi.ofTestData("1EG4TE5MK73").isValid()).isTrue();
        assertThat(Mbi.ofTestData("1EG4TE5MK73").isSynthetic()).isFalse();
        assertThat(Mbi.ofTestData("0SG4TE5MK73").isValid()).isFalse();
    }

    @Test
    void diagnosesShowTheirDot() {
        assertThat(DiagnosisCode.icd10("S72001A").dotted()).isEqualTo("S72.001A");
        assertThat(DiagnosisCode.icd10("I10").dotted()).isEqualTo("I10");
        assertThat(DiagnosisCode.icd9("E8120").dotted()).isEqualTo("E812.0");
        assertThat(DiagnosisCode.icd9("V700").dotted()).isEqualTo("V70.0");
        assertThat(DiagnosisCode.icd10("nonsense").dotted()).isEqualTo("NONSENSE");
    }

    @Test
    void zipCodesShorten() {
        assertThat(ZipCode.of("021394307").zip5()).isEqualTo("02139");
        assertThat(ZipCode.of("02139").zip3()).isEqualTo("021");
        assertThat(ZipCode.of("2139").zip3()).isEmpty();
        assertThat(ZipCode.of("2139").zip5()).isEqualTo("2139");
    }

    @Test
    void sexIsAsked() {
        assertThat(Sex.of("Female").isFemale()).isTrue();
        assertThat(Sex.of("m").isMale()).isTrue();
        assertThat(Sex.of("U").isMale()).isFalse();
    }

    @Test
    void tableKnowsWhenACodeWasInForce() throws IOException {
        DatedCodeTable table = DatedCodeTable.read(new BufferedReader(
                new StringReader("# diagnoses\nM545,2015-10-01,2021-09-30\nM545,2030-01-01,\n\nI10\n")));

        assertThat(table.find("M545", LocalDate.of(2021, 9, 30))).isEqualTo(CodeTable.Verdict.ACTIVE);
        assertThat(table.find("M545", LocalDate.of(2021, 10, 1))).isEqualTo(CodeTable.Verdict.NOT_ON_DATE);
        assertThat(table.find("M545", LocalDate.of(2031, 1, 1))).isEqualTo(CodeTable.Verdict.ACTIVE);
        assertThat(table.find("I10", LocalDate.of(1900, 1, 1))).isEqualTo(CodeTable.Verdict.ACTIVE);
        assertThat(table.find("E119", LocalDate.of(2021, 1, 1))).isEqualTo(CodeTable.Verdict.ABSENT);
    }

    @Test
    void tableNamesTheLineItCannotRead() {
        BufferedReader lines = new BufferedReader(new StringReader("I10\nM545,01/10/2015\n"));

        assertThatThrownBy(() -> DatedCodeTable.read(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot read line 2 of a code table: ")
                .hasMessageContaining("01/10/2015");
    }

    @Test
    void tableIsNotChangedByItsBuilder() {
        DatedCodeTable.Builder builder = DatedCodeTable.builder().add("I10", null, LocalDate.of(2020, 1, 1));
        DatedCodeTable table = builder.build();
        builder.add("I10", null, null);

        assertThat(table.find("I10", LocalDate.of(2021, 1, 1))).isEqualTo(CodeTable.Verdict.NOT_ON_DATE);
    }
}
