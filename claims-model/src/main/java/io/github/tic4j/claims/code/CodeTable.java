package io.github.tic4j.claims.code;

import java.time.LocalDate;

/**
 * A list of codes with dates, loaded by the host: this library carries none, for most lists are under copyright or change
 * every quarter. Thread-safe implementations may be shared between engines.
 */
@FunctionalInterface
public interface CodeTable {

    /** What a table knows about a code on a day. */
    enum Verdict {
        /** The code exists and is in force on the day. */
        ACTIVE,
        /** The code exists, but not on the day. */
        NOT_ON_DATE,
        /** The table does not hold the code. */
        ABSENT
    }

    /** Looks a valid code up by its {@link Code#value() normal form}. */
    Verdict find(String value, LocalDate date);
}
