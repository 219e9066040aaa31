package io.github.tic4j.claims;

import io.github.tic4j.claims.code.Mbi;
import io.github.tic4j.claims.code.Sex;
import io.github.tic4j.claims.code.Ssn;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Patient}. A blank text means absent. Not thread-safe. */
public final class PatientBuilder {

    private final String id;
    private @Nullable String firstName;
    private @Nullable String lastName;
    private @Nullable LocalDate birthDate;
    private @Nullable Integer statedAge;
    private @Nullable LocalDate deathDate;
    private @Nullable Sex sex;
    private @Nullable String race;
    private @Nullable String ethnicity;
    private @Nullable Ssn ssn;
    private @Nullable Mbi mbi;
    private @Nullable String medicalRecordNumber;
    private Address address = Address.NONE;
    private @Nullable String phone;
    private @Nullable String email;
    private @Nullable Integer chronicConditions;
    private @Nullable LocalDate lastVisit;

    PatientBuilder(String id) {
        this.id = id.strip();
    }

    /** Given and family name. */
    public PatientBuilder name(@Nullable String first, @Nullable String last) {
        firstName = Text.orNull(first);
        lastName = Text.orNull(last);
        return this;
    }

    /** Day of birth. */
    public PatientBuilder birthDate(@Nullable LocalDate value) {
        birthDate = value;
        return this;
    }

    /** Age in years, for sources without a day of birth. */
    public PatientBuilder statedAge(@Nullable Integer value) {
        statedAge = value;
        return this;
    }

    /** Day of death. */
    public PatientBuilder deathDate(@Nullable LocalDate value) {
        deathDate = value;
        return this;
    }

    /** Administrative sex. */
    public PatientBuilder sex(@Nullable String value) {
        sex = Text.map(value, Sex::of);
        return this;
    }

    /** Race as sent. */
    public PatientBuilder race(@Nullable String value) {
        race = Text.orNull(value);
        return this;
    }

    /** Ethnicity as sent. */
    public PatientBuilder ethnicity(@Nullable String value) {
        ethnicity = Text.orNull(value);
        return this;
    }

    /** Social Security number. */
    public PatientBuilder ssn(@Nullable String value) {
        ssn = Text.map(value, Ssn::of);
        return this;
    }

    /** Medicare Beneficiary Identifier. */
    public PatientBuilder mbi(@Nullable Mbi value) {
        mbi = value;
        return this;
    }

    /** The provider's number of the person. */
    public PatientBuilder medicalRecordNumber(@Nullable String value) {
        medicalRecordNumber = Text.orNull(value);
        return this;
    }

    /** Where the person lives. */
    public PatientBuilder address(Address value) {
        address = value;
        return this;
    }

    /** Telephone number. */
    public PatientBuilder phone(@Nullable String value) {
        phone = Text.orNull(value);
        return this;
    }

    /** E-mail address. */
    public PatientBuilder email(@Nullable String value) {
        email = Text.orNull(value);
        return this;
    }

    /** Count of chronic conditions. */
    public PatientBuilder chronicConditions(@Nullable Integer value) {
        chronicConditions = value;
        return this;
    }

    /** Day of the last visit. */
    public PatientBuilder lastVisit(@Nullable LocalDate value) {
        lastVisit = value;
        return this;
    }

    /** The patient. */
    public Patient build() {
        return new Patient(
                id,
                firstName,
                lastName,
                birthDate,
                statedAge,
                deathDate,
                sex,
                race,
                ethnicity,
                ssn,
                mbi,
                medicalRecordNumber,
                address,
                phone,
                email,
                chronicConditions,
                lastVisit);
    }
}
