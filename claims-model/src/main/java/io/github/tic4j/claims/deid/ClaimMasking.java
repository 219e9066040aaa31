package io.github.tic4j.claims.deid;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimLineBuilder;
import io.github.tic4j.claims.ClaimProviders;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.InpatientProcedure;
import io.github.tic4j.claims.InstitutionalDetail;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.code.Code;
import io.github.tic4j.claims.code.CodeSystem;
import io.github.tic4j.claims.code.DiagnosisCode;
import io.github.tic4j.claims.code.Drg;
import io.github.tic4j.claims.code.IcdProcedureCode;
import io.github.tic4j.claims.code.Modifier;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Builds one claim anew out of what may be shown. What is not named here is not taken over, so a field that the model
 * gains later stays hidden until somebody decides about it.
 */
final class ClaimMasking {

    private static final Pattern SHORT_CODE = Pattern.compile("[0-9A-Za-z]{1,5}");

    private final Deidentifier profile;
    private final Claim claim;
    private final String person;

    ClaimMasking(Deidentifier profile, Claim claim) {
        this.profile = profile;
        this.claim = claim;
        String member = claim.memberId() == null ? claim.id() : claim.memberId();
        this.person = claim.personId() == null ? member : claim.personId();
    }

    Claim masked() {
        ClaimBuilder masked = Claim.builder(profile.token("claim", claim.id()), claim.type())
                .recordType(claim.recordType())
                .status(claim.status())
                .frequency(shortCode(claim.frequency()))
                .originalClaimId(profile.tokenOrNull("claim", claim.originalClaimId()))
                .patientControlNumber(profile.tokenOrNull("claim", claim.patientControlNumber()))
                .payerControlNumber(profile.tokenOrNull("claim", claim.payerControlNumber()))
                .personId(profile.tokenOrNull("person", claim.personId()))
                .memberId(profile.tokenOrNull("member", claim.memberId()))
                .payer(claim.payer())
                .plan(claim.plan())
                .period(date(claim.startDate()), date(claim.endDate()))
                .receivedDate(date(claim.receivedDate()))
                .processedDate(date(claim.processedDate()))
                .paidDate(date(claim.paidDate()))
                .amounts(claim.amounts())
                .source(claim.source());
        providers(masked);
        institutional(masked);
        for (Diagnosis diagnosis : claim.diagnoses()) {
            if (diagnosis.code().isValid()) {
                masked.diagnosis(new Diagnosis(
                        diagnosis.sequence(),
                        diagnosis.type(),
                        code(diagnosis.code()),
                        shortCode(diagnosis.presentOnAdmission())));
            }
        }
        for (InpatientProcedure procedure : claim.procedures()) {
            if (procedure.code().isValid()) {
                masked.procedure(
                        new InpatientProcedure(procedure.sequence(), code(procedure.code()), date(procedure.date())));
            }
        }
        claim.lines().forEach(line -> masked.line(line(line)));
        claim.adjustments().forEach(masked::adjustment);
        return masked.build();
    }

    private void providers(ClaimBuilder masked) {
        ClaimProviders providers = claim.providers();
        masked.billingNpi(profile.npi(providers.billing()))
                .billingTin(
                        providers.billingTin() == null
                                ? null
                                : profile.token("tin", providers.billingTin().value()))
                .billingTaxonomy(value(providers.billingTaxonomy()))
                .renderingNpi(profile.npi(providers.rendering()))
                .facilityNpi(profile.npi(providers.facility()))
                .attendingNpi(profile.npi(providers.attending()))
                .operatingNpi(profile.npi(providers.operating()))
                .referringNpi(profile.npi(providers.referring()));
    }

    private void institutional(ClaimBuilder masked) {
        InstitutionalDetail detail = claim.institutional();
        masked.billType(value(detail.billType()))
                .drg(drg(detail.drg()))
                .stay(date(detail.admissionDate()), date(detail.dischargeDate()))
                .admission(shortCode(detail.admissionType()), shortCode(detail.admissionSource()))
                .dischargeStatus(value(detail.dischargeStatus()));
    }

    private ClaimLine line(ClaimLine line) {
        ClaimLineBuilder masked = ClaimLine.builder(line.number())
                .period(date(line.startDate()), date(line.endDate()))
                .hcpcs(value(line.hcpcs()))
                .revenueCode(value(line.revenueCode()))
                .placeOfService(value(line.placeOfService()))
                .diagnosisPointers(line.diagnosisPointers().toArray(new Integer[0]))
                .units(line.units())
                .unitType(shortCode(line.unitType()))
                .renderingNpi(profile.npi(line.rendering()))
                .status(line.status())
                .amounts(line.amounts())
                .tooth(shortCode(line.tooth()));
        for (Modifier modifier : line.modifiers()) {
            masked.modifier(value(modifier));
        }
        line.adjustments().forEach(masked::adjustment);
        line.remarkCodes().stream()
                .filter(code -> SHORT_CODE.matcher(code).matches())
                .forEach(masked::remarkCode);
        PrescriptionFill fill = line.fill();
        return masked.fill(fill == null ? null : fill(fill)).build();
    }

    private PrescriptionFill fill(PrescriptionFill fill) {
        return PrescriptionFill.builder()
                .prescriptionNumber(profile.tokenOrNull("prescription", fill.prescriptionNumber()))
                .ndc(value(fill.ndc()))
                .drugName(fill.drugName())
                .dispensingDate(date(fill.dispensingDate()))
                .quantity(fill.quantity())
                .daysSupply(fill.daysSupply())
                .daysPrescribed(fill.daysPrescribed())
                .fillNumber(fill.fillNumber())
                .dispenseAsWritten(shortCode(fill.dispenseAsWritten()))
                .compound(shortCode(fill.compound()))
                .prescriber(profile.npi(fill.prescriber()))
                .dispenser(profile.npi(fill.dispenser()))
                .build();
    }

    private @Nullable LocalDate date(@Nullable LocalDate date) {
        return profile.date(person, date);
    }

    private static @Nullable String value(@Nullable Code code) {
        return code == null || !code.isValid() ? null : code.value();
    }

    private static @Nullable String shortCode(@Nullable String text) {
        return text != null && SHORT_CODE.matcher(text).matches() ? text : null;
    }

    /** The code read anew from its normal form: what it was written as may hold more. */
    private static DiagnosisCode code(DiagnosisCode code) {
        return switch (code.system()) {
            case ICD_10_CM -> DiagnosisCode.icd10(code.value());
            case ICD_9_CM -> DiagnosisCode.icd9(code.value());
            default -> DiagnosisCode.unversioned(code.value());
        };
    }

    private static IcdProcedureCode code(IcdProcedureCode code) {
        return switch (code.system()) {
            case ICD_10_PCS -> IcdProcedureCode.icd10(code.value());
            case ICD_9_PCS -> IcdProcedureCode.icd9(code.value());
            default -> IcdProcedureCode.unversioned(code.value());
        };
    }

    private static @Nullable Drg drg(@Nullable Drg drg) {
        if (drg == null || !drg.isValid()) {
            return null;
        }
        return drg.system() == CodeSystem.MS_DRG
                ? Drg.ms(drg.value())
                : drg.system() == CodeSystem.APR_DRG ? Drg.apr(drg.value()) : Drg.unversioned(drg.value());
    }
}
