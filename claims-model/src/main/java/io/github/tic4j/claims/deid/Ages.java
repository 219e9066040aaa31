package io.github.tic4j.claims.deid;

import java.time.LocalDate;
import java.time.Period;

/** Ages above 89 are shown as 90 and no more. */
final class Ages {

    static final int TOP = 90;

    private Ages() {}

    static boolean isProtected(LocalDate birth, LocalDate day) {
        return Period.between(birth, day).getYears() >= TOP;
    }
}
