package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Address;
import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimLineBuilder;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.DiagnosisType;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.DiagnosisCode;
import io.github.tic4j.claims.code.ZipCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of JSON claims that carry their patient, provider and insurance with them. The patient's responsibility,
 * which the layout does not split, is kept as the copayment.
 */
final class JsonClaims {

    private JsonClaims() {}

    static Claim claim(SourceRow row, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(List.of(row), refusals);
        LocalDate day = fields.date("startDate", "date_of_service");
        ClaimBuilder claim = Claim.builder(RifClaims.orEmpty(fields.text("claim_id")), type(fields.text("claim_type")))
                .patientControlNumber(fields.text("claim_number"))
                .status(status(fields.text("claim_status")))
                .personId(fields.first("patient.patient_id", "patient_id"))
                .memberId(fields.text("patient.member_id"))
                .payer(fields.first("insurance.payer_id", "insurance.payer_name"))
                .plan(fields.text("insurance.plan_type"))
                .date(day)
                .receivedDate(fields.date("receivedDate", "claim_received_date"))
                .processedDate(fields.date("processedDate", "claim_processed_date"))
                .billingNpi(fields.text("provider.npi"))
                .billingTin(fields.text("provider.tax_id"))
                .amounts(Amounts.NONE
                        .withCharge(amount(fields, row, "charge", "total_billed_amount", "total_billed"))
                        .withAllowed(amount(fields, row, "allowed", "total_allowed_amount", "total_allowed"))
                        .withPaid(amount(fields, row, "paid", "total_paid_amount", "total_paid"))
                        .withCopayment(fields.amount("amounts.copayment", "patient_responsibility")));
        List<Diagnosis> diagnoses = new ArrayList<>();
        int lines = JsonRecord.size(row, "claim_lines");
        for (int i = 0; i < lines; i++) {
            claim.line(line(fields, row, i, day, diagnoses));
        }
        diagnoses.forEach(claim::diagnosis);
        fields.refused().forEach(claim::refused);
        return claim.build();
    }

    private static ClaimLine line(
            Fields fields, SourceRow row, int index, @Nullable LocalDate day, List<Diagnosis> diagnoses) {
        String at = "claim_lines." + index + ".";
        String path = "lines[" + index + "].";
        LocalDate service = fields.date(path + "startDate", at + "service_date");
        ClaimLineBuilder line = ClaimLine.builder(index + 1)
                .date(service == null ? day : service)
                .hcpcs(fields.first(at + "procedure_code.code", at + "procedure_code"))
                .units(fields.amount(path + "units", column(row, at + "procedure_code.units", at + "units")))
                .placeOfService(fields.text(at + "place_of_service"))
                .renderingNpi(fields.text(at + "rendering_provider_id"))
                .diagnosisPointers(pointers(fields, row, at, diagnoses))
                .amounts(Amounts.NONE
                        .withCharge(fields.amount(
                                path + "amounts.charge", column(row, at + "billed_amount", at + "billed")))
                        .withAllowed(fields.amount(
                                path + "amounts.allowed", column(row, at + "allowed_amount", at + "allowed")))
                        .withPaid(fields.amount(path + "amounts.paid", column(row, at + "paid_amount", at + "paid"))));
        String modifier = fields.first(at + "procedure_code.modifier", at + "modifier");
        for (String each : RifClaims.orEmpty(modifier).split("[,:; ]+")) {
            line.modifier(each);
        }
        for (int i = 0; i < JsonRecord.size(row, at + "modifiers"); i++) {
            line.modifier(fields.text(at + "modifiers." + i));
        }
        return line.build();
    }

    /** Adds the diagnoses of a line to those of the claim and answers their sequences. */
    private static Integer[] pointers(Fields fields, SourceRow row, String at, List<Diagnosis> diagnoses) {
        List<Integer> pointers = new ArrayList<>();
        for (int i = 0; i < JsonRecord.size(row, at + "diagnosis_codes"); i++) {
            String element = at + "diagnosis_codes." + i;
            String raw = fields.first(element + ".code", element);
            if (raw != null) {
                DiagnosisCode code = DiagnosisCode.icd10(raw);
                boolean primary = "true".equalsIgnoreCase(fields.text(element + ".primary"));
                pointers.add(sequence(code, primary, diagnoses));
            }
        }
        return pointers.toArray(new Integer[0]);
    }

