package io.github.tic4j.claims.deid;

import java.time.LocalDate;
import java.util.Optional;

/** What becomes of the dates of one person. */
interface DatePolicy {

    /** A date as it may be shown. */
    LocalDate show(String person, LocalDate date);

    /** A date of birth as it may be shown, given the last day on which the person's age counts. */
    Optional<LocalDate> showBirth(String person, LocalDate birth, LocalDate ageAt);

    /** The first of January stands for the year; a year of birth is hidden above the age of 89. */
    static DatePolicy yearOnly() {
        return new DatePolicy() {
            @Override
            public LocalDate show(String person, LocalDate date) {
                return date.withDayOfYear(1);
            }

            @Override
            public Optional<LocalDate> showBirth(String person, LocalDate birth, LocalDate ageAt) {
                return Ages.isProtected(birth, ageAt) ? Optional.empty() : Optional.of(birth.withDayOfYear(1));
            }
        };
    }

    /** Every date of a person moves back by the same number of days, from 1 to 365, that only the key knows. */
    static DatePolicy shift(TokenKey key, int step) {
        return new DatePolicy() {
            @Override
            public LocalDate show(String person, LocalDate date) {
                int steps = 1 + key.number("date shift", person, 365 / step);
                return date.minusDays((long) steps * step);
            }

            @Override
            public Optional<LocalDate> showBirth(String person, LocalDate birth, LocalDate ageAt) {
                return Optional.of(show(person, birth));
            }
        };
    }
}
