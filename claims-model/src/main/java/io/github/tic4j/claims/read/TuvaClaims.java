package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimLineBuilder;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.InpatientProcedure;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.RecordType;
import io.github.tic4j.claims.code.Drg;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes claims of Tuva lines. What belongs to the claim is taken from the majority of its lines; its period and its stay
 * reach from the earliest to the latest day; its amounts are the sums of its lines. Columns that Tuva lacks are read
 * where somebody added them: {@code claim_record_type}, {@code payment_status}, {@code original_claim_id},
 * {@code received_date} and {@code processed_date}.
 */
final class TuvaClaims {

    private static final int MAX_CODES = 25;

    private TuvaClaims() {}

    static List<Sourced<Claim>> medical(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        ClaimType type = type(fields.text("claim_type"));
        ClaimBuilder claim = header(fields, type)
                .period(fields.earliest("startDate", "claim_start_date"), fields.latest("endDate", "claim_end_date"))
                .billType(fields.text("bill_type_code"))
                .drg(drg(fields))
                .stay(
                        fields.earliest("admissionDate", "admission_date"),
                        fields.latest("dischargeDate", "discharge_date"))
                .admission(fields.text("admit_type_code"), fields.text("admit_source_code"))
                .dischargeStatus(fields.text("discharge_disposition_code"))
                .billingNpi(fields.first("billing_npi", "billing_id"))
                .billingTin(fields.text("billing_tin"))
                .renderingNpi(fields.first("rendering_npi", "rendering_id"))
                .facilityNpi(fields.first("facility_npi", "facility_id"))
                .attendingNpi(fields.text("attending_npi"))
                .operatingNpi(fields.text("operating_npi"))
                .referringNpi(fields.text("referring_npi"));
        diagnoses(fields, claim);
        procedures(fields, claim);
        for (int i = 0; i < rows.size(); i++) {
            Fields line = fields.line(rows.get(i), i);
            ClaimLineBuilder builder = line(line, i)
                    .period(
                            line.date("startDate", "claim_line_start_date"),
                            line.date("endDate", "claim_line_end_date"))
                    .hcpcs(line.text("hcpcs_code"))
                    .revenueCode(line.text("revenue_center_code"))
                    .placeOfService(line.text("place_of_service_code"))
                    .units(line.amount("units", "service_unit_quantity"))
                    .renderingNpi(line.first("rendering_npi", "rendering_id"));
            for (int m = 1; m <= 5; m++) {
                builder.modifier(line.text("hcpcs_modifier_" + m));
            }
            claim.line(builder.build());
        }
        return finish(claim, fields, rows);
    }

    static List<Sourced<Claim>> pharmacy(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        ClaimBuilder claim = header(fields, ClaimType.PHARMACY)
                .period(fields.earliest("startDate", "dispensing_date"), fields.latest("endDate", "dispensing_date"));
        for (int i = 0; i < rows.size(); i++) {
            Fields line = fields.line(rows.get(i), i);
            PrescriptionFill fill = PrescriptionFill.builder()
                    .ndc(line.text("ndc_code"))
                    .dispensingDate(line.date("fill.dispensingDate", "dispensing_date"))
                    .quantity(line.amount("fill.quantity", "quantity"))
                    .daysSupply(line.count("fill.daysSupply", "days_supply"))
                    .fillNumber(line.count("fill.fillNumber", "refills"))
                    .prescriber(line.first("prescribing_provider_npi", "prescribing_provider_id"))
                    .dispenser(line.first("dispensing_provider_npi", "dispensing_provider_id"))
                    .build();
            claim.line(line(line, i)
                    .date(fill.dispensingDate())
                    .units(fill.quantity())
                    .fill(fill)
                    .build());
        }
        return finish(claim, fields, rows);
    }

    private static ClaimBuilder header(Fields fields, ClaimType type) {
        return Claim.builder(RifClaims.orEmpty(fields.text("claim_id")), type)
                .personId(fields.first("person_id", "patient_id"))
                .memberId(fields.text("member_id"))
                .payer(fields.text("payer"))
                .plan(fields.text("plan"))
                .recordType(recordType(fields))
                .status(status(fields.text("payment_status")))
                .originalClaimId(fields.text("original_claim_id"))
                .receivedDate(fields.date("receivedDate", "received_date"))
                .processedDate(fields.date("processedDate", "processed_date"))
                .paidDate(fields.latest("paidDate", "paid_date"))
                .source(fields.text("data_source"));
    }

