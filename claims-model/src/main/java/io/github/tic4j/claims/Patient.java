package io.github.tic4j.claims;

import io.github.tic4j.claims.code.Mbi;
import io.github.tic4j.claims.code.Sex;
import io.github.tic4j.claims.code.Ssn;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A person. {@code toString} is masked.
 *
 * @param id the person across sources; blank if the source has none
 * @param firstName given name
 * @param lastName family name
 * @param birthDate day of birth
 * @param statedAge age in years where the source has no day of birth
 * @param deathDate day of death
 * @param sex administrative sex
 * @param race race as sent
 * @param ethnicity ethnicity as sent
 * @param ssn Social Security number
 * @param mbi Medicare Beneficiary Identifier
 * @param medicalRecordNumber the provider's number of the person
 * @param address where the person lives
 * @param phone telephone number
 * @param email e-mail address
 * @param chronicConditions count of chronic conditions where the source keeps one
 * @param lastVisit day of the last visit where the source keeps one
 */
public record Patient(
        String id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable LocalDate birthDate,
        @Nullable Integer statedAge,
        @Nullable LocalDate deathDate,
        @Nullable Sex sex,
        @Nullable String race,
        @Nullable String ethnicity,
        @Nullable Ssn ssn,
        @Nullable Mbi mbi,
        @Nullable String medicalRecordNumber,
        Address address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Integer chronicConditions,
        @Nullable LocalDate lastVisit) {

    /** A builder of a person with this id. */
    public static PatientBuilder builder(String id) {
        return new PatientBuilder(id);
    }

    /** Full years on that day; the stated age without a day of birth; null without either. Negative before birth. */
    public @Nullable Integer ageOn(LocalDate day) {
        return birthDate == null
                ? statedAge
                : Integer.valueOf(Period.between(birthDate, day).getYears());
    }

    @Override
    public String toString() {
        return "Patient[masked]";
    }
}
