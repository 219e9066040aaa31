package io.github.tic4j.claims.rule;

import static io.github.tic4j.claims.rule.RuleDraft.claim;
import static io.github.tic4j.claims.rule.RuleDraft.each;
import static io.github.tic4j.claims.rule.RuleDraft.line;
import static io.github.tic4j.claims.rule.Severity.ERROR;
import static io.github.tic4j.claims.rule.Severity.WARNING;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.DiagnosisType;
import io.github.tic4j.claims.InstitutionalDetail;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.code.CodeSystem;
import io.github.tic4j.claims.code.DiagnosisCode;
import io.github.tic4j.claims.code.DischargeStatus;
import io.github.tic4j.claims.code.PlaceOfService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The parts of one claim fit together. */
final class ConsistencyRules {

    private static final Set<String> EMERGENCY_VISITS = Set.of("99281", "99282", "99283", "99284", "99285");
    private static final Set<String> INPATIENT_VISITS = Set.of("99221", "99222", "99223", "99231", "99232", "99233");
    private static final Set<String> INPATIENT_VISIT_PLACES = Set.of("21", "31", "51", "61");
    // From this day the codes of inpatient visits are those of observation too, which is outpatient.
    private static final LocalDate OBSERVATION_MERGED = LocalDate.of(2023, 1, 1);

    static final List<Rule<ClaimCase>> ALL = List.of(
            claim("INT-005", WARNING, "institutional")
                    .reason("A professional claim carries no type of bill, DRG, stay or revenue code")
                    .when((c, claim) -> c.isProfessional())
                    .holds((c, claim) -> !hasInstitutionalDetail(claim)),
            line("INT-006", WARNING, "placeOfService")
                    .reason("An institutional line carries no place of service")
                    .when((c, line) -> c.isInstitutional())
                    .holds((c, line) -> line.placeOfService() == null),
            line("INT-007", ERROR, "diagnosisPointers")
                    .reason("A line points to at most four diagnoses that the claim has")
                    .when((c, line) -> !line.diagnosisPointers().isEmpty())
                    .observed((c, line) -> line.diagnosisPointers())
                    .holds((c, line) -> line.diagnosisPointers().size() <= 4 && pointsToDiagnoses(c.claim(), line)),
            claim("INT-008", WARNING, "diagnoses")
                    .reason("A diagnosis stands only once on a claim")
                    .when((c, claim) -> codedConditions(claim) > 0)
                    .observed((c, claim) -> repeatedDiagnoses(claim))
                    .holds((c, claim) -> repeatedDiagnoses(claim).isEmpty()),
            each(Walk.DIAGNOSES, "INT-009", ERROR, "code")
                    .reason("The principal diagnosis is no external cause")
                    .when((c, diagnosis) -> diagnosis.type() == DiagnosisType.PRINCIPAL)
                    .observed((c, diagnosis) -> diagnosis.code())
                    .holds((c, diagnosis) -> !isExternalCause(diagnosis)),
            each(Walk.DIAGNOSES, "INT-010", WARNING, "code")
                    .reason("The principal diagnosis is no manifestation")
                    .needs(reference -> reference.neverPrincipal() != null)
                    .when((c, diagnosis) -> diagnosis.type() == DiagnosisType.PRINCIPAL)
                    .observed((c, diagnosis) -> diagnosis.code())
                    .holds((c, diagnosis) -> !isNeverPrincipal(c, diagnosis)),
            line("INT-011", WARNING, "units")
                    .reason("Units are above nought, and minutes are of anaesthesia")
                    .when((c, line) -> line.units() != null && countsUnits(line))
                    .observed((c, line) ->
                            Money.show(line.units()) + (line.unitType() == null ? "" : " " + line.unitType()))
                    .holds((c, line) -> hasPlausibleUnits(c, line)),
            line("INT-012", WARNING, "placeOfService")
                    .reason("Emergency and inpatient visits are where they belong")
                    .when((c, line) ->
                            c.isProfessional() && line.placeOfService() != null && allowedPlaces(line) != null)
                    .observed((c, line) -> line.hcpcs() + " at " + line.placeOfService())
                    .holds((c, line) -> isAtAllowedPlace(line)),
            line("INT-013", WARNING, "revenueCode")
                    .reason("Room and board is billed for inpatients only")
                    .when((c, line) -> c.isInstitutional()
                            && line.revenueCode() != null
                            && line.revenueCode().isRoomAndBoard())
                    .holds((c, line) -> c.isInpatient()),
            claim("INT-014", WARNING, "institutional.admissionType")
                    .reason("A newborn admission is of somebody in the first year of life")
                    .needs(reference -> reference.patients() != null)
                    .when((c, claim) -> "4".equals(claim.institutional().admissionType()) && ageAtAdmission(c) != null)
                    .holds((c, claim) -> Integer.valueOf(0).equals(ageAtAdmission(c))),
            claim("INT-015", WARNING, "institutional.dischargeStatus")
                    .reason("Who is discharged as dead died within a day of the discharge")
                    .needs(reference -> reference.patients() != null)
                    .when((c, claim) -> isDeathKnownOn(c))
                    .holds((c, claim) -> diedAtDischarge(c)),
            line("INT-016", ERROR, "number")
                    .reason("No two lines of a claim have one number")
                    .observed((c, line) -> line.number())
                    .holds((c, line) -> PresenceRules.hasOwnNumber(c.claim(), line)),
            line("INT-017", ERROR, "amounts.charge")
                    .reason("The total line 0001 equals the sum of the others")
                    .when((c, line) ->
                            line.isTotalLine() && line.amounts().charge() != null && chargeOfLines(c) != null)
                    .observed((c, line) ->
                            Money.show(line.amounts().charge()) + ", the others " + Money.show(chargeOfLines(c)))
                    .holds((c, line) -> Money.equal(
                            line.amounts().charge(),
                            chargeOfLines(c),
                            c.options().tolerance())),
            claim("INT-018", ERROR, "diagnoses")
                    .reason("A professional claim has at most 12 diagnoses, an institutional one 25")
                    .when((c, claim) -> c.isProfessional() || c.isInstitutional())
                    .observed((c, claim) -> codedConditions(claim))
                    .holds((c, claim) -> codedConditions(claim) <= (c.isProfessional() ? 12 : 25)),
            line("RX-001", WARNING, "fill")
                    .reason("A fill has days supply from 1 to 365, a quantity above nought and refills from 0 to 24")
                    .when((c, line) -> line.fill() != null)
                    .holds((c, line) -> isPlausible(line.fill())));