    private static ClaimLineBuilder line(Fields line, int index) {
        Integer number = line.count("number", "claim_line_number");
        return ClaimLine.builder(number == null ? index + 1 : number)
                .status(status(line.text("payment_status")))
                .amounts(new Amounts(
                        line.amount("amounts.charge", "charge_amount"),
                        line.amount("amounts.allowed", "allowed_amount"),
                        line.amount("amounts.paid", "paid_amount"),
                        line.amount("amounts.coinsurance", "coinsurance_amount"),
                        line.amount("amounts.copayment", "copayment_amount"),
                        line.amount("amounts.deductible", "deductible_amount"),
                        null));
    }

    private static List<Sourced<Claim>> finish(ClaimBuilder claim, Fields fields, List<SourceRow> rows) {
        claim.amounts(LineSums.of(claim.build().lines()));
        fields.refused().forEach(claim::refused);
        return List.of(Sourced.of(claim.build(), rows));
    }

    private static ClaimType type(@Nullable String text) {
        return switch (RifClaims.orEmpty(text).toLowerCase(Locale.ROOT)) {
            case "professional" -> ClaimType.PROFESSIONAL;
            case "institutional" -> ClaimType.INSTITUTIONAL;
            case "dental" -> ClaimType.DENTAL;
            case "pharmacy" -> ClaimType.PHARMACY;
            default -> ClaimType.UNDETERMINED;
        };
    }

    private static RecordType recordType(Fields fields) {
        return switch (RifClaims.orEmpty(fields.text("claim_record_type")).toLowerCase(Locale.ROOT)) {
            case "adjustment" -> RecordType.ADJUSTMENT;
            case "reversal" -> RecordType.REVERSAL;
            default -> RecordType.ORIGINAL;
        };
    }

    private static @Nullable PaymentStatus status(@Nullable String text) {
        return switch (RifClaims.orEmpty(text).toLowerCase(Locale.ROOT)) {
            case "paid" -> PaymentStatus.PAID;
            case "denied" -> PaymentStatus.DENIED;
            case "reversed" -> PaymentStatus.REVERSED;
            default -> null;
        };
    }

    private static @Nullable Drg drg(Fields fields) {
        String ms = fields.text("ms_drg_code");
        String apr = fields.text("apr_drg_code");
        String code = fields.text("drg_code");
        String type = RifClaims.orEmpty(fields.text("drg_code_type")).toLowerCase(Locale.ROOT);
        if (ms == null && type.equals("ms-drg")) {
            ms = code;
        }
        if (apr == null && type.equals("apr-drg")) {
            apr = code;
        }
        if (ms != null) {
            return Drg.ms(ms);
        }
        if (apr != null) {
            return Drg.apr(apr);
        }
        return code == null ? null : Drg.unversioned(code);
    }

    private static void diagnoses(Fields fields, ClaimBuilder claim) {
        String version = version(fields.text("diagnosis_code_type"), "icd-10-cm", "icd-9-cm");
        String principal = fields.text("diagnosis_code_1");
        Diagnoses diagnoses =
                new Diagnoses().principal(principal, version).add(principal, version, fields.text("diagnosis_poa_1"));
        for (int i = 2; i <= MAX_CODES; i++) {
            diagnoses.add(fields.text("diagnosis_code_" + i), version, fields.text("diagnosis_poa_" + i));
        }
        diagnoses.all().forEach(claim::diagnosis);
    }

    private static void procedures(Fields fields, ClaimBuilder claim) {
        String version = version(fields.text("procedure_code_type"), "icd-10-pcs", "icd-9-pcs");
        for (int i = 1; i <= MAX_CODES; i++) {
            String raw = fields.text("procedure_code_" + i);
            if (raw != null) {
                claim.procedure(new InpatientProcedure(
                        i, Diagnoses.procedure(raw, version), fields.date("procedures", "procedure_date_" + i)));
            }
        }
    }

    private static @Nullable String version(@Nullable String type, String ten, String nine) {
        String lower = RifClaims.orEmpty(type).toLowerCase(Locale.ROOT);
        return lower.equals(ten) ? "0" : lower.equals(nine) ? "9" : null;
    }
}
