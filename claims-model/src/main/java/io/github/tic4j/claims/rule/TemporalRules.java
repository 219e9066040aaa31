package io.github.tic4j.claims.rule;

import static io.github.tic4j.claims.rule.RuleDraft.claim;
import static io.github.tic4j.claims.rule.RuleDraft.each;
import static io.github.tic4j.claims.rule.RuleDraft.line;
import static io.github.tic4j.claims.rule.Severity.ERROR;
import static io.github.tic4j.claims.rule.Severity.WARNING;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.InpatientProcedure;
import io.github.tic4j.claims.InstitutionalDetail;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.code.CodeSystem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dates of one claim are in order. */
final class TemporalRules {

    private static final LocalDate ICD_10_BEGINS = LocalDate.of(2015, 10, 1);
    // Services of the three days before an admission are billed with the stay.
    private static final int PRE_ADMISSION_DAYS = 3;

    static final List<Rule<ClaimCase>> ALL = List.of(
            claim("TMP-001", ERROR, "endDate")
                    .reason("A claim does not end before it starts")
                    .when((c, claim) -> claim.startDate() != null && claim.endDate() != null)
                    .observed((c, claim) -> claim.startDate() + " to " + claim.endDate())
                    .holds((c, claim) -> inOrder(claim.startDate(), claim.endDate())),
            line("TMP-002", ERROR, "endDate")
                    .reason("A line does not end before it starts")
                    .when((c, line) -> line.startDate() != null && line.endDate() != null)
                    .observed((c, line) -> line.startDate() + " to " + line.endDate())
                    .holds((c, line) -> inOrder(line.startDate(), line.endDate())),
            line("TMP-003", WARNING, "startDate")
                    .reason("A line lies within the days of its claim")
                    .when((c, line) -> line.startDate() != null && c.claim().startDate() != null)
                    .observed((c, line) -> line.startDate() + " to " + line.endDate())
                    .holds((c, line) -> inOrder(c.claim().startDate(), line.startDate())
                            && inOrder(line.startDate(), c.claim().endDate())
                            && inOrder(line.endDate(), c.claim().endDate())),
            claim("TMP-004", ERROR, "institutional.dischargeDate")
                    .reason("A patient is not discharged before being admitted")
                    .when((c, claim) -> claim.institutional().admissionDate() != null
                            && claim.institutional().dischargeDate() != null)
                    .observed((c, claim) -> claim.institutional().admissionDate() + " to "
                            + claim.institutional().dischargeDate())
                    .holds((c, claim) -> inOrder(
                            claim.institutional().admissionDate(),
                            claim.institutional().dischargeDate())),
            claim("TMP-005", WARNING, "startDate")
                    .reason("A claim for a stay starts between three days before the admission and the discharge")
                    .when((c, claim) ->
                            claim.startDate() != null && claim.institutional().admissionDate() != null)
                    .observed((c, claim) -> claim.startDate() + ", admission "
                            + claim.institutional().admissionDate())
                    .holds((c, claim) -> isWithinStay(claim.institutional(), claim.startDate())),
            each(Walk.DATES, "TMP-006", ERROR, "startDate")
                    .reason("A date does not lie in the future")
                    .observed((c, date) -> date)
                    .holds((c, date) -> inOrder(date, c.today())),
            each(Walk.SERVICE_STARTS, "TMP-007", ERROR, "startDate")
                    .reason("A service does not start before the patient was born")
                    .needs(reference -> reference.patients() != null)
                    .when((c, date) -> birthOf(c) != null)
                    .holds((c, date) -> inOrder(birthOf(c), date)),
            each(Walk.SERVICE_STARTS, "TMP-008", WARNING, "startDate")
                    .reason("A service does not start after the patient died")
                    .needs(reference -> reference.patients() != null)
                    .when((c, date) -> lastDayOfGrace(c) != null)
                    .holds((c, date) -> inOrder(date, lastDayOfGrace(c))),
            claim("TMP-009", WARNING, "receivedDate")
                    .reason("A claim is received after the service, then processed, then paid")
                    .when((c, claim) ->
                            claim.receivedDate() != null || claim.processedDate() != null || claim.paidDate() != null)
                    .holds((c, claim) -> isHandledInOrder(claim)),
            claim("TMP-010", WARNING, "receivedDate")
                    .reason("A claim is received in time for filing")
                    .when((c, claim) -> claim.receivedDate() != null && claim.endDate() != null)
                    .observed((c, claim) -> claim.endDate() + ", received " + claim.receivedDate())
                    .holds(TemporalRules::isFiledInTime),
            each(Walk.PROCEDURES, "TMP-011", WARNING, "date")
                    .reason("A procedure is done between three days before the admission and the discharge")
                    .when((c, procedure) ->
                            procedure.date() != null && stayOf(c.claim()).admissionDate() != null)
                    .observed((c, procedure) -> procedure.date())
                    .holds((c, procedure) -> isWithinStay(stayOf(c.claim()), procedure.date())),
            claim("TMP-012", ERROR, "diagnoses")
                    .reason("Services from 2015-10-01 on are coded in ICD-10, earlier ones in ICD-9")
                    .when((c, claim) -> c.codingDate() != null && hasIcdVersion(claim))
                    .observed((c, claim) -> c.codingDate())
                    .holds((c, claim) -> hasIcdOf(claim, c.codingDate())),
            each(Walk.DATES, "TMP-015", WARNING, "startDate")
                    .reason("A date is not unreasonably early")
                    .observed((c, date) -> date)
                    .holds((c, date) -> inOrder(c.options().earliestDate(), date)));