    private ConsistencyRules() {}

    // A professional bill for an inpatient rightly carries the days of the stay, so they count only elsewhere.
    private static boolean hasInstitutionalDetail(Claim claim) {
        InstitutionalDetail detail = claim.institutional();
        boolean inpatientPlace = false;
        for (ClaimLine line : claim.lines()) {
            if (line.revenueCode() != null) {
                return true;
            }
            PlaceOfService place = line.placeOfService();
            inpatientPlace |= place != null && place.isInpatient();
        }
        boolean stay = detail.admissionDate() != null || detail.dischargeDate() != null;
        return detail.billType() != null || detail.drg() != null || (stay && !inpatientPlace);
    }

    private static boolean pointsToDiagnoses(Claim claim, ClaimLine line) {
        for (Integer pointer : line.diagnosisPointers()) {
            boolean found = false;
            for (Diagnosis diagnosis : claim.diagnoses()) {
                found |= diagnosis.sequence() == pointer;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCodedCondition(Diagnosis diagnosis) {
        return diagnosis.type() == DiagnosisType.PRINCIPAL || diagnosis.type() == DiagnosisType.OTHER;
    }

    private static int codedConditions(Claim claim) {
        int count = 0;
        for (Diagnosis diagnosis : claim.diagnoses()) {
            count += isCodedCondition(diagnosis) ? 1 : 0;
        }
        return count;
    }

    private static List<DiagnosisCode> repeatedDiagnoses(Claim claim) {
        List<DiagnosisCode> repeated = List.of();
        List<Diagnosis> diagnoses = claim.diagnoses();
        for (int i = 1; i < diagnoses.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean comparable = isCodedCondition(diagnoses.get(i)) && isCodedCondition(diagnoses.get(j));
                if (comparable
                        && diagnoses.get(i).code().equals(diagnoses.get(j).code())) {
                    repeated = repeated.isEmpty() ? new ArrayList<>() : repeated;
                    repeated.add(diagnoses.get(i).code());
                }
            }
        }
        return repeated;
    }

    private static boolean isExternalCause(Diagnosis diagnosis) {
        String value = diagnosis.code().value();
        if (diagnosis.code().system() == CodeSystem.ICD_9_CM) {
            return value.startsWith("E");
        }
        return !value.isEmpty() && value.charAt(0) >= 'V' && value.charAt(0) <= 'Y';
    }

    private static boolean isNeverPrincipal(ClaimCase subject, Diagnosis diagnosis) {
        Predicate<String> table = subject.reference().neverPrincipal();
        return table != null && table.test(diagnosis.code().value());
    }

    // The total line has no units, and the units of a HIPPS line are nought on home health claims.
    private static boolean countsUnits(ClaimLine line) {
        return !line.isTotalLine()
                && (line.revenueCode() == null || !line.revenueCode().carriesHipps());
    }

    private static boolean hasPlausibleUnits(ClaimCase subject, ClaimLine line) {
        BigDecimal units = line.units();
        if (units == null) {
            return true;
        }
        boolean reversal = subject.claim().isReversal();
        boolean positive = reversal ? units.signum() != 0 : units.signum() > 0;
        boolean whole = units.stripTrailingZeros().scale() <= 0;
        if ("MJ".equals(line.unitType())) {
            return positive && whole && isAnaesthesia(line);
        }
        return positive && (whole || !"UN".equals(line.unitType()));
    }

    private static boolean isAnaesthesia(ClaimLine line) {
        String code = line.hcpcs() == null ? "" : line.hcpcs().value();
        return code.length() == 5 && code.compareTo("00100") >= 0 && code.compareTo("01999") <= 0;
    }

    private static @Nullable Set<String> allowedPlaces(ClaimLine line) {
        String code = line.hcpcs() == null ? "" : line.hcpcs().value();
        if (EMERGENCY_VISITS.contains(code)) {
            return Set.of("23");
        }
        return INPATIENT_VISITS.contains(code) ? INPATIENT_VISIT_PLACES : null;
    }

    private static boolean isAtAllowedPlace(ClaimLine line) {
        Set<String> places = allowedPlaces(line);
        String place =
                line.placeOfService() == null ? "" : line.placeOfService().value();
        boolean observation = places == INPATIENT_VISIT_PLACES
                && place.equals("22")
                && line.startDate() != null
                && !line.startDate().isBefore(OBSERVATION_MERGED);
        return observation || places == null || places.contains(place);
    }

    private static @Nullable Integer ageAtAdmission(ClaimCase subject) {
        Patient patient = subject.patient();
        LocalDate admission = subject.claim().institutional().admissionDate();
        return patient == null || admission == null ? null : patient.ageOn(admission);
    }

    private static boolean isDeathKnownOn(ClaimCase subject) {
        DischargeStatus status = subject.claim().institutional().dischargeStatus();
        return status != null
                && status.isDeath()
                && subject.claim().institutional().dischargeDate() != null
                && subject.patient() != null;
    }

    private static boolean diedAtDischarge(ClaimCase subject) {
        Patient patient = subject.patient();
        LocalDate death = patient == null ? null : patient.deathDate();
        LocalDate discharge = subject.claim().institutional().dischargeDate();
        return death != null && discharge != null && Math.abs(ChronoUnit.DAYS.between(death, discharge)) <= 1;
    }

    private static @Nullable BigDecimal chargeOfLines(ClaimCase subject) {
        return Money.sumOfLines(subject.claim(), amounts -> amounts.charge());
    }

    private static boolean isPlausible(@Nullable PrescriptionFill fill) {
        if (fill == null) {
            return true;
        }
        Integer days = fill.daysSupply();
        Integer refill = fill.fillNumber();
        return (days == null || (days >= 1 && days <= 365))
                && (fill.quantity() == null || fill.quantity().signum() > 0)
                && (refill == null || (refill >= 0 && refill <= 24));
    }
}
