package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import java.time.LocalDate;

/** Makes inpatient claims for tests; days are counted from the first of January 2023, which is day 1. */
final class Hospital {

    static final String GENERAL = "1234567893";
    static final String OTHER = "1558598797";

    private Hospital() {}

    static LocalDate day(int number) {
        return LocalDate.of(2022, 12, 31).plusDays(number);
    }

    static ClaimBuilder claim(String id, String person, int admission, int discharge) {
        return Claim.institutional(id)
                .personId(person)
                .billType("111")
                .facilityNpi(GENERAL)
                .period(day(admission), day(discharge))
                .stay(day(admission), day(discharge))
                .dischargeStatus("01")
                .diagnoses("I50.9");
    }
}
