package io.github.tic4j.claims.rule;

import static io.github.tic4j.claims.rule.Severity.ERROR;
import static io.github.tic4j.claims.rule.Severity.WARNING;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.InpatientProcedure;
import io.github.tic4j.claims.InstitutionalDetail;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.code.BillType;
import io.github.tic4j.claims.code.CodeSystem;
import io.github.tic4j.claims.code.Drg;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a claim of its kind cannot do without. */
final class PresenceRules {

    static final List<Rule<ClaimCase>> ALL = List.of(
            claim("REQ-001", ERROR, "id")
                    .reason("A claim has an id")
                    .holds((c, claim) -> !claim.id().isBlank()),
            claim("REQ-002", ERROR, "lines")
                    .reason("A claim has at least one line")
                    .holds((c, claim) -> !claim.lines().isEmpty()),
            line("REQ-003", ERROR, "number")
                    .reason("A line has a number above nought of its own")
                    .observed((c, line) -> line.number())
                    .holds((c, line) -> line.number() > 0 && hasOwnNumber(c.claim(), line)),
            claim("REQ-004", ERROR, "type")
                    .reason("The type of a claim is known")
                    .holds((c, claim) -> claim.type() != ClaimType.UNDETERMINED),
            claim("REQ-005", ERROR, "personId")
                    .reason("A claim names its person")
                    .holds((c, claim) -> claim.personId() != null),
            claim("REQ-006", WARNING, "memberId")
                    .reason("A claim names its member")
                    .holds((c, claim) -> claim.memberId() != null),
            claim("REQ-007", WARNING, "providers.billing")
                    .reason("A claim other than for drugs names its billing provider")
                    .when((c, claim) -> !c.isPharmacy())
                    .holds((c, claim) -> claim.providers().billing() != null),
            line("REQ-008", WARNING, "rendering")
                    .reason("A professional line or its claim names the rendering provider")
                    .when((c, line) -> c.isProfessional())
                    .holds((c, line) ->
                            line.rendering() != null || c.claim().providers().rendering() != null),
            claim("REQ-009", WARNING, "providers.facility")
                    .reason("An inpatient claim names its facility")
                    .when((c, claim) -> c.isInpatient())
                    .holds((c, claim) -> claim.providers().facility() != null),
            claim("REQ-010", ERROR, "startDate")
                    .reason("A claim has a first and a last day")
                    .holds((c, claim) -> claim.startDate() != null && claim.endDate() != null),
            line("REQ-011", WARNING, "startDate")
                    .reason("A line has a first and a last day")
                    .when((c, line) -> !c.isPharmacy() && !line.isTotalLine())
                    .holds((c, line) -> line.startDate() != null && line.endDate() != null),
            // Dental claims carry a diagnosis only in the rare case that a medical condition bears on the service.
            claim("REQ-012", ERROR, "diagnoses")
                    .reason("A medical claim has a principal diagnosis")
                    .when((c, claim) -> !c.isPharmacy() && claim.type() != ClaimType.DENTAL)
                    .holds((c, claim) -> claim.principalDiagnosis() != null),
            line("REQ-013", ERROR, "placeOfService")
                    .reason("A professional line names its place of service")
                    .when((c, line) -> c.isProfessional())
                    .holds((c, line) -> line.placeOfService() != null),
            line("REQ-014", ERROR, "hcpcs")
                    .reason("A professional or dental line has a procedure code")
                    .when((c, line) -> c.isProfessional() || c.claim().type() == ClaimType.DENTAL)
                    .holds((c, line) -> line.hcpcs() != null),
            claim("REQ-015", ERROR, "institutional.billType")
                    .reason("An institutional claim has a type of bill")
                    .when((c, claim) -> c.isInstitutional())
                    .holds((c, claim) -> claim.institutional().billType() != null),
            line("REQ-016", ERROR, "revenueCode")
                    .reason("An institutional line has a revenue code")
                    .when((c, line) -> c.isInstitutional())
                    .holds((c, line) -> line.revenueCode() != null),
            claim("REQ-017", ERROR, "institutional.admissionDate")
                    .reason("An inpatient claim has a day of admission and, unless the stay goes on, of discharge")
                    .when((c, claim) -> c.isInpatient())
                    .holds(PresenceRules::hasStay),
            claim("REQ-018", ERROR, "institutional.dischargeStatus")
                    .reason("An inpatient claim has a discharge status")
                    .when((c, claim) -> c.isInpatient())
                    .holds((c, claim) -> claim.institutional().dischargeStatus() != null),
            claim("REQ-019", WARNING, "institutional.drg")
                    .reason("An acute inpatient claim (bill 11x) has a DRG")
                    .when((c, claim) -> isAcuteInpatient(claim))
                    .holds((c, claim) -> claim.institutional().drg() != null),
            claim("REQ-020", WARNING, "diagnoses")
                    .reason("Diagnoses, procedures and DRG say which code list they use")
                    .when((c, claim) -> !claim.diagnoses().isEmpty()
                            || !claim.procedures().isEmpty()
                            || claim.institutional().drg() != null)
                    .holds((c, claim) -> isVersioned(claim)),
            claim("REQ-021", WARNING, "amounts")
                    .reason("A paid claim states the allowed and the paid amount")
                    .when((c, claim) -> c.isAdjudicated() && claim.status() != PaymentStatus.DENIED)
                    .holds((c, claim) ->
                            claim.amounts().allowed() != null && claim.amounts().paid() != null),
            line("REQ-022", ERROR, "fill")
                    .reason("A pharmacy line has a drug, a day of dispensing, days supply and a quantity")
                    .when((c, line) -> c.isPharmacy())
                    .observed((c, line) -> "no " + String.join(", ", missingFromFill(line)))
                    .holds((c, line) -> missingFromFill(line).isEmpty()),
            line("REQ-023", WARNING, "fill")
                    .reason("A pharmacy line names prescriber and dispenser")
                    .when((c, line) -> c.isPharmacy())
                    .holds((c, line) -> hasPharmacyProviders(line.fill())),
            claim("REQ-024", ERROR, "originalClaimId")
                    .reason("A replacement or void (frequency 7 or 8) names the claim it changes")
                    .when((c, claim) -> "7".equals(claim.frequency()) || "8".equals(claim.frequency()))
                    .holds((c, claim) -> claim.originalClaimId() != null));

