package io.github.tic4j.claims.layer;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.InpatientProcedure;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.Code;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as tables: {@code claims}, {@code claim_lines}, {@code claim_diagnoses}, {@code claim_procedures},
 * {@code patients}, {@code providers} and {@code coverage}, all of which exist even without a row. Codes are in their
 * normal form. Nothing is visible before {@link #commit}. Not thread-safe.
 */
public final class ClaimTables implements Closeable {

    private record Line(Claim claim, ClaimLine line) {}

    private record Dx(Claim claim, Diagnosis diagnosis) {}

    private record Px(Claim claim, InpatientProcedure procedure) {}

    private static final RowMapping<Claim> CLAIMS = amounts(
            new RowMapping<Claim>("claims")
                    .text("claim_id", Claim::id)
                    .word("claim_type", Claim::type)
                    .word("record_type", Claim::recordType)
                    .word("payment_status", Claim::status)
                    .text("frequency", Claim::frequency)
                    .text("original_claim_id", Claim::originalClaimId)
                    .text("patient_control_number", Claim::patientControlNumber)
                    .text("payer_control_number", Claim::payerControlNumber)
                    .text("person_id", Claim::personId)
                    .text("member_id", Claim::memberId)
                    .text("payer", Claim::payer)
                    .text("plan", Claim::plan)
                    .date("start_date", Claim::startDate)
                    .date("end_date", Claim::endDate)
                    .date("received_date", Claim::receivedDate)
                    .date("processed_date", Claim::processedDate)
                    .date("paid_date", Claim::paidDate)
                    .text("bill_type_code", claim -> value(claim.institutional().billType()))
                    .text("drg_code", claim -> value(claim.institutional().drg()))
                    .text("drg_code_type", claim -> system(claim.institutional().drg()))
                    .date("admission_date", claim -> claim.institutional().admissionDate())
                    .date("discharge_date", claim -> claim.institutional().dischargeDate())
                    .text("admit_type_code", claim -> claim.institutional().admissionType())
                    .text("admit_source_code", claim -> claim.institutional().admissionSource())
                    .text(
                            "discharge_status_code",
                            claim -> value(claim.institutional().dischargeStatus()))
                    .text("billing_npi", claim -> id(claim.providers().billing()))
                    .text("billing_tin", claim -> id(claim.providers().billingTin()))
                    .text("billing_taxonomy", claim -> value(claim.providers().billingTaxonomy()))
                    .text("rendering_npi", claim -> id(claim.providers().rendering()))
                    .text("facility_npi", claim -> id(claim.providers().facility()))
                    .text("attending_npi", claim -> id(claim.providers().attending()))
                    .text("operating_npi", claim -> id(claim.providers().operating()))
                    .text("referring_npi", claim -> id(claim.providers().referring()))
                    .text("data_source", Claim::source),
            Claim::amounts);

    private static final RowMapping<Line> LINES = amounts(
                    new RowMapping<Line>("claim_lines")
                            .text("claim_id", row -> row.claim().id())
                            .integer("line_number", row -> row.line().number())
                            .date("start_date", row -> row.line().startDate())
                            .date("end_date", row -> row.line().endDate())
                            .text("hcpcs_code", row -> value(row.line().hcpcs()))
                            .text(
                                    "modifiers",
                                    row -> row.line().modifiers().stream()
                                            .map(Code::value)
                                            .collect(Collectors.joining(" ")))
                            .text("revenue_center_code", row -> value(row.line().revenueCode()))
                            .text(
                                    "place_of_service_code",
                                    row -> value(row.line().placeOfService()))
                            .text(
                                    "diagnosis_pointers",
                                    row -> row.line().diagnosisPointers().stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(" ")))
                            .decimal("units", row -> row.line().units())
                            .text("unit_type", row -> row.line().unitType())
                            .text("rendering_npi", row -> id(row.line().rendering()))
                            .word("payment_status", row -> row.line().status()),
                    row -> row.line().amounts())
            .text("prescription_number", row -> fill(row, PrescriptionFill::prescriptionNumber))
            .text("ndc_code", row -> fill(row, fill -> value(fill.ndc())))
            .text("drug_name", row -> fill(row, PrescriptionFill::drugName))
            .date("dispensing_date", row -> fill(row, PrescriptionFill::dispensingDate))
            .decimal("quantity", row -> fill(row, PrescriptionFill::quantity))
            .integer("days_supply", row -> fill(row, PrescriptionFill::daysSupply))
            .integer("fill_number", row -> fill(row, PrescriptionFill::fillNumber))
            .text("prescriber_npi", row -> fill(row, fill -> id(fill.prescriber())))
            .text("dispenser_npi", row -> fill(row, fill -> id(fill.dispenser())));

    private static final RowMapping<Dx> DIAGNOSES = new RowMapping<Dx>("claim_diagnoses")
            .text("claim_id", row -> row.claim().id())
            .integer("sequence", row -> row.diagnosis().sequence())
            .word("diagnosis_type", row -> row.diagnosis().type())
            .text("diagnosis_code", row -> value(row.diagnosis().code()))
            .text("diagnosis_code_type", row -> system(row.diagnosis().code()))
            .text("present_on_admission", row -> row.diagnosis().presentOnAdmission());

    private static final RowMapping<Px> PROCEDURES = new RowMapping<Px>("claim_procedures")
            .text("claim_id", row -> row.claim().id())
            .integer("sequence", row -> row.procedure().sequence())
            .text("procedure_code", row -> value(row.procedure().code()))
            .text("procedure_code_type", row -> system(row.procedure().code()))
            .date("procedure_date", row -> row.procedure().date());

    private static final RowMapping<Patient> PATIENTS = new RowMapping<Patient>("patients")
            .text("person_id", Patient::id)
            .text("first_name", Patient::firstName)
            .text("last_name", Patient::lastName)
            .date("birth_date", Patient::birthDate)
            .integer("stated_age", Patient::statedAge)
            .date("death_date", Patient::deathDate)
            .text("sex", patient -> value(patient.sex()))
            .text("race", Patient::race)
            .text("ethnicity", Patient::ethnicity)
            .text("ssn", patient -> value(patient.ssn()))
            .text("mbi", patient -> value(patient.mbi()))
            .text("medical_record_number", Patient::medicalRecordNumber)
            .text("street", patient -> patient.address().street())
            .text("city", patient -> patient.address().city())
            .text("county", patient -> patient.address().county())
            .text("state", patient -> patient.address().state())
            .text("zip", patient -> id(patient.address().zip()))
            .text("phone", Patient::phone)
            .text("email", Patient::email)
            .integer("chronic_conditions", Patient::chronicConditions)
            .date("last_visit", Patient::lastVisit);

    private static final RowMapping<Provider> PROVIDERS = new RowMapping<Provider>("providers")
            .text("provider_id", Provider::id)
            .text("npi", provider -> id(provider.npi()))
            .word("kind", Provider::kind)
            .text("name", Provider::name)
            .text("type", Provider::type)
            .text("tin", provider -> id(provider.tin()))
            .text("taxonomy", provider -> value(provider.taxonomy()))
            .text("specialty", Provider::specialty)
            .text("city", provider -> provider.address().city())
            .text("state", provider -> provider.address().state())
            .text("zip", provider -> id(provider.address().zip()))
            .date("deactivated_date", Provider::deactivatedDate)
            .integer("beds", Provider::beds)
            .flag("teaching", Provider::teaching);

    private static final RowMapping<CoverageSpan> COVERAGE = new RowMapping<CoverageSpan>("coverage")
            .text("person_id", CoverageSpan::personId)
            .text("member_id", CoverageSpan::memberId)
            .text("subscriber_id", CoverageSpan::subscriberId)
            .text("relationship", CoverageSpan::relationship)
            .text("payer", CoverageSpan::payer)
            .text("payer_type", CoverageSpan::payerType)
            .text("plan", CoverageSpan::plan)
            .text("group_number", CoverageSpan::group)
            .date("start_date", CoverageSpan::startDate)
            .date("end_date", CoverageSpan::endDate)
            .text("data_source", CoverageSpan::source);

    private final OpenTables tables;

    private ClaimTables(OpenTables tables) {
        this.tables = tables;
    }

    /** Opens the tables in a sink. */
    public static ClaimTables open(TableSink sink) throws IOException {
        OpenTables tables = new OpenTables(sink);
        tables.open(CLAIMS, LINES, DIAGNOSES, PROCEDURES, PATIENTS, PROVIDERS, COVERAGE);
        return new ClaimTables(tables);
    }

    /** Writes a claim with its lines, diagnoses and procedures. */
    public void write(Claim claim) throws IOException {
        tables.write(CLAIMS, claim);
        for (ClaimLine line : claim.lines()) {
            tables.write(LINES, new Line(claim, line));
        }
        for (Diagnosis diagnosis : claim.diagnoses()) {
            tables.write(DIAGNOSES, new Dx(claim, diagnosis));
        }
        for (InpatientProcedure procedure : claim.procedures()) {
            tables.write(PROCEDURES, new Px(claim, procedure));
        }
    }

    /** Writes a patient. */
    public void write(Patient patient) throws IOException {
        tables.write(PATIENTS, patient);
    }

    /** Writes a provider. */
    public void write(Provider provider) throws IOException {
        tables.write(PROVIDERS, provider);
    }

    /** Writes a time of coverage. */
    public void write(CoverageSpan span) throws IOException {
        tables.write(COVERAGE, span);
    }

    /** Makes all tables visible. */
    public void commit() throws IOException {
        tables.commit();
    }

    @Override
    public void close() throws IOException {
        tables.close();
    }

    private static <T> RowMapping<T> amounts(RowMapping<T> mapping, Function<T, Amounts> amounts) {
        return mapping.decimal("charge_amount", row -> amounts.apply(row).charge())
                .decimal("allowed_amount", row -> amounts.apply(row).allowed())
                .decimal("paid_amount", row -> amounts.apply(row).paid())
                .decimal("coinsurance_amount", row -> amounts.apply(row).coinsurance())
                .decimal("copayment_amount", row -> amounts.apply(row).copayment())
                .decimal("deductible_amount", row -> amounts.apply(row).deductible())
                .decimal("other_payer_paid_amount", row -> amounts.apply(row).otherPayerPaid());
    }

    private static <T> @Nullable T fill(Line row, RowMapping.Value<PrescriptionFill, T> value) {
        PrescriptionFill fill = row.line().fill();
        return fill == null ? null : value.of(fill);
    }

    private static @Nullable String value(@Nullable Code code) {
        return code == null ? null : code.value();
    }

    /** Ids keep their case where they are not of their form, as tokens are. */
    private static @Nullable String id(@Nullable Code code) {
        return code == null ? null : code.isValid() ? code.value() : code.raw().strip();
    }

    private static @Nullable String system(@Nullable Code code) {
        return code == null ? null : code.system().name();
    }
}