    private static int sequence(DiagnosisCode code, boolean primary, List<Diagnosis> diagnoses) {
        for (Diagnosis known : diagnoses) {
            if (known.code().equals(code)) {
                return known.sequence();
            }
        }
        boolean first = diagnoses.stream().noneMatch(known -> known.type() == DiagnosisType.PRINCIPAL);
        DiagnosisType type = primary && first ? DiagnosisType.PRINCIPAL : DiagnosisType.OTHER;
        diagnoses.add(Diagnosis.of(diagnoses.size() + 1, type, code));
        return diagnoses.size();
    }

    static Patient patient(SourceRow row, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(List.of(row), refusals);
        String zip = fields.first("patient.address.zip_code", "patient.address.zip", "patient.address.postal_code");
        return Patient.builder(RifClaims.orEmpty(fields.first("patient.patient_id", "patient_id")))
                .name(fields.text("patient.first_name"), fields.text("patient.last_name"))
                .birthDate(fields.date("birthDate", "patient.date_of_birth"))
                .sex(fields.text("patient.gender"))
                .address(new Address(
                        fields.first("patient.address.street", "patient.address.line1"),
                        fields.text("patient.address.city"),
                        fields.text("patient.address.county"),
                        fields.text("patient.address.state"),
                        zip == null ? null : ZipCode.of(zip)))
                .phone(fields.text("patient.phone"))
                .email(fields.text("patient.email"))
                .build();
    }

    static Provider provider(SourceRow row, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(List.of(row), refusals);
        return Provider.builder(RifClaims.orEmpty(fields.first("provider.provider_id", "provider_id")))
                .npi(fields.text("provider.npi"))
                .name(fields.text("provider.name"))
                .type(fields.text("provider.type"))
                .tin(fields.text("provider.tax_id"))
                .specialty(fields.text("provider.specialty"))
                .build();
    }

    static CoverageSpan coverage(SourceRow row, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(List.of(row), refusals);
        return new CoverageSpan(
                RifClaims.orEmpty(fields.first("patient.patient_id", "patient_id")),
                fields.text("patient.member_id"),
                fields.text("insurance.subscriber_number"),
                null,
                fields.first("insurance.payer_id", "insurance.payer_name"),
                null,
                fields.text("insurance.plan_type"),
                fields.text("insurance.group_number"),
                fields.date("startDate", "insurance.coverage_start"),
                fields.date("endDate", "insurance.coverage_end"),
                null);
    }

    /** The first of two names that the object has. */
    static String column(SourceRow row, String name, String otherName) {
        return row.value(name) != null ? name : otherName;
    }

    private static @Nullable BigDecimal amount(
            Fields fields, SourceRow row, String field, String name, String otherName) {
        return fields.amount("amounts." + field, column(row, name, otherName));
    }

    private static ClaimType type(@Nullable String text) {
        return switch (RifClaims.orEmpty(text).toLowerCase(Locale.ROOT)) {
            case "institutional" -> ClaimType.INSTITUTIONAL;
            case "dental" -> ClaimType.DENTAL;
            case "prescription", "pharmacy" -> ClaimType.PHARMACY;
            case "professional", "medical", "vision", "laboratory", "radiology", "surgery", "emergency", "preventive" ->
                ClaimType.PROFESSIONAL;
            default -> ClaimType.UNDETERMINED;
        };
    }

    private static @Nullable PaymentStatus status(@Nullable String text) {
        return switch (RifClaims.orEmpty(text).toLowerCase(Locale.ROOT)) {
            case "approved", "paid" -> PaymentStatus.PAID;
            case "denied" -> PaymentStatus.DENIED;
            default -> null;
        };
    }
}