    private PresenceRules() {}

    private static RuleDraft<Claim> claim(String id, Severity severity, String path) {
        return RuleDraft.claim(id, severity, path).dimension(Dimension.COMPLETENESS);
    }

    private static RuleDraft<ClaimLine> line(String id, Severity severity, String path) {
        return RuleDraft.line(id, severity, path).dimension(Dimension.COMPLETENESS);
    }

    static boolean hasOwnNumber(Claim claim, ClaimLine line) {
        int count = 0;
        for (ClaimLine other : claim.lines()) {
            count += other.number() == line.number() ? 1 : 0;
        }
        return count == 1;
    }

    private static boolean hasStay(ClaimCase subject, Claim claim) {
        InstitutionalDetail detail = claim.institutional();
        boolean goesOn = "2".equals(claim.frequency())
                || "3".equals(claim.frequency())
                || (detail.dischargeStatus() != null && detail.dischargeStatus().isStillPatient());
        return detail.admissionDate() != null && (goesOn || detail.dischargeDate() != null);
    }

    private static boolean isAcuteInpatient(Claim claim) {
        BillType billType = claim.institutional().billType();
        return claim.type() == ClaimType.INSTITUTIONAL
                && billType != null
                && billType.facility().equals("11");
    }

    private static boolean isVersioned(Claim claim) {
        for (Diagnosis diagnosis : claim.diagnoses()) {
            if (diagnosis.code().system() == CodeSystem.ICD_DIAGNOSIS_UNVERSIONED) {
                return false;
            }
        }
        for (InpatientProcedure procedure : claim.procedures()) {
            if (procedure.code().system() == CodeSystem.ICD_PROCEDURE_UNVERSIONED) {
                return false;
            }
        }
        Drg drg = claim.institutional().drg();
        return drg == null || drg.system() != CodeSystem.DRG_UNVERSIONED;
    }

    private static List<String> missingFromFill(ClaimLine line) {
        PrescriptionFill fill = line.fill();
        if (fill == null) {
            return List.of("fill");
        }
        List<String> missing = new ArrayList<>(0);
        if (fill.ndc() == null) {
            missing.add("ndc");
        }
        if (fill.dispensingDate() == null) {
            missing.add("dispensingDate");
        }
        if (fill.daysSupply() == null) {
            missing.add("daysSupply");
        }
        if (fill.quantity() == null) {
            missing.add("quantity");
        }
        return missing;
    }

    private static boolean hasPharmacyProviders(@Nullable PrescriptionFill fill) {
        return fill != null && fill.prescriber() != null && fill.dispenser() != null;
    }
}
