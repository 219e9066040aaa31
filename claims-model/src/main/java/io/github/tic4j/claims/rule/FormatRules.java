package io.github.tic4j.claims.rule;

import static io.github.tic4j.claims.rule.Severity.ERROR;
import static io.github.tic4j.claims.rule.Severity.WARNING;

import io.github.tic4j.claims.Adjustment;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.InstitutionalDetail;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.RefusedValue;
import io.github.tic4j.claims.code.Code;
import io.github.tic4j.claims.code.Modifier;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of codes, and their value list where that is small and public. */
final class FormatRules {

    private static final Set<String> ADMISSION_TYPES = Set.of("1", "2", "3", "4", "5", "9");
    private static final Set<String> ADMISSION_SOURCES = Set.of("1", "2", "4", "5", "6", "8", "9", "D", "E", "F", "G");
    private static final Set<String> PRESENT_ON_ADMISSION = Set.of("Y", "N", "U", "W", "1");
    private static final Set<String> ADJUSTMENT_GROUPS = Set.of("CO", "OA", "PI", "PR");
    private static final Pattern ADJUSTMENT_REASON = Pattern.compile("[0-9]{1,3}|[A-Z][0-9]{1,3}");
    private static final Set<String> STATES = Set.of(
            "AA", "AE", "AK", "AL", "AP", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "FM", "GA", "GU", "HI",
            "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MH", "MI", "MN", "MO", "MP", "MS", "MT", "NC",
            "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "PR", "PW", "RI", "SC", "SD", "TN", "TX",
            "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY");

    static final List<Rule<ClaimCase>> ALL = List.of(
            form("FMT-001", ERROR, Field.NPIS, "An NPI has ten digits, a 1 or 2 in front and a right check digit"),
            form("FMT-002", ERROR, Field.DIAGNOSES, "A diagnosis has the form of its ICD"),
            form("FMT-003", ERROR, Field.PROCEDURES, "An ICD procedure has the form of its ICD"),
            form("FMT-004", ERROR, Field.HCPCS, "A procedure code is CPT, HCPCS, CDT or, by its revenue code, HIPPS"),
            RuleDraft.line("FMT-005", WARNING, "modifiers")
                    .reason("A modifier has two letters or digits")
                    .dimension(Dimension.VALIDITY)
                    .when((c, line) -> !line.modifiers().isEmpty())
                    .observed((c, line) -> line.modifiers())
                    .holds((c, line) -> line.modifiers().stream().allMatch(Modifier::isValid)),
            form("FMT-006", ERROR, Field.NDCS, "An NDC has eleven digits or three hyphenated segments"),
            form("FMT-007", ERROR, Field.REVENUE_CODES, "A revenue code has four digits"),
            form("FMT-008", ERROR, Field.BILL_TYPE, "A type of bill is assigned"),
            form("FMT-009", ERROR, Field.PLACES, "A place of service is assigned"),
            form("FMT-010", WARNING, Field.DISCHARGE_STATUS, "A discharge status is assigned"),
            claim("FMT-011", "institutional.admissionType")
                    .reason("Type and source of an admission are assigned")
                    .when((c, claim) -> hasAdmission(claim.institutional()))
                    .observed((c, claim) -> describe(claim.institutional()))
                    .holds((c, claim) -> isAssigned(claim.institutional())),
            form("FMT-012", ERROR, Field.DRG, "A DRG has three digits"),
            RuleDraft.each(Walk.DIAGNOSES, "FMT-013", WARNING, "presentOnAdmission")
                    .reason("A present-on-admission indicator is Y, N, U, W or 1")
                    .dimension(Dimension.VALIDITY)
                    .when((c, diagnosis) -> diagnosis.presentOnAdmission() != null)
                    .observed((c, diagnosis) -> diagnosis.presentOnAdmission())
                    .holds((c, diagnosis) -> isAbsentOrIn(PRESENT_ON_ADMISSION, diagnosis.presentOnAdmission())),
            claim("FMT-014", "patient.sex")
                    .reason("The sex of a patient is F, M, O or U")
                    .needs(reference -> reference.patients() != null)
                    .when((c, claim) -> knows(c, Patient::sex))
                    .holds((c, claim) -> isFine(c, Patient::sex)),
            claim("FMT-015", "patient.address")
                    .reason("State and ZIP code of a patient have their form")
                    .needs(reference -> reference.patients() != null)
                    .when((c, claim) -> knows(c, patient -> patient.address().zip())
                            || knows(c, patient -> patient.address().state()))
                    .holds((c, claim) -> isFine(c, patient -> patient.address().zip()) && livesInState(c)),
            rule("FMT-016", WARNING, "patient", "MBI, SSN and TIN have their form", FormatRules::checkIdentifiers),
            form("FMT-017", WARNING, Field.TAXONOMY, "A taxonomy has nine letters or digits and an X"),
            RuleDraft.each(Walk.ADJUSTMENTS, "FMT-018", WARNING, "adjustments")
                    .reason("An adjustment has a group CO, OA, PI or PR and a reason code")
                    .dimension(Dimension.VALIDITY)
                    .when((c, adjustments) -> !adjustments.isEmpty())
                    .holds((c, adjustments) -> adjustments.stream().allMatch(FormatRules::isWellFormed)),
            rule("FMT-019", ERROR, "refused", "All values can be read", FormatRules::everythingWasRead));

