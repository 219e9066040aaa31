package io.github.tic4j.collaboratemd;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a patient is looked for: by full name and date of birth, or by social security number and one of last name and
 * date of birth.
 *
 * @param firstName first name
 * @param lastName last name
 * @param birthDate date of birth
 * @param ssn social security number
 */
public record PatientQuery(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable LocalDate birthDate,
        @Nullable String ssn) {

    /** Checks that it can match anybody. */
    public PatientQuery {
        boolean byName = firstName != null && lastName != null && birthDate != null;
        boolean byNumber = ssn != null && (lastName != null || birthDate != null);
        if (!byName && !byNumber) {
            throw new IllegalArgumentException(
                    "a patient is found by first name, last name and birth date, or by SSN and one of the last two");
        }
    }

    Request addTo(Request request) {
        Request query = with(request, "firstName", firstName);
        query = with(query, "lastName", lastName);
        query = with(query, "birthDate", birthDate == null ? null : Wire.date(birthDate));
        return with(query, "SSN", ssn);
    }

    private static Request with(Request request, String name, @Nullable String value) {
        return value == null ? request : request.with(name, value);
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "PatientQuery[***]";
    }
}