    private TemporalRules() {}

    /** An absent date is in order with every other. */
    static boolean inOrder(@Nullable LocalDate first, @Nullable LocalDate second) {
        return first == null || second == null || !first.isAfter(second);
    }

    private static boolean isWithinStay(InstitutionalDetail stay, @Nullable LocalDate date) {
        LocalDate admission = stay.admissionDate();
        return (admission == null || inOrder(admission.minusDays(PRE_ADMISSION_DAYS), date))
                && inOrder(date, stay.dischargeDate());
    }

    /** The days of the stay; those of the claim where it has none. */
    private static InstitutionalDetail stayOf(Claim claim) {
        InstitutionalDetail detail = claim.institutional();
        return detail.admissionDate() != null ? detail : detail.withStay(claim.startDate(), claim.endDate());
    }

    private static @Nullable LocalDate birthOf(ClaimCase subject) {
        Patient patient = subject.patient();
        return patient == null ? null : patient.birthDate();
    }

    private static @Nullable LocalDate lastDayOfGrace(ClaimCase subject) {
        Patient patient = subject.patient();
        LocalDate death = patient == null ? null : patient.deathDate();
        return death == null ? null : death.plusDays(subject.options().deathGraceDays());
    }

    private static boolean isHandledInOrder(Claim claim) {
        LocalDate received = claim.receivedDate();
        LocalDate processed = claim.processedDate();
        LocalDate paid = claim.paidDate();
        return inOrder(claim.endDate(), received)
                && inOrder(received, processed)
                && inOrder(received, paid)
                && inOrder(processed, paid);
    }

    private static boolean isFiledInTime(ClaimCase subject, Claim claim) {
        LocalDate end = claim.endDate();
        return end == null
                || inOrder(claim.receivedDate(), end.plusDays(subject.options().timelyFilingDays()));
    }

    private static boolean hasIcdVersion(Claim claim) {
        return hasDiagnosisOf(claim, CodeSystem.ICD_9_CM)
                || hasDiagnosisOf(claim, CodeSystem.ICD_10_CM)
                || hasProcedureOf(claim, CodeSystem.ICD_9_PCS)
                || hasProcedureOf(claim, CodeSystem.ICD_10_PCS);
    }

    private static boolean hasIcdOf(Claim claim, @Nullable LocalDate date) {
        boolean ten = date != null && !date.isBefore(ICD_10_BEGINS);
        return !hasDiagnosisOf(claim, ten ? CodeSystem.ICD_9_CM : CodeSystem.ICD_10_CM)
                && !hasProcedureOf(claim, ten ? CodeSystem.ICD_9_PCS : CodeSystem.ICD_10_PCS);
    }

    private static boolean hasDiagnosisOf(Claim claim, CodeSystem system) {
        for (Diagnosis diagnosis : claim.diagnoses()) {
            if (diagnosis.code().system() == system) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasProcedureOf(Claim claim, CodeSystem system) {
        for (InpatientProcedure procedure : claim.procedures()) {
            if (procedure.code().system() == system) {
                return true;
            }
        }
        return false;
    }
}
