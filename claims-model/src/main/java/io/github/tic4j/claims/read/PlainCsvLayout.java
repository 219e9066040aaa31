package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Address;
import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.DiagnosisType;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.DiagnosisCode;
import io.github.tic4j.claims.code.ZipCode;
import io.github.tic4j.claims.read.Layout.FileTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Four plain files: claims, patients, providers and prescriptions, a row per record. A claim has one diagnosis, one
 * procedure and one cost, and its source states neither its form nor what was allowed and paid: the type is
 * undetermined and the cost is the charge. A stated length of stay is held against the two days, and a stated
 * readmission is left to be found among the later claims.
 */
final class PlainCsvLayout implements Layout {

    @Override
    public List<Recipe<Claim>> claims() {
        return List.of(
                Recipe.perRow(FileTest.with("claim_id", "patient_id", "diagnosis_code", "cost"), PlainCsvLayout::claim),
                Recipe.perRow(
                        FileTest.with("prescription_id", "patient_id", "medication_name"),
                        PlainCsvLayout::prescription));
    }

    @Override
    public List<Recipe<Patient>> patients() {
        FileTest file = FileTest.with("patient_id", "age", "gender").without("claim_id");
        return List.of(Recipe.perRow(file, PlainCsvLayout::patient));
    }

    @Override
    public List<Recipe<Provider>> providers() {
        return List.of(Recipe.perRow(FileTest.with("provider_id", "provider_type"), PlainCsvLayout::provider));
    }

    private static List<Sourced<Claim>> claim(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        LocalDate admitted = fields.date("admissionDate", "admission_date");
        LocalDate discharged = fields.date("dischargeDate", "discharge_date");
        BigDecimal cost = fields.amount("amounts.charge", "cost");
        String provider = fields.text("provider_id");
        ClaimBuilder claim = Claim.builder(RifClaims.orEmpty(fields.text("claim_id")), ClaimType.UNDETERMINED)
                .personId(fields.text("patient_id"))
                .payer(fields.text("insurance_type"))
                .period(admitted, discharged == null ? admitted : discharged)
                .stay(admitted, discharged)
                .billingNpi(provider)
                .facilityNpi(provider)
                .charge(cost);
        String diagnosis = fields.text("diagnosis_code");
        if (diagnosis != null) {
            claim.diagnosis(Diagnosis.of(1, DiagnosisType.PRINCIPAL, DiagnosisCode.icd10(diagnosis)));
        }
        ClaimLine line = ClaimLine.builder(1)
                .period(admitted, discharged == null ? admitted : discharged)
                .hcpcs(fields.text("procedure_code"))
                .diagnosisPointers(diagnosis == null ? new Integer[0] : new Integer[] {1})
                .charge(cost)
                .build();
        checkStay(fields, admitted, discharged);
        fields.refused().forEach(claim::refused);
        return List.of(Sourced.of(claim.line(line).build(), rows));
    }

    private static void checkStay(Fields fields, @Nullable LocalDate admitted, @Nullable LocalDate discharged) {
        Integer stated = fields.count("lengthOfStay", "length_of_stay");
        if (stated != null && admitted != null && discharged != null) {
            long days = ChronoUnit.DAYS.between(admitted, discharged);
            if (days != stated) {
                fields.refuse("lengthOfStay", "length_of_stay", stated.toString(), "the days of the stay make " + days);
            }
        }
        String readmission = fields.text("readmission_date");
        if (readmission != null) {
            fields.refuse("readmission", "readmission_date", readmission, "a readmission is found among later claims");
        }
    }

    private static List<Sourced<Claim>> prescription(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        BigDecimal cost = fields.amount("amounts.charge", "cost");
        PrescriptionFill fill = PrescriptionFill.builder()
                .prescriptionNumber(fields.text("prescription_id"))
                .drugName(fields.text("medication_name"))
                .dispensingDate(fields.date("lines[0].fill.dispensingDate", "prescription_date"))
                .quantity(fields.amount("lines[0].fill.quantity", "quantity"))
                .daysSupply(fields.count("lines[0].fill.daysSupply", "days_supplied"))
                .daysPrescribed(fields.count("lines[0].fill.daysPrescribed", "days_prescribed"))
                .prescriber(fields.text("provider_id"))
                .build();
        ClaimBuilder claim = Claim.pharmacy(RifClaims.orEmpty(fields.text("prescription_id")))
                .personId(fields.text("patient_id"))
                .date(fill.dispensingDate())
                .charge(cost)
                .line(line -> line.units(fill.quantity())
                        .amounts(Amounts.NONE.withCharge(cost))
                        .fill(fill));
        fields.refused().forEach(claim::refused);
        return List.of(Sourced.of(claim.build(), rows));
    }

    private static List<Sourced<Patient>> patient(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        String zip = fields.text("zip_code");
        Patient patient = Patient.builder(RifClaims.orEmpty(fields.text("patient_id")))
                .statedAge(fields.count("statedAge", "age"))
                .sex(fields.text("gender"))
                .race(fields.text("race"))
                .address(new Address(null, null, null, null, zip == null ? null : ZipCode.of(zip)))
                .chronicConditions(fields.count("chronicConditions", "chronic_conditions"))
                .lastVisit(fields.date("lastVisit", "last_visit_date"))
                .build();
        return List.of(Sourced.of(patient, rows));
    }

    private static List<Sourced<Provider>> provider(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        String teaching = fields.text("teaching_hospital");
        Boolean isTeaching = switch (RifClaims.orEmpty(teaching).toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1", "1.0" -> Boolean.TRUE;
            case "false", "no", "n", "0", "0.0" -> Boolean.FALSE;
            default -> null;
        };
        if (teaching != null && isTeaching == null) {
            fields.refuse("teaching", "teaching_hospital", teaching, "neither yes nor no");
        }
        Provider provider = Provider.builder(RifClaims.orEmpty(fields.text("provider_id")))
                .name(fields.first("hospital_name", "name"))
                .type(fields.text("provider_type"))
                .address(new Address(null, fields.text("city"), null, fields.text("state"), null))
                .beds(fields.count("beds", "beds"))
                .teaching(isTeaching)
                .build();
        return List.of(Sourced.of(provider, rows));
    }
}
