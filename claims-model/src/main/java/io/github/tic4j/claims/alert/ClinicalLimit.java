package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.code.CodeSystem;
import io.github.tic4j.claims.code.Sex;
import io.github.tic4j.claims.rule.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A range of codes that is usual for one sex or for some ages only.
 *
 * @param system ICD-10-CM, compared by category, or HCPCS, compared as a whole
 * @param from first code
 * @param to last code
 * @param sex M, F or null for either
 * @param minAge least age in years
 * @param maxAge greatest age in years
 * @param severity how much a contradiction weighs
 */
record ClinicalLimit(
        CodeSystem system, String from, String to, @Nullable String sex, int minAge, int maxAge, Severity severity) {

    static final List<ClinicalLimit> STANDARD = List.of(
            diagnosis("C60", "C60", "F", 0, 200, Severity.ERROR),
            diagnosis("C61", "C61", "M", 0, 200, Severity.ERROR),
            diagnosis("N40", "N42", "M", 0, 200, Severity.ERROR),
            diagnosis("O00", "O9A", "F", 9, 64, Severity.ERROR),
            diagnosis("P00", "P96", null, 0, 0, Severity.WARNING),
            procedure("77065", "77067", "F", 0, 200, Severity.WARNING),
            procedure("99381", "99381", null, 0, 0, Severity.WARNING),
            procedure("99391", "99391", null, 0, 0, Severity.WARNING),
            procedure("99397", "99397", null, 65, 200, Severity.WARNING));

    private static ClinicalLimit diagnosis(
            String from, String to, @Nullable String sex, int minAge, int maxAge, Severity severity) {
        return new ClinicalLimit(CodeSystem.ICD_10_CM, from, to, sex, minAge, maxAge, severity);
    }

    private static ClinicalLimit procedure(
            String from, String to, @Nullable String sex, int minAge, int maxAge, Severity severity) {
        return new ClinicalLimit(CodeSystem.HCPCS, from, to, sex, minAge, maxAge, severity);
    }

    /** What is usual, in words. */
    String expectation() {
        String who = sex == null ? "" : "sex " + sex;
        String age = maxAge == 200 && minAge == 0
                ? ""
                : maxAge == 200 ? "age from " + minAge : "age " + minAge + " to " + maxAge;
        return (who + " " + age).strip();
    }

    /** What of the patient contradicts a code on the claim, in words. */
    Optional<String> contradiction(Claim claim, Patient patient, LocalDate day) {
        if (!concerns(claim)) {
            return Optional.empty();
        }
        Sex recorded = patient.sex();
        if (recorded != null
                && (recorded.isFemale() || recorded.isMale())
                && sex != null
                && !recorded.value().equals(sex)) {
            return Optional.of("sex " + recorded.value());
        }
        Integer age = patient.ageOn(day);
        return age != null && (age < minAge || age > maxAge) ? Optional.of("age " + age) : Optional.empty();
    }

    private boolean concerns(Claim claim) {
        if (system == CodeSystem.HCPCS) {
            return Service.of(claim).anyMatch(service -> within(service.code()));
        }
        return claim.diagnoses().stream()
                .map(diagnosis -> diagnosis.code())
                .anyMatch(code -> code.system() == system
                        && code.isValid()
                        && within(code.value().substring(0, 3)));
    }

    private boolean within(String code) {
        return code.compareTo(from) >= 0 && code.compareTo(to) <= 0;
    }
}