    private FormatRules() {}

    private static <T> Rule<ClaimCase> form(String id, Severity severity, Field<T> field, String reason) {
        return RuleDraft.each(field.walk(), id, severity, field.path())
                .reason(reason)
                .dimension(Dimension.VALIDITY)
                .when((c, part) -> field.code().get(part) != null)
                .observed((c, part) -> describe(field.code().get(part)))
                .holds((c, part) -> isFine(field.code().get(part)));
    }

    private static RuleDraft<Claim> claim(String id, String path) {
        return RuleDraft.claim(id, WARNING, path).dimension(Dimension.VALIDITY);
    }

    private static Rule<ClaimCase> rule(
            String id, Severity severity, String path, String reason, Check<ClaimCase> check) {
        return new Rule<>(new RuleInfo(id, severity, Scope.CLAIM, Dimension.VALIDITY, path, reason, false), check);
    }

    private static Result checkIdentifiers(ClaimCase subject, Findings findings) {
        Patient patient = subject.patient();
        return checkIdentifier(
                        "providers.billingTin", subject.claim().providers().billingTin(), findings)
                .and(checkIdentifier("patient.mbi", patient == null ? null : patient.mbi(), findings))
                .and(checkIdentifier("patient.ssn", patient == null ? null : patient.ssn(), findings));
    }

    private static Result checkIdentifier(String path, @Nullable Code code, Findings findings) {
        if (code == null) {
            return Result.NOT_APPLICABLE;
        }
        return code.isValid() ? Result.PASS : findings.fail(path, code.problem().orElse(""));
    }

    private static Result everythingWasRead(ClaimCase subject, Findings findings) {
        for (RefusedValue value : subject.claim().refused()) {
            findings.fail(value.field(), value.reason());
        }
        return subject.claim().refused().isEmpty() ? Result.PASS : Result.FAIL;
    }

    /** The value and what is wrong with it; codes that identify a person are masked by their own {@code toString}. */
    private static String describe(@Nullable Code code) {
        return code == null ? "" : "\"" + code + "\", " + code.problem().orElse("not assigned");
    }

    private static boolean isFine(@Nullable Code code) {
        return code == null || code.isKnown();
    }

    private static boolean knows(ClaimCase subject, Function<Patient, @Nullable Object> field) {
        Patient patient = subject.patient();
        return patient != null && field.apply(patient) != null;
    }

    private static boolean isFine(ClaimCase subject, Function<Patient, @Nullable Code> field) {
        Patient patient = subject.patient();
        return patient == null || isFine(field.apply(patient));
    }

    private static boolean livesInState(ClaimCase subject) {
        Patient patient = subject.patient();
        return patient == null || isAbsentOrIn(STATES, patient.address().state());
    }

    private static boolean hasAdmission(InstitutionalDetail detail) {
        return detail.admissionType() != null || detail.admissionSource() != null;
    }

    private static boolean isAssigned(InstitutionalDetail detail) {
        return isAbsentOrIn(ADMISSION_TYPES, detail.admissionType())
                && isAbsentOrIn(ADMISSION_SOURCES, detail.admissionSource());
    }

    private static String describe(InstitutionalDetail detail) {
        return detail.admissionType() + " and " + detail.admissionSource();
    }

    private static boolean isAbsentOrIn(Set<String> values, @Nullable String value) {
        return value == null || values.contains(value);
    }

    private static boolean isWellFormed(Adjustment adjustment) {
        return ADJUSTMENT_GROUPS.contains(adjustment.groupCode())
                && ADJUSTMENT_REASON.matcher(adjustment.reasonCode()).matches();
    }
}
